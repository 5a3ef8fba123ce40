"""Which references are worth comparing with one: by identifiers, rare words, authors and year.

Comparing each with each would be a hundred million comparisons for ten thousand on both sides;
what is looked up here is a few for each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator

from rapidfuzz import fuzz

from uchtil.bibliography.merge.folding import skeleton
from uchtil.bibliography.merge.profile import Profile, years_of

_COMMON = 200
"""A word that more references have than this tells too little to be looked up by."""

_WORDS = 6
"""How many of its words, the rarest first, a title is looked up by."""

_BEST = 12
"""How many references that share words are compared."""

_SURE = 40
"""How many references with one identifier, or one and the same title, are compared at most."""


class Index:
    """References by what they are found by; each has a key."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._by: dict[Hashable, list[str]] = defaultdict(list)

    def add(self, key: str, profile: Profile) -> None:
        """Add a reference, or what is known of it anew."""
        self._profiles[key] = profile
        for mark in {*_marks(profile), *_words(profile), *_people(profile)}:
            if key not in self._by[mark][-3:]:
                self._by[mark].append(key)

    def profile(self, key: str) -> Profile:
        """Return the profile of a reference."""
        return self._profiles[key]

    def candidates(self, profile: Profile) -> Iterator[tuple[str, Profile]]:
        """Yield the references that may be the same work, each once."""
        sure = {key for mark in _marks(profile) for key in self._by.get(mark, ())[:_SURE]}
        votes: Counter[str] = Counter()
        found = {word: self._by.get(word, []) for word in _words(profile)}
        rare = sorted((each for each in found.values() if each), key=len)[:_WORDS]
        for keys in rare:
            if len(keys) <= _COMMON or keys is rare[0]:
                votes.update(keys[: 5 * _COMMON])
        likely = [key for key, _ in votes.most_common(_BEST)]
        for mark in _people(profile):
            likely += self._by.get(mark, [])[:_COMMON]
        for key in dict.fromkeys((*sure, *likely)):
            other = self._profiles[key]
            if key in sure or _is_worth_it(profile, other):
                yield key, other


def _is_worth_it(one: Profile, two: Profile) -> bool:
    """Whether titles, whole or short or translated, are alike enough to be compared at all."""
    left = (*one.titles, *one.short, *one.translations)
    right = (*two.titles, *two.short, *two.translations)
    return any(fuzz.ratio(a, b, score_cutoff=75) or a == b for a in left for b in right) or any(
        fuzz.token_sort_ratio(a, b, score_cutoff=80) for a in one.titles[:1] for b in two.titles[:1]
    )


def _marks(profile: Profile) -> Iterator[Hashable]:
    if profile.doi:
        yield "doi", profile.doi
    for isbn in profile.isbns:
        yield "isbn", isbn
    if profile.address:
        yield "address", profile.address
    for title in (*profile.titles, *profile.short, *profile.translations):
        yield "title", title
    if profile.container and profile.first_page and profile.date:
        yield "place", profile.container[0], profile.date.first.year, profile.pages


def _words(profile: Profile) -> Iterator[Hashable]:
    for title in (*profile.titles, *profile.translations):
        for word in title.split():
            if len(word) > 2:
                yield "word", skeleton(word)


def _people(profile: Profile) -> Iterator[Hashable]:
    if profile.date is None:
        return
    first, last = years_of(profile.date)
    for person in profile.people[:3]:
        for family in person.family:
            for year in range(first, min(last, first + 3) + 1):
                yield "person", skeleton(family), year
