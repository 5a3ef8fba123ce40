"""Dates as Uzbek scholarship writes them: year, day, month, with hyphens.

The hyphen after the figures is that of the spelling rules of 24 August 1995: an ordinal
written in Arabic figures takes a hyphen (``1998-yil 31-oktabr``).  The project keeps its
own patterns since CLDR has another order (``31-oktabr, 1998``).
"""

from __future__ import annotations

from uchtil.language.forms import EN_DASH, SPACED_DASH
from uchtil.language.spans import Reading, Shape, read
from uchtil.model import Point, Precision, When

MONTHS = (
    "yanvar",
    "fevral",
    "mart",
    "aprel",
    "may",
    "iyun",
    "iyul",
    "avgust",
    "sentabr",
    "oktabr",
    "noyabr",
    "dekabr",
)

_ABOUT = "taxminan "


def date(when: When) -> str:
    """Return the bare date: ``1998-yil 31-oktabr``, ``1992-yil noyabr``, ``2017-yil``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END:
            return _hedged(reading, f"{_noun(reading.start)}dan boshlab")
        case Shape.OPEN_START:
            return _hedged(reading, f"{_noun(reading.end)}gacha")
        case _:
            return _hedged(reading, _bare(reading))


def when(when: When) -> str:
    """Return the adverbial: ``1998-yil 31-oktabrda``, ``1992-yil noyabr oyida``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END | Shape.OPEN_START:
            return date(when)
        case Shape.POINT:
            text = f"{_noun(reading.start)}da"
        case Shape.DAYS:
            text = f"{_bare(reading)} kunlari"
        case Shape.MONTHS:
            text = f"{_bare(reading)} oylarida"
        case Shape.YEARS:
            text = f"{_bare(reading)}da"
        case Shape.DAYS_ACROSS_MONTHS:
            text = f"{_noun(reading.start)}dan {_day(reading.end)}gacha"
        case Shape.DECADES | Shape.APART:
            text = f"{_end(reading.start)}dan {_end(reading.end)}gacha"
    return _hedged(reading, text)


def dated(when: When) -> str:
    """Return the attribute: ``1998-yil 31-oktabrdagi``, ``2017-yildagi``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END:
            text = f"{_noun(reading.start)}dan buyongi"
        case Shape.OPEN_START:
            text = f"{_noun(reading.end)}gacha boʻlgan"
        case Shape.POINT:
            text = f"{_noun(reading.start)}dagi"
        case Shape.MONTHS:
            text = f"{_bare(reading)} oylaridagi"
        case _:
            text = f"{_bare(reading)}dagi"
    return _hedged(reading, text)


def _bare(reading: Reading) -> str:
    start, end = reading.start, reading.end
    match reading.shape:
        case Shape.DAYS:
            return f"{start.year}-yil {start.day}{EN_DASH}{_day(end)}"
        case Shape.DAYS_ACROSS_MONTHS:
            return f"{start.year}-yil {_day(start)}{SPACED_DASH}{_day(end)}"
        case Shape.MONTHS:
            return f"{start.year}-yil {_month(start)}{EN_DASH}{_month(end)}"
        case Shape.YEARS:
            return f"{start.year}{EN_DASH}{end.year}-yillar"
        case Shape.DECADES | Shape.APART:
            return SPACED_DASH.join(
                (_ABOUT if point.about and not reading.about else "") + _point(point)
                for point in (start, end)
            )
        case _:
            return _point(start)


def _point(point: Point) -> str:
    match point.precision:
        case Precision.DECADE:
            return f"{point.year}-yillar"
        case Precision.YEAR:
            return f"{point.year}-yil"
        case Precision.MONTH:
            return f"{point.year}-yil {_month(point)}"
        case Precision.DAY:
            return f"{point.year}-yil {_day(point)}"


def _noun(point: Point) -> str:
    """Return the point as a noun that takes case endings: ``1992-yil noyabr oyi``."""
    if point.precision is Precision.MONTH:
        return f"{_point(point)} oyi"
    return _point(point)


def _end(point: Point) -> str:
    return (_ABOUT if point.about else "") + _noun(point)


def _month(point: Point) -> str:
    return MONTHS[point.month - 1]


def _day(point: Point) -> str:
    return f"{point.day}-{_month(point)}"


def _hedged(reading: Reading, text: str) -> str:
    return _ABOUT + text if reading.about else text
