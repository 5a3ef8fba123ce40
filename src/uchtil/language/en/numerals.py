"""How English writes the numbers that are read back: ``1,234.5``, ``4.5 billion``, ``five``."""

from __future__ import annotations

from uchtil.language.en.counts import WORDS
from uchtil.language.numerals import MONTHS, NumeralForms

_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

NUMERALS = NumeralForms(
    decimal=".",
    group=",",
    words={
        **{f"[{word[0]}{word[0].upper()}]{word[1:]}": n for n, word in enumerate(WORDS[2:20], 2)},
        **{f"[{word[0]}{word[0].upper()}]{word[1:]}": 10 * n for n, word in enumerate(_TENS, 2)},
    },
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9},
    months={month: number for number, month in enumerate(MONTHS, 1)},
)
"""Months have their capital: "may" and "march" are verbs."""
