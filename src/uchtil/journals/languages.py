"""A profile as it is for one manuscript: what it asks of "the other languages" gets their names.

A journal that takes manuscripts in Uzbek, Russian and English, and wants abstracts "in the two
other languages", cannot name these: they follow from the manuscript's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from uchtil.language import TRANSLITERATED
from uchtil.model.profiles import OTHERS, FrontBlock, Profile


def profile_for(profile: Profile, code: str) -> Profile:
    """Return the profile for a manuscript in a language: ``others`` are named.

    Where the manuscript is in the other script of a language, what is asked in that language
    is asked in that script: nobody prints an abstract in Latin before a text in Cyrillic.
    A block in the manuscript's own language is left out where the same block stands without a
    language, too: it would print the same again.  Headings of lists are those of the language.
    """

    def named(languages: Iterable[str]) -> tuple[str, ...]:
        return tuple(_named(profile, code, languages))

    own = {each.block for each in (*profile.front, *profile.after) if not each.language}

    def once(blocks: Sequence[FrontBlock]) -> tuple[FrontBlock, ...]:
        named = _blocks(profile, code, blocks)
        return tuple(each for each in named if each.language != code or each.block not in own)

    return replace(
        profile,
        front=once(profile.front),
        after=once(profile.after),
        abstract=replace(profile.abstract, languages=named(profile.abstract.languages)),
        keywords=replace(profile.keywords, languages=named(profile.keywords.languages)),
        lists=tuple(
            replace(each, heading=each.headings.get(code, each.heading)) for each in profile.lists
        ),
        authors=replace(profile.authors, languages=named(profile.authors.languages)),
    )


def _base(code: str) -> str:
    return TRANSLITERATED.get(code, code)


def _named(profile: Profile, code: str, languages: Iterable[str]) -> Iterator[str]:
    seen = []
    for each in languages:
        for language in _others(profile, code) if each == OTHERS else (each,):
            own = code if language == _base(code) else language
            if own not in seen:
                seen.append(own)
                yield own


def _others(profile: Profile, code: str) -> tuple[str, ...]:
    """Return the languages of the journal's manuscripts but this one's, scripts aside."""
    return tuple(
        dict.fromkeys(base for each in profile.languages if (base := _base(each)) != _base(code))
    )


def _blocks(profile: Profile, code: str, blocks: Sequence[FrontBlock]) -> Iterator[FrontBlock]:
    """Yield the blocks; those for the other languages that stand together, language by language."""
    for others, run in groupby(blocks, key=lambda each: each.language == OTHERS):
        if others:
            together = list(run)
            for language in _others(profile, code):
                yield from (replace(each, language=language) for each in together)
        else:
            for each in run:
                own = each.language == _base(code)
                yield replace(each, language=code) if own else each
