"""Dates told from the one before: "in May", "the following year", "six years later"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from uchtil.intake.comparing.acts import is_base, is_not_until
from uchtil.intake.recognise import Amount, Find, FindKind, Relative
from uchtil.intake.recognise.dates import BORROWED, year_of
from uchtil.intake.recognise.finds import point as point_of
from uchtil.language.wording import COMPARED
from uchtil.model import Point, Precision, When

_GREAT = 10**6
"""Numbers from here on are told of what was counted before, where they tell nothing else."""
_KEPT = 3
"""So many sentences on, a date is still the one that a text goes on from."""
_NEAR = 24
"""Characters between two dates that share the words by which they are told."""

_DAYS = {"day": 1, "week": 7}
_SPANS = frozenset({"year", "month", *_DAYS})
"""Units of the spans that dates are reckoned by."""

_FIRST, _LAST = 1000, 2999
"""Years that history of states is told in; a span beyond them is not one of a story."""


@dataclass(slots=True)
class Story:
    """The date that a text has come to; ``year`` is when it was written, if that is known."""

    year: int | None
    _date: When | None = None
    _age: int = 0
    _unit: str = ""
    """The unit of the last great number: dollars, people."""
    _reckoned_year: int | None = None
    """The year that a span of time came to in this sentence."""
    _base: When | None = None
    _pair: tuple[Find, When | None] | None = None
    """The last date that was told by another, and that other."""

    def told(self, finds: Sequence[Find], paragraph: str) -> Iterator[Find]:
        """Yield the finds of the next sentence, with the dates that it tells from others."""
        self._age += 1
        self._reckoned_year = None
        self._pair = None
        if self._age > _KEPT:
            self._date, self._unit = None, ""
        for find in sorted(finds, key=lambda each: each.start):
            if isinstance(find.value, Relative):
                made = self._resolved(find, find.value)
                if isinstance(made.value, When):
                    self._pair = (find, self._base)
                yield made
            elif isinstance(find.value, Amount):
                yield self._counted(find, find.value)
                if not _is_told(find, finds):
                    yield from self._reckoned(find, find.value)
            else:
                made = self._later(find) if BORROWED in find.note else _begun(find, paragraph)
                if isinstance(made.value, When) and not _is_compared(made, paragraph):
                    self._go_on(made.value)
                yield made

    def _counted(self, find: Find, amount: Amount) -> Find:
        """Return a great number without a unit with that of the amount before: "6 billion"."""
        quantity = amount.quantity
        if quantity.scale.factor < _GREAT:
            return find
        if quantity.unit or amount.noun:
            self._unit = quantity.unit
            return find
        if not self._unit:
            return find
        return replace(find, value=replace(amount, quantity=replace(quantity, unit=self._unit)))

    def _later(self, find: Find) -> Find:
        """Return a date with the year reckoned before it: "2003, and six years later, in May"."""
        reckoned = self._reckoned_year
        if reckoned is None or not isinstance(find.value, When):
            return find
        try:
            date = When.parse(re.sub(r"\d{4}(?=-)", f"{reckoned:04d}", str(find.value)))
        except ValueError:  # 29 February
            return find
        return replace(find, value=date, note="reckoned from the date before")

    def _go_on(self, date: When) -> None:
        if date.start:
            self._date, self._age = date, 0

    def _resolved(self, find: Find, value: Relative) -> Find:
        """Return a date without a year with that which it is told from, if that is known."""
        date, note = None, "reckoned from the date before"
        base = self._base_of(find, value)
        if value.days is not None:
            date = self._day_after(base, value)
        elif value.in_month or value.coming:
            date = _in_its_month(base, value) if value.in_month else _coming(base, value)
        elif value.told and base and base.start:
            date = value.resolve(year_of(base))
        near = value.years is not None or (base is None and bool(value.month))
        if date is None and near and not value.coming and self.year is not None:
            date, note = value.resolve(self.year), "reckoned from the year of the text"
        if date is None:
            return find
        self._base = base
        if find.note == COMPARED:
            note = find.note
        elif value.told and not note.endswith("text"):
            self._go_on(date)
        return replace(find, value=date, note=note)

    def _base_of(self, find: Find, value: Relative) -> When | None:
        """Return what a date is told from: of two that share the words, the same for both.

        "In May and again in October of the following year" are months of one year.
        """
        if self._pair:
            first, base = self._pair
            assert isinstance(first.value, Relative)
            alike = (first.value.years, first.value.told) == (value.years, value.told)
            if alike and 0 <= find.start - first.end <= _NEAR and value.years:
                return base
        return self._date

    def _day_after(self, base: When | None, value: Relative) -> When | None:
        """Return the day that is told from another; of a period, "the second day" of it."""
        start = base.start if base else None
        if base is None or start is None or base.open_end or start.precision is not Precision.DAY:
            return None
        end = base.end or start
        if value.within and (value.days or 0) < 0:
            return When(start=end) if base.end and end.precision is Precision.DAY else None
        if value.within:
            day = value.after(start.first)
            return day if end.precision is Precision.DAY and day.last <= end.last else None
        return value.after(end.first) if end.precision is Precision.DAY else None

    def _reckoned(self, find: Find, amount: Amount) -> Iterator[Find]:
        """Yield the year of "six years later"; the amount itself stays one."""
        quantity = amount.quantity
        start = self._date.start if self._date else None
        if start is None or quantity.unit not in _SPANS or amount.change is not None:
            return
        sign = amount.away
        if not sign or quantity.number != int(quantity.number):
            return
        span = int(quantity.number)
        if quantity.unit in _DAYS:
            if start.precision is not Precision.DAY:
                return
            day = start.first + timedelta(days=sign * span * _DAYS[quantity.unit])
            point = point_of(day.year, day.month, day.day)
        elif quantity.unit == "month":
            if not start.month:
                return
            months = start.year * 12 + start.month - 1 + sign * span
            point = Point(precision=Precision.MONTH, year=months // 12, month=months % 12 + 1)
        else:
            point = Point(precision=Precision.YEAR, year=start.year + sign * span)
        if not _FIRST <= point.year <= _LAST:
            return
        date = When(start=point)
        self._go_on(date)
        self._reckoned_year = point.year
        yield replace(
            find, kind=FindKind.DATE, value=date, note=f"reckoned from {start}, told before"
        )


def _in_its_month(base: When | None, value: Relative) -> When | None:
    """Return a day of the month of a date, or all of it: "the first of that month"."""
    start = base.start if base else None
    if start is None or not start.month:
        return None
    day = f"-{value.day:02d}" if value.day else ""
    try:
        return When.parse(f"{start.year:04d}-{start.month:02d}{day}")
    except ValueError:
        return None


def _coming(base: When | None, value: Relative) -> When | None:
    """Return the next such month after a date: "the following May"."""
    start = base.start if base else None
    if start is None:
        return None
    later = bool(start.month) and start.month < value.month
    return value.resolve(start.year + (not later))


def _begun(find: Find, paragraph: str) -> Find:
    """Return "until 2005", where nothing was done before, as the date that it was done on."""
    value = find.value
    if not (isinstance(value, When) and value.open_start and value.end is not None):
        return find
    if not is_not_until(paragraph[: find.start], paragraph[find.end :], find.language):
        return find
    return replace(find, value=When(start=value.end))


def _is_compared(find: Find, paragraph: str) -> bool:
    """Whether something is only measured against a date: the text does not go on from it."""
    before, behind = paragraph[: find.start], paragraph[find.end :]
    return find.note == COMPARED or is_base(before, behind, find.language)


def _is_told(span: Find, finds: Sequence[Find]) -> bool:
    """Whether the date that a span comes to is told beside it: "six years later, in 1998"."""
    return any(
        0 <= each.start - span.end <= _NEAR * 2
        and isinstance(each.value, When)
        and each.kind is FindKind.DATE
        and BORROWED not in each.note
        for each in finds
    )
