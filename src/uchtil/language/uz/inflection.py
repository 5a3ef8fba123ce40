"""The endings of Uzbek: any chain of them, see ``suffixes``."""

from __future__ import annotations

from uchtil.language.uz.suffixes import stems_of


def key(base: str) -> str:
    """Return the word itself: endings are only added."""
    return base


def keys(word: str) -> frozenset[str]:
    """Return every beginning that endings may have been added to."""
    low = word.lower()
    stems = stems_of(low)
    if word == low:
        return stems
    return frozenset(
        word[: len(stem)] if low.startswith(stem) else word[0] + stem[1:] for stem in stems
    )
