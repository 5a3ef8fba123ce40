"""The bands: which themes and years the facts cover, and which not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from specimens import evidence, fact, figure, sound, with_facts
from uchtil.language import language
from uchtil.model import Fact, When
from uchtil.render.figures import Works, draw
from uchtil.render.figures.bands import (
    WIDTH,
    Axis,
    Mark,
    axis_of,
    bands,
    mark_of,
    pack,
    year_of,
)
from uchtil.render.figures.lettering import lettering
from uchtil.render.figures.material import Material

SVG = "{http://www.w3.org/2000/svg}"
Golden = Callable[[str, str], None]

YEARS = Axis(first=1991, last=2026, earlier=True, later=True)


def drawn(templates: Path, *facts: Fact, code: str = "en") -> tuple[dict[str, Any], list[str]]:
    material = Material(project=with_facts(*facts), works=Works(), lettering=lettering(templates))
    return bands(list(facts), material, language(code))


def period(fact_id: str, date: str, label: str, source: str = "karimova2019") -> Fact:
    return fact(
        fact_id,
        date,
        tags=frozenset({"period"}),
        label=dict.fromkeys(("uz", "ru", "en"), label),
        evidence=(evidence(source),),
    )


# ------------------------------------------------------------------ the columns


def test_the_columns_run_from_the_first_period_to_the_review() -> None:
    facts = [fact("a", "1985"), fact("b", "2030")]
    assert axis_of(facts, [period("p", "1991/2000", "x")], 2026) == YEARS


def test_without_periods_the_first_fact_begins() -> None:
    assert axis_of([fact("a", "1985/1990"), fact("b")], [], 2026) == Axis(
        first=1985, last=2026, earlier=False, later=False
    )


def test_there_are_at_most_sixty_years() -> None:
    axis = axis_of([fact("a", "1465"), fact("b", "2001")], [], 2026)
    assert axis == Axis(first=1967, last=2026, earlier=True, later=False)


def test_what_reaches_beyond_the_last_year_needs_no_column_of_its_own() -> None:
    axis = axis_of([fact("a", "2024/2034"), fact("b", "2021/..")], [], 2026)
    assert (axis.last, axis.later) == (2026, False)


def test_nothing_dated_is_a_year_without_facts() -> None:
    assert axis_of([fact("a")], [], 2026).years == range(2026, 2027)


# ------------------------------------------------------------------ the marks


@pytest.mark.parametrize(
    ("date", "kind", "year"),
    [
        ("1998-10-31", "day", 1998),
        ("1998-12-31", "day", 1998),
        ("1991-01-01", "day", 1991),
        ("2017-03-22/2017-03-23", "day", 2017),
        ("1992-11", "month", 1992),
        ("2017", "year", 2017),
        ("2017~", "year", 2017),
    ],
)
def test_a_mark_stays_in_the_column_of_its_year(date: str, kind: str, year: int) -> None:
    mark = mark_of(When.parse(date), YEARS)
    assert mark.kind == kind
    assert YEARS.left(year) <= mark.left < mark.right <= YEARS.left(year) + YEARS.step


@pytest.mark.parametrize(
    ("date", "kind", "first", "last", "arrow"),
    [
        ("1991/2000", "span", 1991, 2000, False),
        ("2016-01-06/2018-02-10", "span", 2016, 2018, False),
        ("2021/..", "span", 2021, 2027, True),
        ("2024/2034", "span", 2024, 2027, True),
        ("../2000", "span", 1990, 2000, False),
        ("199X", "year", 1990, 1999, False),
        ("2030", "year", 2027, 2027, False),
        ("1465", "year", 1990, 1990, False),
    ],
)
def test_a_bar_runs_over_its_years(
    date: str, kind: str, first: int, last: int, arrow: bool
) -> None:
    mark = mark_of(When.parse(date), YEARS)
    assert (mark.kind, mark.arrow) == (kind, arrow)
    assert YEARS.left(first) <= mark.left < YEARS.left(first) + YEARS.step
    assert YEARS.left(last) < mark.right <= YEARS.left(last) + YEARS.step


def test_marks_of_a_lane_do_not_touch_and_dots_stand_side_by_side() -> None:
    dates = ["1991/2000", "1998", "1998", *["1998-10-31"] * 6, "199X", "2001/.."]
    marks = [mark_of(When.parse(date), YEARS) for date in dates]
    lanes = pack(marks, 0.8)
    assert lanes == len({mark.lane for mark in marks})
    for one, other in combinations(marks, 2):
        if one.lane == other.lane:
            assert one.right + 0.79 <= other.left or other.right + 0.79 <= one.left
    dots = [mark for mark in marks if mark.kind == "day"]
    assert len({dot.lane for dot in dots}) < len(dots)
    for dot in dots:
        assert YEARS.left(1998) <= dot.left < dot.right <= YEARS.left(1999)


def test_periods_that_touch_share_a_lane() -> None:
    marks = [Mark(kind="period", left=left, right=left + 10) for left in (0.0, 10.0, 20.0)]
    assert pack(marks, -0.1) == 1


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("1998-10-31", 1998),
        ("1998", 1998),
        ("2019-09-09/2019-09-13", 2019),
        ("2017/2018", None),
        ("199X", None),
        ("2021/..", None),
        ("../2000", None),
    ],
)
def test_the_year_that_a_fact_counts_for(date: str, year: int | None) -> None:
    assert year_of(When.parse(date)) == year


# ------------------------------------------------------------------ the whole


def test_every_theme_has_a_row_and_empty_years_are_told(templates: Path) -> None:
    facts = [fact("a", "2024-05"), fact("b", "2026"), fact("c"), fact("d", "2024/2025")]
    geometry, told = drawn(templates, *facts)
    themes = [theme.name["en"] for theme in sound().themes.values()]
    assert [" ".join(row["name"]) for row in geometry["rows"]] == themes
    opening = list(sound().themes).index("opening")
    assert [len(row["marks"]) for row in geometry["rows"]] == [
        3 if index == opening else 0 for index in range(len(themes))
    ]
    assert geometry["rows"][opening]["undated"] == 1
    assert [(year["count"]) for year in geometry["years"]] == [1, 0, 1]
    assert told == [
        f"{theme}: 2024 (1), 2026 (1), period (1), n.d. (1)"
        if index == opening
        else f"{theme}: no data"
        for index, theme in enumerate(themes)
    ] + ["year without a dated fact: 2025"]
    assert [entry["kind"] for entry in geometry["legend"]] == ["month", "year", "span", "empty"]


def test_periods_stand_above_by_source_and_not_among_the_facts(templates: Path) -> None:
    label = sound().sources["karimova2019"].label["en"]
    facts = [
        period("a", "1991/2010", f"The first ({label.split()[0]})"),
        period("b", "2011/..", "The second (of two)"),
        period("c", "1995", "A turn", "petrov2008"),
    ]
    geometry, told = drawn(templates, *facts)
    assert all(not row["marks"] for row in geometry["rows"])
    first, second = geometry["periods"]
    assert [band["lines"] for band in first["bands"]] == [["The first"], ["The second (of two)"]]
    assert [(band["lines"], band["anchor"]) for band in second["bands"]] == [(["A turn"], "start")]
    turn = second["bands"][0]
    assert turn["text_x"] > turn["x"] + turn["width"], "a narrow band has its label beside it"
    assert told[0] == (
        f"Periods proposed, {label}: 1991–2010 {facts[0].label and facts[0].label['en']}, "
        "since 2011 The second (of two)"
    )


def test_a_label_is_made_smaller_before_it_is_cut(templates: Path) -> None:
    facts = [period("a", "1991/2015", "Long"), period("b", "2016/2020", "Negotiations stage")]
    geometry, _ = drawn(templates, *facts)
    long, short = geometry["periods"][0]["bands"]
    assert (long["lines"], short["lines"]) == (["Long"], ["Negotiations", "stage"])
    assert short["size"] < long["size"]


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_nothing_leaves_the_drawing(code: str, templates: Path) -> None:
    facts = [fact(f"f{n}", f"{1991 + n % 36}-0{1 + n % 9}") for n in range(200)]
    facts += [fact(f"g{n}", f"{1991 + n}/{1993 + n}") for n in range(30)]
    geometry, _ = drawn(templates, *facts, period("p", "1991/..", "x"), code=code)
    for row in geometry["rows"]:
        for mark in row["marks"]:
            assert geometry["left"] <= mark["left"] < mark["right"] <= geometry["right"]
            assert row["y"] < mark["y"] < row["y"] + row["height"]
    letters = lettering(templates)
    for entry in geometry["legend"]:
        assert entry["x"] + 19 + letters.width(entry["text"], geometry["label_size"]) <= WIDTH
    tops = [row["y"] for row in geometry["rows"]]
    assert tops == sorted(tops)
    assert geometry["rows"][-1]["y"] < geometry["base"] < geometry["height"]


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_the_drawing(golden: Golden, templates: Path, code: str) -> None:
    project = with_facts(
        period("p", "1991/2008", "Before"),
        period("q", "2009/..", "After"),
        fact("a", "1998-10-31"),
        fact("b", "1992-11"),
        fact("c", "2017"),
        fact("d", "2016-01-06/2018-02-10"),
        fact("e", "2021/.."),
        fact("f", "2030"),
        fact("g"),
    )
    drawing = draw(figure("bands"), project, language(code), templates)
    root = etree.fromstring(drawing.svg)
    assert root.findtext(f"{SVG}desc") == drawing.alt
    golden(f"figures/bands.{code}.svg", drawing.svg + "\n")
