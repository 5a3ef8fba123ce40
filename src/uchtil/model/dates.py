"""Dates as sources give them: precise or not, single or a span, in EDTF.

The subset of EDTF (ISO 8601-2:2019, levels 0 and 1, and the decade of level 2) that a
historian of modern times needs: ``1998``, ``1998-10``, ``1998-10-31``, ``199X``, a span
``2017-03-22/2017-03-23``, an open span ``2018-03-12/..``, and ``~`` for about.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import IntEnum


class Precision(IntEnum):
    """How exactly a point in time is known."""

    DECADE = 1
    YEAR = 2
    MONTH = 3
    DAY = 4


_POINT = re.compile(
    r"(?P<decade>\d{3}X)(?P<d_about>~?)"
    r"|(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<about>~?)",
    re.ASCII,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One point in time, as exact as it is known; ``year`` is a decade's first year."""

    precision: Precision
    year: int
    month: int = 0
    day: int = 0
    about: bool = False

    @property
    def first(self) -> datetime.date:
        """The first day that this point may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that this point may mean."""
        if self.precision is Precision.DECADE:
            return datetime.date(self.year + 9, 12, 31)
        if self.precision is Precision.YEAR:
            return datetime.date(self.year, 12, 31)
        if self.precision is Precision.MONTH:
            days = calendar.monthrange(self.year, self.month)[1]
            return datetime.date(self.year, self.month, days)
        return self.first

    def __str__(self) -> str:
        about = "~" if self.about else ""
        if self.precision is Precision.DECADE:
            return f"{self.year // 10}X{about}"
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts) + about


@dataclass(frozen=True, kw_only=True, slots=True)
class When:
    """A date or a period.

    ``end`` is ``None`` for a single point; ``open_end`` marks a span that has not ended
    (``2018-03-12/..``); ``open_start`` one whose beginning is not told (``../2000``).
    """

    start: Point | None
    end: Point | None = None
    open_start: bool = False
    open_end: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """Read EDTF.

        Raises ``ValueError`` with a sentence for people: what is wrong with the text.
        """
        head, slash, tail = text.partition("/")
        if not slash:
            return cls(start=_point(head))
        if head == ".." and tail == "..":
            raise ValueError(f"`{text}` has neither a beginning nor an end")
        start = None if head == ".." else _point(head)
        end = None if tail == ".." else _point(tail)
        if start and end and start.first > end.last:
            raise ValueError(f"`{text}` ends before it begins")
        return cls(start=start, end=end, open_start=head == "..", open_end=tail == "..")

    @property
    def is_span(self) -> bool:
        """Whether this is a period with two ends (told or open)."""
        return self.end is not None or self.open_start or self.open_end

    @property
    def first(self) -> datetime.date:
        """The first day that may be meant; used to sort."""
        return self.start.first if self.start else datetime.date.min

    @property
    def last(self) -> datetime.date:
        """The last day that may be meant."""
        if self.open_end:
            return datetime.date.max
        point = self.end or self.start
        assert point is not None
        return point.last

    def agrees_with(self, other: When) -> bool:
        """Whether both can be true of the same thing: one lies within the other.

        "November 1992" and "23 November 1992" agree; they differ in precision only.
        """
        return (self.first <= other.first and other.last <= self.last) or (
            other.first <= self.first and self.last <= other.last
        )

    def __str__(self) -> str:
        if not self.is_span:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(
            f"`{text}` is not a date; write 1998, 1998-10, 1998-10-31, 199X, or a span A/B"
        )
    if match["decade"] == "000X" or match["year"] == "0000":
        raise ValueError(f"`{text}` is impossible: there is no year 0")
    if match["decade"]:
        return Point(
            precision=Precision.DECADE,
            year=int(match["decade"][:3]) * 10,
            about=bool(match["d_about"]),
        )
    year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
    about = bool(match["about"])
    if match["month"] and not 1 <= month <= 12:
        raise ValueError(f"`{text}` is impossible: there is no month {match['month']}")
    if match["day"]:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise ValueError(
                f"`{text}` is impossible: {calendar.month_name[month]} {year} has {last} days"
            )
        return Point(precision=Precision.DAY, year=year, month=month, day=day, about=about)
    if match["month"]:
        return Point(precision=Precision.MONTH, year=year, month=month, about=about)
    return Point(precision=Precision.YEAR, year=year, about=about)
