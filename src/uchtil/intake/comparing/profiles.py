"""The facts made ready to be found again: their words in each language, names, acts, measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from uchtil.intake.comparing.acts import acts_in, ordinals_in
from uchtil.intake.comparing.vocabulary import CODES, Weights, stems
from uchtil.intake.recognise.forms import evened
from uchtil.language import wording_of
from uchtil.model import Fact, Figuring, Kind, Project

MET = 0.66
"""The share of a name's words, weighed, that must be met."""

TITLE = 0.75

PARTY = 0.3
"""A name that so large a share of the facts has is one of those that the review is about."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The words of a fact in one language, in short texts, any of which may be met."""

    texts: tuple[frozenset[str], ...]
    acts: frozenset[str]
    ordinals: frozenset[int]
    indicator: frozenset[str] = frozenset()
    """Of a measure, the words by which its indicator is called."""

    @cached_property
    def all(self) -> frozenset[str]:
        """All its stems."""
        return frozenset().union(*self.texts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """A fact with what it is known by."""

    fact: Fact
    wordings: Mapping[str, Wording]
    parties: frozenset[str]
    special: frozenset[str]
    """Its names but for the parties of the review."""
    documents: frozenset[str]
    acts: frozenset[str]
    growth: bool
    """Whether its value tells by how much something grew."""


def _least(kind: str, words: int) -> float:
    """Return the share of a name's words that must be met: of a title nearly all."""
    if kind == "document":
        return TITLE if words > 2 else 2.0
    return MET if words > 1 else 1.0


class Profiles:
    """All facts of a review, and what words and names of theirs tell."""

    def __init__(self, project: Project) -> None:
        self.project = project
        facts = list(project.facts.values())
        self.names = Weights(fact.names for fact in facts)
        self.parties = frozenset(name for name in project.names if self.names.share(name) >= PARTY)
        self.english = {name.id: name.forms.get("en", "") for name in project.names.values()}
        """Names in English by their ids."""
        self._named = {
            code: {
                name.id: frozenset(each for each in stems(name.forms.get(code, ""), code))
                for name in project.names.values()
            }
            for code in CODES
        }
        self.all = tuple(self._profile(fact) for fact in facts)
        self.by_id = {each.fact.id: each for each in self.all}
        self.weights = {
            code: Weights(each.wordings[code].all for each in self.all) for code in CODES
        }
        self._pool()
        self.measures: dict[str, list[Profile]] = defaultdict(list)
        for each in self.all:
            if each.fact.kind is Kind.MEASURE and each.fact.value:
                self.measures[each.fact.value.unit].append(each)

    def _pool(self) -> None:
        """Give measures of one thing each other's words.

        What one source calls "trade", another calls "exchange of goods".
        """
        groups: dict[tuple[str, frozenset[str]], list[Profile]] = defaultdict(list)
        for each in self.all:
            if each.fact.kind is Kind.MEASURE:
                groups[each.fact.indicator or "", frozenset(each.fact.names)].append(each)
        self.pooled: dict[str, Mapping[str, tuple[frozenset[str], ...]]] = {}
        self.weights_of_measures = {}
        for code in CODES:
            by_unit: dict[str, list[frozenset[str]]] = defaultdict(list)
            for group in groups.values():
                value = group[0].fact.value
                if value is not None:
                    by_unit[value.unit].append(
                        frozenset().union(*(each.wordings[code].all for each in group))
                    )
            self.weights_of_measures[code] = {
                unit: Weights(texts) for unit, texts in by_unit.items()
            }
        for group in groups.values():
            texts = {
                code: tuple(
                    dict.fromkeys(text for each in group for text in each.wordings[code].texts)
                )
                for code in CODES
            }
            for each in group:
                self.pooled[each.fact.id] = texts

    def name_stems(self, name: str, code: str) -> frozenset[str]:
        """Return the stems of a name's own words."""
        return self._named[code].get(name, frozenset())

    def met_by_words(self, there: frozenset[str], code: str) -> frozenset[str]:
        """Return the names whose rarer words stand in a passage, though not as they are listed.

        "The Darbaza–Maktaaral line" is the railway of that name.  Of people it would tell
        nothing: many have the same given name.
        """
        weights = self.weights[code]
        return frozenset(
            name.id
            for name in self.project.names.values()
            if name.type != "person"
            and not there.isdisjoint(own := self.name_stems(name.id, code))
            and weights.covered(own, there) >= _least(name.type, len(own))
        )

    def _grows(self, indicator: str) -> bool:
        """Whether an indicator is called a growth in one of the languages."""
        name = self.project.indicators[indicator].name
        return any(
            re.search(rf"(?<!\w)(?:{wording_of(code).growth})", evened(text, code), re.IGNORECASE)
            for code, text in name.items()
            if code in CODES
        )

    def _profile(self, fact: Fact) -> Profile:
        project = self.project
        wordings = {}
        acts: set[str] = set()
        for code in CODES:
            indicator = frozenset[str]()
            own = frozenset().union(
                *(
                    self.name_stems(name, code)
                    for name in fact.names
                    # What is claimed of a paper is not told by who names the paper.
                    if name in self.parties
                )
            )
            texts = [text.get(code, "") for text in (fact.label, fact.statement) if text]
            if fact.kind is Kind.MEASURE and fact.indicator in project.indicators:
                name = project.indicators[str(fact.indicator)].name.get(code, "")
                texts.append(name)
                indicator = stems(name, code) - own
            told = frozenset(act for text in texts for act in acts_in(evened(text, code), code))
            ordinals = frozenset(
                each for text in texts for each in ordinals_in(evened(text, code), code)
            )
            if code == "uz":
                texts += [each.anchor for each in fact.evidence]
            acts |= told
            made = (stems(text, code) - own for text in texts)
            wordings[code] = Wording(
                texts=tuple(each for each in dict.fromkeys(made) if each),
                acts=told,
                ordinals=ordinals,
                indicator=indicator,
            )
        relation = project.relations.get(fact.indicator or "")
        names = frozenset(fact.names)
        return Profile(
            fact=fact,
            wordings=wordings,
            parties=names & self.parties,
            special=names - self.parties,
            documents=frozenset(
                name
                for name in names
                if name in project.names and project.names[name].type == "document"
            ),
            acts=frozenset(acts),
            growth=(relation is not None and relation.how in (Figuring.GROWTH, Figuring.TIMES))
            or (fact.indicator in project.indicators and self._grows(str(fact.indicator))),
        )
