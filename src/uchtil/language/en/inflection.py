"""The endings of English nouns."""

from __future__ import annotations


def key(base: str) -> str:
    """Return the word itself."""
    return base


def keys(word: str) -> frozenset[str]:
    """Return the word without the endings of plural and possessive."""
    found = {word}
    for ending in ("’s", "’", "s", "es"):
        found |= {each.removesuffix(ending) for each in tuple(found) if len(each) > 3}
    return frozenset(found)
