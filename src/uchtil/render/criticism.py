"""Tables of source criticism: remarks, and the points on which the sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from uchtil.facts import Support, select_remarks, support_of
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
    "sources": 3,
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


def disagreements(project: Project) -> tuple[list[Fact], list[Remark]]:
    """Return what sources tell differently: contested facts, and conflicts that matter.

    A fact is contested when its readings clash (``uchtil.facts.support_of``).  One that
    has a resolution for another reason is listed too, unless a listed remark tells of it.
    """
    select = {"kind": (RemarkKind.CONFLICT.value,), "severity": _LISTED}
    remarks = select_remarks(project.remarks.values(), select)
    told = {fact for remark in remarks for fact in remark.facts}
    facts = [
        fact
        for fact in project.facts.values()
        if fact.resolution and (support_of(fact) is Support.CONTESTED or fact.id not in told)
    ]
    return facts, remarks


def disagreement_grid(columns: tuple[str, ...], prose: Prose) -> Grid:
    """Return contested facts with each source's reading, followed by remarks of conflicts."""
    facts, remarks = disagreements(prose.project)
    rows = []
    for fact in facts:
        prose.record(UseKind.FACT, fact.id)
        cells = {
            "matter": lambda fact=fact: _matter(fact, prose),
            "readings": lambda fact=fact: readings(fact, prose),
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
    return prose.cite(*dict.fromkeys(passage.source for passage in remark.passages))


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
    return f"{text} {_sources(remark, prose)}{statement[len(text) :]}"


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
