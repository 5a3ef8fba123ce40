"""Sayings of pages that were not seen before: one rule in many words, in each language."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.finds import Told
from uchtil.journals.guidelines.reading import read_guidelines


def found(*paragraphs: str, language: str = "") -> dict[str, str]:
    page = read_guidelines(paragraphs, language=language)
    return {path: find.value for path, find in page.filled.items()}


def margins(sides: str) -> dict[str, str]:
    names = ("page.top", "page.right", "page.bottom", "page.left")
    return dict(zip(names, sides.split(), strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Отступ – 1,25 см, поля – 2 см.", {"type.indent": "1.25", **margins("2 2 2 2")}),
        ("Левое поле – 30 мм, остальные – по 20 мм.", margins("2 2 2 3")),
        ("A 12-point font with 1-inch margins.",
         {"type.size": "12", **margins("2.54 2.54 2.54 2.54")}),
        ("Номера страниц не проставляются.", {"page.number": "none"}),
        ("Number the pages in the upper right corner.", {"page.number": "top-right"}),
        ("Sahifalar pastki oʻrtada raqamlanadi.", {"page.number": "bottom-center"}),
        ("Номер страницы – в нижнем колонтитуле с правой стороны (кегль 11).",
         {"page.number": "bottom-right", "page.number_size": "11"}),
        ("Автоматические переносы отключить.", {"type.hyphens": "false"}),
        ("Hyphenation must be off.", {"type.hyphens": "false"}),
        ("1,5-й интервал, 14-й кегль.", {"type.spacing": "1.5", "type.size": "14"}),
        ("The text has single-line spacing.", {"type.spacing": "1"}),
        ("Do not justify the text.", {"type.align": "left"}),
        ("Alignment of the main text and footnotes: to the left.",
         {"type.align": "left", "type.notes.align": "left"}),
        ("11-point font size for the main text, 9-point font size for figures.",
         {"type.size": "11"}),
        ("В верхнем правом углу ставится УДК.", {"codes": "[udc]", "type.codes.align": "right"}),
        ("UDK chap yuqori burchakda.", {"codes": "[udc]", "type.codes.align": "left"}),
        ("KIRISH (14 oʻlchamda, katta harflarda)",
         {"type.heading.size": "14", "type.heading.capitals": "true"}),
        ("Подзаголовки в тексте – по левому краю.", {}),
        ("Heading of the second order: 11 point.", {}),
        ("Name(s) of author(s): 12 point, italics.",
         {"type.author.size": "12", "type.author.italic": "true"}),
        ("Muallif ismining bosh harflari yoziladi.", {}),
        ("Аннотация отделяется, бир қатор ташланади.", {}),
        ("1.15 cm spacing, 1 cm paragraph, 2.5 cm top and bottom indentation, 3 cm on the left "
         "and 1.5 cm on the right.",
         {"type.spacing": "1.15", "type.indent": "1", **margins("2.5 1.5 2.5 3")}),
        ("Margins: upper – 2, lower – 2, left – 3, right – 1.5.", margins("2 1.5 2 3")),
        ("Поля: верхнее 20, нижнее 20, левое 30, правое 15.", margins("2 1.5 2 3")),
        ("With 3 cm margins left and right and 2 cm margins top and bottom.",
         margins("2 3 2 3")),
        ("Use 1.5 spacing and leave 3 cm margins.", {"type.spacing": "1.5", **margins("3 3 3 3")}),
        ("Текст аннотации – 10 pt.", {"type.abstract.size": "10"}),
        ("Индекс УДК, ББК, DOI (присваивает редакция).", {"codes": "[udc]"}),
        ("Межстрочный интервал – множитель 1,15.", {"type.spacing": "1.15"}),
        ("Абзацный отступ – 12,5 мм.", {"type.indent": "1.25"}),
        ("Сноски набираются через один интервал.", {"type.notes.spacing": "1"}),
        ("Jadval matni 12 oʻlchamda.", {"type.table.size": "12"}),
        ("Asosiy matn – 12 da.", {"type.size": "12"}),
        ("Рукопись (статьи обзорного характера – особо), шрифт – 12.", {"type.size": "12"}),
    ],
)  # fmt: skip
def test_how_it_looks(text: str, wanted: dict[str, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Минимальный объём рукописи – 15 тыс. знаков, максимальный – 40 тыс.",
         {"lengths.characters": "{unit: characters, limits: 15000-40000}"}),
        ("Maqola hajmi 5 betdan kam, 15 betdan koʻp boʻlmasligi lozim.",
         {"lengths.pages": "{unit: pages, limits: 5-15}"}),
        ("Maqola hajmi 10–12 betdan oshmasin, adabiyotlar sharhi va maʼruzalar – 20 betgacha.",
         {"lengths.pages": "{unit: pages, limits: 12 or fewer}"}),
        ("Volume: 10 to 45 standard A4 pages (5,000–9,000 words without footnotes).",
         {"page.width": "21", "page.height": "29.7",
          "lengths.pages": "{unit: pages, limits: 10-45}",
          "lengths.words": "{unit: words, limits: 5000-9000, "
          "counts: [front, text, tables, references]}"}),
        ("Объём статьи – до 10 с. компьютерного набора.",
         {"lengths.pages": "{unit: pages, limits: 10 or fewer}"}),
        ("Keep articles under 7,000 words including references.",
         {"lengths.words": "{unit: words, limits: 7000 or fewer}"}),
        ("Articles: 30 to 50 pages. Other materials: 10 pages.",
         {"lengths.pages": "{unit: pages, limits: 30-50}"}),
        ("The abstract has at least 150 words or 800 characters.",
         {"abstract.words": "150 or more", "abstract.characters": "800 or more"}),
        ("Аннотация (не менее 240 слов). Аннотация: 240–260 слов.",
         {"abstract.words": "240-260"}),
        ("Kalit soʻzlar kamida 5 ta, koʻpi bilan 10 ta.", {"keywords.limits": "5-10"}),
        ("Ключевые слова (5–7 слов общим объёмом не более 15 слов).", {"keywords.limits": "5-7"}),
        ("Annotatsiya va kalit soʻzlar 12 oʻlchamda.",
         {"type.abstract.size": "12", "type.keywords.size": "12"}),
        ("Separate keywords with commas.", {"keywords.separator": ","}),
        ("Число авторов не должно превышать 4.", {"authors.at_most": "4"}),
        ("Articles with more than 2 authors are not accepted.", {"authors.at_most": "2"}),
        ("В списке не менее 20 источников, половина – за последние семь лет.",
         {"works.limits": "20 or more", "works.recent_years": "7", "works.recent_share": "50"}),
        ("The total length of the book (250 pages) is given.", {}),
        ("Статьи объёмом менее 15 000 знаков не рассматриваются.",
         {"lengths.characters": "{unit: characters, limits: 15000 or more}"}),
        ("We do not accept articles of more than 10,000 words.",
         {"lengths.words": "{unit: words, limits: 10000 or fewer}"}),
        ("Объём научной статьи – не более 1 а. л., сообщения – до 0,5 а. л.",
         {"lengths.characters": "{unit: characters, limits: 40000 or fewer}"}),
        ("Articles: 8,000 words; book reviews: 1,000 words.",
         {"lengths.words": "{unit: words, limits: 8000 or fewer}"}),
        ("Объём статей – до 1 авт. л.",
         {"lengths.characters": "{unit: characters, limits: 40000 or fewer}"}),
        ("Резюме – не менее двухсот слов.", {"abstract.words": "200 or more"}),
        ("Articles have 5,000 to 9,000 words (this does not include footnotes).",
         {"lengths.words": "{unit: words, limits: 5000-9000, "
          "counts: [front, text, tables, references]}"}),
        ("Объём статьи – до 60 тыс. знаков. Раздел «Краткие сообщения» – до 20 тыс. знаков.",
         {"lengths.characters": "{unit: characters, limits: 60000 or fewer}"}),
    ],
)  # fmt: skip
def test_how_long_and_how_many(text: str, wanted: dict[str, str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (["Аннотация – на языке статьи и английском."], {"abstract.languages": "[ru, en]"}),
        (["Annotatsiya ingliz tilida ham beriladi."], {"abstract.languages": "[uz, en]"}),
        (["Аннотация (до 600 знаков) и 5–8 ключевых слов на русском и английском языках."],
         {"abstract.characters": "600 or fewer", "keywords.limits": "5-8",
          "abstract.languages": "[ru, en]", "keywords.languages": "[ru, en]"}),
        (["Annotatsiyadan keyin rus va ingliz tillarida kalit soʻzlar yoziladi."],
         {"keywords.languages": "[ru, en]"}),
        (["Metadata must be in Russian and English."],
         {"authors.languages": "[ru, en]", "abstract.languages": "[ru, en]",
          "keywords.languages": "[ru, en]"}),
        (["Surname and first name in Uzbek, Russian and English."],
         {"authors.languages": "[uz, ru, en]"}),
        (["Объём англоязычной аннотации – 250 слов."], {"abstract.otherwise.en": "250"}),
        (["Статья может быть написана на русском или узбекском языке."],
         {"languages": "[ru, uz]"}),
        (["Jurnal tili: oʻzbek, rus, ingliz."], {"languages": "[uz, ru, en]"}),
    ],
)  # fmt: skip
def test_in_which_languages(paragraphs: list[str], wanted: dict[str, str]) -> None:
    language = "uz" if "beriladi" in paragraphs[0] else "ru"
    assert found(*paragraphs, language=language) == wanted


def test_the_manuscript_s_own_language_is_told_where_it_may_be_several() -> None:
    page = read_guidelines(
        ["Языки публикации: узбекский, русский, английский.", "Аннотация – также на английском."],
        language="ru",
    )
    assert page.filled["abstract.languages"].value == "[en]"
    assert [(each.about, each.path) for each in page.open] == [
        ("the manuscript's own language, too", "abstract.languages")
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Автор: ФИО, учёная степень, должность, организация, e-mail.",
         {"authors.fields": "[email, affiliation]"}),
        ("Фамилия указывается после инициалов.", {"authors.names": "initials-first"}),
        ("The initials and last name of the author.", {"authors.names": "initials-first"}),
        ("Mualliflarning nomlari toʻliq yoziladi.", {"authors.names": "full"}),
        ("The file must contain no information that reveals the author.", {"anonymous": "true"}),
        ("Submit a blinded version of the paper.", {"anonymous": "true"}),
        ("Файл не должен содержать сведений об авторе.", {"anonymous": "true"}),
        ("Taqriz uchun nusxada muallif ismi koʻrsatilmaydi.", {"anonymous": "true"}),
        ("The names of works that were cited should not be given.", {}),
        ("Thank the institutions that helped the author.", {}),
        ("Figures are numbered separately from tables.", {}),
    ],
)  # fmt: skip
def test_what_is_asked_of_authors(text: str, wanted: dict[str, str]) -> None:
    assert found(text) == wanted


def test_an_address_may_stand_on_the_line_below() -> None:
    assert found("Рукописи направляются по адресу:", "a@example.org, либо b@example.org") == {
        "journal.email": "a@example.org"
    }


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (["Ссылки оформляются в виде постраничных сносок."], {"citations": "gost-notes"}),
        (["Сноскалар саҳифа остида берилади."], {"citations": "gost-notes"}),
        (["Adabiyotning tartib raqami maqolada [raqam] bilan beriladi."],
         {"citations": "gost-numeric"}),
        (["Под рисунком указывают источник в квадратных скобках."], {}),
        (["Chicago style, author-date system.", "The text, with footnotes."],
         {"citations": "chicago-author-date"}),
        (["Литература: нумерованный список."], {"lists.heading": "Литература"}),
        (["Works Cited: 10 point."],
         {"type.references.size": "10", "lists.heading": "Works Cited"}),
        (["Список литературы, затем References."], {"lists.second": "References"}),
        (["Библиография: сначала кириллица, затем латиница."], {}),
        (["В списке литературы две рубрики: «Источники» и «Литература»."], {}),
    ],
)  # fmt: skip
def test_how_works_are_cited_and_listed(paragraphs: list[str], wanted: dict[str, str]) -> None:
    assert found(*paragraphs) == wanted


def test_a_list_in_latin_script_is_no_second_one() -> None:
    page = read_guidelines(["References in Cyrillic must be transliterated."])
    assert page.filled == {}
    assert page.open == (
        Told(
            about="works in Cyrillic that are put into Latin script: `romanised` of the list",
            quote="must be transliterated",
            path="lists",
        ),
    )


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Citations follow MLA style.", "MLA, which is not here; nearest is `apa`, which has the"),
        ("Ссылки – по стилю Vancouver.", "Vancouver, which is not here; nearest is `gost-numeric`"),
        ("Havolalar IEEE uslubida.", "IEEE, which is not here; nearest is `gost-numeric`"),
        ("Use numbered footnotes.", "notes; by which style is not told: `chicago-notes` or"),
    ],
)
def test_a_style_that_is_not_here_is_told_with_the_nearest(text: str, nearest: str) -> None:
    (told,) = read_guidelines([text]).open
    assert told.about.startswith(nearest)
    assert told.path == "citations"


@pytest.mark.parametrize(
    ("told", "path", "value"),
    [
        pytest.param(("Поля по 2 см, верхнее 2.5 см.",), "page.left", "2", id="all but one, ru"),
        pytest.param(("Поля по 2 см, верхнее 2.5 см.",), "page.top", "2.5", id="the one, ru"),
        pytest.param(("Margins of 2.5 cm, left 3 cm.",), "page.top", "2.5", id="all but one, en"),
        pytest.param(("Hoshiya 2 sm, chapdan 3 sm.",), "page.right", "2", id="all but one, uz"),
        pytest.param(
            ("Таблицы", "Название (кегль 10)"), "type.caption.size", "10", id="titles of tables"
        ),
        pytest.param(("Таблицы", "Кегль 10"), "type.table.size", "10", id="text of tables"),
        pytest.param(
            ("Рисунки", "Цвет: оттенки серого"), "figures.colour", "false", id="grey figures"
        ),
    ],
)
def test_what_is_told_of_the_rest_and_under_a_heading(
    told: tuple[str, ...], path: str, value: str
) -> None:
    assert read_guidelines(told).filled[path].value == value


def test_a_heading_of_tables_does_not_reach_far() -> None:
    told = ["Таблицы", *(f"Таблица {n} стоит в тексте." for n in range(9)), "Название (кегль 14)."]
    assert read_guidelines(told).filled["type.title.size"].value == "14"
