"""What every language must be able to do with dates and numbers."""

from __future__ import annotations

import re
from typing import Protocol

from uchtil.model import Quantity, Unit, When

NBSP = "\u00a0"
"""No-break space: between a number and what it belongs to."""

EN_DASH = "–"
"""Stands in ranges: without spaces between single words, with spaces between phrases."""

SPACED_DASH = f"{NBSP}{EN_DASH} "
"""The dash between the ends of a range that hold spaces; it never begins a line."""


class DateForms(Protocol):
    """The forms in which one language writes a date or a period."""

    def date(self, when: When) -> str:
        """Return the bare date: "31 October 1998"."""
        ...

    def when(self, when: When) -> str:
        """Return the adverbial: "on 31 October 1998"."""
        ...

    def dated(self, when: When) -> str:
        """Return the attribute: "of 31 October 1998"."""
        ...


class NumberForms(Protocol):
    """The forms in which one language writes a quantity."""

    def amount(self, quantity: Quantity) -> str:
        """Return the digits alone: "4.5", "10–12"."""
        ...

    def number(self, quantity: Quantity) -> str:
        """Return the digits with their scale word: "4.5 billion"."""
        ...

    def value(self, quantity: Quantity, unit: Unit) -> str:
        """Return the whole value with hedge and unit: "more than US$4.5 billion"."""
        ...


class CountForms(Protocol):
    """Numbers in the words of one language: small counts, and how typed ones are known."""

    @property
    def TYPED(self) -> re.Pattern[str]:  # noqa: N802 (a constant of a module)
        """Words that tell a number from two on, a decade, or a month."""
        ...

    @property
    def FORMS(self) -> tuple[str, ...]:  # noqa: N802
        """The forms besides the plain one: cases, genders."""
        ...

    def words(self, count: int, form: str = "") -> str:
        """Return a number up to twenty in words; ``ValueError`` for others."""
        ...


class Inflection(Protocol):
    """The endings of one language, as far as two forms are known to be of one word.

    ``word`` is a form of ``base`` if ``key(base)`` is one of ``keys(word)``.  Both take words as
    they are written; capitals count.
    """

    def key(self, base: str) -> str:
        """Return what all forms of a word begin with."""
        ...

    def keys(self, word: str) -> frozenset[str]:
        """Return the keys of all words that this may be a form of."""
        ...


def year(when: When) -> str:
    """Return the bare digits of a year, or of a span of years ("2017–2019").

    An open span is told by the one year that is known.  Raises ``ValueError`` for
    decades, which have no single year.
    """
    points = [point for point in (when.start, when.end) if point is not None]
    if any(point.precision.name == "DECADE" for point in points):
        raise ValueError(f"`{when}` names a decade, which has no single year; use its date")
    years = list(dict.fromkeys(f"{point.year}" for point in points))
    return EN_DASH.join(years)
