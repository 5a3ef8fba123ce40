"""Quotation marks around what holds some itself."""

from __future__ import annotations

import pytest

from uchtil.journals.quotes import quoted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("ru", "История и современность", "«История и современность»"),
        ("ru", "Вестник «Мысль»", "«Вестник „Мысль“»"),
        ("ru", "Вестник «Мысль» (серия „Б“)", "«Вестник „Мысль“ (серия „Б“)»"),
        ("ru", "«Вестник»", "«Вестник»"),
        ("ru", '"Вестник"', "«Вестник»"),
        ("ru", "«Мысль» и «Слово»", "«„Мысль“ и „Слово“»"),
        ("uz", "“Fan” jurnali", "“‘Fan’ jurnali”"),
        ("uz", '"Oʻzbekiston tarixi"', "“Oʻzbekiston tarixi”"),
        ("en", "The “Silk Road” Review", "“The ‘Silk Road’ Review”"),
    ],
)
def test_inner_marks_are_those_of_the_language(code: str, text: str, wanted: str) -> None:
    assert quoted(text, code) == wanted
