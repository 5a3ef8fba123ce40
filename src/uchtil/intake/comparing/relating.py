"""Pairings beside each other, and beside what the sentences before told.

A fact is less likely told where another has more words in common with the passage, and likelier
where one like it was told just before: "its 26 articles" goes on from the treaty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.profiles import Profiles
from uchtil.intake.comparing.readings import Held
from uchtil.model import Kind

_BEHIND = ("words", "weight of words")
_SHARE = "share of its words"


def beside_each_other(made: Sequence[Pairing]) -> Iterator[Pairing]:
    """Yield pairings of one passage with what each has less than the best of its rivals.

    Rivals are told with the same date or amount, or both with none.  What is claimed of a day's
    event is no rival of the event itself.
    """
    measures = [each for each in made if each.valued.find and not each.another_time]
    made = list(_sifted(made, measures))
    best: dict[object, dict[str, float]] = defaultdict(lambda: dict.fromkeys(_BEHIND, 0.0))
    shares: dict[object, list[tuple[float, float]]] = defaultdict(list)
    for each in made:
        if each.another_time:
            continue
        told_with = _told_with(each)
        for rivals in {(told_with, True), (told_with, _is_claim(each))}:
            among = best[rivals]
            for sign in _BEHIND:
                among[sign] = max(among[sign], each.signs[sign])
            shares[rivals].append((each.signs["words"], each.signs[_SHARE]))
    for each in made:
        rivals = _told_with(each), _is_claim(each)
        behind = {
            f"behind in {sign}": max(0.0, best[rivals][sign] - each.signs[sign]) for sign in _BEHIND
        }
        # What has fewer of its own words is no better for having more of the passage's.
        words, mine = each.signs["words"], each.signs[_SHARE]
        theirs = max((share for other, share in shares[rivals] if other >= words), default=0.0)
        behind[f"behind in {_SHARE}"] = max(0.0, theirs - mine)
        behind["its like beside it"] = float(_has_its_like(each, measures))
        yield replace(each, signs={**each.signs, **behind})


def _sifted(made: Sequence[Pairing], measures: Sequence[Pairing]) -> Iterator[Pairing]:
    """Yield pairings but for a fact's second and third amounts where its like is not told."""
    seen: set[str] = set()
    for each in made:
        if each.fact.id not in seen or _has_its_like(each, measures):
            yield each
        seen.add(each.fact.id)


def _has_its_like(pairing: Pairing, measures: Iterable[Pairing]) -> bool:
    return any(_is_of_its_like(other, pairing) for other in measures)


def _is_of_its_like(one: Pairing, other: Pairing) -> bool:
    """Whether one amount is what a measure has, and another is told of the measure's like.

    "He came twenty-five times, his neighbour nine": what is counted of the one is counted of the
    other beside it.
    """
    return (
        one.fact is not other.fact
        and one.fact.indicator == other.fact.indicator
        and one.fact.date == other.fact.date
        and one.valued.held is not Held.OTHER
        and other.valued.find is not None
        and one.valued.find is not other.valued.find
    )


def _is_claim(pairing: Pairing) -> bool:
    return pairing.fact.kind is Kind.CLAIM


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

    def after(
        self, pairing: Pairing, before: Collection[str], told: Collection[str] = ()
    ) -> Pairing:
        """Return a pairing with how near its fact is to those that were told just before.

        ``told`` are all that the text told until then.
        """
        near = max((self.of(pairing.fact.id, each) for each in before), default=0.0)
        again = float(pairing.fact.id in told)
        return replace(
            pairing, signs={**pairing.signs, "near what was told": near, "told already": again}
        )

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
