"""The fields of ``content/exhibits.yaml``: tables and figures made from facts and remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from uchtil.load.containers import ListOf, Localised
from uchtil.load.facts import KEY
from uchtil.load.fields import Entries, Entry, Field, Record, Values
from uchtil.load.shapes import Word, slug
from uchtil.model import Figure, Table

CONDITIONS = ("theme", "kind", "tag", "indicator", "status", "source", "id")
"""What facts can be chosen by (``uchtil.facts.select_facts`` says how)."""

REMARK_CONDITIONS = ("kind", "severity", "source", "id")
"""What remarks can be chosen by (``uchtil.facts.select_remarks`` says how)."""

_CONDITION_FIELDS = tuple(
    Field(
        name,
        ListOf(KEY if name == "source" else slug(), f"a {name}", 1, unique=True),
        f"facts with one of these: {name}",
    )
    for name in CONDITIONS
)

_SEVERITY_FIELD = Field(
    "severity", ListOf(slug(), "a severity", 1, unique=True), "remarks with one of these: severity"
)


def _select(values: Values) -> dict[str, tuple[str, ...]]:
    return {
        wanted.name: values.items(wanted)
        for wanted in (*_CONDITION_FIELDS, _SEVERITY_FIELD)
        if wanted.name in values.values
    }


SELECT_RECORD = Record(
    "the selection",
    _CONDITION_FIELDS,
    _select,
    about="which facts are shown: those that meet every condition",
)

TABLE_SELECT_RECORD = Record(
    "the table selection",
    (*_CONDITION_FIELDS, _SEVERITY_FIELD),
    _select,
    about="which facts or remarks are shown: those that meet every condition",
)

FACT_COLUMNS = ("date", "period", "label", "statement", "value", "status", "sources")
SOURCE_COLUMNS = ("source", "language", "date", "covers", "facts")
REMARK_COLUMNS = ("kind", "severity", "statement", "handling", "sources")
DISAGREEMENT_COLUMNS = ("matter", "readings", "handling")

MATRIX = "matrix"
"""The kind of table that counts the facts of each theme that each source tells."""

COLUMNS_OF: Mapping[str, tuple[str, ...]] = {
    "facts": FACT_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "remarks": REMARK_COLUMNS,
    "disagreements": DISAGREEMENT_COLUMNS,
    MATRIX: (),
}
"""The columns that each kind of table can have; those of a matrix are the sources."""

CONDITIONS_OF: Mapping[str, tuple[str, ...]] = {
    "facts": CONDITIONS,
    "sources": (),
    "remarks": REMARK_CONDITIONS,
    "disagreements": (),
    MATRIX: CONDITIONS,
}
"""What the rows of each kind of table can be chosen by."""

EXHIBIT_ID = Field("id", slug(), "kebab-case, unique in the file", required=True)
CAPTION = Field("caption", Localised(), "the caption", required=True)
SELECT = Field("select", TABLE_SELECT_RECORD, "which facts are shown")
FIGURE_SELECT = Field("select", SELECT_RECORD, "which facts are drawn")
TABLE_KIND = Field("kind", Word(tuple(COLUMNS_OF)), "what the rows are", required=True)
COLUMNS = Field(
    "columns",
    ListOf(
        Word(tuple(dict.fromkeys(name for names in COLUMNS_OF.values() for name in names))),
        "a column",
        1,
        unique=True,
    ),
    "; ".join(f"for {kind}: {', '.join(names)}" for kind, names in COLUMNS_OF.items() if names),
)
FIGURE_KINDS = {"timeline": True, "series": True, "network": False, "bands": False}
"""The kinds of figures, and whether they need a ``select``: without one all facts count."""

FIGURE_KIND = Field("kind", Word(tuple(FIGURE_KINDS)), "how it is drawn", required=True)
ALT = Field("alt", Localised(), "what the figure shows, for who cannot see it", required=True)


def _table(values: Values) -> Table:
    kind = values.need(TABLE_KIND)
    table_id = values.need(EXHIBIT_ID)
    allowed = COLUMNS_OF[kind]
    for column in values.items(COLUMNS):
        if column not in allowed:
            values.error(
                "unknown-column",
                f"the table `{table_id}` of {kind} cannot have the column `{column}`",
                COLUMNS,
                f"its columns can be {', '.join(allowed)}"
                if allowed
                else "its columns are the sources: delete `columns`",
            )
    if allowed and values.lacks(COLUMNS, TABLE.known):
        values.error(
            "missing-field",
            f"the table `{table_id}` has no `columns`",
            hint=f"add `columns:` with some of {', '.join(allowed)}",
        )
    conditions = CONDITIONS_OF[kind]
    for condition in values.get(SELECT) or {}:
        if condition not in conditions:
            values.error(
                "unknown-condition",
                f"the table `{table_id}` of {kind} cannot select by `{condition}`",
                SELECT,
                f"it can select by {', '.join(conditions)}" if conditions else "delete `select`",
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
        columns=values.items(COLUMNS),
        where=values.at(EXHIBIT_ID),
        places=values.places(),
    )


def _figure(values: Values) -> Figure:
    kind = values.need(FIGURE_KIND)
    figure_id = values.need(EXHIBIT_ID)
    if FIGURE_KINDS[kind] and FIGURE_SELECT.name not in values.nodes:
        values.error(
            "missing-field",
            f"the figure `{figure_id}` has no `select`",
            hint=f"add `select:` ({FIGURE_SELECT.about})",
        )
    return Figure(
        id=figure_id,
        kind=kind,
        caption=values.need(CAPTION),
        alt=values.need(ALT),
        select=values.get(FIGURE_SELECT) or {},
        where=values.at(EXHIBIT_ID),
        places=values.places(),
    )


TABLE = Record(
    "the table",
    (EXHIBIT_ID, TABLE_KIND, CAPTION, SELECT, COLUMNS),
    _table,
    about="a table made from facts or remarks, or of the sources",
    title=EXHIBIT_ID,
    rules={
        "if": {"properties": {"kind": {"const": MATRIX}}, "required": ["kind"]},
        "then": {"not": {"required": ["columns"]}},
        "else": {"required": ["columns"]},
    },
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
