"""A passage beside a fact: what they share, and what speaks against their being of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from uchtil.facts.support import came_about
from uchtil.intake.comparing.acts import exclude_each_other
from uchtil.intake.comparing.fitting import happened, measured
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.readings import Dated, Held, Valued
from uchtil.intake.comparing.scoring import (
    Alike,
    act_of_both,
    alike,
    document_of_both,
    is_another_in_turn,
    strangers_among,
)
from uchtil.intake.comparing.signs import Signs, is_plan_of_both
from uchtil.intake.comparing.units import Units
from uchtil.intake.comparing.vocabulary import CODES
from uchtil.intake.recognise import Amount, FindKind
from uchtil.model import Fact, Kind

LEAST = 0.12
"""The least share of words where no name is shared: below, nothing is compared."""
_FEW = 2
_SURE = 0.6
"""The share of a plan's words by which it is meant, though nothing says that it is a plan."""
_MISPRINT = 1000
"""A value that is more than so many times as great is meant for nothing of the kind."""
_SIZE = 3
"""Another value is of the same size, if it is not so many times as great."""
_CALLED = 0.9
"""The share of a measure's words by which it is meant, though no date is told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairing:
    """A passage and a fact that it may tell, with the reading that it would give."""

    profile: Profile
    same: Alike
    dated: Dated
    valued: Valued
    signs: Mapping[str, float]
    """What speaks for and against it, each from 0 to about 1."""
    another_time: bool = False
    """Whether the amount is another, and nothing says that it is of the same time."""

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self.profile.fact

    @property
    def places(self) -> frozenset[int]:
        """Where the finds stand that would be its reading."""
        return frozenset(
            each.start for each in (self.dated.find, self.valued.find) if each is not None
        )


class Pairer:
    """Pairs passages with the facts of a review."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        self._units = Units(profiles)
        facts = [each.fact for each in profiles.all]
        self._signs = Signs(profiles)
        self._of_thing = Counter(_thing(fact) for fact in facts)

        self._texts_with: dict[str, dict[str, list[int]]] = {}
        """By language and stem the numbers of the facts' texts that have it."""
        self._texts: dict[str, list[tuple[str, float]]] = {}
        """By language each text: the fact that it is of, and what it must have to be alike."""
        for code in CODES:
            texts_with: dict[str, list[int]] = defaultdict(list)
            texts: list[tuple[str, float]] = []
            weights = profiles.weights[code]
            for each in profiles.all:
                for text in each.wordings[code].texts:
                    for stem in text:
                        texts_with[stem].append(len(texts))
                    # A hair less, since what is met is not summed exactly.
                    texts.append((each.fact.id, LEAST * weights.sum(text) * (1 - 1e-9)))
            self._texts_with[code], self._texts[code] = texts_with, texts

    def pairings(self, passage: Passage, also: frozenset[str]) -> list[Pairing]:
        """Return a passage beside each fact that it may tell."""
        return [
            made for each in self._likely(passage, also) for made in self.pair(passage, each, also)
        ]

    def _likely(self, passage: Passage, also: frozenset[str]) -> Iterator[Profile]:
        """Yield the facts that have enough in common with a passage to be looked at at all.

        It is no rule of its own: it only passes over those to whom ``pair`` would say no.
        """
        code = passage.language
        weights, texts_with, texts = (
            self._profiles.weights[code],
            self._texts_with[code],
            self._texts[code],
        )
        met: dict[int, float] = defaultdict(float)
        for stem in passage.stems | passage.stems_before:
            weight = weights.of(stem)
            for number in texts_with.get(stem, ()):
                met[number] += weight
        alike_by_words = {
            texts[number][0] for number, weight in met.items() if weight >= texts[number][1]
        }
        named = passage.names | also | passage.carried
        units = {
            unit
            for each in passage.of(FindKind.AMOUNT)
            if isinstance(each.value, Amount)
            for unit in self._units.meant(each.value, passage)
        }
        for profile in self._profiles.all:
            if profile.fact.value is not None and profile.fact.kind is Kind.MEASURE:
                if profile.fact.value.unit in units:
                    yield profile
            elif profile.fact.id in alike_by_words or not named.isdisjoint(profile.special):
                yield profile

    def pair(self, passage: Passage, profile: Profile, also: frozenset[str]) -> Iterator[Pairing]:
        """Yield a passage beside a fact, by each reading that it may give; none where it cannot.

        ``also`` are names that the passage means besides those that stand in it.
        """
        profiles, fact = self._profiles, profile.fact
        # What says no at the least cost comes first; their words are compared last.
        if self._is_of_another(passage, profile):
            return
        act = act_of_both(passage, profile)
        if fact.kind is Kind.MEASURE:
            readings = measured(passage, fact, self._units)
        else:
            read = happened(passage, profile, act)
            readings = [read] if read else []
        same: Alike | None = None
        for valued, told in readings:
            if not told.held.agrees and (
                is_another_in_turn(passage, profile)
                # Without its date, a thing alone is no event: what was done must be told.
                or (
                    told.held is Held.NONE_HERE
                    and fact.kind is Kind.EVENT
                    and not (act or document_of_both(passage, profile, also))
                )
            ):
                continue
            if same is None:
                same = alike(passage, profile, profiles, also, self._unit_words(passage, fact))
            own = valued.held in (Held.SAME, Held.FINER)
            by_reading = (told.held.agrees and own) or (
                # A goal is told of what the text speaks of: "they mean to bring it to ten billion".
                (told.held.agrees or own) and is_plan_of_both(valued.amount, fact)
            )
            if same.words < LEAST and not (same.names or by_reading):
                continue
            other = not self._is_of_its_time(told, valued, fact, same)
            beyond = valued.held is Held.OTHER and not _is_near(valued, fact, _MISPRINT)
            yield Pairing(
                profile=profile,
                same=same,
                dated=told,
                valued=valued,
                signs=self._signs.of(passage, profile, same, told, valued),
                another_time=beyond
                or (other and not (told.held is Held.NONE_HERE and _is_near(valued, fact, _SIZE))),
            )

    def _unit_words(self, passage: Passage, fact: Fact) -> frozenset[str]:
        """Return the words of a measure's unit, where an amount of the passage has it."""
        if fact.value is None or not any(
            fact.value.unit in self._units.meant(each.value, passage)
            for each in passage.of(FindKind.AMOUNT)
            if isinstance(each.value, Amount)
        ):
            return frozenset()
        return self._units.words(fact.value.unit, passage.language)

    def _is_of_its_time(self, told: Dated, valued: Valued, fact: Fact, same: Alike) -> bool:
        """Whether a value is told of the measure's own time, or of a thing that has but one.

        Another value needs that the dates agree, or neither tells one; what is not told as a plan
        does not dispute one.
        """
        if valued.amount is None:
            return True
        lonely = bool(self._special(fact)) and self._of_thing[_thing(fact)] == 1
        if valued.held is not Held.OTHER:
            return lonely or told.held is not Held.OTHER
        sure = lonely or (told.held is Held.NEITHER and same.words >= _SURE)
        if not (told.held.agrees or sure or _is_told_alike(valued.amount, fact)):
            return False
        if told.held.agrees or told.held is Held.NEITHER:
            return True
        lasting = fact.date is None or fact.date.is_span
        if told.held is Held.OTHER or not lonely:
            return False
        called = bool(same.document) or same.words >= (_SURE if same.carried else _CALLED)
        return told.held is Held.NONE_THERE or lasting or called

    def _special(self, fact: Fact) -> frozenset[str]:
        return self._profiles.by_id[fact.id].special

    def _is_of_another(self, passage: Passage, profile: Profile) -> bool:
        """Whether a passage tells of another act, or of another state in a party's place."""
        acts = profile.wordings[passage.language].acts | profile.acts
        # Of two dates one may be that of an act that is told in words of its own.
        alone = len(passage.dates()) < _FEW
        return (
            bool(
                alone
                and passage.acts
                and acts
                and exclude_each_other(frozenset(passage.acts), acts)
            )
            or bool(strangers_among(passage, profile, self._profiles))
            # What was written on something is told by those who tell what was written.
            or (
                profile.fact.theme == "scholarship"
                and not (passage.told_by or profile.special & passage.names)
            )
        )


def _is_near(valued: Valued, fact: Fact, size: int) -> bool:
    """Whether another value is of the same size, so that it may be told of the same thing."""
    if valued.amount is None or fact.value is None:
        return False
    one, other = valued.amount.quantity.number, fact.value.number
    return max(one, other) <= size * min(one, other)


def _is_told_alike(amount: Amount, fact: Fact) -> bool:
    """Whether an amount is told as a plan, where that of the fact is one."""
    return amount.status is not None or came_about(fact.status)


def _thing(fact: Fact) -> tuple[str, frozenset[str]]:
    """Return what a measure is of: its indicator and names."""
    return fact.indicator or "", frozenset(fact.names)
