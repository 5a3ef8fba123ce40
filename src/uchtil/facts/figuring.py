"""Figures that follow from others: held together as far as they are printed.

A fact says by ``follows_from`` which facts its value follows from.  Where terms.yaml says
that an indicator follows from another (``relations``), the facts are found by themselves: by
the same names, and by the period.  Rounding is reckoned with: "2 billion" after a growth of
"31.2 per cent" follows from anything between 1.14 and 1.91 billion.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

from uchtil.facts.findings import Compared, Finding, found
from uchtil.facts.printed import (
    ENDLESS,
    Interval,
    is_count,
    span_of,
    told_interval,
    told_value,
)
from uchtil.facts.support import came_about
from uchtil.model import Fact, Figuring, Project, Quantity

_HUNDRED = Decimal(100)

Group = Mapping[tuple[str, frozenset[str]], list[Fact]]
"""Facts with a value, by indicator and names."""


def figure_out(project: Project) -> Iterator[Compared]:
    """Yield whether figures agree with those that they follow from."""
    facts = project.facts.values()
    for fact in facts:
        if fact.follows_from is not None:
            named = [project.facts.get(each) for each in fact.follows_from.of]
            operands = tuple(each for each in named if each is not None)
            if len(operands) == len(named):  # one that could not be read was told
                yield from _check(fact, fact.follows_from.how, operands)
    groups: dict[tuple[str, frozenset[str]], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.indicator and fact.value:
            groups[fact.indicator, frozenset(fact.names)].append(fact)
    for fact in facts:
        relation = project.relations.get(fact.indicator or "")
        if relation is not None and fact.value and fact.follows_from is None:
            same = groups.get((relation.of[0], frozenset(fact.names)), [])
            if relation.how is Figuring.SHARE:
                parts, wholes = _done(fact, same), _intended(fact, same)
            else:
                parts, wholes = _bases(fact, same), _results(fact, same)
            yield from _related(fact, relation.how, parts, wholes)


def _related(
    fact: Fact, how: Figuring, firsts: list[Fact], seconds: list[Fact]
) -> Iterator[Compared]:
    """Hold a figure to the two that were found for it, or tell what one of them implies."""
    if firsts and seconds:
        for one, other in product(firsts, seconds):
            yield from _check(fact, how, (one, other))
        return
    for known in (*firsts, *seconds):
        implied = _other(fact, how, known, first=bool(firsts))
        if implied is not None and known.value:
            what = _MISSING[how][0 if seconds else 1]
            text = (
                f"{told_value(known.value)} ({known.id}) and {_said(fact)} make "
                f"{what} {told_interval(implied, known.value.unit)}, which no fact gives"
            )
            yield found(Finding.OPEN, how.value, (fact, known), text)


_MISSING = {
    Figuring.GROWTH: ("the earlier value", "the later value"),
    Figuring.TIMES: ("the earlier value", "the later value"),
    Figuring.SHARE: ("the part", "the whole"),
}


def _check(fact: Fact, how: Figuring, operands: tuple[Fact, ...]) -> Iterator[Compared]:
    """Tell whether a figure agrees with those that it follows from."""
    values = [each.value for each in operands]
    quantities = [value for value in values if value is not None]
    if fact.value is None or len(quantities) < len(operands):
        return
    units = {each.unit for each in quantities}
    if len(units) > 1 or (how is Figuring.SUM and fact.value.unit not in units):
        return
    listed = ", ".join(map(_said, operands))
    reckoned = reckon(how, quantities)
    if reckoned is None:
        return
    exact = how is Figuring.SUM and all(map(is_count, (fact.value, *quantities)))
    agrees = reckoned.meets(span_of(fact.value, rounded=not exact))
    told = told_interval(reckoned, fact.value.unit)
    yield found(
        Finding.AGREEING if agrees else Finding.CONFLICT,
        how.value,
        (fact, *operands),
        f"{_said(fact)}; {listed} make {told}",
    )


def _said(fact: Fact) -> str:
    assert fact.value is not None
    return f"{told_value(fact.value)} ({fact.id})"


def reckon(how: Figuring, quantities: list[Quantity]) -> Interval | None:
    """Return what follows from printed numbers; nothing where one may be 0 or less."""
    if how is Figuring.SUM:
        rounded = not all(map(is_count, quantities))
        spans = [span_of(each, rounded=rounded) for each in quantities]
        return Interval(
            low=sum((each.low for each in spans), Decimal(0)),
            high=sum((each.high for each in spans), Decimal(0)),
        )
    first, second = map(span_of, quantities)
    if how is Figuring.SHARE:
        first, second = second, first  # a share is the part in the whole, times the second
    ratio = _ratio(second, first)
    if ratio is None:
        return None
    match how:
        case Figuring.TIMES:
            return ratio
        case Figuring.SHARE:
            return Interval(low=ratio.low * _HUNDRED, high=ratio.high * _HUNDRED)
        case _:
            return Interval(
                low=(ratio.low - 1) * _HUNDRED,
                high=(ratio.high - 1) * _HUNDRED,
            )


def _other(fact: Fact, how: Figuring, known: Fact, *, first: bool) -> Interval | None:
    """Return the operand that no fact gives; ``first`` says that the first one is known."""
    if fact.value is None or known.value is None:
        return None
    said, given = span_of(fact.value), span_of(known.value)
    if how is Figuring.TIMES:
        factor = said
    elif how is Figuring.SHARE:
        factor = Interval(low=said.low / _HUNDRED, high=said.high / _HUNDRED)
        first = not first  # the part is the whole times the share
    else:
        factor = Interval(low=1 + said.low / _HUNDRED, high=1 + said.high / _HUNDRED)
    if not first:
        return _ratio(given, factor)
    return Interval(low=given.low * factor.low, high=given.high * factor.high)


def _ratio(upper: Interval, lower: Interval) -> Interval | None:
    if lower.low <= 0 or upper.low < 0:
        return None
    low = Decimal(0) if lower.high == ENDLESS else upper.low / lower.high
    return Interval(low=low, high=upper.high / lower.low)


# ------------------------------------------------------------------ which facts are meant


def _results(fact: Fact, facts: Iterable[Fact]) -> list[Fact]:
    """Return what a growth led to: the value of its period, or of the period's last year.

    A growth that has not ended ("since 2016") led to the one later or undated value.
    """
    wanted = [each for each in facts if came_about(each.status) == came_about(fact.status)]
    if fact.date is None:
        return []
    if fact.date.open_end:
        later = [
            each for each in wanted if each.date is None or each.date.first.year > _base_year(fact)
        ]
        return later if len(later) == 1 else []
    last = fact.date.end or fact.date.start
    return [
        each
        for each in wanted
        if each.date
        and last
        and not each.date.is_span
        and each.date.first >= last.first
        and each.date.last <= last.last
    ]


def _bases(fact: Fact, facts: Iterable[Fact]) -> list[Fact]:
    """Return what a growth began from: the first year of its span, else the year before."""
    if fact.date is None or fact.date.start is None:
        return []
    start, year = fact.date.start, max(_base_year(fact), datetime.MINYEAR)
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    base = replace(start, year=year, day=day)
    return [
        each
        for each in facts
        if came_about(each.status)
        and each.date
        and not each.date.is_span
        and each.date.first >= base.first
        and each.date.last <= base.last
    ]


def _base_year(fact: Fact) -> int:
    assert fact.date is not None
    if fact.date.start is None:
        return datetime.MINYEAR
    return fact.date.start.year - (0 if fact.date.is_span else 1)


def _done(fact: Fact, facts: Iterable[Fact]) -> list[Fact]:
    """Return what came about of something intended, at the time of the share."""
    return [each for each in facts if came_about(each.status) and each.date == fact.date]


def _intended(fact: Fact, facts: Iterable[Fact]) -> list[Fact]:
    """Return the whole that was intended, at the time of the share or at none."""
    return [
        each for each in facts if not came_about(each.status) and each.date in (fact.date, None)
    ]
