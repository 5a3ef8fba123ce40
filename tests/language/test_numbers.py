"""Quantities, letter by letter; ``~`` in the tables stands for a no-break space."""

from decimal import Decimal

import pytest

from uchtil.language import language
from uchtil.model import Bound, Quantity, Scale, Unit
from uchtil.problems import Location

CODES = ("uz", "ru", "en")
WHERE = Location(file="content/terms.yaml")


def _unit(name: str, uz: str, ru: dict[str, str], en: dict[str, str], sign: bool = False) -> Unit:
    before = frozenset({"en"}) if sign else frozenset()
    return Unit(
        id=name, forms={"uz": {"other": uz}, "ru": ru, "en": en}, before=before, where=WHERE
    )


UNITS = {
    "usd": _unit("usd", "AQSH dollari", {"other": "долл. США"}, {"other": "US$"}, sign=True),
    "eur": _unit("eur", "yevro", {"other": "евро"}, {"other": "EUR"}, sign=True),
    "percent": _unit("percent", "foiz", {"other": "%"}, {"other": "per cent"}),
    "kilometre": _unit("kilometre", "km", {"other": "км"}, {"other": "km"}),
    "block": _unit("block", "blok", {"other": "бл."}, {"other": "bl."}),
    "document": _unit(
        "document",
        "hujjat",
        {"one": "документ", "few": "документа", "many": "документов", "other": "документа"},
        {"one": "document", "other": "documents"},
    ),
    "article": _unit(
        "article",
        "modda",
        {"one": "статья", "few": "статьи", "many": "статей", "other": "статьи"},
        {"one": "article", "other": "articles"},
    ),
}


def quantity(
    amount: str,
    unit: str = "document",
    scale: Scale = Scale.ONE,
    bound: Bound = Bound.EXACT,
    upper: str | None = None,
) -> Quantity:
    return Quantity(
        amount=Decimal(amount),
        unit=unit,
        scale=scale,
        bound=bound,
        upper=None if upper is None else Decimal(upper),
    )


BILLION, MILLION, THOUSAND = Scale.BILLION, Scale.MILLION, Scale.THOUSAND

VALUES = [
    (
        quantity("4.5", "usd", BILLION),
        "4,5~mlrd AQSH dollari",
        "4,5~млрд~долл. США",
        "US$4.5~billion",
    ),
    (quantity("4.5", "eur", MILLION), "4,5~mln yevro", "4,5~млн евро", "EUR~4.5~million"),
    (
        quantity("12", "document", THOUSAND),
        "12~ming hujjat",
        "12~тыс. документов",
        "12~thousand documents",
    ),
    (quantity("1", "document", MILLION), "1~mln hujjat", "1~млн документов", "1~million documents"),
    (quantity("31.2", "percent"), "31,2~foiz", "31,2~%", "31.2~per cent"),
    (quantity("-3.5", "percent"), "−3,5~foiz", "−3,5~%", "−3.5~per cent"),
    (quantity("1", "article"), "1~modda", "1~статья", "1~article"),
    (quantity("2", "article"), "2~modda", "2~статьи", "2~articles"),
    (quantity("5", "article"), "5~modda", "5~статей", "5~articles"),
    (quantity("11", "article"), "11~modda", "11~статей", "11~articles"),
    (quantity("21", "article"), "21~modda", "21~статья", "21~articles"),
    (quantity("1.5", "document"), "1,5~hujjat", "1,5~документа", "1.5~documents"),
    (quantity("1234"), "1234~hujjat", "1234~документа", "1,234~documents"),
    (quantity("12345"), "12~345~hujjat", "12~345~документов", "12,345~documents"),
    (quantity("1234567.80", "kilometre"), "1~234~567,80~km", "1~234~567,80~км", "1,234,567.80~km"),
    (quantity("10", upper="12"), "10–12~hujjat", "10–12~документов", "10–12~documents"),
    (quantity("20", upper="21"), "20–21~hujjat", "20–21~документ", "20–21~documents"),
    (
        quantity("10", "usd", BILLION, upper="12"),
        "10–12~mlrd AQSH dollari",
        "10–12~млрд~долл. США",
        "US$10–12~billion",
    ),
]

HEDGED = [
    (Bound.EXACT, "100~hujjat", "100~документов", "100~documents"),
    (Bound.ABOUT, "100~ga yaqin hujjat", "около 100~документов", "about 100~documents"),
    (Bound.OVER, "100~dan ortiq hujjat", "более 100~документов", "more than 100~documents"),
    (Bound.UNDER, "100~dan kam hujjat", "менее 100~документов", "fewer than 100~documents"),
    (Bound.NEARLY, "qariyb 100~hujjat", "почти 100~документов", "nearly 100~documents"),
    (Bound.AT_LEAST, "kamida 100~hujjat", "не менее 100~документов", "at least 100~documents"),
]

HEDGED_OTHERWISE = [
    # After a hedge that governs it Russian takes the genitive; "почти" does not.
    (
        quantity("21", bound=Bound.OVER),
        "21~dan ortiq hujjat",
        "более 21~документа",
        "more than 21~documents",
    ),
    (
        quantity("22", bound=Bound.OVER),
        "22~dan ortiq hujjat",
        "более 22~документов",
        "more than 22~documents",
    ),
    (
        quantity("22", bound=Bound.NEARLY),
        "qariyb 22~hujjat",
        "почти 22~документа",
        "nearly 22~documents",
    ),
    (
        quantity("2", "article", bound=Bound.AT_LEAST),
        "kamida 2~modda",
        "не менее 2~статей",
        "at least 2~articles",
    ),
    # What is measured is "less" in English, and takes the ending itself in Uzbek.
    (
        quantity("30", "percent", bound=Bound.UNDER),
        "30~foizdan kam",
        "менее 30~%",
        "less than 30~per cent",
    ),
    (
        quantity("4.5", "usd", BILLION, Bound.OVER),
        "4,5~mlrd AQSH dollaridan ortiq",
        "более 4,5~млрд~долл. США",
        "more than US$4.5~billion",
    ),
    (
        quantity("2400", "kilometre", bound=Bound.ABOUT),
        "2400~kmga yaqin",
        "около 2400~км",
        "about 2,400~km",
    ),
    # -ga after k
    (quantity("9", "block", bound=Bound.ABOUT), "9~blokka yaqin", "около 9~бл.", "about 9~bl."),
    (
        quantity("2", "document", MILLION, Bound.OVER),
        "2~mln~dan ortiq hujjat",
        "более 2~млн документов",
        "more than 2~million documents",
    ),
]


@pytest.mark.parametrize(
    ("told", "code", "text"),
    [
        (told, code, text.replace("~", "\u00a0"))
        for told, *texts in [
            *VALUES,
            *((quantity("100", bound=bound), *texts) for bound, *texts in HEDGED),
            *HEDGED_OTHERWISE,
        ]
        for code, text in zip(CODES, texts, strict=True)
    ],
)
def test_value(told, code, text):
    assert language(code).value(told, UNITS[told.unit]) == text


@pytest.mark.parametrize(
    ("told", "code", "amount", "number"),
    [
        (quantity("4.5", "usd", BILLION, Bound.OVER), "uz", "4,5", "4,5\u00a0mlrd"),
        (quantity("4.5", "usd", BILLION, Bound.OVER), "ru", "4,5", "4,5\u00a0млрд"),
        (quantity("4.5", "usd", BILLION, Bound.OVER), "en", "4.5", "4.5\u00a0billion"),
        (quantity("10", upper="12", scale=THOUSAND), "uz", "10–12", "10–12\u00a0ming"),
        (quantity("10", upper="12", scale=THOUSAND), "ru", "10–12", "10–12\u00a0тыс."),
        (quantity("10", upper="12", scale=THOUSAND), "en", "10–12", "10–12\u00a0thousand"),
        (quantity("4.50"), "en", "4.50", "4.50"),
        (quantity("1E+1"), "en", "10", "10"),
        (quantity("0.05"), "ru", "0,05", "0,05"),
        (quantity("0"), "uz", "0", "0"),
        (quantity("9999"), "en", "9,999", "9,999"),
        (quantity("9999"), "ru", "9999", "9999"),
        (quantity("10000"), "uz", "10\u00a0000", "10\u00a0000"),
    ],
)
def test_amount_and_number_carry_neither_unit_nor_hedge(told, code, amount, number):
    assert language(code).amount(told) == amount
    assert language(code).number(told) == number
