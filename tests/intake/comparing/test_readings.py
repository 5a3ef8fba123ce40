"""How the date and the value of a passage are to those of a fact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from uchtil.intake.comparing.readings import Held, dated, held_dates, held_values
from uchtil.intake.recognise import Find, FindKind
from uchtil.model import Bound, Quantity, Scale, When


@pytest.mark.parametrize(
    ("theirs", "mine", "wanted"),
    [
        ("1998-10-31", "1998-10-31", Held.SAME),
        ("1998-10-31", "1998", Held.FINER),
        ("1998", "1998-10-31", Held.COARSER),
        ("1998-10-30", "1998-10-31", Held.OTHER),
        ("2019-04-15", "2019-04-14/2019-04-15", Held.COARSER),
        ("2019-04-15/2019-04-16", "2019-04-14/2019-04-15", Held.OTHER),
        # Some days or months of a month or a year are when that was.
        ("2018-11-13/2018-11-14", "2018-11", Held.FINER),
        ("2018-01/2018-02", "2018", Held.FINER),
        # Of a long period the beginning may be told alone, less exactly or otherwise.
        ("2000-04", "2000-04-17/2008", Held.COARSER),
        ("2000-05-05", "2000-04-17/2008", Held.OTHER),
        ("2004-05-05", "2000-04-17/2008", Held.COARSER),
    ],
)
def test_dates(theirs: str, mine: str, wanted: Held) -> None:
    assert held_dates(When.parse(theirs), When.parse(mine)) is wanted


def amount(text: str, bound: Bound = Bound.EXACT, scale: Scale = Scale.BILLION) -> Quantity:
    return Quantity(amount=Decimal(text), scale=scale, unit="usd", bound=bound)


@pytest.mark.parametrize(
    ("theirs", "mine", "wanted"),
    [
        (amount("4"), amount("4"), Held.SAME),
        (amount("3.9"), amount("4"), Held.FINER),
        (amount("4"), amount("3.9"), Held.SAME),
        (amount("4.6"), amount("4"), Held.OTHER),
        (amount("1.05"), amount("1"), Held.FINER),
        (amount("1.2"), amount("1"), Held.OTHER),  # though it would be rounded to 1
        (amount("4.2"), amount("4", Bound.OVER), Held.FINER),
        (amount("4", Bound.ABOUT), amount("4"), Held.SAME),
    ],
)
def test_values(theirs: Quantity, mine: Quantity, wanted: Held) -> None:
    assert held_values(theirs, mine) is wanted


def found(date: str, at: int) -> tuple[Find, When]:
    value = When.parse(date)
    find = Find(
        kind=FindKind.DATE,
        paragraph=1,
        sentence=1,
        start=at,
        end=at + 4,
        words=date,
        value=value,
        language="en",
    )
    return find, value


def test_of_several_dates_the_agreeing_one_is_taken_and_else_the_nearest() -> None:
    dates = [found("2001", 0), found("2022-11", 20), found("2025-01-24", 40)]
    assert dated(dates, When.parse("2022")).date == When.parse("2022-11")
    other = dated(dates, When.parse("2002"))
    assert (other.held, other.date) == (Held.OTHER, When.parse("2001"))


def test_a_fact_without_a_date_takes_that_beside_its_act() -> None:
    dates = [found("2022-11", 20), found("2025-01-24", 40)]
    assert dated(dates, None, lambda find: abs(find.start - 35)).date == When.parse("2025-01-24")
    assert dated([], None).held is Held.NEITHER
    assert dated([found("2012/..", 0)], None).held is Held.NEITHER


def test_a_term_is_told_by_its_beginning_and_its_end() -> None:
    dates = [found("1993", 20), found("../1998", 40)]
    assert dated(dates, When.parse("1993/2000")).held is Held.OTHER
    assert dated(dates, When.parse("1993/1998")).held is Held.SAME
