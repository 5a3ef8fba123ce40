"""Dashes, and hyphens that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.checks.orthography.finding import LETTER, Finding, around, named
from uchtil.language.orthography import CYRILLIC, Orthography
from uchtil.load.texts import Text

_DOUBLE_HYPHEN = re.compile(r"(?<![-\n])[ \u00a0]*-{2,3}[ \u00a0]*(?![-\n])(?=\S)")
_SPACED_HYPHEN = re.compile(r"[-‐‑−](?<=[ \u00a0\n].)(?=[ \u00a0\n]+\S)")
_LEADING_HYPHEN = re.compile(rf"-(?<=[^\s|][ \u00a0].)(?={LETTER}{{2}})")
_DASH = re.compile("[–—]")
_RANGE = re.compile(r"-(?<=\d.)(?=\d)")
_NUMBERS = re.compile(r"(?<![\w./:-])(?P<low>\d{1,4})-(?P<high>\d{1,4})(?![\w/:-]|\.\d)")


def wrong_dashes(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell hyphens that stand for dashes, and dashes that are not the language's."""
    dash = orthography.dash
    if "-" in prose:
        if "--" in prose:
            for found in _DOUBLE_HYPHEN.finditer(prose):
                yield _dash(prose, *found.span(), "two hyphens", dash, f" {dash} ")
        for found in _SPACED_HYPHEN.finditer(prose):
            before = prose[: found.start()].rstrip(" \u00a0\n")
            if before and before[-1] != "|":
                yield _dash(prose, *found.span(), "a hyphen", dash, dash)
        for found in _LEADING_HYPHEN.finditer(prose):
            yield _dash(prose, *found.span(), "a hyphen", dash, f"{dash} ")
        if _RANGE.search(prose):
            for found in _NUMBERS.finditer(prose):
                if len(found["low"]) == 4 or int(found["low"]) < int(found["high"]):
                    span = found.end("low"), found.start("high")
                    yield _dash(prose, *span, "a hyphen", "–", "–", where="a range")
    for found in _DASH.finditer(prose):
        yield from _one_dash(prose, found.start(), orthography)


def _one_dash(prose: str, place: int, orthography: Orthography) -> Iterator[Finding]:
    """Tell a dash that is not the language's, or that lacks a space on one side or both."""
    sign, dash = prose[place], orthography.dash
    before = prose[place - 1] if place else "\n"
    after = prose[place + 1] if place + 1 < len(prose) else "\n"
    spaced = before.isspace(), after.isspace()
    if all(spaced):
        beside = prose[:place].rstrip()[-1:], prose[place + 1 :].lstrip()[:1]
        if sign not in orthography.dashes and not all(each.isdigit() for each in beside):
            yield _dash(prose, place, place + 1, named(sign), dash, dash)
    elif any(spaced) or (sign == "—" and orthography.script == CYRILLIC):
        outer = before if spaced[1] else after
        if not outer.isalpha() and not (any(spaced) and outer in ")»”"):
            return
        start = place - (1 if spaced[0] else 0)
        end = place + (2 if spaced[1] else 1)
        yield Finding(
            code="dash",
            start=start,
            end=end,
            message=f"the dash in “{around(prose, start, end)}” "
            f"lacks {'a space' if any(spaced) else 'its spaces'}",
            hint=f"write it between spaces: ` {dash} `",
            right=f" {dash} " if prose[start:end].count("\n") == 0 else None,
        )


def _dash(prose: str, start: int, end: int, *said: str, where: str = "a dash") -> Finding:
    """Return a finding; ``said`` is what stands there, the right dash, and what to write."""
    what, dash, right = said
    return Finding(
        code="dash",
        start=start,
        end=end,
        message=f"{what} in “{around(prose, start, end)}” stands for {where}",
        hint=f"write {named(dash)}",
        right=right,
    )
