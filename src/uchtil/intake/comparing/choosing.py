"""Which facts a passage tells: those whose signs come to enough points, each find for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.points import ENOUGH, POINTS
from uchtil.intake.comparing.readings import Held
from uchtil.model import Kind

GAP = 1.5
"""So many points less than the best of its kind, with the same date, is too little…"""
SURE = 2.5
"""…but for what has so many points by itself: two things may be of one day."""
OTHER_KIND = 8.0
"""The like of an event and a claim told with one date, which are more often told together."""
TIE = 0.5
"""So few points less is as good: which of them is told, a person has to say."""
BESIDE = 1.5
"""So many points has what is told beside the thing whose date a passage tells."""
BARE = 3.0
"""So many points less than the best is too little for what has no date and no amount."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A fact that a passage tells, the points by which, and those that fit nearly as well."""

    pairing: Pairing
    points: float
    others: tuple[str, ...] = ()


def points_of(signs: Mapping[str, float]) -> float:
    """Return what signs come to; 0 is just enough."""
    return sum(POINTS[name] * value for name, value in signs.items()) - ENOUGH


def choose(pairings: Iterable[Pairing]) -> list[Choice]:
    """Return the facts that a passage tells, the surest first."""
    ranked = sorted(
        ((points_of(each.signs), each) for each in pairings if not each.another_time),
        key=lambda each: -each[0],
    )
    chosen: list[Choice] = []
    for points, pairing in ranked:
        if points >= 0 and not any(_shuts_out(each, pairing, points) for each in chosen):
            chosen.append(Choice(pairing=pairing, points=points))
    return [_with_others(each, ranked, chosen) for each in chosen]


def _shuts_out(better: Choice, pairing: Pairing, points: float) -> bool:
    """Whether what is chosen already leaves no room for another."""
    one = better.pairing
    same_amount = one.valued.find is not None and one.valued.find is pairing.valued.find
    if one.fact is pairing.fact or same_amount:
        return True  # an amount is of one thing, and a fact has one
    behind = better.points - points
    if _has_the_date(one, pairing) or (_shares_the_date(one, pairing) and points < BESIDE):
        return True
    if _tells_no_more(one, pairing) or _is_only_named(one, pairing):
        return True
    if one.valued.find or pairing.valued.find:
        return False  # what was done, and how much, or two amounts of one date
    if not one.places & pairing.places:
        return not pairing.places and behind > BARE
    enough = GAP if one.fact.kind is pairing.fact.kind else OTHER_KIND
    return behind > enough and points < SURE


def _has_the_date(one: Pairing, other: Pairing) -> bool:
    """Whether a date is that of one thing, or disputes it, and so is not told of another."""
    if one.dated.find is None or one.dated.find is not other.dated.find:
        return False
    if other.dated.held is Held.OTHER:
        told = one.dated.held is not Held.OTHER and one.fact.kind is not Kind.CLAIM
        return told or (one.dated.held is Held.OTHER and one.valued.find is None)
    return False


def _shares_the_date(one: Pairing, other: Pairing) -> bool:
    """Whether what has no date of its own is told with the date of another thing."""
    return (
        one.dated.find is not None
        and one.dated.find is other.dated.find
        and not (one.valued.find or other.valued.find)
        and other.dated.held is Held.NONE_THERE
        and one.dated.held is not Held.OTHER
    )


def _tells_no_more(one: Pairing, claim: Pairing) -> bool:
    """Whether a claim has nothing in common with a passage but what another fact told has."""
    return (
        one.fact.kind is not Kind.CLAIM
        and claim.fact.kind is Kind.CLAIM
        and claim.same.shared <= one.same.shared
    )


def _is_only_named(one: Pairing, event: Pairing) -> bool:
    """Whether a document is named for what is measured of it, and not for its own event.

    "The treaty has 26 articles" does not tell when it was signed.
    """
    return (
        one.fact.kind is Kind.MEASURE
        and event.fact.kind is Kind.EVENT
        and not event.places
        and bool(event.same.met & one.same.met)
    )


def _with_others(
    choice: Choice, ranked: list[tuple[float, Pairing]], chosen: list[Choice]
) -> Choice:
    taken = {each.pairing.fact.id for each in chosen}
    mine = choice.pairing
    others = tuple(
        each.fact.id
        for points, each in ranked
        if each.fact.id not in taken
        and 0 <= choice.points - points < TIE
        and each.places == mine.places
        and each.valued.held is mine.valued.held
        and each.dated.held is mine.dated.held
    )
    return Choice(pairing=mine, points=choice.points, others=others)


def is_date_of_another(choice: Choice, chosen: Iterable[Choice]) -> bool:
    """Whether the date that a passage has for a fact is that of another told beside it."""
    mine = choice.pairing
    held = mine.dated.held
    if any(_shares_the_date(e.pairing, mine) and e.points > choice.points for e in chosen):
        return True
    if mine.fact.kind is not Kind.MEASURE or held not in (Held.NONE_THERE, Held.FINER):
        return False
    return any(
        each.pairing.dated.find is mine.dated.find
        and each.pairing.dated.held.agrees
        # What is measured in that year may be measured again on that day.
        and (held is Held.NONE_THERE or each.pairing.fact.kind is not Kind.MEASURE)
        for each in chosen
        if each is not choice
    )
