"""Figures, scale words and plural categories: what all languages share.

Separators and plural categories come from CLDR through Babel, which is imported when
the first number is written and not before, since a build with nothing to do writes none.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from uchtil.language.forms import EN_DASH
from uchtil.model import Quantity, Unit

if TYPE_CHECKING:
    from babel import Locale

MINUS = "−"


@cache
def _locale(locale: str) -> Locale:
    from babel import Locale

    return Locale.parse(locale)


def digits(number: Decimal, *, locale: str, grouped_from: int) -> str:
    """Return ``number`` in figures with the separators of ``locale``.

    Every decimal place is kept as it is told: 4.50 is more exact than 4.5.  Thousands
    are set apart in numbers of ``grouped_from`` figures and more.
    """
    from babel.numbers import format_decimal

    sign, figures, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # the loader lets neither infinity nor NaN in
    whole = len(figures) + exponent
    pattern = "#,##0" if whole >= grouped_from else "0"
    if exponent < 0:
        pattern += "." + "0" * -exponent
    text = format_decimal(abs(number), format=pattern, locale=_locale(locale))
    return f"{MINUS}{text}" if sign and number else text


def amount(quantity: Quantity, *, locale: str, grouped_from: int) -> str:
    """Return the figures of a quantity, both ends of a range, without scale or unit."""
    ends = [quantity.amount] if quantity.upper is None else [quantity.amount, quantity.upper]
    return EN_DASH.join(digits(end, locale=locale, grouped_from=grouped_from) for end in ends)


def plural(number: Decimal, locale: str) -> str:
    """Return the CLDR plural category that ``number`` asks for: ``one``, ``few``…"""
    return _locale(locale).plural_form(number)


def form(unit: Unit, code: str, category: str) -> str:
    """Return the unit's form for a plural category, or its general one.

    A unit that does not inflect (``km``, ``%``) has the form ``other`` alone.
    """
    forms = unit.forms[code]
    return forms.get(category) or forms["other"]


def is_counted(unit: Unit) -> bool:
    """Whether the unit counts things (100 documents) and does not measure (100 km).

    Told by its forms: a noun for things has a plural in one language at least, while a
    sign, an abbreviation or a currency stays the same everywhere.
    """
    return any(len(forms) > 1 for forms in unit.forms.values())
