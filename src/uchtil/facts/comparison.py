"""The facts compared: within one, between two, and figures that follow from others.

Nobody marks what is to be compared.  Measures are about the same thing when indicator, unit
and names are the same, events when their names, and the words of their labels, are.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from uchtil.facts.figuring import figure_out
from uchtil.facts.findings import Answer, Compared, Finding, found
from uchtil.facts.printed import dates_hold, span_of, told_value, values_hold
from uchtil.facts.support import came_about, clashes, comparable
from uchtil.model import Evidence, Fact, Kind, Project, Remark, RemarkKind, When

ANSWERING = frozenset(
    {
        RemarkKind.CONFLICT,
        RemarkKind.STALE_TEXT,
        RemarkKind.UNSUPPORTED,
        RemarkKind.MISPRINT,
        RemarkKind.DAMAGE,
        RemarkKind.UNDATED,
    }
)
"""The kinds of remark that can answer a conflict: they say what a figure or a date is worth."""

ALIKE = 0.6
"""The share of names, and of words, that two events must have in common to be taken for one."""

_WORD = re.compile(r"\w{4,}")


_last: list[tuple[Project, tuple[Compared, ...]]] = []
"""The review compared last: checks and every language's table ask for the same."""


def compare(project: Project) -> tuple[Compared, ...]:
    """Compare all facts of a review; conflicts come with what answers them.

    In the order in which the facts are written, and by what was found in one.
    """
    if not (_last and _last[0][0] is project):
        _last[:] = [(project, _compare(project))]
    return _last[0][1]


def _compare(project: Project) -> tuple[Compared, ...]:
    facts = project.facts.values()
    findings = [
        *(each for fact in facts for each in within(fact)),
        *_between_measures(facts),
        *_between_events(project),
        *figure_out(project),
    ]
    remarks: dict[str, list[Remark]] = defaultdict(list)
    for remark in project.remarks.values():
        if remark.kind in ANSWERING:
            for fact_id in remark.facts:
                remarks[fact_id].append(remark)
    order = {fact_id: number for number, fact_id in enumerate(project.facts)}
    findings.sort(key=lambda each: order[each.facts[0]])
    return tuple(
        replace(each, answers=_answers(each, project, remarks))
        if each.kind is Finding.CONFLICT
        else each
        for each in findings
    )


def _answers(
    finding: Compared, project: Project, remarks: Mapping[str, list[Remark]]
) -> tuple[Answer, ...]:
    """Return what answers a conflict: resolutions of its facts, remarks that name all of them."""
    resolved = [
        Answer(kind="resolution", id=fact)
        for fact in finding.facts
        if project.facts[fact].resolution
    ]
    told = [
        Answer(kind="remark", id=remark.id)
        for remark in remarks[finding.facts[0]]
        if set(finding.facts) <= set(remark.facts)
    ]
    return (*resolved, *told)


# ------------------------------------------------------------------ within one fact


def within(fact: Fact) -> Iterator[Compared]:
    """Yield what the passages of one fact tell differently: date, value, status."""
    clashing = {matter for matter, _ in clashes(fact)}
    if fact.date and any(each.date for each in fact.evidence):
        kind = Finding.CONFLICT if "date" in clashing else Finding.PRECISION
        yield found(kind, "date", (fact,), _told(fact, _date))
    if fact.value and any(each.value for each in fact.evidence):
        kind = Finding.CONFLICT if "value" in clashing else Finding.PRECISION
        statuses = [each.status or fact.status for each in fact.evidence]
        if kind is Finding.PRECISION and not all(comparable(s, fact.status) for s in statuses):
            kind = Finding.STATUS
        yield found(kind, "value", (fact,), _told(fact, _value))
    elif fact.status and any(each.status for each in fact.evidence):
        yield found(Finding.STATUS, "status", (fact,), _told(fact, _status))


def _told(fact: Fact, reading: Callable[[Fact, Evidence], str]) -> str:
    """Tell who reads what: "1992-11-23 (tursunov2026, anon-1991), 1992-11 (xayrullayev)"."""
    said: dict[str, dict[str, None]] = {}
    for each in fact.evidence:
        said.setdefault(reading(fact, each), {})[each.source] = None
    return ", ".join(f"{text} ({', '.join(sources)})" for text, sources in said.items())


def _date(fact: Fact, evidence: Evidence) -> str:
    return str(evidence.date or fact.date)


def _value(fact: Fact, evidence: Evidence) -> str:
    value, status = evidence.value or fact.value, evidence.status or fact.status
    assert value is not None
    return told_value(value) + (f", {status.value}" if status else "")


def _status(fact: Fact, evidence: Evidence) -> str:
    status = evidence.status or fact.status
    return status.value if status else "without a status"


# ------------------------------------------------------------------ between two measures


def _between_measures(facts: Iterable[Fact]) -> Iterator[Compared]:
    """Yield what measures of the same thing tell differently."""
    alike: dict[tuple[str, str, frozenset[str]], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind is Kind.MEASURE and fact.value and fact.indicator:
            alike[fact.indicator, fact.value.unit, frozenset(fact.names)].append(fact)
    for group in alike.values():
        for one, other in _pairs(group, _periods):
            yield from _same_period(one, other)
        for one, other in _pairs(group, _numbers):
            yield from _same_value(one, other)
        yield from _missed(group)


def _pairs(
    group: list[Fact], marks: Callable[[Fact], Iterable[Hashable]]
) -> Iterator[tuple[Fact, Fact]]:
    """Yield the pairs that share a mark, each once: most need not be looked at."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, fact in enumerate(group):
        for mark in marks(fact):
            places[mark].append(place)
    pairs = {pair for marked in places.values() for pair in combinations(marked, 2)}
    for one, other in sorted(pairs):
        yield group[one], group[other]


def _periods(fact: Fact) -> Iterable[Hashable]:
    """Return a mark for each year that a date may mean; a span is compared as a whole."""
    date = fact.date
    if date is None or date.is_span or date.start is None:
        return [str(date)]
    slack = 5 if date.start.about else 0  # half a decade, the widest that "about" may mean
    return range(date.start.first.year - slack, date.start.last.year + slack + 1)


def _numbers(fact: Fact) -> Iterable[Hashable]:
    return [fact.value.number] if fact.value else []


def _same_period(one: Fact, other: Fact) -> Iterator[Compared]:
    """Yield a conflict, another precision or a plan and its result for one period.

    A total over a longer span is another figure than one for a year of it.  Two undated
    figures that only the same sources give, and call by other words, are two things.
    """
    assert one.value and other.value
    if not _is_same_period(one.date, other.date):
        return
    undated = one.date is None
    if undated and _sources(one) == _sources(other) and not _common_words(one, other):
        return
    when = f" for {one.date}" if one.date else ""
    text = f"{_figure(one)}, and {_figure(other)}{when}"
    same = one.value.number == other.value.number and one.value.upper == other.value.upper
    same = same and one.value.bound == other.value.bound
    if not comparable(one.status, other.status):
        # An estimate that is the same as the result is nothing to tell of.
        if came_about(one.status) != came_about(other.status) or not same:
            yield found(Finding.STATUS, "value", (one, other), text)
    elif not values_hold(one.value, other.value):
        yield found(Finding.CONFLICT, "value", (one, other), text)
    elif not same:
        yield found(Finding.PRECISION, "value", (one, other), text)


def _same_value(one: Fact, other: Fact) -> Iterator[Compared]:
    """Yield the same figure for different times.

    Of plans and targets it is a conflict, unless one source tells both: the sources then
    disagree on when.  A result may well be the same in two years.
    """
    assert one.value and other.value
    if one.date is None or other.date is None or not comparable(one.status, other.status):
        return
    apart = one.date.last < other.date.first or other.date.last < one.date.first
    if not apart or one.value.number != other.value.number or one.value.upper != other.value.upper:
        return
    intended = not came_about(one.status) and _sources(one).isdisjoint(_sources(other))
    yield found(
        Finding.CONFLICT if intended else Finding.REPEATED,
        "date",
        (one, other),
        f"{_figure(one)} for {one.date}, and {_figure(other)} for {other.date}",
    )


def _missed(group: list[Fact]) -> Iterator[Compared]:
    """Yield plans for a period that no source gives a result of, and that later ones missed."""
    results = sorted(
        (fact for fact in group if came_about(fact.status)),
        key=lambda fact: fact.date.last if fact.date else datetime.date.max,
    )
    for plan in group:
        if came_about(plan.status) or plan.date is None or plan.date.is_span:
            continue
        if any(_is_same_period(plan.date, result.date) for result in results):
            continue
        later = [each for each in results if each.date and each.date.first > plan.date.last]
        if not later or later[0].date is None:
            continue
        assert plan.value and later[0].value
        reached = span_of(later[0].value, rounded=False)
        wanted = span_of(plan.value, rounded=False)
        if reached.high < wanted.low:
            text = f"{_figure(plan)} for {plan.date}, and {_figure(later[0])} still for "
            yield found(Finding.STATUS, "value", (plan, later[0]), text + str(later[0].date))


def _is_same_period(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.is_span or other.is_span:
        return one == other
    return dates_hold(one, other)


def _figure(fact: Fact) -> str:
    assert fact.value is not None
    status = f", {fact.status.value}" if fact.status else ""
    return f"{told_value(fact.value)} ({fact.id}{status})"


def _sources(fact: Fact) -> frozenset[str]:
    return frozenset(each.source for each in fact.evidence)


# ------------------------------------------------------------------ between two events


@dataclass(frozen=True, kw_only=True, slots=True)
class _Event:
    """An event with what it is recognised by."""

    fact: Fact
    date: When
    papers: frozenset[str]
    """Treaties and other documents among its names: each is signed once."""
    names: frozenset[str]
    words: frozenset[str]
    sources: frozenset[str]


def _between_events(project: Project) -> Iterator[Compared]:
    """Yield different dates of what seems to be one event."""
    events = [
        _event(fact, fact.date, project)
        for fact in project.facts.values()
        if fact.kind is Kind.EVENT and fact.date
    ]
    for one, other in sorted(_same_events(events, project), key=lambda pair: pair[1].fact.where):
        if one.date != other.date:
            holds = dates_hold(one.date, other.date)
            kind = Finding.PRECISION if holds else Finding.CONFLICT
            text = f"{one.date} ({one.fact.id}), and {other.date} ({other.fact.id})"
            yield found(kind, "date", (one.fact, other.fact), text)


def _same_events(events: Iterable[_Event], project: Project) -> Iterator[tuple[_Event, _Event]]:
    """Yield what may be one event: by their papers, where they have any, else by the year."""
    papers: dict[frozenset[str], list[_Event]] = defaultdict(list)
    years: dict[int, list[_Event]] = defaultdict(list)
    for event in events:
        if event.papers:
            papers[event.papers].append(event)
        elif not event.date.open_start and not event.date.open_end:
            for year in range(event.date.first.year, event.date.last.year + 2):
                years[year].append(event)  # also under the next: a year may be misprinted
    for of_paper in papers.values():
        for one, other in combinations(of_paper, 2):
            if _is_same_act(one, other, project):
                yield one, other
    for year, of_year in years.items():
        for one, other in combinations(of_year, 2):
            if not _is_same_meeting(one, other):
                continue
            # In the first year that they share, so that a pair is told once.
            if year == max(one.date.first.year, other.date.first.year):
                yield one, other


def _is_same_act(one: _Event, other: _Event, project: Project) -> bool:
    """Whether both tell that the same thing was done with the same paper.

    The words of the paper's own name are set aside: "signed" and "ratified" remain.
    """
    if one.fact.tags != other.fact.tags or _share(one.names, other.names) < ALIKE:
        return False
    title = {
        word
        for paper in one.papers
        for form in project.names[paper].forms.values()
        for word in _WORD.findall(form.lower())
    }
    mine, theirs = one.words - title, other.words - title
    return not mine or not theirs or _share(mine, theirs) >= ALIKE


def _is_same_meeting(one: _Event, other: _Event) -> bool:
    """Whether both tell of one visit or meeting, rather than of two in the same year.

    A source that tells of both means two.  What is in neighbouring years must be called the
    same in every word.
    """
    if not one.sources.isdisjoint(other.sources):
        return False
    if _share(one.names, other.names) < ALIKE or _share(one.words, other.words) < ALIKE:
        return False
    if one.date.last.year < other.date.first.year or other.date.last.year < one.date.first.year:
        return one.names == other.names and one.words == other.words
    return True


def _event(fact: Fact, date: When, project: Project) -> _Event:
    return _Event(
        fact=fact,
        date=date,
        papers=frozenset(
            each
            for each in fact.names
            if each in project.names and project.names[each].type == "document"
        ),
        names=frozenset(fact.names),
        words=_words(fact),
        sources=_sources(fact),
    )


def _words(fact: Fact) -> frozenset[str]:
    """Return the longer words by which a fact is called, in one language."""
    texts = fact.label or fact.statement
    text = texts.get("en") or next(iter(texts.values()), "")
    return frozenset(_WORD.findall(text.lower()))


def _common_words(one: Fact, other: Fact) -> bool:
    return not _words(one).isdisjoint(_words(other))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0
