"""Dates as sources damage them, relative dates, and what is none."""

from __future__ import annotations

import pytest

from intake.recognise.gold import TAGS, recogniser, shown
from uchtil.intake.recognise import FindKind, Relative
from uchtil.intake.recognise.dates import needs


def dates(text: str, code: str) -> list[str]:
    finds = recogniser().read(text, TAGS[code])
    return [shown(each) for each in finds if each.kind is FindKind.DATE]


@pytest.mark.parametrize("hyphen", ["-", "- ", " - ", "–", "‐", "-\n", "-\n\n", " ", "\u00ad"])
def test_a_hyphen_may_be_damaged(hyphen: str) -> None:
    text = f"Munosabatlar 1992{hyphen}yil 23{hyphen}noyabrda oʻrnatildi."
    assert dates(text, "uz") == ["1992-11-23"]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "from 1998 to the present", ["1998/.."]),
        ("en", "around 1998", ["1998~"]),
        ("en", "on 10/31/1998", ["1998-10-31"]),
        ("en", "on 31 February 1998", ["1998-02"]),
        ("en", "EXPO-2017 had 2000 people and 1998 km, in room 2017a.", []),
        ("en", "They may march in June.", ["rel:?-06"]),
        ("ru", "в 2001 и 2002 гг.", ["2001", "2002"]),
        ("ru", "Выставка «ЭКСПО-2017» и 2000 человек.", []),
        ("ru", "в кон. 90-х", ["199X"]),
        ("uz", "2019-yil may va oktabr oylarida", ["2019-05", "2019-10"]),
        ("uz", "2018-yilning ikki oyida", ["2018"]),
        ("uz", "1992-yil 23-noyabrda va 5-dekabrda", ["1992-11-23", "1992-12-05"]),
        (
            "uz-cyrl",
            "2017 йил 22-23 март ва 2021 йил 5-6 декабрь",
            ["2017-03-22/2017-03-23", "2021-12-05/2021-12-06"],
        ),
        ("en", "in May and in June 2019", ["2019-05/2019-06"]),
        ("en", "In 2019, on 9 September, they met.", ["2019-09-09"]),
        ("en", "In 2019 they met, on 9 September.", ["2019", "2019-09-09"]),
        ("en", "They kept it on the same day.", []),
        ("en", "The centres that may be built.", []),
        ("en", "in Jan. 2019, from 2012 until the end of 2015", ["2019-01", "2012/2015"]),
        ("uz", "Bu mayda biznes va iyunda uchrashuv.", ["rel:?-06"]),
        ("en", "He is in his forties, and since 1373 villages are old.", []),
        ("ru", "Осенью 2019-го, с 9 по 13 сентября, шли переговоры.", ["2019-09-09/2019-09-13"]),
        ("ru", "к предыдущему месяцу", []),
        ("uz", "1992-yilning 24-iyunidayoq", ["1992-06-24"]),
        ("uz", "2025-yil 1-maydan qatnaydi", ["2025-05-01/.."]),
        ("uz", "2025-yil 1-maydan qatnay boshladi", ["2025-05-01"]),
        ("en", "Keywords: trade 1991-yil Sovet", ["1991"]),
    ],
)
def test_dates(code: str, text: str, wanted: list[str]) -> None:
    assert dates(text, code) == wanted


def test_a_relative_date_is_resolved_by_the_year_of_the_text() -> None:
    assert str(Relative(years=-1, month=8).resolve(2024)) == "2023-08"
    assert str(Relative(years=None, month=3, day=29, last_month=4, last_day=2).resolve(2024)) == (
        "2024-03-29/2024-04-02"
    )
    assert Relative(years=0, month=2, day=29).resolve(2023) is None


@pytest.mark.parametrize(
    ("rule", "slots"),
    [
        ("<y>-?yil<hy><m>", {"figures", "m"}),
        ("(?:in )?<m>(?: <y>)?", {"m"}),
        ("the <q> quarter,? (?:of |in )?next year", {"q"}),
        ("since <y>(?=[.,)]| ?\\Z)", {"figures"}),
        ("(?:[)]<y>)?<d2>?<m2>", {"m"}),
        ("<y>|<m>", set()),
        ("(?P<x>a) <c> century", set()),
    ],
)
def test_a_rule_is_tried_where_the_slots_that_it_must_fill_may_be(
    rule: str, slots: set[str]
) -> None:
    assert needs(rule) == slots
