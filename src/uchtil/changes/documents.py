"""Redlines as files: DOCX with tracked changes, a page with ins and del, a printed page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from uchtil.changes.redline import RedLine, Redline, texts_said
from uchtil.changes.tracked import TIMES, texts_in, track
from uchtil.changes.words import Run
from uchtil.formats.docx import DocxSettings, finish, make_reference
from uchtil.formats.pages import plain_page, print_fonts, single_page
from uchtil.formats.pandoc import PandocFailed, run_script
from uchtil.formats.pdf import Faces, write_pdf
from uchtil.language import language
from uchtil.problems import Location, Problem, ProblemsFound

SCRIPT = "templates/pandoc/redline.lua"
TEMPLATE = "report/redline.html.j2"


def write_documents(
    redlines: Sequence[Redline], folder: Path, scratch: Path, scripts: Path
) -> None:
    """Write ``redline-CODE.docx`` of each, and read it back.

    Raises ``ProblemsFound`` where a document is not the old text with all changes rejected,
    or the new one with all accepted.
    """
    settings = {each.code: _settings(each) for each in redlines}
    job = {
        "documents": [
            {
                "author": author_of(each),
                "date": f"{each.new.date}{TIMES[0]}",
                "docx": str(scratch / f"{each.code}.docx"),
                "reference_doc": str(
                    _reference(settings[each.code], scratch / f"{each.code}.ref.docx")
                ),
                "tag": language(each.code).tag,
                "lines": [_line_data(each, line) for line in each.lines],
            }
            for each in redlines
        ],
    }
    try:
        run_script(scripts, "redline", job, scratch)
        for each in redlines:
            made = finish((scratch / f"{each.code}.docx").read_bytes(), settings[each.code])
            document = track(made, each.lines, author_of(each), each.new.date)
            _read_back(document, each)
            (folder / f"redline-{each.code}.docx").write_bytes(document)
    except (PandocFailed, ValueError) as failed:
        raise ProblemsFound(
            [
                Problem(
                    code="pandoc-failed",
                    message=f"the redline cannot be written: {failed}",
                    where=Location(file=SCRIPT),
                    hint="this is a fault of the program or of its templates",
                )
            ]
        ) from failed


def author_of(red: Redline) -> str:
    """Return whom Word names as the author of the changes: no person, but both versions."""
    return f"{red.old.name} → {red.new.name}"


def _reference(settings: DocxSettings, path: Path) -> Path:
    path.write_bytes(make_reference(settings))
    return path


def _settings(red: Redline) -> DocxSettings:
    return DocxSettings(
        language=language(red.code).tag,
        title=f"{red.title} ({author_of(red)})",
        date=datetime.date.fromisoformat(red.new.date),
        header=author_of(red),
        footer=language(red.code).terms.page_of("{page}", "{pages}"),
        name=f"output/changes/redline-{red.code}.docx",
    )


def _line_data(red: Redline, line: RedLine) -> dict[str, Any]:
    return {
        "kind": line.line.kind,
        "level": line.line.level,
        "heads": line.heads,
        "tag": red.tag_of(line),
        "runs": [_run_data(each) for each in line.runs],
        "rows": [[[_run_data(run) for run in cell] for cell in row.cells] for row in line.rows],
    }


def _run_data(run: Run) -> dict[str, Any]:
    return {"op": run.op.value, "text": run.text, "kinds": list(run.kinds)}


def _read_back(document: bytes, red: Redline) -> None:
    """Hold a document to both texts, to the letter."""
    for said, accept, what in ((red.new, True, "accepted"), (red.old, False, "rejected")):
        wanted, found = texts_said(said, red.code), texts_in(document, accept=accept)
        if found != wanted:
            one, other = next(
                pair for pair in zip_longest(found, wanted, fillvalue="") if pair[0] != pair[1]
            )
            raise ProblemsFound(
                [
                    Problem(
                        code="redline-differs",
                        message=f"with all changes {what} it is not {said.name}: "
                        f"“{one[:80]}” stands for “{other[:80]}”",
                        where=Location(file=f"output/changes/redline-{red.code}.docx"),
                        hint="this is a fault of the program: please report it",
                    )
                ]
            )


# ------------------------------------------------------------------ pages


def redline_page(templates: Path, red: Redline) -> str:
    """Return the redline as one page: what is put in as ``ins``, what is taken out as ``del``."""
    return single_page(templates, TEMPLATE, "report/redline.css", **_context(red)).lstrip()


def print_redline(templates: Path, red: Redline, target: Path) -> None:
    """Write the redline as a PDF, its changes highlighted; raises ``ProblemsFound``."""
    page = plain_page(templates, TEMPLATE, **_context(red)).lstrip()
    where = Location(file=f"output/changes/{target.name}")
    write_pdf(page, templates, target, where, faces=FACES)


def _print_style(templates: Path) -> str:
    return print_fonts() + (templates / "report" / "redline-print.css").read_text(encoding="utf-8")


FACES = Faces(family="Source Serif 4", coverage="fonts/coverage.txt", stylesheet=_print_style)


def _context(red: Redline) -> dict[str, Any]:
    terms = language(red.code).terms
    return {
        "red": red,
        "tag": language(red.code).tag,
        "words": terms.news,
        "version": terms.version,
    }
