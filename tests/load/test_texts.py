"""Texts as they stand in their files: which there are, and what in them is prose."""

from __future__ import annotations

from uchtil.load.project import load
from uchtil.load.texts import FILL, NOTHING, Text, collect_texts
from uchtil.load.yaml_nodes import Document, compose
from uchtil.problems import Problems
from workshop import SOUND

LANGUAGES = ("uz", "ru", "en")


def texts_of(source: str, file: str = "content/a.yaml") -> list[Text]:
    node = compose(source, file, Problems())
    assert node is not None
    document = Document(file=file, text=source, node=node)
    return list(collect_texts([document], [], LANGUAGES))


def test_what_stands_under_a_language_is_a_text() -> None:
    found = texts_of(
        "facts:\n"
        "  - id: a\n"
        "    statement: {uz: bir, ru: два}\n"
        "    evidence: [{anchor: not this}]\n"
        "units:\n"
        "  day: {uz: kun, ru: {one: день, few: дня}, en: {before: d.}}\n"
        "keywords:\n"
        "  en: [one, two]\n"
    )
    assert [(each.language, each.field, each.prose) for each in found] == [
        ("uz", "statement", "bir"),
        ("ru", "statement", "два"),
        ("uz", "day", "kun"),
        ("ru", "day", "день"),
        ("ru", "day", "дня"),
        ("en", "day", "d."),
        ("en", "keywords", "one"),
        ("en", "keywords", "two"),
    ]


def test_the_words_of_an_exception_are_a_text() -> None:
    found = texts_of("numbers:\n  - {language: ru, words: две вещи, reason: because}\n")
    assert [(each.language, each.prose) for each in found] == [("ru", "две вещи")]


def test_yaml_signs_are_no_prose() -> None:
    folded, single, double = texts_of(
        "a:\n  uz: >-\n    bir\n    ikki\n  ru: 'a''b'\n  en: \"a\\\"b\\u00e9\"\n"
    )
    assert folded.prose.rstrip() == f"{FILL * 2}\n    bir\n    ikki"
    assert single.prose == f"{FILL}a'{NOTHING}b{FILL}"
    assert double.prose == f"{FILL}a{FILL * 2}b{FILL * 6}{FILL}"


def test_every_place_stays_what_it_was() -> None:
    for each in load(SOUND, Problems()).texts:
        assert len(each.prose) == each.end - each.start
        assert each.prose.count("\n") == each.source[each.start : each.end].count("\n")


def test_a_place_counts_in_the_file() -> None:
    (text,) = texts_of("a:\n  uz: bir ikki\n")
    where = text.place(4)
    assert (where.file, where.line, where.column) == ("content/a.yaml", 2, 11)


def test_templates_are_blotted_out_where_they_are_filled_in() -> None:
    source = 'a:\n  - statement: {uz: "x {{ y }}"}\n'
    (printed,) = texts_of(source)
    (filled,) = texts_of(source, "content/remarks.yaml")
    assert printed.prose == f"{FILL}x {{{{ y }}}}{FILL}"
    assert filled.prose == f"{FILL}x {FILL * 8}"
    assert not printed.is_template
    assert filled.is_template


def test_all_texts_of_the_sound_review_are_found() -> None:
    found = load(SOUND, Problems()).texts
    files = {each.file for each in found}
    assert {"content/review.yaml", "content/names.yaml", "content/facts/opening.yaml"} <= files
    assert sum(each.is_markdown for each in found) == 6
