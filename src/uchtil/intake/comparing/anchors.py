"""The few words that pin a passage, exactly as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from uchtil.checks.passages import SearchedText
from uchtil.load.facts import ANCHOR_WORDS

_AROUND = 120


def anchor_of(
    text: SearchedText, paragraph: int, start: int, end: int, wanted: Iterable[tuple[int, int]]
) -> tuple[str, bool]:
    """Return at most ten words of a sentence around what is ``wanted`` of it.

    ``start`` and ``end`` are the sentence's place in its paragraph, ``wanted`` the places of
    what the anchor is to show, the most important first.  The second answer is whether the words
    stand in several paragraphs, so that it must be said which is meant.
    """
    own = text.paragraphs[paragraph - 1].text
    words = [
        (each.start(), each.end())
        for each in re.finditer(r"\S+", own)
        if start <= each.start() < end
    ]
    if not words:
        return "", False
    first, last = _window(words, list(wanted))
    best = ""
    for low, high in _windows(first, last, len(words)):
        shown = " ".join(own[words[low][0] : words[high][1]].split())
        shown = shown.rstrip(",;:.") if len(shown.split()) > 1 else shown
        places = text.places(shown)
        if not any(each.paragraph == paragraph for each in places):
            continue
        best = best or shown
        if len({each.paragraph for each in places}) == 1:
            return shown, False
    return best, True


def _window(words: Sequence[tuple[int, int]], wanted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the first and the last of the words that show as much as ten can."""
    first, last = -1, -1
    for begin, stop in wanted:
        here = [n for n, (a, b) in enumerate(words) if a < stop and begin < b]
        if not here:
            continue
        low = here[0] if first < 0 else min(first, here[0])
        high = here[-1] if last < 0 else max(last, here[-1])
        if high - low < ANCHOR_WORDS:
            first, last = low, high
    if first < 0:
        first, last = 0, min(len(words), ANCHOR_WORDS) - 1
    return first, min(last, first + ANCHOR_WORDS - 1)


def _windows(first: int, last: int, count: int) -> Iterable[tuple[int, int]]:
    """Yield windows that hold one, the one of six words or so first, then wider ones."""
    seen = set()
    for size in (7, 8, 9, ANCHOR_WORDS):
        for shift in (2, 1, 3, 0, 4, 5):
            low = max(0, first - shift)
            high = min(count - 1, max(last, low + size - 1))
            low = max(0, min(low, high - size + 1))
            if high - low >= ANCHOR_WORDS or low > first or high < last:
                continue
            if (low, high) not in seen:
                seen.add((low, high))
                yield low, high
    if (first, last) not in seen:
        yield first, last


def around(text: SearchedText, anchor: str, paragraph: int) -> tuple[str, str]:
    """Return the words before and behind an anchor in its paragraph."""
    context = text.context(anchor, around=_AROUND, paragraph=paragraph)
    return (context.before.strip(), context.after.strip()) if context else ("", "")
