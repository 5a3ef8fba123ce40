"""How the two ends of a period relate, which decides how a language writes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from uchtil.model import Point, Precision, When


class Shape(Enum):
    """The shapes of a date or period that are written differently."""

    POINT = "one point in time"
    DAYS = "days of one month"
    DAYS_ACROSS_MONTHS = "days of two months of one year"
    MONTHS = "months of one year"
    YEARS = "years"
    DECADES = "decades"
    APART = "two ends, each told in full"
    OPEN_END = "a beginning only"
    OPEN_START = "an end only"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A ``When`` taken apart for writing.

    For an open period both ``start`` and ``end`` are the one end that is told.
    ``about`` says that the whole is approximate; where only one of two ends is, the
    shape is ``APART`` and the point itself carries the mark.
    """

    shape: Shape
    start: Point
    end: Point
    about: bool = False


_ONE_SHAPE = {
    Precision.YEAR: Shape.YEARS,
    Precision.DECADE: Shape.DECADES,
}


def read(when: When) -> Reading:
    """Take a date or period apart.

    A period whose two ends are the same point is that point.
    """
    start, end = when.start, when.end
    if start is None:
        assert end is not None  # When.parse refuses `../..`
        return Reading(shape=Shape.OPEN_START, start=end, end=end, about=end.about)
    if when.open_end:
        return Reading(shape=Shape.OPEN_END, start=start, end=start, about=start.about)
    if end is None or end == start:
        return Reading(shape=Shape.POINT, start=start, end=start, about=start.about)
    shape = _shape(start, end) if start.about == end.about else Shape.APART
    about = start.about and shape is not Shape.APART
    return Reading(shape=shape, start=start, end=end, about=about)


def _shape(start: Point, end: Point) -> Shape:
    if start.precision is not end.precision:
        return Shape.APART
    if start.precision in _ONE_SHAPE:
        return _ONE_SHAPE[start.precision]
    if start.year != end.year:
        return Shape.APART
    if start.precision is Precision.MONTH:
        return Shape.MONTHS
    return Shape.DAYS if start.month == end.month else Shape.DAYS_ACROSS_MONTHS
