"""Unknown words that are a name with a slip in it: which name, and how it is written.

Only what no dictionary knows comes here, so that a name is never taken for another one that
differs by a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uchtil.language import language
from uchtil.model import Project

_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ’][^\W\d_]+)*")
_SHORTEST = 5
"""Letters of a name in which a slip can be told from another word."""
_LONG = 8
"""From so many letters on two slips are believed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """The accepted form that is meant, and the id of its name (empty: what a source is called)."""

    right: str
    name: str


class Slips:
    """The names of a review in one language, found by words that are like them."""

    def __init__(self, code: str, project: Project) -> None:
        self._inflection = language(code).inflection
        self._forms: dict[str, Slip] = {}
        for name, form in _forms(code, project):
            for word in _WORD.findall(form):
                if word[0].isupper() and len(word) >= _SHORTEST:
                    slip = Slip(right=word, name=name)
                    self._forms.setdefault(self._inflection.key(word), slip)

    def find(self, word: str) -> Slip | None:
        """Return the name that a word in capitals is nearest to, with any ending, if it is near."""
        if not word[0].isupper() or len(word) < _SHORTEST:
            return None
        best: tuple[int, int] | None = None
        answer = None
        for stem in self._inflection.keys(word):
            for form, slip in self._forms.items():
                most = 1 if len(form) < _LONG else 2
                if abs(len(form) - len(stem)) > most:
                    continue
                slips = _slips(stem, form, most)
                # Of names as near as each other the one that leaves the shorter ending.
                if slips <= most and (best is None or (slips, -len(stem)) < best):
                    best, answer = (slips, -len(stem)), slip
        return answer


def _forms(code: str, project: Project) -> Iterator[tuple[str, str]]:
    for name in project.names.values():
        for forms in (name.forms, name.short or {}):
            if code in forms:
                yield name.id, forms[code]
    for source in project.sources.values():
        yield "", source.label.get(code, "")


def _slips(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, too many or in each other's place.

    Counting ends with ``most``.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row, above = before, [at], row
        for place, wanted in enumerate(other, 1):
            cost = min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > most:
            return most + 1
    return row[-1]
