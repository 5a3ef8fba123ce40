"""Uzbek in Cyrillic script: everything that it prints is made from the Latin.

Nothing is written twice: terms, dates, numbers and counts are those of Latin Uzbek,
transliterated.  No text is written in it either (a text written in Cyrillic is read as its
Latin), so what reads texts (numerals, signs, endings) stays that of Latin.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from uchtil.language.uz import UZBEK
from uchtil.language.uz.writing import Writing
from uchtil.model import Quantity, Unit, When

T = TypeVar("T")

_WRITE: Callable[[str], str] = Writing().cyrillic


def _words(record: T) -> T:
    """Return a record of words, and of records of words, in Cyrillic."""
    made: dict[str, Any] = {}
    for each in fields(record):  # type: ignore[arg-type]
        value = getattr(record, each.name)
        made[each.name] = _words(value) if is_dataclass(value) else _WRITE(value)
    return type(record)(**made)


class _Dates:
    """Dates: ``1998 йил 31 октябрь``."""

    def date(self, when: When) -> str:
        return _WRITE(UZBEK.dates.date(when))

    def when(self, when: When) -> str:
        return _WRITE(UZBEK.dates.when(when))

    def dated(self, when: When) -> str:
        return _WRITE(UZBEK.dates.dated(when))


class _Numbers:
    """Quantities: ``4,5 млрд АҚШ доллари``."""

    def amount(self, quantity: Quantity) -> str:
        return UZBEK.numbers.amount(quantity)

    def number(self, quantity: Quantity) -> str:
        return _WRITE(UZBEK.numbers.number(quantity))

    def value(self, quantity: Quantity, unit: Unit) -> str:
        return _WRITE(UZBEK.numbers.value(quantity, unit))


class _Counts:
    """Small numbers in words: ``беш``."""

    @property
    def TYPED(self) -> re.Pattern[str]:  # noqa: N802 (a constant of a module)
        return UZBEK.counts.TYPED

    @property
    def FORMS(self) -> tuple[str, ...]:  # noqa: N802
        return UZBEK.counts.FORMS

    def words(self, count: int, form: str = "") -> str:
        return _WRITE(UZBEK.counts.words(count, form))


UZBEK_CYRILLIC = replace(
    UZBEK,
    code="uz-cyrl",
    tag="uz-Cyrl-UZ",
    endonym="Ўзбекча",
    hyphenation="uz_Cyrl",
    terms=_words(UZBEK.terms),
    dates=_Dates(),
    numbers=_Numbers(),
    counts=_Counts(),
)
