"""Tables and figures as Markdown, made from facts and remarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uchtil.bibliography import Reference
from uchtil.facts import select_facts, select_remarks
from uchtil.model import Fact, Figure, Project, Source, Table
from uchtil.render.criticism import disagreement_grid, remark_grid
from uchtil.render.grid import Grid
from uchtil.render.markdown import escape, pipe_table
from uchtil.render.matrix import matrix
from uchtil.render.uses import UseKind

if TYPE_CHECKING:
    from uchtil.render.prose import Prose

_COUNTING = frozenset({"network", "bands"})
"""Figures that show how facts lie, and tell none of them: these do not use a fact up."""

FIGURE_SCHEME = "figure:"
"""The scheme of an image that names a figure; pandoc's tree may hold no other image."""

ROW_HEADS = "row-heads"
"""The class of a table in which the first cell of a row is its head."""

_WIDTHS = {
    "date": 6,
    "period": 5,
    "label": 12,
    "statement": 13,
    "value": 6,
    "status": 4,
    "sources": 4,
    "source": 7,
    "language": 5,
    "covers": 14,
    "facts": 6,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhibits:
    """Numbers and writes the tables and figures of a review.

    An exhibit's number is its place in ``content/exhibits.yaml``: the same in every
    language, however a text may order them.
    """

    project: Project
    references: Mapping[str, Reference]

    def number(self, kind: str, exhibit_id: str) -> int:
        """Return the number of a table or a figure, counted from 1."""
        listed = self.project.tables if kind == "table" else self.project.figures
        return list(listed).index(exhibit_id) + 1

    def reference(self, kind: str, exhibit_id: str, prose: Prose) -> str:
        """Return a link such as ``[Table 1](#table-trade)``."""
        terms = prose.language.terms
        write = terms.table_reference if kind == "table" else terms.figure_reference
        text = escape(write(self.number(kind, exhibit_id)))
        return f"[{text}](#{kind}-{exhibit_id})"

    def table(self, table: Table, prose: Prose) -> str:
        """Return a table with its caption and number, as a fenced block."""
        grid = self._grid(table, prose)
        caption = self._caption("table", table.id, table.caption[prose.language.code], prose)
        body = pipe_table(grid.head, grid.rows, grid.widths, grid.numeric)
        classes = ".exhibit .exhibit-table" + (f" .{ROW_HEADS}" if grid.row_heads else "")
        return f"\n::: {{#table-{table.id} {classes}}}\n\n{body}\n\n: {caption}\n\n:::\n"

    def _grid(self, table: Table, prose: Prose) -> Grid:
        rows: list[list[str]] = []
        match table.kind:
            case "matrix":
                return matrix(select_facts(self.project.facts.values(), table.select), prose)
            case "remarks":
                remarks = select_remarks(self.project.remarks.values(), table.select)
                return remark_grid(remarks, table.columns, prose)
            case "disagreements":
                return disagreement_grid(table.columns, prose)
            case "sources":
                for source in self.project.sources.values():
                    rows.append(
                        [_SOURCE_COLUMNS[name](self, source, prose) for name in table.columns]
                    )
            case _:
                for fact in select_facts(self.project.facts.values(), table.select):
                    prose.record(UseKind.FACT, fact.id)
                    rows.append([_FACT_COLUMNS[name](self, fact, prose) for name in table.columns])
        heads = prose.language.terms.columns
        return Grid(
            head=[escape(getattr(heads, name)) for name in table.columns],
            rows=rows,
            widths=[_WIDTHS[name] for name in table.columns],
        )

    def figure(self, figure: Figure, prose: Prose) -> str:
        """Return a figure with its caption and number; its picture is drawn elsewhere."""
        if figure.kind not in _COUNTING:
            for fact in select_facts(self.project.facts.values(), figure.select):
                prose.record(UseKind.FACT, fact.id)
        caption = self._caption("figure", figure.id, figure.caption[prose.language.code], prose)
        image = f"{FIGURE_SCHEME}{figure.id}"
        return f"\n![{caption}]({image}){{#figure-{figure.id} .exhibit .exhibit-figure}}\n"

    def _caption(self, kind: str, exhibit_id: str, caption: str, prose: Prose) -> str:
        terms = prose.language.terms
        write = terms.table_caption if kind == "table" else terms.figure_caption
        number = escape(write(self.number(kind, exhibit_id)))
        return f"[{number}]{{.exhibit-number}} {escape(caption)}"


def _fact_date(_: Exhibits, fact: Fact, prose: Prose) -> str:
    return escape(prose.language.date(fact.date) if fact.date else prose.language.terms.undated)


def _fact_period(_: Exhibits, fact: Fact, prose: Prose) -> str:
    if fact.date is None:
        return escape(prose.language.terms.undated)
    return escape(prose.language.period(fact.date))


def _fact_label(_: Exhibits, fact: Fact, prose: Prose) -> str:
    return escape((fact.label or fact.statement)[prose.language.code])


def _fact_statement(_: Exhibits, fact: Fact, prose: Prose) -> str:
    return escape(fact.statement[prose.language.code])


def _fact_value(_: Exhibits, fact: Fact, prose: Prose) -> str:
    if fact.value is None:
        return "—"
    return escape(prose.value(fact.value))


def _fact_status(_: Exhibits, fact: Fact, prose: Prose) -> str:
    return escape(prose.language.terms.status(fact.status)) if fact.status else "—"


def _fact_sources(_: Exhibits, fact: Fact, prose: Prose) -> str:
    return prose.cite_in_column(passage.source for passage in fact.evidence)


_FACT_COLUMNS: Mapping[str, Callable[[Exhibits, Fact, Prose], str]] = {
    "date": _fact_date,
    "period": _fact_period,
    "label": _fact_label,
    "statement": _fact_statement,
    "value": _fact_value,
    "status": _fact_status,
    "sources": _fact_sources,
}


def _source_name(_: Exhibits, source: Source, prose: Prose) -> str:
    return prose.name_and_cite(source)


def _source_language(_: Exhibits, source: Source, prose: Prose) -> str:
    return escape(prose.language.terms.languages(source.language))


def _source_date(exhibits: Exhibits, source: Source, prose: Prose) -> str:
    reference = exhibits.references.get(source.key)  # its absence is told elsewhere
    date = reference.dates.get("date") if reference else None
    return escape(prose.language.date(date) if date else prose.language.terms.not_printed)


def _source_covers(_: Exhibits, source: Source, prose: Prose) -> str:
    return escape(source.covers[prose.language.code])


def _source_facts(exhibits: Exhibits, source: Source, _: Prose) -> str:
    facts = exhibits.project.facts.values()
    return str(sum(any(e.source == source.key for e in fact.evidence) for fact in facts))


_SOURCE_COLUMNS: Mapping[str, Callable[[Exhibits, Source, Prose], str]] = {
    "source": _source_name,
    "language": _source_language,
    "date": _source_date,
    "covers": _source_covers,
    "facts": _source_facts,
}
