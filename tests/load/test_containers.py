import pytest

from uchtil.language import LANGUAGES
from uchtil.load.containers import ByLanguage, ListOf, Localised, MapOf
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.load.shapes import Shape, Text

from .conftest import Read


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (ListOf(Text(), "a word"), "[a, 1, no]", ("a", "1", "no")),
        (ListOf(Text(), "a word"), "[]", ()),
        (MapOf(Text(), "the word"), "{one: a, two: b}", {"one": "a", "two": "b"}),
        (Localised(), "{ru: б, uz: a, en: c}", {"uz": "a", "ru": "б", "en": "c"}),
    ],
)
def test_what_is_read(read: Read, shape: Shape[object], text: str, value: object) -> None:
    assert read(shape, text) == (value, [])


@pytest.mark.parametrize(
    ("shape", "text", "message"),
    [
        (
            ListOf(Text(), "a word"),
            "one",
            "a.yaml:1:1: error[wrong-type]: `it` must be a list (`[one, two]` or `- ` lines), "
            "not one text",
        ),
        (
            ListOf(Text(), "a word", 1),
            "[]",
            "a.yaml:1:1: error[empty-value]: `it` is empty\n    give a word",
        ),
        (
            ListOf(Text(), "a word", unique=True),
            "[a, b, a]",
            "a.yaml:1:8: error[listed-twice]: `a` stands twice in `it`\n    keep one of them",
        ),
        (
            MapOf(Text(), "the word"),
            "{One: a}",
            "a.yaml:1:2: error[wrong-id]: `One` cannot be a key of `it`\n"
            "    write lower-case Latin letters, digits and hyphens",
        ),
        (
            MapOf(Text(), "the word"),
            "{one: a, two: b, one: c}",
            "a.yaml:1:18: error[duplicate-key]: `one` stands twice in `it`, first in line 1\n"
            "    keep one of them",
        ),
        (
            MapOf(Text(), "the word"),
            "{[a]: b}",
            "a.yaml:1:2: error[wrong-type]: a field of `it` must be a plain word",
        ),
        (
            Localised(),
            "Toshkent",
            "a.yaml:1:1: error[missing-translation]: `it` must be given in every language\n"
            "    write {uz: …, ru: …, en: …}",
        ),
        (
            Localised(),
            "{uz: a, en: c}",
            "a.yaml:1:1: error[missing-translation]: `it` has no Russian text\n    add `ru:`",
        ),
        (
            Localised(),
            "{uz: a, ru: '', en: c}",
            "a.yaml:1:13: error[empty-value]: `it` in `ru` is empty\n"
            "    give it a value, or delete it",
        ),
        (
            Localised(),
            "{uz: a, ru: b, en: c, kk: d}",
            "a.yaml:1:23: error[unknown-language]: `it` is given in `kk`, which the review is not "
            "written in\n    its languages are uz, ru, en",
        ),
    ],
)
def test_what_is_told(read: Read, shape: Shape[object], text: str, message: str) -> None:
    assert read(shape, text)[1] == [message]


def test_a_missing_language_is_left_blank(read: Read) -> None:
    assert read(Localised(), "{uz: a, en: c}")[0] == {"uz": "a", "ru": "", "en": "c"}
    shape = ByLanguage(ListOf(Text(), "a word"), ())
    assert read(shape, "{uz: [a], ru: [b]}")[0] == {"uz": ("a",), "ru": ("b",), "en": ()}


def test_messages_name_every_language_of_the_program() -> None:
    assert set(LANGUAGE_NAMES) == {language.code for language in LANGUAGES}
