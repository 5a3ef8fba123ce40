"""What a passage says that no fact says: a candidate, with what could be recognised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from uchtil.intake.comparing.acts import is_mine
from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.points import ADDING, ADDING_ENOUGH
from uchtil.intake.comparing.profiles import Profiles
from uchtil.intake.comparing.results import Candidate, Found, Told, Verdict
from uchtil.intake.comparing.scoring import are_side_by_side, parties_of, reasons, third_states
from uchtil.intake.recognise import Amount, Find, FindKind
from uchtil.model import Kind, Status

_FEW = 2
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


def signs_of_adding(passage: Passage, profiles: Profiles) -> dict[str, float] | None:
    """Return what speaks for and against it that a passage adds a fact.

    Nothing where it cannot: it tells neither a date nor an amount, or is a title.
    """
    dates, amounts = passage.dates(), _amounts(passage)
    if passage.is_title or "\n\n" in passage.text or not (dates or amounts):
        return None
    parties = len(parties_of(passage, profiles))
    needed = min(_FEW, len(profiles.parties))
    kinds = {profiles.project.names[name].type for name in passage.names}
    all_named = parties >= needed if needed else bool(kinds & _OURS)
    return {
        "both parties": float(all_named),
        "one party": float(bool(parties) and not all_named),
        "no party": float(not (parties or passage.mutual or all_named)),
        "parties side by side": float(are_side_by_side(passage, profiles)),
        "mutual": float(passage.mutual),
        "a third state": float(bool(third_states(passage, profiles))),
        "of the writer": float(is_mine(passage.even, passage.language)),
        "an amount": float(any(each.quantity.unit for _, each in amounts)),
        "an amount of others": float(
            bool(amounts) and not any(each.quantity.unit for _, each in amounts)
        ),
        "several dates": float(len(dates) > 1),
    }


def _amounts(passage: Passage) -> list[tuple[Find, Amount]]:
    """Return the amounts of which something is counted."""
    return [
        (find, find.value)
        for find in passage.of(FindKind.AMOUNT)
        if isinstance(find.value, Amount) and (find.value.quantity.unit or find.value.noun)
    ]


def candidate_of(passage: Passage, profiles: Profiles) -> Found | None:
    """Return a candidate for a fact, where a passage tells a date or an amount of our concern."""
    signs = signs_of_adding(passage, profiles)
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
