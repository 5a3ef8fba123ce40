"""Amounts: figures, words, scales, units, hedges, what they share, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from intake.recognise.gold import TAGS, recogniser, shown
from uchtil.intake.recognise import Amount, Change, Find, FindKind, finds_in
from uchtil.model import Status


def amounts(text: str, code: str) -> list[Find]:
    finds = recogniser().read(text, TAGS[code])
    return [each for each in finds if each.kind is FindKind.AMOUNT]


def read(text: str, code: str) -> list[str]:
    return [shown(each) for each in amounts(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "It has 1,234,567 people.", "1234567 person"),
        ("en", "It cost $1.5 billion.", "1.5 billion usd"),
        ("en", "It cost USD 2,9 billion.", "2.9 billion usd"),
        ("en", "They came with twenty-five people.", "25 person"),
        ("en", "They built two hundred and fifty km.", "250 kilometre"),
        ("ru", "Это 1 234 567 человек.", "1234567 person"),
        ("ru", "Это сто двадцать пять человек.", "125 person"),
        ("ru", "Построено двести пятьдесят км.", "250 kilometre"),
        ("ru", "Выделено полтора миллиарда долларов.", "1.5 billion usd"),
        ("ru", "Выработано 12,5 млрд кВт·ч энергии.", "12.5 billion kilowatt-hour"),
        ("uz", "Unda oʻn ikki kishi bor.", "12 person"),
        ("uz", "Unda ikki ming besh yuz kishi bor.", "2.5 thousand person"),
        ("uz", "Unda 3 400ta ish oʻrni bor.", "3400 job"),
        ("uz", "Unda 1,2 trln. soʻm bor.", "1200 billion uzs"),
        ("uz-cyrl", "Унда йигирма беш киши бор.", "25 person"),
        ("uz-cyrl", "Унда 14 млн кВт·соат бор.", "14 million kilowatt-hour"),
    ],
)
def test_numbers(code: str, text: str, wanted: str) -> None:
    got = read(text, code)
    assert [each.replace(".0 ", " ") for each in got] == [wanted]


@pytest.mark.parametrize("sign", ["'", "‘", "’", "ʻ", "`", "„", "‟"])
def test_every_apostrophe_is_one(sign: str) -> None:
    assert read(f"Unda o{sign}n to{sign}rt million so{sign}m bor.", "uz") == ["14 million uzs"]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "nearly 100 km", "nearly 100 kilometre"),
        ("en", "at least 100 km", "at-least 100 kilometre"),
        ("en", "up to 100 km", "up-to 100 kilometre"),
        ("en", "between 10 and 12 km", "10-12 kilometre"),
        ("ru", "не менее 100 км", "at-least 100 kilometre"),
        ("ru", "свыше 100 км", "over 100 kilometre"),
        ("ru", "от 10 до 12 км", "10-12 kilometre"),
        ("ru", "до 100 км", "up-to 100 kilometre"),
        ("ru", "вырос до 100 км", "100 kilometre"),
        ("uz", "100 km ga yaqin", "about 100 kilometre"),
        ("uz", "100 kmdan ortiq", "over 100 kilometre"),
        ("uz", "ming kilometrdan sal ortiq", "over 1 thousand kilometre"),
        ("uz", "100 kilometrcha", "about 100 kilometre"),
        ("uz", "100 dollargacha", "up-to 100 usd"),
        ("uz", "bir milliard dollar atrofidagi", "about 1 billion usd"),
        ("uz", "oʻrtacha 100 km", "100 kilometre"),
        ("uz", "oʻrtacha 10–12 km", "about 10-12 kilometre"),
        ("ru", "в среднем 100 км", "100 kilometre"),
        ("ru", "чуть меньше 100 км", "nearly 100 kilometre"),
        ("en", "an average of 100 km", "100 kilometre"),
        ("en", "not quite 100 km", "nearly 100 kilometre"),
        ("en", "no fewer than 100 km", "at-least 100 kilometre"),
        ("uz", "kamida 100 km", "at-least 100 kilometre"),
        ("uz", "2 milliarddan ortiq", "over 2 billion -"),
        ("uz", "10 tadan 12 tagacha hujjat", "10-12 document"),
    ],
)
def test_hedges_and_ranges(code: str, text: str, wanted: str) -> None:
    assert read(text, code) == [wanted]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The two countries and both sides met on page 5, see [14] and No. 3."),
        ("en", "The C5+1, a Boeing 737-800 and https://x.org/2500 km are none."),
        ("ru", "В ст. 5 и на с. 45 обе стороны и две страны; № 12, 70-я сессия."),
        (
            "uz",
            "Ikki davlat 5-moddani, 2-bandni va ikki tomonlama bitimni koʻrdi; chet ellik mehmon.",
        ),
        ("uz", "Bu 25 yilligi va top 1000 talikka kirgan."),
        ("en", "The two ministries met, and a trip doubled as a summit."),
        ("ru", "Делегации двух правительств говорили о двух датах."),
        ("uz", "Har ikki hukumat va ikki vazirlik kelishdi."),
    ],
)
def test_what_counts_nothing_is_no_amount(code: str, text: str) -> None:
    assert read(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "Two dozen agreements, and a dozen more.", ["24 -", "12 -"]),
        ("en", "It cost a hundred and five dollars.", ["105 usd"]),
        ("en", "It took two and a half years.", ["2.5 year"]),
        ("en", "It took a million and a half tonnes.", ["1.5 million tonne"]),
        ("en", "It took €1.2bn–1.5bn.", ["1.2-1.5 billion eur"]),
        ("en", "Dozens of firms, several thousand people and hundreds of roads.", []),
        ("ru", "Подписано два десятка соглашений.", ["20 -"]),
        ("ru", "Это полтора десятка предприятий.", ["15 enterprise"]),
        ("ru", "Довели до трёх с половиной миллиардов долларов.", ["3.5 billion usd"]),
        ("ru", "Это сорок пять с лишним тысяч человек.", ["over 45 thousand person"]),
        ("ru", "Десятки людей, несколько тысяч человек.", []),
        ("uz", "Bu ikki yarim milliard dollar.", ["2.5 billion usd"]),
        ("uz", "Yuzlab kishi, bir necha ming odam keldi.", []),
        ("uz", "Uchtadan beshtagacha hujjat.", ["3-5 document"]),
    ],
)
def test_numbers_made_of_others(code: str, text: str, wanted: list[str]) -> None:
    assert read(text, code) == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "A year later it rained.", ["1 year"]),
        ("en", "It took more than a year.", ["over 1 year"]),
        ("en", "A year and a half later it rained.", ["1.5 year"]),
        ("en", "nearly two decades", ["nearly 20 year"]),
        ("en", "a twenty-year contract, half a century on", ["20 year", "50 year"]),
        ("en", "$5 billion a year, once a day; the 25-year anniversary", ["5 billion usd"]),
        ("ru", "Годом раньше шёл дождь.", ["1 year"]),
        ("ru", "За месяц до этого его избрали.", ["1 month"]),
        ("ru", "через месяц с небольшим после", ["over 1 month"]),
        ("ru", "Это длилось больше года.", ["over 1 year"]),
        ("ru", "меня, двадцатитрёхлетнего, и 10-летний план", ["23 year", "10 year"]),
        ("ru", "в год, за год и каждый месяц; 25-летний юбилей и 25-летие", []),
        ("uz", "Bir yildan soʻng yomgʻir yogʻdi.", ["1 year"]),
        ("uz", "Bu bir asrdan koʻp davom etdi.", ["over 100 year"]),
        ("uz", "Ikki oʻn yillikdan ortiq.", ["over 20 year"]),
        ("uz", "Bir yil yomgʻir yogʻdi, 25 yilligi nishonlandi.", []),
    ],
)
def test_spans_of_time(code: str, text: str, wanted: list[str]) -> None:
    assert read(text, code) == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "Trade grew by a third.", ["33.3 percent"]),
        ("en", "Two thirds of the border were agreed.", ["66.7 percent"]),
        (
            "en",
            "It fell by almost half; more than half of it is gas.",
            ["nearly 50 percent", "over 50 percent"],
        ),
        ("en", "One in three people came.", ["33.3 percent"]),
        ("en", "A third country, a third visit, the first half of it, half of May.", []),
        ("ru", "Прибавила почти треть.", ["nearly 33.3 percent"]),
        (
            "ru",
            "Три четверти и пятая часть экспорта за четверть века.",
            ["75 percent", "20 percent", "25 year"],
        ),
        ("ru", "Третью встречу, половину фразы, половину 2018 года.", []),
        ("uz", "Savdo uchdan birga oshdi.", ["33.3 percent"]),
        ("uz", "Yuklarning yarmidan koʻpi shu.", ["over 50 percent"]),
        ("uz", "2018-yilning birinchi yarmi.", []),
    ],
)
def test_shares_in_words_are_told_in_per_cent(code: str, text: str, wanted: list[str]) -> None:
    assert read(text, code) == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "He came twenty times, the other only nine.", ["20 times", "9 -"]),
        ("en", "Britain has sent eleven to Tashkent.", ["11 -"]),
        ("en", "It has a staff of seven.", ["7 person"]),
        ("en", "It was cut from 90 minutes to 25.", ["90 minute", "25 minute"]),
        ("en", "They agreed on 520 kilometres of the 972.", ["520 kilometre", "972 kilometre"]),
        ("en", "The number of Kazakh firms grew from 228 to 1,100.", ["228 -", "1100 -"]),
        ("en", "They took 12 of their papers.", ["12 -"]),
        ("en", "The Group of Seven met at five; see chapters two, three and four.", []),
        ("ru", "Протокол насчитал девять.", ["9 -"]),
        ("ru", "В Киргизию их было больше, шестнадцать.", ["16 -"]),
        (
            "ru",
            "Согласовали 520 километров своей границы из 972.",
            ["520 kilometre", "972 kilometre"],
        ),
        ("ru", "Одной стороне 51 процент, другой — 49.", ["51 percent", "49 percent"]),
        ("ru", "Семь из двенадцати статей.", ["7 -", "12 article"]),
        ("ru", "В 2018 году их было 1100.", ["1100 -"]),
        ("uz", "Korxonalar soni 1100 ga yetdi.", ["1100 -"]),
    ],
)
def test_what_is_counted_may_stand_elsewhere(code: str, text: str, wanted: list[str]) -> None:
    assert read(text, code) == wanted


def test_what_is_counted_stands_first_where_it_is_about_so_many() -> None:
    assert read("Там жило тысяч восемьсот.", "ru") == ["about 800 thousand -"]
    assert read("Ждали лет десять.", "ru") == ["about 10 year"]
    assert read("Пришло сто человек, двадцать ушли.", "ru")[0] == "100 person"


def test_peoples_are_counted_in_persons() -> None:
    assert read("It counted 614,047 Uzbeks and 3 Neighbours.", "en") == ["614047 person"]


@pytest.mark.parametrize(
    ("code", "text", "away"),
    [
        ("en", "six years later", 1),
        ("en", "six years earlier", -1),
        ("en", "for six years", 0),
        ("ru", "спустя шесть лет", 1),
        ("ru", "за шесть лет до этого", -1),
        ("ru", "шесть лет подряд", 0),
        ("uz", "olti yildan keyin", 1),
        ("uz", "olti yil avval", -1),
        ("uz", "olti yil davomida", 0),
        ("uz", "urushdan olti yil avval", 0),
        ("ru", "через шесть лет после войны", 0),
    ],
)
def test_a_span_tells_how_much_later_or_earlier(code: str, text: str, away: int) -> None:
    assert value(text, code).away == away


def test_what_something_grew_from_has_its_unit() -> None:
    assert read("Объём вырастет с 30 до 60 млн тонн.", "ru") == [
        "30 million tonne",
        "60 million tonne",
    ]


def value(text: str, code: str) -> Amount:
    (find,) = amounts(text, code)
    assert isinstance(find.value, Amount)
    return find.value


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("uz", "Savdoni 5 mlrd dollarga yetkazish rejalashtirilgan.", Status.PLAN),
        ("uz", "Savdoni 5 mlrd dollarga yetkazish maqsad qilingan.", Status.TARGET),
        ("uz", "Savdo 5 mlrd dollarga yetdi.", Status.ACTUAL),
        ("ru", "Планируется довести торговлю до 5 млрд долларов.", Status.PLAN),
        ("ru", "Торговля составила 5 млрд долларов.", Status.ACTUAL),
        ("ru", "Ожидается рост до 5 млрд долларов.", Status.ESTIMATE),
        ("en", "Trade is to reach $5 billion by 2030.", Status.TARGET),
        ("en", "Trade reached $5 billion.", Status.ACTUAL),
        ("en", "In Tashkent there is $5 billion.", None),
    ],
)
def test_status_is_told_by_the_words_nearby(code: str, text: str, status: Status | None) -> None:
    assert value(text, code).status is status


@pytest.mark.parametrize(
    ("code", "text", "change"),
    [
        ("uz", "Savdo 31,2 foizga oʻsdi.", Change.GROWTH),
        ("ru", "Торговля сократилась на 7 процентов.", Change.FALL),
        ("en", "It grew 1.5 times.", Change.GROWTH),
        ("en", "It is 15% of all.", None),
    ],
)
def test_growth_and_fall(code: str, text: str, change: Change | None) -> None:
    assert value(text, code).change is change


def test_units_are_the_reviews_own_where_it_has_them() -> None:
    from uchtil.model import Unit
    from uchtil.problems import Location

    where = Location(file="terms.yaml", line=1, column=1)
    mine = Unit(id="pct", forms={"en": {"other": "per cent"}}, where=where)
    ship = Unit(id="ship", forms={"en": {"one": "ship", "other": "ships"}}, where=where)
    units = {each.id: each for each in (mine, ship)}
    finds = finds_in(["It has 15% of 40 new ships."], "en-GB", {}, units)
    assert [each.value.quantity.unit for each in finds] == ["pct", "ship"]  # type: ignore[union-attr]


def test_the_noun_is_kept_where_no_unit_is_known() -> None:
    found = value("Построено 14 мостов.", "ru")
    assert (found.quantity.amount, found.quantity.unit, found.noun) == (Decimal(14), "", "мостов")
