"""Tables of source criticism: remarks, and the points on which the sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from uchtil.facts import Compared, Finding, Support, compare, select_remarks, support_of
from uchtil.model import Evidence, Fact, Project, Remark, RemarkKind, Severity
from uchtil.render.grid import Grid
from uchtil.render.markdown import escape
from uchtil.render.uses import UseKind

if TYPE_CHECKING:
    from uchtil.render.prose import Prose

_WIDTHS = {
    "kind": 5,
    "severity": 4,
    "statement": 15,
    "handling": 10,
    "sources": 5,
    "matter": 5,
    "readings": 16,
}
_LISTED = (Severity.SERIOUS.value, Severity.MODERATE.value)
"""How serious a conflict must be to stand in the table of disagreements."""


def remark_grid(remarks: Iterable[Remark], columns: tuple[str, ...], prose: Prose) -> Grid:
    """Return one row a remark."""
    rows = []
    for remark in remarks:
        prose.record(UseKind.REMARK, remark.id)
        rows.append([_REMARK_COLUMNS[name](remark, prose) for name in columns])
    return Grid(
        head=[escape(_head(name, prose)) for name in columns],
        rows=rows,
        widths=[_WIDTHS[name] for name in columns],
    )


def disagreements(
    project: Project, conflicts: Iterable[Compared] | None = None
) -> tuple[list[Fact], list[Remark]]:
    """Return what sources tell differently: contested facts, and conflicts that matter.

    A fact is contested when its readings clash (``uchtil.facts.support_of``).  One that
    has a resolution for another reason is listed too, unless a listed remark tells of it.
    Every conflict that comparing the facts finds (``uchtil.facts.compare``) is told by one
    of them: what answers it is listed, of whatever kind and weight it is.  ``conflicts``
    are those, where the caller has them.
    """
    select = {"kind": (RemarkKind.CONFLICT.value,), "severity": _LISTED}
    listed = {remark.id for remark in select_remarks(project.remarks.values(), select)}
    answering: set[str] = set()
    for conflict in _conflicts(project) if conflicts is None else conflicts:
        told = {each.id for each in conflict.answers if each.kind == "remark"}
        resolved = {each.id for each in conflict.answers if each.kind == "resolution"}
        if not told & listed:
            answering |= resolved
            listed |= told if not resolved else set()
    remarks = [each for each in select_remarks(project.remarks.values(), {}) if each.id in listed]
    told_of = {fact for remark in remarks for fact in remark.facts}
    facts = [
        fact
        for fact in project.facts.values()
        if fact.resolution
        and (
            support_of(fact) is Support.CONTESTED or fact.id in answering or fact.id not in told_of
        )
    ]
    return facts, remarks


def _conflicts(project: Project) -> list[Compared]:
    return [each for each in compare(project) if each.kind is Finding.CONFLICT]


def disagreement_grid(columns: tuple[str, ...], prose: Prose) -> Grid:
    """Return contested facts with each source's reading, followed by remarks of conflicts."""
    conflicts = _conflicts(prose.project)
    facts, remarks = disagreements(prose.project, conflicts)
    rows = []
    for fact in facts:
        prose.record(UseKind.FACT, fact.id)
        cells = {
            "matter": lambda fact=fact: _matter(fact, prose),
            "readings": lambda fact=fact: _readings(fact, conflicts, prose),
            "handling": lambda fact=fact: _resolution(fact, prose),
        }
        rows.append([cells[name]() for name in columns])
    for remark in remarks:
        prose.record(UseKind.REMARK, remark.id)
        rows.append([_CONFLICT_COLUMNS[name](remark, prose) for name in columns])
    return Grid(
        head=[escape(getattr(prose.language.terms.columns, name)) for name in columns],
        rows=rows,
        widths=[_WIDTHS[name] for name in columns],
    )


def _readings(fact: Fact, conflicts: Iterable[Compared], prose: Prose) -> str:
    """Return what the sources of a fact say, and those of the facts it conflicts with."""
    project = prose.project
    others = [
        project.facts[each]
        for conflict in conflicts
        for each in conflict.facts
        if fact.id in conflict.facts
    ]
    if not others or any(each.date or each.value or each.status for each in fact.evidence):
        told = [readings(fact, prose)]
        others = [each for each in others if each is not fact]
    else:
        told = []
    told += [_as_recorded(each, prose) for each in {each.id: each for each in others}.values()]
    return "; ".join(told)


def _as_recorded(fact: Fact, prose: Prose) -> str:
    """Return date, value and status of a fact with its citation: "1992, 9 stations [1]"."""
    language = prose.language
    said = [language.date(fact.date)] if fact.date else []
    said += [prose.value(fact.value)] if fact.value else []
    said += [language.terms.status(fact.status)] if fact.status else []
    sources = dict.fromkeys(each.source for each in fact.evidence)
    return f"{escape(', '.join(said))} {prose.cite(*sources)}".strip()


def readings(fact: Fact, prose: Prose) -> str:
    """Return what each source says, with its citation: "1992 [1; 3]; 1993 [2]".

    Told are those of date, value and status that are not the same in all of them.
    """
    told: dict[str, dict[str, None]] = {}
    for passage in fact.evidence:
        said = ", ".join(_said(fact, passage, prose))
        told.setdefault(said, {})[passage.source] = None
    return "; ".join(
        f"{escape(said)} {prose.cite(*sources)}".strip() for said, sources in told.items()
    )


def _said(fact: Fact, passage: Evidence, prose: Prose) -> Iterable[str]:
    """Yield a source's own reading, or the fact's where it has none, of what differs."""
    language = prose.language
    if any(each.date for each in fact.evidence):
        date = passage.date or fact.date
        yield language.date(date) if date else language.terms.undated
    if any(each.value for each in fact.evidence):
        value = passage.value or fact.value
        yield prose.value(value) if value else language.terms.no_data
    if any(each.status for each in fact.evidence):
        status = passage.status or fact.status
        yield language.terms.status(status) if status else language.terms.no_data


def _matter(fact: Fact, prose: Prose) -> str:
    return escape((fact.label or fact.statement)[prose.language.code])


def _resolution(fact: Fact, prose: Prose) -> str:
    return escape(fact.resolution[prose.language.code]) if fact.resolution else ""


def _head(name: str, prose: Prose) -> str:
    columns = prose.language.terms.columns
    return columns.finding if name == "statement" else str(getattr(columns, name))


def _kind(remark: Remark, prose: Prose) -> str:
    return escape(prose.language.terms.remark_kinds(remark.kind))


def _severity(remark: Remark, prose: Prose) -> str:
    return escape(prose.language.terms.severities(remark.severity))


def _statement(remark: Remark, prose: Prose) -> str:
    return prose.remark_text(remark, "statement")


def _handling(remark: Remark, prose: Prose) -> str:
    return prose.remark_text(remark, "handling")


def _sources(remark: Remark, prose: Prose) -> str:
    return prose.cite_in_column(passage.source for passage in remark.passages)


def _themes(remark: Remark, prose: Prose) -> str:
    """Return the themes of the facts that a conflict is about."""
    project = prose.project
    facts = [project.facts[each] for each in remark.facts if each in project.facts]
    themes = dict.fromkeys(fact.theme for fact in facts)
    names = [project.themes[each].name[prose.language.code] for each in themes]
    return escape("; ".join(names)) or "—"


def _told_by(remark: Remark, prose: Prose) -> str:
    """Return the statement with its citation before the full stop."""
    statement = _statement(remark, prose)
    text = statement.removesuffix(".")
    sources = dict.fromkeys(passage.source for passage in remark.passages)
    return f"{text} {prose.cite(*sources)}{statement[len(text) :]}"


_REMARK_COLUMNS: Mapping[str, Callable[[Remark, Prose], str]] = {
    "kind": _kind,
    "severity": _severity,
    "statement": _statement,
    "handling": _handling,
    "sources": _sources,
}
_CONFLICT_COLUMNS: Mapping[str, Callable[[Remark, Prose], str]] = {
    "matter": _themes,
    "readings": _told_by,
    "handling": _handling,
}
