"""Choosing the facts and the remarks that a table or a figure shows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from uchtil.model import Fact, Remark, Severity


def select_facts(facts: Iterable[Fact], select: Mapping[str, tuple[str, ...]]) -> list[Fact]:
    """Return the facts that every condition of ``select`` admits, in order of time.

    Conditions are ``theme``, ``kind``, ``tag``, ``indicator``, ``status``, ``source``,
    ``id``, ``dated`` (``yes`` or ``no``) and ``witnesses`` (how many sources tell it); a
    condition admits a fact that has one of its values.  Facts without a date come last;
    facts of the same day stay in the order in which they were written.
    """
    for condition, values in select.items():
        facts = [fact for fact in facts if _admits(fact, condition, values)]
    return sorted(facts, key=_time)


def select_remarks(
    remarks: Iterable[Remark], select: Mapping[str, tuple[str, ...]]
) -> list[Remark]:
    """Return the remarks that every condition of ``select`` admits, the most serious first.

    Conditions are ``kind``, ``severity``, ``source`` and ``id``; remarks of the same
    severity stay in the order in which they were written.
    """
    weights = list(Severity)
    chosen = [
        remark
        for remark in remarks
        if all(not _said(remark, name).isdisjoint(values) for name, values in select.items())
    ]
    return sorted(chosen, key=lambda remark: weights.index(remark.severity))


def _said(remark: Remark, condition: str) -> frozenset[str]:
    match condition:
        case "kind":
            return frozenset({remark.kind.value})
        case "severity":
            return frozenset({remark.severity.value})
        case "source":
            return frozenset(passage.source for passage in remark.passages)
        case "id":
            return frozenset({remark.id})
        case _:
            raise ValueError(f"remarks cannot be chosen by `{condition}`")


def _admits(fact: Fact, condition: str, values: tuple[str, ...]) -> bool:
    found: frozenset[str]
    match condition:
        case "theme":
            found = frozenset({fact.theme})
        case "kind":
            found = frozenset({fact.kind.value})
        case "tag":
            found = fact.tags
        case "indicator":
            found = frozenset({fact.indicator} if fact.indicator else ())
        case "status":
            found = frozenset({fact.status.value} if fact.status else ())
        case "source":
            found = frozenset(passage.source for passage in fact.evidence)
        case "id":
            found = frozenset({fact.id})
        case "dated":
            found = frozenset({"no" if fact.date is None else "yes"})
        case "witnesses":
            found = frozenset({str(len({passage.source for passage in fact.evidence}))})
        case _:
            raise ValueError(f"facts cannot be chosen by `{condition}`")
    return not found.isdisjoint(values)


def _time(fact: Fact) -> tuple[bool, datetime.date, datetime.date]:
    if fact.date is None:
        return True, datetime.date.max, datetime.date.max
    return False, fact.date.first, fact.date.last
