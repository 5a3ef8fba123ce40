"""How Uzbek writes the numbers that are read back: ``1234,5``, ``4,5 mlrd``, ``beshta``.

Endings are written behind a word; what is made of a number but counts nothing is not read
("both", "bilateral", foreigners), as in ``counts.TYPED``.
"""

from __future__ import annotations

from uchtil.language.numerals import NumeralForms
from uchtil.language.uz.dates import MONTHS

_CASE = "(?:dan|ga|ka|ni|ning|da|dagi)"
_UNITS = ["ikki", "uch", "toʻrt", "besh", "olti", "yetti", "sakkiz", "toʻqqiz"]
_TENS = ["oʻn", "yigirma", "oʻttiz", "qirq", "ellik", "oltmish", "yetmish", "sakson", "toʻqson"]
_SCALE_CASE = f"{_CASE}?"
_MONTH_CASE = "(?:dagi|da|idagi|ida|idan|dan|igacha|gacha|iga|ga|ini|ni|ining|ning|i)?"
_SPELLINGS = {"sentabr": "senty?abr", "oktabr": "okty?abr"}


def _capital(word: str) -> str:
    return f"[{word[0]}{word[0].upper()}]{word[1:]}"


NUMERALS = NumeralForms(
    decimal=",",
    group="\u00a0\u202f",
    words={
        **{
            rf"(?<![Hh]ar ){_capital(word)}(?:ta\w*|ala\w*|{_CASE}|(?<=i)si\w*)?"
            r"(?!\w)(?! (?:tomonlama|karra))": number
            for number, word in enumerate(_UNITS, 2)
        },
        **{
            rf"(?<![Cc]het ){_capital(word)}(?:ta\w*|{_CASE})?(?!\w)(?! yillik)": 10 * number
            for number, word in enumerate(_TENS, 1)
        },
    },
    scales={
        f"ming{_SCALE_CASE}": 10**3,
        f"(?:mln|million){_SCALE_CASE}": 10**6,
        f"(?:mlrd|milliard){_SCALE_CASE}": 10**9,
    },
    months={
        _capital(_SPELLINGS.get(month, month)) + _MONTH_CASE: number
        for number, month in enumerate(MONTHS, 1)
    },
)
