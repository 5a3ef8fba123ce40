"""What accepting a sharpening makes of its fact: the finer reading, with the older one kept.

The fact is given the reading of the new source; each passage that showed the fact as it was is
given that older reading as its own, so that nothing of what the sources say is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import yaml

from uchtil.facts.printed import values_hold
from uchtil.facts.sharpening import date_sharper, value_sharper
from uchtil.load.proposals import Proposal
from uchtil.load.yaml_nodes import compose
from uchtil.load.yaml_text import (
    Edit,
    append_field,
    end_of,
    field_of,
    in_flow,
    without_field,
    written_in,
)
from uchtil.model import Evidence, Fact, Quantity, Status, When
from uchtil.problems import Problems

SHARPENS = "sharpens"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What is said of a fact, and how it is written."""

    date: When | None
    value: Quantity | None
    status: Status | None
    written: dict[str, str]
    """Each field as YAML in one line."""

    def of(self, name: str) -> object:
        """Return a field by its name."""
        return {"date": self.date, "value": self.value, "status": self.status}[name]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sharpened:
    """The reading that a fact had, and the one that it is given."""

    old: Reading
    new: Reading

    @property
    def fields(self) -> tuple[str, ...]:
        """What is another one now."""
        return tuple(
            each for each in ("date", "value", "status") if self.old.of(each) != self.new.of(each)
        )

    def edits_of_fact(self, fact: Fact, node: yaml.MappingNode, text: str) -> Iterator[Edit]:
        """Yield what changes in the fact and the evidence that it has."""
        for name in self.fields:
            field = field_of(node, name)
            if field is not None:
                yield int(field.start_mark.index), end_of(field, text), self.new.written[name]
        evidence = field_of(node, "evidence")
        if isinstance(evidence, yaml.SequenceNode):
            for each, own in zip(fact.evidence, evidence.value, strict=True):
                if isinstance(own, yaml.MappingNode):
                    yield from self._edits(each, own, text)

    def evidence(self, evidence: Evidence, block: str) -> str:
        """Return a block of new evidence, whose own reading is told against the new one."""
        node = compose(block, "", Problems())
        if not isinstance(node, yaml.MappingNode):
            return block
        return written_in(block, self._edits(evidence, node, block))

    def _edits(self, evidence: Evidence, node: yaml.MappingNode, text: str) -> Iterator[Edit]:
        """Yield what gives evidence a reading of its own just where it is not the fact's."""
        own = {"date": evidence.date, "value": evidence.value, "status": evidence.status}
        for name in self.fields:
            if own[name] is None:
                written = self.old.written[name]
                yield append_field(node, name, written, written, text)
            elif own[name] == self.new.of(name):
                edit = without_field(node, name, text)
                if edit is not None:
                    yield edit


def sharpened(
    fact: Fact, node: yaml.Node, proposals: Sequence[Proposal], problems: Problems
) -> Sharpened | None:
    """Return what a fact becomes by proposals of which some sharpen it; nothing if none does.

    Of several the finest is taken.  What is no finer than the fact's reading is told
    (``not-sharper``).
    """
    written = {
        name: in_flow(field)
        for name in ("date", "value", "status")
        if (field := field_of(node, name)) is not None
    }
    old = Reading(date=fact.date, value=fact.value, status=fact.status, written=written)
    new = old
    for proposal in proposals:
        told = proposal.evidence
        if proposal.verdict != SHARPENS or told is None or not (told.date or told.value):
            continue
        finer = list(_finer(old, told))
        if not finer:
            problems.error(
                "not-sharper",
                f"the proposal `{proposal.id}` is said to sharpen `{fact.id}`, and tells it no "
                f"more exactly than {', '.join(written.values())}",
                proposal.where,
                "write `verdict: disputes` or `verdict: confirms`: the fact keeps its reading",
            )
        for name in _finer(new, told):
            new = _with(new, name, told, proposal.nodes["evidence"])
    result = Sharpened(old=old, new=new)
    return result if result.fields else None


def _finer(reading: Reading, told: Evidence) -> Iterator[str]:
    """Yield in what a passage tells a reading more exactly; what is not told is not told finer."""
    if reading.date and told.date and date_sharper(reading.date, told.date):
        yield "date"
    if (
        reading.value
        and told.value
        and reading.value != told.value
        and values_hold(reading.value, told.value)
        and not value_sharper(told.value, reading.value)
    ):
        yield "value"


def _with(reading: Reading, name: str, told: Evidence, node: yaml.Node) -> Reading:
    """Return a reading with one part from a passage; a value brings what it is."""
    written = dict(reading.written)

    def take(field: str) -> None:
        there = field_of(node, field)
        assert there is not None
        written[field] = in_flow(there)

    take(name)
    if name == "date":
        return replace(reading, date=told.date, written=written)
    status = reading.status
    if told.status is not None and status is not None:
        take("status")
        status = told.status
    return replace(reading, value=told.value, status=status, written=written)
