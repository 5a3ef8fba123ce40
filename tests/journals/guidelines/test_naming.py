"""The journal's name: in what the file says of itself, in the page's title, in its sentences."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.reading import read_guidelines


def named(*paragraphs: str, title: str = "", language: str = "ru") -> tuple[str, str] | None:
    page = read_guidelines(paragraphs, told_of_file={"title": title}, language=language)
    found = page.filled.get("journal.name")
    return (found.value, found.quote) if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Правила направления статей в журнал «Степной архив. Серия 2»",
         ('{ru: "Степной архив. Серия 2"}', "журнал Степной архив. Серия …")),
        ("НАУЧНЫЙ ЖУРНАЛ\n\n«СТЕПНОЙ АРХИВ»", ('{ru: "СТЕПНОЙ АРХИВ"}', "ЖУРНАЛ СТЕПНОЙ АРХИВ")),
        ("“Tarix va biz” ilmiy jurnalida maqolalar chop etiladi.",
         ('{uz: "Tarix va biz"}', "Tarix va biz ilmiy jurnalida")),
        ("«Ўтмиш садолари» журналига мақолалар қабул қилинади.",
         ('{uz-cyrl: "Ўтмиш садолари"}', "Ўтмиш садолари журналига")),
        ("The articles of the journal “Steppe Studies” are in English.",
         ('{en: "Steppe Studies"}', "journal Steppe Studies")),
    ],
)  # fmt: skip
def test_it_stands_beside_the_word_journal(text: str, wanted: tuple[str, str]) -> None:
    language = "uz" if "Tarix" in text else "en" if "Steppe" in text else "ru"
    assert named(text, language=language) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ('Требования к работам в журнале "Степной архив"', '{ru: "Степной архив"}'),
        ("Степной вестник. История", '{ru: "Степной вестник. История"}'),
        ("Авторам | Степной вестник", '{ru: "Степной вестник"}'),
        (
            "Правила для авторов – Россия и Америка в XXI веке",
            '{ru: "Россия и Америка в XXI веке"}',
        ),
        ("Правила для авторов", None),
        ("Авторам | Степной университет", None),
    ],
)
def test_or_in_the_title_of_the_page(title: str, wanted: str | None) -> None:
    found = named("Шрифт Times New Roman.", title=title)
    assert (found and found[0]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Степной архив — научный журнал по истории.", '{ru: "Степной архив"}'),
        ("«Степь и город»\n\nПериодическое издание института", '{ru: "Степь и город"}'),
        ("Steppe Studies is a peer-reviewed journal.", '{en: "Steppe Studies"}'),
        ("The Steppe Review invites articles on history.", '{en: "Steppe Review"}'),
        ("Manuscripts for Inner Asian Studies are sent by e-mail.", '{en: "Inner Asian Studies"}'),
        ("Dasht tarixi – ilmiy jurnal.", '{uz: "Dasht tarixi"}'),
        ("The journal is a journal of history.", None),
        ("Журнал — научное издание.", None),
    ],
)
def test_or_in_a_sentence_that_calls_it_one(text: str, wanted: str | None) -> None:
    language = "ru" if "и" in text else "uz" if "Dasht" in text else "en"
    found = named(text, language=language)
    assert (found and found[0]) == wanted


@pytest.mark.parametrize("title", ["Информация о журнале", "Вестник", "About the journal"])
def test_a_word_for_journals_is_no_name(title: str) -> None:
    assert named("Шрифт Times New Roman.", title=title) is None


def test_other_journals_and_cited_ones_are_not_meant() -> None:
    assert named("Статья не представлена в другой журнал «Вопросы».") is None
    assert named("Дедов И. Регистр // Сахарный диабет. 2015.") is None


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Steppe Studies of the Northern Society", "Steppe Studies of the Northern Society"),
        ("Steppe Studies journal site", "Steppe Studies"),
        ("Steppe Studiesque", "Steppe Studies"),
    ],
)
def test_a_name_that_goes_on_in_the_title_is_taken_whole(title: str, wanted: str) -> None:
    found = named("The journal “Steppe Studies” is listed.", title=title, language="en")
    assert found is not None
    assert found[0] == f'{{en: "{wanted}"}}'


def test_a_few_capitals_are_spelled_out_by_the_title() -> None:
    told = named(
        "The SJH is a peer-reviewed journal.",
        title="Author Guidelines | Steppe Journal of History",
        language="en",
    )
    assert told == ('{en: "Steppe Journal of History"}', "the title of the page")


def test_an_uzbek_name_is_written_as_in_print() -> None:
    told = named("“O'tmish va ma’naviyat” ilmiy jurnali", language="uz")
    assert told is not None
    assert told[0] == '{uz: "Oʻtmish va maʼnaviyat"}'
