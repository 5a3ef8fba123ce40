"""What became of facts, paragraphs, works and sections."""

from __future__ import annotations

from typing import Any

import pytest

from changes.makers import evidence, fact, paragraph, said, table, value, work
from uchtil.changes.compare import How, compare
from uchtil.changes.words import Op


def _by_two(*, own: dict[str, Any], **now: Any) -> dict[str, Any]:
    """Return what a fact says once a second source tells it, with a reading of its own."""
    return {**now, "evidence": (evidence("a"), evidence("b", **own))}


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ({}, {}, []),
        ({}, {"date": "1992-11-23"}, [How.SHARPENED]),
        ({"date": "1992-11-23"}, {"date": "1992"}, [How.CORRECTED]),
        ({}, {"date": "1993"}, [How.CORRECTED]),
        ({"date": ""}, {"date": "1993"}, [How.SHARPENED]),
        (
            {"value": value("4", scale="billion")},
            {"value": value("4.2", scale="billion")},
            [How.SHARPENED],
        ),
        ({"value": value("100", "over")}, {"value": value("150")}, [How.SHARPENED]),
        ({"value": value("100", "over")}, {"value": value("300")}, [How.CORRECTED]),
        ({"value": value("4.2")}, {"value": value("4")}, [How.CORRECTED]),
        ({"value": value("4")}, {"value": value("4.2"), "date": "1994"}, [How.CORRECTED]),
        ({"status": "plan"}, {"status": "actual"}, [How.CORRECTED]),
        ({}, {"evidence": (evidence("a"), evidence("b"))}, [How.CONFIRMED]),
        ({"evidence": (evidence("a"), evidence("b"))}, {}, [How.WEAKENED]),
        # a passage that tells less exactly confirms, one that contradicts does not
        ({"date": "1992-11"}, _by_two(date="1992-11", own={"date": "1992"}), [How.CONFIRMED]),
        ({}, _by_two(own={"date": "1993"}, support="contested"), [How.CONTESTED]),
        (
            {"support": "contested"},
            _by_two(own={"date": "1993"}, support="contested"),
            [How.CONTESTED],
        ),
        (
            {"value": value("4")},
            _by_two(value=value("4"), own={"value": value("7")}, support="contested"),
            [How.CONTESTED],
        ),
        # a plan is not contradicted by what came about
        (
            {"value": value("4"), "status": "plan"},
            _by_two(value=value("4"), status="plan", own={"value": value("7"), "status": "actual"}),
            [How.CONFIRMED],
        ),
        # other words of the same source are no more evidence, and no less
        ({}, {"evidence": (evidence("a", "other words"),)}, []),
        ({}, {"support": "contested"}, [How.CONTESTED]),
        ({"support": "contested"}, {"support": "corroborated"}, [How.SETTLED]),
        ({}, {"label": {"en": "That treaty"}}, [How.REWORDED]),
        (
            {},
            {"date": "1992-11", "evidence": (evidence("b"),)},
            [How.SHARPENED, How.CONFIRMED, How.WEAKENED],
        ),
    ],
)
def test_facts(before: dict[str, Any], now: dict[str, Any], wanted: list[How]) -> None:
    changes = compare(said(facts=(fact(**before),)), said(facts=(fact(**now),)))
    assert [how for each in changes.facts for how in each.how] == wanted


def test_facts_that_come_and_go() -> None:
    changes = compare(said(facts=(fact(),)), said(facts=(fact(id="line"),)))
    assert [(each.id, each.how) for each in changes.facts] == [
        ("line", (How.ADDED,)),
        ("treaty", (How.REMOVED,)),
    ]


def test_sentences_that_changed() -> None:
    old = said(paragraph("It was signed. Trade grew by 5 per cent. It was so."))
    new = said(paragraph("It was signed. Trade grew by 6 per cent. It was so."))
    (change,) = compare(old, new).paragraphs["en"]
    assert (change.section, change.op) == ("opening", Op.CHANGED)
    ((*runs,),) = change.sentences
    assert [(run.op.value, run.text) for run in runs] == [
        ("same", "Trade grew by "),
        ("deleted", "5"),
        ("inserted", "6"),
        ("same", " per cent. "),
    ]


def test_rows_of_tables() -> None:
    old = said(table(("Year", "Trade"), ("1992", "1"), ("1993", "2"), ("1994", "3")))
    new = said(table(("Year", "Trade"), ("1992", "1"), ("1993", "7"), ("1995", "3"), ("1996", "4")))
    (change,) = compare(old, new).paragraphs["en"]
    assert change.rows == {"changed": 1, "inserted": 2, "deleted": 1}


def test_works_are_added_merged_changed_and_renumbered() -> None:
    old = said(
        works=(
            work("a", 1, DOI="10.1/X"),
            work("b", 2, title="On Trade", issued={"date-parts": [[2001]]}),
            work("c", 3),
            work("gone", 4),
        )
    )
    new = said(
        works=(
            work("new", 1),
            work("other", 2, title="On trade.", issued={"date-parts": [[2001]]}),
            work("a2", 3, DOI="10.1/x"),
            work("c", 4, publisher="P"),
        )
    )
    changes = compare(old, new)
    assert [(each.key, each.how, each.into, each.fields) for each in changes.works] == [
        ("new", "added", "", ()),
        ("other", "added", "", ()),
        ("a2", "added", "", ()),
        ("c", "changed", "", ("publisher",)),
        ("a", "merged", "a2", ()),
        ("b", "merged", "other", ()),
        ("gone", "removed", "", ()),
    ]
    assert changes.renumbered == (("c", 3, 4),)


def test_sections_are_added_removed_and_moved() -> None:
    one = (paragraph("Words."),)
    old = said(a=one, b=one, c=one, d=one)
    new = said(a=one, c=one, b=one, e=one)
    assert set(compare(old, new).sections) in (
        {("b", "moved"), ("e", "added"), ("d", "removed")},
        {("c", "moved"), ("e", "added"), ("d", "removed")},
    )


def test_nothing_changed() -> None:
    state = said(paragraph("Words."), facts=(fact(),), works=(work("a", 1),))
    assert not compare(state, state).anything
