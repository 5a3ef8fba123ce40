"""Pairings beside each other, and beside what the sentences before told.

A fact is less likely told where another has more words in common with the passage, and likelier
where one like it was told just before: "its 26 articles" goes on from the treaty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.profiles import Profiles
from uchtil.intake.comparing.readings import Held

_BEHIND = ("words", "weight of words")


def beside_each_other(made: Sequence[Pairing]) -> Iterator[Pairing]:
    """Yield pairings of one passage with what each has less than the best of its rivals.

    Rivals are told with the same date or amount, or both with none.
    """
    best: dict[object, dict[str, float]] = defaultdict(lambda: dict.fromkeys(_BEHIND, 0.0))
    for each in made:
        among = best[_told_with(each)]
        for sign in _BEHIND:
            among[sign] = max(among[sign], each.signs[sign])
    for each in made:
        among = best[_told_with(each)]
        behind = {f"behind in {sign}": among[sign] - each.signs[sign] for sign in _BEHIND}
        yield replace(each, signs={**each.signs, **behind})


def _told_with(pairing: Pairing) -> tuple[str, int] | None:
    """Return the amount that is told of a fact, else the date, if it has one."""
    if pairing.valued.find:
        return "amount", pairing.valued.find.start
    if pairing.dated.find and pairing.dated.held is not Held.NONE_THERE:
        return "date", pairing.dated.find.start
    return None


class Nearness:
    """Knows how much facts have in common with each other."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        self._known: dict[tuple[str, str], float] = {}

    def after(self, pairing: Pairing, before: Collection[str]) -> Pairing:
        """Return a pairing with how near its fact is to those that were told before."""
        near = max((self.of(pairing.fact.id, each) for each in before), default=0.0)
        return replace(pairing, signs={**pairing.signs, "near what was told": near})

    def of(self, one: str, other: str) -> float:
        """Return which share of the words and names of the shorter of two facts the other has."""
        if one == other:
            return 0.0
        key = (one, other) if one < other else (other, one)
        if key not in self._known:
            self._known[key] = self._shared(*key)
        return self._known[key]

    def _shared(self, one: str, other: str) -> float:
        mine, theirs = self._profiles.by_id[one], self._profiles.by_id[other]
        weights, names = self._profiles.weights["en"], self._profiles.names
        first, second = mine.wordings["en"].all, theirs.wordings["en"].all
        shared = weights.sum(first & second) + names.sum(mine.special & theirs.special)
        whole = min(
            weights.sum(first) + names.sum(mine.special),
            weights.sum(second) + names.sum(theirs.special),
        )
        return shared / whole if whole else 0.0
