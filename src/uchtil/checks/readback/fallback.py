"""English words where the text is Uzbek or Russian: a locale that lacked its own.

citeproc and pandoc fall back to English without a word ("et al.", "Contents"), so the
finished files are searched for the terms that give it away, and for what a program prints
when it has nothing to print ("None"), which in English may well be meant.  What is marked
as English, or as any language that this review is not written in, is left alone: a
reference is printed with the terms of its own language.  In Cyrillic Uzbek the Latin terms
are looked for too, since its locale and its templates could fall back to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from uchtil.checks.readback.records import Fault

CODE = "fallback-term"

_CHECKED = frozenset({"uz", "ru", "kk"})
"""Primary subtags of the languages that have locales of their own here."""

_ADDRESS = r"(?:https?://|www\.|doi\.org/|10\.\d{4,}/)\S+"
_TERMS = (
    r"et al\.|pp?\.(?=\s*\d)|pp\.|n\.d\.|accessed|edited by|translated by|Retrieved|cited in"
    r"|Abstract|Keywords|Contents|References|Footnotes|(?:Table|Figure)(?=\s)"
    r"|Page(?=\s*\d*\s*of\b)"
    r"|None|NaN|undefined"
)
_FALLBACK = re.compile(rf"{_ADDRESS}|(?<![\w/=&?#.\-@])(?<!·\s)(?P<term>{_TERMS})(?!\w)")
"""A heading of all languages at once ("Mundarija · Содержание · Contents") is let pass."""

_LATIN_TERMS = (
    r"va boshq\.|iqtibos manbasi|Elektron resurs|[Ss]anasiz|[Mm]urojaat sanasi|Mundarija"
    r"|Annotatsiya|Kalit soʻzlar|Foydalanilgan adabiyotlar|Izohlar"
)
_LATIN_ENDINGS = r"(?:jadval|rasm)\w*|b\."
"""Not -yil and the like: titles have them, and notes print titles in their own script."""
_LATIN = re.compile(
    rf"{_ADDRESS}|(?<!\w)(?P<term>{_LATIN_TERMS}|(?<=\d-)(?:{_LATIN_ENDINGS}))(?!\w)"
)
_IS_LATIN = re.compile(f"{_LATIN_TERMS}|{_LATIN_ENDINGS}")


def is_checked(tag: str) -> bool:
    """Whether a passage of this BCP 47 tag may hold no English term."""
    return tag.partition("-")[0] in _CHECKED


def is_cyrillic(tag: str) -> bool:
    """Whether a passage of this tag may hold no Latin Uzbek term either."""
    return tag.startswith("uz-Cyrl")


def is_latin(term: str) -> bool:
    """Whether a term is one of Latin Uzbek."""
    return bool(_IS_LATIN.fullmatch(term))


def english_terms(text: str, *, cyrillic: bool = False) -> list[re.Match[str]]:
    """Return where English terms stand in a text, addresses left out.

    With ``cyrillic`` those of Latin Uzbek are returned too.
    """
    found = [match for match in _FALLBACK.finditer(text) if match["term"]]
    if cyrillic:
        found += [match for match in _LATIN.finditer(text) if match["term"]]
    return found


def fallback_terms(passages: Iterable[tuple[str, str]]) -> list[Fault]:
    """Return the English terms in (tag, text) passages of languages that have their own."""
    return [
        fallback(tag, match["term"], text[max(0, match.start() - 20) : match.end() + 20])
        for tag, text in passages
        if is_checked(tag)
        for match in english_terms(text, cyrillic=is_cyrillic(tag))
    ]


def fallback(tag: str, term: str, around: str) -> Fault:
    """Return the fault of one English (or Latin) term in a passage of this tag."""
    kind = "Latin" if is_latin(term) else "English"
    return Fault(CODE, f"the {kind} “{term}” stands in {tag}: “{' '.join(around.split())}”")
