"""Makes the PDF of an edition of several languages from sheets, each kept until stale."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from uchtil.checks.readback import FileReading, read_pdf
from uchtil.formats.binding import bind, page_of_each_place
from uchtil.formats.pages import folios_page
from uchtil.formats.pdf import write_pdf
from uchtil.formats.sheets import FRONT, folio_texts, front_page, sheet_names, sheet_page
from uchtil.pipeline import fingerprints
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.manifest import SHEETS
from uchtil.pipeline.pages import page_edition
from uchtil.pipeline.staging import keep
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location, Problem, ProblemsFound

if TYPE_CHECKING:
    from uchtil.pipeline.job import Conversion

_WEIGHT = 40.0
"""Sheets come before all else: the edition that is bound from them is done last."""


class MadeSheet(NamedTuple):
    """A sheet that is made: its file, or what is wrong."""

    path: Path
    problems: list[Problem]


class Binder:
    """Has the sheets of an edition made side by side, and binds them when all are there."""

    def __init__(self, work: Conversion, workers: Workers) -> None:
        self._work = work
        self._workers = workers
        self._open: dict[str, tuple[Edition, dict[str, Path | None]]] = {}

    def begin(self, edition: Edition) -> None:
        """Start the sheets of an edition whose fragment is written.

        A sheet of the last build that is not stale is taken at once: a process for it
        would cost more than looking.
        """
        fragment = _fragment(self._work, edition)
        page = page_edition(self._work, edition, fragment)
        tasks = {name: f"{edition.file('pdf')}#{name}" for name in sheet_names(page)[1:]}
        sheets: dict[str, Path | None] = dict.fromkeys(tasks.values())
        self._open[edition.id] = (edition, sheets)
        for name, task in tasks.items():
            text = sheet_page(
                self._work.templates, page, name, references_html=fragment["references"]
            )
            sheet = _sheet_of(self._work, edition, name, text)
            if sheet.kept:
                sheets[task] = sheet.path
            else:
                self._workers.submit(task, _WEIGHT, partial(_make_sheet, self._work, sheet, text))
        self._bind_if_complete(edition, sheets)

    def take(self, task: str, result: Any) -> list[Problem] | None:  # noqa: ANN401 (any task's)
        """Take a finished task if it is a sheet, and return its problems; else nothing."""
        if not isinstance(result, MadeSheet):
            return None
        for edition, sheets in self._open.values():
            if task in sheets and not result.problems:  # one that is wanting is never bound
                sheets[task] = result.path
                self._bind_if_complete(edition, sheets)
        return result.problems

    def _bind_if_complete(self, edition: Edition, sheets: Mapping[str, Path | None]) -> None:
        paths = [path for path in sheets.values() if path is not None]
        if len(paths) == len(sheets):
            task = partial(_bind, self._work, edition, paths)
            self._workers.submit(edition.file("pdf"), _WEIGHT, task)


class Sheet(NamedTuple):
    """A sheet's file, and whether it could be kept from the last build."""

    path: Path
    where: Location
    kept: bool


def _sheet_of(work: Conversion, edition: Edition, name: str, text: str) -> Sheet:
    """Return where a sheet of this text belongs, taken over from the last build if it can."""
    file_name = f"{edition.id}-{name}-{fingerprints.of_text(work.look + text)}.pdf"
    target = work.folder / SHEETS / file_name
    target.parent.mkdir(parents=True, exist_ok=True)
    last = work.last_output / SHEETS / file_name
    if last.is_file():
        keep(last, target)
    where = Location(file=f"output/{edition.file('pdf')}")
    return Sheet(path=target, where=where, kept=target.exists())


def _make_sheet(work: Conversion, sheet: Sheet, text: str) -> MadeSheet:
    try:
        write_pdf(text, work.templates, sheet.path, sheet.where)
    except ProblemsFound as found:
        return MadeSheet(sheet.path, list(found.problems))
    return MadeSheet(sheet.path, [])


def _sheet(
    work: Conversion, edition: Edition, name: str, text: str, *, tagged: bool = True
) -> Path:
    """Return the PDF of a sheet, made if it could not be kept; raises ``ProblemsFound``."""
    sheet = _sheet_of(work, edition, name, text)
    if not sheet.kept:
        write_pdf(text, work.templates, sheet.path, sheet.where, tagged=tagged)
    return sheet.path


def _bind(
    work: Conversion, edition: Edition, sheets: list[Path]
) -> tuple[FileReading | None, list[Problem]]:
    """Make the front, whose contents tell pages of all sheets, and bind."""
    page = page_edition(work, edition, _fragment(work, edition))
    read = [page_of_each_place(sheet) for sheet in sheets]
    lengths = [length for _, length in read]
    target = work.folder / edition.file("pdf")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        # The front moves all pages that its contents tell: made again if its length is
        # not what was supposed, which is one page a language.
        length, supposed = 0, len(edition.parts)
        while length != supposed:
            length = supposed
            text = front_page(work.templates, page, _places(read, length))
            front = _sheet(work, edition, FRONT, text)
            supposed = page_of_each_place(front)[1]
        numbers = folios_page(work.templates, page.tag, folio_texts(page, [length, *lengths]))
        folios = _sheet(work, edition, "folios", numbers, tagged=False)
    except ProblemsFound as found:
        return None, list(found.problems)
    bind([front, *sheets], folios, target)
    return read_pdf(target), []


def _places(read: list[tuple[dict[str, int], int]], front: int) -> dict[str, int]:
    """Return the page (from 1) of every place in the bound edition."""
    places: dict[str, int] = {}
    start = front + 1
    for found, length in read:
        places.update({name: start + page for name, page in found.items()})
        start += length
    return places


def _fragment(work: Conversion, edition: Edition) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((work.scratch / f"{edition.id}.json").read_bytes())
    return data
