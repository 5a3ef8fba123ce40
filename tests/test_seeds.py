"""Defects planted in copies of the shipped review: each is told by its code, at its line.

The table is ``tests/seeds``; all seeds of a run stand in one copy, and one look has to tell
all of them and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

import workshop
from seeds import SEEDS
from seeds.ground import Told, copy_review
from seeds.runs import RUNS, matches, plant, prepared, shown, told
from uchtil.pipeline.check import check
from uchtil.problems import Problem, Problems, Severity


class Field:
    """What was planted in the copies, and what was told of each."""

    def __init__(self, folder: Path, request: pytest.FixtureRequest) -> None:
        self._folder = folder
        self._request = request
        self.told = cache(self._told)

    def _told(self, run: str) -> tuple[Mapping[str, tuple[Told, ...]], list[Problem]]:
        output = self._request.getfixturevalue("shipped_output") if "files" in run else None
        ground = prepared(run, self._folder / run, output)
        wanted = plant(ground, (seed for seed in SEEDS.values() if seed.run == run))
        return wanted, told(run, ground)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Field:
    return Field(tmp_path_factory.mktemp("seeds"), request)


def test_the_shipped_review_itself_has_neither_error_nor_warning(tmp_path: Path) -> None:
    ground = copy_review(tmp_path / "review")
    problems = Problems()
    check(ground.root, None, problems)
    assert [shown(each) for each in problems if each.severity is not Severity.NOTICE] == []


def test_there_are_enough_seeds_of_every_kind() -> None:
    assert len(SEEDS) >= 100
    assert all(seed.about for seed in SEEDS.values())


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_is_told_by_its_code_at_its_line(field: Field, name: str) -> None:
    wanted, found = field.told(SEEDS[name].run)
    for expected in wanted[name]:
        near = [shown(each) for each in found if each.where.file == expected.mark.file]
        assert any(matches(expected, each) for each in found), (expected, near)


@pytest.mark.parametrize("run", RUNS)
def test_nothing_else_is_told(field: Field, run: str) -> None:
    wanted, found = field.told(run)
    expected = [each for told in wanted.values() for each in told]
    assert [shown(each) for each in found if not any(matches(one, each) for one in expected)] == []
    assert len(found) <= len(expected), "one defect is told once"


def test_the_command_line_tells_them(field: Field, tmp_path: Path) -> None:
    ground = prepared("errors", tmp_path / "review", None)
    chosen = ("readings-clash", "citation-dropped", "latin-letter-in-a-russian-word")
    wanted = plant(ground, (SEEDS[name] for name in chosen))
    done = workshop.call("check", "--project", ground.root)
    assert done.returncode == 1
    for expected in (each for listed in wanted.values() for each in listed):
        file, line = expected.mark.place
        lines = [each for each in done.stderr.split("\n") if each.startswith(f"{file}:{line}:")]
        assert any(f"[{expected.code}]" in each for each in lines), expected
    assert done.stderr.endswith("3 errors\n"), done.stderr
