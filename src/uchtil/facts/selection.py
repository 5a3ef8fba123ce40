"""Choosing the facts that a table or a figure shows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from uchtil.model import Fact


def select_facts(facts: Iterable[Fact], select: Mapping[str, tuple[str, ...]]) -> list[Fact]:
    """Return the facts that every condition of ``select`` admits, in order of time.

    Conditions are ``theme``, ``kind``, ``tag``, ``indicator``, ``status`` and ``id``; a
    condition admits a fact that has one of its values.  Facts without a date come last;
    facts of the same day stay in the order in which they were written.
    """
    chosen = [fact for fact in facts if all(_admits(fact, *item) for item in select.items())]
    return sorted(chosen, key=_time)


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
        case "id":
            found = frozenset({fact.id})
        case _:
            raise ValueError(f"facts cannot be chosen by `{condition}`")
    return not found.isdisjoint(values)


def _time(fact: Fact) -> tuple[bool, datetime.date, datetime.date]:
    if fact.date is None:
        return True, datetime.date.max, datetime.date.max
    return False, fact.date.first, fact.date.last
