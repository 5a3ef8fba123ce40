"""Small numbers in words, and which words tell a number or a date."""

from __future__ import annotations

import pytest

from uchtil.language import LANGUAGES, language


@pytest.mark.parametrize(
    ("code", "form", "words"),
    [
        ("uz", "", {0: "nol", 3: "uch", 10: "oʻn", 11: "oʻn bir", 20: "yigirma"}),
        ("en", "", {0: "no", 3: "three", 12: "twelve", 20: "twenty"}),
        ("ru", "", {0: "ноль", 2: "два", 12: "двенадцать", 20: "двадцать"}),
        ("ru", "f", {1: "одна", 2: "две", 3: "три", 5: "пять"}),
        ("ru", "gen", {2: "двух", 3: "трёх", 5: "пяти", 8: "восьми", 11: "одиннадцати"}),
        ("ru", "dat", {2: "двум", 4: "четырём", 6: "шести"}),
        ("ru", "ins", {2: "двумя", 5: "пятью", 8: "восемью"}),
        ("ru", "prep", {2: "двух", 7: "семи"}),
    ],
)
def test_words(code: str, form: str, words: dict[int, str]) -> None:
    counts = language(code).counts
    assert {number: counts.words(number, form) for number in words} == words


@pytest.mark.parametrize(
    ("code", "form", "message"),
    [
        ("uz", "gen", "Uzbek words of number have no form `gen`"),
        ("en", "f", "English words of number have no form `f`"),
        ("ru", "acc", "Russian words of number have no form `acc`: f, gen, dat, ins, prep"),
    ],
)
def test_forms_that_a_language_lacks(code: str, form: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        language(code).counts.words(3, form)


@pytest.mark.parametrize("each", LANGUAGES, ids=lambda each: each.code)
def test_what_is_written_is_also_known(each) -> None:
    for form in ("", *each.counts.FORMS):
        for number in range(2, 21):
            word = each.counts.words(number, form).split()[0]
            # `семью` is also the accusative of "family"
            assert each.counts.TYPED.fullmatch(word) or word == "семью"
    with pytest.raises(ValueError, match="only numbers up to 20 are written in words"):
        each.counts.words(21)


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "Two of the three", ["Two", "three"]),
        ("en", "a twofold rise of forty-five million", ["twofold", "forty", "five", "million"]),
        ("en", "in May and March of the nineties", ["May", "March", "nineties"]),
        ("en", "it may march once; one, first, second, both, half, hundreds, often, tense", []),
        ("ru", "Две из трёх статей, в пяти", ["Две", "трёх", "пяти"]),
        (
            "ru",
            "двадцать пять миллиардов, сто тысяч",
            ["двадцать", "пять", "миллиардов", "сто", "тысяч"],
        ),
        ("ru", "в августе и мае девяностых", ["августе", "мае", "девяностых"]),
        ("ru", "одна семья с семьёй, двусторонний, второй, оба, дважды, стать, маяк, пятый", []),
        (
            "uz",
            "Ikkitasi uch maqolada, toʻrttasidan beshga",
            ["Ikkitasi", "uch", "toʻrttasidan", "beshga"],
        ),
        ("uz", "oʻn besh million, yuzdan ortiq", ["oʻn", "besh", "million", "yuzdan"]),
        (
            "uz",
            "avgustida, may oyida, toʻqsoninchi yillarda",
            ["avgustida", "may", "toʻqsoninchi yillarda"],
        ),
        (
            "uz",
            "bir, ikkinchi, uchun, uchrashuv, ikkala, har ikki, ikki tomonlama, ikki karra, "
            "oʻn yillik, chet ellik, yuz bergan, yuzaga, mayda, marta, oltin, oʻng, qirqinchi",
            [],
        ),
    ],
)
def test_which_words_tell_a_number(code: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in language(code).counts.TYPED.finditer(text)] == found
