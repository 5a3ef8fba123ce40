from __future__ import annotations

import unicodedata

import pytest

from uchtil.checks.passages import Passage, SearchedText

TEXT = """\
Birinchi paragraf. U ikki
qatordan iborat.

O‘zbekiston va Qozog'iston 1998-yil 31-\u00ad
oktabrda shartnoma   imzo\u00adladi, deb

yozilgan edi. Keyin davom etdi.

Oxirgi\u00a0paragraf.
"""


@pytest.mark.parametrize(
    ("words", "paragraph", "offset"),
    [
        ("Birinchi paragraf", 1, 0),
        ("ikki qatordan", 1, 21),
        ("Oʻzbekiston va Qozogʻiston", 2, 0),
        ("O`zbekiston va Qozog’iston", 2, 0),
        ("31-oktabrda shartnoma imzoladi", 2, 36),
        # an empty line inside a sentence is damage of the page, not a paragraph's end
        ("deb yozilgan edi", 2, 73),
        ("Oxirgi paragraf", 3, 0),
    ],
)
def test_differences_that_do_not_count(words: str, paragraph: int, offset: int) -> None:
    assert SearchedText(TEXT).find(words) == Passage(paragraph=paragraph, offset=offset)


def test_the_offset_is_that_of_the_text_itself() -> None:
    text = SearchedText(TEXT)
    found = text.find("shartnoma imzoladi")
    assert found is not None
    paragraph = text.paragraphs[found.paragraph - 1].text
    assert paragraph[found.offset :].startswith("shartnoma   imzo\u00adladi")


@pytest.mark.parametrize(
    "words",
    [
        "birinchi paragraf",
        "Birinchi paragraf U",
        "ozbekiston",
        "Ozbekiston",
        "1998 yil",
        "Ўзбекистон",
        "shartnoma imzolad",
        "irinchi paragraf",
    ],
)
def test_everything_else_must_be_exact(words: str) -> None:
    assert SearchedText(TEXT).find(words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a word broken at the end of its line, or where the break was since lost
        ("Ikki davlat shart-\nnoma imzoladi.", "davlat shartnoma imzoladi"),
        ("Ikki davlat shart-\n\nnoma imzoladi.", "davlat shartnoma imzoladi"),
        ("Ikki davlat shart\u2010 noma imzoladi.", "davlat shartnoma imzoladi"),
        ("Ikki davlat shart\u00ad\nnoma imzoladi.", "davlat shartnoma imzoladi"),
        ("Savdo-\niqtisodiy aloqalar.", "Savdo-iqtisodiy aloqalar"),
        ("Bu 1998-\nyilda boʻldi.", "1998-yilda boʻldi"),
        ("Bu 1998-\nyilda boʻldi.", "1998- yilda boʻldi"),
        ("Bu 1998-yilda boʻldi.", "1998- yilda boʻldi"),
        # quotation marks and apostrophes that were lost, or became something else
        ("Yangi ?Buyuk yo?l? dasturi.", "“Buyuk yoʻl” dasturi"),
        ("Yangi \ufffdBuyuk yo\ufffdl\ufffd dasturi.", "“Buyuk yoʻl” dasturi"),
        ("Yangi Buyuk yo'l dasturi.", "“Buyuk yoʻl” dasturi"),
        ("Yangi Buyuk yo'l dasturi.", "Yangi “Buyuk yoʻl” dasturi"),
        ("Yangi „Buyuk yo'l‟ dasturi.", "Yangi Buyuk yoʻl dasturi"),
        ("Yangi ?Buyuk yo'l\ufffd dasturi.", "Yangi Buyuk yoʻl dasturi"),
        ("Yangi “Buyuk yoʻl” dasturi.", "Yangi ?Buyuk yo?l? dasturi"),
        ("Yangi «Buyuk yo`l» dasturi.", "''Buyuk yo´l'' dasturi"),
        # letters of the other script
        ("Г\u006fрод Ташкент", "Город Ташкент"),
        ("Город Ташкент", "Г\u006fрод Т\u0061шкент"),
        ("T\u043eshkent sh\u0430hri", "Toshkent shahri"),
        ("C\u0421\u0421P", "СССР"),
    ],
)
def test_damage_that_does_not_count(text: str, words: str) -> None:
    assert SearchedText(text).find(words) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nima? Bu savol.", "Nima Bu savol"),
        ("Bu savol.", "Bu savol?"),
        ("Yangi tog yoli.", "Yangi togʻ yoʻli"),
        ("Ikki davlat shart - noma imzoladi.", "davlat shartnoma imzoladi"),
        ("Ikki davlat shart noma imzoladi.", "davlat shartnoma imzoladi"),
        ("1991 2026", "1991-2026"),
        ("Г\u0440род", "Город"),
    ],
)
def test_damage_that_does_count(text: str, words: str) -> None:
    assert SearchedText(text, uzbek=True).find(words) is None


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("2 mlrd", False),
        ("14,2 mlrd", True),
        ("4,2 mlrd", False),
        ("14", False),
        ("mlrd AQSH", True),
        ("lrd AQSH", False),
        ("AQS", False),
        ("shartnoma", True),
        ("Yangi yo", False),
        ("l”gi qonun", False),
        ("yoʻl”", True),
        ("yoʻl", True),
        ("zbekiston", False),
    ],
)
def test_words_and_numbers_are_whole(words: str, whole: bool) -> None:
    text = "Oʻzbekiston: 14,2 mlrd AQSH dollari, shartnoma12 va “Yangi yoʻl”gi qonun."
    assert (SearchedText(text).find(words) is not None) is whole


CYRILLIC = "Бу боб.\n\nЎзбекистон 2017 йил 31 октябрда АҚШ билан дав-\nлатлараро конституция."
LATIN = "Bu bob.\n\nO‘zbekiston 2017-yil 31 oktabrda AQSh bilan davlatlararo konstitutsiya."


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (CYRILLIC, "Oʻzbekiston 2017-yil 31-oktabrda", "Ўзбекистон 2017 йил 31 октябрда"),
        (CYRILLIC, "AQSh bilan davlatlararo", "АҚШ билан дав- латлараро"),
        (CYRILLIC, "AQSH bilan", "АҚШ билан"),
        (CYRILLIC, "konstitutsiya", "конституция"),
        (LATIN, "Ўзбекистон 2017 йил 31 октябрда", "O‘zbekiston 2017-yil 31 oktabrda"),
        (LATIN, "АҚШ билан давлатлараро конституция", "AQSh bilan davlatlararo konstitutsiya"),
    ],
)
def test_uzbek_in_the_other_script(text: str, words: str, shown: str) -> None:
    context = SearchedText(text, uzbek=True).context(words)
    assert context is not None
    assert (context.paragraph, context.words) == (2, shown)
    assert SearchedText(text).find(words) is None


def test_a_letter_off_in_the_other_script_is_not_found() -> None:
    text = SearchedText(CYRILLIC, uzbek=True)
    assert text.find("Oʻzbekistan 2017-yil") is None
    near = text.nearest("Oʻzbekistan 2017-yil")
    assert near is not None
    assert near[0] == "Ўзбекистон 2017 йил"


def test_every_place_is_told() -> None:
    text = SearchedText("Bir va bir.\n\nIkki va bir; yana va bir.")
    assert text.places("va bir") == (
        Passage(paragraph=1, offset=4),
        Passage(paragraph=2, offset=5),
        Passage(paragraph=2, offset=18),
    )
    assert text.places("") == ()


@pytest.mark.parametrize("words", ["«", "?", "”"])
def test_signs_alone_are_not_found_where_there_is_none(words: str) -> None:
    assert SearchedText("He said so").places(words) == ()


def test_letters_composed_of_two_characters_are_shown_whole() -> None:
    context = SearchedText(unicodedata.normalize("NFD", "Бу бой тоғ ҳам.")).context("бой")
    assert context is not None
    assert unicodedata.normalize("NFC", context.words) == "бой"


def test_spellings_are_exact_but_for_the_ends_of_lines() -> None:
    text = SearchedText("O‘zbekis-\ntonning Qozog„iston bilan N.\n\nNazarov.")
    for spelling in ("O‘zbekiston", "Qozog„iston", "N. Nazarov", "Qozog„"):
        assert text.spells(spelling)
    for spelling in ("Oʻzbekiston", "Qozog‘iston", "qozog„iston", "O‘zbekistan"):
        assert not text.spells(spelling)


def test_words_do_not_run_over_the_end_of_a_paragraph() -> None:
    text = SearchedText(TEXT)
    assert text.find("iborat. Oʻzbekiston") is None
    assert text.crosses_paragraphs("iborat. Oʻzbekiston")
    assert not text.crosses_paragraphs("iborat. Qozogʻiston")


def test_the_nearest_passage_is_given_as_the_text_has_it() -> None:
    near = SearchedText(TEXT).nearest("1998 yil 31 oktabrda shartnoma imzolandi")
    assert near == (
        "1998-yil 31-\u00ad oktabrda shartnoma imzo\u00adladi, deb",
        Passage(paragraph=2, offset=27),
    )
    assert SearchedText(TEXT).nearest("совсем другие слова") is None
    assert SearchedText("").nearest("a") is None


def test_paragraphs_of_a_text_with_an_empty_line_after_every_line() -> None:
    text = SearchedText("Bir ikki \n\nuch toʻrt. \n\nYangi gap\n\n2018-\n\nyilda. \n\nOxiri.")
    assert [each.even for each in text.paragraphs] == [
        "Bir ikki uch to'rt.",
        "Yangi gap 2018- yilda.",
        "Oxiri.",
    ]


def test_a_passage_is_shown_among_the_words_around_it() -> None:
    text = SearchedText("Bir.\n\nUchinchi\nyo‘nalish  2001-yilda ochildi va ishladi.")
    context = text.context("yoʻnalish 2001-yilda", around=8)
    assert context is not None
    assert (context.paragraph, context.before) == (2, "Uchinchi ")
    assert (context.words, context.after) == ("yo‘nalish 2001-yilda", " ochildi …")
    assert text.context("2002-yilda") is None
