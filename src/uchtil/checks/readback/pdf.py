"""Citations read back from a finished PDF file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw

from uchtil.checks.readback.fallback import (
    english_terms,
    fallback,
    is_checked,
    is_cyrillic,
    is_latin,
)
from uchtil.checks.readback.pages import EnglishTerm, PageReading, PagesReading, join_pages
from uchtil.checks.readback.records import (
    REFERENCE,
    Cited,
    FileReading,
    broken_text,
    list_number,
    unreadable,
)
from uchtil.checks.readback.same_pages import PageFingerprints

_MARGIN = 0.5
"""Points by which a link's area is narrowed, so that its neighbours are not read too."""
_FIRST_LINE = 13
"""Points below an entry's beginning in which its first line, and so its number, stands."""


def read_pdf(path: Path) -> FileReading:
    """Read citations (link areas with the text in them) and the list's destinations.

    A link is a citation when it leads to an entry of the reference list; links inside
    the list itself lead back to the text and are not counted.  A file that is no PDF is told
    in ``broken``.
    """
    try:
        return join_pages([read_pages(path, 0, None)])
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        return unreadable("the file", error)


def read_pages(
    path: Path, first: int, last: int | None, known: Mapping[str, PageReading] | None = None
) -> PagesReading:
    """Read the pages from ``first`` (from 0) up to, and without, ``last``.

    ``known`` are readings of pages by their fingerprints: a page that is there to the last
    byte as it was then is not read again, unless it has terms that the structure judges.
    """
    known = known or {}
    pages: list[PageReading] = []
    fingerprints: list[str] = []
    with pikepdf.open(path) as pdf, pypdfium2.PdfDocument(path) as document:
        destinations = dict(_destinations(pdf))
        entries = _entries(destinations)
        structure = _Structure(pdf)
        same = PageFingerprints()
        for index in range(first, len(pdf.pages) if last is None else last):
            page = pdf.pages[index]
            places = entries.get(index, [])
            links = list(_links(page))
            fingerprint = same.of(page, (places, links, structure.cyrillic))
            fingerprints.append(fingerprint)
            reading = known.get(fingerprint)
            if reading is None or reading.has_english:
                text_page = document[index].get_textpage()
                reading = _read_page(text_page, places, links, structure, structure.marks(page))
            pages.append(reading._replace(part=structure.part(page)))
    listed = sorted(
        (place, name) for name, place in destinations.items() if name.startswith(REFERENCE)
    )
    return PagesReading(
        pages=tuple(pages),
        fingerprints=tuple(fingerprints),
        listed=tuple(name for _, name in listed),
        destinations=frozenset(destinations),
    )


def _read_page(
    text_page: pypdfium2.PdfTextPage,
    entries: Sequence[tuple[str, float]],
    links: Sequence[_Link],
    structure: _Structure,
    marks: _Marks,
) -> PageReading:
    """Read one page; ``entries`` of the list begin there, so far above its foot."""
    text = text_page.get_text_range()
    terms = {match["term"] for match in english_terms(text, cyrillic=structure.cyrillic)}
    numbers = {}
    for name, down in entries:
        line = text_page.get_text_bounded(top=1 - down, bottom=-down - _FIRST_LINE)
        numbers[name] = list_number(line)
    citations: list[Cited] = []
    wanted: set[str] = set()
    for target, (left, bottom, right, top) in links:
        wanted.add(target)
        if target.startswith(REFERENCE):
            label = text_page.get_text_bounded(
                left + _MARGIN, bottom + _MARGIN, right - _MARGIN, top - _MARGIN
            )
            citations.append(Cited(target.removeprefix(REFERENCE), label))
    return PageReading(
        citations=tuple(citations),
        references=numbers,
        broken=tuple(broken_text([text])),
        wanted=tuple(sorted(wanted)),
        english=tuple(_english(text_page, terms, structure, marks)) if terms else (),
        has_english=bool(terms),
    )


def _entries(
    destinations: Mapping[str, tuple[int, float]],
) -> dict[int, list[tuple[str, float]]]:
    """Return which entries of the list begin on each page, and how far above its foot."""
    entries: dict[int, list[tuple[str, float]]] = {}
    for name, (index, down) in destinations.items():
        if name.startswith(REFERENCE):
            entries.setdefault(index, []).append((name, down))
    return entries


_BEFORE, _AFTER = 200, 20
"""Characters around a term that are looked at, enough to tell that it is in an address."""

_PARTS = ("/Div", "/Sect", "/Part", "/Art")


def _english(
    page: pypdfium2.PdfTextPage, terms: set[str], structure: _Structure, marks: _Marks
) -> list[EnglishTerm]:
    """Return the English terms of a page that stand in another language's text."""
    found = []
    for term in sorted(terms):
        search = page.search(term, match_case=True)
        while place := search.get_next():
            index, length = place
            start = max(0, index - _BEFORE)
            text = page.get_text_range(start, index - start + length + _AFTER)
            terms_there = english_terms(text, cyrillic=structure.cyrillic)
            # Characters that pdfium does not return as text shift the place by a little.
            if not any(abs(match.start() - (index - start)) < 3 for match in terms_there):
                continue
            tag, in_margin = structure.language(page, index, marks)
            if is_checked(tag) and (is_cyrillic(tag) or not is_latin(term)):
                fault = fallback(tag, term, text[max(0, index - start - 20) :])
                found.append(EnglishTerm(fault, in_margin))
    return found


_Marks = Sequence[pikepdf.Object]
"""The structure elements of a page's marked contents, by their numbers."""


class _Structure:
    """The structure tree of a PDF, asked for the language of what is printed."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._document = str(pdf.Root.get("/Lang", ""))
        self.cyrillic = is_cyrillic(self._document)
        root = pdf.Root.get("/StructTreeRoot")
        self._parents = pikepdf.NumberTree(root.ParentTree) if root is not None else None

    def marks(self, page: pikepdf.Page) -> _Marks:
        """Return what holds each marked content of a page."""
        if self._parents is None or "/StructParents" not in page:
            return []
        return list(self._parents[int(page.StructParents)].as_list())

    def part(self, page: pikepdf.Page) -> str:
        """Return the language of the part of the text with which a page begins."""
        if self._parents is None or "/StructParents" not in page:
            return ""
        marks = self._parents[int(page.StructParents)]
        if not len(marks):
            return ""
        above = [each for each in _upwards(marks[0]) if str(each.get("/S", "")) in _PARTS]
        return self._of(reversed(above))

    def language(self, page: pypdfium2.PdfTextPage, index: int, marks: _Marks) -> tuple[str, bool]:
        """Return the tag of the character at this index, and whether it is in a margin."""
        drawn = pypdfium2.raw.FPDFText_GetTextObject(page.raw, index)
        mark = pypdfium2.raw.FPDFPageObj_GetMarkedContentID(drawn) if drawn else -1
        if not 0 <= mark < len(marks):
            return self._document, True
        above = list(_upwards(marks[mark]))
        return self._of(above), _is_margin(above)

    def _of(self, elements: Iterable[pikepdf.Object]) -> str:
        tagged = (str(element.Lang) for element in elements if "/Lang" in element)
        return next(tagged, self._document)


def _upwards(element: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    """Yield a structure element and all that hold it, the nearest first."""
    while element is not None:
        yield element
        element = element.get("/P")


def _is_margin(elements: Sequence[pikepdf.Object]) -> bool:
    """Whether this is how WeasyPrint tags a page's margins: outside all parts of the text."""
    kinds = [str(element.get("/S", "")) for element in elements]
    return kinds[-3:] == ["/NonStruct", "/Document", ""]


_Link = tuple[str, tuple[float, float, float, float]]
"""Where a link leads, and its area."""


def _links(page: pikepdf.Page) -> Iterator[_Link]:
    for annotation in page.get("/Annots", []):
        if annotation.get("/Subtype") != "/Link":
            continue
        target = annotation.get("/Dest")
        if target is None and "/A" in annotation:
            target = annotation["/A"].get("/D")
        if isinstance(target, pikepdf.String | pikepdf.Name):
            x1, y1, x2, y2 = (float(number) for number in annotation["/Rect"])
            yield str(target), (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _destinations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[int, float]]]:
    """Yield each named destination with its page and its distance from the page's foot."""
    names = pdf.Root.get("/Names")
    if names is None or "/Dests" not in names:
        return
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    for name, target in pikepdf.NameTree(names["/Dests"]).items():
        place = target["/D"] if isinstance(target, pikepdf.Dictionary) else target
        yield str(name), (pages[place[0].objgen], -float(place[3]))
