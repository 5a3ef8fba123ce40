"""Citations read back from a finished PDF file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from uchtil.checks.readback.records import REFERENCE, Cited, FileReading, broken_text

_MARGIN = 0.5
"""Points by which a link's area is narrowed, so that its neighbours are not read too."""


def read_pdf(path: Path) -> FileReading:
    """Read citations (link areas with the text in them) and the list's destinations.

    A link is a citation when it leads to an entry of the reference list; links inside
    the list itself lead back to the text and are not counted.
    """
    citations: list[Cited] = []
    texts: list[str] = []
    with pikepdf.open(path) as pdf:
        destinations = dict(_destinations(pdf))
        document = pypdfium2.PdfDocument(path)
        wanted: set[str] = set()
        for index, page in enumerate(pdf.pages):
            text_page = document[index].get_textpage()
            texts.append(text_page.get_text_range())
            for target, (left, bottom, right, top) in _links(page):
                wanted.add(target)
                if target.startswith(REFERENCE):
                    text = text_page.get_text_bounded(
                        left + _MARGIN, bottom + _MARGIN, right - _MARGIN, top - _MARGIN
                    )
                    citations.append(Cited(target.removeprefix(REFERENCE), text))
        document.close()
    listed = sorted(
        (place, name) for name, place in destinations.items() if name.startswith(REFERENCE)
    )
    references = tuple(Cited(name.removeprefix(REFERENCE), "") for _, name in listed)
    broken = broken_text(texts)
    broken += [
        f"a link leads to “{target}”, which is not there"
        for target in sorted(wanted - destinations.keys())
    ]
    return FileReading(tuple(citations), references, tuple(broken))


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
