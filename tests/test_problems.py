"""Problems: how they are told, in which order, and the hints."""

from __future__ import annotations

import pytest

from uchtil.problems import Location, Problem, Problems, ProblemsFound, Severity, did_you_mean


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (Location(file="a.yaml"), "a.yaml"),
        (Location(file="a.yaml", line=3), "a.yaml:3"),
        (Location(file="a.yaml", line=3, column=7), "a.yaml:3:7"),
        (Location(file="a.yaml", column=7), "a.yaml"),
    ],
)
def test_a_place(where: Location, text: str) -> None:
    assert str(where) == text


def test_a_problem_with_and_without_a_hint() -> None:
    where = Location(file="a", line=1)
    assert str(Problem(code="x", message="m", where=where)) == "a:1: error[x]: m"
    told = Problem(code="x", message="m", where=where, hint="h", severity=Severity.NOTICE)
    assert str(told) == "a:1: notice[x]: m\n    h"


def test_problems_come_by_place_and_once() -> None:
    problems = Problems()
    problems.error("c", "third", Location(file="b", line=1))
    problems.warning("b", "second", Location(file="a", line=10))
    problems.notice("a", "first", Location(file="a", line=2))
    problems.error("c", "third", Location(file="b", line=1))
    assert [problem.message for problem in problems] == ["first", "second", "third"]
    assert len(problems) == 3
    assert [problem.code for problem in problems.errors] == ["c"]


def test_errors_stop_with_everything_that_was_found() -> None:
    problems = Problems()
    problems.warning("w", "warned", Location(file="a"))
    problems.stop_on_errors()
    problems.error("e", "wrong", Location(file="b"))
    with pytest.raises(ProblemsFound) as raised:
        problems.stop_on_errors()
    assert str(raised.value) == "a: warning[w]: warned\nb: error[e]: wrong"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("tursonov2026", "did you mean `tursunov2026`?"),
        ("ramatov", "did you mean `ramatov2026`?"),
        ("somebody", ""),
        ("", ""),
    ],
)
def test_what_was_meant(word: str, hint: str) -> None:
    assert did_you_mean(word, ["tursunov2026", "ramatov2026"]) == hint
