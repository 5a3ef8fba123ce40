"""The endings of Russian nouns and adjectives, without the changes inside a stem."""

from __future__ import annotations

import re

_BASE = re.compile(r"(?:ий|ый|ой|ая|яя|ое|ее|ые|ие|ия|[аяоеёыийьюу])\Z")
_ENDINGS = (
    "а я о е ё ы и й ь у ю ой ей ёй ою ею ом ем ём ам ям ами ями ах ях ов ев ёв ью ии ию ия ие "
    "ией иям иями иях ий ый ая яя ое ее ые ого его ому ему ым им ыми ими ых их ую юю ьего ьему"
)
_KNOWN = frozenset(_ENDINGS.split()) | {""}
_LONGEST = max(map(len, _KNOWN))


def key(base: str) -> str:
    """Return the word without the ending of its first form."""
    short = _BASE.sub("", base)
    return short if len(short) > 1 else base


def keys(word: str) -> frozenset[str]:
    """Return the word with any ending taken off."""
    return frozenset(
        {word}
        | {
            word[: len(word) - length]
            for length in range(min(_LONGEST, len(word) - 2) + 1)
            if word[len(word) - length :] in _KNOWN
        }
    )
