"""What a finished file says about its citations, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

REFERENCE = "ref-"
"""Identifiers of the entries of the reference list begin so, in every format."""


class Cited(NamedTuple):
    """One citation as printed: the work that its link leads to, and the link's text."""

    work: str
    label: str


class Fault(NamedTuple):
    """Something that no finished file may hold: its code as a problem, and what it is."""

    code: str
    message: str


BROKEN = "broken-output"
"""The code of faults that the build alone can have made."""


class FileReading(NamedTuple):
    """What was read back from one finished file.

    ``citations`` are in the order of the text, ``references`` (works with the number or
    nothing that the list prints) in the order of the list; ``broken`` holds what no
    finished file may hold: unresolved citations, links that lead nowhere, English terms
    in the text of another language.
    """

    citations: tuple[Cited, ...]
    references: tuple[Cited, ...]
    broken: tuple[Fault, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing could be read but why."""
        return bool(self.broken) and not (self.citations or self.references)


def unreadable(what: str, error: Exception) -> FileReading:
    """Return the reading of a file that cannot be read: nothing, and the reason."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return FileReading((), (), (Fault(BROKEN, f"{what} cannot be read: {reason}"),))


_BROKEN_TEXT = re.compile(r"\(missing\?\)|\?\?\?|\*\*\[|\[@|@\{|\{\{[^{}]*\}\}|\{\{|\}\}|�")


def broken_text(texts: Iterable[str]) -> list[Fault]:
    """Return what in a finished text shows that something went wrong in making it."""
    found: list[Fault] = []
    for text in texts:
        for match in _BROKEN_TEXT.finditer(text):
            around = " ".join(text[max(0, match.start() - 20) : match.end() + 20].split())
            found.append(Fault(BROKEN, f"“{match.group()}” in “{around}”"))
    return found


def dead_links(wanted: AbstractSet[str], there: AbstractSet[str]) -> list[Fault]:
    """Return the places that links lead to and that the file does not have."""
    return [
        Fault(BROKEN, f"a link leads to “{place}”, which is not there")
        for place in sorted(wanted - there)
    ]


_SAME_GLYPH = str.maketrans({"\u2010": "-", "‘": "ʻ", "’": "ʼ"})
"""Characters that a font draws with one glyph: a PDF cannot tell them apart."""


def list_number(entry: str) -> str:
    """Return the number that an entry of the reference list begins with, if it does."""
    match = re.match(r"\s*(\d+\.)\s", entry)
    return match[1] if match else ""


def squeeze(text: str) -> str:
    """Return a label as it can be compared across formats.

    White space goes, so that line breaks do not tell files apart; characters that share
    a glyph become one.
    """
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text).translate(_SAME_GLYPH)


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
