"""Makes PDFs from sheets, each kept until it is stale and made once for all editions."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from uchtil.checks.readback import FileReading, read_pdf
from uchtil.formats.binding import Bound, bind, page_of_each_place
from uchtil.formats.pages import folios_page
from uchtil.formats.pdf import write_pdf
from uchtil.formats.sheets import folio_texts, front_page, references_page, text_page
from uchtil.pipeline import fingerprints
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.manifest import SHEETS
from uchtil.pipeline.pages import page_edition
from uchtil.pipeline.staging import keep
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location, Problem, ProblemsFound

if TYPE_CHECKING:
    from uchtil.pipeline.job import Conversion

_SHEET, _BINDING = 40.0, 50.0
"""Sheets come before all else, since bindings wait for them; a binding before a sheet."""

_NOTE = re.compile(r'class="footnote-ref"')


class Sheet(NamedTuple):
    """A sheet's file, and whether it could be kept from the last build."""

    path: Path
    where: Location
    kept: bool


class MadeSheet(NamedTuple):
    """A sheet that is made, and what is wrong with it."""

    path: Path
    problems: list[Problem]


class Binder:
    """Has sheets made side by side, and binds an edition when all of its own are there."""

    def __init__(self, work: Conversion, workers: Workers) -> None:
        self._work = work
        self._workers = workers
        self._waiting: dict[str, tuple[Edition, list[Path]]] = {}
        self._asked: set[Path] = set()
        self._there: set[Path] = set()

    def begin(self, edition: Edition) -> None:
        """Start the sheets of an edition whose fragment is written.

        A sheet of the last build that is not stale is taken at once: a process for it
        would cost more than looking.
        """
        fragment = _fragment(self._work, edition)
        page = page_edition(self._work, edition, fragment)
        where = Location(file=f"output/{edition.file('pdf')}")
        texts = _texts(self._work, edition, fragment)
        texts.append(references_page(self._work.templates, page, fragment["references"]))
        paths = []
        for text in texts:
            sheet = _sheet_of(self._work, text, where)
            paths.append(sheet.path)
            if sheet.kept:
                self._there.add(sheet.path)
            elif sheet.path not in self._asked:
                self._asked.add(sheet.path)
                task = partial(_make_sheet, self._work, sheet, text)
                self._workers.submit(f"sheet {sheet.path.name}", _SHEET, task)
        self._waiting[edition.id] = (edition, paths)
        self._bind_what_is_complete()

    def take(self, result: Any) -> list[Problem] | None:  # noqa: ANN401 (any task's)
        """Take a finished task's result if it is a sheet, and return its problems."""
        if not isinstance(result, MadeSheet):
            return None
        if not result.problems:  # one that is wanting is never bound
            self._there.add(result.path)
            self._bind_what_is_complete()
        return result.problems

    def _bind_what_is_complete(self) -> None:
        for edition, paths in list(self._waiting.values()):
            if self._there.issuperset(paths):
                del self._waiting[edition.id]
                task = partial(_bind, self._work, edition, paths)
                self._workers.submit(edition.file("pdf"), _BINDING, task)


def _texts(work: Conversion, edition: Edition, fragment: dict[str, Any]) -> list[str]:
    """Return the page of each language's text, as an edition in that language alone has it.

    In an edition of several languages every name in a text has its language's prefix; it
    is taken off here and put back when the sheet is bound.
    """
    pages = []
    notes = 0
    for part in fragment["parts"]:
        code = part["language"]
        body = part["body"]
        if len(edition.parts) > 1:
            body = re.sub(rf'\b(id="|href="#){code}-', r"\1", body)
        alone = {"parts": [{**part, "body": body}], "references": ""}
        page = page_edition(work, Edition(id=code, parts=(code,)), alone)
        pages.append(text_page(work.templates, page, notes_before=notes))
        notes += len(_NOTE.findall(part["body"]))
    return pages


def _sheet_of(work: Conversion, text: str, where: Location) -> Sheet:
    """Return where a sheet of this text belongs, taken over from the last build if it can."""
    file_name = f"{fingerprints.of_text(work.look + text)}.pdf"
    target = work.folder / SHEETS / file_name
    last = work.last_output / SHEETS / file_name
    if not target.exists() and last.is_file():
        keep(last, target)
    return Sheet(path=target, where=where, kept=target.exists())


def _make_sheet(work: Conversion, sheet: Sheet, text: str, *, tagged: bool = True) -> MadeSheet:
    sheet.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_pdf(text, work.templates, sheet.path, sheet.where, tagged=tagged)
    except ProblemsFound as found:
        return MadeSheet(sheet.path, list(found.problems))
    return MadeSheet(sheet.path, [])


def _bind(
    work: Conversion, edition: Edition, sheets: Sequence[Path]
) -> tuple[FileReading | None, list[Problem]]:
    """Make the front, whose contents tell pages of all sheets, and bind."""
    page = page_edition(work, edition, _fragment(work, edition))
    where = Location(file=f"output/{edition.file('pdf')}")
    prefixes = [*(part.prefix for part in page.parts), ""]
    read = [page_of_each_place(sheet) for sheet in sheets]
    lengths = [length for _, length in read]

    def made(text: str, *, tagged: bool = True) -> Path:
        sheet = _sheet_of(work, text, where)
        if not sheet.kept:
            problems = _make_sheet(work, sheet, text, tagged=tagged).problems
            if problems:
                raise ProblemsFound(problems)
        return sheet.path

    try:
        # The front moves all pages that its contents tell: made again if its length is
        # not what was supposed, which is one page a language.
        length, supposed = 0, len(edition.parts)
        while length != supposed:
            length = supposed
            places = _places(read, prefixes, length)
            front = made(front_page(work.templates, page, places))
            supposed = page_of_each_place(front)[1]
        texts = folio_texts(page, [length, *lengths])
        folios = made(folios_page(work.templates, page.tag, texts), tagged=False)
    except ProblemsFound as found:
        return None, list(found.problems)
    target = work.folder / edition.file("pdf")
    target.parent.mkdir(parents=True, exist_ok=True)
    bound = [Bound(path=path, prefix=prefix) for path, prefix in zip(sheets, prefixes, strict=True)]
    bind(front, bound, folios, target)
    _note_parts(work, edition, [front, *sheets, folios])
    return read_pdf(target), []


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


def _note_parts(work: Conversion, edition: Edition, parts: Sequence[Path]) -> None:
    """Write down what an edition was bound from, so that it can be kept with it."""
    names = "".join(f"{part.name}\n" for part in parts)
    (work.folder / SHEETS / f"{edition.id}.txt").write_text(names, encoding="utf-8")


def _fragment(work: Conversion, edition: Edition) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((work.scratch / f"{edition.id}.json").read_bytes())
    return data
