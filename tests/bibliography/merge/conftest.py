from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from uchtil.bibliography.merge import (
    Arrival,
    MergePlan,
    Unified,
    arrival_of,
    merged_text,
    plan_merge,
    read_unified,
)
from uchtil.bibliography.reference import Reference
from uchtil.problems import Problems
from workshop import ROOT

DATA = ROOT / "tests" / "data" / "merge"
SHIPPED = ROOT / "bibliography" / "references.bib"

Merge = Callable[..., tuple[MergePlan, str]]


def arrived(text: str, language: str = "") -> tuple[Arrival, list[str]]:
    """Read a text as a bibliography that arrives: it, and every problem as it is told."""
    problems = Problems()
    arrival = arrival_of(text, "in", problems, language=language)
    assert arrival is not None, [str(each) for each in problems]
    return arrival, [str(problem) for problem in problems]


def one(fields: Mapping[str, str]) -> Reference:
    """Return a reference by its type and fields, as a case has them."""
    rest = {name: value for name, value in fields.items() if name != "type"}
    body = ",\n".join(f"{name} = {{{value}}}" for name, value in rest.items())
    (entry,) = arrived(f"@{fields['type']}{{k,\n{body}\n}}")[0].entries
    return entry.reference


def cases(name: str, *, same: bool | None = None) -> list[tuple[str, Reference, Reference]]:
    text = (DATA / name).read_text(encoding="utf-8")
    found = yaml.load(text, Loader=yaml.CSafeLoader)
    return [
        (case["why"], one(case["one"]), one(case["two"]))
        for case in found
        if case.get("same") is same
    ]


@pytest.fixture
def unified(tmp_path: Path) -> Callable[[str], Unified]:
    """Return a bibliography by its text."""

    def read(text: str) -> Unified:
        path = tmp_path / "references.bib"
        path.write_bytes(text.encode())
        problems = Problems()
        made = read_unified(path, "references.bib", problems)
        assert made is not None, [str(each) for each in problems.errors]
        return made

    return read


@pytest.fixture
def merge(unified: Callable[[str], Unified]) -> Merge:
    """Merge one text into another: the plan and what comes of it.

    Merging once more must change nothing, and so is tried each time.
    """

    def merged(here: str, there: str, language: str = "", **how: object) -> tuple[MergePlan, str]:
        arrival, _ = arrived(there, language)
        before = unified(here)
        plan = plan_merge(before, arrival, **how)  # type: ignore[arg-type]
        text = merged_text(before, plan)
        after = unified(text)
        if not how:
            again = plan_merge(after, arrival)
            assert again.changes_nothing
            assert merged_text(after, again) == text
        return plan, text

    return merged


@pytest.fixture(scope="session")
def shipped_unified() -> Unified:
    made = read_unified(SHIPPED, "references.bib", Problems())
    assert made is not None
    return made
