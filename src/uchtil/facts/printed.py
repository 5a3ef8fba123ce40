"""What a printed number leaves open: its last digit is rounded, its hedge widens it.

"4.5 billion" stands for anything that rounds to it, "about 100" for what lies near.  A
source seldom says how near; the shares below are this program's rule, stated once.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from uchtil.model import Bound, Point, Precision, Quantity, Scale, When

NEAR = Decimal("0.1")
"""How far, as a share of the number, "about" may be off and "nearly" may fall short."""

FAR = 2
"""How many times the number "over" may stand for, where another source gives a number."""

ENDLESS = Decimal("Infinity")
_ABOUT_DAYS = {
    Precision.DAY: 1,
    Precision.MONTH: 31,
    Precision.YEAR: 366,
    Precision.DECADE: 5 * 366,
}
"""By how many days "about" widens a date at either end."""

_SHOWN = Context(prec=3, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """Every number from ``low`` to ``high``, both included; ``high`` may be endless."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether one number lies in both."""
        return self.low <= other.high and other.low <= self.high


def step(quantity: Quantity) -> Decimal:
    """Return what one more in the last printed digit is worth: 0.1 billion for "4.5 billion"."""
    exponent = quantity.amount.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent) * quantity.scale.factor


def is_count(quantity: Quantity) -> bool:
    """Whether the number may be a plain count: whole, and told without a scale word."""
    return quantity.scale is Scale.ONE and step(quantity) == 1


def span_of(quantity: Quantity, *, rounded: bool = True) -> Interval:
    """Return what a quantity may mean; ``rounded`` says that its last digit is rounded.

    "Over" and "at least" have no upper end, "under" no lower one but 0.
    """
    half = step(quantity) / 2 if rounded else Decimal(0)
    low = quantity.number
    high = low if quantity.upper is None else quantity.upper * quantity.scale.factor
    match quantity.bound:
        case Bound.EXACT:
            return Interval(low=low - half, high=high + half)
        case Bound.ABOUT:
            return Interval(
                low=low - max(half, abs(low) * NEAR), high=high + max(half, abs(high) * NEAR)
            )
        case Bound.NEARLY:
            return Interval(low=low - max(half, abs(low) * NEAR), high=high)
        case Bound.OVER | Bound.AT_LEAST:
            return Interval(low=low, high=ENDLESS)
        case Bound.UNDER:
            return Interval(low=Decimal(0) if low > 0 else -ENDLESS, high=high)


def values_hold(one: Quantity, other: Quantity) -> bool:
    """Whether two readings of the same thing can both be true.

    Exact numbers can where the more exact one rounds to the other ("4 billion" and "4.2
    billion"; "4" and "4.5" cannot), ranges where one lies within the other, hedged ones
    where what they leave open meets: "over 100" does not contradict 150, but it does 300.
    """
    if one.unit != other.unit:
        return False
    if one.bound is not Bound.EXACT or other.bound is not Bound.EXACT:
        return _said(one).meets(_said(other))
    if one.upper is None and other.upper is None:
        if one.number == other.number:
            return True
        coarse, fine = sorted((step(one), step(other)), reverse=True)
        return coarse != fine and abs(one.number - other.number) < coarse / 2
    first, second = span_of(one, rounded=False), span_of(other, rounded=False)
    return any(a.low <= b.low and b.high <= a.high for a, b in ((first, second), (second, first)))


def _said(quantity: Quantity) -> Interval:
    """Return what a reading can be taken to mean: nobody calls 300 "over 100"."""
    span = span_of(quantity, rounded=False)
    if quantity.bound is Bound.OVER and span.low > 0:
        return Interval(low=span.low, high=span.low * FAR)
    if quantity.bound is Bound.UNDER and span.high > 0:
        return Interval(low=span.high / FAR, high=span.high)
    return span


def dates_hold(one: When, other: When) -> bool:
    """Whether two dates of the same thing can both be true; "about" widens a date."""
    if one.agrees_with(other):
        return True
    if not any(point and point.about for each in (one, other) for point in (each.start, each.end)):
        return False
    (first, last), (begins, ends) = _days(one), _days(other)
    return (first <= begins and ends <= last) or (begins <= first and last <= ends)


def told_value(quantity: Quantity) -> str:
    """Return a value as messages tell it: "over 100 document", "4.5 billion usd"."""
    hedge = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value.replace('-', ' ')} "
    upper = "" if quantity.upper is None else f"–{quantity.upper}"
    scale = "" if quantity.scale is Scale.ONE else f" {quantity.scale.value}"
    return f"{hedge}{quantity.amount}{upper}{scale} {quantity.unit}"


def told_interval(interval: Interval, unit: str) -> str:
    """Return a reckoned span as messages tell it, in three digits."""
    size = interval.low if interval.high == ENDLESS else interval.high
    scale = max((each for each in Scale if each.factor <= size), key=_factor, default=Scale.ONE)
    low, high = (_shown(end, scale) for end in (interval.low, interval.high))
    word = "" if scale is Scale.ONE else f" {scale.value}"
    if interval.high == ENDLESS:
        return f"{low}{word} {unit} or more"
    return f"{low}{word} {unit}" if low == high else f"{low}–{high}{word} {unit}"


def _factor(scale: Scale) -> int:
    return scale.factor


def _shown(number: Decimal, scale: Scale) -> str:
    if number == ENDLESS:
        return ""
    short = _SHOWN.create_decimal(number / scale.factor)
    text = f"{short:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _days(when: When) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a date may mean."""
    first, last = when.first, when.last
    if when.start is not None:
        first -= min(_slack(when.start), first - datetime.date.min)
    end = when.end or when.start
    if end is not None and not when.open_end:
        last += min(_slack(end), datetime.date.max - last)
    return first, last


def _slack(point: Point) -> datetime.timedelta:
    return datetime.timedelta(days=_ABOUT_DAYS[point.precision] if point.about else 0)
