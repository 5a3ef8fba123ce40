"""A short difference between two texts, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S*\{\{.*?\}\}\S*|\S+")
"""A word; an expression in braces is one, with what is written against it."""

_SHOWN = 3
"""So many changes are shown, and so many words beside each."""
_LONGEST = 12
"""So many words of one change are shown."""


def difference(before: str, now: str) -> str:
    """Return what changed: ``“the treaty [was → is] signed”, “[+in Astana]”``.

    Words taken out stand as ``[−word]``, words put in as ``[+word]``.
    """
    old, new = _WORD.findall(before), _WORD.findall(now)
    if not old:
        return "what it was is not known any more"
    changes = [
        each
        for each in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if each[0] != "equal"
    ]
    shown = []
    for _, low, high, start, end in changes[:_SHOWN]:
        gone, come = _cut(old[low:high]), _cut(new[start:end])
        change = f"{gone} → {come}" if gone and come else f"−{gone}" if gone else f"+{come}"
        around = [*new[max(0, start - _SHOWN) : start], f"[{change}]", *new[end : end + _SHOWN]]
        shown.append(f"“{' '.join(around)}”")
    more = len(changes) - _SHOWN
    if more > 0:
        shown.append(f"and {more} more change{'' if more == 1 else 's'}")
    return ", ".join(shown)


def _cut(words: list[str]) -> str:
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
