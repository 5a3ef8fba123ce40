"""Pages of rules: what is found, held against what a person reads in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from uchtil.journals.guidelines.finds import Find, Told
from uchtil.journals.guidelines.reading import Guidelines, read_guidelines
from uchtil.pipeline.new_profile import read_rules
from uchtil.problems import Problems
from workshop import ROOT

PAGES = ROOT / "tests" / "data" / "journals"
GOLD = sorted(PAGES.glob("*.yaml"))
LEAST_PRECISION = 0.98
LEAST_RECALL = 0.95


def page_of(gold: Path) -> Path:
    (page,) = (each for each in PAGES.glob(f"{gold.stem}.*") if each.suffix != ".yaml")
    return page


@pytest.fixture(scope="module")
def readings() -> dict[Path, Guidelines]:
    problems = Problems()
    found = {gold: read_rules(page_of(gold), problems) for gold in GOLD}
    assert not list(problems.errors)
    return {gold: page for gold, page in found.items() if page is not None}


def same(value: str) -> object:
    """Return a value so that the order of several does not matter."""
    return set(value[1:-1].split(", ")) if value.startswith("[") else value


def test_nearly_all_is_found_and_what_is_found_is_right(
    readings: dict[Path, Guidelines],
) -> None:
    right, wrong, missed = 0, [], []
    for gold, page in readings.items():
        wanted = yaml.safe_load(gold.read_text(encoding="utf-8"))["filled"]
        for path, find in page.filled.items():
            if path in wanted and same(str(wanted[path])) == same(find.value):
                right += 1
            else:
                wrong.append((gold.stem, path, find.value, find.quote))
        missed += [(gold.stem, path) for path in wanted if path not in page.filled]
    assert right / (right + len(wrong)) >= LEAST_PRECISION, wrong
    assert right / (right + len(wrong) + len(missed)) >= LEAST_RECALL, missed
    assert right > 160, "the pages are those that were measured"


def test_what_a_page_tells_twice_is_told_and_not_chosen(readings: dict[Path, Guidelines]) -> None:
    for gold, page in readings.items():
        wanted = yaml.safe_load(gold.read_text(encoding="utf-8"))["twice"]
        assert sorted(page.twice) == sorted(wanted), gold.stem
    zapiski = readings[PAGES / "ru-zapiski.yaml"]
    assert [(each.value, each.quote) for each in zapiski.twice["page.left"]] == [
        ("2", "Все поля – 2 см"),
        ("3", "левое 3 см"),
    ]


def test_no_quotation_is_longer_than_ten_words(readings: dict[Path, Guidelines]) -> None:
    for page in readings.values():
        quotes = [each.quote for each in page.filled.values()]
        quotes += [each.quote for finds in page.twice.values() for each in finds]
        quotes += [each.quote for each in (*page.open, *page.unread, *page.duties)]
        assert max(len(each.strip("… ").split()) for each in quotes) <= 10


def found(text: str) -> dict[str, str]:
    return {path: find.value for path, find in read_guidelines([text]).filled.items()}


def margins(top: str, right: str, bottom: str, left: str) -> dict[str, str]:
    names = ("page.top", "page.right", "page.bottom", "page.left")
    return dict(zip(names, (top, right, bottom, left), strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Поля (мм): левое 30, правое 15, остальные 20.", margins("2", "1.5", "2", "3")),
        ("Отступы страницы: 2,5 см слева, 1 см справа.", {"page.left": "2.5", "page.right": "1"}),
        ("Set 1-inch margins on all sides.", margins("2.54", "2.54", "2.54", "2.54")),
        ("Абзацный отступ – 1 см, поля: левое – 3 см, правое – 2 см.",
         {"type.indent": "1", "page.left": "3", "page.right": "2"}),
        ("Интервал полуторный, поля по 2 см.", {"type.spacing": "1.5", **margins(*"2222")}),
        ("Satr boshi – 1,25 sm, hoshiyalar: tepadan, pastdan, chapdan va oʻngdan – 2 sm.",
         {"type.indent": "1.25", **margins(*"2222")}),
        ("Leave right and left margins of 2.5 cm, and 3 cm on top and bottom.",
         margins("3", "2.5", "3", "2.5")),
        ("Leave margins of 20 mm on all sides, page numbering at the bottom in the center.",
         {**margins(*"2222"), "page.number": "bottom-center"}),
        ("Matnning ikki yonidan 2 sm joy qoldiriladi.", {"page.right": "2", "page.left": "2"}),
    ],
)  # fmt: skip
def test_sides_and_numbers_are_paired(text: str, wanted: dict[str, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Статья набирается 14 кеглем, сноски – 10.",
         {"type.size": "14", "type.notes.size": "10"}),
        ("В заголовках не использовать жирный шрифт.", {}),
        ("Сноски: фамилии авторов выделяются курсивом.", {}),
        ("Название – прописными буквами; под названием – инициалы и фамилия автора курсивом.",
         {"type.title.capitals": "true", "type.author.italic": "true",
          "authors.names": "initials-first"}),
        ("The font size for the body is 14, for data 12.", {"type.size": "14"}),
        ("Article Title: 18p, Bold;", {"type.title.size": "18", "type.title.bold": "true"}),
        ("Page numbers: 10 point, bottom centre.",
         {"page.number": "bottom-center", "page.number_size": "10"}),
        ("The title page is not numbered.", {}),
        ("Без переносов.", {"type.hyphens": "false"}),
        ("Не допускаются переносы, сделанные вручную.", {}),
        ("Размер шрифта 12–14 пт.", {}),
        ("Интервал между абзацами – 0 пт.", {}),
        ("Отступ – 5 знаков.", {}),
        ("Matn bir yarim intervalda, 14 shriftda.", {"type.spacing": "1.5", "type.size": "14"}),
        ("Block quotations are single-spaced and in 11-point type.", {}),
        ("All text, with notes and references, is in 12-point type.", {"type.size": "12"}),
        ("Times New Roman 12 for the body of the text and Times New Roman 10 for the notes.",
         {"type.font": "Times New Roman", "type.size": "12", "type.notes.size": "10"}),
        ("Chap tarafida UDK, soʻngra qalin harflarda muallifning ism-sharifi yoziladi.",
         {"codes": "[udc]", "type.codes.align": "left", "type.author.bold": "true"}),
        ("Ссылки – в скобках, фамилии авторов – курсивом.", {}),
        ("Слова «Ключевые слова» набирают полужирным шрифтом.", {}),
        ("Long quotations stand by themselves below the main text, in font size 11.", {}),
        ("Line spacing must be 1, the indention must be 1.25 cm.",
         {"type.spacing": "1", "type.indent": "1.25"}),
    ],
)  # fmt: skip
def test_a_size_is_of_what_is_named_before_it(text: str, wanted: dict[str, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Объём статьи – не менее 7 и не более 12 страниц.",
         {"lengths.pages": "{unit: pages, limits: 7-12}"}),
        ("Article length: 8,000 words, excluding notes and bibliography.",
         {"lengths.words": "{unit: words, limits: 8000 or fewer, counts: [front, text, tables]}"}),
        ("Объём рукописи – до 1 авторского листа (1 а. л. = 40 тыс. знаков).",
         {"lengths.characters": "{unit: characters, limits: 40000 or fewer}"}),
        ("Maqola hajmi 20–60 ming bosma belgi.",
         {"lengths.characters": "{unit: characters, limits: 20000-60000}"}),
        ("Объём статьи – 1 авторский лист (40 тыс. знаков).",
         {"lengths.characters": "{unit: characters, limits: 40000 or fewer}"}),
        ("Объём статьи – не более 35–40 тыс. знаков.",
         {"lengths.characters": "{unit: characters, limits: 40000 or fewer}"}),
        ("The article is within 10–12 pages.",
         {"lengths.pages": "{unit: pages, limits: 10-12}"}),
        ("Article size (without annotation and list of references) should be no more than 30-35 "
         "thousand characters.",
         {"lengths.characters": "{unit: characters, limits: 35000 or fewer, "
          "counts: [text, tables, notes]}"}),
        ("Объём статьи (без аннотации и списка литературы) – 20 000 знаков.",
         {"lengths.characters": "{unit: characters, limits: 20000 or fewer, "
          "counts: [text, tables, notes]}"}),
        ("Abstract: 500 (±100) characters.", {"abstract.characters": "400-600"}),
        ("Аннотация – 200 слов (±10 %).", {"abstract.words": "180-220"}),
        ("Объём статьи – 20 000 знаков без пробелов.", {}),
        ("Аннотация содержит не менее 100 слов. Аннотация имеет не более 150 слов.",
         {"abstract.words": "100-150"}),
        ("Articles have 5,000 to 7,000 words. The 7,000-word limit is firm.",
         {"lengths.words": "{unit: words, limits: 5000-7000}"}),
        ("Book reviews have 1,000 to 1,500 words.", {}),
        ("The volume of the article does not exceed 15 pages, the minimum size is 4 pages.",
         {"lengths.pages": "{unit: pages, limits: 4-15}"}),
        ("Объём статьи, включая таблицы и список литературы, – от 12 до 20 страниц.",
         {"lengths.pages": "{unit: pages, limits: 12-20}"}),
        ("В исключительных случаях объём статьи – до 40 000 знаков.", {}),
        ("Выводы занимают не более 1 страницы текста статьи.", {}),
        ("Ключевых слов – 5–7, количество слов внутри одного сочетания – не более трёх.",
         {"keywords.limits": "5-7"}),
        ("Ключевые слова (Times New Roman, 14, не менее 7).",
         {"type.font": "Times New Roman", "type.keywords.size": "14",
          "keywords.limits": "7 or more"}),
        ("Annotatsiya (100 ta soʻzgacha).", {"abstract.words": "100 or fewer"}),
        ("Kamida 10–15 ta manba keltiriladi.", {"works.limits": "10 or more"}),
        ("The abstract has about 150 words.", {}),
        ("An abstract of up to 200 words and six keywords are required.",
         {"abstract.words": "200 or fewer", "keywords.limits": "6"}),
        ("Аннотация: 100 слов по-русски и 250 слов по-английски.",
         {"abstract.otherwise.ru": "100", "abstract.otherwise.en": "250"}),
        ("Kalit soʻzlar soni 5 tadan 7 tagacha.", {"keywords.limits": "5-7"}),
        ("Калит сўзлар 10 тадан кўп бўлмаслиги керак.", {"keywords.limits": "10 or fewer"}),
        ("The article cites at least 20 sources, 40 per cent of them from the last five years.",
         {"works.limits": "20 or more", "works.recent_years": "5", "works.recent_share": "40"}),
    ],
)  # fmt: skip
def test_limits_are_of_what_they_count(text: str, wanted: dict[str, str]) -> None:
    assert {p: v for p, v in found(text).items() if not p.endswith("languages")} == wanted


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Ссылки даются в квадратных скобках: [4, с. 12].", "gost-numeric"),
        ("Ссылки на литературу – в квадратных скобках. Список литературы – по алфавиту.",
         "gost-alphabetical"),
        ("Сноски постраничные; концевые сноски не допускаются.", "gost-notes"),
        ("Постраничные сноски не допускаются.", None),
        ("Havolalar sahifa ostida beriladi.", "gost-notes"),
        ("References follow APA style.", "apa"),
        ("Use footnotes in Chicago style.", "chicago-notes"),
        ("Up to 8,000 words (including footnotes), by the Chicago Manual.", "chicago-notes"),
        ("Chicago author-date citations are used.", "chicago-author-date"),
        ("Cite as (Abdullayev, 1992: 77).", "author-year-colon"),
        ("Manbalar (3, 25-b.) shaklida koʻrsatiladi.", "gost-parentheses"),
        ("Ссылки – в квадратных скобках, по стилю Vancouver.", None),
        ("Ссылки даются так: [Иванов, 2010, с. 5].", None),
        ("Use numbered footnotes.", None),
        ("Ссылки – в квадратных скобках: [Иванов, Петров, 2016. С. 77]. Список – по ГОСТу.", None),
        ("Only in cases of need may authors cite as (Author, 1990: 12).", None),
        ("Sources are described thus: (Leiden: Brill, 2021). Cite by the Chicago Manual.", None),
    ],
)  # fmt: skip
def test_styles_are_named_only_where_they_are_told(text: str, style: str | None) -> None:
    assert found(text).get("citations") == style


def test_a_second_list_has_its_system() -> None:
    page = read_guidelines(
        ["Затем следует References в латинице; транслитерация – на сайте translit.ru, вариант BGN."]
    )
    assert {path: find.value for path, find in page.filled.items()} == {
        "lists.second": "References",
        "lists.system": "translit-net-bgn",
    }


def test_what_no_field_holds_is_told() -> None:
    page = read_guidelines(
        [
            "Use Harvard style.",
            "Give the JEL codes.",
            "Abstract: ca. 150 words.",
            "Поля: левое – 2,3, правое – 1,8.",
        ]
    )
    assert page.filled == {}
    assert page.open == (
        Told(
            about="about how many words an abstract has",
            quote="ca. 150 words",
            path="abstract.words",
        ),
        Told(about="margins without their unit", quote="Поля: левое – 2,3", path="page.left"),
        Told(
            about="Harvard, which is not here; nearest is `apa`, author and year",
            quote="Use Harvard style",
            path="citations",
        ),
    )


def test_a_language_of_sources_is_none_of_manuscripts() -> None:
    assert found("Источники на казахском и русском языках переводятся.") == {}
    assert found("For articles in Uzbek, add an abstract if it is in Russian.") == {}
    assert found("Maqolalar oʻzbek va ingliz tillarida qabul qilinadi.") == {
        "languages": "[uz, en]"
    }


def test_where_it_was_not_published_before_is_no_language_of_manuscripts() -> None:
    before = "Articles previously not published in Russian-language publications are accepted"
    assert found(f"{before}.") == {}
    assert found(f"{before}, in English or Uzbek.") == {"languages": "[en, uz]"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The text is typed without pagination.", {"page.number": "none"}),
        ("Текст набирается без простановки страниц.", {"page.number": "none"}),
        ("Authors' names: right alignment, italics.",
         {"type.author.align": "right", "type.author.italic": "true"}),
        ("UDC: left alignment.", {"codes": "[udc]", "type.codes.align": "left"}),
        ("Authors: degree (if any), ORCID, e-mail.", {"authors.fields": "[orcid, email]"}),
        ("Authors: e-mail, ORCID (if any).", {"authors.fields": "[email]"}),
        ("Authors: e-mail, ORCID, if available.", {"authors.fields": "[email]"}),
    ],
)  # fmt: skip
def test_what_was_missed(text: str, wanted: dict[str, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("ФИО автора.", "names of authors; whether in full or with initials is not told"),
        ("Full name, academic degree.", "full names among the data of authors"),
        ("Примечания оформляются в виде концевых сносок.",
         "notes at the end of the text; here they stand at the foot of the page"),
    ],
)  # fmt: skip
def test_what_is_half_told_is_said(text: str, about: str) -> None:
    assert about in {each.about for each in read_guidelines([text]).open}


def test_a_few_words_are_of_the_heading_above_them() -> None:
    page = read_guidelines(
        [
            "2.1 Title style\n\nCentred text.\n\nSize 14.",
            "2.2 Abstract\n\nMaximum length 250 words.",
        ]
    )
    assert {path: find.value for path, find in page.filled.items()} == {
        "type.title.align": "center",
        "type.title.size": "14",
        "abstract.words": "250 or fewer",
    }


def test_full_names_among_the_data_are_no_rule_beside_initials() -> None:
    page = read_guidelines(["Инициалы и фамилия автора.", "Сведения: Ф.И.О. (полностью)."])
    assert page.filled["authors.names"].value == "initials-first"
    assert page.twice == {}


def test_a_lone_word_is_quoted_with_those_before_it() -> None:
    page = read_guidelines(["Articles are published in English."])
    assert page.filled["languages"].quote == "published in English"


def test_the_only_address_of_a_page_is_the_journal_s() -> None:
    assert found("E-mail: red@example.org") == {"journal.email": "red@example.org"}
    assert found("E-mail: a@example.org. For figures: b@example.org.") == {}
    assert found("Send it to a@example.org (or: b@example.org).") == {
        "journal.email": "a@example.org"
    }


def test_headings_of_lists_are_known_by_their_capitals() -> None:
    page = read_guidelines(["К статье прилагают два списка: ЛИТЕРАТУРА и REFERENCES."])
    assert {path: (find.value, find.quote) for path, find in page.filled.items()} == {
        "lists.heading": ("ЛИТЕРАТУРА", "ЛИТЕРАТУРА"),
        "lists.second": ("References", "REFERENCES"),
    }


def test_the_layout_of_a_list_s_heading_is_told() -> None:
    page = read_guidelines(["Текст статьи", "ЛИТЕРАТУРА", "(14, полужирный, по центру)"])
    assert [(each.path, each.quote) for each in page.open] == [
        ("type.heading", "полужирный, по центру")
    ]


def test_a_place_of_work_in_a_sample_is_no_rule() -> None:
    assert "authors.fields" not in found(
        "Ivanov Ivan, Associate professor, State Budgetary Institution of Higher Education, author"
    )
    assert found("Сведения об авторе: должность, наименование учебного заведения.") == {
        "authors.fields": "[affiliation]"
    }


def test_a_kind_of_text_that_is_short_has_another_length() -> None:
    assert found("Communications: a short (usually 1 to 3 pages) academic paper on research.") == {}


def test_an_issn_with_a_wrong_check_digit_is_left_out() -> None:
    assert found("ISSN 2071-0437") == {"journal.issn": "2071-0437"}
    assert found("ISSN 2071-0438") == {}


def test_values_are_each_found_once() -> None:
    page = read_guidelines(["Шрифт Times New Roman.", "Текст – Times New Roman, 14 пт."])
    assert page.filled["type.font"] == Find(
        path="type.font", value="Times New Roman", quote="Times New Roman"
    )
    assert page.twice == {}


def test_long_texts_are_searched_in_bounded_time() -> None:
    rules = "Шрифт Times New Roman. "
    page = read_guidelines([rules, "14 пт, " * 300, "а" * 200_000, rules])
    assert page.filled["type.font"].value == "Times New Roman"
    assert [each.about for each in page.open] == ["too much: nothing was read from here on"]
