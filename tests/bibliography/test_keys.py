from __future__ import annotations

import pytest

from .conftest import ReadBib

ENTRY = "@misc{%s, title={Один}, date=%s, langid={ru}}\n"


def test_a_key_of_another_year(read_bib: ReadBib) -> None:
    assert read_bib(ENTRY % ("rahimov2016", "2018"))[1] == [
        "b.bib:1: warning[key-year]: the key `rahimov2016` says 2016, and the work is dated 2018\n"
        "    see whether these are the data of another work; if not, give it another key"
    ]


@pytest.mark.parametrize(
    ("key", "date"),
    [
        ("rahimov2016", "2016-04-23"),
        ("rahimov2016b", "2015/2017"),
        ("rahimov", "2018"),
        ("egemen-359828", "2018"),  # a number, no year
        ("mfa-0042", "2018"),
    ],
)
def test_other_keys_are_right(read_bib: ReadBib, key: str, date: str) -> None:
    assert read_bib(ENTRY % (key, f"{{{date}}}"))[1] == []


def test_a_work_without_a_date_has_any_key(read_bib: ReadBib) -> None:
    assert read_bib("@misc{anon-1991, title={Один}, langid={ru}}\n")[1] == []
