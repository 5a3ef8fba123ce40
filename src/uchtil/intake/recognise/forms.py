"""Words and what they are forms of: the language room's endings, for texts made even."""

from __future__ import annotations

import re
from functools import lru_cache

from uchtil.checks.evening import QUOTE, even, in_latin, is_cyrillic
from uchtil.language import language

WORD = re.compile(rf"[^\W\d_]+(?:[{QUOTE}-][^\W\d_]+)*(?:(?<=[oOgG]){QUOTE}(?!\w))?")
"""A word of a text made even; an apostrophe at the end belongs to it behind o and g."""


@lru_cache(maxsize=1 << 14)
def evened(text: str, code: str) -> str:
    """Return a text as sentences have it: made even, and Cyrillic Uzbek in Latin."""
    made = even(text)
    return in_latin(made).text if code == "uz" and is_cyrillic(text) else made.text


def key(code: str, word: str) -> str:
    """Return what all forms of a word have in common, in small letters."""
    return language(code).inflection.key(_spelt(word.lower(), code))


@lru_cache(maxsize=1 << 14)
def keys(code: str, word: str) -> frozenset[str]:
    """Return the keys of all words that this may be a form of."""
    return language(code).inflection.keys(_spelt(word.lower(), code))


def _spelt(word: str, code: str) -> str:
    """Return a word with the apostrophes that the language's endings go by."""
    if code != "uz":
        return word.replace(QUOTE, "’").replace("ё", "е")
    return re.sub("(?<=[og])'", "ʻ", word).replace(QUOTE, "ʼ")
