"""Whole texts: places, sentences, languages, documents, and what stands together."""

from __future__ import annotations

import pytest

from intake.recognise.gold import recogniser
from uchtil.intake.recognise import Document, FindKind, finds_in, together
from uchtil.intake.recognise.sentences import sentences

DAMAGED = (
    "Ikki davlat o‟rtasida 1992-\nyil 23-noyabrda  aloqalar o„rnatildi; 15%\u00a0(1,4\n\nmln kub "
    "metr) tayyor. Шавкат Мирзиёев 2017 йил 22-23 март кунлари бўлди."
)


def test_words_are_exactly_what_stands_there() -> None:
    finds = finds_in(["Boshqa gap.", DAMAGED], "uz-Latn-UZ", {}, {})
    assert [each.words for each in finds] == [
        "1992-\nyil 23-noyabrda",
        "15%",
        "1,4\n\nmln kub metr",
        "2017 йил 22-23 март кунлари",
    ]
    for each in finds:
        assert each.paragraph == 2
        assert DAMAGED[each.start : each.end] == each.words
    assert [each.sentence for each in finds] == [1, 1, 1, 2]


def cut(text: str) -> list[tuple[str, str]]:
    return [(each.language, each.text.strip()) for each in sentences(text, "uz-Latn-UZ")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("31 октября 1998 г. Казахстан и Узбекистан подписали договор. Это было в Ташкенте.", 2),
        ("Sh. M. Mirziyoyev 283 mln. kishini koʻrdi. U 5 mlrd. dollar.", 2),
        ("See Art. 5 and No. 3 of the U.N. report. It is long.", 2),
        ("Poydevorini tashkil etadi.Madaniy sohada ish bor[1]. Yana bor.", 3),
        ("CABAR.asia va Gazeta.uz sayti", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_each_sentence_has_its_own_language() -> None:
    text = (
        "Bu maqola savdo haqida. The article is about the trade. Статья написана о торговле. "
        "Мақола савдо ҳақида."
    )
    assert [code for code, _ in cut(text)] == ["uz", "en", "ru", "uz"]


@pytest.mark.parametrize(
    ("tag", "text", "kind", "title", "date"),
    [
        (
            *("ru-RU", "Подписано Соглашение «Об избежании налогов» от 12 июня 1996 года."),
            *("agreement", "Об избежании налогов", "1996-06-12"),
        ),
        (
            *("ru-RU", "Договор о вечной дружбе был подписан 31 октября 1998 г."),
            *("treaty", "вечной дружбе", "1998-10-31"),
        ),
        (
            *("uz-Latn-UZ", "2001-yilda “Chegara toʻgʻrisida”gi shartnoma tuzildi."),
            *("treaty", "Chegara to'g'risida", "2001"),
        ),
        (
            *("uz-Cyrl-UZ", "«Дўстлик тўғрисида»ги декларация имзоланди."),
            *("declaration", "Do'stlik to'g'risida", "None"),
        ),
        (
            *("en-GB", "The Treaty on Eternal Friendship was signed on 31 October 1998."),
            *("treaty", "Eternal Friendship", "1998-10-31"),
        ),
    ],
)
def test_documents(tag: str, text: str, kind: str, title: str, date: str) -> None:
    (found,) = [
        each.value
        for each in finds_in([text], tag, {}, {})
        if each.kind is FindKind.DOCUMENT and isinstance(each.value, Document)
    ]
    assert (found.kind, found.title, str(found.date)) == (kind, title, date)


def test_what_stands_in_one_sentence_is_together() -> None:
    text = (
        "In 2021 trade was $4 billion, and in 2022 it was $5 billion. Nothing else. By 2030: $10bn."
    )
    finds = finds_in([text], "en-GB", {}, {})
    first, second = together(finds)
    pairs = [
        (each.words, date.words)
        for sentence in (first, second)
        for each in sentence.of(FindKind.AMOUNT)
        if (date := sentence.date_of(each))
    ]
    assert pairs == [("$4 billion", "In 2021"), ("$5 billion", "in 2022"), ("$10bn", "By 2030")]


def test_nothing_is_found_in_nothing() -> None:
    assert (
        finds_in(["", " \n ", "…", "12", "[1]", "https://x.uz/2017/10 km"], "uz-Latn-UZ", {}, {})
        == ()
    )


def test_long_runs_of_figures_and_words_take_no_time() -> None:
    text = "1 " * 1500 + "oʻn " * 1000 + "a" * 5000 + "'" * 3000
    assert isinstance([*recogniser().read(text, "uz-Latn-UZ")], list)
