"""Tables of expressions made into one pattern that knows which entry was met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

LONGEST = 60
"""Characters before a place that are looked at for words that end there."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """Where an entry was met, and what it means."""

    start: int
    end: int
    value: Value


class Table(Generic[Value]):
    """A table's expressions in their order, each between what must stand around it."""

    def __init__(self, entries: Mapping[str, Value], *, before: str = "", after: str = "") -> None:
        self._values = tuple(entries.values())
        whole = "|".join(f"(?P<e{number}>{entry})" for number, entry in enumerate(entries))
        self._pattern = re.compile(f"{before}(?:{whole or '(?!)'}){after}", re.IGNORECASE)

    def match(self, text: str, at: int = 0) -> Hit[Value] | None:
        """Return the entry that stands at a place."""
        return self._hit(self._pattern.match(text, at))

    def finditer(self, text: str) -> Iterator[Hit[Value]]:
        """Yield every entry in a text."""
        for match in self._pattern.finditer(text):
            if hit := self._hit(match):
                yield hit

    def before(self, text: str, end: int) -> Hit[Value] | None:
        """Return the entry that ends just before a place, in a table whose ``after`` says so."""
        return self._hit(self._pattern.search(text, max(0, end - LONGEST), end))

    def of(self, word: str) -> Value:
        """Return what a word means that is known to be in the table."""
        hit = self.match(word)
        assert hit is not None
        return hit.value

    def _hit(self, match: re.Match[str] | None) -> Hit[Value] | None:
        if match is None or match.lastgroup is None:
            return None
        return Hit(match.start(), match.end(), self._values[int(match.lastgroup[1:])])


def just_before(text: str, end: int) -> str:
    """Return the characters before a place that are looked at for words that end there."""
    return text[max(0, end - LONGEST) : end]


def ending_at(pattern: str, text: str, end: int) -> re.Match[str] | None:
    """Return what an expression fits that ends just before a place."""
    whole = re.compile(rf"{pattern}\Z", re.IGNORECASE)
    return whole.search(text, max(0, end - LONGEST), end)


def any_of(pattern: str) -> str:
    """Return an expression that can stand beside others."""
    return f"(?:{pattern})"
