"""Small numbers in Uzbek words, and how typed numbers and dates are known."""

from __future__ import annotations

import re

_UNITS = ("nol", "bir", "ikki", "uch", "toʻrt", "besh", "olti", "yetti", "sakkiz", "toʻqqiz")

FORMS: tuple[str, ...] = ()
"""Endings are simply written behind the word: ``uch`` and ``ta``."""

_CASE = "(?:dan|ga|ka|ni|ning|da)"
_MONTH_CASE = "(?:da|dagi|ida|idagi|dan|idan|gacha|igacha|ga|iga|ni|ini|ning|ining|i)"
_TENS = "oʻn|yigirma|oʻttiz|qirq|ellik|oltmish|yetmish|sakson|toʻqson"

TYPED = re.compile(
    # "Both" (har ikki) and "bilateral" (ikki tomonlama) are no numbers, nor are ordinals,
    # foreigners (chet ellik) and decades (oʻn yillik).
    r"\b(?<!\bhar )(?:ikki|uch|toʻrt|besh|olti|yetti|sakkiz|toʻqqiz)"
    rf"(?:ta\w*|ala\w*|{_CASE}|(?<=i)si\w*)?\b(?!\s+(?:tomonlama|karra)\b)"
    rf"|\b(?<!\bchet )(?:{_TENS}|ming|million|milliard|trillion)(?:ta\w*|{_CASE})?\b(?!\s+yillik)"
    # `yuz` is also a face, and the first half of many verbs.
    rf"|\byuz(?:ta\w*|{_CASE})?\b(?!\s+(?:ber|tut|oʻgir|koʻr|kel|ochil))"
    rf"|\b(?:{_TENS})inchi\s+yil\w*"
    rf"|\b(?:yanvar|fevral|mart|aprel|iyun|iyul|avgust|senty?abr|okty?abr|noyabr|dekabr)"
    rf"{_MONTH_CASE}?\b|\bmay\b",
    re.IGNORECASE,
)
"""Cardinal numbers from two on, decades (toʻqsoninchi yillar), and months."""


def words(count: int, form: str = "") -> str:
    """Return a number up to twenty in words; there is no other form than the plain one."""
    if form:
        raise ValueError(f"Uzbek words of number have no form `{form}`")
    if not 0 <= count <= 20:
        raise ValueError("only numbers up to 20 are written in words")
    if count == 20:
        return "yigirma"
    tens, unit = divmod(count, 10)
    if not tens:
        return _UNITS[unit]
    return f"oʻn {_UNITS[unit]}" if unit else "oʻn"
