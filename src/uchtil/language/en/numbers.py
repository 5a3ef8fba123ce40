"""Quantities as British scholarship writes them: ``more than US$4.5 billion``.

A comma sets thousands apart from four figures on.  A currency sign stands before the
number.  Things are "fewer", what is measured is "less".
"""

from __future__ import annotations

from uchtil.language import figures
from uchtil.language.forms import NBSP
from uchtil.model import Bound, Quantity, Scale, Unit

_LOCALE = "en_GB"
_GROUPED_FROM = 4
_SCALE = {Scale.THOUSAND: "thousand", Scale.MILLION: "million", Scale.BILLION: "billion"}
_HEDGE = {
    Bound.ABOUT: "about",
    Bound.OVER: "more than",
    Bound.UNDER: "less than",
    Bound.NEARLY: "nearly",
    Bound.AT_LEAST: "at least",
}


def amount(quantity: Quantity) -> str:
    """Return the figures alone: ``4.5``, ``10–12``."""
    return figures.amount(quantity, locale=_LOCALE, grouped_from=_GROUPED_FROM)


def number(quantity: Quantity) -> str:
    """Return the figures with their scale word: ``4.5 billion``."""
    scale = _SCALE.get(quantity.scale)
    return f"{amount(quantity)}{NBSP}{scale}" if scale else amount(quantity)


def value(quantity: Quantity, unit: Unit) -> str:
    """Return the whole value: ``US$4.5 billion``, ``more than 100 documents``."""
    word = figures.form(unit, "en", _category(quantity))
    if "en" in unit.before:
        # A code of letters (USD) needs a space that a sign (US$, £) does not.
        gap = NBSP if word[-1].isalpha() else ""
        plain = f"{word}{gap}{number(quantity)}"
    else:
        gap = " " if quantity.scale in _SCALE else NBSP
        plain = f"{number(quantity)}{gap}{word}"
    hedge = _HEDGE.get(quantity.bound)
    if quantity.bound is Bound.UNDER and figures.is_counted(unit):
        hedge = "fewer than"
    return f"{hedge} {plain}" if hedge else plain


def _category(quantity: Quantity) -> str:
    if quantity.scale in _SCALE:
        return "other"
    return figures.plural(quantity.amount if quantity.upper is None else quantity.upper, _LOCALE)
