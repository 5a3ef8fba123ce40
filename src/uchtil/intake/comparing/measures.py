"""Amounts held against the measures of the review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from uchtil.facts.printed import dates_hold, step, told_value, values_hold
from uchtil.facts.support import came_about
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.results import Candidate, Told, Verdict
from uchtil.intake.comparing.scoring import (
    Found,
    alike,
    also_named,
    is_another_in_turn,
    strangers_among,
)
from uchtil.intake.recognise import Amount, Find, FindKind, Together
from uchtil.model import Bound, Kind, Quantity, Status, When

TOPIC = 0.42
"""The least share of a measure's words, weighed, that a passage must have."""
NAMED = 0.5
"""The least share of its special names, where it has any."""
TIE = 0.15
_CLOSE = 25
"""Characters between a date and an amount that is told of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Fit:
    """A measure that an amount may be of."""

    profile: Profile
    topic: float
    when: str
    """How its date is to the passage's: same, finer, coarser, none-here, none-there, other."""
    value: str
    """same, finer, other."""
    why: tuple[str, ...]

    @property
    def score(self) -> float:
        """How well it fits."""
        dated = {"same": 1.0, "finer": 0.9, "coarser": 0.9, "none-here": 0.3, "none-there": 0.3}
        return self.topic + dated.get(self.when, 0.0) + (0.8 if self.value != "other" else 0.0)


def match_amounts(
    passage: Passage, profiles: Profiles, taken: frozenset[int] = frozenset()
) -> list[Found]:
    """Return what the amounts of a passage do to the measures.

    ``taken`` are the places of dates that it tells of events: they date no measure besides that
    has no date.
    """
    whole = Together(paragraph=passage.paragraph, sentence=passage.sentence, finds=passage.finds)
    found: list[Found] = []
    for find in passage.of(FindKind.AMOUNT):
        assert isinstance(find.value, Amount)
        if not find.value.quantity.unit:
            continue
        date_find = _date_of(find, whole, [each for each, _ in passage.dates()])
        date = date_find.value if date_find and isinstance(date_find.value, When) else None
        fits = list(_fits(passage, find.value, date, profiles))
        if date_find is not None and date_find.start in taken:
            date = None
            fits = [
                replace(each, when="same") if each.when == "none-there" else each for each in fits
            ]
        shows: tuple[tuple[int, int], ...] = ((find.start, find.end),)
        if date_find is not None:
            shows += ((date_find.start, date_find.end),)
        if each := _judged(passage, find.value, date, fits, shows):
            found.append(each)
    agreed = {each.fact for each in found if each.verdict is not Verdict.DISPUTES}
    return [
        each for each in found if each.verdict is not Verdict.DISPUTES or each.fact not in agreed
    ]


def _date_of(find: Find, whole: Together, dates: list[Find]) -> Find | None:
    """Return the date of an amount.

    Where dates and amounts take turns ("3 billion in 2018 and 5 billion in 2020") each has the
    one beside it; elsewhere it is the nearest before it, else the first behind it that no other
    amount follows.
    """
    amounts = [each for each in whole.of(FindKind.AMOUNT) if _counts(each)]
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
    return behind


def _counts(find: Find) -> bool:
    return isinstance(find.value, Amount) and bool(find.value.quantity.unit)


def _fits(
    passage: Passage, amount: Amount, date: When | None, profiles: Profiles
) -> Iterator[_Fit]:
    """Yield the measures that an amount may be of."""
    also = also_named(passage, profiles)
    unit = amount.quantity.unit
    if unit == "times" and amount.change is None and "visited" in passage.acts:
        unit = "visit"  # "has been there five times"
        amount = replace(amount, quantity=replace(amount.quantity, unit=unit))
    for profile in profiles.measures.get(unit, ()):
        fact = profile.fact
        assert fact.value is not None
        if amount.change is not None and not profile.growth:
            continue
        if strangers_among(passage, profile, profiles) or is_another_in_turn(passage, profile):
            continue
        same = alike(passage, profile, profiles, also)
        if profile.special and same.names < NAMED:
            continue
        when, why = _held_dates(fact.date, date)
        value = _held_values(fact.value, amount.quantity)
        agreeing = value != "other" and date is not None and when in ("same", "finer", "coarser")
        least = TOPIC / 2 if agreeing or profile.special else TOPIC
        if profile.growth and amount.change is None:
            least += TOPIC / 2
        if same.words < least:
            continue
        status = amount.status
        if (
            status is not None
            and fact.status is not None
            and came_about(status) is not came_about(fact.status)
        ):
            continue
        yield _Fit(
            profile=profile,
            topic=same.words + same.names,
            when=when,
            value=value,
            why=(*same.why, *why),
        )


def _held_dates(mine: When | None, theirs: When | None) -> tuple[str, tuple[str, ...]]:
    """Return how the date of a passage is to that of a measure, and that in words."""
    if mine is None or theirs is None:
        if mine is theirs:
            return "same", ("neither tells a date",)
        if theirs is None:
            return "none-here", ("the passage tells no date",)
        return "none-there", (f"the fact has no date, the passage tells {theirs}",)
    shorter = theirs.last - theirs.first < mine.last - mine.first
    how, what = "coarser", "same date, less exact"
    if mine == theirs:
        return "same", (f"same date: {mine}",)
    if not dates_hold(mine, theirs):
        how, what = "other", "another date"
    elif shorter and mine.is_span is theirs.is_span:
        how, what = "finer", "a finer date"
    return how, (f"{what}: {theirs}, where the fact has {mine}",)


def _held_values(mine: Quantity, theirs: Quantity) -> str:
    if not values_hold(mine, theirs):
        return "other"
    if theirs.bound is Bound.EXACT and (
        (mine.bound is not Bound.EXACT and theirs.number != mine.number)
        or (
            mine.bound is Bound.EXACT and step(theirs) < step(mine) and theirs.number != mine.number
        )
    ):
        return "finer"
    return "same"


def _judged(
    passage: Passage,
    amount: Amount,
    date: When | None,
    fits: list[_Fit],
    shows: tuple[tuple[int, int], ...],
) -> Found | None:
    """Return what an amount does to the measure that it fits best; or what it adds."""
    told = Told(date=date, value=amount.quantity, status=amount.status)
    said = told_value(amount.quantity)
    usable = [
        each
        for each in fits
        if each.when in ("same", "finer", "coarser") or each.value != "other" or _lonely(each, fits)
    ]
    usable = [
        each
        for each in usable
        if each.when != "other"
        and not (each.when == "none-here" and each.value == "other" and not _lasting(each, fits))
    ]
    if not usable:
        return _added(passage, fits, told, shows)
    agreeing = [each for each in usable if each.value != "other"]
    usable = agreeing or usable
    usable.sort(key=lambda each: -each.score)
    best = usable[0]
    mine = best.profile.fact.value
    assert mine is not None
    others = tuple(
        each.profile.fact.id
        for each in usable[1:]
        if best.score - each.score < TIE and each.value == best.value
    )
    why = best.why
    if best.value == "other":
        if (amount.status is None) and not came_about(best.profile.fact.status):
            return _added(passage, fits, told, shows)
        verdict = Verdict.DISPUTES
        why += (f"another value: {said}, where the fact has {told_value(mine)}",)
    elif best.value == "finer" or best.when in ("finer", "none-there"):
        verdict = Verdict.SHARPENS
        exact = "a finer value" if best.value == "finer" else "same value"
        why += (f"{exact}: {said}, where the fact has {told_value(mine)}",)
    else:
        verdict = Verdict.CONFIRMS
        why += (f"same value: {said}",)
    if amount.status is not None:
        why += (f"told as {amount.status.value}",)
    return Found(
        passage=passage,
        verdict=verdict,
        fact=best.profile.fact.id,
        told=told,
        why=why,
        score=best.score,
        others=others,
        shows=shows,
    )


def _lonely(fit: _Fit, fits: list[_Fit]) -> bool:
    """Whether it is the one measure of its indicator and names: then another value disputes it."""
    fact = fit.profile.fact
    return bool(fit.profile.special) and all(
        each is fit
        or each.profile.fact.indicator != fact.indicator
        or frozenset(each.profile.fact.names) != frozenset(fact.names)
        for each in fits
    )


def _lasting(fit: _Fit, fits: list[_Fit]) -> bool:
    """Whether a value is told of a whole period, or of one time only, so that no date is needed."""
    date = fit.profile.fact.date
    return _lonely(fit, fits) and (date is None or date.is_span or fit.topic >= 1 + TOPIC)


def _added(
    passage: Passage, fits: list[_Fit], told: Told, shows: tuple[tuple[int, int], ...]
) -> Found | None:
    """Return a measure that there is not yet: of an indicator that there is, another date."""
    if not fits or told.date is None:
        return None
    nearest = max(fits, key=lambda each: each.topic)
    fact = nearest.profile.fact
    return Found(
        passage=passage,
        verdict=Verdict.ADDS,
        told=replace(told, status=told.status or Status.ACTUAL),
        why=(
            *(each for each in nearest.why if each.startswith("same ")),
            f"no fact has {fact.indicator} for {told.date}",
        ),
        score=nearest.topic,
        shows=shows,
        candidate=Candidate(
            kind=Kind.MEASURE, theme=fact.theme, indicator=fact.indicator, names=fact.names
        ),
    )
