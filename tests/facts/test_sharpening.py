"""When a reading is another one told more exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from uchtil.facts.sharpening import date_sharper, is_sharper, value_sharper
from uchtil.model import Bound, Quantity, When


@pytest.mark.parametrize(
    ("old", "new", "sharper"),
    [
        ("1972", "1972", False),
        ("1972", "1972-06", True),
        ("1972-06", "1972", None),
        ("1972", "1973-06", None),
        ("197X", "1972", True),
        ("1972~", "1972", True),
        ("1972", "1972~", None),
        ("1972~", "1973", True),
        ("1972~", "1975", None),
        ("1972~", "1972-06-01", True),
        ("1972-06~", "1972", None),
        ("2017/2019", "2018-05", True),
        ("2018-01-01/2018-12-31", "2018", None),
        ("2018/..", "2019/2020", True),
        ("../2000", "1999", True),
        ("", "1972", True),
        ("1972", "", None),
    ],
)
def test_dates(old: str, new: str, sharper: bool | None) -> None:
    before, now = (When.parse(each) if each else None for each in (old, new))
    assert date_sharper(before, now) is sharper


@pytest.mark.parametrize(
    ("old", "new", "sharper"),
    [
        (("12", "exact"), ("12", "exact"), False),
        (("12", "exact"), ("12.1", "exact"), True),
        (("12.1", "exact"), ("12", "exact"), None),
        (("12", "exact"), ("13.1", "exact"), None),
        (("100", "over"), ("150", "exact"), True),
        (("150", "exact"), ("100", "over"), None),
        (("100", "about"), ("103", "exact"), True),
        (("100", "about"), ("500", "exact"), None),
    ],
)
def test_values(old: tuple[str, str], new: tuple[str, str], sharper: bool | None) -> None:
    before, now = (
        Quantity(amount=Decimal(amount), unit="kilometre", bound=Bound(bound))
        for amount, bound in (old, new)
    )
    assert value_sharper(before, now) is sharper
    assert value_sharper(None, now) is True
    assert value_sharper(before, None) is None


def test_neither_may_be_another_one_altogether() -> None:
    assert is_sharper(True, False) is True
    assert is_sharper(False, True) is True
    assert is_sharper(False, False) is False
    assert is_sharper(True, None) is False
    assert is_sharper(None, True) is False
