"""The layout of a series of values by year, each kind of figure with a mark of its own.

All lengths are in the drawing's own units (CSS pixels at its natural size).
"""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import groupby
from typing import Any

from uchtil.language import Language
from uchtil.model import Fact, Project, Quantity, Status
from uchtil.render.figures.timeline import told_days

WIDTH = 620
_PLOT = 230
_LEFT, _RIGHT, _TOP = 74, 12, 62
_BAR = 30


def series(
    facts: list[Fact], project: Project, language: Language
) -> tuple[dict[str, Any], list[str]]:
    """Return what the template draws, and each value in words.

    A year has a column whether or not a source gives a value for it, so that gaps are
    seen; values that no source ties to a year stand apart at the end.
    """
    measured = [(fact, fact.value) for fact in facts if fact.value is not None]
    years = [told_days(fact.date)[0].year for fact, _ in measured if fact.date]
    columns: list[int | None] = list(range(min(years), max(years) + 1)) if years else []
    if any(fact.date is None for fact, _ in measured):
        columns.append(None)
    top, step = nice_scale(max((value.number for _, value in measured), default=Decimal(1)))
    width = (WIDTH - _LEFT - _RIGHT) / max(len(columns), 1)

    def height(number: Decimal) -> float:
        return round(float(number / top) * _PLOT, 2)

    def column(fact: Fact) -> int | None:
        return told_days(fact.date)[0].year if fact.date else None

    values = []
    ordered = sorted(measured, key=lambda each: columns.index(column(each[0])))
    for year, group in groupby(ordered, key=lambda each: column(each[0])):
        members = list(group)
        middle = _LEFT + width * (columns.index(year) + 0.5)
        for index, (fact, value) in enumerate(members):
            offset = (index - (len(members) - 1) / 2) * (_BAR + 6)
            values.append(
                {
                    "x": round(middle + offset, 2),
                    "height": height(value.number),
                    "text": language.number(value),
                    "status": (fact.status or Status.ACTUAL).value,
                }
            )
    unit = project.units[measured[0][1].unit] if measured else None
    geometry = {
        "width": WIDTH,
        "height": _TOP + _PLOT + 34,
        "left": _LEFT,
        "right": WIDTH - _RIGHT,
        "base": _TOP + _PLOT,
        "bar": _BAR,
        "columns": [
            {
                "x": round(_LEFT + width * (index + 0.5), 2),
                "text": str(year) if year is not None else language.terms.undated,
            }
            for index, year in enumerate(columns)
        ],
        "lines": [
            {
                "y": round(_TOP + _PLOT - height(step * index), 2),
                "text": _scale_text(step * index, measured[0][1], language) if measured else "",
            }
            for index in range(int(top / step) + 1)
        ],
        "values": values,
        "statuses": [
            status.value
            for status in Status
            if any((fact.status or Status.ACTUAL) is status for fact, _ in measured)
        ],
        "unit": unit.forms[language.code]["other"] if unit else "",
    }
    told = [
        f"{column(fact) or language.terms.undated}: "
        f"{language.value(value, project.units[value.unit])}"
        f" ({language.terms.status(fact.status or Status.ACTUAL)})"
        for fact, value in ordered
    ]
    return geometry, told


def nice_scale(largest: Decimal) -> tuple[Decimal, Decimal]:
    """Return the top of the axis and the step between its lines.

    The step is 1, 2, 2.5 or 5 times a power of ten, the smallest that needs at most six
    lines above the base.  Where every value is 0, the axis ends at 1.
    """
    largest = largest if largest > 0 else Decimal(1)
    power = Decimal(10) ** (math.floor(math.log10(float(largest))) - 1)
    for factor in ("1", "2", "2.5", "5", "10", "20"):
        step = power * Decimal(factor)
        if step * 6 >= largest:
            break
    lines = math.ceil(largest / step)
    return step * lines, step


def _scale_text(number: Decimal, like: Quantity, language: Language) -> str:
    amount = number / like.scale.factor
    plain = amount.normalize() + 0  # adding nothing writes 1E+1 as 10
    return language.number(Quantity(amount=plain, unit=like.unit, scale=like.scale))
