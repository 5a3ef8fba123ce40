"""When a reading is another one told more exactly: "12 May 2004" where there was "2004".

Both readings must be able to be true: another day is no sharper one.
"""

from __future__ import annotations

from uchtil.facts.printed import dates_hold, step, values_hold
from uchtil.model import Bound, Quantity, When


def is_sharper(date: bool | None, value: bool | None) -> bool:
    """Whether a reading is another one told more exactly, by what became of date and value.

    Neither may be another one altogether (nothing), and one must be told more exactly.
    """
    return date is not None and value is not None and (date or value)


def date_sharper(old: When | None, new: When | None) -> bool | None:
    """Return true where it is, false where it is the same, nothing where it is another one."""
    if old == new:
        return False
    if new is None:
        return None
    if old is None:
        return True
    if _is_about(new) and not _is_about(old):
        return None
    if _is_about(old) and not _is_about(new):
        finer = new.last - new.first <= old.last - old.first
        return True if finer and dates_hold(old, new) else None
    inside = old.first <= new.first and new.last <= old.last
    return True if inside and (old.first, old.last) != (new.first, new.last) else None


def _is_about(when: When) -> bool:
    return any(point.about for point in (when.start, when.end) if point is not None)


def value_sharper(old: Quantity | None, new: Quantity | None) -> bool | None:
    """Return true where it is, false where it is the same, nothing where it is another one."""
    if old == new:
        return False
    if new is None:
        return None
    if old is None:
        return True
    if not values_hold(old, new):
        return None
    finer = step(new) < step(old) and new.bound in (old.bound, Bound.EXACT)
    unhedged = new.bound is Bound.EXACT and old.bound is not Bound.EXACT
    return True if finer or (unhedged and step(new) <= step(old)) else None
