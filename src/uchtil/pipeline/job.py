"""What pandoc is asked to do, and the start of it.

Kept apart from what follows (`convert`), whose libraries are imported while pandoc works.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uchtil.bibliography import csl_json
from uchtil.formats.csl import StyleKind, load_style
from uchtil.formats.pandoc import Pandoc, PandocRun
from uchtil.language import language, locale_tag
from uchtil.pipeline.editions import Edition, codes_of
from uchtil.pipeline.prepare import Prepared
from uchtil.pipeline.texts import TEXTS, Text

if TYPE_CHECKING:
    from uchtil.pipeline.drawings import Drawing

SCRATCH = ".work"
"""Where pandoc's files lie, within the output that is being made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversion:
    """What to make, from what, and where; ``stale`` names files within the output."""

    prepared: Prepared
    editions: tuple[Edition, ...]
    stale: tuple[str, ...]
    fresh: frozenset[str]
    """Files of the last build that are asked for and up to date."""
    drawings: Mapping[tuple[str, str], Drawing]
    templates: Path
    style: str
    jobs: int
    folder: Path
    last_output: Path
    """The last build, from which sheets and pictures are taken; it need not be there."""
    look: str
    """Fingerprint of all that sheets are made with, but for their text."""
    reader: str
    """Fingerprint of all that pages are read back with."""
    texts: Mapping[str, Text]
    """Each language's text."""

    @property
    def scratch(self) -> Path:
        """Where pandoc's files lie until they are finished."""
        return self.folder / SCRATCH

    def wants(self, edition: Edition, format_name: str) -> bool:
        """Whether this file is stale."""
        return edition.file(format_name) in self.stale


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """A pandoc at work, and the kind of style that it cites in."""

    pandoc: PandocRun
    kind: StyleKind


def begin(
    prepared: Prepared,
    texts: Mapping[str, Text],
    *,
    style: str,
    templates: Path,
    folder: Path,
    pandoc: Pandoc,
) -> Running:
    """Have those ``texts`` made that are not kept; their files are named in them.

    What is made of them is told by `go_on`: pandoc need not wait until it is known.
    Raises ``ProblemsFound`` when there is no such style.
    """
    review = prepared.project.review
    loaded = load_style(templates, style, review.where)
    scratch = folder / SCRATCH
    scratch.mkdir()
    (folder / TEXTS).mkdir(parents=True, exist_ok=True)
    (scratch / "style.csl").write_text(loaded.xml, encoding="utf-8")
    (scratch / "unsorted.csl").write_text(loaded.xml_unsorted, encoding="utf-8")
    references = [prepared.references[key] for key in prepared.article.order]
    job = {
        "languages": list(review.languages),
        "tags": {code: language(code).tag for code in codes_of(review)},
        "parts": [
            _part(
                code,
                prepared.article.parts[code].abstract,
                [(s.slug, s.markdown) for s in prepared.article.parts[code].sections],
                text,
            )
            for code, text in texts.items()
            if not text.kept
        ],
        "references": csl_json(references, initials=loaded.initials),
        "style": str(scratch / "style.csl"),
        "unsorted": str(scratch / "unsorted.csl"),
        "kind": loaded.kind,
        "own_language": loaded.own_language,
        "order": list(prepared.article.order),
        "bibliography_language": {r.key: locale_tag(r.language) for r in references},
    }
    return Running(pandoc=pandoc.start(job, scratch), kind=loaded.kind)


def go_on(work: Conversion, running: Running) -> None:
    """Tell pandoc what is to be made of the texts."""
    from uchtil.pipeline.documents import docx_front

    scratch = work.scratch
    stale_editions = [
        edition
        for edition in work.editions
        if any(work.wants(edition, name) for name in ("html", "pdf", "docx"))
    ]
    needed = {code: None for edition in stale_editions for code in edition.parts}
    running.pandoc.go_on(
        {
            "kept": [
                {
                    "language": code,
                    "tag": language(code).tag,
                    "kept": str(work.texts[code].path),
                }
                for code in needed
                if work.texts[code].kept
            ],
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
    )


def _part(
    code: str, abstract: str, sections: Sequence[tuple[str, str]], text: Text
) -> dict[str, Any]:
    """Return one language's part of a job: its sections as (slug, Markdown)."""
    return {
        "language": code,
        "tag": language(code).tag,
        "text": str(text.path),
        "cited_in": language(code).terms.cited_in,
        "abstract": abstract,
        "sections": [
            {
                "slug": slug,
                "markdown": markdown,
                "read": str(text.sections[slug].path),
                "kept": text.sections[slug].kept,
            }
            for slug, markdown in sections
        ],
    }
