"""Quantities as Uzbek scholarship writes them: ``4,5 mlrd AQSH dollari``, ``31,2 foiz``.

Thousands are set apart from five figures on.  A hedge is a word before the number
(``kamida``, ``qariyb``) or a case ending with its postposition; the ending is joined to
the unit of a measure (``31,2 foizdan ortiq``), but follows the figures of things that
are counted (``100 dan ortiq hujjat``).
"""

from __future__ import annotations

from uchtil.language import figures
from uchtil.language.forms import NBSP
from uchtil.model import Bound, Quantity, Scale, Unit

_LOCALE = "uz"
_GROUPED_FROM = 5
_SCALE = {Scale.THOUSAND: "ming", Scale.MILLION: "mln", Scale.BILLION: "mlrd"}
_BEFORE = {Bound.NEARLY: "qariyb", Bound.AT_LEAST: "kamida"}
_AFTER = {
    Bound.ABOUT: ("ga", "yaqin"),
    Bound.OVER: ("dan", "ortiq"),
    Bound.UNDER: ("dan", "kam"),
}


def amount(quantity: Quantity) -> str:
    """Return the figures alone: ``4,5``, ``10–12``."""
    return figures.amount(quantity, locale=_LOCALE, grouped_from=_GROUPED_FROM)


def number(quantity: Quantity) -> str:
    """Return the figures with their scale word: ``4,5 mlrd``."""
    scale = _SCALE.get(quantity.scale)
    return f"{amount(quantity)}{NBSP}{scale}" if scale else amount(quantity)


def value(quantity: Quantity, unit: Unit) -> str:
    """Return the whole value: ``4,5 mlrd AQSH dollari``, ``100 dan ortiq hujjat``."""
    figure = number(quantity)
    word = figures.form(unit, "uz", "other")
    # A scale word may be followed by a line's end, a bare figure may not.
    gap = " " if quantity.scale in _SCALE else NBSP
    if quantity.bound in _AFTER:
        ending, postposition = _AFTER[quantity.bound]
        if figures.is_counted(unit):
            return f"{figure}{NBSP}{ending} {postposition} {word}"
        return f"{figure}{gap}{_with_ending(word, ending)} {postposition}"
    plain = f"{figure}{gap}{word}"
    before = _BEFORE.get(quantity.bound)
    return f"{before} {plain}" if before else plain


def _with_ending(word: str, ending: str) -> str:
    """Join a case ending; ``-ga`` becomes ``-ka`` after k and ``-qa`` after q.

    After a sign or an abbreviation, which is read out as a whole word, the ending
    stays as it is.
    """
    if ending == "ga" and word[-1] in "kq" and any(vowel in word for vowel in "aeiou"):
        ending = f"{word[-1]}a"
    return f"{word}{ending}"
