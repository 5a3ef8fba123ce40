"""Blocks matched across languages, short differences, and numbers read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.checks.parity.align import align
from uchtil.checks.parity.printed import read_printed
from uchtil.checks.parity.words import difference
from uchtil.language import language


def test_what_has_no_match_stands_by_itself() -> None:
    def alike(one: str, other: str) -> float:
        return 3 if one == other else 0.2

    assert align("abcd", "acde", alike) == [
        ("a", "a"),
        ("b", None),
        ("c", "c"),
        ("d", "d"),
        (None, "e"),
    ]
    assert align("ab", "xb", alike) == [("a", "x"), ("b", "b")]
    assert align("ab", "", alike) == [("a", None), ("b", None)]
    assert align("a", "b", lambda _one, _other: 0) == [("a", None), (None, "b")]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("it was signed", "it is signed", "“it [was → is] signed”"),
        ("a b c d e", "a b c d new e", "“b c d [+new] e”"),
        ("a old b", "a b", "“a [−old] b”"),
        (
            'in {{ fact("x").year }}, then',
            'in {{ fact("x").date }}, then',
            "in".join(("“", ' [{{ fact("x").year }}, → {{ fact("x").date }},] then”')),
        ),
        ("", "a", "what it was is not known any more"),
        (
            "a 1 b 2 c 3 d 4 e",
            "a b c d e",
            "“a [−1] b c d”, “a b [−2] c d e”, “a b c [−3] d e”, and 1 more change",
        ),
    ],
)
def test_a_difference_is_short(before: str, now: str, expected: str) -> None:
    assert difference(before, now) == expected


@pytest.mark.parametrize(
    ("uz", "ru", "en"),
    [
        ("1998-yil 31-oktabrda", "31\u00a0октября 1998\u00a0г.", "on 31\u00a0October 1998"),
        ("1992-yil noyabr oyida", "в\u00a0ноябре 1992\u00a0г.", "in November 1992"),
        ("1990-yillar", "1990-е\u00a0гг.", "the 1990s"),
        ("2017–2019-yillarda", "в\u00a02017–2019\u00a0гг.", "in 2017–2019"),
        ("4,5\u00a0mlrd AQSH dollari", "4,5\u00a0млрд долл. США", "US$4.5\u00a0billion"),
        ("31,2\u00a0foiz", "31,2\u00a0%", "31.2\u00a0per cent"),
        ("12\u00a0345\u00a0km", "12\u00a0345\u00a0км", "12,345\u00a0km"),
        ("1234\u00a0km", "1234\u00a0км", "1,234\u00a0km"),
        ("4,50", "4,5", "4.5"),
        ("beshta maqola", "пяти статей", "five articles"),
        ("Yigirma besh bet", "Двадцать пять страниц", "Twenty-five pages"),
        ("oʻn ikkita", "двенадцатью", "twelve"),
        ("toʻrtala hujjat", "четыре документа", "four papers"),
        ("may oyida", "в мае", "in May"),
    ],
)
def test_one_number_in_three_languages(uz: str, ru: str, en: str) -> None:
    read = {
        code: sorted(each.value for each in language(code).numerals.read(text))
        for code, text in (("uz", uz), ("ru", ru), ("en", en))
    }
    assert read["en"]
    assert read["uz"] == read["ru"] == read["en"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("uz", "bir, har ikki tomon, ikki tomonlama, chet ellik, oʻn yillik, uchun, ikkinchi"),
        ("ru", "один, двусторонний, семью, третий, маяк, мартовский, стоит"),
        ("en", "one, it may march on, twofold, often, third, someone"),
    ],
)
def test_what_counts_nothing_is_no_number(code: str, text: str) -> None:
    assert list(language(code).numerals.read(text)) == []


def test_the_paragraphs_of_a_page_without_their_citations(tmp_path: Path) -> None:
    page = tmp_path / "review.html"
    page.write_text(
        '<p id="ru-a-p1">В <b>2001</b> г. <span class="citation">[<a>7</a>]</span>, да'
        '<sup><a class="footnote-ref">3</a></sup>.</p><p id="uz-a-p1">2001-yil</p><p>other</p>'
        '<p id="fn-p1">other</p>',
        encoding="utf-8",
    )
    assert read_printed(page, ("uz", "ru"), "trilingual") == (
        ("ru", "a-p1", "В 2001 г. , да."),
        ("uz", "a-p1", "2001-yil"),
    )
    assert read_printed(page, ("uz", "ru"), "uz")[1] == ("uz", "uz-a-p1", "2001-yil")
