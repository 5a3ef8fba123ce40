"""Citations read back from a finished PDF file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

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
from uchtil.checks.readback.records import (
    REFERENCE,
    Cited,
    Fault,
    FileReading,
    broken_text,
    dead_links,
    list_number,
    unreadable,
)

_MARGIN = 0.5
"""Points by which a link's area is narrowed, so that its neighbours are not read too."""
_FIRST_LINE = 13
"""Points below an entry's beginning in which its first line, and so its number, stands."""


class PagesReading(NamedTuple):
    """What some pages of a file hold; those of all its pages together make its reading."""

    citations: tuple[Cited, ...]
    references: Mapping[str, str]
    """The list's entries by name, each with the number printed before it."""
    listed: tuple[str, ...]
    """Names of all entries of the list, in its order (of the whole file)."""
    texts: tuple[str, ...]
    wanted: frozenset[str]
    """Names of the places that links lead to."""
    destinations: frozenset[str]
    """Names of all places (of the whole file)."""
    english: tuple[_English, ...]
    parts: frozenset[str]
    """Languages of the parts of the text that pages begin in."""


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


def read_pages(path: Path, first: int, last: int | None) -> PagesReading:
    """Read the pages from ``first`` (from 0) up to, and without, ``last``."""
    citations: list[Cited] = []
    texts: list[str] = []
    english: list[_English] = []
    parts: set[str] = set()
    with pikepdf.open(path) as pdf:
        destinations = dict(_destinations(pdf))
        numbers: dict[str, str] = {}
        structure = _Structure(pdf)
        document = pypdfium2.PdfDocument(path)
        wanted: set[str] = set()
        for index in range(first, len(pdf.pages) if last is None else last):
            page = pdf.pages[index]
            text_page = document[index].get_textpage()
            text = text_page.get_text_range()
            texts.append(text)
            marks = structure.marks(page)
            parts.add(structure.part(marks))
            terms = {match["term"] for match in english_terms(text, cyrillic=structure.cyrillic)}
            if terms:
                english += _english(text_page, terms, structure, marks)
            for name, (where, down) in destinations.items():
                if where == index and name.startswith(REFERENCE):
                    line = text_page.get_text_bounded(top=1 - down, bottom=-down - _FIRST_LINE)
                    numbers[name] = list_number(line)
            for target, (left, bottom, right, top) in _links(page):
                wanted.add(target)
                if target.startswith(REFERENCE):
                    label = text_page.get_text_bounded(
                        left + _MARGIN, bottom + _MARGIN, right - _MARGIN, top - _MARGIN
                    )
                    citations.append(Cited(target.removeprefix(REFERENCE), label))
        document.close()
    listed = sorted(
        (place, name) for name, place in destinations.items() if name.startswith(REFERENCE)
    )
    return PagesReading(
        citations=tuple(citations),
        references=numbers,
        listed=tuple(name for _, name in listed),
        texts=tuple(texts),
        wanted=frozenset(wanted),
        destinations=frozenset(destinations),
        english=tuple(english),
        parts=frozenset(parts),
    )


def join_pages(readings: Sequence[PagesReading]) -> FileReading:
    """Return the reading of a file whose pages were read in pieces, given in their order."""
    numbers = {name: number for each in readings for name, number in each.references.items()}
    whole = readings[0]
    references = tuple(Cited(name.removeprefix(REFERENCE), numbers[name]) for name in whole.listed)
    broken = broken_text([text for each in readings for text in each.texts])
    broken += dead_links(set().union(*(each.wanted for each in readings)), whole.destinations)
    # Margins have no language of their own: they are not judged where a part is in English.
    has_english = any(part.startswith("en") for each in readings for part in each.parts)
    broken += [
        found.fault
        for each in readings
        for found in each.english
        if not (found.in_margin and has_english)
    ]
    citations = tuple(cited for each in readings for cited in each.citations)
    return FileReading(citations, references, tuple(broken))


_BEFORE, _AFTER = 200, 20
"""Characters around a term that are looked at, enough to tell that it is in an address."""

_PARTS = ("/Div", "/Sect", "/Part", "/Art")


class _English(NamedTuple):
    """An English term in another language's text, or in a page's margin."""

    fault: Fault
    in_margin: bool


def _english(
    page: pypdfium2.PdfTextPage, terms: set[str], structure: _Structure, marks: _Marks
) -> list[_English]:
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
                found.append(_English(fault, in_margin))
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

    def part(self, marks: _Marks) -> str:
        """Return the language of the part of the text with which a page begins."""
        if not marks:
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


def _links(page: pikepdf.Page) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
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
