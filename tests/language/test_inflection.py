"""Endings: which forms are known to be of one word, and which are not."""

from __future__ import annotations

import pytest

from uchtil.language import language
from uchtil.language.uz.suffixes import is_formed

STEMS = frozenset(
    ("kitob", "yurak", "qishloq", "oʻrin", "yoz", "hujjat", "imzola", "sanoat", "aniq")
)


@pytest.mark.parametrize(
    "word",
    [
        "kitob", "kitoblarimizdan", "kitobdagi", "yuragi", "qishlogʻida", "oʻrni", "yozilgan",
        "yozmaydi", "yozishlari", "hujjatlashtirish", "imzolandi", "imzolanganligini",
        "sanoatchi", "noaniq", "aniqlik",
    ],
)  # fmt: skip
def test_uzbek_words_with_endings(word: str) -> None:
    assert is_formed(word, STEMS.__contains__)


@pytest.mark.parametrize(
    "word", ["kitop", "kitobdalar", "kitobninglar", "yoyilgan", "hujatlar", "imzolanduk", ""]
)
def test_what_is_no_uzbek_word(word: str) -> None:
    assert not is_formed(word, STEMS.__contains__)


@pytest.mark.parametrize(
    ("code", "base", "word", "same"),
    [
        ("uz", "Toshkent", "Toshkentdagi", True),
        ("uz", "SaryarkaAvtoProm", "SaryarkaAvtoPromning", True),
        ("uz", "Toshkent", "Tashkentda", False),
        ("ru", "Ташкент", "Ташкентом", True),
        ("ru", "Ташкентский", "Ташкентского", True),
        ("ru", "Астана", "Астане", True),
        ("ru", "Астана", "Астрахани", False),
        ("en", "Tashkent", "Tashkent’s", True),
        ("en", "roadmap", "roadmaps", True),
        ("en", "Tashkent", "Tashkents’ish", False),
    ],
)
def test_forms_of_one_word(code: str, base: str, word: str, same: bool) -> None:
    inflection = language(code).inflection
    assert (inflection.key(base) in inflection.keys(word)) is same
