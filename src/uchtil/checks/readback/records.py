"""What a finished file says about its citations, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

REFERENCE = "ref-"
"""Identifiers of the entries of the reference list begin so, in every format."""


class Cited(NamedTuple):
    """One citation as printed: the work that its link leads to, and the link's text."""

    work: str
    label: str


class FileReading(NamedTuple):
    """What was read back from one finished file.

    ``citations`` are in the order of the text, ``references`` (works with the number or
    nothing that the list prints) in the order of the list; ``broken`` holds what no
    finished file may hold: unresolved citations, links that lead nowhere.
    """

    citations: tuple[Cited, ...]
    references: tuple[Cited, ...]
    broken: tuple[str, ...] = ()


_BROKEN_TEXT = re.compile(
    r"\(missing\?\)|\?\?\?|\*\*\[|\[@|@\{|\{\{|\}\}|\bundefined\b|\bNone\b|\bNaN\b|�"
)


def broken_text(texts: Iterable[str]) -> list[str]:
    """Return what in a finished text shows that something went wrong in making it."""
    found: list[str] = []
    for text in texts:
        for match in _BROKEN_TEXT.finditer(text):
            around = " ".join(text[max(0, match.start() - 20) : match.end() + 20].split())
            found.append(f"“{match.group()}” in “{around}”")
    return found


def squeeze(text: str) -> str:
    """Return a label without white space, so that line breaks do not tell files apart."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)


def without_repeats(citations: Iterable[Cited]) -> list[Cited]:
    """Join neighbouring links to the same work into one.

    A link that runs over a line's end is several link areas in a PDF; joining them in
    every format makes the sequences comparable.
    """
    joined: list[Cited] = []
    for work, label in citations:
        if joined and joined[-1].work == work:
            joined[-1] = Cited(work, joined[-1].label + label)
        else:
            joined.append(Cited(work, label))
    return joined
