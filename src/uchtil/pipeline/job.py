"""What pandoc is asked to do, and the start of it.

Kept apart from what follows (`convert`), whose libraries are imported while pandoc works.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from uchtil.bibliography import csl_json
from uchtil.formats.csl import Style, StyleKind, load_style
from uchtil.formats.pandoc import Pandoc, PandocRun
from uchtil.language import language, locale_tag
from uchtil.pipeline.documents import docx_front
from uchtil.pipeline.drawings import Drawing
from uchtil.pipeline.editions import Edition, codes_of
from uchtil.pipeline.prepare import Prepared
from uchtil.pipeline.texts import TEXTS, Text


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
    texts: Mapping[str, Text]
    """Each language's text."""

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


def start(work: Conversion, pandoc: Pandoc) -> Running | None:
    """Give pandoc all that is stale; nothing where nothing is.

    Raises ``ProblemsFound`` when there is no such style.
    """
    if not work.stale:
        return None
    style = load_style(work.templates, work.style, work.prepared.project.review.where)
    work.scratch.mkdir()
    (work.folder / TEXTS).mkdir(parents=True, exist_ok=True)
    (work.scratch / "style.csl").write_text(style.xml, encoding="utf-8")
    (work.scratch / "unsorted.csl").write_text(style.xml_unsorted, encoding="utf-8")
    return Running(pandoc=pandoc.start(_job(work, style), work.scratch), kind=style.kind)


def _job(work: Conversion, style: Style) -> dict[str, Any]:
    prepared, scratch = work.prepared, work.scratch
    review = prepared.project.review
    codes = codes_of(review)
    stale_editions = [
        edition
        for edition in work.editions
        if any(work.wants(edition, name) for name in ("html", "pdf", "docx"))
    ]
    needed = {code for edition in stale_editions for code in edition.parts}
    references = [prepared.references[key] for key in prepared.article.order]
    return {
        "languages": list(review.languages),
        "tags": {code: language(code).tag for code in codes},
        "parts": [
            _part(
                code,
                prepared.article.parts[code].abstract,
                [(s.slug, s.markdown) for s in prepared.article.parts[code].sections],
                work.texts[code],
            )
            # What is made is handed out before what is kept is even read.
            for code in sorted(needed, key=lambda code: (work.texts[code].kept, codes.index(code)))
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


def _part(
    code: str, abstract: str, sections: Sequence[tuple[str, str]], text: Text
) -> dict[str, Any]:
    """Return one language's part of a job: its sections as (slug, Markdown), or its kept text."""
    part: dict[str, Any] = {"language": code, "tag": language(code).tag}
    if text.kept:
        return {**part, "kept": str(text.path)}
    return {
        **part,
        "text": str(text.path),
        "cited_in": language(code).terms.cited_in,
        "abstract": abstract,
        "sections": [{"slug": slug, "markdown": markdown} for slug, markdown in sections],
    }
