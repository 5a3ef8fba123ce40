"""Makes every stale file: one pandoc process, then all cores for what follows from it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.checks.readback import Cited, FileReading, compare_with_expected
from uchtil.checks.readback.docx import read_docx
from uchtil.checks.readback.html import read_html
from uchtil.formats.csl import StyleKind
from uchtil.formats.pandoc import PandocFailed, PandocRun
from uchtil.language import TRANSLITERATED
from uchtil.pipeline.binder import Binder, Taken, references_of, texts_of
from uchtil.pipeline.documents import docx_file
from uchtil.pipeline.editions import FORMATS, Edition
from uchtil.pipeline.job import Conversion, Running
from uchtil.pipeline.pages import edition_page
from uchtil.pipeline.press import Press
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location, Problem, Problems, ProblemsFound
from uchtil.progress import Progress

if TYPE_CHECKING:
    from uchtil.checks.parity import Printed, Row
    from uchtil.pipeline.check import Examined

Checks = tuple["Examined", list[Problem]]
"""What the checks found, and the problems they told."""

_CHECKS, _LANGUAGES, _FIRST = "checks", "languages", 100.0
"""The tasks that check, and their weight: on errors nothing else need be made."""

_WEIGHT = {"pdf": 10.0, "docx": 1.0, "html": 1.5}
"""How long a format takes, relative to the others, for the same text."""


def convert(
    work: Conversion,
    running: Running,
    *,
    press: Press | None,
    checks: Callable[[], Checks],
    problems: Problems,
    progress: Progress,
) -> tuple[dict[str, FileReading], Examined | None]:
    """Make the stale files in ``work.folder`` and return what was read back from them.

    ``checks`` are made beside it; what they found is returned too.  If there are errors
    among it, what is being made is given up at once.
    """
    pandoc = running.pandoc
    workers = Workers(work.jobs, press)
    binder = Binder(work, workers)
    readings: dict[str, FileReading] = {}
    examined: list[Examined] = []
    pages = {name for name in work.stale if name.endswith(".html")}
    compared = [True] if not pages else []

    def collect(*, block: bool) -> bool:
        """Take what is done; whether it is worth while to go on."""
        for name, result in workers.finished(block=block):
            if name == _LANGUAGES:
                problems.extend(result)
            elif name == _CHECKS:
                found, told = result
                problems.extend(told)
                examined.append(found)
            else:
                taken = binder.take(result) or Taken(name, *result)
                problems.extend(taken.problems)
                if taken.reading is not None:
                    readings[taken.name] = taken.reading
                    progress.done(taken.name)
            if examined and problems.stopping:
                return False
            if examined and not compared and pages <= readings.keys():
                compared.append(True)
                task = partial(_compare_languages, work, examined[0].rows)
                workers.submit(_LANGUAGES, _FIRST, task)
        return True

    try:
        by_id = {edition.id: edition for edition in work.editions}
        # Until the first text is cited nothing can be printed.
        workers.submit(_CHECKS, _FIRST, partial(_yielding, checks))
        printing = True
        for kind, edition_id in pandoc.ready():
            if printing and kind != "text":  # what is printed has been begun
                printing = False
                _yield(pandoc.process.pid)
            if kind == "text":
                _begin_text(work, edition_id, binder)
            else:
                _submit(work, by_id[edition_id], kind, workers, binder)
            if not collect(block=False):
                return readings, examined[0]
        if collect(block=True):
            _compare(work, pandoc, readings, running.kind, problems)
    finally:
        workers.stop()
    shutil.rmtree(work.scratch)
    return readings, examined[0] if examined else None


def _begin_text(work: Conversion, code: str, binder: Binder) -> None:
    """Start laying out a text where it is to be printed."""
    if any(code in edition.parts and work.wants(edition, "pdf") for edition in work.editions):
        binder.begin_text(code)


def _submit(
    work: Conversion, edition: Edition, kind: str, workers: Workers, binder: Binder
) -> None:
    """Hand over what a finished file of pandoc's makes possible."""
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
"""How much all else yields to what is printed: that takes longest (see nice(2))."""


def _yield(process: int) -> None:
    with suppress(OSError):  # it has ended
        os.setpriority(os.PRIO_PROCESS, process, _YIELDING)


def _yielding(task: Callable[[], Checks]) -> Checks:
    os.nice(_YIELDING)
    return task()


def _make_html(work: Conversion, edition: Edition, target: Path) -> _Made:
    os.nice(_YIELDING)
    page = edition_page(work, edition, texts_of(work, edition), references_of(work, edition))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8")
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


def _compare_languages(work: Conversion, rows: tuple[Row, ...]) -> list[Problem]:
    """Compare what the finished pages print in each language: by themselves, and together.

    Of the last build those pages count that were looked at and are up to date: others may
    have been made from something else.
    """
    from uchtil.checks.parity import compare_printed, read_printed

    project = work.prepared.project
    languages = project.review.languages
    alone: list[Printed] = []
    together: list[Printed] = []
    for edition in work.editions:
        if edition.id in project.review.transliterated:
            continue  # it prints what the text it is made from prints
        name = edition.file("html")
        if name in work.stale or name in work.fresh:
            page = (work.folder if name in work.stale else work.last_output) / name
            printed = read_printed(page, languages, edition.id)
            (alone if edition.id in languages else together).extend(printed)
    told = Problems()
    for each in (alone, together):
        compare_printed(project, rows, each, told)
    return list(told)


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
    told = {each["language"] for each in result["problems"]}
    for found in result["problems"]:
        if TRANSLITERATED.get(found["language"]) not in told:  # told of its original
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
    written = TRANSLITERATED.get(part.language, part.language)
    source = work.prepared.project.sections[(section.slug, written)].text
    before, hit, _ = source.partition(found["what"])
    line = section.where.line + before.count("\n") if hit else 0
    message, hint = _CONTENT_PROBLEMS[found["code"]]
    return Problem(
        code=found["code"],
        message=message.format(what=found["what"]),
        where=Location(file=section.where.file, line=line),
        hint=hint,
    )
