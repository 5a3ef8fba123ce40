"""Rules told in words that are not understood: quoted, where nothing was read of them."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.reading import read_guidelines


def unread(*paragraphs: str) -> dict[str, str]:
    return {each.about: each.quote for each in read_guidelines(paragraphs).unread}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Поля: 2,54 – 3,17.", {"margins": "Поля: 2,54 – 3,17"}),
        ("Шрифт Liberation Serif.", {"font": "Шрифт Liberation Serif"}),
        ("Аннотация: 5–7 строк.", {"length of the abstract": "Аннотация: 5–7 строк"}),
        ("Annotatsiya 10-12 qatordan oshmaydi.",
         {"length of the abstract": "Annotatsiya 10-12 qatordan oshmaydi"}),
        ("Абзацный отступ – пять знаков.", {"indent": "Абзацный отступ – пять знаков"}),
        ("Indent each paragraph by two spaces.", {"indent": "Indent each paragraph by two spaces"}),
        ("Объём статьи – 0,3 печатного листа.", {"length": "Объём статьи – 0,3 печатного листа"}),
        ("Works are listed in alphabetical order.", {}),
    ],
)  # fmt: skip
def test_what_is_spoken_of_and_not_read_is_quoted(text: str, wanted: dict[str, str]) -> None:
    assert unread(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Поля: левое 3 см, правое 2 см.",  # read
        "Поля: левое – 2,3, правое – 1,8.",  # told as lacking its unit
        "Аннотация отражает содержание статьи.",  # no rule
        "Иванов И. Поля и сады // Архив. 2016. № 3.",  # a sample
        "Keywords are set in 9 pt.",
    ],
)
def test_what_is_read_or_no_rule_is_not_told(text: str) -> None:
    assert unread(text) == {}


def test_what_another_sentence_tells_is_read() -> None:
    assert unread("Поля: 2,54 – 3,17.", "Все поля – 2 см.") == {}
