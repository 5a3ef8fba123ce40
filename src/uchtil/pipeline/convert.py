"""Makes every stale file: one pandoc process, then all cores for what follows from it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from uchtil.checks.readback import Cited, FileReading, compare_with_expected
from uchtil.checks.readback.docx import read_docx
from uchtil.checks.readback.html import read_html
from uchtil.formats.csl import StyleKind
from uchtil.formats.pandoc import PandocFailed, PandocRun
from uchtil.pipeline.binder import Binder, Taken, fragment_of
from uchtil.pipeline.documents import docx_file
from uchtil.pipeline.editions import FORMATS, Edition
from uchtil.pipeline.job import Conversion, Running
from uchtil.pipeline.pages import edition_page
from uchtil.pipeline.press import Press
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location, Problem, Problems, ProblemsFound
from uchtil.progress import Progress

_WEIGHT = {"pdf": 10.0, "docx": 1.0, "html": 1.5}
"""How long a format takes, relative to the others, for the same text."""


def convert(
    work: Conversion,
    running: Running,
    press: Press | None,
    problems: Problems,
    progress: Progress,
) -> dict[str, FileReading]:
    """Make the stale files in ``work.folder`` and return what was read back from them."""
    pandoc = running.pandoc
    workers = Workers(work.jobs, press)
    binder = Binder(work, workers)
    readings: dict[str, FileReading] = {}
    try:
        by_id = {edition.id: edition for edition in work.editions}
        for kind, edition_id in pandoc.ready():
            _submit(work, by_id[edition_id], kind, workers, binder)
            _collect(workers, binder, readings, problems, progress, block=False)
        _collect(workers, binder, readings, problems, progress, block=True)
        _compare(work, pandoc, readings, running.kind, problems)
    finally:
        workers.stop()
    shutil.rmtree(work.scratch)
    return readings


def _submit(
    work: Conversion, edition: Edition, kind: str, workers: Workers, binder: Binder
) -> None:
    """Hand over what a finished file of pandoc's makes possible."""
    if kind == "text":
        binder.begin_text(edition)
        return
    made: tuple[str, ...] = ("pdf", "html") if kind == "html" else ("docx",)
    for format_name in made:
        if work.wants(edition, format_name):
            name = edition.file(format_name)
            if format_name == "pdf":
                binder.begin(edition)
                continue
            task = partial(_MAKERS[format_name], work, edition, work.folder / name)
            workers.submit(name, _WEIGHT[format_name] * len(edition.parts), task)


_YIELDING = 5
"""How much a page or a document yields to what is printed: that takes longest (see nice(2))."""


def _make_html(work: Conversion, edition: Edition, target: Path) -> _Made:
    os.nice(_YIELDING)
    fragment = fragment_of(work, edition.id)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(edition_page(work, edition, fragment), encoding="utf-8")
    return read_html(target), []


def _make_docx(work: Conversion, edition: Edition, target: Path) -> _Made:
    os.nice(_YIELDING)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.write_bytes(
            docx_file(work, edition, (work.scratch / f"{edition.id}.docx").read_bytes())
        )
    except ProblemsFound as found:
        return None, list(found.problems)
    return read_docx(target, work.prepared.article.order), []


_Made = tuple[FileReading | None, list[Problem]]
_MAKERS = {"html": _make_html, "docx": _make_docx}


def _collect(
    workers: Workers,
    binder: Binder,
    readings: dict[str, FileReading],
    problems: Problems,
    progress: Progress,
    *,
    block: bool,
) -> None:
    for name, result in workers.finished(block=block):
        taken = binder.take(result) or Taken(name, *result)
        problems.extend(taken.problems)
        if taken.reading is not None:
            readings[taken.name] = taken.reading
            progress.done(taken.name)


def _compare(
    work: Conversion,
    pandoc: PandocRun,
    readings: Mapping[str, FileReading],
    kind: StyleKind,
    problems: Problems,
) -> None:
    """Compare every file with what citeproc gave, and tell what pandoc complained of."""
    try:
        result = pandoc.result()
    except PandocFailed as failed:
        problems.error(
            "pandoc-failed",
            f"pandoc ended with an error: {failed}",
            Location(file="templates/pandoc/build.lua"),
            "this is a fault of the program or of its templates",
        )
        return
    for found in result["problems"]:
        problems.add(_content_problem(work, found))
    for warning in [*result["said"], *(result.get("warnings") or [])]:
        problems.warning("pandoc", warning, Location(file="templates/pandoc/build.lua"))
    for lost in result.get("missing") or []:
        problems.error(
            "unresolved-citation",
            f"citeproc did not find `{lost['key']}`",
            Location(file="bibliography/references.bib"),
        )
    for edition in work.editions:
        record = result["editions"].get(edition.id) if result["editions"] else None
        if record is None:
            continue
        expected = FileReading(
            tuple(Cited(each["key"], each["text"]) for each in record["citations"]),
            tuple(Cited(each["key"], "") for each in record["references"]),
        )
        for format_name in FORMATS:
            name = edition.file(format_name)
            if name in readings:
                ordered = not (kind == "note" and format_name == "pdf")
                compare_with_expected(
                    f"output/{name}", readings[name], expected, problems, ordered=ordered
                )


_CONTENT_PROBLEMS = {
    "raw-code": (
        "raw HTML or TeX is not allowed: “{what}”",
        "write Markdown: it is printed in every format",
    ),
    "foreign-image": (
        "the picture “{what}” is not one of the review's figures",
        'add it to content/exhibits.yaml and write {{ figure("…") }}',
    ),
    "unsafe-link": (
        "the link “{what}” is of a kind that is not allowed",
        "link to http, https, mailto or a place in the text (#…)",
    ),
}


def _content_problem(work: Conversion, found: Mapping[str, str]) -> Problem:
    """Return the problem that the Lua script found in a text, with its line if it is there."""
    part = work.prepared.article.parts[found["language"]]
    section = next(each for each in part.sections if each.slug == found["section"])
    source = work.prepared.project.sections[(section.slug, part.language)].text
    before, hit, _ = source.partition(found["what"])
    line = section.where.line + before.count("\n") if hit else 0
    message, hint = _CONTENT_PROBLEMS[found["code"]]
    return Problem(
        code=found["code"],
        message=message.format(what=found["what"]),
        where=Location(file=section.where.file, line=line),
        hint=hint,
    )
