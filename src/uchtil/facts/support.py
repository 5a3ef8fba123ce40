"""How well a fact is supported by its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import combinations

from uchtil.facts.printed import dates_hold, values_hold
from uchtil.model import Evidence, Fact, Status


class Support(str, Enum):
    """What the passages behind a fact amount to."""

    CONTESTED = "contested"
    """Two sources give readings that cannot both hold."""
    DIFFERING = "differing"
    """Sources agree, but some are less precise than others."""
    CORROBORATED = "corroborated"
    """Two or more sources say the same."""
    SINGLE = "single"
    """One source alone says so."""


def came_about(status: Status | None) -> bool:
    """Whether a value is told as a result, rather than as something intended."""
    return status not in (Status.PLAN, Status.TARGET)


def comparable(one: Status | None, other: Status | None) -> bool:
    """Whether two values of these statuses would contradict each other if they differed.

    A plan is not contradicted by a result, nor an estimate by a count; two plans for the
    same time are, whatever word is used for them.
    """
    return one == other or not (came_about(one) or came_about(other))


def readings_clash(fact: Fact, evidence: Evidence) -> bool:
    """Whether what this source says cannot hold together with the fact as recorded.

    A date clashes when neither of the two lies within the other; a value when no number
    satisfies both as printed (``uchtil.facts.printed``).  A differing precision is no
    clash, nor is a plan that another source tells as a result.
    """
    return "date" in clashes_with(fact, evidence) or "value" in clashes_with(fact, evidence)


def clashes_with(fact: Fact, one: Evidence, other: Evidence | None = None) -> frozenset[str]:
    """Return in what (``date``, ``value``) a source clashes with the fact or another source."""
    found = set()
    date, value, status = fact.date, fact.value, fact.status
    if other is not None:
        date, value = other.date or date, other.value or value
        status = other.status or status
    said = one.date or fact.date
    # What a fact does not tell is no reading of it.
    if fact.date and said and date and not dates_hold(said, date):
        found.add("date")
    number = one.value or fact.value
    if (
        fact.value
        and number
        and value
        and comparable(one.status or fact.status, status)
        and not values_hold(number, value)
    ):
        found.add("value")
    return frozenset(found)


def clashes(fact: Fact) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Yield what cannot both hold in a fact: its ``date`` or ``value``, and who says so.

    One passage alone clashes with the fact as recorded, two with each other.  Within a
    span (an article's way through the editors) sources may tell different days.
    """
    own = [each for each in fact.evidence if each.date or each.value]
    for each in own:
        for matter in sorted(clashes_with(fact, each)):
            yield matter, (each,)
    for one, other in combinations(own, 2):
        for matter in sorted(clashes_with(fact, one, other)):
            if matter == "date" and fact.date is not None and fact.date.is_span:
                continue
            alone = clashes_with(fact, one) | clashes_with(fact, other)
            if matter not in alone:
                yield matter, (one, other)


def support_of(fact: Fact) -> Support:
    """Classify the support of one fact."""
    if any(clashes(fact)):
        return Support.CONTESTED
    sources = {evidence.source for evidence in fact.evidence}
    if len(sources) < 2:
        return Support.SINGLE
    if any(evidence.date or evidence.value for evidence in fact.evidence):
        return Support.DIFFERING
    return Support.CORROBORATED
