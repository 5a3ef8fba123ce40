"""What only the author can do: told by its subject and at most ten of the page's words."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.reading import read_guidelines


def asked(text: str) -> dict[str, str]:
    return {each.about: each.quote for each in read_guidelines([text]).duties}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Журнал печатает только новые, ранее не публиковавшиеся материалы.",
         "not published elsewhere"),
        ("The article has not been published elsewhere, in whole or in part.",
         "not published elsewhere"),
        ("Articles are not under consideration by another journal.", "not published elsewhere"),
        ("Maqola avval nashr qilinmagan boʻlishi kerak.", "not published elsewhere"),
        ("Мақола илгари чоп этилмаган бўлиши керак.", "not published elsewhere"),
        ("Все статьи проверяются в системе «Антиплагиат».", "originality"),
        ("Articles are checked for plagiarism by the secretary.", "originality"),
        ("Maqolalarning barchasi “Antiplagiat” tizimida tekshiriladi.", "originality"),
        ("Публикация осуществляется на платной основе.", "a fee"),
        ("Статью должен сопровождать отзыв доктора наук.", "a recommendation or review"),
        ("Muallif antiplagiat sertifikatini topshirishi kerak.", "a certificate"),
    ],
)  # fmt: skip
def test_a_duty_is_told_however_it_is_said(text: str, about: str) -> None:
    assert about in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Плата за публикацию статей не взимается.",
        "Рисунки должны иметь подписи на двух языках.",
        "Рецензент в течение месяца готовит отзыв, который должен быть подписан.",
        "В списке следует указывать источник заимствования каждой таблицы.",
    ],
)
def test_what_is_no_duty_is_not_told(text: str) -> None:
    assert asked(text) == {}


def test_a_rule_in_the_same_sentence_hides_only_what_is_not_plain() -> None:
    text = (
        "Статьи принимаются на русском языке, с оригинальностью текста не менее 80%; "
        "письмо обязательно."
    )
    assert asked(text) == {
        "originality": "… принимаются на русском языке, с оригинальностью текста не менее 80% …"
    }


def test_each_is_told_once() -> None:
    page = read_guidelines(["Плагиат недопустим в любом виде.", "Текст проверяют на плагиат."])
    assert [(each.about, each.quote) for each in page.duties] == [
        ("originality", "Плагиат недопустим в любом виде")
    ]
