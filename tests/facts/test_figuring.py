"""Figures that follow from others, as far as they are printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from specimens import HERE, measure, quantity, with_facts
from uchtil.facts import compare
from uchtil.facts.figuring import reckon
from uchtil.facts.printed import Interval, told_interval
from uchtil.model import Bound, Derivation, Fact, Figuring, Scale, Status

GROWTH = {"growth": Derivation(how=Figuring.GROWTH, of=("trade",), where=HERE)}
TIMES = {"growth": Derivation(how=Figuring.TIMES, of=("trade",), where=HERE)}
SHARE = {"share": Derivation(how=Figuring.SHARE, of=("works",), where=HERE)}


def told(*facts: Fact, **others: Any) -> list[str]:
    """Return what is found of figures, a line each."""
    ways = {how.value for how in Figuring}
    findings = [each for each in compare(with_facts(*facts, **others)) if each.matter in ways]
    return [f"{each.kind.value} {each.matter}: {each.text}" for each in findings]


def trade(fact_id: str, date: str, amount: str, **others: Any) -> Fact:
    """Return a volume of trade in billions."""
    return measure(
        fact_id, date, amount, indicator="trade", unit="usd", scale=Scale.BILLION, **others
    )


def growth(date: str, amount: str, unit: str = "percent", **others: Any) -> Fact:
    """Return a growth of trade."""
    return measure("g", date, amount, indicator="growth", unit=unit, **others)


def test_a_growth_on_the_year_before() -> None:
    base, result = trade("a", "2016", "1.5"), trade("b", "2017", "2.0")
    assert told(base, result, growth("2017", "31.2"), relations=GROWTH) == [
        "agreeing growth: 31.2 percent (g); 1.5 billion usd (a), 2.0 billion usd (b) "
        "make 25.8–41.4 percent"
    ]
    assert told(base, result, growth("2017", "45"), relations=GROWTH) == [
        "conflict growth: 45 percent (g); 1.5 billion usd (a), 2.0 billion usd (b) "
        "make 25.8–41.4 percent"
    ]
    assert told(base, result, growth("2018", "20"), relations=GROWTH) == [
        "open growth: 2.0 billion usd (b) and 20 percent (g) make the later value "
        "2.33–2.47 billion usd, which no fact gives"
    ]
    assert told(base, result, growth("", "45"), relations=GROWTH) == []
    assert told(base, result, growth("2017", "45")) == []


def test_a_growth_is_held_to_results_and_a_planned_one_to_plans() -> None:
    base, result = trade("a", "2016", "1"), trade("b", "2017", "3")
    plan = trade("c", "2017", "2", status=Status.PLAN)
    planned = growth("2017", "100", status=Status.PLAN)
    assert [each.split(":")[0] for each in told(base, result, plan, planned, relations=GROWTH)] == [
        "agreeing growth"
    ]
    assert told(base, plan, growth("2017", "100"), relations=GROWTH) == [
        "open growth: 1 billion usd (a) and 100 percent (g) make the later value "
        "0.998–3.01 billion usd, which no fact gives"
    ]


def test_a_month_is_held_to_the_same_month_of_the_year_before() -> None:
    months = trade("a", "2016-02", "1.0"), trade("b", "2017-02", "2.0")
    year = trade("c", "2016", "9.0")
    (line,) = told(*months, year, growth("2017-02", "100"), relations=GROWTH)
    assert line.startswith("agreeing growth: 100 percent (g); 1.0 billion usd (a)")


def test_a_rise_so_many_times() -> None:
    base, result = trade("a", "2017", "10"), trade("b", "2023", "230")
    (agreeing,) = told(base, result, growth("2017/2023", "23", "times"), relations=TIMES)
    assert agreeing.startswith("agreeing times: 23 times (g); ")
    assert told(base, result, growth("2017/2023", "10", "times"), relations=TIMES) == [
        "conflict times: 10 times (g); 10 billion usd (a), 230 billion usd (b) make 21.9–24.3 times"
    ]


def test_a_rise_that_has_not_ended_led_to_the_one_later_value() -> None:
    result = trade("b", "", "1100", bound=Bound.OVER)
    rise = growth("2016/..", "5", "times", bound=Bound.NEARLY)
    assert told(result, rise, relations=TIMES) == [
        "open times: over 1100 billion usd (b) and nearly 5 times (g) make the earlier value "
        "220 billion usd or more, which no fact gives"
    ]
    assert told(result, trade("c", "2020", "7"), rise, relations=TIMES) == []


def test_a_share_of_works() -> None:
    def works(fact_id: str, amount: str, status: Status) -> Fact:
        return measure(fact_id, "", amount, indicator="works", unit="cubic-metre", status=status)

    share = measure("s", "", "15", indicator="share", unit="percent")
    done, needed = works("a", "1400", Status.ACTUAL), works("b", "9300", Status.PLAN)
    (agreeing,) = told(done, needed, share, relations=SHARE)
    assert agreeing.startswith("agreeing share: 15 percent (s); ")
    (conflict,) = told(done, works("b", "7000", Status.PLAN), share, relations=SHARE)
    assert conflict.endswith("make 20 percent")
    assert told(done, share, relations=SHARE) == [
        "open share: 1400 cubic-metre (a) and 15 percent (s) make the whole "
        "9.03–9.66 thousand cubic-metre, which no fact gives"
    ]
    assert told(needed, share, relations=SHARE) == [
        "open share: 9300 cubic-metre (b) and 15 percent (s) make the part "
        "1.35–1.44 thousand cubic-metre, which no fact gives"
    ]


def follows(how: Figuring, *of: str) -> Derivation:
    """Return what a fact declares."""
    return Derivation(how=how, of=of, where=HERE)


def test_what_a_fact_declares() -> None:
    one, other = measure("a", "1977", "9"), measure("b", "1978", "5")
    total = measure("t", "1978", "14", follows_from=follows(Figuring.SUM, "a", "b"))
    assert told(one, other, total) == [
        "agreeing sum: 14 station (t); 9 station (a), 5 station (b) make 14 station"
    ]
    wrong = measure("t", "1978", "15", follows_from=follows(Figuring.SUM, "a", "b"))
    assert told(one, other, wrong) == [
        "conflict sum: 15 station (t); 9 station (a), 5 station (b) make 14 station"
    ]
    unread = measure("t", "1978", "15", follows_from=follows(Figuring.SUM, "a", "gone"))
    assert told(one, unread) == []


def test_half_of_a_length() -> None:
    needed = measure("a", "", "203", unit="kilometre", status=Status.PLAN)
    done = measure("b", "", "100", unit="kilometre", bound=Bound.NEARLY)

    def half(bound: Bound) -> list[str]:
        derivation = follows(Figuring.SHARE, "b", "a")
        said = measure("h", "", "50", unit="percent", bound=bound, follows_from=derivation)
        return told(needed, done, said)

    text = "nearly 100 kilometre (b), 203 kilometre (a) make 44.2–49.4 percent"
    assert half(Bound.ABOUT) == [f"agreeing share: about 50 percent (h); {text}"]
    assert half(Bound.EXACT) == [f"conflict share: 50 percent (h); {text}"]


def test_rounded_parts_may_make_a_little_more_than_the_total() -> None:
    parts = [quantity("33.3", "percent"), quantity("33.3", "percent"), quantity("33.4", "percent")]
    reckoned = reckon(Figuring.SUM, parts)
    assert reckoned is not None
    assert (str(reckoned.low), str(reckoned.high)) == ("99.85", "100.15")


def test_nothing_is_reckoned_from_nothing() -> None:
    assert reckon(Figuring.TIMES, [quantity("0"), quantity("9")]) is None
    assert told(trade("a", "2016", "0"), trade("b", "2017", "2"), growth("2017", "1")) == []


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        ("220", "Infinity", "220 x or more"),
        ("1523000000", "1525000000", "1.52 billion x"),
        ("999", "1001", "0.999–1 thousand x"),
        ("0", "0.5", "0–0.5 x"),
    ],
)
def test_how_a_reckoned_span_is_told(low: str, high: str, told: str) -> None:
    assert told_interval(Interval(low=Decimal(low), high=Decimal(high)), "x") == told
