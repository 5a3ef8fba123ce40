"""Quantities as Russian scholarship writes them: ``более 4,5 млрд долл. США``.

Thousands are set apart from five figures on; a no-break space stands before ``%``, between
a number and its word, and before a shortened unit (``долл.``).  The noun after a number
goes by the CLDR category; after a scale word it is a genitive plural, and after a hedge that
governs the genitive (``более``, ``менее``, ``около``, ``не менее``) a genitive:
``более 100 документов``, ``более 21 документа``.
"""

from __future__ import annotations

from uchtil.language import figures
from uchtil.language.forms import NBSP
from uchtil.model import Bound, Quantity, Scale, Unit

_LOCALE = "ru"
_GROUPED_FROM = 5
_SCALE = {Scale.THOUSAND: "тыс.", Scale.MILLION: "млн", Scale.BILLION: "млрд"}
_GENITIVE_HEDGE = {
    Bound.ABOUT: "около",
    Bound.OVER: "более",
    Bound.UNDER: "менее",
    Bound.AT_LEAST: "не менее",
}
_PLAIN_HEDGE = {Bound.NEARLY: "почти"}
# The genitive of each category: CLDR's `other` (used after a decimal fraction) is the
# genitive singular, `many` the genitive plural.
_GENITIVE = {"one": "other", "few": "many", "many": "many", "other": "other"}


def amount(quantity: Quantity) -> str:
    """Return the figures alone: ``4,5``, ``10–12``."""
    return figures.amount(quantity, locale=_LOCALE, grouped_from=_GROUPED_FROM)


def number(quantity: Quantity) -> str:
    """Return the figures with their scale word: ``4,5 млрд``."""
    scale = _SCALE.get(quantity.scale)
    return f"{amount(quantity)}{NBSP}{scale}" if scale else amount(quantity)


def value(quantity: Quantity, unit: Unit) -> str:
    """Return the whole value: ``4,5 млрд долл. США``, ``более 100 документов``."""
    word = figures.form(unit, "ru", _category(quantity))
    # A shortened unit may not be torn from its number; a whole word may, after a scale word.
    is_word = "." not in word
    gap = " " if quantity.scale in _SCALE and is_word else NBSP
    plain = f"{number(quantity)}{gap}{word}"
    hedge = _GENITIVE_HEDGE.get(quantity.bound) or _PLAIN_HEDGE.get(quantity.bound)
    return f"{hedge} {plain}" if hedge else plain


def _category(quantity: Quantity) -> str:
    if quantity.scale in _SCALE:
        return "many"
    last = quantity.amount if quantity.upper is None else quantity.upper
    category = figures.plural(last, _LOCALE)
    return _GENITIVE[category] if quantity.bound in _GENITIVE_HEDGE else category
