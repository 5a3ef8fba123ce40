"""Spaces: too many, too few, and where a line may break that should not; and ellipses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from uchtil.checks.orthography.finding import LETTER, NBSP, Finding, around, named
from uchtil.language.orthography import Orthography
from uchtil.load.texts import FILL, Text

_DOUBLE_SPACE = re.compile(r"[ \u00a0]{2,}(?=\S)")
# Below a sign is looked for first, and what stands before it then: a search passes fast over
# all that is none.
_SPACED = re.compile(r"[,;:!?.)\]»”](?<=[ \u00a0].)")
_SPACE_BEFORE = re.compile(
    r"(?P<space>[ \u00a0]+)(?P<sign>[,;:!?](?![\w:])|\.(?![\w.])|[)\]»”](?!\w))"
)
_SPACE_AFTER = re.compile(r"(?P<sign>[(\[«“„](?<![^\s(\[].))(?P<space>[ \u00a0]+)(?=\w)")
_NO_SPACE = re.compile(
    rf"[,;!?:.](?:(?<={LETTER}[,;!?:])(?={LETTER})|(?<={LETTER}[,;])(?={FILL})"
    r"|(?<=[a-zа-яёʻʼ][a-zа-яёʻʼ]\.)(?=[A-ZА-ЯЁ][a-zа-яё]))"
)
_DOTS = re.compile(r"\.{3,}")


@cache
def _bound(orthography: Orthography) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    units = "|".join(f"{unit}(?!\\w)" for unit in orthography.units)
    before = "|".join(orthography.before_number) or "(?!)"
    initial = orthography.initial
    return (
        re.compile(rf"[\d{FILL}](?P<space>[ \n]+)(?=(?P<unit>{units}))"),
        re.compile(rf"(?<!\w)(?P<unit>{before})(?P<space>[ \n]+)(?=\d)"),
        re.compile(
            rf"(?<!\w){initial}(?P<space>[ \n]*)"
            rf"(?={initial}|{LETTER}{{2}})"
        ),
    )


_NUMERIC = re.compile(
    r"(?:\.(?:year|amount|number|count|value|words)|_count|\))(?:\([^()]*\))?\s*\}\}\Z"
)
"""The end of an expression that prints a number."""

_SHORT_UNITS = frozenset(("m", "м", "т", "ga", "kv", "кв"))
"""These are also words, or endings of them, behind an expression."""


def breaking_spaces(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell where a line may break in a value or a name."""
    after_number, before_number, initials = _bound(orthography)
    for found in (*after_number.finditer(prose), *before_number.finditer(prose)):
        start, end = found.span("space")
        if prose[start - 1] == FILL:
            expression = text.source[: text.start + start]
            if not _NUMERIC.search(expression[-80:]) or found["unit"] in _SHORT_UNITS:
                continue
        yield _bind(prose, start, end, f"between the number and `{found['unit']}`")
    for found in initials.finditer(prose) if "." in prose else ():
        if _ends_sentence(prose, found.start()):
            continue
        start, end = found.span("space")
        if prose[end : end + 1].isupper():
            yield _bind(prose, start, end, "behind an initial")


def _ends_sentence(prose: str, start: int) -> bool:
    """Whether a lone capital with a stop is the end of a sentence, not an initial."""
    before = prose[:start].rstrip(" \u00a0\n")
    return bool(before) and (before[-1].isdigit() or before[-1] == FILL)


def _bind(prose: str, start: int, end: int, where: str) -> Finding:
    return Finding(
        code="no-break-space",
        start=start,
        end=end,
        message=f"a line may break {where} in “{around(prose, start, end)}”",
        hint="write a no-break space (U+00A0)",
        right=NBSP,
    )


def wrong_spaces(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell spaces that are too many or wanting, and full stops for an ellipsis."""
    for found in _DOUBLE_SPACE.finditer(prose):
        if found.start() == 0 or prose[found.start() - 1] == "\n":
            continue  # an indentation
        right = NBSP if NBSP in found[0] else " "
        yield _space(prose, *found.span(), "two spaces stand together", "leave one", right)
    for found in _SPACE_BEFORE.finditer(prose) if _SPACED.search(prose) else ():
        start, end = found.span("space")
        sign = found["sign"]
        if start == 0 or prose[start - 1] in "\n|":
            continue
        yield _space(prose, start, end, f"a space stands before `{sign}`", "take it out", "")
    for found in _SPACE_AFTER.finditer(prose):
        start, end = found.span("space")
        sign = found["sign"]
        yield _space(prose, start, end, f"a space stands behind `{sign}`", "take it out", "")
    for found in _NO_SPACE.finditer(prose):
        yield Finding(
            code="spacing",
            start=found.start(),
            end=found.end(),
            message=f"no space stands behind `{found[0]}` in “{around(prose, *found.span())}”",
            hint="add one",
            right=f"{found[0]} ",
        )
    for found in _DOTS.finditer(prose):
        yield Finding(
            code="ellipsis",
            start=found.start(),
            end=found.end(),
            message=f"three full stops in “{around(prose, *found.span())}” stand for an ellipsis",
            hint=f"write {named('…')}",
            right="…",
        )


def _space(prose: str, start: int, end: int, *said: str) -> Finding:
    """Return a finding; ``said`` is what is wrong, what to do, and what to write."""
    what, hint, right = said
    return Finding(
        code="spacing",
        start=start,
        end=end,
        message=f"{what} in “{around(prose, start, end)}”",
        hint=hint,
        right=right,
    )
