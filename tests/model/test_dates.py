"""Dates as sources give them."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from uchtil.model import Point, Precision, When


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1998-10-31", day(1998, 10, 31), day(1998, 10, 31)),
        ("1998-10", day(1998, 10, 1), day(1998, 10, 31)),
        ("1998", day(1998, 1, 1), day(1998, 12, 31)),
        ("199X", day(1990, 1, 1), day(1999, 12, 31)),
        ("2000-02", day(2000, 2, 1), day(2000, 2, 29)),
        ("1900-02", day(1900, 2, 1), day(1900, 2, 28)),
        ("1998~", day(1998, 1, 1), day(1998, 12, 31)),
        ("2017-03-22/2017-03-23", day(2017, 3, 22), day(2017, 3, 23)),
        ("2017/2019-05", day(2017, 1, 1), day(2019, 5, 31)),
        ("2018-03-12/..", day(2018, 3, 12), datetime.date.max),
        ("../2000", datetime.date.min, day(2000, 12, 31)),
        ("1990/199X", day(1990, 1, 1), day(1999, 12, 31)),
    ],
)
def test_what_a_date_covers(text: str, first: datetime.date, last: datetime.date) -> None:
    when = When.parse(text)
    assert (when.first, when.last) == (first, last)
    assert str(when) == text, "a date is written as it was read"
    assert When.parse(str(when)) == when


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "31.10.1998",
            "`31.10.1998` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B",
        ),
        ("98", "`98` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("", "`` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("١٩٩٨", "`١٩٩٨` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("1998-1", "`1998-1` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("19XX", "`19XX` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("1998/", "`` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("1998\n", "`1998\n` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"),
        ("1998-13", "`1998-13` is impossible: there is no month 13"),
        ("1998-00", "`1998-00` is impossible: there is no month 00"),
        ("1998-02-30", "`1998-02-30` is impossible: February 1998 has 28 days"),
        ("2000-02-30", "`2000-02-30` is impossible: February 2000 has 29 days"),
        ("1998-04-00", "`1998-04-00` is impossible: April 1998 has 30 days"),
        ("0000", "`0000` is impossible: there is no year 0"),
        ("0000-05", "`0000-05` is impossible: there is no year 0"),
        ("000X", "`000X` is impossible: there is no year 0"),
        ("../..", "`../..` has neither a beginning nor an end"),
        ("2019/2017", "`2019/2017` ends before it begins"),
        ("1998-10-31/1998-10-30", "`1998-10-31/1998-10-30` ends before it begins"),
    ],
)
def test_what_is_no_date(text: str, message: str) -> None:
    with pytest.raises(ValueError) as raised:
        When.parse(text)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("1992-11", "1992-11-23", True),
        ("1992", "1992-11-23", True),
        ("199X", "1992-11", True),
        ("1992-11-23", "1992-11-23", True),
        ("1992-11-23", "1992-11-24", False),
        ("1992-11", "1992-12", False),
        ("1992-11", "1992-12-01", False),
        ("2017-03-22/2017-03-23", "2017-03", True),
        ("2017-03-22/2017-03-23", "2017-03-23", True),
        ("2017-03-22/2017-03-24", "2017-03-23/2017-03-25", False),
        ("2018/..", "2019-05", True),
        ("2018/..", "2017", False),
        ("1998~", "1998-10-31", True),
    ],
)
def test_which_dates_can_both_hold(one: str, other: str, agree: bool) -> None:
    first, second = When.parse(one), When.parse(other)
    assert first.agrees_with(second) is agree
    assert second.agrees_with(first) is agree, "agreeing goes both ways"


def test_precision_is_ordered() -> None:
    texts = ["199X", "1998", "1998-10", "1998-10-31"]
    points = [When.parse(text).start for text in texts]
    assert all(point is not None for point in points)
    levels = [point.precision for point in points if point]
    assert all(one < other for one, other in pairwise(levels))
    assert levels[-1] is Precision.DAY


def test_about_is_kept() -> None:
    assert When.parse("1998-10~").start == Point(
        precision=Precision.MONTH, year=1998, month=10, about=True
    )
    assert When.parse("199X~").start == Point(precision=Precision.DECADE, year=1990, about=True)


@pytest.mark.parametrize(
    ("text", "span"), [("1998", False), ("1998/1999", True), ("../1998", True)]
)
def test_what_is_a_span(text: str, span: bool) -> None:
    assert When.parse(text).is_span is span
