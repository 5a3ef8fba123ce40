"""How much a passage and a fact have in common, with the reasons in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.vocabulary import Weights, stem, stems
from uchtil.intake.recognise.forms import WORD, evened
from uchtil.model import Kind

TITLE = 0.6
"""The share of a title's words that must be met for a document to be taken for it."""
CALLED = 0.55
"""What it is worth that a passage calls a measure's indicator by all of its words."""
CARRIED = 0.5
"""What a name of the sentence before is worth."""
_FEW = 2
_SIDE_BY_SIDE = 30
"""Characters between the beginnings of two names that are told as a pair."""
_TELLING = 0.6
"""The least weight, as a share of the greatest, of a word that tells something by itself."""
_RAW_WORD = re.compile(r"[^\W\d_]+(?:['`´‘’ʻʼ„]+[^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """What a passage has in common with a fact, dates and values aside."""

    words: float
    shared: frozenset[str]
    words_last: float
    """The share of the fact's words that only the sentence before has."""
    share_of_passage: float
    """The share of the weight of the passage's words, those of no fact apart, that it has."""
    names: float
    """The share of the weight of the fact's special names that the passage names."""
    met: frozenset[str]
    """Its special names that stand in the passage itself."""
    carried: frozenset[str]
    """Those that only the sentences before it name."""
    document: str
    act: str


def alike(
    passage: Passage,
    profile: Profile,
    profiles: Profiles,
    also: frozenset[str],
    counted: frozenset[str] = frozenset(),
) -> Alike:
    """Return what a passage has in common with a fact.

    ``also`` are names that it means besides, ``counted`` words that it means by its amounts.
    """
    code = passage.language
    weights = profiles.weights[code]
    best, shared = 0.0, frozenset[str]()
    fact = profile.fact
    wording = profile.wordings[code]
    texts = profiles.pooled.get(fact.id, {}).get(code) or wording.texts
    local = profiles.weights_of_measures[code].get(fact.value.unit) if fact.value else None
    said = passage.stems | counted if counted else passage.stems
    before = passage.stems_before - passage.stems if passage.stems_before else frozenset[str]()
    for text in texts:
        if len(text) < _FEW and not any(
            each.sum(text) >= each.of("?") * _TELLING for each in (weights, local) if each
        ):
            continue
        share = _share(weights, text, said, before)
        if local is not None and fact.kind is Kind.MEASURE:
            share = (share + _share(local, text, said, before)) / 2
        if share > best:
            best, shared = share, text & passage.stems
    called = wording.indicator
    if called and called <= passage.stems and best < CALLED:
        best, shared = CALLED, shared | called
    there = passage.names | also if also else passage.names
    met_here, carried = profile.special & there, (profile.special & passage.carried) - there
    whole = met = 0.0
    if met_here or carried:
        whole = profiles.names.sum(profile.special)
        met = profiles.names.sum(met_here) + CARRIED * profiles.names.sum(carried)
    known, weight = _known(passage, weights)
    last = passage.stems_last - passage.stems
    return Alike(
        words=best,
        shared=shared,
        words_last=max((weights.covered(text, last) for text in wording.texts), default=0.0)
        if last
        else 0.0,
        share_of_passage=weights.sum(known & wording.all) / weight if known else 0.0,
        names=met / whole if whole else 0.0,
        met=met_here,
        carried=carried,
        document=document_of_both(passage, profile, also),
        act=act_of_both(passage, profile),
    )


def act_of_both(passage: Passage, profile: Profile) -> str:
    """Return the act that a passage and a fact tell of, if any."""
    return min(profile.acts & passage.acts.keys(), default="")


def document_of_both(passage: Passage, profile: Profile, also: frozenset[str]) -> str:
    """Return the document that a passage names and a fact is of, if any."""
    return min(profile.documents & (passage.names | also), default="")


@lru_cache(maxsize=4)
def _known(passage: Passage, weights: Weights) -> tuple[frozenset[str], float]:
    """Return the words of a passage that facts have, and their weight."""
    known = frozenset(each for each in passage.stems if weights.share(each) > 0)
    return known, weights.sum(known)


def reasons(same: Alike, passage: Passage) -> Iterator[str]:
    """Yield what a passage has in common with a fact, in words."""
    if names := same.met | same.carried:
        yield f"same names: {', '.join(sorted(names))}"
    if same.document:
        yield f"same document: {same.document}"
    if same.shared:
        yield f"same words: {', '.join(sorted(_shown(same.shared, passage)))}"
    if same.act:
        yield f"same act: {same.act}"


def _share(
    weights: Weights, text: frozenset[str], said: frozenset[str], before: frozenset[str]
) -> float:
    """Return which share of a text's words a passage has; those that it goes on from count less."""
    share = weights.covered(text, said)
    if before:
        share += CARRIED * weights.covered(text, before)
    return share


def words_of(passage: Passage, wanted: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return the words of a passage behind stems, with their places in its paragraph."""
    stems_wanted = set(wanted)
    found = []
    for match in _RAW_WORD.finditer(passage.text):
        even = evened(match[0], passage.language)
        if any(stem(part, passage.language) in stems_wanted for part in WORD.findall(even)):
            start = passage.start + match.start()
            found.append((start, start + len(match[0]), match[0].lower()))
    return found


def _shown(shared: Iterable[str], passage: Passage) -> list[str]:
    return list(dict.fromkeys(word for _, _, word in words_of(passage, shared)))


def also_named(passage: Passage, profiles: Profiles) -> frozenset[str]:
    """Return the names that a passage means by their words: titles of documents, and others."""
    project = profiles.project
    found: set[str] = set()
    titles = [stems(document.title, passage.language) for _, document in passage.documents()]
    for name in project.names.values():
        if name.type != "document" or name.id in passage.names:
            continue
        form = stems(name.forms.get(passage.language, ""), passage.language)
        short = name.short and stems(name.short.get(passage.language, ""), passage.language)
        for wanted in (form, short or frozenset()):
            if len(wanted) >= _FEW and any(
                len(wanted & title) / len(wanted) >= TITLE
                and len(wanted & title) / max(len(title), 1) >= TITLE / 2
                for title in titles
            ):
                found.add(name.id)
    by_words = profiles.met_by_words(passage.stems, passage.language)
    return frozenset(found) | {name for name in by_words if project.names[name].type != "person"}


@lru_cache(maxsize=4)
def parties_of(passage: Passage, profiles: Profiles) -> frozenset[str]:
    """Return the parties that a passage names, adjectives of them included ("Kazakh capital")."""
    return frozenset(
        name
        for name in profiles.parties
        if name in passage.names
        or profiles.english.get(name) in passage.states
        or not passage.stems.isdisjoint(profiles.name_stems(name, passage.language))
    )


def strangers_among(passage: Passage, profile: Profile, profiles: Profiles) -> frozenset[str]:
    """Return the states, in English, that stand in the place of one of the fact's parties."""
    wanted = profile.parties
    if len(wanted) < _FEW or passage.mutual or wanted <= parties_of(passage, profiles):
        return frozenset()
    return third_states(passage, profiles) - {profiles.english[each] for each in profile.special}


def are_side_by_side(passage: Passage, profiles: Profiles) -> bool:
    """Whether two parties are named close together: "Kazakh–Uzbek", "from Tashkent to Astana"."""
    places = [
        passage.state_places.get(profiles.english[each], ()) for each in sorted(profiles.parties)
    ]
    return any(
        abs(mine - theirs) <= _SIDE_BY_SIDE
        for one, other in combinations(places, 2)
        for mine in one
        for theirs in other
    )


@lru_cache(maxsize=4)
def third_states(passage: Passage, profiles: Profiles) -> frozenset[str]:
    """Return the states that a passage names, the review's own parties apart, in English.

    A review that is about no states has no third ones.
    """
    if not profiles.parties:
        return frozenset()
    return passage.states - {profiles.english[each] for each in profiles.parties}


def is_another_in_turn(passage: Passage, profile: Profile) -> bool:
    """Whether the passage is of the fourth of something and the fact of the first."""
    mine = profile.wordings[passage.language].ordinals
    return bool(mine and passage.ordinals) and mine.isdisjoint(passage.ordinals)
