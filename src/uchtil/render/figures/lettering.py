"""How wide texts are, so that a figure's labels can be fitted before anything is drawn.

Lengths are in the drawing's own units.  Pages are lettered in Source Serif 4, whose widths
these are; Word documents in Times, which is narrower, so that what fits here fits there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_UNKNOWN = 700
"""The width of a letter that the list lacks, in thousandths of an em: rather too wide."""

_PIECE = re.compile(r"\([^()]*\)\S*|\S+")
"""A word, or words in brackets."""

BOLD = 1.06
"""How much wider the semi-bold is, on average."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The widths of letters, in thousandths of an em."""

    widths: Mapping[str, int]

    def width(self, text: str, size: float) -> float:
        """Return the width of a text set in a size."""
        return sum(self.widths.get(letter, _UNKNOWN) for letter in text) * size / 1000

    def fit(self, text: str, size: float, room: float) -> str:
        """Return a text, cut at a word and ended with ``…`` where it is too wide.

        Empty where not even the beginning of a word fits.
        """
        if self.width(text, size) <= room:
            return text
        cut = ""
        for end in range(1, len(text)):
            if self.width(f"{text[:end]}…", size) > room:
                break
            cut = text[:end]
        at_word, space, _ = cut.rpartition(" ")
        if space and not text[len(cut) : len(cut) + 1].isspace() and len(at_word) * 2 > len(cut):
            cut = at_word
        cut = cut.rstrip(" ,;:–—-(«“")
        return f"{cut}…" if len(cut) > 2 else ""

    def wrap(self, text: str, size: float, room: float, most: int) -> list[str]:
        """Return a text in at most so many lines, the last one cut where it is too long.

        What stands in brackets is kept on one line where it fits on one.
        """
        lines: list[str] = []
        rest: list[str] = []
        for piece in _PIECE.findall(text):
            rest += [piece] if self.width(piece, size) <= room else piece.split()
        while rest and len(lines) < most - 1:
            count = 1
            while count < len(rest) and self.width(" ".join(rest[: count + 1]), size) <= room:
                count += 1
            lines.append(self.fit(" ".join(rest[:count]), size, room))
            rest = rest[count:]
        if rest:
            lines.append(self.fit(" ".join(rest), size, room))
        return [line for line in lines if line]


@cache
def lettering(templates: Path) -> Lettering:
    """Read the widths that ``uchtil.formats.fonts`` wrote."""
    found: dict[str, int] = {}
    for line in (templates / "fonts" / "widths.txt").read_text(encoding="utf-8").splitlines():
        width, _, codes = line.partition(":")
        found.update((chr(int(code, 16)), int(width)) for code in codes.split())
    return Lettering(found)
