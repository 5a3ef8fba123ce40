"""Apostrophes, and the signs of Uzbek that look like them: ʻ and ʼ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.checks.orthography.finding import IN_CYRILLIC, IN_LATIN, LETTER, Finding, named
from uchtil.language.orthography import LATIN, Orthography
from uchtil.load.texts import NOTHING, Text

_APOSTROPHES = "'‘’`´ʹʼʻ′＇‛„"
# The sign first, and then what stands before it: a search passes fast over all that is none.
_AFTER_LETTER = re.compile(rf"(?P<sign>[{_APOSTROPHES}](?<={LETTER}.){NOTHING}?)(?={LETTER})")
_AT_END = re.compile(rf"(?P<sign>['‘’`´ʹʼʻ′＇‛](?<={LETTER}.){NOTHING}?)(?!{LETTER})")


def wrong_apostrophes(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell apostrophes that are not the language's, and those where it has none."""
    letters, special = orthography.apostrophe_after
    quoted = orthography.inner[0] in prose
    for found in (*_AFTER_LETTER.finditer(prose), *_AT_END.finditer(prose)):
        sign = found["sign"]
        before = prose[found.start() - 1]
        at_end = found.re is _AT_END
        if IN_CYRILLIC.match(before) and orthography.script == LATIN:
            continue
        if sign in "ʻʼ" and orthography.apostrophe != "ʼ" and IN_LATIN.match(before):
            continue  # an Uzbek word in a text of another language
        right = special if before in letters and special else orthography.apostrophe
        if sign == right:
            continue
        if (
            at_end
            and (right != special or not special)
            and not (right and sign in ("ʻ", "ʼ") and not quoted)
        ):
            continue  # that is a quotation mark, or an English possessive
        if at_end and quoted and sign in "’‘":
            continue
        word = _word_at(prose, found.start())
        if not right:
            yield Finding(
                code="apostrophe",
                start=found.start(),
                end=found.end(),
                message=f"`{word}` holds {named(sign)}, and {orthography.name} has no apostrophe",
                hint="write ъ or ь, or take it out",
            )
            continue
        yield Finding(
            code="apostrophe",
            start=found.start(),
            end=found.end(),
            message=f"`{word}` holds {named(sign)} where {orthography.name} has {named(right)}",
            hint=f"write `{_word_at(prose, found.start(), right, len(sign))}`",
            right=right,
        )


def _word_at(prose: str, offset: int, right: str = "", length: int = 1) -> str:
    """Return the word around an offset; with another sign there, if one is given."""
    low = offset
    inside = f"{_APOSTROPHES}{NOTHING}"
    while low > 0 and (prose[low - 1].isalpha() or prose[low - 1] in inside):
        low -= 1
    high = offset
    while high < len(prose) and (prose[high].isalpha() or prose[high] in inside):
        high += 1
    if right:
        return f"{prose[low:offset]}{right}{prose[offset + length : high]}".replace(NOTHING, "")
    return prose[low:high].replace(NOTHING, "")
