"""Sentences held against the events of the review, and against its claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from uchtil.facts.printed import dates_hold
from uchtil.intake.comparing.acts import REPEATED, exclude_each_other
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.results import Told, Verdict
from uchtil.intake.comparing.scoring import (
    Alike,
    Found,
    alike,
    also_named,
    is_another_in_turn,
    strangers_among,
    words_of,
)
from uchtil.intake.recognise import Find
from uchtil.model import Kind, Precision, When

ENOUGH = 2.2
"""The least score of an event that a passage tells with an agreeing date."""
SURE = 2.0
"""The least score without the date, where the dates do not agree."""
_AGREEING = ("same", "finer", "coarser")
_WORDS_ALONE = 0.5
"""The least share of words where no special name is shared."""
_ONE_END = 0.8
_UNNAMED = 0.45
"""The least share of words and names of an event whose paper is not named."""
_TOLD = 0.6
UNDATED = 0.65
"""The least share of words and of names where the passage tells no date."""
CLAIM = 0.62
"""The least share of a claim's words that a passage must have."""
TELLING = 14.0
"""The least weight of the words that a passage and a claim share: few rare or many common ones."""
TIE = 0.12
_FEW_WORDS = 3
_LONG = 366
_MISPRINT = 3
"""So many years away a date may be, and still be meant for the same event."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Fit:
    """An event that a passage may tell of, and the date that it tells for it."""

    profile: Profile
    same: Alike
    find: Find | None
    date: When | None
    held: str
    score: float


def match_events(passage: Passage, profiles: Profiles) -> list[Found]:
    """Return what a passage tells of events: each date of it for one event at most."""
    return _matched(passage, profiles, Kind.EVENT)


def match_dated_claims(passage: Passage, profiles: Profiles) -> list[Found]:
    """Return what a passage tells of claims that have a date, by their names and words."""
    return [
        replace(each, verdict=Verdict.CONFIRMS)
        for each in _matched(passage, profiles, Kind.CLAIM)
        if each.verdict is not Verdict.DISPUTES
    ]


def _matched(passage: Passage, profiles: Profiles, kind: Kind) -> list[Found]:
    also = also_named(passage, profiles)
    fits = [
        fit
        for profile in profiles.all
        if profile.fact.kind is kind
        and (kind is Kind.EVENT or (profile.fact.date and profile.special))
        and (kind is Kind.EVENT or not is_of_works(profile) or passage.told_by)
        for fit in [_fit(passage, profile, profiles, also)]
        if fit is not None
    ]
    fits.sort(key=lambda each: -each.score)
    agreeing = [each for each in fits if each.held in _AGREEING]
    found: list[Found] = []
    taken: set[int] = set()
    for fit in [
        *agreeing,
        *(each for each in fits if each.held not in _AGREEING),
    ]:
        place = fit.find.start if fit.find else -1
        if place in taken:
            continue
        if fit.held == "other" and not _is_unrepeatable(fit, passage):
            continue
        if fit.held in ("none-here", "none-there", "other") and not _is_apart(fit, agreeing, found):
            continue
        taken.add(place)
        others = tuple(
            each.profile.fact.id
            for each in fits
            if each is not fit
            and each.find is fit.find
            and each.held == fit.held
            and fit.score - each.score < TIE
        )
        found.append(_told(passage, fit, others))
    return found


def _fit(
    passage: Passage, profile: Profile, profiles: Profiles, also: frozenset[str]
) -> _Fit | None:
    """Return how a passage fits an event; nothing where it is of something else."""
    same = alike(passage, profile, profiles, also)
    if not same.names and same.words < _WORDS_ALONE:
        return None
    find, date, held = _dated(passage, profile.fact.date)
    if _is_of_another(passage, profile, profiles, same, date if held == "same" else None):
        return None
    one_end = held == "other" and _shares_an_end(profile.fact.date, date)
    score = _score(passage, profile, same) + (_ONE_END if one_end else 0.0)
    agrees = held in _AGREEING
    if agrees:
        score += _worth(date, profile.fact.date)
    if score < (ENOUGH if agrees else SURE):
        return None
    own = _acts_of(profile, passage)
    bare = passage.finds_amount or passage.dates() or bool(own) is not bool(same.act)
    undated = held == "none-here" and (bare or min(same.words, same.names) < UNDATED)
    weak = held in ("other", "none-there") and not same.act and same.words < _TOLD
    if undated or (weak and not (one_end and same.met)):
        return None
    return _Fit(profile=profile, same=same, find=find, date=date, held=held, score=score)


def _acts_of(profile: Profile, passage: Passage) -> frozenset[str]:
    return profile.wordings[passage.language].acts | profile.acts


def _score(passage: Passage, profile: Profile, same: Alike) -> float:
    """Return how much a passage and an event have in common, dates aside."""
    score = 2.0 * same.words + 1.2 * same.names
    score += (0.5 if same.act else 0.0) + (0.5 if same.document else 0.0)
    other_act = passage.acts and _acts_of(profile, passage) and not same.act
    return score - (0.4 if other_act else 0.0)


def _is_of_another(
    passage: Passage, profile: Profile, profiles: Profiles, same: Alike, day: When | None
) -> bool:
    """Whether a passage tells of another act, another paper, or other parties.

    ``day`` is the date that both have: an act on the very day is the same, though its paper is
    not named.
    """
    acts = frozenset(passage.acts)
    if exclude_each_other(acts, _acts_of(profile, passage)) or is_another_in_turn(passage, profile):
        return True
    if same.document:
        return False
    on_the_day = _is_day(day) and bool(same.act) and bool(same.met)
    unnamed = profile.documents and not on_the_day and min(same.words, same.names) < _UNNAMED
    return bool(unnamed) or strangers_among(passage, profile, profiles)


def _is_apart(fit: _Fit, agreeing: list[_Fit], found: list[Found]) -> bool:
    """Whether an event is told beside those that agree: by somebody whom none of them has."""
    if not found:
        return not agreeing
    others = frozenset().union(*(each.profile.special for each in agreeing))
    return fit.held == "other" and bool((fit.same.met & fit.profile.special) - others)


def _worth(theirs: When | None, mine: When | None) -> float:
    """Return what an agreeing date tells: a day more than a year."""
    points = [each.start.precision for each in (theirs, mine) if each and each.start]
    if not points:
        return 0.0
    return {Precision.DAY: 1.6, Precision.MONTH: 1.3}.get(min(points), 0.8)


def _shares_an_end(mine: When | None, theirs: When | None) -> bool:
    """Whether two periods begin or end on the same day: a term of office, of which one is wrong."""
    if mine is None or theirs is None or not (mine.is_span and theirs.is_span):
        return False
    return mine.first == theirs.first or mine.last == theirs.last


def _hold(one: When, other: When) -> bool:
    """Whether two dates can both be true; of two periods both ends must."""
    if one.start and one.end and other.start and other.end:
        return dates_hold(When(start=one.start), When(start=other.start)) and dates_hold(
            When(start=one.end), When(start=other.end)
        )
    return dates_hold(one, other)


def _is_day(date: When | None) -> bool:
    return bool(date and date.start and date.start.precision is Precision.DAY)


def _dated(passage: Passage, mine: When | None) -> tuple[Find | None, When | None, str]:
    """Return the date of a passage that is nearest to that of a fact, and how they agree."""
    dates = passage.dates()
    if not dates:
        return None, None, "none-here" if mine else "same"
    if mine is None:
        find, date = dates[0]
        return find, date, "none-here" if date.open_start or date.open_end else "none-there"
    for find, date in dates:
        if date == mine:
            return find, date, "same"
    for find, date in dates:
        if _hold(date, mine):
            finer = date.last - date.first < mine.last - mine.first
            finer = finer and mine.is_span is date.is_span  # a day of a period is a part of it
            return find, date, "finer" if finer else "coarser"
    nearest = min(dates, key=lambda each: abs((each[1].first - mine.first).days))
    return *nearest, "other"


def _is_unrepeatable(fit: _Fit, passage: Passage) -> bool:
    """Whether another date disputes an event, and is not that of another such event.

    Papers are signed once; what is met or visited again must be told for the same year.
    """
    mine, theirs = fit.profile.fact.date, fit.date
    assert mine is not None
    assert theirs is not None
    if mine.is_span and (mine.open_end or (mine.last - mine.first).days > _LONG):
        # A term of office: it must begin or end as the fact has it.
        return theirs.is_span and (mine.first == theirs.first or mine.last == theirs.last)
    near = mine.first.year == theirs.first.year
    if not fit.same.met and fit.same.words < _TOLD:
        return False  # it may only go on from what was told before
    if fit.profile.documents and not fit.same.document:
        return False
    if fit.profile.acts & REPEATED and not fit.same.document:
        return near and fit.same.words >= 0.5
    years = abs(mine.first.year - theirs.first.year)
    told = fit.same.act if passage.acts else fit.same.document
    return bool(told) and years <= _MISPRINT


def _told(passage: Passage, fit: _Fit, others: tuple[str, ...]) -> Found:
    mine = fit.profile.fact.date
    why = list(fit.same.why)
    verdict = Verdict.CONFIRMS
    match fit.held:
        case "same":
            why.append(f"same date: {mine}" if mine else "neither tells a date")
        case "finer":
            verdict = Verdict.SHARPENS
            why.append(f"a finer date: {fit.date}, where the fact has {mine}")
        case "coarser":
            why.append(f"same date, less exact: {fit.date}, where the fact has {mine}")
        case "none-there":
            verdict = Verdict.SHARPENS
            why.append(f"the fact has no date, the passage tells {fit.date}")
        case "none-here":
            why.append("the passage tells no date")
        case "other":
            verdict = Verdict.DISPUTES
            why.append(f"another date: {fit.date}, where the fact has {mine}")
    return Found(
        passage=passage,
        verdict=verdict,
        fact=fit.profile.fact.id,
        told=Told(date=fit.date),
        why=tuple(why),
        score=fit.score,
        others=others,
        shows=tuple(_shows(passage, fit)),
    )


def _shows(passage: Passage, fit: _Fit) -> Iterator[tuple[int, int]]:
    """Yield what the anchor of an event is to show: its date, then paper, names, words."""
    if fit.find is not None:
        yield fit.find.start, fit.find.end
    for find, _ in passage.documents():
        yield find.start, find.end
    for find in passage.finds:
        if getattr(find.value, "name", "") in fit.profile.special:
            yield find.start, find.end
    for start, end, _ in words_of(passage, fit.same.shared):
        yield start, end


def is_of_works(profile: Profile) -> bool:
    """Whether a claim is of what was written, and not of what happened."""
    return profile.fact.theme == "scholarship"


def match_claims(passage: Passage, profiles: Profiles) -> list[Found]:
    """Return the claim that a passage repeats, if its words are nearly all there."""
    also = also_named(passage, profiles)
    fits = []
    for profile in profiles.all:
        if profile.fact.kind is not Kind.CLAIM or (is_of_works(profile) and not passage.told_by):
            continue
        same = alike(passage, profile, profiles, also)
        if same.words < CLAIM or len(same.shared) < _FEW_WORDS:
            continue
        if profiles.weights[passage.language].sum(same.shared) < TELLING:
            continue
        mine = profile.fact.date
        if mine and passage.dates() and not any(dates_hold(d, mine) for _, d in passage.dates()):
            continue
        if strangers_among(passage, profile, profiles):
            continue
        fits.append((same.words + 0.3 * same.names, same, profile))
    if not fits:
        return []
    fits.sort(key=lambda each: -each[0])
    score, same, profile = fits[0]
    return [
        Found(
            passage=passage,
            verdict=Verdict.CONFIRMS,
            fact=profile.fact.id,
            why=same.why,
            score=score,
            shows=tuple((start, end) for start, end, _ in words_of(passage, same.shared)),
            others=tuple(p.fact.id for s, _, p in fits[1:] if score - s < TIE),
        )
    ]
