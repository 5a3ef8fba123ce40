"""What every language must say of its signs: apostrophes, quotation marks, dashes, spaces.

Sources: for Russian the editors' usage that GOST 7.62 and Milchin's handbook hold (« », inner
„ “, a dash between spaces); for Uzbek the orthography of 1995 with the characters that Unicode
names for it (U+02BB in oʻ and gʻ, U+02BC for the tutuq belgisi); for English the British usage
of “ ” with ‘ ’ inside, which the texts of the first review keep to.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Orthography:
    """How one language is written, as far as a check of signs has to know.

    ``name`` is how messages call the language.  ``quotes`` and ``inner`` are opening and
    closing marks.  ``dash`` stands between spaces where words are set apart; ``dashes`` are
    all that may stand so.  ``apostrophe`` is the one inside words (empty: there is none),
    ``apostrophe_after`` the letters after which it is another one.  ``units`` are regular
    expressions of what follows a number on its line, ``before_number`` of what precedes one;
    ``initial`` is one initial with its full stop; ``lone`` are letters of the other script that
    look like words of one letter in this one.
    """

    name: str
    script: str
    quotes: tuple[str, str]
    inner: tuple[str, str]
    dash: str
    dashes: str
    apostrophe: str
    apostrophe_after: tuple[str, str] = ("", "")
    units: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    initial: str
    lone: frozenset[str] = frozenset()


LATIN, CYRILLIC = "Latin", "Cyrillic"

HOMOGLYPHS = {
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р",
    "T": "Т", "X": "Х", "Y": "У", "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х",
    "y": "у", "ë": "ё", "Ë": "Ё", "k": "к", "m": "м", "t": "т",
}  # fmt: skip
"""Latin letters with the Cyrillic ones of Russian and Uzbek that look like them (the last
three in italics)."""
