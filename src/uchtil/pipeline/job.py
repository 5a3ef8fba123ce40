"""What pandoc is asked to do, and the start of it.

Kept apart from what follows (`convert`), whose libraries are imported while pandoc works.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from uchtil.bibliography import csl_json
from uchtil.formats.csl import Style, StyleKind, load_style
from uchtil.formats.pandoc import PandocRun, part_job, start_pandoc
from uchtil.language import language, locale_tag
from uchtil.pipeline.documents import docx_front
from uchtil.pipeline.drawings import Drawing
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.prepare import Prepared


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """A pandoc at work, and the kind of style that it cites in."""

    pandoc: PandocRun
    kind: StyleKind


def start(work: Conversion) -> Running | None:
    """Start pandoc on all that is stale; nothing where nothing is.

    Raises ``ProblemsFound`` when there is no such style.
    """
    if not work.stale:
        return None
    style = load_style(work.templates, work.style, work.prepared.project.review.where)
    work.scratch.mkdir()
    (work.scratch / "style.csl").write_text(style.xml, encoding="utf-8")
    (work.scratch / "unsorted.csl").write_text(style.xml_unsorted, encoding="utf-8")
    pandoc = start_pandoc(work.templates / "pandoc", _job(work, style), work.scratch)
    return Running(pandoc=pandoc, kind=style.kind)


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
