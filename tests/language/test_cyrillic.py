"""Uzbek in Cyrillic: nothing in it is typed, and nothing in it is left in Latin."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from decimal import Decimal

import pytest

from specimens import quantity
from uchtil.language import LANGUAGES, TRANSLITERATED, language
from uchtil.language.uz.script import to_latin
from uchtil.model import Bound, Scale, Unit, When
from uchtil.problems import Location

UZ, CYRL = language("uz"), language("uz-cyrl")
DOLLAR = Unit(id="usd", forms={"uz": {"other": "AQSH dollari"}}, where=Location(file="t"))
THINGS = {"uz": {"one": "hujjat", "other": "hujjat"}}


def test_what_the_language_is() -> None:
    assert TRANSLITERATED == {"uz-cyrl": "uz"}
    assert CYRL not in LANGUAGES
    assert (CYRL.code, CYRL.tag, CYRL.endonym) == ("uz-cyrl", "uz-Cyrl-UZ", "Ўзбекча")
    # The Open Graph protocol has language_TERRITORY and no script
    assert CYRL.open_graph == "uz_UZ"


def words(record: object) -> dict[str, str]:
    """Return the words of a record, and of the records in it, by field."""
    found: dict[str, str] = {}
    for each in fields(record):  # type: ignore[arg-type]
        value = getattr(record, each.name)
        inner = words(value) if is_dataclass(value) else {"": value}
        found.update({f"{each.name}.{name}": text for name, text in inner.items()})
    return found


def test_every_term_is_in_cyrillic() -> None:
    latin, cyrillic = words(UZ.terms), words(CYRL.terms)
    assert latin.keys() == cyrillic.keys()
    left = {name: text for name, text in cyrillic.items() if re.search("[A-Za-zʻʼ“”]", text)}
    assert left == {
        "html.": "веб-саҳифа (HTML)",
        "pdf.": "босма нусха (PDF)",
        "docx.": "Word ҳужжати (DOCX)",
    }
    assert CYRL.terms.references == "Фойдаланилган адабиётлар"
    assert CYRL.terms.table_reference(2) == "2-жадвал"
    assert CYRL.terms.page_of(1, 25) == "1-бет, жами\u00a025"
    assert CYRL.terms.network.title("Савдо") == "«Савдо»"


@pytest.mark.parametrize(
    ("date", "bare", "when", "dated"),
    [
        ("1998-10-31", "1998 йил 31 октябрь", "1998 йил 31 октябрда", "1998 йил 31 октябрдаги"),
        ("1992-11", "1992 йил ноябрь", "1992 йил ноябрь ойида", "1992 йил ноябрь ойидаги"),
        ("2017", "2017 йил", "2017 йилда", "2017 йилдаги"),
        ("2017/2019", "2017–2019 йиллар", "2017–2019 йилларда", "2017–2019 йиллардаги"),
        (
            "2017-03-22/2017-03-23",
            "2017 йил 22–23 март",
            "2017 йил 22–23 март кунлари",
            "2017 йил 22–23 мартдаги",
        ),
    ],
)
def test_dates(date: str, bare: str, when: str, dated: str) -> None:
    day = When.parse(date)
    assert (CYRL.date(day), CYRL.when(day), CYRL.dated(day)) == (bare, when, dated)
    assert [to_latin(text) for text in (bare, when, dated)] == [
        UZ.date(day),
        UZ.when(day),
        UZ.dated(day),
    ]
    assert CYRL.period(day) == bare


def test_quantities() -> None:
    four = quantity("4.5", "usd", scale=Scale.BILLION)
    assert CYRL.amount(four) == "4,5"
    assert CYRL.number(four) == "4,5\u00a0млрд"
    assert CYRL.value(four, DOLLAR) == "4,5\u00a0млрд АҚШ доллари"
    many = quantity("100", "thing", bound=Bound.OVER)
    unit = Unit(id="thing", forms=THINGS, where=Location(file="t"))
    assert CYRL.value(many, unit) == "100\u00a0дан ортиқ ҳужжат"
    assert CYRL.counts.words(15) == "ўн беш"
    assert CYRL.counts.FORMS == ()
    assert CYRL.counts.TYPED.search("beshta")
    assert Decimal(1) == quantity("1").amount
