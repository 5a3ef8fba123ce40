"""The layout of bands: themes as rows, years as columns, a mark for each dated fact.

What is seen is as much the empty places as the full ones.  Above stand the periods that
the sources propose: the facts with the tag ``period``.  All lengths are in the drawing's
own units (CSS pixels at its natural size).
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from uchtil.language import Language
from uchtil.model import Fact, Precision, Source, Term, When
from uchtil.render.figures.lettering import Lettering
from uchtil.render.figures.material import Material
from uchtil.render.figures.timeline import told_days

PERIOD = "period"
"""The tag of the facts that tell a period that a source proposes."""

WIDTH = 620
_LEFT = 130
_UNDATED = 46
"""The room at the right for the counts of facts without a date."""
_RIGHT = WIDTH - _UNDATED
_MOST_YEARS = 60
_LANE = 5.4
_DOT = 2.2
_ROW, _LINE = 20, 13
_BAND = 29
_LABEL, _SMALL, _LEGEND = 11.5, 10.5, 11.5
_HISTOGRAM = 34
_GAP = 1.6
_APART = 0.8
"""How far apart two marks of a lane are at least."""
_NARROW = 40
"""What a label needs at least."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """The columns: years, and at either end one for all that lies outside."""

    first: int
    last: int
    earlier: bool
    later: bool

    @property
    def step(self) -> float:
        """The width of a column."""
        columns = self.last - self.first + 1 + self.earlier + self.later
        return (_RIGHT - _LEFT) / columns

    @property
    def years(self) -> range:
        """The years that have a column each."""
        return range(self.first, self.last + 1)

    def left(self, year: int) -> float:
        """Return where the column of a year begins."""
        inside = min(max(year, self.first - self.earlier), self.last + self.later)
        return _LEFT + (inside - self.first + self.earlier) * self.step

    def place(self, day: datetime.date) -> float:
        """Return where a day lies; outside the years, the middle of the outer column."""
        if day.year not in self.years:
            return self.left(day.year) + self.step / 2
        return self.left(day.year) + self.step * (day.timetuple().tm_yday - 0.5) / 366


@dataclass(kw_only=True, slots=True)
class Mark:
    """A fact as it is drawn: from ``left`` to ``right``, in a lane of its theme's row."""

    kind: str
    left: float
    right: float
    arrow: bool = False
    column: tuple[float, float] | None = None
    """Where a dot may be moved to, so that those of one year stand side by side."""
    lane: int = 0

    def places(self) -> list[tuple[float, float]]:
        """Return where the mark may stand, its own place first, then the nearest."""
        own = (self.left, self.right)
        if self.column is None:
            return [own]
        low, high = self.column
        wide = self.right - self.left
        count = max(int((high - low + _APART) // (wide + _APART)), 1)
        step = (high - low - wide) / max(count - 1, 1)
        others = [(low + step * index, low + step * index + wide) for index in range(count)]
        return [own, *sorted(others, key=lambda place: abs(place[0] - self.left))]


def axis_of(marked: Sequence[Fact], periods: Sequence[Fact], today: int) -> Axis:
    """Return the columns: from the first year of the periods proposed to the review's own.

    Where no period is proposed, the first year of any fact begins.  There are at most
    60 years; what lies before or after them stands in a column at either end.
    """
    days = [told_days(fact.date) for fact in marked if fact.date]
    begun = [told_days(fact.date)[0].year for fact in periods if fact.date]
    every = [begin.year for begin, _ in days]
    first = min(begun or every or [today])
    first = min(max(first, today - _MOST_YEARS + 1), today)
    return Axis(
        first=first,
        last=today,
        earlier=any(end.year < first for _, end in days),
        later=any(year > today for year in every),
    )


def mark_of(date: When, axis: Axis) -> Mark:
    """Return the mark of a date: a dot, a ring, the frame of its year, or a bar.

    A dot is a day, a ring a month; both stay within the column of their year.  A span
    that is shorter than a dot is drawn as what its ends are; a decade is framed like a
    year, since no more is known.
    """
    begin, end = told_days(date)
    point = date.start or date.end
    assert point is not None
    precision = min(each.precision for each in (date.start, date.end) if each is not None)
    spans = date.is_span and (
        date.open_end or date.open_start or axis.place(end) - axis.place(begin) > 2 * _DOT
    )
    if spans and (date.open_end or date.open_start or begin.year != end.year or begin != end):
        left = axis.left(begin.year) if precision <= Precision.YEAR else axis.place(begin)
        right = axis.left(end.year) + axis.step if precision <= Precision.YEAR else axis.place(end)
        if date.open_end:
            right = _RIGHT
        if date.open_start:
            left = _LEFT
        beyond = date.open_end or end.year > axis.last
        return Mark(kind="span", left=left + _GAP / 2, right=right - _GAP / 2, arrow=beyond)
    if precision <= Precision.YEAR:
        right = axis.left(end.year) + axis.step
        return Mark(kind="year", left=axis.left(begin.year) + _GAP / 2, right=right - _GAP / 2)
    low = axis.left(begin.year) + _GAP / 4
    high = low + axis.step - _GAP / 2
    middle = (axis.place(begin) + axis.place(end)) / 2
    middle = min(max(middle, low + _DOT), high - _DOT)
    kind = "day" if precision is Precision.DAY else "month"
    return Mark(kind=kind, left=middle - _DOT, right=middle + _DOT, column=(low, high))


def pack(marks: Iterable[Mark], gap: float) -> int:
    """Give each mark the first lane in which nothing is in its way; return their number.

    The longest come first, so that bars lie above and dots gather below them.
    """
    lanes: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda each: (each.left - each.right, each.left)):
        free = (
            (number, *place)
            for number, lane in enumerate([*lanes, []])
            for place in mark.places()
            if all(place[0] >= other.right + gap or place[1] <= other.left - gap for other in lane)
        )
        mark.lane, mark.left, mark.right = next(free)
        if mark.lane == len(lanes):
            lanes.append([])
        lanes[mark.lane].append(mark)
    return len(lanes)


def bands(
    facts: list[Fact], material: Material, language: Language
) -> tuple[dict[str, Any], list[str]]:
    """Return what the template draws, and what it shows in words.

    The words tell the periods, the years of each theme with the number of facts dated to
    each, how many facts have no date, and the years to which no fact is dated.
    """
    periods = [fact for fact in facts if PERIOD in fact.tags and fact.date]
    marked = [fact for fact in facts if PERIOD not in fact.tags]
    axis = axis_of(marked, periods, material.project.review.date.last.year)
    counts = Counter(year for fact in marked if (year := year_of(fact.date)) is not None)
    legend = _legend(marked, axis, counts, material.lettering, language)
    y = max((entry["y"] for entry in legend), default=0.0) + 22
    proposed, y, told_periods = _periods(periods, axis, y, material, language)
    top = y + 18
    rows, bottom = _rows(marked, axis, top, material, language)
    base = bottom + _HISTOGRAM + 8
    highest = max((counts[year] for year in axis.years), default=0) or 1
    words = language.terms.bands
    geometry = {
        "width": WIDTH,
        "height": round(base + 26, 2),
        "left": _LEFT,
        "right": _RIGHT,
        "undated_x": WIDTH - 4,
        "undated": language.terms.undated,
        "legend": legend,
        "periods": proposed,
        "top": top,
        "bottom": bottom,
        "base": base,
        "step": round(axis.step, 3),
        "rows": rows,
        "years": [
            {
                "left": round(axis.left(year), 2),
                "middle": round(axis.left(year) + axis.step / 2, 2),
                "text": str(year) if _named(year, axis) else "",
                **_label_place(year, axis),
                "count": counts[year],
                "height": round(counts[year] / highest * (_HISTOGRAM - 12), 2),
                "five": year % 5 == 0 and year != axis.first,
            }
            for year in axis.years
        ],
        "outer": [
            {"middle": round(axis.left(year) + axis.step / 2, 2), "text": text}
            for year, text, there in (
                (axis.first - 1, "←", axis.earlier),
                (axis.last + 1, "→", axis.later),
            )
            if there
        ],
        "total": material.lettering.wrap(words.total, _LABEL, _LEFT - 8, 2),
        "label_size": _LABEL,
        "small_size": _SMALL,
    }
    empty = [str(year) for year in axis.years if not counts[year]]
    told = [*told_periods, *_told(marked, material, language)]
    if empty:
        told.append(f"{words.empty}: {', '.join(empty)}")
    return geometry, told


def year_of(date: When | None) -> int | None:
    """Return the year that a date lies in; nothing for what is longer or open."""
    if date is None or date.open_end or date.open_start or date.first.year != date.last.year:
        return None
    return date.first.year


def _label_place(year: int, axis: Axis) -> dict[str, Any]:
    """Return where a year's number stands: the outer ones leave room for their neighbours."""
    left = axis.left(year)
    if year == axis.first:
        return {"label_x": round(left, 2), "anchor": "start"}
    if year == axis.last:
        return {"label_x": round(left + axis.step, 2), "anchor": "end"}
    return {"label_x": round(left + axis.step / 2, 2), "anchor": "middle"}


def _named(year: int, axis: Axis) -> bool:
    """Whether a year's number is written: every fifth, the first, and the last."""
    near = 2 if axis.step > 10 else 3
    if year in (axis.first, axis.last):
        return True
    return year % 5 == 0 and year - axis.first > near and axis.last - year > near


def _periods(
    periods: list[Fact], axis: Axis, y: float, material: Material, language: Language
) -> tuple[list[dict[str, Any]], float, list[str]]:
    """Lay out the periods, a row for each source that proposes some."""
    shown: list[dict[str, Any]] = []
    told = []
    for source in material.project.sources.values():
        own = [fact for fact in periods if any(each.source == source.key for each in fact.evidence)]
        if not own:
            continue
        marks = []
        for fact in own:
            assert fact.date is not None
            begin, end = told_days(fact.date)
            right = _RIGHT if fact.date.open_end else axis.left(end.year) + axis.step
            left = _LEFT if fact.date.open_start else axis.left(begin.year)
            marks.append(Mark(kind=PERIOD, left=left, right=right, arrow=fact.date.open_end))
        lanes = pack(marks, -0.1)  # periods may touch
        label = source.label[language.code]
        names = material.lettering.wrap(label, _LABEL, _LEFT - 8, 2)
        shown.append(
            {
                "y": round(y + lanes * _BAND / 2, 2),
                "name": names,
                "bands": [
                    _band(
                        _own_label(fact, source, language),
                        mark,
                        _room_beside(mark, marks),
                        material.lettering,
                        y=y,
                        dark=index % 2 == 1,
                    )
                    for index, (fact, mark) in enumerate(zip(own, marks, strict=True))
                ],
            }
        )
        y += lanes * _BAND + 5
        parts = [
            f"{language.period(fact.date)} {_label(fact, language)}" for fact in own if fact.date
        ]
        told.append(f"{language.terms.bands.periods}, {label}: {', '.join(parts)}")
    return shown, y, told


def _band(
    label: str,
    mark: Mark,
    beside: tuple[float, float],
    lettering: Lettering,
    *,
    y: float,
    dark: bool,
) -> dict[str, Any]:
    """Lay out one period, its label in it or, where that is too narrow, beside it."""
    inside = mark.right - mark.left - 5
    before, after = (room - 8 for room in beside)
    x, anchor, room = mark.left + 3, "start", inside
    if inside < _NARROW and max(before, after) > inside:
        x, anchor, room = mark.right + 4, "start", after
        if before > after:
            x, anchor, room = mark.left - 4, "end", before
    size, lines = _fitted(label, room, lettering) if room >= _NARROW else (_SMALL, [])
    return {
        "x": round(mark.left + 0.5, 2),
        "width": round(mark.right - mark.left - 1, 2),
        "y": round(y + mark.lane * _BAND, 2),
        "height": _BAND - 2,
        "dark": dark,
        "lines": lines,
        "size": size,
        "text_x": round(x, 2),
        "anchor": anchor,
    }


def _fitted(label: str, room: float, lettering: Lettering) -> tuple[float, list[str]]:
    """Return a label in at most two lines, a little smaller where it would be cut."""
    for size in (_SMALL, _SMALL - 0.7, _SMALL - 1.4):
        lines = lettering.wrap(label, size, room, 2)
        if " ".join(lines) == label:
            return size, lines
    return _SMALL, lettering.wrap(label, _SMALL, room, 2)


def _room_beside(mark: Mark, marks: Sequence[Mark]) -> tuple[float, float]:
    """Return how much is free before and after a period, half of it where both may want it."""
    same = [each for each in marks if each.lane == mark.lane and each is not mark]
    before = [mark.left - each.right for each in same if each.right <= mark.left]
    after = [each.left - mark.right for each in same if each.left >= mark.right]
    return (
        min(before) / 2 if before else mark.left - _LEFT,
        min(after) / 2 if after else _RIGHT - mark.right,
    )


def _own_label(fact: Fact, source: Source, language: Language) -> str:
    """Return a period's label without the brackets that only say whose period it is."""
    label = _label(fact, language)
    found = re.fullmatch(r"(.+?) \(([^()]+)\)", label)
    return found[1] if found and found[2] in source.label[language.code] else label


def _rows(
    marked: list[Fact], axis: Axis, y: float, material: Material, language: Language
) -> tuple[list[dict[str, Any]], float]:
    """Lay out a row for each theme, also for one without a fact."""
    rows = []
    for theme in material.project.themes.values():
        own = [fact for fact in marked if fact.theme == theme.id]
        marks = [mark_of(fact.date, axis) for fact in own if fact.date]
        lanes = pack(marks, _APART)
        name = material.lettering.wrap(theme.name[language.code], _LABEL, _LEFT - 8, 2)
        height = max(_ROW, len(name) * _LINE + 3, lanes * _LANE + 8)
        start = y + (height - lanes * _LANE) / 2 + _LANE / 2
        rows.append(
            {
                "y": round(y, 2),
                "height": round(height, 2),
                "name": name,
                "undated": sum(fact.date is None for fact in own),
                "marks": [
                    {
                        "kind": mark.kind,
                        "left": round(mark.left, 2),
                        "right": round(mark.right, 2),
                        "middle": round((mark.left + mark.right) / 2, 2),
                        "arrow": mark.arrow,
                        "y": round(start + mark.lane * _LANE, 2),
                    }
                    for mark in marks
                ],
            }
        )
        y += height
    return rows, y


def _legend(
    marked: list[Fact],
    axis: Axis,
    counts: Counter[int],
    lettering: Lettering,
    language: Language,
) -> list[dict[str, Any]]:
    """Lay out the signs that the figure uses, in as many lines as they need."""
    used = {mark_of(fact.date, axis).kind for fact in marked if fact.date}
    if any(not counts[year] for year in axis.years):
        used.add("empty")
    x, y = 0.0, 0.0
    entries = []
    for kind in ("day", "month", "year", "span", "empty"):
        if kind not in used:
            continue
        text = getattr(language.terms.bands, kind)
        wide = 22 + lettering.width(text, _LEGEND)
        if x and x + wide > WIDTH:
            x, y = 0.0, y + 18
        entries.append({"kind": kind, "x": round(x, 2), "y": y + 12, "text": text})
        x += wide + 20
    return entries


def _told(marked: list[Fact], material: Material, language: Language) -> list[str]:
    told = []
    themes: Iterable[Term] = material.project.themes.values()
    for theme in themes:
        own = [fact for fact in marked if fact.theme == theme.id]
        years = Counter(year for fact in own if (year := year_of(fact.date)) is not None)
        parts = [f"{year} ({years[year]})" for year in sorted(years)]
        longer = sum(fact.date is not None and year_of(fact.date) is None for fact in own)
        undated = sum(fact.date is None for fact in own)
        parts += [f"{language.terms.bands.span} ({longer})"] if longer else []
        parts += [f"{language.terms.undated} ({undated})"] if undated else []
        told.append(f"{theme.name[language.code]}: {', '.join(parts) or language.terms.no_data}")
    return told


def _label(fact: Fact, language: Language) -> str:
    return (fact.label or fact.statement)[language.code]
