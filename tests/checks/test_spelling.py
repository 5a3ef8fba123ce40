"""Words that no dictionary has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from uchtil.checks import spelling
from uchtil.checks.spelling import Hunspell, Uzbek, check_spelling
from uchtil.load.project import load
from uchtil.load.texts import Text
from uchtil.load.words import read_words
from uchtil.pipeline.places import dictionaries
from uchtil.problems import Problems
from workshop import ROOT, SOUND


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def told(language: str, source: str, file: str = "a.md") -> list[str]:
    project = load(SOUND, Problems()).project
    assert project is not None
    text = Text(file=file, language=language, source=source, start=0, end=len(source), style="#")
    problems = Problems()
    check_spelling(project, [text], {"en": {}}, dictionaries(), problems)
    return [str(each) for each in problems]


def test_an_unknown_word_is_told_once() -> None:
    assert told("en", "# Plans\n\nEarlyer plans. The earlyer ones, and earlyer still.") == [
        "a.md:3:1: warning[misspelt-word]: `Earlyer` is not a known English word\n"
        "    did you mean `Earlier`? if it is right, add it to content/words.txt",
        "a.md:3:20: warning[misspelt-word]: `earlyer` is not a known English word (2 times)\n"
        "    did you mean `earlier`? if it is right, add it to content/words.txt",
    ]
    assert told("ru", "договор о дружбе и сатрудничестве") == [
        "a.md:1:20: warning[misspelt-word]: `сатрудничестве` is not a known Russian word\n"
        "    did you mean `сотрудничестве`? if it is right, add it to content/words.txt"
    ]
    assert told("uz", "bu shartnomma haqida") == [
        "a.md:1:4: warning[misspelt-word]: `shartnomma` is not a known Uzbek word\n"
        "    did you mean `shartnoma`? if it is right, add it to content/words.txt"
    ]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("uz", "Toshkentdagi metropolitenning “{{ x }}”ga 1998-yilda {{ y }}ning"),
        ("uz", "o'zbek tili, BMTning, SHHTga"),
        ("ru", "30-летие, 1998 гг. и т.д., СНГ, Toshkent"),
        ("en", "the metro’s lines, UN, Сеть, isn’t"),
        ("en", "`earlyer` and https://example.org/earlyer"),
    ],
)
def test_what_is_not_looked_up(language: str, source: str) -> None:
    assert told(language, source) == []


def test_the_second_time_no_dictionary_is_read(
    monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    first = told("en", "earlyer plans")
    assert len(list((own_cache / "uchtil" / "spelling").glob("en-*.json"))) == 1

    def refuse(*_: object) -> None:
        raise AssertionError("the dictionary is read again")

    monkeypatch.setattr(spelling, "Hunspell", refuse)
    assert told("en", "earlyer plans") == first


def test_a_damaged_cache_is_made_again(own_cache: Path) -> None:
    first = told("en", "earlyer plans")
    (cache,) = (own_cache / "uchtil" / "spelling").glob("en-*.json")
    cache.write_text("{", encoding="utf-8")
    assert told("en", "earlyer plans") == first
    cache.write_text('["earlyer"]', encoding="utf-8")
    assert told("en", "earlyer plans") == first


def test_the_dictionaries_know_their_languages() -> None:
    folder = dictionaries()
    assert Hunspell("ru", folder).knows("сотрудничество")
    assert Hunspell("en", folder).knows("neighbour’s")
    assert not Hunspell("en", folder).knows("neighbor")
    assert Uzbek("uz", folder).knows("munosabatlarimizdagi")
    assert not Uzbek("uz", folder).knows("munosobatlar")


def test_nearly_all_words_of_the_shipped_review_are_known() -> None:
    problems = Problems()
    loaded = load(ROOT, problems)
    assert loaded.project is not None
    words = read_words(ROOT, loaded.project.review.languages, problems)
    report = check_spelling(loaded.project, loaded.texts, words, dictionaries(), problems)
    for code, count in report.words.items():
        assert count > 1000
        assert report.unknown[code] / count < 0.02, code
    assert re.fullmatch(r"words known: (\d+ of \d+ in \w+(, )?){3}", report.summary())
