"""What a passage says that no fact says: a candidate, with what could be recognised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from uchtil.facts.support import came_about
from uchtil.intake.comparing.acts import is_between, is_mine
from uchtil.intake.comparing.choosing import Choice
from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.points import ADDING, ADDING_ENOUGH
from uchtil.intake.comparing.profiles import Profiles
from uchtil.intake.comparing.readings import Dated, Held, Valued, date_of, held_dates
from uchtil.intake.comparing.results import Candidate, Found, Told, Verdict
from uchtil.intake.comparing.scoring import are_side_by_side, parties_of, reasons, third_states
from uchtil.intake.recognise import Amount, Find, FindKind
from uchtil.model import Kind, Quantity, Status, When

_FEW = 2
_GREAT = 10**6
"""Numbers from here on are told without what they count, where that was said."""
_TOPIC = 0.42
"""The least share of a measure's words for an amount to be one of its kind."""
_OURS = frozenset({"body", "project", "event"})
"""Kinds of names that a review without parties is about."""
_NAMED = 0.5
"""The least share of its names, where it has any."""


def other_times(
    passage: Passage, pairings: Iterable[Pairing], taken: frozenset[int]
) -> list[Found]:
    """Return measures that there are not yet: of an indicator that there is, for another date.

    ``taken`` are the places of the amounts that tell a fact.
    """
    nearest: dict[int, Pairing] = {}
    for each in pairings:
        find = each.valued.find
        if find is None or find.start in taken or each.dated.date is None:
            continue
        if each.same.words < _TOPIC or (each.profile.special and each.same.names < _NAMED):
            continue
        if not each.another_time or each.signs["growth or not"]:
            continue
        best = nearest.get(find.start)
        if best is None or each.same.words + each.same.names > best.same.words + best.same.names:
            nearest[find.start] = each
    return [_of_other_time(passage, each) for each in nearest.values()]


def _of_other_time(passage: Passage, pairing: Pairing) -> Found:
    fact, find, amount = pairing.fact, pairing.valued.find, pairing.valued.amount
    assert find is not None
    assert amount is not None
    date = pairing.dated.find
    return Found(
        passage=passage,
        verdict=Verdict.ADDS,
        told=Told(
            date=pairing.dated.date,
            value=amount.quantity,
            status=amount.status or Status.ACTUAL,
        ),
        why=(
            *reasons(pairing.same, passage),
            f"no fact has {fact.indicator} for {pairing.dated.date}",
        ),
        score=pairing.same.words + pairing.same.names,
        shows=((find.start, find.end), *([(date.start, date.end)] if date else [])),
        candidate=Candidate(
            kind=Kind.MEASURE, theme=fact.theme, indicator=fact.indicator, names=fact.names
        ),
    )


def beside_measures(
    passage: Passage, chosen: Iterable[Choice], profiles: Profiles, taken: frozenset[int]
) -> list[Found]:
    """Return measures told beside one that is known: of the same kind, of another time.

    "It was 1.5 billion in 2016, and 2 billion a year later", where only the second is known; or
    what came about where the first was a plan.
    """
    found = []
    dates = passage.dates()
    measured = [each.pairing for each in chosen if each.pairing.valued.find is not None]
    for find in passage.of(FindKind.AMOUNT):
        if find.start in taken or not isinstance(find.value, Amount) or find.value.change:
            continue
        for each in measured:
            mine = each.fact.value
            if mine is None or each.profile.growth or not _is_of(find.value, mine):
                continue
            own = date_of(find, passage, [date for date, _ in dates])
            date = next((date for place, date in dates if place is own), None)
            if date is None or not _is_new(each, find.value, date, profiles):
                continue
            amount = replace(find.value, quantity=replace(find.value.quantity, unit=mine.unit))
            found.append(
                _of_other_time(
                    passage,
                    replace(
                        each,
                        dated=Dated(held=Held.OTHER, find=own, date=date),
                        valued=Valued(held=Held.OTHER, find=find, amount=amount),
                    ),
                )
            )
            break
    return found


def _is_of(amount: Amount, mine: Quantity) -> bool:
    """Whether an amount is told in a measure's unit, or a great one in none: "2.9 billion"."""
    great = not amount.quantity.unit and min(amount.quantity.number, mine.number) >= _GREAT
    return great or amount.quantity.unit == mine.unit


def _is_new(told: Pairing, amount: Amount, date: When, profiles: Profiles) -> bool:
    """Whether no fact of the kind of one that is told has a date, or only a plan for it."""
    fact = told.fact
    same = [
        each.fact
        for each in profiles.measures[fact.value.unit if fact.value else ""]
        if each.fact.names == fact.names and not each.growth
    ]
    known = [each for each in same if each.date is None or held_dates(date, each.date).agrees]
    if not came_about(fact.status) and amount.status is Status.ACTUAL:
        known = [each for each in known if came_about(each.status)]
    return not known


def signs_of_adding(
    passage: Passage, profiles: Profiles, before: Collection[str] = ()
) -> dict[str, float] | None:
    """Return what speaks for and against it that a passage adds a fact.

    Nothing where it cannot: it tells neither a date nor an amount, or is a title.  ``before`` are
    the facts that were told just before it.
    """
    dates, amounts = passage.dates(), _amounts(passage)
    if passage.is_title or "\n\n" in passage.text or not (dates or amounts):
        return None
    parties = len(parties_of(passage, profiles))
    needed = min(_FEW, len(profiles.parties))
    kinds = {profiles.project.names[name].type for name in passage.names}
    all_named = parties >= needed if needed else bool(kinds & _OURS)
    counted = [each.quantity.unit or each.noun for _, each in amounts]
    return {
        "both parties": float(all_named),
        "one party": float(bool(parties) and not all_named),
        "no party": float(not (parties or passage.mutual or all_named)),
        "parties side by side": float(are_side_by_side(passage, profiles)),
        "mutual": float(passage.mutual),
        "a third state": float(bool(third_states(passage, profiles))),
        "passes between states": float(
            bool(profiles.parties) and is_between(passage.even, passage.language)
        ),
        # So many people live in the one, and so many in the other.
        "a figure of each": float(all_named and len(counted) > len(set(counted))),
        "of the writer": float(is_mine(passage.even, passage.language)),
        "an amount": float(any(each.quantity.unit for _, each in amounts)),
        "an amount of others": float(
            bool(amounts) and not any(each.quantity.unit for _, each in amounts)
        ),
        "several dates": float(len(dates) > 1),
        "behind a fact": float(bool(before)),
    }


def _amounts(passage: Passage) -> list[tuple[Find, Amount]]:
    """Return the amounts of which something is counted."""
    return [
        (find, find.value)
        for find in passage.of(FindKind.AMOUNT)
        if isinstance(find.value, Amount) and (find.value.quantity.unit or find.value.noun)
    ]


def candidate_of(
    passage: Passage, profiles: Profiles, before: Collection[str] = ()
) -> Found | None:
    """Return a candidate for a fact, where a passage tells a date or an amount of our concern.

    ``before`` are the facts that were told just before it.
    """
    signs = signs_of_adding(passage, profiles, before)
    if signs is None or sum(ADDING[name] * value for name, value in signs.items()) < ADDING_ENOUGH:
        return None
    dates, amounts = passage.dates(), _amounts(passage)
    shows = [(find.start, find.end) for find, _ in (dates[:1] or [])]
    shows += [(find.start, find.end) for find, _ in amounts[:1]]
    why = []
    if dates:
        why.append(f"a date: {dates[0][1]}")
    if amounts:
        why.append(f"an amount: {' '.join(amounts[0][0].words.split())}")
    if passage.names:
        why.append(f"known names: {', '.join(sorted(passage.names))}")
    if passage.acts:
        why.append(f"an act: {', '.join(passage.acts)}")
    why.append("no fact says so")
    amount = amounts[0][1] if amounts and not (passage.acts and dates) else None
    if amount is not None and amount.quantity.unit not in profiles.project.units:
        amount = None  # a person says what it counts
    return Found(
        passage=passage,
        verdict=Verdict.ADDS,
        told=Told(
            date=dates[0][1] if dates else None,
            value=amount.quantity if amount else None,
            status=amount.status if amount else None,
        ),
        why=tuple(why),
        score=1.0,
        shows=tuple(shows),
        candidate=Candidate(
            kind=Kind.EVENT if passage.acts and dates else Kind.CLAIM,
            theme=_theme(passage, profiles),
            indicator=None,
            names=tuple(name for name in profiles.project.names if name in passage.names),
        ),
    )


def _theme(passage: Passage, profiles: Profiles) -> str:
    """Return the theme of the facts that have most in common with a passage."""
    weights = profiles.weights[passage.language]
    points: Counter[str] = Counter()
    for profile in profiles.all:
        shared = max(
            (
                weights.sum(text & passage.stems)
                for text in profile.wordings[passage.language].texts
            ),
            default=0.0,
        )
        shared += profiles.names.sum(profile.special & passage.names)
        points[profile.fact.theme] = max(points[profile.fact.theme], shared)  # type: ignore[assignment]
    return points.most_common(1)[0][0] if points else next(iter(profiles.project.themes), "")
