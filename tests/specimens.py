"""Records for tests: single facts, and the sound project read into memory."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from uchtil.bibliography import Reference, read_bibliography
from uchtil.load import load_project
from uchtil.model import (
    Bound,
    Evidence,
    Fact,
    Figure,
    Kind,
    Project,
    Quantity,
    Scale,
    Status,
    Table,
    Unit,
    When,
)
from uchtil.problems import Location, Problems
from workshop import SOUND

HERE = Location(file="content/facts/test.yaml", line=1)


def words(text: str) -> dict[str, str]:
    """Return a text in every language, each marked with its code."""
    return {code: f"{text} ({code})" for code in ("uz", "ru", "en")}


def quantity(amount: str, unit: str = "station", **others: Any) -> Quantity:
    """Return a value."""
    if "upper" in others:
        others["upper"] = Decimal(others["upper"])
    return Quantity(amount=Decimal(amount), unit=unit, **others)


def evidence(source: str = "karimova2019", date: str = "", **others: Any) -> Evidence:
    """Return the passage of one source."""
    when = When.parse(date) if date else None
    return Evidence(source=source, anchor="some words", date=when, where=HERE, **others)


def fact(fact_id: str = "a-fact", date: str = "", **others: Any) -> Fact:
    """Return a fact with one passage."""
    standard: dict[str, Any] = {
        "kind": Kind.EVENT,
        "theme": "opening",
        "statement": words(f"what {fact_id} says"),
        "evidence": (evidence(),),
        "where": HERE,
    }
    return Fact(id=fact_id, date=When.parse(date) if date else None, **{**standard, **others})


def measure(fact_id: str, date: str, amount: str, **others: Any) -> Fact:
    """Return a measured value."""
    unit, scale = others.pop("unit", "station"), others.pop("scale", Scale.ONE)
    return fact(
        fact_id,
        date,
        kind=Kind.MEASURE,
        value=quantity(amount, unit, scale=scale, bound=others.pop("bound", Bound.EXACT)),
        status=others.pop("status", Status.ACTUAL),
        **others,
    )


def figure(kind: str, /, **select: tuple[str, ...]) -> Figure:
    """Return a figure of a kind, with what it selects."""
    return Figure(
        id="drawn", kind=kind, caption=words("Caption"), alt=words("Alt"), select=select, where=HERE
    )


def table(*columns: str, rows: str = "facts", **select: tuple[str, ...]) -> Table:
    """Return a table with its columns and what it selects."""
    return Table(
        id="listed", kind=rows, caption=words("Caption"), select=select, columns=columns, where=HERE
    )


DOLLAR = Unit(
    id="usd",
    forms={"uz": {"other": "AQSH dollari"}, "ru": {"other": "долл. США"}, "en": {"other": "US$"}},
    before=frozenset({"en"}),
    where=HERE,
)


@cache
def sound() -> Project:
    """The sound project."""
    problems = Problems()
    project = load_project(SOUND, problems)
    assert project is not None
    assert list(problems) == []
    return replace(project, units={**project.units, "usd": DOLLAR})


@cache
def references() -> dict[str, Reference]:
    """The bibliography of the sound project."""
    problems = Problems()
    read = read_bibliography(
        SOUND / "bibliography" / "references.bib", "bibliography/references.bib", problems
    )
    assert list(problems) == []
    return dict(read)


def with_facts(*facts: Fact, **others: Any) -> Project:
    """Return the sound project with other facts."""
    others = {"remarks": {}, **others}  # those of the sound project tell of its facts
    return replace(sound(), facts={each.id: each for each in facts}, **others)
