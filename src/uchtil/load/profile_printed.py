"""Whether all languages that a profile asks abstracts and keywords in are handed over somewhere.

Rules and blocks stand apart in a profile: one may ask for abstracts in three languages, and have
a single block for them.  What nothing would print must not be told as kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from uchtil.language import TRANSLITERATED
from uchtil.model.profiles import OTHERS, Block, Profile
from uchtil.problems import Problems

WITH_METADATA = frozenset(
    ("metadata", "jats", "crossref", "ojs-3.3", "ojs-3.4", "ojs-3.5", "zenodo")
)
"""Parts of a package that hold abstracts and keywords in every language asked for."""


def unprinted_languages(profile: Profile) -> Problems:
    """Return a problem for what is asked in languages that no block and no file has it in."""
    problems = Problems()
    if WITH_METADATA & {*profile.package}:
        return problems
    asked = (
        (Block.ABSTRACT, profile.abstract.languages),
        (Block.KEYWORDS, profile.keywords.languages),
    )
    for block, languages in asked:
        if lacking := [*_unprinted(profile, block, languages)]:
            codes = ", ".join(dict.fromkeys(f"`{code}`" for code, _ in lacking))
            blocks = ", ".join(dict.fromkeys(name for _, name in lacking))
            problems.error(
                "missing-field",
                f"`{block.value}.languages` asks for {codes}, and no block of `front` or `after` "
                "prints that",
                profile.place(f"{block.value}.languages"),
                f"add `{blocks}` to `front` or `after`",
            )
    return problems


def _unprinted(profile: Profile, block: Block, asked: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each language that some manuscript would lack, with the block that would have it."""
    bases = tuple(dict.fromkeys(map(_base, profile.languages)))
    printed = [e.language for e in (*profile.front, *profile.after) if e.block is block]
    for own in bases:
        there = {*_named(own, bases, (each or own for each in printed))}
        for code in _named(own, bases, asked):
            if code not in there and code == own:
                yield code, block.value
            elif code not in there:
                yield code, f"{block.value}:{OTHERS if code in bases else code}"


def _named(own: str, bases: Sequence[str], codes: Iterable[str]) -> Iterator[str]:
    """Yield languages, the others of a manuscript in ``own`` by their names."""
    for code in codes:
        yield from (each for each in bases if each != own) if code == OTHERS else (_base(code),)


def _base(code: str) -> str:
    return TRANSLITERATED.get(code, code)
