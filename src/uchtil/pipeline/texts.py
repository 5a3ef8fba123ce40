"""The text of each language as pandoc wrote it, kept from build to build until it is stale.

Its sections are kept too, as pandoc has read them: of a stale text only those are read again
that changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from uchtil.bibliography import csl_json
from uchtil.language import language
from uchtil.pipeline import fingerprints
from uchtil.pipeline.manifest import FOLDER
from uchtil.pipeline.prepare import Prepared
from uchtil.pipeline.staging import keep
from uchtil.pipeline.steps import World, look_of_sections, look_of_texts

TEXTS = f"{FOLDER}/texts"
"""Where the texts lie, within the output."""


class ReadSection(NamedTuple):
    """Where a section is, or will be, as pandoc has read it; whether it was kept."""

    path: Path
    kept: bool


class Text(NamedTuple):
    """Where a text is, or will be, and whether it was kept from the last build."""

    path: Path
    kept: bool
    sections: Mapping[str, ReadSection] = {}
    """By the slug."""


def take_over(
    prepared: Prepared, world: World, folder: Path, last_output: Path
) -> Mapping[str, Text]:
    """Return every language's text, taken over from the last build where it can be.

    A text depends on all that is cited and in which order, since that makes its numbers.
    Of a text there are two files (``texts.lua``).  A section that was only read depends on
    nothing but its own Markdown.
    """
    article = prepared.article
    read_with = look_of_sections(world)

    def taken(file: str) -> bool:
        kept = (last_output / TEXTS / file).is_file()
        if kept:
            keep(last_output / TEXTS / file, folder / TEXTS / file)
        return kept

    cited = fingerprints.of_value(
        [
            look_of_texts(world),
            list(prepared.project.review.languages),
            csl_json([prepared.references[key] for key in article.order]),
        ]
    )
    texts = {}
    for code, part in article.parts.items():
        written = [[section.slug, section.markdown] for section in part.sections]
        name = fingerprints.of_value(
            [cited, language(code).tag, language(code).terms.cited_in, part.abstract, written]
        )
        files = [f"{code}-{name}.json", f"{code}-{name}.blocks.json"]
        kept = all((last_output / TEXTS / file).is_file() for file in files)
        if kept:
            for file in files:
                taken(file)
        sections = {}
        for slug, markdown in written:
            read = f"read-{fingerprints.of_value([read_with, slug, markdown])}.json"
            sections[slug] = ReadSection(folder / TEXTS / read, taken(read))
        texts[code] = Text(folder / TEXTS / files[0], kept, sections)
    return texts
