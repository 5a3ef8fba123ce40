"""Figures: where things are drawn, and what is said to those who do not see them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from specimens import fact, figure, measure, sound, with_facts
from uchtil.language import language
from uchtil.model import Bound, Project, Scale, Status
from uchtil.render.cyrillic import with_cyrillic
from uchtil.render.figures import Drawing, draw
from uchtil.render.figures.lettering import Lettering
from uchtil.render.figures.series import nice_scale, series
from uchtil.render.figures.timeline import spread, timeline

SVG = "{http://www.w3.org/2000/svg}"


def drawn(kind: str, project: Project, templates: Path, code: str = "en") -> Drawing:
    return draw(figure(kind), project, language(code), templates)


# ------------------------------------------------------------------ the drawing


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
@pytest.mark.parametrize("kind", ["timeline", "series"])
def test_a_drawing_is_whole_and_named(kind: str, code: str, templates: Path) -> None:
    project = with_facts(measure("a", "1977", "9"), fact("b", "1984-12-08"))
    drawing = drawn(kind, project, templates, code)
    root = etree.fromstring(drawing.svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("lang") == language(code).tag
    assert root.get("aria-labelledby") == f"{code}-drawn-title {code}-drawn-desc"
    assert root.findtext(f"{SVG}title") == f"Caption ({code})"
    assert root.findtext(f"{SVG}desc") == drawing.alt


def test_marks_in_data_stay_data(templates: Path) -> None:
    label = dict.fromkeys(("uz", "ru", "en"), '<script>"&amp;')
    drawing = drawn("timeline", with_facts(fact("a", "1977", label=label)), templates)
    texts = [text.text for text in etree.fromstring(drawing.svg).iter(f"{SVG}text")]
    assert '<script>"&amp;' in texts


def test_the_alternative_tells_every_value(templates: Path) -> None:
    project = with_facts(measure("a", "1977", "9"), measure("b", "1990", "20", status=Status.PLAN))
    assert drawn("series", project, templates, "en").alt == (
        "Alt (en) 1977: 9\u00a0stations (actual); 1990: 20\u00a0stations (plan)."
    )
    for code in ("uz", "ru"):
        alt = drawn("series", project, templates, code).alt
        assert alt.startswith(f"Alt ({code}) 1977: 9\u00a0")
        assert alt.endswith(f"({language(code).terms.status(Status.PLAN)}).")


def test_the_alternative_tells_every_event(templates: Path) -> None:
    project = with_facts(fact("b", "1984-12-08"), fact("a", "1977"))
    assert drawn("timeline", project, templates).alt == (
        "Alt (en) 1977: what a says (en); 8\u00a0December 1984: what b says (en)."
    )


# ------------------------------------------------------------------ the timeline


def test_events_stand_at_their_place_in_order() -> None:
    facts = [fact("a", "1972"), fact("b", "1977-11-06"), fact("c", "2001-10-26")]
    geometry, _ = timeline(facts, sound(), language("en"))
    years = {mark["year"]: mark["at"] for mark in geometry["marks"]}
    assert list(years) == list(range(1970, 2006, 5))
    for event, (before, after) in zip(
        geometry["events"], [(1970, 1975), (1975, 1980), (2000, 2005)], strict=True
    ):
        assert years[before] < event["at"] < years[after]
    a, b, _ = geometry["events"]
    assert a["to"] - a["from"] > 9, "a year is as long as it is"
    assert b["to"] == b["from"], "a day is a point"


def test_labels_never_overlap_nor_leave_the_drawing() -> None:
    facts = [fact(f"f{n}", f"1991-{n:02d}-{n:02d}") for n in range(1, 13)] * 2
    facts.sort(key=lambda each: each.date.first if each.date else None)
    geometry, _ = timeline(facts, sound(), language("en"))
    rows = [event["row"] for event in geometry["events"]]
    assert all(after - before >= 22.99 for before, after in pairwise(rows))
    assert rows[0] > 0
    assert rows[-1] < geometry["height"]


@pytest.mark.parametrize("date", ["2018-03-12/..", "../2018"])
def test_an_open_span_is_drawn_at_the_end_that_is_told(date: str) -> None:
    geometry, told = timeline([fact("a", date)], sound(), language("en"))
    assert [mark["year"] for mark in geometry["marks"]] == [2015, 2020]
    assert geometry["height"] < 200
    assert "2018" in told[0]


def test_wide_dates_push_the_labels_aside() -> None:
    letters = Lettering({})  # 0.7 of the size a letter
    project = with_cyrillic(with_facts(fact("b", "2019-04-14/2019-04-15"), fact("a", "2018")))
    facts = [project.facts["b"], project.facts["a"]]
    place = {
        code: timeline(facts, sound(), language(code), letters)[0]["label_x"]
        for code in ("en", "uz-cyrl")
    }
    # "14–15 April 2019" has 16 letters, "2019 йил 14–15 апрель" has 21
    assert place == {"en": 96 + 16 * 8.75 + 14, "uz-cyrl": 96 + 21 * 8.75 + 14}
    assert timeline(facts[1:], sound(), language("en"), letters)[0]["label_x"] == 234
    assert timeline(facts, sound(), language("en"))[0]["label_x"] == 234


def test_nothing_to_draw_is_an_empty_axis() -> None:
    geometry, told = timeline([fact("undated")], sound(), language("en"))
    assert (geometry["events"], told) == ([], [])


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([], []),
        ([50.0], [50.0]),
        ([10.0, 40.0, 90.0], [10.0, 40.0, 90.0]),
        ([50.0, 50.0], [45.0, 55.0]),
        ([50.0, 50.0, 58.0], [42.67, 52.67, 62.67]),
        ([0.0, 0.0, 0.0], [0.0, 10.0, 20.0]),
        ([100.0, 100.0], [90.0, 100.0]),
    ],
)
def test_spread(wanted: list[float], places: list[float]) -> None:
    assert spread(wanted, 10, 0, 100) == places


# ------------------------------------------------------------------ the series


@pytest.mark.parametrize(
    ("largest", "top", "step"),
    [
        ("9", "10", "2"),
        ("6", "6", "1"),
        ("6.1", "8", "2"),
        ("1", "1.0", "0.2"),
        ("0.3", "0.30", "0.05"),
        ("4500000000", "5000000000", "1000000000"),
        ("10", "10", "2"),
        ("100", "100", "20"),
        ("0", "1", "0.2"),
    ],
)
def test_the_axis_has_round_numbers(largest: str, top: str, step: str) -> None:
    assert nice_scale(Decimal(largest)) == (Decimal(top), Decimal(step))


@pytest.mark.parametrize("number", range(1, 400, 7))
def test_the_axis_holds_every_value(number: int) -> None:
    top, step = nice_scale(Decimal(number) / 7)
    assert top >= Decimal(number) / 7
    assert top / step <= 6


def test_gaps_are_seen_and_undated_values_stand_apart() -> None:
    facts = [
        measure("a", "2017", "2", unit="usd", scale=Scale.BILLION),
        measure("b", "2020", "3", unit="usd", scale=Scale.BILLION, status=Status.ESTIMATE),
        measure("c", "2020", "5", unit="usd", scale=Scale.BILLION, status=Status.TARGET),
        measure("d", "", "4", unit="usd", scale=Scale.BILLION, bound=Bound.OVER),
    ]
    geometry, told = series(facts, sound(), language("en"))
    assert [column["text"] for column in geometry["columns"]] == [
        "2017",
        "2018",
        "2019",
        "2020",
        "n.d.",
    ]
    assert geometry["statuses"] == ["actual", "estimate", "target"]
    assert [value["status"] for value in geometry["values"]] == [
        "actual",
        "estimate",
        "target",
        "actual",
    ]
    heights = [value["height"] for value in geometry["values"]]
    assert heights[2] == max(heights)
    assert heights[0] / heights[2] == pytest.approx(2 / 5, abs=0.01)
    assert geometry["unit"] == "US$"
    assert told == [
        "2017: US$2\u00a0billion (actual)",
        "2020: US$3\u00a0billion (estimate)",
        "2020: US$5\u00a0billion (target)",
        "n.d.: more than US$4\u00a0billion (actual)",
    ]


def test_values_of_nothing_are_drawn() -> None:
    geometry, _ = series([measure("a", "2017", "0")], sound(), language("en"))
    assert [value["height"] for value in geometry["values"]] == [0.0]
