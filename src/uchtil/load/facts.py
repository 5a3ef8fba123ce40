"""The fields of ``content/facts/<theme>.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from uchtil.load.containers import ListOf, Localised
from uchtil.load.derivations import OF_FACTS
from uchtil.load.fields import Entries, Entry, Field, Record, Values
from uchtil.load.reading import Reading
from uchtil.load.shapes import Choice, Date, Json, Number, Shape, Text, slug
from uchtil.model import Bound, Evidence, Fact, Kind, Quantity, Scale, Status
from uchtil.problems import Location

ANCHOR_WORDS = 10
"""The most words an anchor may have: it pins a passage, it does not quote it."""

KEY = Text(
    pattern=r"[A-Za-z0-9][A-Za-z0-9_:.+-]*",
    expected="a key of references.bib",
    code="wrong-id",
    number=True,
)


@dataclass(frozen=True, slots=True)
class Anchor(Shape[str]):
    """The few words that pin a passage."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the words; too many are told."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        words = len(text.split())
        if words > ANCHOR_WORDS:
            reading.error(
                "long-anchor",
                f"the anchor has {words} words; {ANCHOR_WORDS} at most are allowed",
                node,
                "keep only the words that pin the passage",
            )
            return None
        return text

    def schema(self, defs: Json) -> Json:
        """Return the pattern of that many words."""
        return {"type": "string", "pattern": rf"^\s*\S+(\s+\S+){{0,{ANCHOR_WORDS - 1}}}\s*$"}


AMOUNT = Field("amount", Number(), "the number, counted in `scale`", required=True)
UNIT = Field("unit", slug(), "id of a unit in terms.yaml", required=True)
SCALE = Field("scale", Choice(Scale), "the scale word that the number is told with")
UPPER = Field("upper", Number(), "the upper end of a range, counted in `scale`")
BOUND = Field("bound", Choice(Bound), "how the source hedges the number")


def _quantity(values: Values) -> Quantity | None:
    amount, upper = values.need(AMOUNT), values.get(UPPER)
    if upper is not None and upper <= amount:
        values.error(
            "impossible-range",
            f"the range ends at {upper}, before it begins at {amount}",
            UPPER,
            "`upper` is the greater end",
        )
        return None
    return Quantity(
        amount=amount,
        unit=values.need(UNIT),
        scale=values.get(SCALE) or Scale.ONE,
        upper=upper,
        bound=values.get(BOUND) or Bound.EXACT,
    )


QUANTITY = Record(
    "the value",
    (AMOUNT, UNIT, SCALE, UPPER, BOUND),
    _quantity,
    about="a number with its unit, as exact as it is told",
)

SOURCE = Field("source", KEY, "key of a source in sources.yaml", required=True)
ANCHOR = Field(
    "anchor",
    Anchor(),
    f"the few words ({ANCHOR_WORDS} at most) that pin the passage, exactly as in the text",
    required=True,
)
PARAGRAPH = Field(
    "paragraph",
    Text(pattern="[1-9][0-9]*", expected="the number that `check` tells", number=True),
    "which paragraph of the text is meant, where the words stand in several",
)
OWN_DATE = Field("date", Date(), "this source's own date, where it differs or is less precise")
OWN_VALUE = Field("value", QUANTITY, "this source's own value, where it differs")
OWN_STATUS = Field("status", Choice(Status), "this source's own status, where it differs")
CITES = Field(
    "cites",
    ListOf(KEY, "a key", unique=True),
    "keys in references.bib of the works that the source itself cites for it",
)


def paragraph_of(values: Values) -> int | None:
    """Return the paragraph that a passage is said to stand in, if any."""
    number = values.get(PARAGRAPH)
    return None if number is None else int(number)


def _evidence(values: Values) -> Evidence:
    return Evidence(
        source=values.need(SOURCE),
        anchor=values.need(ANCHOR),
        paragraph=paragraph_of(values),
        date=values.get(OWN_DATE),
        value=values.get(OWN_VALUE),
        status=values.get(OWN_STATUS),
        cites=values.items(CITES),
        where=values.at(ANCHOR),
    )


EVIDENCE = Record(
    "the evidence",
    (SOURCE, ANCHOR, PARAGRAPH, OWN_DATE, OWN_VALUE, OWN_STATUS, CITES),
    _evidence,
    about="the passage of one source that shows the fact",
)

FACT_ID = Field("id", slug(), "kebab-case, unique in the project", required=True)
KIND = Field("kind", Choice(Kind), "what the fact is", required=True)
DATE = Field("date", Date(), "when it happened, or the period that was measured")
LABEL = Field("label", Localised(), "a short name for tables and figures")
STATEMENT = Field("statement", Localised(), "one sentence, in our own words", required=True)
INDICATOR = Field("indicator", slug(), "id of an indicator in terms.yaml (measures)")
VALUE = Field("value", QUANTITY, "the number (measures)")
STATUS = Field("status", Choice(Status), "what the number is: the source's verb decides")
NAMES = Field("names", ListOf(slug(), "a name", unique=True), "ids in names.yaml")
TAGS = Field(
    "tags", ListOf(slug(), "a tag", unique=True), "words that tables and figures select by"
)
FACT_EVIDENCE = Field(
    "evidence",
    ListOf(EVIDENCE, "a source and its anchor", 1, code="fact-without-evidence"),
    "the passages that show it",
    required=True,
    code="fact-without-evidence",
)
RESOLUTION = Field(
    "resolution", Localised(), "how a conflict between the sources' readings was settled"
)
FOLLOWS_FROM = Field("follows_from", OF_FACTS, "facts that its value can be reckoned from")

_STATUSES = ", ".join(status.value for status in Status)

_MEASURE_NEEDS: tuple[tuple[Field[object], str], ...] = (
    (VALUE, "measure-without-value"),
    (INDICATOR, "measure-without-indicator"),
    (STATUS, "measure-without-status"),
)


def _fact(values: Values) -> Fact:
    kind, fact_id = values.need(KIND), values.need(FACT_ID)
    if kind is Kind.MEASURE:
        for needed, code in _MEASURE_NEEDS:
            if values.lacks(needed, FACT.known):
                choices = f" with one of {_STATUSES}" if needed.name == STATUS.name else ""
                values.error(
                    code,
                    f"the measure `{fact_id}` has no `{needed.name}`",
                    hint=f"add `{needed.name}:`{choices} ({needed.about})",
                )
    elif INDICATOR.name in values.nodes:
        values.error(
            "indicator-without-measure",
            f"the {kind.value} `{fact_id}` has an indicator",
            INDICATOR,
            "only a measure has one: write `kind: measure`, or delete it",
        )
    if FOLLOWS_FROM.name in values.nodes and VALUE.name not in values.nodes:
        values.error(
            "derivation-without-value",
            f"the {kind.value} `{fact_id}` follows from others and has no value to hold to them",
            FOLLOWS_FROM,
            "add `value:`, or delete `follows_from`",
        )
    return Fact(
        id=fact_id,
        kind=kind,
        theme="",  # told by the file, see `FactFile`
        statement=values.need(STATEMENT),
        evidence=values.need(FACT_EVIDENCE),
        label=values.get(LABEL),
        date=values.get(DATE),
        value=values.get(VALUE),
        status=values.get(STATUS),
        indicator=values.get(INDICATOR),
        names=values.items(NAMES),
        tags=frozenset(values.items(TAGS)),
        resolution=values.get(RESOLUTION),
        follows_from=values.get(FOLLOWS_FROM),
        where=values.at(FACT_ID),
    )


FACT = Record(
    "the fact",
    (
        FACT_ID,
        KIND,
        INDICATOR,
        DATE,
        VALUE,
        STATUS,
        LABEL,
        STATEMENT,
        NAMES,
        TAGS,
        FACT_EVIDENCE,
        RESOLUTION,
        FOLLOWS_FROM,
    ),
    _fact,
    about="something that the sources say, with the passages that show it",
    title=FACT_ID,
    rules={
        "if": {"properties": {"kind": {"const": "measure"}}, "required": ["kind"]},
        "then": {"required": ["value", "indicator", "status"]},
        "else": {"not": {"required": ["indicator"]}},
    },
)

THEME = Field("theme", slug(), "id of a theme in terms.yaml", required=True)
FACTS = Field("facts", Entries(FACT, FACT_ID), "the facts of this theme", required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class FactFile:
    """One file of facts; ``theme`` is empty where it could not be read (told already)."""

    theme: str
    theme_where: Location
    entries: tuple[Entry[Fact], ...]


def _file(values: Values) -> FactFile:
    theme = values.get(THEME) or ""
    return FactFile(
        theme=theme,
        theme_where=values.at(THEME),
        entries=tuple(
            Entry(each.id, each.record and replace(each.record, theme=theme), each.values)
            for each in values.items(FACTS)
        ),
    )


FACT_FILE = Record("the file of facts", (THEME, FACTS), _file, about="facts of one theme")


def read_facts(node: yaml.Node, reading: Reading) -> FactFile | None:
    """Read a file of facts; also where its theme is wrong, so that all is told at once."""
    values = FACT_FILE.values(node, reading)
    return None if values is None else _file(values)
