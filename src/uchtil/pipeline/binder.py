"""Makes PDFs from sheets, each kept until it is stale and made once for all editions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from uchtil.checks.readback.pages import PagesReading, join_pages
from uchtil.checks.readback.records import FileReading
from uchtil.formats.parts import count_notes
from uchtil.formats.sheets import references_page, text_page, without_text
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.pages import page_edition
from uchtil.pipeline.pages_read import keep_pages
from uchtil.pipeline.sheets import (
    Binding,
    BoundEdition,
    MadeSheet,
    ReadingBack,
    ReadPages,
    Store,
    bind_edition,
    make_sheet,
    read_bound,
)
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location, Problem

if TYPE_CHECKING:
    from uchtil.pipeline.job import Conversion

_SHEET, _READING, _BINDING = 40.0, 45.0, 50.0
"""Sheets come before all else, since bindings wait for them; a binding before a sheet."""

_PIECE = 12
"""Pages that are read back in a tenth of a second: fewer are not worth a process."""


class Taken(NamedTuple):
    """What came of a task: of which file it was, its reading if it is whole, problems."""

    name: str
    reading: FileReading | None
    problems: list[Problem]


class Binder:
    """Has sheets made side by side, and binds an edition when all of its own are there."""

    def __init__(self, work: Conversion, workers: Workers) -> None:
        self._work = work
        self._workers = workers
        self._store = Store(
            templates=work.templates,
            folder=work.folder,
            last_output=work.last_output,
            look=work.look,
            reader=work.reader,
        )
        self._waiting: dict[str, tuple[Binding, set[Path]]] = {}
        self._read: dict[str, dict[int, PagesReading | None]] = {}
        self._pages: dict[tuple[str, int], str] = {}
        self._asked: set[Path] = set()
        self._there: set[Path] = set()

    def begin_text(self, code: str) -> None:
        """Start the text in one language, before any list is written."""
        edition = Edition(id=code, parts=(code,))
        where = Location(file=f"output/{edition.file('pdf')}")
        (text,) = self._pages_of_texts(edition, texts_of(self._work, edition))
        self._ask(text, where)

    def begin(self, edition: Edition) -> None:
        """Start the sheets of an edition whose fragment is written."""
        written = texts_of(self._work, edition)
        page = page_edition(self._work, edition, written)
        name = edition.file("pdf")
        where = Location(file=f"output/{name}")
        texts = self._pages_of_texts(edition, written)
        list_html = references_of(self._work, edition)
        texts.append(references_page(self._work.templates, page, list_html))
        paths = tuple(self._ask(text, where) for text in texts)
        binding = Binding(store=self._store, page=without_text(page), sheets=paths, name=name)
        self._waiting[name] = (binding, set(paths))
        self._bind_what_is_complete()

    def take(self, result: Any) -> Taken | None:  # noqa: ANN401 (any task's)
        """Take a finished task's result if it is one of the binder's own."""
        if isinstance(result, MadeSheet):
            if not result.problems:  # one that is wanting is never bound
                self._there.add(result.path)
                self._bind_what_is_complete()
            return Taken("", None, result.problems)
        if isinstance(result, BoundEdition):
            if not result.problems:
                self._read_back(result)
            return Taken(result.name, None, result.problems)
        if isinstance(result, ReadPages):
            pieces = self._read[result.name]
            pieces[result.first] = result.reading
            readings = [piece for _, piece in sorted(pieces.items()) if piece is not None]
            if len(readings) < len(pieces):
                return Taken(result.name, None, [])
            keep_pages(self._work.folder, _edition_of(result.name), self._work.reader, readings)
            return Taken(result.name, join_pages(readings), [])
        return None

    def _pages_of_texts(self, edition: Edition, texts: Mapping[str, Any]) -> list[str]:
        """Return the page of each language's text, as an edition in that language alone has it.

        One that several editions print is made once, if as many notes stand before it in each.
        """
        pages = []
        notes = 0
        for code in edition.parts:
            if (code, notes) not in self._pages:
                page = page_edition(self._work, Edition(id=code, parts=(code,)), texts)
                self._pages[code, notes] = text_page(self._work.templates, page, notes_before=notes)
            pages.append(self._pages[code, notes])
            notes += count_notes(texts[code]["body"])
        return pages

    def _read_back(self, bound: BoundEdition) -> None:
        """Have a bound file read: a long one in pieces, since nothing else is left to do."""
        size = max(_PIECE, -(-bound.pages // self._work.jobs))
        self._read[bound.name] = dict.fromkeys(range(0, bound.pages, size))
        for first in range(0, bound.pages, size):
            asked = ReadingBack(
                store=self._store,
                edition=_edition_of(bound.name),
                name=bound.name,
                first=first,
                last=min(first + size, bound.pages),
            )
            title = f"{bound.name} from page {first + 1}"
            self._workers.submit(title, _READING, partial(read_bound, asked), prints=True)

    def _ask(self, text: str, where: Location) -> Path:
        """Have a sheet made unless it is asked for already; return where it will be.

        A sheet of the last build that is not stale is taken at once: a process for it
        would cost more than looking.
        """
        sheet = self._store.sheet(text, where)
        if sheet.path not in self._asked:
            self._asked.add(sheet.path)
            if sheet.kept:
                self._there.add(sheet.path)
            else:
                task = partial(make_sheet, self._store, sheet, text)
                self._workers.submit(f"sheet {sheet.path.name}", _SHEET, task, prints=True)
        return sheet.path

    def _bind_what_is_complete(self) -> None:
        for name, (binding, sheets) in list(self._waiting.items()):
            if self._there >= sheets:
                del self._waiting[name]
                self._workers.submit(name, _BINDING, partial(bind_edition, binding), prints=True)


def _edition_of(name: str) -> str:
    """Return the edition that a file of the output belongs to."""
    return name.partition("/")[0]


def texts_of(work: Conversion, edition: Edition) -> dict[str, dict[str, Any]]:
    """Return what pandoc has written of each text of an edition, now or in an earlier build."""
    return {code: json.loads(work.texts[code].path.read_bytes()) for code in edition.parts}


def references_of(work: Conversion, edition: Edition) -> str:
    """Return the reference list that pandoc has written for an edition."""
    return str(json.loads((work.scratch / f"{edition.id}.json").read_bytes())["references"])
