"""Redlines as files: DOCX with tracked changes, a page with ins and del, a printed page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from uchtil.changes.redline import RedLine, texts_said
from uchtil.changes.said import Said
from uchtil.changes.tracked import texts_in, track
from uchtil.changes.words import Run
from uchtil.formats.docx import DocxSettings, finish, make_reference
from uchtil.formats.pages import plain_page, print_fonts, single_page
from uchtil.formats.pandoc import PandocFailed, run_script
from uchtil.formats.pdf import Faces, write_pdf
from uchtil.language import language
from uchtil.problems import Location, Problem, ProblemsFound

SCRIPT = "templates/pandoc/redline.lua"
TEMPLATE = "report/redline.html.j2"

Lines = Sequence[RedLine]


def write_documents(
    redlines: Mapping[str, Lines], old: Said, new: Said, folder: Path, scratch: Path, scripts: Path
) -> None:
    """Write ``redline-CODE.docx`` for each language, and read each back.

    Raises ``ProblemsFound`` where a document is not the old text with all changes rejected,
    or the new one with all accepted.
    """
    author, date = f"{old.name} → {new.name}", f"{new.date}T00:00:00Z"
    settings = {code: _settings(old, new, code) for code in redlines}
    job = {
        "author": author,
        "date": date,
        "documents": [
            {
                "docx": str(scratch / f"{code}.docx"),
                "reference_doc": str(_reference(settings[code], scratch / f"{code}.ref.docx")),
                "tag": language(code).tag,
                "lines": [_line_data(each, old, new) for each in lines],
            }
            for code, lines in redlines.items()
        ],
    }
    try:
        run_script(scripts, "redline", job, scratch)
        for code, lines in redlines.items():
            made = finish((scratch / f"{code}.docx").read_bytes(), settings[code])
            document = track(made, lines, author, date)
            _read_back(document, old, new, code)
            (folder / f"redline-{code}.docx").write_bytes(document)
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


def _reference(settings: DocxSettings, path: Path) -> Path:
    path.write_bytes(make_reference(settings))
    return path


def _settings(old: Said, new: Said, code: str) -> DocxSettings:
    text = (new.texts.get(code) or old.texts[code]).title
    return DocxSettings(
        language=language(code).tag,
        title=f"{text} ({old.name} → {new.name})",
        date=datetime.date.fromisoformat(new.date),
        header=f"{old.name} → {new.name}",
        footer=language(code).terms.page_of("{page}", "{pages}"),
        name=f"output/changes/redline-{code}.docx",
    )


def _line_data(line: RedLine, old: Said, new: Said) -> dict[str, Any]:
    return {
        "kind": line.line.kind,
        "level": line.line.level,
        "heads": line.heads,
        "tag": _tag(line, old, new),
        "runs": [_run_data(each) for each in line.runs],
        "rows": [[[_run_data(run) for run in cell] for cell in row.cells] for row in line.rows],
    }


def _tag(line: RedLine, old: Said, new: Said) -> str:
    """Return the language of an entry of the list; nothing of a line in the text's own."""
    if line.line.kind != "reference":
        return ""
    known = new.references.get(line.line.id) or old.references.get(line.line.id)
    return known.language if known else ""


def _run_data(run: Run) -> dict[str, Any]:
    return {"op": run.op.value, "text": run.text, "kinds": list(run.kinds)}


def _read_back(document: bytes, old: Said, new: Said, code: str) -> None:
    """Hold a document to both texts, to the letter."""
    for said, accept, what in ((new, True, "accepted"), (old, False, "rejected")):
        wanted, found = texts_said(said, code), texts_in(document, accept=accept)
        if found != wanted:
            one, other = next(
                (pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]),
                ("", ""),
            )
            raise ProblemsFound(
                [
                    Problem(
                        code="redline-differs",
                        message=f"with all changes {what} it is not {said.name}: "
                        f"“{one[:80]}” stands for “{other[:80]}”",
                        where=Location(file=f"output/changes/redline-{code}.docx"),
                        hint="this is a fault of the program: please report it",
                    )
                ]
            )


# ------------------------------------------------------------------ pages

FAMILY = "Source Serif 4"


def redline_page(templates: Path, lines: Lines, old: Said, new: Said, code: str) -> str:
    """Return the redline as one page: what is put in as ``ins``, what is taken out as ``del``."""
    context = _context(lines, old, new, code)
    return single_page(templates, TEMPLATE, "report/redline.css", **context).lstrip()


def print_redline(
    templates: Path, lines: Lines, old: Said, new: Said, code: str, target: Path
) -> None:
    """Write the redline as a PDF, its changes highlighted; raises ``ProblemsFound``."""
    page = plain_page(templates, TEMPLATE, **_context(lines, old, new, code)).lstrip()
    faces = Faces(family=FAMILY, coverage="fonts/coverage.txt", stylesheet=_print_style)
    write_pdf(page, templates, target, Location(file=f"output/changes/{target.name}"), faces=faces)


def _print_style(templates: Path) -> str:
    return print_fonts() + (templates / "report" / "redline-print.css").read_text(encoding="utf-8")


def _context(lines: Lines, old: Said, new: Said, code: str) -> dict[str, Any]:
    return {
        "lines": lines,
        "old": old,
        "new": new,
        "code": code,
        "tag": language(code).tag,
        "words": language(code).terms.news,
        "version": language(code).terms.version,
        "title": (new.texts.get(code) or old.texts[code]).title,
        "tag_of": lambda line: _tag(line, old, new),
    }
