"""Uzbek from Latin script to Cyrillic, and from Cyrillic to Latin.

Latin is the alphabet of 1995, with ʻ (U+02BB, in oʻ and gʻ) and ʼ (U+02BC, tutuq belgisi)
and no other apostrophe; Cyrillic is that of 1940.  What one letter of the one alphabet is
in the other depends on its neighbours, and in borrowed words on the word: those are in
`uchtil.language.uz.loanwords`.

For text that is spelt by the rules, ``to_latin(to_cyrillic(text)) == text``.  Spellings that
the rules do not know come back in the form they ask for: ``AQSh`` as ``AQSH``, ``2017 yil``
as ``2017-yil``.

Left alone in both directions are

* what `keep` has marked: passages in other languages, quoted spellings, mark-up;
* addresses: URLs, e-mail, DOIs, names of sites;
* words with letters that the alphabet does not have (``Facebook``, ``Қазақстан тарихы`` by
  its ы is not one of them: mark it), digits and capitals joined (``A4``);
* Roman figures: two letters or more, or a single I, V or X that is no initial
  (``V. Ivanov``).

A passage in another language whose letters are all Uzbek (``The``, ``внешней``) cannot be
told from Uzbek: the caller marks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from uchtil.language.uz import loanwords

KEEP_START = "\ue000"
KEEP_END = "\ue001"

_LATIN_LETTERS = frozenset("abdefghijklmnopqrstuvxyzcʻʼ")
_CYRILLIC_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ")
_LATIN_VOWELS = frozenset("aeiou")
_CYRILLIC_VOWELS = frozenset("аеёиоуэюяўы")

_TO_CYRILLIC = {
    # Longest first: sʼh is с + ҳ and not ш (Isʼhoq).
    "sʼh": "сҳ",
    "oʻ": "ў",
    "gʻ": "ғ",
    "sh": "ш",
    "ch": "ч",
    "ye": "е",
    "yu": "ю",
    "ya": "я",
    "yo": "ё",
    **dict(zip("abdefghijklmnopqrstuvxyzʼ", "абдефгҳижклмнопқрстувхйзъ", strict=True)),
}
_TO_LATIN = {
    "ё": "yo",
    "ю": "yu",
    "я": "ya",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ў": "oʻ",
    "ғ": "gʻ",
    "ъ": "ʼ",
    "ь": "",
    "э": "e",
    "ы": "i",
    **dict(zip("абвгдежзийклмнопрстуфхқҳ", "abvgdejziyklmnoprstufxqh", strict=True)),
}

_MONTHS_LATIN = "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr"
_MONTHS_CYRILLIC = (
    "январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр"
)
# 1000 is left out: by itself it counts years more often than it names one.
_YEAR = r"(?<!\d)(?!1000)(?:1\d\d\d|20\d\d)"
_DAY = r"(?<!\d)(?:[12]?\d|3[01])"
# Not yillik, yilligi: those count years (2700 yilligi).
_YIL = r"(?:yil(?!li[kg])|y\.)"
_ЙИЛ = r"(?:йил(?!ли[кг])|й\.)"

_DATE_HYPHEN = re.compile(rf"({_YEAR})-(?={_YIL})|({_DAY})-(?={_MONTHS_LATIN})", re.I)
_DATE_SPACE = re.compile(rf"({_YEAR}) (?={_ЙИЛ})|({_DAY}) (?={_MONTHS_CYRILLIC})", re.I)
_HANGING = re.compile(r"\d-(?=[,;\s])[^.!?\n]*$")
"""A hyphen left hanging before: the years of ``1998- va 2013-yilgi`` hold together by it."""
