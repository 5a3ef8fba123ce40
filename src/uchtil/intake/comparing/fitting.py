"""The reading of a passage that fits a fact best: its date, or its amount with the date of that."""

from __future__ import annotations

import re
from dataclasses import replace

from uchtil.facts.support import came_about
from uchtil.intake.comparing.acts import REPEATED
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile
from uchtil.intake.comparing.readings import Dated, Held, Valued, date_of, dated, held_values
from uchtil.intake.comparing.units import Units
from uchtil.intake.recognise import Amount, Find, FindKind
from uchtil.model import Fact, Kind, Status

MISPRINT = 3
"""So many years away a date may be, and still be meant for the same event."""
_LONG = 366
_ANOTHER_CLAUSE = 60
"""Characters that the beginning of another clause is as good as."""
_CLAUSES = re.compile(r"[,;:]|(?<!\w)(?:и|а|va|hamda|esa|and|but)(?!\w)")


def happened(passage: Passage, profile: Profile, act: str) -> tuple[Valued, Dated] | None:
    """Return the date of a passage that fits an event or a claim best, by the act of both."""
    fact = profile.fact
    at = passage.acts.get(act, 0)
    told = dated(passage.dates(), fact.date, lambda find: _far(passage, at, find))
    if told.held is Held.OTHER and not _may_dispute(told, profile):
        if fact.kind is not Kind.CLAIM:
            return None
        told = Dated(held=Held.NONE_HERE)  # what is claimed holds on other days too
    return Valued(held=Held.NEITHER), told


def _far(passage: Passage, at: int, find: Find) -> int:
    """Return how far a date is from an act; farther if another clause begins between them."""
    start, end = find.start - passage.start, find.end - passage.start
    between = passage.text[at:start] if start >= at else passage.text[end:at]
    return len(between) + _ANOTHER_CLAUSE * len(_CLAUSES.findall(between))


def measured(passage: Passage, fact: Fact, units: Units) -> list[tuple[Valued, Dated]]:
    """Return the amount of a passage that fits a measure best, with its date.

    Where none is the measure's own, any of them may dispute it: all are returned, the best first.
    """
    mine = fact.value
    assert mine is not None
    fitting: list[tuple[tuple[bool, bool], Valued, Dated]] = []
    dates = passage.dates()
    for find in passage.of(FindKind.AMOUNT):
        assert isinstance(find.value, Amount)
        if mine.unit not in units.meant(find.value, passage):
            continue
        amount = find.value
        if amount.quantity.unit != mine.unit:
            amount = replace(amount, quantity=replace(amount.quantity, unit=mine.unit))
        held = held_values(amount.quantity, mine)
        own = date_of(find, passage, [each for each, _ in dates])
        told = dated([each for each in dates if each[0] is own], fact.date)
        if told.held in (Held.OTHER, Held.NONE_HERE) and held is not Held.OTHER:
            # The figure is the fact's: the date may stand elsewhere in the sentence.
            other = dated(dates, fact.date)
            told = other if other.held.agrees else told
        rank = (held is not Held.OTHER, told.held.agrees or told.held is Held.NEITHER)
        fitting.append((rank, Valued(held=held, find=find, amount=amount), told))
    if not fitting:
        return []
    fitting.sort(key=lambda each: each[0], reverse=True)
    if fitting[0][0][0]:
        del fitting[1:]
    return [each[1:] for each in fitting if _comes_about_alike(each[1].amount, fact)]


def _comes_about_alike(amount: Amount | None, fact: Fact) -> bool:
    """Whether a plan is held against a plan, and a result against a result, if that is told."""
    if amount is None or amount.status is None or fact.status is None:
        return True
    if Status.ESTIMATE in (amount.status, fact.status):
        return True  # of what is planned costs are estimated
    return came_about(amount.status) is came_about(fact.status)


def _may_dispute(told: Dated, profile: Profile) -> bool:
    """Whether another date can be meant for the same event, and is not that of another such.

    Papers are signed once; what is met or visited again must be told for the same year; of a
    term of office one end must be the same, or another beginning be told for the same year.
    """
    fact, theirs = profile.fact, told.date
    mine = fact.date
    assert mine is not None
    assert theirs is not None
    if fact.kind is Kind.CLAIM:  # only of what is planned for some years
        spans = mine.is_span and theirs.is_span and not (mine.open_end or theirs.open_end)
        return spans and abs(mine.first.year - theirs.first.year) <= MISPRINT
    if mine.is_span and (mine.open_end or (mine.last - mine.first).days > _LONG):
        if not theirs.is_span:
            return theirs.first.year == mine.first.year
        return mine.first == theirs.first or mine.last == theirs.last
    years = abs(mine.first.year - theirs.first.year)
    if profile.acts & REPEATED:
        return years == 0
    return years <= MISPRINT
