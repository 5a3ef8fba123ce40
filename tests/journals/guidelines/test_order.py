"""What stands before and behind the text: read from lists, samples, blocks and sentences."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.reading import read_guidelines

IN_ORDER = "Рукопись имеет следующую структуру:"


def told(*paragraphs: str, language: str = "ru") -> dict[str, str]:
    """Return what is told of order and languages."""
    page = read_guidelines(paragraphs, language=language)
    wanted = ("front", "after", "authors.languages", "abstract.languages", "keywords.languages")
    return {path: page.filled[path].value for path in wanted if path in page.filled}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. Блок на русском языке: название, авторы, аннотация, ключевые слова.\n"
         "2. Блок на английском: название, авторы, аннотация.",
         {"front": "[title, authors, abstract, keywords, title:en, authors:en, abstract:en]",
          "authors.languages": "[ru, en]", "abstract.languages": "[ru, en]"}),
        ("1. Block in English: title, authors, abstract, keywords.\n2. Main text.\n"
         "3. Block in Russian: title, authors, abstract, keywords.",
         {"front": "[title, authors, abstract, keywords]",
          "after": "[title:ru, authors:ru, abstract:ru, keywords:ru]",
          "authors.languages": "[en, ru]", "abstract.languages": "[en, ru]",
          "keywords.languages": "[en, ru]"}),
        ("Maqola tarkibi:\n1. UOʻK;\n"
         "2. Oʻzbek tilidagi blok: maqola nomi, mualliflar, annotatsiya;\n"
         "3. Ingliz tilida: maqola nomi, mualliflar, annotatsiya;\n4. Asosiy matn.",
         {"front": "[udc, title, authors, abstract, title:en, authors:en, abstract:en]",
          "authors.languages": "[uz, en]", "abstract.languages": "[uz, en]"}),
    ],
)  # fmt: skip
def test_blocks_tell_languages_and_order(text: str, wanted: dict[str, str]) -> None:
    assert told(text, language="") == wanted


def test_a_block_is_quoted_with_its_language() -> None:
    page = read_guidelines(
        ["Блок на русском языке: название, авторы, аннотация. Блок на английском языке: авторы."]
    )
    assert page.filled["authors.languages"].quote == (
        "Блок на русском языке, Блок на английском языке"
    )
    assert page.filled["front"].quote == "название … авторы … аннотация"


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("УДК;\nназвание;\nфамилия автора, место работы, e-mail;\n"
         "аннотация и ключевые слова;\nтекст.",
         "[udc, title, authors, affiliations, contacts, abstract, keywords]"),
        ("УДК;\nназвание на русском языке;\nавторы на русском языке;\nаннотация на русском языке;\n"
         "название, аннотация на английском языке.",
         "[udc, title, authors, abstract, title:en, abstract:en]"),
        ("Фамилия автора;\nсведения об авторе: учёная степень, вуз, e-mail;\nназвание;\nаннотация.",
         "[authors, affiliations, contacts, title, abstract]"),
    ],
)  # fmt: skip
def test_a_list_is_an_order(text: str, front: str) -> None:
    assert told("\n\n".join([IN_ORDER, *text.split("\n")]))["front"] == front


def test_sentences_tell_it_where_one_leads_to_the_next() -> None:
    said = (
        "В верхнем левом углу ставится УДК. Далее – инициалы и фамилия автора, строкой ниже – "
        "заглавие. Ниже помещается аннотация и ключевые слова."
    )
    assert told(said) == {"front": "[udc, authors, title, abstract, keywords]"}


def test_what_is_asked_once_more_in_other_languages_follows() -> None:
    before = (IN_ORDER, "название;", "авторы;", "аннотация;", "ключевые слова;")
    again = "Далее в той же последовательности – на английском языке."
    assert told(*before, again) == {
        "front": "[title, authors, abstract, keywords, "
        "title:en, authors:en, abstract:en, keywords:en]",
        "authors.languages": "[ru, en]",
        "abstract.languages": "[ru, en]",
        "keywords.languages": "[ru, en]",
    }
    others = "В конце статьи на двух других языках (казахском, английском) даются:"
    assert told(*before, "Текст статьи.", others, "название;", "авторы.")["after"] == (
        "[title:others, authors:others]"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Аннотация и ключевые слова даются на трёх языках. Название кратко отражает тему.",
        "The title is short. Authors are named in full. The abstract has no citations.",
        f"{IN_ORDER}\n\nаннотация;\n\nключевые слова;\n\nтекст;\n\nназвание;\n\nавторы.",
    ],
)
def test_a_mention_is_no_order(text: str) -> None:
    assert "front" not in told(text)


def test_two_orders_are_told_twice() -> None:
    page = read_guidelines(
        [
            f"{IN_ORDER}\n\nназвание;\n\nавторы;\n\nаннотация;\n\nключевые слова;\n\nтекст статьи.",
            "Образец:\n\nАвторы\n\nНазвание\n\nАннотация\n\nКлючевые слова\n\nТекст статьи",
        ],
        language="ru",
    )
    assert {each.value for each in page.twice["front"]} == {
        "[title, authors, abstract, keywords]",
        "[authors, title, abstract, keywords]",
    }


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Maqolaning birinchi betida yuqori chap tarafida UOʻK keltiriladi, soʻngra bosh harflar "
         "bilan muallif(lar)ning ism-sharifi yozilib, keyingi qatorda maqola mavzusi yoziladi.",
         "uz"),
        ("В левом верхнем углу УДК, далее инициалы и фамилия автора, на следующей строке название "
         "статьи прописными буквами.", "ru"),
        ("In the top left corner the UDC, then the names of the authors, on the next line the "
         "title of the article.", "en"),
    ],
)  # fmt: skip
def test_what_a_sentence_places_is_proposed(said: str, language: str) -> None:
    page = read_guidelines([said], language=language)
    assert "front" not in page.filled
    assert page.headings.front == ("udc", "authors", "title")
    assert page.headings.in_sentence


def test_headings_with_english_names_follow_what_is_placed() -> None:
    page = read_guidelines(
        [
            "Birinchi betda yuqori chap tarafda UOʻK, soʻngra muallif ismi, keyingi qatorda "
            "maqola mavzusi yoziladi.",
            "Maqola mavzusi (Title) Maqola mavzusi qisqa boʻlsin.",
            "Maqola muallifi toʻgʻrisida maʼlumot (Author information) Ish joyi va elektron "
            "pochtasi kiritiladi.",
            "Maqola annotatsiyasi (Abstract) Annotatsiya uch tilda boʻladi.",
            "Kirish (Introduction) Kirish qismida muammo yoritiladi.",
            "Xulosa va takliflar (Conclusion/Recommendations) Xulosalar beriladi.",
        ],
        language="uz",
    )
    shown = page.headings
    assert shown.front[:3] == ("udc", "authors", "title")
    assert {"affiliations", "abstract"} <= {*shown.front}
    assert shown.sections == {"introduction": "Kirish", "conclusion": "Xulosa va takliflar"}


@pytest.mark.parametrize(
    ("paragraphs", "front"),
    [
        (["В начале статьи указываются УДК, название, инициалы и фамилия автора, место работы, "
          "аннотация и ключевые слова."],
         "[udc, title, authors, affiliations, abstract, keywords]"),
        (["Порядок расположения материала: УДК, фамилия автора, название, аннотация."],
         "[udc, authors, title, abstract]"),
        (["Manuscripts must include these elements:",
          "1. A cover page with the title, author’s name, affiliation, and contact information.",
          "2. An abstract.", "3. Five keywords."],
         "[title, authors, affiliations, contacts, abstract, keywords]"),
        (["On a cover page, please provide:", "• your name, institutional affiliation, e-mail;",
          "• the title of your essay", "• a ca. 250-word abstract"],
         "[authors, affiliations, contacts, title, abstract]"),
        (["Maqola quyidagicha tartibda: UDK, maqola nomi, muallif, annotatsiya."],
         "[udc, title, authors, abstract]"),
        (["Paper structure:", "1. The IRSTI (a classification) and UDC indexes.",
          "2. Authors.", "3. Title.", "4. Abstract."],
         "[irsti, udc, authors, title, abstract]"),
    ],
)  # fmt: skip
def test_an_order_may_be_told_in_a_row(paragraphs: list[str], front: str) -> None:
    assert told(*paragraphs, language="en")["front"] == front


@pytest.mark.parametrize(
    "head",
    [
        "На русском и английском языках должны быть представлены:",
        "Each article should contain in Russian and English:",
        "Quyidagilar rus va ingliz tillarida beriladi:",
    ],
)
def test_a_list_is_in_the_languages_that_its_head_names(head: str) -> None:
    order = told(head, "• title", "• author", "• abstract", "• keywords", language="ru")
    assert order == {
        "front": "[title, title:en, authors, authors:en, abstract, abstract:en, keywords, "
        "keywords:en]",
        "authors.languages": "[ru, en]",
        "abstract.languages": "[ru, en]",
        "keywords.languages": "[ru, en]",
    }


def test_the_same_may_be_asked_in_languages_named_on_the_next_line() -> None:
    order = told(
        "Maqola tarkibi:", "Maqola nomi", "Muallif", "Annotatsiya", "Kalit soʻzlar",
        "Yuqorida koʻrsatilgan maʼlumotlar shu tartibda", "oʻzbek, rus va ingliz tillarida",
        language="uz",
    )  # fmt: skip
    assert order["abstract.languages"] == "[uz, ru, en]"
    assert order["front"].endswith("abstract:ru, abstract:en, keywords:ru, keywords:en]")
