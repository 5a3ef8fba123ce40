from decimal import Decimal

import pytest

from uchtil.load.facts import ANCHOR_WORDS, EVIDENCE, FACT, FACT_FILE, QUANTITY
from uchtil.model import Bound, Evidence, Fact, Kind, Quantity, Scale, Status, When
from uchtil.problems import Location

from .conftest import Read

FACT_TEXT = """\
id: trade-2017
kind: measure
indicator: trade-turnover
date: 2017
value: {amount: 2, scale: billion, unit: usd, bound: about}
status: actual
label: {uz: Savdo, ru: Торговля, en: Trade}
statement: {uz: Savdo shuncha boʻlgan., ru: Торговля составила столько., en: Trade was so much.}
names: [uzbekistan, kazakhstan]
tags: [money]
evidence:
  - source: tursunov2026
    anchor: savdo hajmi 2 milliard
    cites: [cabar-dynamics]
  - {source: xayrullayev, anchor: савдо ҳажми, date: 2017/2018, status: plan}
resolution: {uz: a, ru: б, en: c}
"""


def at(line: int, column: int) -> Location:
    return Location(file="a.yaml", line=line, column=column)


def test_a_whole_fact(read: Read) -> None:
    fact, told = read(FACT, FACT_TEXT)
    assert told == []
    assert fact == Fact(
        id="trade-2017",
        kind=Kind.MEASURE,
        theme="",
        statement={
            "uz": "Savdo shuncha boʻlgan.",
            "ru": "Торговля составила столько.",
            "en": "Trade was so much.",
        },
        evidence=(
            Evidence(
                source="tursunov2026",
                anchor="savdo hajmi 2 milliard",
                cites=("cabar-dynamics",),
                where=at(13, 13),
            ),
            Evidence(
                source="xayrullayev",
                anchor="савдо ҳажми",
                date=When.parse("2017/2018"),
                status=Status.PLAN,
                where=at(15, 35),
            ),
        ),
        label={"uz": "Savdo", "ru": "Торговля", "en": "Trade"},
        date=When.parse("2017"),
        value=Quantity(
            amount=Decimal(2), unit="usd", scale=Scale.BILLION, bound=Bound.ABOUT, upper=None
        ),
        status=Status.ACTUAL,
        indicator="trade-turnover",
        names=("uzbekistan", "kazakhstan"),
        tags=frozenset({"money"}),
        resolution={"uz": "a", "ru": "б", "en": "c"},
        where=at(1, 5),
    )


def test_the_file_gives_its_theme_to_its_facts(read: Read) -> None:
    facts = "\n    ".join(FACT_TEXT.splitlines())
    file, told = read(FACT_FILE, f"theme: trade\nfacts:\n  - {facts}")
    assert told == []
    assert [(entry.id, entry.record.theme) for entry in file.entries] == [("trade-2017", "trade")]


@pytest.mark.parametrize(
    ("before", "after", "messages"),
    [
        (
            "value: {amount: 2, scale: billion, unit: usd, bound: about}\n",
            "",
            [
                "a.yaml:1:1: error[measure-without-value]: the measure `trade-2017` has no `value`"
                "\n    add `value:` (the number (measures))"
            ],
        ),
        (
            "indicator: trade-turnover\n",
            "",
            [
                "a.yaml:1:1: error[measure-without-indicator]: the measure `trade-2017` has no "
                "`indicator`\n    add `indicator:` (id of an indicator in terms.yaml (measures))"
            ],
        ),
        (
            "\nstatus: actual",
            "",
            [
                "a.yaml:1:1: error[measure-without-status]: the measure `trade-2017` has no "
                "`status`\n    add `status:` with one of actual, estimate, plan, target (what "
                "the number is: the source's verb decides)"
            ],
        ),
        (
            "\nstatus: actual",
            "\nstatuss: actual",
            [
                "a.yaml:6:1: error[unknown-field]: the fact `trade-2017` has no field `statuss`\n"
                "    did you mean `status`?"
            ],
        ),
        (
            "kind: measure",
            "kind: claim",
            [
                "a.yaml:3:12: error[indicator-without-measure]: the claim `trade-2017` has an "
                "indicator\n    only a measure has one: write `kind: measure`, or delete it"
            ],
        ),
        (
            "kind: measure",
            "knid: measure",
            [
                "a.yaml:2:1: error[unknown-field]: the fact `trade-2017` has no field `knid`\n"
                "    did you mean `kind`?"
            ],
        ),
        (
            "status: actual",
            "status: actual\nstatus: plan",
            [
                "a.yaml:7:1: error[duplicate-key]: `status` stands twice in the fact "
                "`trade-2017`, first in line 6\n    keep one of them"
            ],
        ),
        (
            "amount: 2",
            "amount: 2, upper: 1.5",
            [
                "a.yaml:5:27: error[impossible-range]: the range ends at 1.5, before it begins at "
                "2\n    `upper` is the greater end"
            ],
        ),
        (
            ", unit: usd",
            "",
            [
                "a.yaml:5:8: error[missing-field]: `value` of the fact `trade-2017` has no `unit`"
                "\n    add `unit:` (id of a unit in terms.yaml)"
            ],
        ),
        (
            "    anchor: savdo hajmi 2 milliard\n",
            "",
            [
                "a.yaml:12:5: error[missing-field]: the evidence has no `anchor`\n    add "
                "`anchor:` (the few words (10 at most) that pin the passage, exactly as in the "
                "text)"
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_fact(
    read: Read, before: str, after: str, messages: list[str]
) -> None:
    assert FACT_TEXT.count(before) == 1
    assert read(FACT, FACT_TEXT.replace(before, after))[1] == messages


def test_everything_wrong_is_told_at_once(read: Read) -> None:
    fact, told = read(FACT, "id: x\nkind: even\ndate: 1998-02-30\nevidence: []\nmore: 1\n")
    assert fact is None
    assert told == [
        "a.yaml:1:1: error[missing-field]: the fact `x` has no `statement`\n"
        "    add `statement:` (one sentence, in our own words)",
        "a.yaml:2:7: error[unknown-choice]: `even` cannot be `kind` of the fact `x`\n"
        "    did you mean `event`? write one of: event, measure, claim",
        "a.yaml:3:7: error[impossible-date]: `1998-02-30` is impossible: February 1998 has 28 days"
        "\n    look into the source again; where the day is in doubt, leave it out",
        "a.yaml:4:11: error[fact-without-evidence]: `evidence` of the fact `x` is empty\n"
        "    give a source and its anchor",
        "a.yaml:5:1: error[unknown-field]: the fact `x` has no field `more`\n"
        "    known fields: id, kind, indicator, date, value, status, label, statement, names, "
        "tags, evidence, resolution, follows_from",
    ]


def test_a_quantity_by_itself(read: Read) -> None:
    value, told = read(QUANTITY, "{amount: 10, upper: 12, unit: usd, bound: at-least}")
    assert told == []
    assert value == Quantity(
        amount=Decimal(10), upper=Decimal(12), unit="usd", bound=Bound.AT_LEAST
    )


@pytest.mark.parametrize("count", [ANCHOR_WORDS, ANCHOR_WORDS + 1])
def test_an_anchor_has_ten_words_at_most(read: Read, count: int) -> None:
    evidence, told = read(EVIDENCE, f"{{source: a, anchor: {'soʻz ' * count}}}")
    if count <= ANCHOR_WORDS:
        assert (evidence.anchor.split(), told) == (["soʻz"] * count, [])
    else:
        assert (evidence, told) == (
            None,
            [
                "a.yaml:1:21: error[long-anchor]: the anchor has 11 words; 10 at most are allowed"
                "\n    keep only the words that pin the passage"
            ],
        )


def test_a_paragraph_is_a_number_from_one(read: Read) -> None:
    evidence, told = read(EVIDENCE, "{source: a, anchor: soʻz, paragraph: 12}")
    assert (evidence.paragraph, told) == (12, [])
    assert read(EVIDENCE, "{source: a, anchor: soʻz, paragraph: 0}")[1] == [
        "a.yaml:1:38: error[wrong-value]: `0` cannot be `paragraph` of `it`\n"
        "    write the number that `check` tells"
    ]
