"""What an amount may count, where its own words do not tell: "their number exceeded a thousand"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profiles
from uchtil.intake.comparing.vocabulary import CODES, stems, stems_of_even
from uchtil.intake.recognise import Amount

_OCCASIONS = ("times", "occasion")
_GREAT = 10**6
"""Numbers from here on are told of what a review tells such numbers of: mostly money."""


class Units:
    """The units of a review, and the words by which they are told."""

    def __init__(self, profiles: Profiles) -> None:
        values = [each.fact.value for each in profiles.all if each.fact.value]
        great = Counter(each.unit for each in values if each.number >= _GREAT)
        self._great = frozenset(unit for unit, _ in great.most_common(1))
        self._words = {
            code: {
                unit.id: frozenset().union(
                    *(stems(form, code) for form in unit.forms.get(code, {}).values())
                )
                for unit in profiles.project.units.values()
            }
            for code in CODES
        }

    def words(self, unit: str, code: str) -> frozenset[str]:
        """Return the stems of a unit's words."""
        return self._words[code].get(unit, frozenset())

    def meant(self, amount: Amount, passage: Passage) -> frozenset[str]:
        """Return the units that an amount may be told in."""
        unit = _as_visits(amount, passage).quantity.unit
        if unit:
            return frozenset({unit})
        if amount.quantity.number >= _GREAT and not amount.noun:
            return self._great
        if amount.change is not None:
            return frozenset()
        code = passage.language
        there = (
            stems_of_even(amount.noun, code) if amount.noun else passage.stems | passage.stems_last
        )
        return frozenset(
            each for each, words in self._words[code].items() if not words.isdisjoint(there)
        )


def _as_visits(amount: Amount, passage: Passage) -> Amount:
    """Return "has been there five times" as five visits; any other amount as it is."""
    if amount.quantity.unit not in _OCCASIONS or amount.change is not None:
        return amount
    if "visited" not in passage.acts:
        return amount
    return replace(amount, quantity=replace(amount.quantity, unit="visit"))
