"""A small article in three languages, written by pandoc as the Lua driver writes it.

This folder is no package on purpose: with an ``__init__.py`` it would hide python-docx.
"""

from __future__ import annotations

import datetime
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypandoc

from uchtil.formats.docx import DocxSettings, Figure, finish, make_reference, rasterise

ROOT = Path(__file__).resolve().parents[3]
FONTS = sorted((ROOT / "templates" / "fonts").glob("*.ttf"))
TAGS = {"uz": "uz-Latn-UZ", "ru": "ru-RU", "en": "en-GB"}

WORDS = {
    "uz": {
        "title": "Oʻzbekiston va Qozogʻiston munosabatlari: manbalar sharhi",
        "udc": "UOʻK 327(575.1:574)",
        "abstract": "Annotatsiya",
        "abstract_text": "Maqolada ikki qoʻshni davlat munosabatlari haqidagi beshta manba "
        "taqqoslanadi. Har bir sana va raqam qaysi manbada qanday berilgani koʻrsatiladi, "
        "manbalar oʻzaro farq qilgan oʻrinlar alohida izohlanadi.",
        "keywords": "**Kalit soʻzlar:** diplomatiya, chegara, savdo, transport, suv, taʼlim",
        "contents": "Mundarija",
        "header": "Oʻzbekiston va Qozogʻiston munosabatlari",
        "footer": "{pages} betdan {page}-bet",
        "sections": ["Kirish", "Chegara va transport", "Savdo va sarmoya", "Xulosa"],
        "subsection": "Hujjatlar qanday oʻqilgani",
        "text": "Ikki davlat oʻrtasidagi diplomatik aloqalar 1992-yil noyabr oyida oʻrnatilgan, "
        "keyingi yillarda esa shartnomaviy asos asta-sekin kengaygan",
        "more": "Manbalarning tili, hajmi va maʼlumot berish tartibi turlicha; shu bois har bir "
        "raqam yonida uning holati, yaʼni amalda erishilgani, baholangani yoki rejalashtirilgani "
        "aytiladi. Savdo aylanmasi haqidagi koʻrsatkichlar yil boʻyicha solishtirilgan.",
        "see": "Hujjatlar",
        "table_ref": "1-jadvalda",
        "figure_ref": "1-rasmda",
        "table": "[1-jadval.]{.exhibit-number} Asosiy hujjatlar",
        "figure": "[1-rasm.]{.exhibit-number} Munosabatlarning asosiy sanalari",
        "alt": "Vaqt chizigʻi: 1992-yildan 2021-yilgacha beshta voqea.",
        "heads": ["Sana", "Hujjat", "Manbalar"],
        "rows": [
            ["1992-yil 23-noyabr", "Diplomatik munosabatlar oʻrnatilgani", "Tursunov 2026"],
            ["1998-yil 31-oktabr", "Abadiy doʻstlik toʻgʻrisidagi shartnoma", "Ramatov 2026"],
            ["2013-yil 14-iyun", "Strategik sheriklik toʻgʻrisidagi shartnoma", "Ramatov 2026"],
        ],
        "note": "Sahifa osti izohi: sana manbada toʻliq berilmagan.",
        "quote": "Iqtibos alohida xat boshi bilan, chekkalari qisqartirilgan holda beriladi.",
        "refs": "Foydalanilgan adabiyotlar",
        "page": "7-b.",
    },
    "ru": {
        "title": "Отношения Узбекистана и Казахстана: обзор источников",
        "udc": "УДК 327(575.1:574)",
        "abstract": "Аннотация",
        "abstract_text": "В статье сопоставлены пять источников об отношениях двух соседних "
        "государств. Для каждой даты и каждого числа указано, где и как они приведены, а "
        "расхождения источников разобраны отдельно.",
        "keywords": "**Ключевые слова:** дипломатия, граница, торговля, транспорт, вода",
        "contents": "Содержание",
        "header": "Отношения Узбекистана и Казахстана",
        "footer": "Страница {page} из {pages}",
        "sections": ["Введение", "Граница и транспорт", "Торговля и инвестиции", "Заключение"],
        "subsection": "Как прочитаны документы",
        "text": "Дипломатические отношения установлены в ноябре 1992 г., а в последующие годы "
        "договорная основа сотрудничества постепенно расширялась",
        "more": "Источники различаются языком, объёмом и способом подачи сведений, поэтому рядом "
        "с каждым числом сказано, достигнуто ли оно, оценено или только запланировано. Показатели "
        "товарооборота сопоставлены по годам.",
        "see": "Документы",
        "table_ref": "в табл. 1",
        "figure_ref": "на рис. 1",
        "table": "[Таблица 1.]{.exhibit-number} Основные документы",
        "figure": "[Рис. 1.]{.exhibit-number} Основные даты отношений",
        "alt": "Шкала времени: пять событий с 1992 по 2021 год.",
        "heads": ["Дата", "Документ", "Источники"],
        "rows": [
            ["23 ноября 1992 г.", "Установление дипломатических отношений", "Tursunov 2026"],
            ["31 октября 1998 г.", "Договор о вечной дружбе", "Ramatov 2026"],
            ["14 июня 2013 г.", "Договор о стратегическом партнёрстве", "Ramatov 2026"],
        ],
        "note": "Подстрочное примечание: дата в источнике приведена не полностью.",
        "quote": "Цитата стоит отдельным абзацем и набрана с отступами с обеих сторон.",
        "refs": "Список литературы",
        "page": "с. 7",
    },
    "en": {
        "title": "Relations between Uzbekistan and Kazakhstan: a review of sources",
        "udc": "UDC 327(575.1:574)",
        "abstract": "Abstract",
        "abstract_text": "Five sources on the relations of two neighbouring states are compared. "
        "For every date and every number the article says where it is given and how, and it "
        "discusses the places in which the sources differ.",
        "keywords": "**Keywords:** diplomacy, border, trade, transport, water, education",
        "contents": "Contents",
        "header": "Relations between Uzbekistan and Kazakhstan",
        "footer": "Page {page} of {pages}",
        "sections": ["Introduction", "Border and transport", "Trade and investment", "Conclusion"],
        "subsection": "How the documents were read",
        "text": "Diplomatic relations were established in November 1992, and in the years that "
        "followed the body of treaties grew step by step",
        "more": "The sources differ in language, length and manner; therefore each number is told "
        "together with its status: reached, estimated or only planned. The figures on trade "
        "turnover are compared year by year.",
        "see": "The documents",
        "table_ref": "in Table 1",
        "figure_ref": "in Figure 1",
        "table": "[Table 1.]{.exhibit-number} The main documents",
        "figure": "[Figure 1.]{.exhibit-number} Milestones of the relations",
        "alt": "A timeline with five events from 1992 to 2021.",
        "heads": ["Date", "Document", "Sources"],
        "rows": [
            ["23 November 1992", "Establishment of diplomatic relations", "Tursunov 2026"],
            ["31 October 1998", "Treaty of Eternal Friendship", "Ramatov 2026"],
            ["14 June 2013", "Treaty on Strategic Partnership", "Ramatov 2026"],
        ],
        "note": "A footnote: the source does not give the whole date.",
        "quote": "A quotation stands in a paragraph of its own, indented on both sides.",
        "refs": "References",
        "page": "p. 7",
    },
}


def styled(style: str, text: str) -> str:
    return f'::: {{custom-style="{style}"}}\n{text}\n:::\n'


class Article:
    """Markdown of one language's part; citations are counted through the whole document."""

    def __init__(self) -> None:
        self.cited = 0

    def cite(self, work: str, number: int, locator: str = "") -> str:
        self.cited += 1
        inner = f", {locator}" if locator else ""
        return f"\\[[[{number}](#ref-{work})]{{#cite-{self.cited}}}{inner}\\]"

    def front(self, language: str) -> str:
        words = WORDS[language]
        return "\n".join(
            [
                f"::::: {{lang={TAGS[language]}}}\n",
                styled("UDC", words["udc"]),
                styled("Title", words["title"]),
                styled("Author", "A. Namunaviy, B. Образцов"),
                styled("Affiliation", "Toshkent — Ташкент — Tashkent"),
                styled("Abstract Title", words["abstract"]),
                styled("Abstract", words["abstract_text"]),
                styled("Keywords", words["keywords"]),
                ":::::\n",
            ]
        )

    def text(self, language: str, *, depth: int = 1, paragraphs: int = 4) -> str:
        words = WORDS[language]
        head = "#" * depth
        lines = [f":::::: {{lang={TAGS[language]}}}\n"]
        for index, section in enumerate(words["sections"]):
            lines.append(f"{head} {section} {{#{language}-s{index}}}\n")
            for paragraph in range(paragraphs):
                lines.append(
                    f"{words['text']} {self.cite('a', 1, words['page'])}. {words['more']} "
                    f"{words['text']} {self.cite('b', 2)}.\n"
                )
                if (index, paragraph) == (0, 1):
                    lines.append(
                        f"{words['see']} [{words['table_ref']}](#{language}-table-documents), "
                        f"[{words['figure_ref']}](#{language}-figure-timeline)[^{language}].\n"
                    )
                    lines.append(f"[^{language}]: {words['note']} {self.cite('b', 2)}\n")
            if index == 0:
                lines.append(f"{head}# {words['subsection']} {{#{language}-sub}}\n")
                lines.append(words["more"] + "\n\n> " + words["quote"] + "\n")
            if index == 1:
                rows = "\n".join("| " + " | ".join(row) + " |" for row in words["rows"] * 4)
                lines.append(
                    f"| {' | '.join(words['heads'])} |\n|---|---|---|\n{rows}\n\n"
                    f": {words['table']} {{#{language}-table-documents}}\n"
                )
                lines.append(words["more"] + "\n")
            if index == 2:
                lines.append(
                    f":::: {{#{language}-figure-timeline}}\n\n"
                    + styled(
                        "Captioned Figure",
                        f'[{language}-figure-timeline]{{custom-style="Figure Placeholder"}}',
                    )
                    + "\n"
                    + styled("Image Caption", words["figure"])
                    + "\n::::\n"
                )
        lines.append("::::::\n")
        return "\n".join(lines).replace(
            "{.exhibit-number}", '{.exhibit-number custom-style="Caption Number"}'
        )

    def references(self, language: str, *, depth: int = 1) -> str:
        entries = (
            (
                "a",
                "uz-Latn-UZ",
                "Ramatov M. Q. Oʻzbekiston – Qozogʻiston munosabatlari. 2026. B. 7.",
            ),
            ("b", "ru-RU", "Сборник договоров о границе. Ташкент, 2004. 312 с."),
        )
        # Links back lead to a citation of the work: odd ones cite the first, even ones the second.
        inner = "\n".join(
            f"::: {{#ref-{key} .csl-entry lang={tag}}}\n"
            f"[{number}.]{{.csl-left-margin}}[{text} "
            f'[[↑{number}]{{custom-style="Backlink"}}](#cite-{number})]{{.csl-right-inline}}\n:::\n'
            for number, (key, tag, text) in enumerate(entries, 1)
        )
        title = f"{'#' * depth} {WORDS[language]['refs']} {{#references lang={TAGS[language]}}}\n"
        return f"{title}\n:::: {{#refs .references .csl-bib-body}}\n{inner}::::\n"


def markdown(edition: str, paragraphs: int = 4) -> str:
    article = Article()
    if edition == "trilingual":
        parts = [article.front(language) for language in WORDS]
        parts.append(styled("TOC Heading", "Mundarija · Содержание · Contents"))
        for language, words in WORDS.items():
            parts.append(styled("Page Break", "·"))
            parts.append(f"# {words['title']} {{#{language} lang={TAGS[language]}}}\n")
            parts.append(article.text(language, depth=2, paragraphs=paragraphs))
        return "\n".join([*parts, article.references("en")])
    return "\n".join(
        [
            article.front(edition),
            styled("TOC Heading", WORDS[edition]["contents"]),
            article.text(edition, paragraphs=paragraphs),
            article.references(edition),
        ]
    )


def drawing(language: str) -> bytes:
    words = WORDS[language]
    ticks = "".join(
        f'<circle cx="{70 + 125 * n}" cy="90" r="5" fill="#1f3864"/>'
        f'<text x="{70 + 125 * n}" y="70" text-anchor="middle" font-size="15">{year}</text>'
        for n, year in enumerate((1992, 1998, 2013, 2017, 2021))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="170" viewBox="0 0 640 170" '
        "font-family=\"'Source Serif 4', 'Times New Roman', serif\">"
        f'<line x1="40" y1="90" x2="600" y2="90" stroke="#1f3864" stroke-width="2"/>{ticks}'
        f'<text x="70" y="125" font-size="13">{words["rows"][0][1]}</text>'
        f'<text x="70" y="148" font-size="13" font-style="italic">ʻoʻ gʻ ʼ Ҳ Қ Ғ Ў</text></svg>'
    ).encode()


@cache
def figure(language: str) -> Figure:
    svg = drawing(language)
    return Figure(svg=svg, png=rasterise(svg, FONTS), alt=WORDS[language]["alt"])


@cache
def settings(edition: str) -> DocxSettings:
    language = "uz" if edition == "trilingual" else edition
    words = WORDS[language]
    languages = tuple(WORDS) if edition == "trilingual" else (edition,)
    return DocxSettings(
        language=TAGS[language],
        title=words["title"],
        authors=("A. Namunaviy", "B. Образцов"),
        keywords=("diplomatiya", "граница"),
        date=datetime.date(2026, 11, 20),
        header=words["header"],
        footer=words["footer"],
        figures={f"{each}-figure-timeline": figure(each) for each in languages},
    )


@cache
def written(edition: str, paragraphs: int = 4) -> bytes:
    """Return what pandoc writes, before it is finished."""
    with TemporaryDirectory() as folder:
        reference = Path(folder) / "reference.docx"
        reference.write_bytes(make_reference(settings(edition)))
        target = Path(folder) / "review.docx"
        subprocess.run(
            [
                pypandoc.get_pandoc_path(),
                "--from=markdown-smart-auto_identifiers",
                "--to=docx",
                f"--reference-doc={reference}",
                f"--output={target}",
            ],
            input=markdown(edition, paragraphs).encode(),
            check=True,
        )
        return target.read_bytes()


@cache
def finished(edition: str) -> bytes:
    return finish(written(edition), settings(edition))
