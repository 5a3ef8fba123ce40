import dataclasses
import re
from collections.abc import Iterator

import pytest

from uchtil.language import LANGUAGES, language
from uchtil.language.terms import StatusWords
from uchtil.model import Status


def _words(record: object, path: str = "") -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        name = f"{path}{field.name}"
        if isinstance(value, str):
            yield name, value
        else:
            yield from _words(value, f"{name}.")


ALL = [(each.code, name, word) for each in LANGUAGES for name, word in _words(each.terms)]


def test_a_missing_word_is_an_error_of_the_constructor():
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'target'"):
        StatusWords(actual="a", estimate="b", plan="c")


def test_no_word_is_empty_or_padded():
    # The parts around a number may be empty or end in a space; words may not.
    around_a_number = (".before", ".after", ".between")
    wrong = [
        (code, name)
        for code, name, word in ALL
        if not name.endswith(around_a_number) and (not word or word != word.strip())
    ]
    assert wrong == []


def test_russian_words_are_cyrillic_and_the_others_latin():
    sign = re.compile(r"HTML|PDF|DOCX|Word|CC")
    mixed = [
        (code, name, word)
        for code, name, word in ALL
        if re.search("[a-z]" if code == "ru" else "[а-яё]", sign.sub("", word), re.IGNORECASE)
    ]
    assert mixed == []


def test_uzbek_is_written_with_its_own_letters():
    wrong = [(name, word) for code, name, word in ALL if code == "uz" and re.search("['‘’`]", word)]
    assert wrong == []
    assert all(
        word[place - 1] in "oOgG"
        for code, _, word in ALL
        if code == "uz"
        for place in (match.start() for match in re.finditer("ʻ", word))
    )


def test_languages_do_not_borrow_each_others_words():
    english = dict(_words(language("en").terms))
    # Words that are the same in Uzbek and English.
    same = {"status.plan"}
    uzbek = dict(_words(language("uz").terms))
    shared = {
        name
        for name, word in uzbek.items()
        if word == english[name] and word and not name.endswith((".before", ".after"))
    }
    assert shared <= same


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("uz", ["1-jadval.", "2-rasm.", "1-jadval", "2-rasm", "3-bet, jami\u00a012"]),
        (
            "ru",
            [
                "Таблица\u00a01.",
                "Рисунок\u00a02.",
                "табл.\u00a01",
                "рис.\u00a02",
                "С.\u00a03 из\u00a012",
            ],
        ),
        (
            "en",
            [
                "Table\u00a01.",
                "Figure\u00a02.",
                "Table\u00a01",
                "Figure\u00a02",
                "Page\u00a03 of\u00a012",
            ],
        ),
    ],
)
def test_numbers_stand_where_the_language_puts_them(code, texts):
    terms = language(code).terms
    assert [
        terms.table_caption(1),
        terms.figure_caption(2),
        terms.table_reference(1),
        terms.figure_reference(2),
        terms.page_of(3, 12),
    ] == texts


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("uz", ["amalda", "baholangan", "reja", "maqsad"]),
        ("ru", ["факт", "оценка", "план", "цель"]),
        ("en", ["actual", "estimate", "plan", "target"]),
    ],
)
def test_every_status_has_its_word(code, words):
    assert [language(code).terms.status(status) for status in Status] == words


@pytest.mark.parametrize(
    ("code", "udc", "cited_in", "abstract"),
    [
        ("uz", "UOʻK", "iqtibos manbasi:", "Annotatsiya"),
        ("ru", "УДК", "цит. по:", "Аннотация"),
        ("en", "UDC", "cited in", "Abstract"),
    ],
)
def test_words_that_readers_look_for(code, udc, cited_in, abstract):
    terms = language(code).terms
    assert (terms.udc, terms.cited_in, terms.abstract) == (udc, cited_in, abstract)


def test_the_script_of_uzbek_is_told_where_it_is_not_the_usual_one():
    names = language("en").terms.languages
    assert [names(tag) for tag in ("uz-Latn-UZ", "uz-Cyrl-UZ", "kk-KZ")] == [
        "Uzbek",
        "Uzbek (Cyrillic script)",
        "Kazakh",
    ]
