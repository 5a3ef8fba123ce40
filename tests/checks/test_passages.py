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
    "words", ["birinchi paragraf", "Birinchi paragraf U", "ozbekiston", "1998 yil", "Ўзбекистон"]
)
def test_everything_else_must_be_exact(words: str) -> None:
    assert SearchedText(TEXT).find(words) is None


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
