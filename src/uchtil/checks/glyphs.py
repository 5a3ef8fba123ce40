"""Characters of the texts that no font of the page holds (``missing-glyph``).

Told here at their line; whatever reaches a page from elsewhere is told when the page is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from uchtil.formats.glyphs import INVISIBLE, covered, describe
from uchtil.load.texts import FILL, NOTHING, Text
from uchtil.problems import Problems

_KNOWN = INVISIBLE | {FILL, NOTHING}
_PRINTED = ("content/review.yaml", "content/exhibits.yaml")
"""Files whose texts are all printed; of facts, names and remarks only some are."""


def check_glyphs(texts: Iterable[Text], coverage: Path, problems: Problems) -> None:
    """Tell each such character once in a text; ``coverage`` is what the fonts hold."""
    for text in texts:
        if not text.is_markdown and text.file not in _PRINTED:
            continue
        for character in sorted(set(text.prose) - covered(coverage) - _KNOWN):
            problems.error(
                "missing-glyph",
                f"no font of the page holds {describe(character)}",
                text.place(text.prose.index(character)),
                "write it with another character, or add a font that holds it",
            )
