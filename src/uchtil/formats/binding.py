"""Binds separately made sheets into one tagged PDF.

The text in one language stands in two editions, alone and with the others.  So that it
is laid out once, and that one changed word does not mean that all of an edition is laid
out again, the front, each text and the reference list are PDFs of their own ("sheets"),
kept until they are stale.  An edition is bound from them: pages, structure
(ISO 32000-1, 14.7), destinations, bookmarks and page numbers are joined here.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Name, Pdf, String

from uchtil.formats.sheets import ELSEWHERE


class Bound(NamedTuple):
    """A sheet to be bound, and what its own names are given before them (``ru-``)."""

    path: Path
    prefix: str = ""


def bind(front: Path, sheets: Sequence[Bound], folios: Path, target: Path) -> None:
    """Write ``target`` from the front and the sheets, each page with its folio.

    The front gives the document's title, language and metadata.  ``folios`` is a PDF
    with as many pages as all together, each with nothing but its page number.  The same
    sheets give the same bytes.
    """
    with Pdf.open(front) as bound, Pdf.open(folios) as numbers:
        for path, prefix in sheets:
            with Pdf.open(path) as sheet:
                if prefix:
                    _rename_places(sheet, prefix)
                _append(bound, sheet)
        _resolve_links(bound)
        for index, (page, folio) in enumerate(zip(bound.pages, numbers.pages, strict=True)):
            _number(bound, page, folio, Name(f"/Folio{index + 1}"))
        bound.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


def page_of_each_place(sheet: Path) -> tuple[dict[str, int], int]:
    """Return the page (from 0) of every named place of a sheet, and its number of pages."""
    with Pdf.open(sheet) as pdf:
        index = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        names = list(pdf.Root.Names.Dests.Names) if "/Names" in pdf.Root else []
        places = {
            str(name): index[place[0].objgen]
            for name, place in zip(names[::2], names[1::2], strict=True)
        }
        return places, len(pdf.pages)


def _rename_places(sheet: Pdf, prefix: str) -> None:
    """Put a prefix before the sheet's places, and before the links to them."""
    names = sheet.Root.Names.Dests.Names
    for index in range(0, len(names), 2):
        names[index] = String(prefix + str(names[index]))
    for page in sheet.pages:
        for annotation in page.obj.get("/Annots", []):
            if isinstance(annotation.get("/Dest"), String):
                annotation.Dest = String(prefix + str(annotation.Dest))


def _append(bound: Pdf, sheet: Pdf) -> None:
    first = len(bound.pages)
    with warnings.catch_warnings():
        # pikepdf warns that names are not copied with pages; they are, below.
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        bound.pages.extend(sheet.pages)
    # What is copied after the pages refers to their copies, not to pages of its own.
    structure = bound.copy_foreign(sheet.Root.StructTreeRoot)
    if sheet.Root.Lang != bound.Root.Lang:
        for element in structure.K[0].K:
            if "/Lang" not in element:
                element.Lang = String(str(sheet.Root.Lang))
    _join_structure(bound, structure, first)
    if "/Names" in sheet.Root:
        names = bound.copy_foreign(sheet.make_indirect(sheet.Root.Names))
        if "/Names" in bound.Root:
            bound.Root.Names.Dests.Names.extend(list(names.Dests.Names))
        else:
            bound.Root.Names = names
    if "/Outlines" in sheet.Root:
        _join_bookmarks(bound, bound.copy_foreign(sheet.make_indirect(sheet.Root.Outlines)))


def _join_structure(bound: Pdf, copied: pikepdf.Object, first: int) -> None:
    """Hang the sheet's structure under the one document element, its keys moved up."""
    root = bound.Root.StructTreeRoot
    document = root.K[0]
    offset = 1 + max(int(key) for key in list(root.ParentTree.Nums)[::2])
    for child in copied.K[0].K:
        child.P = document
        document.K.append(child)
    nums = list(copied.ParentTree.Nums)
    for key, value in zip(nums[::2], nums[1::2], strict=True):
        root.ParentTree.Nums.append(int(key) + offset)
        root.ParentTree.Nums.append(value)
    for page in list(bound.pages)[first:]:
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + offset
        for annotation in page.obj.get("/Annots", []):
            if "/StructParent" in annotation:
                annotation.StructParent = int(annotation.StructParent) + offset


def _join_bookmarks(bound: Pdf, copied: pikepdf.Object) -> None:
    """Put the sheet's bookmarks behind those there are."""
    if "/Outlines" not in bound.Root:
        bound.Root.Outlines = copied
        return
    outlines = bound.Root.Outlines
    last, first = outlines.Last, copied.First
    item = first
    while True:
        item.Parent = outlines
        if "/Next" not in item:
            break
        item = item.Next
    last.Next, first.Prev = first, last
    outlines.Last = copied.Last
    outlines.Count = int(outlines.Count) + int(copied.Count)


def _resolve_links(bound: Pdf) -> None:
    """Make links between sheets, written as addresses, links within the document."""
    for page in bound.pages:
        for annotation in page.obj.get("/Annots", []):
            if "/A" not in annotation:
                continue
            address = str(annotation.A.get("/URI", ""))
            if address.startswith(ELSEWHERE):
                del annotation.A
                annotation.Dest = String(unquote(address.removeprefix(ELSEWHERE)))
    dests = bound.Root.Names.Dests
    pairs = list(zip(list(dests.Names)[::2], list(dests.Names)[1::2], strict=True))
    # A name tree is sorted (ISO 32000-1, 7.9.6).
    pairs.sort(key=lambda pair: bytes(pair[0]))
    dests.Names = Array([each for pair in pairs for each in pair])


def _number(bound: Pdf, page: pikepdf.Page, folio: pikepdf.Page, name: Name) -> None:
    """Draw the folio beneath the page's own content, outside the structure (an artifact)."""
    form = bound.copy_foreign(folio.as_form_xobject())
    # Named here, since pikepdf would make up a random name; pages may share resources.
    page.add_resource(form, Name.XObject, name)
    drawing = f"/Artifact <</Type /Pagination>> BDC q {name} Do Q EMC q\n"
    page.contents_add(drawing.encode(), prepend=True)
    page.contents_add(b"\nQ")
