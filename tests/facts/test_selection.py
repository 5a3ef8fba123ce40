"""Which facts a table or a figure shows, and in which order."""

from __future__ import annotations

import pytest

from specimens import evidence, fact, measure, sound
from uchtil.facts import select_facts, select_remarks
from uchtil.model import Status

FACTS = [
    fact("undated", tags=frozenset({"line"})),
    fact("late", "2001-10-26", tags=frozenset({"line", "new"})),
    fact("month", "1977-11", theme="network"),
    fact("day", "1977-11-06", tags=frozenset({"line"})),
    fact("first", "1977-11-01"),
    measure("planned", "1990", "20", indicator="stations", status=Status.PLAN),
    measure(
        "counted",
        "1990",
        "22",
        indicator="stations",
        evidence=(evidence(), evidence("petrov2008")),
    ),
]


def chosen(**select: tuple[str, ...]) -> list[str]:
    return [each.id for each in select_facts(FACTS, select)]


def test_facts_come_in_order_of_time() -> None:
    # A month begins with its first day, and what ends sooner comes first.
    order = ["first", "month", "day", "planned", "counted", "late", "undated"]
    assert chosen() == order


@pytest.mark.parametrize(
    ("select", "ids"),
    [
        ({"tag": ("line",)}, ["day", "late", "undated"]),
        ({"tag": ("new", "line")}, ["day", "late", "undated"]),
        ({"tag": ("line",), "id": ("late", "first")}, ["late"]),
        ({"theme": ("network",)}, ["month"]),
        ({"kind": ("measure",)}, ["planned", "counted"]),
        ({"indicator": ("stations",), "status": ("plan",)}, ["planned"]),
        ({"indicator": ("length",)}, []),
        ({"status": ("actual", "plan")}, ["planned", "counted"]),
        ({"source": ("petrov2008",)}, ["counted"]),
    ],
)
def test_every_condition_must_admit_a_fact(
    select: dict[str, tuple[str, ...]], ids: list[str]
) -> None:
    assert chosen(**select) == ids


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^facts cannot be chosen by `colour`$"):
        chosen(colour=("red",))


@pytest.mark.parametrize(
    ("select", "ids"),
    [
        ({}, ["day-of-second-line", "first-in-region-unsupported"]),
        ({"severity": ("slight",)}, ["first-in-region-unsupported"]),
        ({"kind": ("conflict", "damage")}, ["day-of-second-line"]),
        ({"source": ("petrov2008",)}, ["day-of-second-line"]),
        ({"id": ("nobody",)}, []),
    ],
)
def test_remarks_are_chosen_likewise(select: dict[str, tuple[str, ...]], ids: list[str]) -> None:
    backwards = reversed(sound().remarks.values())  # the most serious comes first all the same
    assert [each.id for each in select_remarks(backwards, select)] == ids


def test_an_unknown_condition_of_remarks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^remarks cannot be chosen by `tag`$"):
        select_remarks(sound().remarks.values(), {"tag": ("line",)})
