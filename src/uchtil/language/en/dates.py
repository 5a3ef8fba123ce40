"""Dates as British scholarship writes them: ``31 October 1998``, ``c. 2017``."""

from __future__ import annotations

from uchtil.language.forms import EN_DASH, NBSP, SPACED_DASH
from uchtil.language.numerals import MONTHS
from uchtil.language.spans import Reading, Shape, read
from uchtil.model import Point, Precision, When

_CIRCA = f"c.{NBSP}"
_ABOUT = "about "


def date(when: When) -> str:
    """Return the bare date: ``31 October 1998``, ``November 1992``, ``2017``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END:
            return f"since {_end(reading.start)}"
        case Shape.OPEN_START:
            return f"until {_end(reading.end)}"
        case _:
            return _CIRCA + _bare(reading) if reading.about else _bare(reading)


def when(when: When) -> str:
    """Return the adverbial: ``on 31 October 1998``, ``in November 1992``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END | Shape.OPEN_START:
            return date(when)
        case Shape.POINT if reading.about:
            return f"around {_named(reading.start)}"
        case Shape.POINT | Shape.DAYS | Shape.MONTHS | Shape.YEARS if not reading.about:
            on = "on" if reading.start.precision is Precision.DAY else "in"
            text = _named(reading.start) if reading.shape is Shape.POINT else _bare(reading)
            return f"{on} {text}"
        case Shape.DAYS_ACROSS_MONTHS:
            start = f"{_ABOUT if reading.about else ''}{_day(reading.start)}"
        case _:
            start = _end(reading.start)
    return f"from {start} to {_end(reading.end)}"


def dated(when: When) -> str:
    """Return the attribute: ``of 31 October 1998``, ``of 2017``, ``of the 1990s``."""
    reading = read(when)
    if reading.shape in {Shape.OPEN_END, Shape.OPEN_START}:
        return date(when)
    if reading.about:
        return f"of {_CIRCA}{_bare(reading)}"
    article = "the " if reading.start.precision is Precision.DECADE else ""
    return f"of {article}{_bare(reading)}"


def _bare(reading: Reading) -> str:
    start, end = reading.start, reading.end
    match reading.shape:
        case Shape.DAYS:
            return f"{start.day}{EN_DASH}{_point(end)}"
        case Shape.DAYS_ACROSS_MONTHS:
            return f"{_day(start)}{SPACED_DASH}{_point(end)}"
        case Shape.MONTHS:
            return f"{MONTHS[start.month - 1]}{EN_DASH}{_point(end)}"
        case Shape.YEARS | Shape.DECADES:
            return f"{_point(start)}{EN_DASH}{_point(end)}"
        case Shape.APART:
            return SPACED_DASH.join(
                (_CIRCA if point.about and not reading.about else "") + _point(point)
                for point in (start, end)
            )
        case _:
            return _point(start)


def _point(point: Point) -> str:
    match point.precision:
        case Precision.DECADE:
            return f"{point.year}s"
        case Precision.YEAR:
            return f"{point.year}"
        case Precision.MONTH:
            return f"{MONTHS[point.month - 1]} {point.year}"
        case Precision.DAY:
            return f"{_day(point)} {point.year}"


def _day(point: Point) -> str:
    return f"{point.day}{NBSP}{MONTHS[point.month - 1]}"


def _named(point: Point) -> str:
    """Return the point as a sentence names it, with the article of a decade."""
    return f"the {_point(point)}" if point.precision is Precision.DECADE else _point(point)


def _end(point: Point) -> str:
    return (_ABOUT if point.about else "") + _named(point)
