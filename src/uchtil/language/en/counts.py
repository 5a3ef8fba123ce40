"""Small numbers in English words, and how typed numbers and dates are known."""

from __future__ import annotations

import re

WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]

FORMS: tuple[str, ...] = ()
"""Words of number do not change in English."""

TYPED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand|(?:m|b|tr)"
    r"illion|(?:two|three|four|five|six|seven|eight|nine|ten)fold"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b"
    # Months only with their capital: "may" and "march" are verbs.
    r"|(?-i:\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)",
    re.IGNORECASE,
)
"""Cardinal numbers from two on, decades (the nineties), and months."""


def words(count: int, form: str = "") -> str:
    """Return a number up to twenty in words; there is no other form than the plain one."""
    if form:
        raise ValueError(f"English words of number have no form `{form}`")
    if not 0 <= count < len(WORDS):
        raise ValueError(f"only numbers up to {len(WORDS) - 1} are written in words")
    return WORDS[count]
