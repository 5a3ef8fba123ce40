"""How much a passage and a fact have in common, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.profiles import Profile, Profiles
from uchtil.intake.comparing.results import Candidate, Told, Verdict
from uchtil.intake.comparing.vocabulary import stems

TITLE = 0.6
"""The share of a title's words that must be met for a document to be taken for it."""
CARRIED = 0.5
"""What a name of the sentence before is worth."""
_FEW = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a passage does, before its anchor is chosen; ``shows`` are places the anchor needs."""

    passage: Passage
    verdict: Verdict
    fact: str = ""
    told: Told = field(default_factory=Told)
    why: tuple[str, ...] = ()
    score: float = 0.0
    others: tuple[str, ...] = ()
    shows: tuple[tuple[int, int], ...] = ()
    candidate: Candidate | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """What a passage has in common with a fact, dates and values aside."""

    words: float
    shared: frozenset[str]
    names: float
    """The share of the weight of the fact's special names that the passage names."""
    document: str
    act: str
    why: tuple[str, ...]


def alike(passage: Passage, profile: Profile, profiles: Profiles, also: frozenset[str]) -> Alike:
    """Return what a passage has in common with a fact; ``also`` are names it means besides."""
    code = passage.language
    weights = profiles.weights[code]
    best, shared = 0.0, frozenset[str]()
    for text in profile.wordings[code].texts:
        if len(text) < _FEW and weights.sum(text) < weights.of("?") * 0.6:
            continue
        share = weights.covered(text, passage.stems)
        if share > best:
            best, shared = share, text & passage.stems
    there = passage.names | also
    whole = profiles.names.sum(profile.special)
    met = profiles.names.sum(profile.special & there)
    met += CARRIED * profiles.names.sum((profile.special & passage.carried) - there)
    document = next(iter(sorted(profile.documents & there)), "")
    acts = profile.acts & frozenset(passage.acts)
    why = []
    if met:
        why.append(f"same names: {', '.join(sorted(profile.special & (there | passage.carried)))}")
    if document:
        why.append(f"same document: {document}")
    if shared:
        why.append(f"same words: {', '.join(sorted(_shown(shared, passage)))}")
    if acts:
        why.append(f"same act: {', '.join(sorted(acts))}")
    return Alike(
        words=best,
        shared=shared,
        names=met / whole if whole else 0.0,
        document=document,
        act=next(iter(sorted(acts)), ""),
        why=tuple(why),
    )


def _shown(shared: Iterable[str], passage: Passage) -> list[str]:
    """Return the words of a passage behind stems."""
    from uchtil.intake.comparing.vocabulary import stem
    from uchtil.intake.recognise.forms import WORD

    wanted = set(shared)
    found: dict[str, str] = {}
    for match in WORD.finditer(passage.even):
        for part in match[0].split("-"):
            made = stem(part, passage.language)
            if made in wanted:
                found.setdefault(made, part.lower())
    return list(found.values())


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
    return frozenset(found) | {
        name for name in by_words if project.names[name].type not in ("document", "person")
    }


def parties_of(passage: Passage, profiles: Profiles) -> frozenset[str]:
    """Return the parties that a passage names, adjectives of them included ("Kazakh capital")."""
    return frozenset(
        name
        for name in profiles.parties
        if name in passage.names
        or not passage.stems.isdisjoint(profiles.name_stems(name, passage.language))
    )


def strangers_among(passage: Passage, profile: Profile, profiles: Profiles) -> bool:
    """Whether the passage is of other parties than the fact is.

    It names one of the fact's parties with somebody else in the other's place.
    """
    wanted = profile.parties
    if len(wanted) < _FEW:
        return False
    there = parties_of(passage, profiles)
    if passage.mutual or wanted <= there | passage.carried:
        return False
    named = wanted & there
    others = {
        name
        for name in passage.names - profile.special - profiles.parties
        if profiles.project.names[name].type == "place"
    }
    if named:
        return bool(others) or len(named) == 1
    return len(others) >= _FEW
