import pytest

from uchtil.facts import select_facts
from uchtil.load.exhibits import CONDITIONS, EXHIBIT_FILE
from uchtil.load.facts import FACT
from uchtil.model import Figure, Table
from uchtil.problems import Location

from .conftest import Read

TEXT = """\
tables:
  - id: trade
    kind: facts
    caption: {uz: a, ru: б, en: c}
    select: {indicator: [trade-turnover], kind: [measure]}
    columns: [period, value]
figures:
  - id: timeline
    kind: timeline
    caption: {uz: a, ru: б, en: c}
    alt: {uz: a, ru: б, en: c}
    select: {tag: [milestone]}
"""
WORDS = {"uz": "a", "ru": "б", "en": "c"}


def test_tables_and_figures(read: Read) -> None:
    exhibits, told = read(EXHIBIT_FILE, TEXT)
    assert told == []
    assert [entry.record for entry in exhibits.tables] == [
        Table(
            id="trade",
            kind="facts",
            caption=WORDS,
            select={"kind": ("measure",), "indicator": ("trade-turnover",)},
            columns=("period", "value"),
            where=Location(file="a.yaml", line=2, column=9),
        )
    ]
    assert [entry.record for entry in exhibits.figures] == [
        Figure(
            id="timeline",
            kind="timeline",
            caption=WORDS,
            alt=WORDS,
            select={"tag": ("milestone",)},
            where=Location(file="a.yaml", line=8, column=9),
        )
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "[period, value]",
            "[period, covers]",
            "a.yaml:6:14: error[unknown-column]: the table `trade` of facts cannot have the "
            "column `covers`\n    its columns can be date, period, label, statement, value, "
            "status, sources",
        ),
        (
            "    select: {indicator: [trade-turnover], kind: [measure]}\n",
            "",
            "a.yaml:2:5: error[missing-field]: the table `trade` has no `select`\n"
            "    add `select:` (which facts are shown)",
        ),
        (
            "    select: {tag: [milestone]}\n",
            "",
            "a.yaml:8:5: error[missing-field]: the figure `timeline` has no `select`\n"
            "    add `select:` (which facts are drawn)",
        ),
        (
            "{tag: [milestone]}",
            "{tags: [milestone]}",
            "a.yaml:12:14: error[unknown-field]: `select` of the figure `timeline` has no field "
            "`tags`\n    did you mean `tag`?",
        ),
        (
            "    kind: timeline",
            "    kind: pie",
            "a.yaml:9:11: error[unknown-choice]: `pie` cannot be `kind` of the figure `timeline`\n"
            "    write one of: timeline, series, network, bands",
        ),
    ],
)
def test_what_is_wrong(read: Read, before: str, after: str, message: str) -> None:
    assert TEXT.count(before) == 1
    assert read(EXHIBIT_FILE, TEXT.replace(before, after))[1] == [message]


@pytest.mark.parametrize("kind", ["network", "bands"])
def test_figures_of_all_facts(read: Read, kind: str) -> None:
    text = TEXT.replace("kind: timeline", f"kind: {kind}").replace(
        "    select: {tag: [milestone]}\n", ""
    )
    exhibits, told = read(EXHIBIT_FILE, text)
    assert told == []
    assert [(entry.record.kind, entry.record.select) for entry in exhibits.figures] == [(kind, {})]


def test_the_conditions_are_those_that_facts_can_be_chosen_by(read: Read) -> None:
    fact, told = read(
        FACT,
        "{id: x, kind: claim, statement: {uz: a, ru: б, en: c}, "
        "evidence: [{source: s, anchor: a}]}",
    )
    assert told == []
    for condition in CONDITIONS:
        assert select_facts([fact], {condition: ("nothing",)}) == []
    with pytest.raises(ValueError, match="facts cannot be chosen by `colour`"):
        select_facts([fact], {"colour": ("red",)})


TABLES = """\
tables:
  - id: listed
    kind: remarks
    caption: {uz: a, ru: б, en: c}
    select: {kind: [conflict], severity: [serious], source: [karimova2019]}
    columns: [kind, severity, statement, handling, sources]
  - id: apart
    kind: disagreements
    caption: {uz: a, ru: б, en: c}
    columns: [matter, readings, handling]
  - {id: matrix, kind: matrix, caption: {uz: a, ru: б, en: c}, select: {kind: [event]}}
"""


def test_tables_of_source_criticism(read: Read) -> None:
    exhibits, told = read(EXHIBIT_FILE, TABLES)
    assert told == []
    listed, apart, matrix = (entry.record for entry in exhibits.tables)
    assert listed.select == {
        "kind": ("conflict",),
        "source": ("karimova2019",),
        "severity": ("serious",),
    }
    assert apart.columns == ("matter", "readings", "handling")
    assert (matrix.select, matrix.columns) == ({"kind": ("event",)}, ())
    assert matrix.places["caption.ru"] == Location(file="a.yaml", line=11, column=53)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "    columns: [matter, readings, handling]\n",
            "",
            "a.yaml:7:5: error[missing-field]: the table `apart` has no `columns`\n"
            "    add `columns:` with some of matter, readings, handling",
        ),
        (
            "{kind: [event]}",
            "{kind: [event]}, columns: [source]",
            "a.yaml:11:98: error[unknown-column]: the table `matrix` of matrix cannot have the "
            "column `source`\n    its columns are the sources: delete `columns`",
        ),
        (
            "[matter, readings, handling]",
            "[matter, readings, handling]\n    select: {kind: [conflict]}",
            "a.yaml:11:13: error[unknown-condition]: the table `apart` of disagreements cannot "
            "select by `kind`\n    delete `select`",
        ),
        (
            "{kind: [conflict], ",
            "{tag: [conflict], ",
            "a.yaml:5:13: error[unknown-condition]: the table `listed` of remarks cannot select "
            "by `tag`\n    it can select by kind, severity, source, id",
        ),
    ],
)
def test_what_is_wrong_with_tables_of_source_criticism(
    read: Read, before: str, after: str, message: str
) -> None:
    assert TABLES.count(before) == 1
    assert read(EXHIBIT_FILE, TABLES.replace(before, after))[1] == [message]
