"""Makes every stale file: one pandoc process, then all cores for what follows from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from uchtil.bibliography import csl_json
from uchtil.checks.readback import (
    Cited,
    FileReading,
    compare_with_expected,
    read_docx,
    read_html,
    read_pdf,
)
from uchtil.formats.csl import Style, StyleKind, load_style
from uchtil.formats.pandoc import PandocFailed, PandocRun, part_job, start_pandoc
from uchtil.formats.pdf import read_look
from uchtil.language import language, locale_tag
from uchtil.pipeline.binder import Binder
from uchtil.pipeline.documents import docx_file, docx_front
from uchtil.pipeline.drawings import Drawing
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.pages import edition_page, pdf_file
from uchtil.pipeline.prepare import Prepared
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location, Problem, Problems, ProblemsFound
from uchtil.progress import Progress


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversion:
    """What to make, from what, and where; ``stale`` names files within the output."""

    prepared: Prepared
    editions: tuple[Edition, ...]
    stale: tuple[str, ...]
    drawings: Mapping[tuple[str, str], Drawing]
    templates: Path
    style: str
    jobs: int
    folder: Path
    last_output: Path
    """The last build, from which sheets and pictures are taken; it need not be there."""
    look: str
    """Fingerprint of all that sheets are made with, but for their text."""

    @property
    def scratch(self) -> Path:
        """Where pandoc's files lie until they are finished."""
        return self.folder / ".work"

    def wants(self, edition: Edition, format_name: str) -> bool:
        """Whether this file is stale."""
        return edition.file(format_name) in self.stale


_WEIGHT = {"pdf": 10.0, "docx": 1.0, "html": 1.5}
"""How long a format takes, relative to the others, for the same text."""


def convert(work: Conversion, problems: Problems, progress: Progress) -> dict[str, FileReading]:
    """Make the stale files in ``work.folder`` and return what was read back from them."""
    if not work.stale:
        return {}
    try:
        style = load_style(work.templates, work.style, work.prepared.project.review.where)
    except ProblemsFound as found:
        problems.extend(found.problems)
        return {}
    scratch = work.scratch
    scratch.mkdir()
    job = _job(work, style)
    (scratch / "style.csl").write_text(style.xml, encoding="utf-8")
    (scratch / "unsorted.csl").write_text(style.xml_unsorted, encoding="utf-8")
    pandoc = start_pandoc(work.templates / "pandoc", job, scratch)
    if any(name.endswith(".pdf") for name in work.stale):
        _warm_up(work.templates)
    workers = Workers(work.jobs)
    binder = Binder(work, workers)
    readings: dict[str, FileReading] = {}
    try:
        by_id = {edition.id: edition for edition in work.editions}
        for kind, edition_id in pandoc.ready():
            _submit(work, by_id[edition_id], kind, workers, binder)
            _collect(workers, binder, readings, problems, progress, block=False)
        _collect(workers, binder, readings, problems, progress, block=True)
        _compare(work, pandoc, readings, style.kind, problems)
    finally:
        workers.stop()
        if pandoc.process.poll() is None:
            pandoc.process.kill()
            pandoc.process.wait()
    _clear(scratch)
    return readings


def _job(work: Conversion, style: Style) -> dict[str, Any]:
    prepared, scratch = work.prepared, work.scratch
    review = prepared.project.review
    stale_editions = [
        edition
        for edition in work.editions
        if any(work.wants(edition, name) for name in ("html", "pdf", "docx"))
    ]
    needed = {code for edition in stale_editions for code in edition.parts}
    references = [prepared.references[key] for key in prepared.article.order]
    assert review.date.start is not None
    return {
        "epoch": _epoch(review.date.first.toordinal()),
        "languages": list(review.languages),
        "tags": {code: language(code).tag for code in review.languages},
        "parts": [
            part_job(
                code,
                prepared.article.parts[code].abstract,
                [(s.slug, s.markdown) for s in prepared.article.parts[code].sections],
            )
            for code in review.languages
            if code in needed
        ],
        "references": csl_json(references, initials=style.initials),
        "style": str(scratch / "style.csl"),
        "unsorted": str(scratch / "unsorted.csl"),
        "kind": style.kind,
        "order": list(prepared.article.order),
        "bibliography_language": {r.key: locale_tag(r.language) for r in references},
        "editions": [
            {
                "id": edition.id,
                "parts": list(edition.parts),
                **(
                    {"html": str(scratch / f"{edition.id}.json")}
                    if work.wants(edition, "html") or work.wants(edition, "pdf")
                    else {}
                ),
                **(
                    {"docx": str(scratch / f"{edition.id}.docx"), **docx_front(work, edition)}
                    if work.wants(edition, "docx")
                    else {}
                ),
            }
            for edition in stale_editions
        ],
    }


def _epoch(ordinal: int) -> int:
    """Return noon of a day (a proleptic Gregorian ordinal) in seconds since 1970."""
    return (ordinal - 719163) * 86400 + 43200


def _submit(
    work: Conversion, edition: Edition, kind: str, workers: Workers, binder: Binder
) -> None:
    """Hand over what a finished file of pandoc's makes possible."""
    made: tuple[str, ...] = ("pdf", "html") if kind == "html" else ("docx",)
    for format_name in made:
        if work.wants(edition, format_name):
            name = edition.file(format_name)
            if format_name == "pdf" and len(edition.parts) > 1:
                binder.begin(edition)
                continue
            task = partial(_MAKERS[format_name], work, edition, work.folder / name)
            workers.submit(name, _WEIGHT[format_name] * len(edition.parts), task)


def _make_html(work: Conversion, edition: Edition, target: Path) -> _Made:
    fragment = json.loads((work.scratch / f"{edition.id}.json").read_bytes())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(edition_page(work, edition, fragment), encoding="utf-8")
    return read_html(target), []


def _make_pdf(work: Conversion, edition: Edition, target: Path) -> _Made:
    fragment = json.loads((work.scratch / f"{edition.id}.json").read_bytes())
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        pdf_file(work, edition, fragment, target)
    except ProblemsFound as found:
        return None, list(found.problems)
    return read_pdf(target), []


def _make_docx(work: Conversion, edition: Edition, target: Path) -> _Made:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.write_bytes(
            docx_file(work, edition, (work.scratch / f"{edition.id}.docx").read_bytes())
        )
    except ProblemsFound as found:
        return None, list(found.problems)
    return read_docx(target, work.prepared.article.order), []


_Made = tuple[FileReading | None, list[Problem]]
_MAKERS = {"html": _make_html, "pdf": _make_pdf, "docx": _make_docx}


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
        of_sheet = binder.take(name, result)
        if of_sheet is not None:
            problems.extend(of_sheet)
            continue
        reading, found = result
        problems.extend(found)
        if reading is not None:
            readings[name] = reading
        progress.done(name)


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
        for format_name in _MAKERS:
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


def _warm_up(templates: Path) -> None:
    """Read what every PDF needs while pandoc works, so that forked workers have it."""
    import pyphen

    from uchtil.language import LANGUAGES, register_hyphenation

    register_hyphenation()
    for each in LANGUAGES:
        pyphen.Pyphen(lang=pyphen.language_fallback(each.tag.replace("-", "_")))
    read_look(templates)


def _clear(scratch: Path) -> None:
    import shutil

    shutil.rmtree(scratch)
