"""Facts compared by themselves: what is found within one, and between two."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from specimens import HERE, evidence, fact, measure, quantity, with_facts, words
from uchtil.facts import Compared, compare
from uchtil.load import load_project
from uchtil.model import (
    Bound,
    Fact,
    Name,
    Passage,
    Project,
    Remark,
    RemarkKind,
    Scale,
    Severity,
    Status,
)
from uchtil.problems import Problems

OTHER = (evidence("petrov2008"),)
TREATY = Name(
    id="pact",
    type="document",
    forms={"uz": "Doʻstlik bitimi", "ru": "Договор о дружбе", "en": "Treaty of Friendship"},
    where=HERE,
)


def told(*facts: Fact, **others: Any) -> list[str]:
    """Return what is found, a line each."""
    return lines(compare(with_facts(*facts, **others)))


def lines(findings: tuple[Compared, ...]) -> list[str]:
    """Return findings as text."""
    return [f"{each.kind.value} {each.matter}: {each.text}" for each in findings]


def billions(fact_id: str, date: str, amount: str, **others: Any) -> Fact:
    """Return a volume of trade."""
    standard = {"indicator": "trade", "unit": "usd", "scale": Scale.BILLION}
    return measure(fact_id, date, amount, **{**standard, **others})


def remark(*facts: str, kind: RemarkKind = RemarkKind.CONFLICT) -> Remark:
    """Return a remark about facts."""
    return Remark(
        id="why",
        kind=kind,
        severity=Severity.SLIGHT,
        passages=(Passage(source="petrov2008", anchor="words", where=HERE),),
        statement=words("x"),
        handling=words("y"),
        facts=facts,
        where=HERE,
    )


# ------------------------------------------------------------------ within one fact


def test_what_passages_of_one_fact_tell() -> None:
    less = fact("a", "1977-11-06", evidence=(evidence(), evidence("petrov2008", "1977-11")))
    assert told(less) == ["precision date: 1977-11-06 (karimova2019), 1977-11 (petrov2008)"]
    more = (*less.evidence, evidence("akhmedov1980", "1978"))
    assert told(replace(less, evidence=more)) == [
        "conflict date: 1977-11-06 (karimova2019), 1977-11 (petrov2008), 1978 (akhmedov1980)"
    ]


def test_values_and_statuses_of_one_fact() -> None:
    def read(**own: Any) -> list[str]:
        passages = (evidence(), evidence("petrov2008", **own))
        return told(measure("a", "1977", "9", evidence=passages))

    assert read(value=quantity("10")) == [
        "conflict value: 9 station, actual (karimova2019), 10 station, actual (petrov2008)"
    ]
    assert read(value=quantity("10"), status=Status.PLAN) == [
        "status value: 9 station, actual (karimova2019), 10 station, plan (petrov2008)"
    ]
    assert read(value=quantity("9", bound=Bound.ABOUT)) == [
        "precision value: 9 station, actual (karimova2019), about 9 station, actual (petrov2008)"
    ]
    assert read(status=Status.PLAN) == ["status status: actual (karimova2019), plan (petrov2008)"]
    assert read() == []


# ------------------------------------------------------------------ between two measures


def test_two_values_of_one_thing_and_period() -> None:
    first = billions("a", "2017", "2", names=("x", "y"))
    second = billions("b", "2017", "3", names=("y", "x"), evidence=OTHER)
    assert told(first, second) == [
        "conflict value: 2 billion usd (a, actual), and 3 billion usd (b, actual) for 2017"
    ]
    fine = replace(second, value=quantity("2.3", "usd", scale=Scale.BILLION))
    assert told(first, fine) == [
        "precision value: 2 billion usd (a, actual), and 2.3 billion usd (b, actual) for 2017"
    ]
    assert told(first, replace(second, value=first.value)) == []


@pytest.mark.parametrize(
    "others",
    [
        {"names": ("x", "z")},
        {"indicator": "another"},
        {"unit": "eur"},
        {"date": "2018"},
        {"date": "2017/2019"},
        {"date": ""},
    ],
)
def test_another_thing_or_period_is_no_conflict(others: dict[str, Any]) -> None:
    given = {"names": ("x", "y"), "date": "2017", **others}
    other = billions("b", given.pop("date"), "3", **given)
    assert told(billions("a", "2017", "2", names=("x", "y")), other) == []


def test_a_plan_and_its_result_are_a_pair() -> None:
    plan = billions("a", "2022", "5", status=Status.PLAN)
    assert told(plan, billions("b", "2022", "4")) == [
        "status value: 5 billion usd (a, plan), and 4 billion usd (b, actual) for 2022"
    ]
    estimate = billions("c", "2022", "4", status=Status.ESTIMATE)
    assert told(billions("b", "2022", "4"), estimate) == []
    assert told(plan, billions("b", "2022", "6", status=Status.TARGET)) == [
        "conflict value: 5 billion usd (a, plan), and 6 billion usd (b, target) for 2022"
    ]


def test_a_target_that_a_later_result_has_not_reached() -> None:
    target = billions("a", "2020", "5", status=Status.TARGET)
    results = (billions("c", "2022", "6"), billions("b", "2021", "4"))
    assert told(target, *results) == [
        "status value: 5 billion usd (a, target) for 2020, "
        "and 4 billion usd (b, actual) still for 2021"
    ]
    assert told(target, results[0]) == []


def test_undated_figures_of_the_same_source_under_other_labels_are_two_things() -> None:
    building = measure("a", "", "3400", indicator="jobs", label=words("Jobs while building"))
    lasting = measure("b", "", "500", indicator="jobs", label=words("Lasting work"))
    only = {"uz": "a", "ru": "b"}
    building, lasting = (
        replace(each, label={**only, "en": (each.label or {})["en"].removesuffix(" (en)")})
        for each in (building, lasting)
    )
    assert told(building, lasting) == []
    conflict = ["conflict value: 3400 station (a, actual), and 500 station (b, actual)"]
    assert told(building, replace(lasting, label=building.label)) == conflict
    assert told(building, replace(lasting, evidence=OTHER)) == conflict


def test_the_same_figure_for_two_years() -> None:
    target = billions("a", "2020", "5", status=Status.TARGET)
    plan = billions("b", "2022", "5", status=Status.PLAN, evidence=OTHER)
    text = "5 billion usd (a, target) for 2020, and 5 billion usd (b, plan) for 2022"
    assert told(target, plan) == [f"conflict date: {text}"]
    assert told(target, replace(plan, evidence=target.evidence)) == [f"repeated date: {text}"]
    assert told(billions("a", "2020", "5"), billions("b", "2021", "5", evidence=OTHER)) == [
        "repeated date: 5 billion usd (a, actual) for 2020, and 5 billion usd (b, actual) for 2021"
    ]


# ------------------------------------------------------------------ between two events


def signing(fact_id: str, date: str, **others: Any) -> Fact:
    """Return the signing of the treaty."""
    standard: dict[str, Any] = {
        "names": ("pact", "tashkent"),
        "tags": frozenset({"document"}),
        "label": {"uz": "a", "ru": "б", "en": "Treaty of Friendship signed"},
    }
    return fact(fact_id, date, **{**standard, **others})


def test_a_treaty_is_signed_once() -> None:
    known = {"pact": TREATY}
    one = signing("a", "1998-10-31")
    assert told(one, signing("b", "1999"), names=known) == [
        "conflict date: 1998-10-31 (a), and 1999 (b)"
    ]
    plain = {"uz": "a", "ru": "б", "en": "Treaty of Friendship"}
    assert told(one, signing("b", "1998", label=plain), names=known) == [
        "precision date: 1998-10-31 (a), and 1998 (b)"
    ]
    ratified = {**plain, "en": "Treaty of Friendship ratified"}
    assert told(one, signing("b", "1999", label=ratified), names=known) == []
    assert told(one, signing("b", "1999", tags=frozenset({"feast"})), names=known) == []
    assert told(one, signing("b", "1999", names=("pact", "q", "r")), names=known) == []
    assert told(one, signing("b", ""), names=known) == []


def test_a_meeting_in_one_year_may_be_one_or_two() -> None:
    names, label = ("nazarbayev", "karimov"), {"uz": "a", "ru": "б", "en": "Talks in Almaty"}
    one = fact("a", "2019-05-01/2019-05-02", names=names, label=label)
    text = "conflict date: 2019-05-01/2019-05-02 (a), and 2019-05-02/2019-05-03 (b)"
    other = fact("b", "2019-05-02/2019-05-03", names=names, label=label, evidence=OTHER)
    assert told(one, other) == [text]
    both = (*one.evidence, *OTHER)
    assert told(one, replace(other, evidence=both)) == []
    assert told(one, fact("b", "2021", names=names, label=label, evidence=OTHER)) == []
    longer = {**label, "en": "Further talks in Almaty"}
    assert told(one, fact("b", "2020", names=names, label=longer, evidence=OTHER)) == []
    assert told(one, replace(other, names=("karimov", "q"))) == []
    assert told(one, replace(other, label={**label, "en": "Congress"})) == []


def test_the_same_words_in_neighbouring_years_are_one_event() -> None:
    label = {"uz": "a", "ru": "б", "en": "Change of leadership"}
    one = fact("a", "2016", names=("x",), label=label)
    other = fact("b", "2017", names=("x",), label=label, evidence=OTHER)
    assert told(one, other) == ["conflict date: 2016 (a), and 2017 (b)"]
    assert told(other, one) == ["conflict date: 2017 (b), and 2016 (a)"]


def test_a_pair_that_lasts_two_years_is_told_once() -> None:
    label = {"uz": "a", "ru": "б", "en": "Talks"}
    one = fact("a", "2019-05/2020-06", names=("x",), label=label)
    other = fact("b", "2019-06/2020-07", names=("x",), label=label, evidence=OTHER)
    assert len(told(one, other)) == 1


# ------------------------------------------------------------------ answers


def test_what_answers_a_conflict() -> None:
    facts = (billions("a", "2017", "2"), billions("b", "2017", "3"))

    def answers(*facts: Fact, **others: Any) -> list[str]:
        (finding,) = compare(with_facts(*facts, **others))
        return [str(each) for each in finding.answers]

    assert answers(*facts) == []
    assert answers(facts[0], replace(facts[1], resolution=words("why"))) == ["resolution of b"]
    assert answers(*facts, remarks={"why": remark("b", "a", "c")}) == ["remark why"]
    assert answers(*facts, remarks={"why": remark("a")}) == []
    stale = remark("a", "b", kind=RemarkKind.STALE_TEXT)
    assert answers(*facts, remarks={"why": stale}) == ["remark why"]
    about_names = remark("a", "b", kind=RemarkKind.WRONG_NAME)
    assert answers(*facts, remarks={"why": about_names}) == []


# ------------------------------------------------------------------ the shipped review


def shipped() -> Project:
    """Return the review that the program comes with."""
    project = load_project(Path(__file__).resolve().parents[2], Problems())
    assert project is not None
    return project


def test_every_conflict_of_the_shipped_review_is_answered() -> None:
    conflicts = [each for each in compare(shipped()) if each.kind.value == "conflict"]
    assert [each.text for each in conflicts if not each.answers] == []
    assert ("trade-target-2020", "trade-plan-2022") in [each.facts for each in conflicts]


def test_a_clash_planted_in_the_shipped_review_is_found() -> None:
    project = shipped()
    trade = project.facts["trade-2021"]
    assert trade.value is not None
    planted = replace(
        trade, id="planted", value=replace(trade.value, amount=trade.value.amount + 1)
    )
    facts = {**project.facts, "planted": planted}
    new = set(compare(replace(project, facts=facts))) - set(compare(project))
    assert [(each.kind.value, each.facts) for each in new if not each.answers] == [
        ("conflict", ("trade-2021", "planted"))
    ]
