"""What the content files say of each other: every id that is used must be known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import yaml

from uchtil.load.exhibits import SELECT, TABLE_KIND, Exhibits
from uchtil.load.facts import (
    FACT_EVIDENCE,
    FOLLOWS_FROM,
    INDICATOR,
    NAMES,
    OWN_DATE,
    OWN_STATUS,
    OWN_VALUE,
    SOURCE,
    UNIT,
    VALUE,
    FactFile,
)
from uchtil.load.fields import Entry, Field, Values
from uchtil.load.remarks import PASSAGES, REMARK_FACTS
from uchtil.load.vocabulary import SPELLINGS
from uchtil.load.yaml_nodes import is_null, place
from uchtil.model import Evidence, Fact, Figure, Kind, Name, Remark, RemarkKind, Severity, Table
from uchtil.problems import Problems, did_you_mean


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """The ids that may be referred to; ``None`` where their file could not be read.

    Broken entries count as known: what is wrong with them was told where they stand.
    """

    themes: Collection[str] | None
    indicators: Collection[str] | None
    units: Collection[str] | None
    names: Collection[str] | None
    sources: Collection[str] | None
    facts: Collection[str] | None
    tags: Collection[str] | None


def check_fact_file(file: FactFile, known: Known, problems: Problems) -> Iterator[str]:
    """Check theme, indicators, units, names and sources of one file of facts.

    Yields the ids of the facts that refer to something unknown.
    """
    if file.theme and known.themes is not None and file.theme not in known.themes:
        problems.error(
            "unknown-theme",
            f"unknown theme `{file.theme}`",
            file.theme_where,
            did_you_mean(file.theme, known.themes) or "add it to `themes` in content/terms.yaml",
        )
    for entry in file.entries:
        before = len(problems)
        _check_fact_references(entry.values, known, problems)
        if len(problems) > before:
            yield entry.id
        elif entry.record is not None:
            _check_readings(entry.record, problems)


def _check_fact_references(values: Values, known: Known, problems: Problems) -> None:
    _look_up("indicator", values, INDICATOR, known.indicators, problems)
    _look_up("name", values, NAMES, known.names, problems)
    _check_unit(values.nodes.get(VALUE.name), values, known, problems)
    _check_passages(values, FACT_EVIDENCE, known, problems)
    follows = values.nodes.get(FOLLOWS_FROM.name)
    if isinstance(follows, yaml.MappingNode):
        for _, listed in follows.value:
            if isinstance(listed, yaml.SequenceNode):
                for item in listed.value:
                    if isinstance(item, yaml.ScalarNode):
                        _tell("fact", item, known.facts, values.reading.file, problems)


def check_remarks(
    remarks: tuple[Entry[Remark], ...], known: Known, problems: Problems
) -> Iterator[str]:
    """Check the facts and the sources of remarks; yield the ids of those that know others."""
    for entry in remarks:
        before = len(problems)
        _look_up("fact", entry.values, REMARK_FACTS, known.facts, problems)
        _check_passages(entry.values, PASSAGES, known, problems)
        if len(problems) > before:
            yield entry.id


def _check_passages(
    values: Values, passages: Field[object], known: Known, problems: Problems
) -> None:
    listed = values.nodes.get(passages.name)
    if isinstance(listed, yaml.SequenceNode):
        for node in listed.value:
            _check_evidence_node(node, values, known, problems)


def _check_readings(fact: Fact, problems: Problems) -> None:
    """Tell an event without a date, and sources' readings that repeat the fact's own."""
    if fact.date is None and fact.kind is Kind.EVENT:
        problems.notice(
            "undated-event",
            f"the event `{fact.id}` has no date",
            fact.where,
            "right if no source gives one; else add `date:`",
        )
    for evidence in fact.evidence:
        _check_redundant(fact, evidence, problems)


def _check_evidence_node(node: yaml.Node, values: Values, known: Known, problems: Problems) -> None:
    """Check one passage by its node, so that it is also done where the fact is broken."""
    if not isinstance(node, yaml.MappingNode):
        return
    file = values.reading.file
    for key, value in node.value:
        if key.value == SOURCE.name and isinstance(value, yaml.ScalarNode):
            _tell("source", value, known.sources, file, problems)
        elif key.value == OWN_VALUE.name:
            _check_unit(value, values, known, problems)


def _check_unit(node: yaml.Node | None, values: Values, known: Known, problems: Problems) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == UNIT.name and isinstance(value, yaml.ScalarNode):
                _tell("unit", value, known.units, values.reading.file, problems)


def _check_redundant(fact: Fact, evidence: Evidence, problems: Problems) -> None:
    readings: tuple[tuple[str, object, object], ...] = (
        (OWN_DATE.name, evidence.date, fact.date),
        (OWN_VALUE.name, evidence.value, fact.value),
        (OWN_STATUS.name, evidence.status, fact.status),
    )
    for name, said, kept in readings:
        if said is not None and said == kept:
            problems.warning(
                "redundant-reading",
                f"the evidence of `{fact.id}` repeats the fact's own `{name}`",
                evidence.where,
                f"give `{name}` only where this source differs or is less precise",
            )


def check_names(names: tuple[Entry[Name], ...], known: Known, problems: Problems) -> None:
    """Check that spellings are those of known sources."""
    for entry in names:
        node = entry.values.nodes.get(SPELLINGS.name)
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode):
                    file = entry.values.reading.file
                    _tell("source", key, known.sources, file, problems)


def check_exhibits(exhibits: Exhibits, known: Known, problems: Problems) -> Iterator[str]:
    """Check that what tables and figures select by is there; yield the ids of the others."""
    lists: Mapping[str, tuple[str, Collection[str] | None]] = {
        "theme": ("theme", known.themes),
        "indicator": ("indicator", known.indicators),
        "tag": ("tag", known.tags),
        "id": ("fact", known.facts),
        "kind": ("kind", [each.value for each in Kind]),
        "status": ("status", ("actual", "estimate", "plan", "target")),
        "severity": ("severity", [each.value for each in Severity]),
        "source": ("source", known.sources),
    }
    of_remarks = {**lists, "kind": ("kind", [each.value for each in RemarkKind])}
    entries: tuple[Entry[Table] | Entry[Figure], ...] = (*exhibits.tables, *exhibits.figures)
    for entry in entries:
        before = len(problems)
        node = entry.values.nodes.get(SELECT.name)
        if not isinstance(node, yaml.MappingNode):
            continue
        for key, value in node.value:
            if key.value not in lists or not isinstance(value, yaml.SequenceNode):
                continue
            chosen = of_remarks if entry.values.get(TABLE_KIND) == "remarks" else lists
            kind, ids = chosen[key.value]
            for item in value.value:
                if isinstance(item, yaml.ScalarNode):
                    _tell(kind, item, ids, entry.values.reading.file, problems)
        if len(problems) > before:
            yield entry.id


def _look_up(
    kind: str,
    values: Values,
    wanted: Field[object],
    ids: Collection[str] | None,
    problems: Problems,
) -> None:
    """Look up the id, or every id of the list, that a field holds."""
    node = values.nodes.get(wanted.name)
    for item in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        if isinstance(item, yaml.ScalarNode):
            _tell(kind, item, ids, values.reading.file, problems)


_HOMES = {
    "theme": "add it to `themes` in content/terms.yaml",
    "indicator": "add it to `indicators` in content/terms.yaml",
    "unit": "add it to `units` in content/terms.yaml",
    "name": "add it to content/names.yaml",
    "source": "add it to content/sources.yaml",
    "tag": "no fact has it: add it to `tags` of a fact",
    "fact": "no file in content/facts has it",
}


def _tell(
    kind: str,
    node: yaml.ScalarNode,
    ids: Collection[str] | None,
    file: str,
    problems: Problems,
) -> None:
    used = node.value.strip()
    if ids is None or used in ids or is_null(node):
        return
    hint = did_you_mean(used, ids) or _HOMES.get(kind) or f"write one of: {', '.join(ids)}"
    problems.error(f"unknown-{kind}", f"unknown {kind} `{used}`", place(node, file), hint)
