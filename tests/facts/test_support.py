"""What the evidence behind a fact amounts to."""

from __future__ import annotations

import pytest

from specimens import evidence, fact, quantity
from uchtil.facts import Support, clashes, readings_clash, support_of
from uchtil.model import Bound, Scale, Status


def test_one_source_is_single_however_many_passages() -> None:
    assert support_of(fact(evidence=(evidence(), evidence()))) is Support.SINGLE
    less = (evidence(date="1977-11"), evidence())
    assert support_of(fact(date="1977-11-06", evidence=less)) is Support.SINGLE


def test_two_sources_corroborate() -> None:
    both = (evidence(), evidence("petrov2008"))
    assert support_of(fact(evidence=both)) is Support.CORROBORATED


def test_less_precision_is_a_difference() -> None:
    both = (evidence(), evidence("petrov2008", date="1977-11"))
    assert support_of(fact(date="1977-11-06", evidence=both)) is Support.DIFFERING


def test_what_cannot_both_hold_is_contested() -> None:
    both = (evidence(), evidence("petrov2008", date="1977-12"))
    assert support_of(fact(date="1977-11-06", evidence=both)) is Support.CONTESTED


@pytest.mark.parametrize(
    ("kept", "said", "clash"),
    [
        (quantity("9"), quantity("9"), False),
        (quantity("9"), quantity("10"), True),
        (quantity("9.0"), quantity("9"), False),
        (quantity("2", scale=Scale.THOUSAND), quantity("2000"), False),
        (quantity("2", scale=Scale.THOUSAND), quantity("2"), True),
        (quantity("100"), quantity("90", bound=Bound.OVER), False),
        (quantity("100", bound=Bound.ABOUT), quantity("104"), False),
        (quantity("10", upper="12"), quantity("10", upper="12"), False),
        (quantity("10", upper="12"), quantity("10"), False),
        (quantity("10", upper="12"), quantity("13"), True),
        (quantity("10", upper="12"), quantity("11", upper="13"), True),
        (quantity("10", upper="14"), quantity("11", upper="13"), False),
        (quantity("4", scale=Scale.BILLION), quantity("4.2", scale=Scale.BILLION), False),
        (quantity("4", scale=Scale.BILLION), quantity("4.5", scale=Scale.BILLION), True),
        (quantity("4", scale=Scale.BILLION), quantity("4200", scale=Scale.MILLION), False),
        (quantity("4.0", scale=Scale.BILLION), quantity("4.2", scale=Scale.BILLION), True),
        (quantity("26"), quantity("27"), True),
        (quantity("100", bound=Bound.OVER), quantity("150"), False),
        (quantity("100", bound=Bound.OVER), quantity("99"), True),
        (quantity("100", bound=Bound.OVER), quantity("300"), True),
        (quantity("100", bound=Bound.UNDER), quantity("60"), False),
        (quantity("100", bound=Bound.UNDER), quantity("40"), True),
        (quantity("100", bound=Bound.AT_LEAST), quantity("300"), False),
        (quantity("100", bound=Bound.OVER), quantity("150", bound=Bound.OVER), False),
        (quantity("100", bound=Bound.AT_LEAST), quantity("90", bound=Bound.UNDER), True),
        (quantity("100", bound=Bound.NEARLY), quantity("96"), False),
        (quantity("100", bound=Bound.NEARLY), quantity("101"), True),
        (quantity("100", bound=Bound.ABOUT), quantity("120"), True),
        (quantity("9"), quantity("9", unit="kilometre"), True),
    ],
)
def test_which_values_clash(kept: object, said: object, clash: bool) -> None:
    passage = evidence(value=said)
    assert readings_clash(fact(value=kept, evidence=(passage,)), passage) is clash


def test_another_status_of_the_same_value_is_no_clash() -> None:
    passage = evidence(value=quantity("9"), status=Status.PLAN)
    measured = fact(value=quantity("9"), status=Status.ACTUAL, evidence=(passage,))
    assert not readings_clash(measured, passage)


def test_a_plan_of_another_value_is_no_clash_but_two_plans_are() -> None:
    for status, other, clash in (
        (Status.ACTUAL, Status.PLAN, False),
        (Status.ACTUAL, Status.ESTIMATE, False),
        (Status.TARGET, Status.PLAN, True),
        (Status.ACTUAL, None, True),
    ):
        passage = evidence(value=quantity("10"), status=other)
        told = fact(value=quantity("9"), status=status, evidence=(passage,))
        assert readings_clash(told, passage) is clash


def test_two_passages_may_clash_with_each_other_alone() -> None:
    passages = (evidence(date="1992-11"), evidence("petrov2008", date="1992-12"))
    year = fact(date="1992", evidence=passages)
    assert not any(readings_clash(year, each) for each in passages)
    assert list(clashes(year)) == [("date", passages)]
    assert support_of(year) is Support.CONTESTED


def test_days_within_a_span_are_its_parts() -> None:
    passages = (evidence(date="1992-11-22"), evidence("petrov2008", date="1992-11-23"))
    assert list(clashes(fact(date="1992-11-22/1992-11-23", evidence=passages))) == []


@pytest.mark.parametrize(
    ("kept", "said", "clash"),
    [
        ("1998~", "1999", False),
        ("1998~", "2000", True),
        ("1998-10~", "1998-11", False),
        ("1998-10-31~", "1998-10-30", False),
        ("1998-10-31", "1998-10-30", True),
        ("199X~", "2003", False),
        ("0001~", "0001", False),
        ("2018-03-12/..", "2018", True),
        ("2018/..", "2019", False),
    ],
)
def test_about_widens_a_date(kept: str, said: str, clash: bool) -> None:
    passage = evidence(date=said)
    assert readings_clash(fact(date=kept, evidence=(passage,)), passage) is clash


def test_a_reading_of_what_the_fact_does_not_tell_is_no_clash() -> None:
    assert not readings_clash(fact(), evidence(date="1977", value=quantity("9")))
