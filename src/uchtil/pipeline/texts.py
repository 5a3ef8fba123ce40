"""The text of each language as pandoc wrote it, kept from build to build until it is stale."""

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
from uchtil.pipeline.steps import World, look_of_texts

TEXTS = f"{FOLDER}/texts"
"""Where the texts lie, within the output."""


class Text(NamedTuple):
    """Where a text is, or will be, and whether it was kept from the last build."""

    path: Path
    kept: bool


def take_over(
    prepared: Prepared, world: World, folder: Path, last_output: Path
) -> Mapping[str, Text]:
    """Return every language's text, taken over from the last build where it can be.

    A text depends on all that is cited and in which order, since that makes its numbers.
    Of a text there are two files (``texts.lua``).
    """
    article = prepared.article
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
                keep(last_output / TEXTS / file, folder / TEXTS / file)
        texts[code] = Text(folder / TEXTS / files[0], kept)
    return texts
