"""Finds characters that the printed fonts cannot draw, before anything is drawn.

WeasyPrint takes such a character from any other font of the machine, or draws a box and
writes a line to a log: both are silent faults of the page.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from lxml import html

from uchtil.formats.fragments import texts
from uchtil.problems import Location, Problem

INVISIBLE = frozenset("\t\n\r\f\u00ad\u200b\u2060\ufeff")
"""Characters that need no glyph."""


@cache
def covered(coverage: Path) -> frozenset[str]:
    """Return the characters told by a coverage file (see `uchtil.formats.fonts`)."""
    found: set[str] = set()
    for line in coverage.read_text(encoding="utf-8").split():
        first, _, last = line.partition("-")
        found.update(chr(code) for code in range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def missing_glyphs(page: str, coverage: Path, where: Location) -> list[Problem]:
    """Return an error for each character of the page that the fonts do not hold.

    The message names the character and shows the place where it was first met, since
    ``where`` is a page that was made, not one that was written.
    """
    known = covered(coverage) | INVISIBLE
    # Most pages are whole: look at the page as one string before reading its tree.
    if set(page) <= known and "&#" not in page:
        return []
    tree = html.document_fromstring(page)
    first: dict[str, str] = {}
    for node, text, is_tail in texts(tree):
        if not is_tail and node.tag in {"style", "script"}:
            continue
        for position, character in enumerate(text):
            if character not in known and character not in first:
                near = text[max(0, position - 20) : position + 20]
                first[character] = " ".join(near.split())
    return [
        Problem(
            code="missing-glyph",
            message=f"no font of the page holds {describe(character)}, in “{near}”",
            where=where,
            hint="write it with another character, or add a font that holds it",
        )
        for character, near in sorted(first.items())
    ]


def describe(character: str) -> str:
    """Return a character as ``U+2011 NON-BREAKING HYPHEN``."""
    name = unicodedata.name(character, "without a name")
    return f"U+{ord(character):04X} {name}"
