"""What the evidence behind a fact amounts to."""

from __future__ import annotations

import pytest

from specimens import evidence, fact, quantity
from uchtil.facts import Support, readings_clash, support_of
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
        (quantity("10", upper="12"), quantity("10"), True),
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


def test_a_reading_of_what_the_fact_does_not_tell_is_no_clash() -> None:
    assert not readings_clash(fact(), evidence(date="1977", value=quantity("9")))
