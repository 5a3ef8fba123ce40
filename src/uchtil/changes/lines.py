"""The texts of a review as they are read: pandoc cites them, and tells each line."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from uchtil.bibliography import Reference, csl_json
from uchtil.changes.said import Line, lines_from
from uchtil.formats.csl import load_style
from uchtil.formats.pandoc import PandocFailed, run_script
from uchtil.language import language, locale_tag
from uchtil.problems import Location, Problem, ProblemsFound
from uchtil.render import Article

SCRIPT = "templates/pandoc/release.lua"


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """All lines: of the abstract and of each section by language, and of the list by key."""

    abstracts: Mapping[str, tuple[Line, ...]]
    sections: Mapping[str, Mapping[str, tuple[Line, ...]]]
    """By language, then by section."""
    references: tuple[Line, ...]


def lines_of(
    article: Article,
    references: Mapping[str, Reference],
    languages: Sequence[str],
    *,
    transliterated: Sequence[str] = (),
    style: str,
    templates: Path,
) -> Lines:
    """Return the lines of an article in its languages; raises ``ProblemsFound``.

    ``transliterated`` are editions that are made from a language's text: they have lines of their
    own, and no part in the list, as in a build.
    """
    codes = (*languages, *transliterated)
    loaded = load_style(templates, style)
    cited = [references[key] for key in article.order]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "style.csl").write_text(loaded.xml, encoding="utf-8")
        (folder / "unsorted.csl").write_text(loaded.xml_unsorted, encoding="utf-8")
        job = {
            "languages": list(languages),
            "tags": {code: language(code).tag for code in codes},
            "parts": [
                {
                    "language": code,
                    "tag": language(code).tag,
                    "cited_in": language(code).terms.cited_in,
                    "abstract": article.parts[code].abstract,
                    "sections": [
                        {"slug": each.slug, "markdown": each.markdown}
                        for each in article.parts[code].sections
                    ],
                }
                for code in codes
            ],
            "references": csl_json(cited, initials=loaded.initials),
            "style": str(folder / "style.csl"),
            "unsorted": str(folder / "unsorted.csl"),
            "kind": loaded.kind,
            "order": list(article.order),
            "bibliography_language": {r.key: locale_tag(r.language) for r in cited},
        }
        try:
            result = run_script(templates / "pandoc", "release", job, folder)
        except PandocFailed as failed:
            raise ProblemsFound([_failed(str(failed))]) from failed
    if told := [*result["problems"], *result["missing"], *result["warnings"]]:
        # A build tells these with their places.
        raise ProblemsFound([_failed(f"{each}") for each in told])
    texts = result["texts"]
    return Lines(
        abstracts={code: lines_from(texts[code]["abstract"]) for code in codes},
        sections={
            code: {each["slug"]: lines_from(each["lines"]) for each in texts[code]["sections"]}
            for code in codes
        },
        references=lines_from(result["references"]),
    )


def _failed(said: str) -> Problem:
    return Problem(
        code="pandoc-failed",
        message=f"pandoc ended with an error: {said}",
        where=Location(file=SCRIPT),
        hint="run `./build.py build`, which tells what is wrong in a text with its place",
    )
