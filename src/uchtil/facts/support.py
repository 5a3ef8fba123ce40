"""How well a fact is supported by its evidence."""

from __future__ import annotations

from enum import Enum

from uchtil.model import Bound, Evidence, Fact


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


def readings_clash(fact: Fact, evidence: Evidence) -> bool:
    """Whether what this source says cannot hold together with the fact as recorded.

    A date clashes when neither of the two lies within the other; a value when an exact
    number differs.  A differing precision is not a clash, nor is another status of the
    same number: a plan that came true is no contradiction.
    """
    if evidence.date and fact.date and not evidence.date.agrees_with(fact.date):
        return True
    if evidence.value and fact.value:
        said, kept = evidence.value, fact.value
        if said.unit != kept.unit:
            return True
        exact = said.bound is Bound.EXACT and kept.bound is Bound.EXACT
        return exact and (said.number != kept.number or said.upper != kept.upper)
    return False


def support_of(fact: Fact) -> Support:
    """Classify the support of one fact."""
    if any(readings_clash(fact, evidence) for evidence in fact.evidence):
        return Support.CONTESTED
    sources = {evidence.source for evidence in fact.evidence}
    if len(sources) < 2:
        return Support.SINGLE
    if any(evidence.date or evidence.value for evidence in fact.evidence):
        return Support.DIFFERING
    return Support.CORROBORATED
