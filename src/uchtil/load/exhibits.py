"""The fields of ``content/exhibits.yaml``: tables and figures made from facts."""

from __future__ import annotations

from dataclasses import dataclass

from uchtil.load.containers import ListOf, Localised
from uchtil.load.fields import Entries, Entry, Field, Record, Values
from uchtil.load.shapes import Word, slug
from uchtil.model import Figure, Table

CONDITIONS = ("theme", "kind", "tag", "indicator", "status", "id")
"""What facts can be chosen by (``uchtil.facts.select_facts`` says how)."""

_CONDITION_FIELDS = tuple(
    Field(name, ListOf(slug(), f"a {name}", 1, unique=True), f"facts with one of these: {name}")
    for name in CONDITIONS
)


def _select(values: Values) -> dict[str, tuple[str, ...]]:
    return {
        wanted.name: values.items(wanted)
        for wanted in _CONDITION_FIELDS
        if wanted.name in values.values
    }


SELECT_RECORD = Record(
    "the selection",
    _CONDITION_FIELDS,
    _select,
    about="which facts are shown: those that meet every condition",
)

FACT_COLUMNS = ("date", "period", "label", "statement", "value", "status", "sources")
SOURCE_COLUMNS = ("source", "language", "date", "covers", "facts")

EXHIBIT_ID = Field("id", slug(), "kebab-case, unique in the file", required=True)
CAPTION = Field("caption", Localised(), "the caption", required=True)
SELECT = Field("select", SELECT_RECORD, "which facts are shown")
FIGURE_SELECT = Field("select", SELECT_RECORD, "which facts are drawn", required=True)
TABLE_KIND = Field("kind", Word(("facts", "sources")), "what the rows are", required=True)
COLUMNS = Field(
    "columns",
    ListOf(Word(tuple(dict.fromkeys(FACT_COLUMNS + SOURCE_COLUMNS))), "a column", 1, unique=True),
    f"for facts: {', '.join(FACT_COLUMNS)}; for sources: {', '.join(SOURCE_COLUMNS)}",
    required=True,
)
FIGURE_KIND = Field("kind", Word(("timeline", "series")), "how it is drawn", required=True)
ALT = Field("alt", Localised(), "what the figure shows, for who cannot see it", required=True)


def _table(values: Values) -> Table:
    kind = values.need(TABLE_KIND)
    table_id = values.need(EXHIBIT_ID)
    allowed = FACT_COLUMNS if kind == "facts" else SOURCE_COLUMNS
    for column in values.need(COLUMNS):
        if column not in allowed:
            values.error(
                "unknown-column",
                f"the table `{table_id}` of {kind} cannot have the column `{column}`",
                COLUMNS,
                f"its columns can be {', '.join(allowed)}",
            )
    if kind == "facts" and SELECT.name not in values.nodes:
        values.error(
            "missing-field",
            f"the table `{table_id}` has no `select`",
            hint=f"add `select:` ({SELECT.about})",
        )
    return Table(
        id=table_id,
        kind=kind,
        caption=values.need(CAPTION),
        select=values.get(SELECT) or {},
        columns=values.need(COLUMNS),
        where=values.at(EXHIBIT_ID),
    )


def _figure(values: Values) -> Figure:
    return Figure(
        id=values.need(EXHIBIT_ID),
        kind=values.need(FIGURE_KIND),
        caption=values.need(CAPTION),
        alt=values.need(ALT),
        select=values.need(FIGURE_SELECT),
        where=values.at(EXHIBIT_ID),
    )


TABLE = Record(
    "the table",
    (EXHIBIT_ID, TABLE_KIND, CAPTION, SELECT, COLUMNS),
    _table,
    about="a table made from facts, or of the sources",
    title=EXHIBIT_ID,
)
FIGURE = Record(
    "the figure",
    (EXHIBIT_ID, FIGURE_KIND, CAPTION, ALT, FIGURE_SELECT),
    _figure,
    about="a figure drawn from facts",
    title=EXHIBIT_ID,
)
TABLES = Field("tables", Entries(TABLE, EXHIBIT_ID), "the tables")
FIGURES = Field("figures", Entries(FIGURE, EXHIBIT_ID), "the figures")


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhibits:
    """What ``exhibits.yaml`` says."""

    tables: tuple[Entry[Table], ...]
    figures: tuple[Entry[Figure], ...]


EXHIBIT_FILE = Record(
    "the file of exhibits",
    (TABLES, FIGURES),
    lambda values: Exhibits(tables=values.items(TABLES), figures=values.items(FIGURES)),
    about="tables and figures made from facts",
)
