"""Dates and periods, letter by letter; ``~`` in the tables stands for a no-break space."""

import pytest

from uchtil.language import language
from uchtil.model import When

CODES = ("uz", "ru", "en")

DATE = [
    ("1998-10-31", "1998-yil 31-oktabr", "31~октября 1998~г.", "31~October 1998"),
    ("1992-11", "1992-yil noyabr", "ноябрь 1992~г.", "November 1992"),
    ("2017", "2017-yil", "2017~г.", "2017"),
    ("199X", "1990-yillar", "1990-е~гг.", "1990s"),
    ("2017~", "taxminan 2017-yil", "около 2017~г.", "c.~2017"),
    ("1992-11~", "taxminan 1992-yil noyabr", "около ноября 1992~г.", "c.~November 1992"),
    ("199X~", "taxminan 1990-yillar", "около 1990-х~гг.", "c.~1990s"),
    ("2017-03-22/2017-03-23", "2017-yil 22–23-mart", "22–23~марта 2017~г.", "22–23~March 2017"),
    (
        "2017-04-30/2017-05-02",
        "2017-yil 30-aprel~– 2-may",
        "30~апреля~– 2~мая 2017~г.",
        "30~April~– 2~May 2017",
    ),
    (
        "2016-12-30/2017-01-02",
        "2016-yil 30-dekabr~– 2017-yil 2-yanvar",
        "30~декабря 2016~г.~– 2~января 2017~г.",
        "30~December 2016~– 2~January 2017",
    ),
    ("2017-03/2017-05", "2017-yil mart–may", "март–май 2017~г.", "March–May 2017"),
    (
        "2016-12/2017-02",
        "2016-yil dekabr~– 2017-yil fevral",
        "декабрь 2016~г.~– февраль 2017~г.",
        "December 2016~– February 2017",
    ),
    ("2017/2019", "2017–2019-yillar", "2017–2019~гг.", "2017–2019"),
    ("2017~/2019~", "taxminan 2017–2019-yillar", "примерно 2017–2019~гг.", "c.~2017–2019"),
    (
        "2017~/2019",
        "taxminan 2017-yil~– 2019-yil",
        "примерно 2017~г.~– 2019~г.",
        "c.~2017~– 2019",
    ),
    ("197X/198X", "1970-yillar~– 1980-yillar", "1970-е~– 1980-е~гг.", "1970s–1980s"),
    ("199X/2005", "1990-yillar~– 2005-yil", "1990-е~гг.~– 2005~г.", "1990s~– 2005"),
    ("2018-03-12/..", "2018-yil 12-martdan boshlab", "с~12~марта 2018~г.", "since 12~March 2018"),
    ("2018-03/..", "2018-yil mart oyidan boshlab", "с~марта 2018~г.", "since March 2018"),
    ("2018~/..", "taxminan 2018-yildan boshlab", "примерно с~2018~г.", "since about 2018"),
    ("../2000-03", "2000-yil mart oyigacha", "по~март 2000~г.", "until March 2000"),
    ("2017/2017", "2017-yil", "2017~г.", "2017"),
]

WHEN = [
    ("1998-10-31", "1998-yil 31-oktabrda", "31~октября 1998~г.", "on 31~October 1998"),
    ("1992-11", "1992-yil noyabr oyida", "в~ноябре 1992~г.", "in November 1992"),
    ("2017", "2017-yilda", "в~2017~г.", "in 2017"),
    ("199X", "1990-yillarda", "в~1990-е~гг.", "in the 1990s"),
    ("2017~", "taxminan 2017-yilda", "около 2017~г.", "around 2017"),
    (
        "1998-10-31~",
        "taxminan 1998-yil 31-oktabrda",
        "около 31~октября 1998~г.",
        "around 31~October 1998",
    ),
    (
        "2017-03-22/2017-03-23",
        "2017-yil 22–23-mart kunlari",
        "22–23~марта 2017~г.",
        "on 22–23~March 2017",
    ),
    (
        "2017-04-30/2017-05-02",
        "2017-yil 30-apreldan 2-maygacha",
        "с~30~апреля по~2~мая 2017~г.",
        "from 30~April to 2~May 2017",
    ),
    (
        "2016-12-30/2017-01-02",
        "2016-yil 30-dekabrdan 2017-yil 2-yanvargacha",
        "с~30~декабря 2016~г. по~2~января 2017~г.",
        "from 30~December 2016 to 2~January 2017",
    ),
    ("2017-03/2017-05", "2017-yil mart–may oylarida", "в~марте–мае 2017~г.", "in March–May 2017"),
    (
        "2016-12/2017-02",
        "2016-yil dekabr oyidan 2017-yil fevral oyigacha",
        "с~декабря 2016~г. по~февраль 2017~г.",
        "from December 2016 to February 2017",
    ),
    ("2017/2019", "2017–2019-yillarda", "в~2017–2019~гг.", "in 2017–2019"),
    (
        "2017~/2019~",
        "taxminan 2017–2019-yillarda",
        "примерно в~2017–2019~гг.",
        "from about 2017 to about 2019",
    ),
    (
        "2017/2019~",
        "2017-yildan taxminan 2019-yilgacha",
        "с~2017~г. примерно по~2019~г.",
        "from 2017 to about 2019",
    ),
    (
        "197X/198X",
        "1970-yillardan 1980-yillargacha",
        "в~1970-е~– 1980-е~гг.",
        "from the 1970s to the 1980s",
    ),
    ("2018/..", "2018-yildan boshlab", "с~2018~г.", "since 2018"),
    ("../2000", "2000-yilgacha", "по~2000~г.", "until 2000"),
]

DATED = [
    ("1998-10-31", "1998-yil 31-oktabrdagi", "от 31~октября 1998~г.", "of 31~October 1998"),
    ("1992-11", "1992-yil noyabr oyidagi", "ноября 1992~г.", "of November 1992"),
    ("2017", "2017-yildagi", "2017~г.", "of 2017"),
    ("199X", "1990-yillardagi", "1990-х~гг.", "of the 1990s"),
    ("2017~", "taxminan 2017-yildagi", "около 2017~г.", "of c.~2017"),
    (
        "2017-03-22/2017-03-23",
        "2017-yil 22–23-martdagi",
        "от 22–23~марта 2017~г.",
        "of 22–23~March 2017",
    ),
    (
        "2017-04-30/2017-05-02",
        "2017-yil 30-aprel~– 2-maydagi",
        "от 30~апреля~– 2~мая 2017~г.",
        "of 30~April~– 2~May 2017",
    ),
    ("2017-03/2017-05", "2017-yil mart–may oylaridagi", "марта–мая 2017~г.", "of March–May 2017"),
    ("2017/2019", "2017–2019-yillardagi", "2017–2019~гг.", "of 2017–2019"),
    (
        "197X/198X",
        "1970-yillar~– 1980-yillardagi",
        "1970-х~– 1980-х~гг.",
        "of the 1970s–1980s",
    ),
    ("2018-03-12/..", "2018-yil 12-martdan buyongi", "с~12~марта 2018~г.", "since 12~March 2018"),
    ("../2000", "2000-yilgacha boʻlgan", "по~2000~г.", "until 2000"),
]


def _cases(table: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str]]:
    return [
        (edtf, code, text.replace("~", "\u00a0"))
        for edtf, *texts in table
        for code, text in zip(CODES, texts, strict=True)
    ]


@pytest.mark.parametrize(("edtf", "code", "text"), _cases(DATE))
def test_date(edtf, code, text):
    assert language(code).date(When.parse(edtf)) == text
    assert language(code).period(When.parse(edtf)) == text


@pytest.mark.parametrize(("edtf", "code", "text"), _cases(WHEN))
def test_when(edtf, code, text):
    assert language(code).when(When.parse(edtf)) == text


@pytest.mark.parametrize(("edtf", "code", "text"), _cases(DATED))
def test_dated(edtf, code, text):
    assert language(code).dated(When.parse(edtf)) == text


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("1998", "1998"),
        ("1998-10-31", "1998"),
        ("2017~", "2017"),
        ("2017/2019", "2017–2019"),
        ("2017-03-22/2017-03-23", "2017"),
        ("2018-03-12/..", "2018"),
        ("../2000", "2000"),
    ],
)
def test_year_is_bare_digits(code, edtf, year):
    assert language(code).year(When.parse(edtf)) == year


def test_a_decade_has_no_single_year():
    with pytest.raises(ValueError) as caught:
        language("en").year(When.parse("199X"))
    assert str(caught.value) == "`199X` names a decade, which has no single year; use its date"


ALL_MONTHS = {
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "en": "January February March April May June July August September October November December",
}
RUSSIAN_MONTHS_IN = (
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
)
RUSSIAN_MONTHS_OF = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)


@pytest.mark.parametrize("code", CODES)
def test_every_month_is_named(code):
    dates = [language(code).date(When.parse(f"2001-{month:02d}")) for month in range(1, 13)]
    for name, date in zip(ALL_MONTHS[code].split(), dates, strict=True):
        assert name in date.replace("\u00a0", " ").split()


def test_every_russian_month_has_its_cases():
    russian = language("ru")
    for month in range(1, 13):
        when = When.parse(f"2001-{month:02d}")
        assert russian.when(when) == f"в\u00a0{RUSSIAN_MONTHS_IN.split()[month - 1]} 2001\u00a0г."
        assert russian.dated(when) == f"{RUSSIAN_MONTHS_OF.split()[month - 1]} 2001\u00a0г."
