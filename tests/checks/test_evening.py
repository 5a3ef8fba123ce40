from __future__ import annotations

import unicodedata

import pytest

from uchtil.checks.evening import Even, even, in_latin, is_cyrillic


@pytest.mark.parametrize("sign", "'`´‘’‚‛“”„‟«»‹›\"′″ʹʺʻʼʽˈˊˋ＇")
def test_every_apostrophe_and_quotation_mark_is_the_same(sign: str) -> None:
    assert even(f"Yo{sign}l") == Even("Yo'l", [0, 1, 2, 3])


@pytest.mark.parametrize("signs", ["''", "``", "’”", ",,", "<<", ">>", "\u0312"])
def test_marks_of_several_signs_are_one(signs: str) -> None:
    end = 1 + len(signs)
    assert even(f"a{signs}b") == Even("a'b", [0, 1, end])


@pytest.mark.parametrize(
    "space", ["\u00a0", "\u2009", "\u202f", "\u3000", "\t", "  ", "\n", "\u200b \u200b", "\x0c"]
)
def test_white_space_is_one_space(space: str) -> None:
    end = 1 + len(space)
    assert even(f"a{space}b") == Even("a b", [0, 1, end])
    assert even(f"{space}a{space}") == Even("a", [len(space)])


@pytest.mark.parametrize("hidden", ["\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u00ad\n "])
def test_what_nobody_sees_goes(hidden: str) -> None:
    assert even(f"a{hidden}b") == Even("ab", [0, 1 + len(hidden)])


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_hyphens_are_the_same(hyphen: str) -> None:
    assert even(f"a{hyphen}b").text == "a-b"


def test_letters_are_composed() -> None:
    apart = unicodedata.normalize("NFD", "йўл")
    assert len(apart) == 5
    assert even(apart) == Even("йўл", [0, 2, 4])


def test_quotation_marks_can_stay() -> None:
    assert even("“Oʻ”\u00a0a", quotes=False).text == "“Oʻ” a"


def test_cyrillic_becomes_latin_with_its_places() -> None:
    assert is_cyrillic("Ўз")
    assert not is_cyrillic("Oʻz")
    text = in_latin(even("Шарқ  2017 йил"))
    assert text.text == "Sharq 2017 yil"
    assert [text.places[text.text.index(word)] for word in ("Sharq", "2017", "yil")] == [0, 6, 11]
    assert text.places[text.text.index("q")] == 3


def test_digraphs_of_capitals_are_those_of_a_word() -> None:
    assert in_latin(even("АҚШ")).text == in_latin(even("AQSh")).text == "AQSh"
