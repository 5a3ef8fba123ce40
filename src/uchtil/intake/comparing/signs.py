"""What speaks for and against it that a passage tells a fact: signs, by name.

Each is from 0 to about 1; what it is worth stands in :mod:`.points`.
"""

from __future__ import annotations

import math
from collections import Counter

from uchtil.facts.printed import dates_hold
from uchtil.facts.support import came_about
from uchtil.intake.comparing.acts import exclude_each_other
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.readings import Dated, Held, Valued
from uchtil.intake.comparing.scoring import Alike, parties_of, third_states
from uchtil.intake.recognise import Amount
from uchtil.model import Fact, Kind, Precision, Quantity, When

_FEW = 2
_CALLED = 0.7
"""From this share of its words on, a fact is called by them, whatever is told of it."""


class Signs:
    """Tells the signs of passages and facts of one review."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        facts = [each.fact for each in profiles.all]
        self._of_date = Counter(fact.date for fact in facts)
        self._of_unit = Counter(fact.value.unit for fact in facts if fact.value)
        self._agree: dict[When, int] = {}
        self._of_name = Counter(name for fact in facts for name in fact.names)

    def of(
        self, passage: Passage, profile: Profile, same: Alike, told: Dated, valued: Valued
    ) -> dict[str, float]:
        """Return what speaks for and against a pairing, by name."""
        fact, code = profile.fact, passage.language
        acts = profile.wordings[code].acts | profile.acts
        there = frozenset(passage.acts)
        signs = {
            "words": same.words,
            "weight of words": min(self._profiles.weights[code].sum(same.shared) / 20, 1.5),
            "words told before": same.words_last,
            "share of its words": same.share_of_passage,
            "names": same.names,
            "names told": float(bool(same.met)),
            "a name that few have": max(
                (1 / self._of_name[each] for each in same.met), default=0.0
            ),
            "names told before": float(bool(same.carried and not same.met)),
            "another act": float(bool(there and acts and not same.act)),
            "an act that excludes": float(bool(there and acts and exclude_each_other(there, acts))),
            "both parties": float(
                passage.mutual or len(parties_of(passage, self._profiles) & profile.parties) >= _FEW
            ),
            "a third state": float(self._is_with_a_stranger(passage, profile)),
            "third states alone": float(
                not (same.met or passage.mutual or parties_of(passage, self._profiles))
                and bool(third_states(passage, self._profiles))
            ),
            "named without its act": float(
                told.held is Held.NONE_HERE and fact.kind is Kind.EVENT and not same.act
            ),
            "a plan told without its words": (1 - same.words)
            * is_plan_of_both(valued.amount, fact),
            "claim": float(fact.kind is Kind.CLAIM),
            "words of a claim": same.words if fact.kind is Kind.CLAIM else 0.0,
            "measure": float(fact.kind is Kind.MEASURE),
            "growth or not": float(
                valued.amount is not None
                and profile.growth is not (valued.amount.change is not None)
            ),
        }
        held = told.held
        otherwise = Held.OTHER in (held, valued.held)
        signs["called, and told otherwise"] = (
            max(0.0, same.words - _CALLED) / (1 - _CALLED) if otherwise else 0.0
        )
        if held.agrees:
            assert fact.date is not None
            assert told.date is not None
            signs["same month"] = float(_are_of_one_month(told.date, fact.date))
            if held is Held.SAME:
                signs["a date that few have"] = 1 / self._of_date[fact.date]
            if held is Held.FINER:
                signs["a finer date that few have"] = 1 / max(1, self._agreeing(told.date))
        else:
            signs["another date" if held is Held.OTHER else f"date: {held.value}"] = 1.0
            signs["words of another date"] = same.words if held is Held.OTHER else 0.0
        if valued.amount is not None:
            assert fact.value is not None
            if valued.held is Held.OTHER:
                signs["another value"] = 1.0
                signs["a value far off"] = _apart(valued.amount.quantity, fact.value)
            else:
                signs["same value"] = 1.0
                signs["figures of the value"] = min(_figures(fact.value), 4) / 4
                signs["same value and date"] = float(held.agrees or held is Held.NEITHER)
            signs["a unit that few have"] = 1 / math.sqrt(self._of_unit[fact.value.unit])
        return signs

    def _agreeing(self, date: When) -> int:
        """Return how many facts have a date that a date may be of."""
        if date not in self._agree:
            self._agree[date] = sum(
                many
                for mine, many in self._of_date.items()
                if mine is not None and not mine.is_span and dates_hold(date, mine)
            )
        return self._agree[date]

    def _is_with_a_stranger(self, passage: Passage, profile: Profile) -> bool:
        """Whether a passage names a state that is neither a party nor a name of the fact."""
        own = {self._profiles.english[each] for each in profile.special}
        return bool(third_states(passage, self._profiles) - own)


def is_plan_of_both(amount: Amount | None, fact: Fact) -> bool:
    """Whether an amount is told as a plan or a goal, and a fact is one."""
    return amount is not None and not (came_about(amount.status) or came_about(fact.status))


def _are_of_one_month(one: When, other: When) -> bool:
    """Whether both dates, which agree, are told to the month or the day."""
    points = [each.start.precision for each in (one, other) if each.start]
    return bool(points) and min(points) in (Precision.MONTH, Precision.DAY)


def _apart(one: Quantity, other: Quantity) -> float:
    """Return how far two values are apart: 1 where one is a thousand times the other, or more."""
    if one.number <= 0 or other.number <= 0:
        return 1.0
    return min(abs(math.log10(one.number / other.number)) / 3, 1.0)


def _figures(value: Quantity) -> int:
    """Return how many figures a number is told with: "31.2" tells more than "2"."""
    return len(value.amount.normalize().as_tuple().digits)
