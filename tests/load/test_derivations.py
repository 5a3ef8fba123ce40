"""What a figure follows from, as declared in facts and in terms.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.load import load_project
from uchtil.load.derivations import OF_FACTS, OF_INDICATOR
from uchtil.model import Derivation, Figuring
from uchtil.problems import Location, Problems

from .conftest import Read, change, told


def test_what_facts_follow_from(read: Read) -> None:
    assert read(OF_FACTS, "sum: [a, b, c]") == (
        Derivation(
            how=Figuring.SUM,
            of=("a", "b", "c"),
            where=Location(file="a.yaml", line=1, column=6),
        ),
        [],
    )
    assert read(OF_FACTS, "growth: [a, b]")[0].how is Figuring.GROWTH


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "growth: [a, b]\ntimes: [a, b]",
            "a.yaml:1:1: error[wrong-derivation]: a figure follows in one way, not in 2\n"
            "    give one of: growth, times, share, sum",
        ),
        (
            "times: [a, b, c]",
            "a.yaml:1:8: error[wrong-derivation]: `times` takes two facts, not 3\n"
            "    write times: [base, result]",
        ),
        (
            "sum: [a]",
            "a.yaml:1:6: error[wrong-derivation]: `sum` of `it` has 1, and needs 2\n"
            "    give a fact more",
        ),
    ],
)
def test_wrong_derivations(read: Read, text: str, message: str) -> None:
    assert read(OF_FACTS, text) == (None, [message])


def test_a_fact_that_stands_twice_is_told_once(read: Read) -> None:
    assert read(OF_FACTS, "sum: [a, a]")[1] == [
        "a.yaml:1:10: error[listed-twice]: `a` stands twice in `sum` of `it`\n    keep one of them"
    ]


def test_what_an_indicator_follows_from(read: Read) -> None:
    assert read(OF_INDICATOR, "share: works")[0] == Derivation(
        how=Figuring.SHARE, of=("works",), where=Location(file="a.yaml", line=1, column=8)
    )
    assert read(OF_INDICATOR, "{}") == (
        None,
        [
            "a.yaml:1:1: error[wrong-derivation]: a figure follows in one way, not in 0\n"
            "    give one of: growth, times, share"
        ],
    )


def test_a_project_with_relations(project: Path) -> None:
    change(
        project,
        "content/terms.yaml",
        "units:\n",
        "relations: {stations: {growth: line-length}}\nunits:\n",
    )
    problems = Problems()
    loaded = load_project(project, problems)
    assert told(problems) == []
    assert loaded is not None
    assert loaded.relations["stations"].of == ("line-length",)


def test_unknown_indicators_and_facts(project: Path) -> None:
    change(
        project,
        "content/terms.yaml",
        "units:\n",
        "relations: {statoins: {growth: line-lenght}}\nunits:\n",
    )
    change(
        project,
        "content/facts/opening.yaml",
        "value: {amount: 9, unit: station}",
        "value: {amount: 9, unit: station}\n    follows_from: {sum: [frist-line, length-1977]}",
    )
    problems = Problems()
    load_project(project, problems)
    assert told(problems) == [
        "content/facts/opening.yaml:38:26: error[unknown-fact]: unknown fact `frist-line`\n"
        "    did you mean `first-line`?",
        "content/terms.yaml:8:13: error[unknown-indicator]: unknown indicator `statoins`\n"
        "    did you mean `stations`?",
        "content/terms.yaml:8:32: error[unknown-indicator]: unknown indicator `line-lenght`\n"
        "    did you mean `line-length`?",
    ]
