"""The reading that a passage gives of a fact: its date and value, and how they agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from uchtil.facts.printed import dates_hold, step, values_hold
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.recognise import Amount, Find, FindKind
from uchtil.model import Bound, Precision, Quantity, When

_YEAR = 366
_OTHER_CLAUSE = re.compile(
    r"[,;:](?:\s+[^\W\d]\S*){2}|[,;:]\s+(?:и|а|но|and|but|while|va|lekin|ammo|biroq)(?!\w)"
)
"""What begins another clause: a date behind it is not that of the amount before it."""
_CLOSE = 25
"""Characters between a date and an amount that is told of it."""


_ROUNDED = Decimal("0.1")
"""The share of a figure, up to which who tells it means what a more exact one says."""


class Held(str, Enum):
    """How a reading told by a passage is to that of a fact."""

    SAME = "same"
    FINER = "finer"
    """Both can hold, and the passage is more exact."""
    COARSER = "coarser"
    OTHER = "other"
    """Only one of them can hold."""
    NONE_HERE = "none here"
    """The fact has one and the passage none."""
    NONE_THERE = "none there"
    """The passage has one and the fact none."""
    NEITHER = "neither"

    @property
    def agrees(self) -> bool:
        """Whether both have one, and both can hold."""
        return self in (Held.SAME, Held.FINER, Held.COARSER)


_ORDER = (Held.SAME, Held.FINER, Held.COARSER, Held.OTHER)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """The date that a passage tells for a fact, where it stands, and how it is to the fact's."""

    held: Held
    find: Find | None = None
    date: When | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Valued:
    """The amount that a passage tells for a fact, and how it is to the fact's."""

    held: Held
    find: Find | None = None
    amount: Amount | None = None


def dated(
    dates: Sequence[tuple[Find, When]],
    mine: When | None,
    far: Callable[[Find], int] = lambda find: find.start,
) -> Dated:
    """Return the one of some dates that is nearest to that of a fact.

    To a fact without a date belongs that which is the least ``far`` from its act.
    """
    if not dates:
        return Dated(held=Held.NONE_HERE if mine else Held.NEITHER)
    if mine is None:
        find, date = min(dates, key=lambda each: far(each[0]))
        # "Since 2012" is no date of what was done once.
        held = Held.NEITHER if date.open_start or date.open_end else Held.NONE_THERE
        return Dated(held=held, find=find, date=date)
    if mine.is_span and not _is_open(mine):
        dates = list(_terms(dates)) or dates
    told = [Dated(held=held_dates(date, mine), find=find, date=date) for find, date in dates]

    def distance(each: Dated) -> tuple[int, int]:
        assert each.date is not None
        return _ORDER.index(each.held), abs((each.date.first - mine.first).days)

    return min(told, key=distance)


def _terms(dates: Sequence[tuple[Find, When]]) -> Iterator[tuple[Find, When]]:
    """Yield the periods of "came in 1993 and served until 1998", which stand for no find alone."""
    for (_, first), (find, second) in pairwise(dates):
        single = first.open_end or not first.is_span
        if not (first.start and single and second.open_start and second.end):
            continue
        if first.start.first <= second.end.last:
            yield find, When(start=first.start, end=second.end)


def held_dates(theirs: When, mine: When) -> Held:
    """Return how one date is to that of a fact."""
    if theirs == mine:
        return Held.SAME
    if not _is_open(mine):
        # "Since 2017" is told of all that follows, and is the date of what began then.
        theirs = _closed(theirs)
    if _is_its_beginning(theirs, mine):
        return Held.COARSER
    if not _hold(theirs, mine) or _begins_otherwise(theirs, mine):
        return Held.OTHER
    shorter = theirs.last - theirs.first < mine.last - mine.first
    # A day of a period is a part of it, and not its date told more exactly.
    return Held.FINER if shorter and (theirs.is_span or not mine.is_span) else Held.COARSER


def _is_its_beginning(theirs: When, mine: When) -> bool:
    """Whether a date tells less exactly when a period began: "from April 2000"."""
    return (
        mine.is_span
        and not theirs.is_span
        and mine.start is not None
        and dates_hold(theirs, When(start=mine.start))
    )


def _begins_otherwise(theirs: When, mine: When) -> bool:
    """Whether a date near the beginning of a long period is another beginning of it.

    "Came on 5 May 2000" is told of a term that began on 17 April.
    """
    if theirs.is_span or not mine.is_span or mine.start is None or theirs.start is None:
        return False
    exact = min(theirs.start.precision, mine.start.precision) > Precision.YEAR
    long = _is_open(mine) or (mine.last - mine.first).days > _YEAR
    near = theirs.start.year == mine.start.year
    return exact and long and near and not dates_hold(theirs, When(start=mine.start))


def _is_open(date: When) -> bool:
    return date.open_start or date.open_end


def _closed(date: When) -> When:
    """Return the end that is told of a period without the other; any other date as it is."""
    if date.open_end and date.start is not None:
        return When(start=date.start)
    if date.open_start and date.end is not None:
        return When(start=date.end)
    return date


def _hold(one: When, other: When) -> bool:
    """Whether two dates can both be true; of two periods both ends must."""
    if one.start and one.end and other.start and other.end:
        return dates_hold(When(start=one.start), When(start=other.start)) and dates_hold(
            When(start=one.end), When(start=other.end)
        )
    return dates_hold(one, other)


def held_values(theirs: Quantity, mine: Quantity) -> Held:
    """Return how one value is to that of a fact."""
    if not values_hold(mine, theirs):
        return Held.OTHER
    if theirs.number == mine.number and theirs.bound is mine.bound:
        return Held.SAME
    exact = theirs.bound is Bound.EXACT and theirs.number != mine.number
    finer = mine.bound is not Bound.EXACT or step(theirs) < step(mine)
    if exact and finer and mine.bound is Bound.EXACT and _is_far(theirs, mine):
        return Held.OTHER
    return Held.FINER if exact and finer else Held.SAME


def _is_far(theirs: Quantity, mine: Quantity) -> bool:
    """Whether a value is too far from one that it could be rounded to: 1.2 billion from 1."""
    return abs(theirs.number - mine.number) > _ROUNDED * abs(mine.number)


def date_of(find: Find, passage: Passage, dates: Sequence[Find]) -> Find | None:
    """Return the date of an amount.

    Where dates and amounts take turns ("3 billion in 2018 and 5 billion in 2020") each has the
    one beside it; elsewhere it is the nearest before it, else the first behind it that no other
    amount follows.
    """
    amounts = [each for each in passage.of(FindKind.AMOUNT) if _counts(each)]
    turns = sorted([*dates, *amounts], key=lambda each: each.start)
    kinds = [each.kind for each in turns]
    if len(dates) == len(amounts) > 1 and all(a is not b for a, b in pairwise(kinds)):
        return turns[turns.index(find) + (1 if kinds[0] is FindKind.AMOUNT else -1)]
    before = [each for each in dates if each.end <= find.start]
    if before:
        return before[-1]
    behind = next((each for each in dates if each.start >= find.end), None)
    if behind and any(0 <= each.start - behind.end <= _CLOSE for each in amounts):
        return None
    if behind and _OTHER_CLAUSE.search(
        passage.text, find.end - passage.start, behind.start - passage.start
    ):
        return None
    return behind


def _counts(find: Find) -> bool:
    return isinstance(find.value, Amount) and bool(find.value.quantity.unit)
