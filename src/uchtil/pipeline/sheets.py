"""The tasks of the press: make a sheet, bind an edition from sheets, read it back.

Each takes records that can be pickled, since the process that runs it was forked before
the content was read.  It is named by the build's own process, which never runs it: so what binds
and reads is imported in the task, and was imported ahead by the press.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from uchtil.checks.readback.pages import PagesReading
from uchtil.formats.pages import PageEdition, folios_page
from uchtil.formats.pdf import write_pdf
from uchtil.formats.sheets import folio_texts, front_page
from uchtil.pipeline import fingerprints
from uchtil.pipeline.manifest import SHEETS
from uchtil.pipeline.pages_read import kept_pages
from uchtil.pipeline.staging import keep
from uchtil.problems import Location, Problem, ProblemsFound


class Sheet(NamedTuple):
    """A sheet's file, and whether it could be kept from the last build."""

    path: Path
    where: Location
    kept: bool


class MadeSheet(NamedTuple):
    """A sheet that is made, and what is wrong with it."""

    path: Path
    problems: list[Problem]


class BoundEdition(NamedTuple):
    """A bound file (its name in the output), its length in pages, and what is wrong with it."""

    name: str
    pages: int
    problems: list[Problem]


class ReadPages(NamedTuple):
    """What was read of some of a bound file's pages, the first of them from 0."""

    name: str
    first: int
    reading: PagesReading


@dataclass(frozen=True, kw_only=True, slots=True)
class Store:
    """Where sheets are made (``folder``) and taken over from (``last_output``).

    ``look`` is the fingerprint of all that sheets are made with, but for their text,
    ``reader`` that of all that pages are read back with.
    """

    templates: Path
    folder: Path
    last_output: Path
    look: str
    reader: str

    def sheet(self, text: str, where: Location) -> Sheet:
        """Return where a sheet of this text belongs, taken over from the last build if it can."""
        file_name = f"{fingerprints.of_text(self.look + text)}.pdf"
        target = self.folder / SHEETS / file_name
        last = self.last_output / SHEETS / file_name
        if not target.exists() and last.is_file():
            keep(last, target)
        return Sheet(path=target, where=where, kept=target.exists())


@dataclass(frozen=True, kw_only=True, slots=True)
class Binding:
    """An edition to be bound: its page without the texts, and their sheets in order."""

    store: Store
    page: PageEdition
    sheets: tuple[Path, ...]
    name: str
    """The file's name in the output."""

    @property
    def target(self) -> Path:
        """Where the file is written."""
        return self.store.folder / self.name

    @property
    def where(self) -> Location:
        """Where problems of the edition as a whole are told."""
        return Location(file=f"output/{self.name}")


def make_sheet(store: Store, sheet: Sheet, text: str, *, tagged: bool = True) -> MadeSheet:
    """Lay out the page of a sheet and write it."""
    sheet.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_pdf(text, store.templates, sheet.path, sheet.where, tagged=tagged)
    except ProblemsFound as found:
        return MadeSheet(sheet.path, list(found.problems))
    return MadeSheet(sheet.path, [])


def bind_edition(binding: Binding) -> BoundEdition:
    """Make the front, whose contents tell pages of all sheets, and bind."""
    from uchtil.formats.binding import Bound, bind, page_of_each_place

    page, store = binding.page, binding.store
    prefixes = [*(part.prefix for part in page.parts), ""]
    read = [page_of_each_place(sheet) for sheet in binding.sheets]
    lengths = [length for _, length in read]

    def made(text: str, *, tagged: bool = True) -> Path:
        sheet = store.sheet(text, binding.where)
        if not sheet.kept:
            problems = make_sheet(store, sheet, text, tagged=tagged).problems
            if problems:
                raise ProblemsFound(problems)
        return sheet.path

    try:
        # The front moves all pages that its contents tell: made again if its length is
        # not what was supposed.  One page holds all in one language; of several the first has
        # its abstract below the titles, the others theirs two to a page, and the contents
        # have one.
        languages = len(page.parts)
        length, supposed = 0, 1 if languages == 1 else 2 + languages // 2
        while length != supposed:
            length = supposed
            places = _places(read, prefixes, length)
            front = made(front_page(store.templates, page, places))
            supposed = page_of_each_place(front)[1]
        texts = folio_texts(page, [length, *lengths])
        folios = made(folios_page(store.templates, page.tag, texts), tagged=False)
    except ProblemsFound as found:
        return BoundEdition(binding.name, 0, list(found.problems))
    binding.target.parent.mkdir(parents=True, exist_ok=True)
    bound = [
        Bound(path=path, prefix=prefix)
        for path, prefix in zip(binding.sheets, prefixes, strict=True)
    ]
    bind(front, bound, folios, binding.target)
    _note_parts(binding, [front, *binding.sheets, folios])
    return BoundEdition(binding.name, len(texts), [])


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingBack:
    """Pages of a bound file to be read: from ``first`` (from 0) up to, and without, ``last``."""

    store: Store
    edition: str
    name: str
    """The file's name in the output."""
    first: int
    last: int


def read_bound(asked: ReadingBack) -> ReadPages:
    """Read pages back, but for those that were read in the last build and are the same."""
    from uchtil.checks.readback.pdf import read_pages

    store = asked.store
    known = kept_pages(store.last_output, asked.edition, store.reader)
    reading = read_pages(store.folder / asked.name, asked.first, asked.last, known)
    return ReadPages(asked.name, asked.first, reading)


def _places(
    read: Sequence[tuple[dict[str, int], int]], prefixes: Sequence[str], front: int
) -> dict[str, int]:
    """Return the page (from 1) of every place in the bound edition."""
    places: dict[str, int] = {}
    start = front + 1
    for (found, length), prefix in zip(read, prefixes, strict=True):
        places.update({prefix + name: start + page for name, page in found.items()})
        start += length
    return places


def _note_parts(binding: Binding, parts: Sequence[Path]) -> None:
    """Write down what an edition was bound from, so that it can be kept with it."""
    names = "".join(f"{part.name}\n" for part in parts)
    listed = binding.store.folder / SHEETS / f"{binding.page.id}.txt"
    listed.write_text(names, encoding="utf-8")
