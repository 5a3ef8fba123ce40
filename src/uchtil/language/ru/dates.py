"""Dates as Russian scholarship writes them: day, month, year and ``г.``.

No-break spaces hold the day to its month, the year to ``г.``, and a preposition of one
letter to its word.
"""

from __future__ import annotations

from dataclasses import dataclass

from uchtil.language.forms import EN_DASH, NBSP, SPACED_DASH
from uchtil.language.spans import Reading, Shape, read
from uchtil.model import Point, Precision, When


@dataclass(frozen=True, slots=True)
class _Case:
    """The endings that a case gives to a month and to a decade."""

    months: tuple[str, ...]
    decade: str


_NOMINATIVE = _Case(
    (
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    "-е",
)
_ACCUSATIVE = _NOMINATIVE
_GENITIVE = _Case(
    (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    "-х",
)
_PREPOSITIONAL = _Case(
    (
        "январе",
        "феврале",
        "марте",
        "апреле",
        "мае",
        "июне",
        "июле",
        "августе",
        "сентябре",
        "октябре",
        "ноябре",
        "декабре",
    ),
    "-х",
)

_YEAR = f"{NBSP}г."
_YEARS = f"{NBSP}гг."
_ABOUT = "примерно "
_IN = f"в{NBSP}"
_FROM = f"с{NBSP}"
_UNTIL = f"по{NBSP}"


def date(when: When) -> str:
    """Return the bare date: ``31 октября 1998 г.``, ``ноябрь 1992 г.``, ``2017 г.``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END:
            return _since(reading)
        case Shape.OPEN_START:
            return _until(reading)
        case Shape.POINT if reading.about:
            return _around(reading)
        case _:
            return _hedged(reading, _bare(reading, _NOMINATIVE))


def when(when: When) -> str:
    """Return the adverbial: ``31 октября 1998 г.``, ``в ноябре 1992 г.``."""
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END:
            return _since(reading)
        case Shape.OPEN_START:
            return _until(reading)
        case Shape.POINT if reading.about:
            return _around(reading)
        case Shape.POINT:
            text = _at(reading.start)
        case Shape.DAYS:
            text = _bare(reading, _GENITIVE)
        case Shape.MONTHS:
            text = _IN + _bare(reading, _PREPOSITIONAL)
        case Shape.YEARS | Shape.DECADES:
            text = _IN + _bare(reading, _ACCUSATIVE)
        case Shape.DAYS_ACROSS_MONTHS:
            start, end = reading.start, reading.end
            text = f"{_FROM}{_day(start)} {_UNTIL}{_day(end)} {end.year}{_YEAR}"
        case Shape.APART:
            text = f"{_from(reading.start)} {_to(reading.end)}"
    return _hedged(reading, text)


def dated(when: When) -> str:
    """Return the attribute: ``от 31 октября 1998 г.``, ``2017 г.``.

    "От" is said of days alone, as on a document; a month or a year stands in the
    genitive (``ноября 1992 г.``), which suits events too.
    """
    reading = read(when)
    match reading.shape:
        case Shape.OPEN_END:
            return _since(reading)
        case Shape.OPEN_START:
            return _until(reading)
        case Shape.POINT if reading.about:
            return _around(reading)
        case _:
            text = _bare(reading, _GENITIVE)
    days = {reading.start.precision, reading.end.precision} == {Precision.DAY}
    return _hedged(reading, f"от {text}" if days else text)


def _bare(reading: Reading, case: _Case) -> str:
    start, end = reading.start, reading.end
    match reading.shape:
        case Shape.DAYS:
            return f"{start.day}{EN_DASH}{_point(end, case)}"
        case Shape.DAYS_ACROSS_MONTHS:
            return f"{_day(start)}{SPACED_DASH}{_point(end, case)}"
        case Shape.MONTHS:
            return f"{case.months[start.month - 1]}{EN_DASH}{_point(end, case)}"
        case Shape.YEARS | Shape.DECADES:
            dash, ending = (
                (EN_DASH, "") if reading.shape is Shape.YEARS else (SPACED_DASH, case.decade)
            )
            return f"{start.year}{ending}{dash}{end.year}{ending}{_YEARS}"
        case Shape.APART:
            return SPACED_DASH.join(
                (_ABOUT if point.about and not reading.about else "") + _point(point, case)
                for point in (start, end)
            )
        case _:
            return _point(start, case)


def _point(point: Point, case: _Case) -> str:
    match point.precision:
        case Precision.DECADE:
            return f"{point.year}{case.decade}{_YEARS}"
        case Precision.YEAR:
            return f"{point.year}{_YEAR}"
        case Precision.MONTH:
            return f"{case.months[point.month - 1]} {point.year}{_YEAR}"
        case Precision.DAY:
            return f"{_day(point)} {point.year}{_YEAR}"


def _at(point: Point) -> str:
    match point.precision:
        case Precision.DAY:
            return _point(point, _GENITIVE)
        case Precision.MONTH:
            return _IN + _point(point, _PREPOSITIONAL)
        case _:
            return _IN + _point(point, _ACCUSATIVE)


def _day(point: Point) -> str:
    return f"{point.day}{NBSP}{_GENITIVE.months[point.month - 1]}"


def _from(point: Point) -> str:
    return (_ABOUT if point.about else "") + _FROM + _point(point, _GENITIVE)


def _to(point: Point) -> str:
    return (_ABOUT if point.about else "") + _UNTIL + _point(point, _ACCUSATIVE)


def _since(reading: Reading) -> str:
    return _from(reading.start)


def _until(reading: Reading) -> str:
    return _to(reading.end)


def _around(reading: Reading) -> str:
    return f"около {_point(reading.start, _GENITIVE)}"


def _hedged(reading: Reading, text: str) -> str:
    return _ABOUT + text if reading.about else text
