"""The layout of a timeline: events on an axis of years, with labels that never overlap.

All lengths are in the drawing's own units (CSS pixels at its natural size).
"""

from __future__ import annotations

import datetime
from typing import Any

from uchtil.language import Language
from uchtil.model import Fact, Project, When
from uchtil.render.figures.lettering import Lettering

WIDTH = 620
_TOP, _BOTTOM = 18, 14
_ROW = 23
_YEAR = 9.5
DATES, _LABELS, _GAP = 96, 234, 14
"""Where dates begin, where labels do at least, and what is left free between them."""
DATE = 12.5
_STEP = 5
"""Years between two marks of the axis."""


def timeline(
    facts: list[Fact],
    _project: Project,
    language: Language,
    lettering: Lettering | None = None,
) -> tuple[dict[str, Any], list[str]]:
    """Return what the template draws, and each event in words.

    Events stand at their true place on the axis; their labels are moved apart where they
    would overlap, and joined to their place by a line.  Dates get the room that they need
    by ``lettering``.
    """
    dated = [(fact, fact.date, *told_days(fact.date)) for fact in facts if fact.date is not None]
    dated.sort(key=lambda each: each[2:])
    first = min((begin.year for *_, begin, _ in dated), default=1991) // _STEP * _STEP
    last = -(-(max((end.year for *_, end in dated), default=2026) + 1) // _STEP) * _STEP
    height = max(_ROW * len(dated), _YEAR * (last - first))

    def place(day: datetime.date) -> float:
        year = day.year + (day.timetuple().tm_yday - 1) / 365.25
        return round(_TOP + (year - first) / (last - first) * height, 2)

    wanted = [round((place(begin) + place(end)) / 2, 2) for *_, begin, end in dated]
    rows = spread(wanted, _ROW, _TOP + _ROW / 2, _TOP + height - _ROW / 2)
    code = language.code
    events = [
        {
            "at": at,
            "from": place(begin),
            "to": place(end),
            "row": row,
            "date": language.date(date),
            "label": (fact.label or fact.statement)[code],
        }
        for (fact, date, begin, end), at, row in zip(dated, wanted, rows, strict=True)
    ]
    marks = [
        {"year": year, "at": place(datetime.date(year, 1, 1))}
        for year in range(first, last + 1, _STEP)
    ]
    geometry = {
        "width": WIDTH,
        "height": round(_TOP + height + _BOTTOM, 2),
        "events": events,
        "marks": marks,
        "label_x": _label_place([language.date(date) for _, date, *_ in dated], lettering),
    }
    return geometry, [f"{event['date']}: {event['label']}" for event in events]


def _label_place(dates: list[str], lettering: Lettering | None) -> float:
    """Return where labels begin: in a column of their own, behind the widest date."""
    if lettering is None:
        return _LABELS
    widest = max((lettering.width(date, DATE) for date in dates), default=0)
    return round(max(_LABELS, DATES + widest + _GAP), 2)


def told_days(date: When) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day that are drawn: of an open span, those of its told end."""
    if date.open_start:
        assert date.end is not None  # When.parse refuses `../..`
        return date.end.first, date.end.last
    if date.open_end:
        assert date.start is not None
        return date.start.first, date.start.last
    return date.first, date.last


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Return places as near to the wanted ones as can be, at least ``gap`` apart.

    ``wanted`` is in ascending order.  Neighbours that are too close form a block around
    their mean, and blocks that then touch are joined (least squares with order kept).
    Places stay within ``low`` and ``high`` as long as there is room.
    """
    blocks: list[list[float]] = []  # sum of (wanted - offset), count
    for index, value in enumerate(wanted):
        blocks.append([value - index * gap, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += count
    highest = max(low, high - (len(wanted) - 1) * gap)
    places: list[float] = []
    for total, count in blocks:
        base = min(max(total / count, low), highest)
        for _ in range(int(count)):
            places.append(round(base + len(places) * gap, 2))
    return places
