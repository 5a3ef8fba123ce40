"""A passage beside a fact: what they share, and what speaks against their being of one thing."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from uchtil.facts.support import came_about
from uchtil.intake.comparing.acts import REPEATED, exclude_each_other
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.readings import Dated, Held, Valued, date_of, dated, held_values
from uchtil.intake.comparing.scoring import (
    Alike,
    alike,
    is_another_in_turn,
    parties_of,
    strangers_among,
    third_states,
)
from uchtil.intake.comparing.units import Units
from uchtil.intake.comparing.vocabulary import CODES
from uchtil.intake.recognise import Amount, Find, FindKind
from uchtil.model import Fact, Kind, Precision, Quantity, When

LEAST = 0.12
"""The least share of words where no name is shared: below, nothing is compared."""
MISPRINT = 3
"""So many years away a date may be, and still be meant for the same event."""
_LONG = 366
_SURE = 0.6
"""The share of a plan's words by which it is meant, though nothing says that it is a plan."""
_CALLED = 0.9
"""The share of a measure's words by which it is meant, though no date is told."""
_FEW = 2


_ANOTHER_CLAUSE = 60
"""Characters that the beginning of another clause is as good as."""
_CLAUSES = re.compile(r"[,;:]|(?<!\w)(?:и|а|va|hamda|esa|and|but)(?!\w)")


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
        self._of_date = Counter(fact.date for fact in facts)
        self._of_unit = Counter(fact.value.unit for fact in facts if fact.value)
        self._of_name = Counter(name for fact in facts for name in fact.names)
        self._of_thing = Counter(_thing(fact) for fact in facts)

        self._nearness: dict[tuple[str, str], float] = {}
        self._by_stem: dict[str, dict[str, list[int]]] = {}
        self._least: dict[str, list[float]] = {}
        for code in CODES:
            by_stem: dict[str, list[int]] = defaultdict(list)
            least = []
            weights = profiles.weights[code]
            for number, each in enumerate(profiles.all):
                wording = each.wordings[code]
                for stem in wording.all:
                    by_stem[stem].append(number)
                least.append(min(map(weights.sum, wording.texts), default=0.0))
            self._by_stem[code], self._least[code] = by_stem, least

    def pairings(
        self, passage: Passage, also: frozenset[str], before: Collection[str] = ()
    ) -> list[Pairing]:
        """Return a passage beside each fact that it may tell.

        ``before`` are the facts that the sentences before it tell.
        """
        made = [
            each
            for profile in self._likely(passage, also)
            if (each := self.pair(passage, profile, also)) is not None
        ]
        return [self._after(each, before) for each in _beside_each_other(made)]

    def _after(self, pairing: Pairing, before: Collection[str]) -> Pairing:
        """Return a pairing with how near its fact is to what was told before."""
        near = max((self._near(pairing.fact.id, each) for each in before), default=0.0)
        return replace(pairing, signs={**pairing.signs, "near what was told": near})

    def _near(self, one: str, other: str) -> float:
        """Return which share of their words and names two facts have in common."""
        if one == other:
            return 0.0
        key = (one, other) if one < other else (other, one)
        if key not in self._nearness:
            mine, theirs = (self._profiles.by_id[each] for each in key)
            weights, names = self._profiles.weights["en"], self._profiles.names
            first, second = mine.wordings["en"].all, theirs.wordings["en"].all
            shared = weights.sum(first & second) + names.sum(mine.special & theirs.special)
            whole = min(
                weights.sum(first) + names.sum(mine.special),
                weights.sum(second) + names.sum(theirs.special),
            )
            self._nearness[key] = shared / whole if whole else 0.0
        return self._nearness[key]

    def _likely(self, passage: Passage, also: frozenset[str]) -> Iterator[Profile]:
        """Yield the facts that have enough in common with a passage to be looked at at all.

        It is no rule of its own: it only passes over those to whom ``pair`` would say no.
        """
        code = passage.language
        weights, by_stem, least = (
            self._profiles.weights[code],
            self._by_stem[code],
            self._least[code],
        )
        met: dict[int, float] = defaultdict(float)
        for stem in passage.stems | passage.stems_before:
            for number in by_stem.get(stem, ()):
                met[number] += weights.of(stem)
        named = passage.names | also | passage.carried
        units = {
            unit
            for each in passage.of(FindKind.AMOUNT)
            if isinstance(each.value, Amount)
            for unit in self._units.meant(each.value, passage)
        }
        for number, profile in enumerate(self._profiles.all):
            if profile.fact.value is not None and profile.fact.kind is Kind.MEASURE:
                if profile.fact.value.unit in units:
                    yield profile
            elif met[number] >= LEAST * least[number] or not named.isdisjoint(profile.special):
                yield profile

    def pair(self, passage: Passage, profile: Profile, also: frozenset[str]) -> Pairing | None:
        """Return a passage beside a fact; nothing where it cannot be told by it.

        ``also`` are names that the passage means besides those that stand in it.
        """
        profiles, fact = self._profiles, profile.fact
        same = alike(passage, profile, profiles, also, self._unit_words(passage, fact))
        if self._is_of_another(passage, profile):
            return None
        read = (
            self._measured(passage, fact)
            if fact.kind is Kind.MEASURE
            else _happened(passage, profile, same)
        )
        if read is None:
            return None
        valued, told = read
        told_otherwise = told.held.agrees and valued.held in (Held.SAME, Held.FINER)
        if same.words < LEAST and not (same.names or told_otherwise):
            return None
        if not told.held.agrees and (
            is_another_in_turn(passage, profile)
            # Without its date, a thing alone is no event: what was done must be told.
            or (
                told.held is Held.NONE_HERE
                and fact.kind is Kind.EVENT
                and not (same.act or same.document)
            )
        ):
            return None
        return Pairing(
            profile=profile,
            same=same,
            dated=told,
            valued=valued,
            signs=self._signs(passage, profile, same, told, valued),
            another_time=not self._is_of_its_time(told, valued, fact, same),
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

    def _measured(self, passage: Passage, fact: Fact) -> tuple[Valued, Dated] | None:
        """Return the amount of a passage that fits a measure best, with its date."""
        mine = fact.value
        assert mine is not None
        best: tuple[tuple[bool, bool], Valued, Dated] | None = None
        dates = passage.dates()
        for find in passage.of(FindKind.AMOUNT):
            assert isinstance(find.value, Amount)
            if mine.unit not in self._units.meant(find.value, passage):
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
            if best is None or rank > best[0]:
                best = rank, Valued(held=held, find=find, amount=amount), told
        if best is None or not _comes_about_alike(best[1].amount, fact):
            return None
        return best[1:]

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

    def _is_with_a_stranger(self, passage: Passage, profile: Profile) -> bool:
        """Whether a passage names a state that is neither a party nor a name of the fact."""
        own = {self._profiles.english[each] for each in profile.special}
        return bool(third_states(passage, self._profiles) - own)

    def _is_of_another(self, passage: Passage, profile: Profile) -> bool:
        """Whether a passage tells of another act, or of another state in a party's place."""
        acts = profile.wordings[passage.language].acts | profile.acts
        return (
            exclude_each_other(frozenset(passage.acts), acts)
            or bool(strangers_among(passage, profile, self._profiles))
            # What was written on something is told by those who tell what was written.
            or (
                profile.fact.theme == "scholarship"
                and not (passage.told_by or profile.special & passage.names)
            )
        )

    def _signs(
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
            "both parties": float(
                passage.mutual or len(parties_of(passage, self._profiles) & profile.parties) >= _FEW
            ),
            "a third state": float(self._is_with_a_stranger(passage, profile)),
            "third states alone": float(
                not (same.met or passage.mutual or parties_of(passage, self._profiles))
                and bool(third_states(passage, self._profiles))
            ),
            "claim": float(fact.kind is Kind.CLAIM),
            "words of a claim": same.words if fact.kind is Kind.CLAIM else 0.0,
            "measure": float(fact.kind is Kind.MEASURE),
            "growth or not": float(
                valued.amount is not None
                and profile.growth is not (valued.amount.change is not None)
            ),
        }
        held = told.held
        if held.agrees:
            assert fact.date is not None
            assert told.date is not None
            signs["same month"] = float(_are_of_one_month(told.date, fact.date))
            if held is Held.SAME:
                signs["a date that few have"] = 1 / self._of_date[fact.date]
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


def _happened(passage: Passage, profile: Profile, same: Alike) -> tuple[Valued, Dated] | None:
    """Return the date of a passage that fits an event or a claim best."""
    fact = profile.fact
    at = passage.acts.get(same.act, 0)
    told = dated(passage.dates(), fact.date, lambda find: _far(passage, at, find))
    if told.held is Held.OTHER and not _may_dispute(told, profile):
        return None
    return Valued(held=Held.NEITHER), told


def _far(passage: Passage, at: int, find: Find) -> int:
    """Return how far a date is from an act; farther if another clause begins between them."""
    start, end = find.start - passage.start, find.end - passage.start
    between = passage.text[at:start] if start >= at else passage.text[end:at]
    return len(between) + _ANOTHER_CLAUSE * len(_CLAUSES.findall(between))


def _comes_about_alike(amount: Amount | None, fact: Fact) -> bool:
    """Whether a plan is held against a plan, and a result against a result, if that is told."""
    if amount is None or amount.status is None or fact.status is None:
        return True
    return came_about(amount.status) is came_about(fact.status)


def _is_told_alike(amount: Amount, fact: Fact) -> bool:
    """Whether an amount is told as a plan, where that of the fact is one."""
    return amount.status is not None or came_about(fact.status)


def _may_dispute(told: Dated, profile: Profile) -> bool:
    """Whether another date can be meant for the same event, and is not that of another such.

    Papers are signed once; what is met or visited again must be told for the same year; of a
    term of office one end must be the same.
    """
    fact, theirs = profile.fact, told.date
    mine = fact.date
    assert mine is not None
    assert theirs is not None
    if fact.kind is Kind.CLAIM:  # only of what is planned for some years
        spans = mine.is_span and theirs.is_span and not (mine.open_end or theirs.open_end)
        return spans and abs(mine.first.year - theirs.first.year) <= MISPRINT
    if mine.is_span and (mine.open_end or (mine.last - mine.first).days > _LONG):
        return theirs.is_span and (mine.first == theirs.first or mine.last == theirs.last)
    years = abs(mine.first.year - theirs.first.year)
    if profile.acts & REPEATED:
        return years == 0
    return years <= MISPRINT


def _are_of_one_month(one: When, other: When) -> bool:
    """Whether both dates, which agree, are told to the month or the day."""
    points = [each.start.precision for each in (one, other) if each.start]
    return bool(points) and min(points) in (Precision.MONTH, Precision.DAY)


def _beside_each_other(made: list[Pairing]) -> Iterator[Pairing]:
    """Yield pairings of one passage with what each has less than the best of its rivals.

    Rivals are told with the same date or amount, or both with none.
    """
    for each in made:
        rivals = [other for other in made if _are_rivals(each, other)]
        behind = {
            f"behind in {sign}": max((other.signs[sign] for other in rivals), default=0.0)
            - each.signs[sign]
            for sign in ("words", "weight of words")
        }
        yield replace(each, signs={**each.signs, **behind})


def _are_rivals(one: Pairing, other: Pairing) -> bool:
    """Whether two facts would be told with the same amount, the same date, or both with none."""
    if one.valued.find or other.valued.find:
        return one.valued.find is other.valued.find
    return _date_told(one) is _date_told(other)


def _date_told(pairing: Pairing) -> Find | None:
    """Return the date that is told of a fact which has one."""
    return None if pairing.dated.held is Held.NONE_THERE else pairing.dated.find


def _apart(one: Quantity, other: Quantity) -> float:
    """Return how far two values are apart: 1 where one is a thousand times the other, or more."""
    if one.number <= 0 or other.number <= 0:
        return 1.0
    return min(abs(math.log10(one.number / other.number)) / 3, 1.0)


def _figures(value: Quantity) -> int:
    """Return how many figures a number is told with: "31.2" tells more than "2"."""
    return len(value.amount.normalize().as_tuple().digits)


def _thing(fact: Fact) -> tuple[str, frozenset[str]]:
    """Return what a measure is of: its indicator and names."""
    return fact.indicator or "", frozenset(fact.names)
