"""Quotation marks: which are the language's, by side and depth, and which have no partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from uchtil.checks.orthography.finding import Finding, around, named
from uchtil.language.orthography import Orthography
from uchtil.load.texts import FILL, NOTHING, Text

_SINGLE = "‘’‚‹›'`"
_QUOTES = re.compile(rf"[\"“”„‟«»‹›‚]|‘|’|'{NOTHING}?|`")
_OPENS_AFTER = frozenset(" \u00a0\n([{—–-/\u2011")


@cache
def _quotation(orthography: Orthography) -> re.Pattern[str]:
    opening, closing = map(re.escape, orthography.quotes)
    return re.compile(f"(?<={opening})[^{opening}{closing}]*(?={closing})")


def without_quotations(prose: str, orthography: Orthography) -> str:
    """Blot out what stands between quotation marks; the marks themselves stay."""
    return _quotation(orthography).sub(lambda found: re.sub(r"[^\n]", FILL, found[0]), prose)


def wrong_quotation_marks(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell marks that are not the language's, by side and depth, and those without a partner."""
    quotes, inner = orthography.quotes, orthography.inner
    open_marks: list[tuple[int, str]] = []
    wrong = False
    for found in _QUOTES.finditer(prose):
        start, end = found.span()
        sign = found[0].replace(NOTHING, "")
        if open_marks and "\n\n" in prose[open_marks[-1][0] : start]:
            yield from _unclosed(prose, open_marks, wrong)
            open_marks, wrong = [], False
        before, after = prose[start - 1 : start] or " ", prose[end : end + 1] or " "
        opening = (
            before in _OPENS_AFTER
            or (before == FILL and start == 1)
            or bool(open_marks and open_marks[-1][0] == start - 1)
        )
        is_inner = any(mark == inner[0] for _, mark in open_marks)
        if sign == "„" and before.isalpha() and after.isalpha():
            continue  # a damaged oʻ
        if sign in _SINGLE and _is_apostrophe(before, after, opening, is_inner):
            continue
        if opening:
            right = (inner if open_marks else quotes)[0]
            open_marks.append((start, right))
        elif open_marks:
            right = quotes[1] if open_marks.pop()[1] == quotes[0] else inner[1]
        elif sign in (quotes[1], inner[1]):
            yield _lonely(prose, start, end, sign, "closes")
            continue
        else:
            right = quotes[1]
        if sign != right:
            wrong = True
            yield Finding(
                code="quotation-marks",
                start=start,
                end=end,
                message=f"{named(sign)} in “{around(prose, start, end)}” "
                f"where {orthography.name} has {named(right)}",
                hint=f"write {right}",
                right=right,
            )
    yield from _unclosed(prose, open_marks, wrong)


def _is_apostrophe(before: str, after: str, opening: bool, is_inner: bool) -> bool:
    """Whether a single mark stands in a word, behind one, or for left out figures (’90s)."""
    if opening:
        return after.isdigit()
    return (before.isalpha() and after.isalpha()) or not is_inner


def _unclosed(prose: str, marks: list[tuple[int, str]], wrong: bool) -> Iterator[Finding]:
    if not wrong:
        for start, _ in marks:
            yield _lonely(prose, start, start + 1, prose[start], "opens")


def _lonely(prose: str, start: int, end: int, sign: str, what: str) -> Finding:
    return Finding(
        code="quotation-marks",
        start=start,
        end=end,
        message=f"{named(sign)} in “{around(prose, start, end)}” {what} a quotation "
        f"that nothing {'closes' if what == 'opens' else 'opens'}",
        hint="add the other mark, or take this one out",
    )
