"""The small rooms: widths of columns, letters, pages, captions, pictures."""

from __future__ import annotations

import struct

import pytest
from docx_sample import FONTS, drawing

from uchtil.formats.docx import rasterise
from uchtil.formats.docx.captions import number_captions
from uchtil.formats.docx.figures import Size, svg_size
from uchtil.formats.docx.languages import join_runs, set_languages
from uchtil.formats.docx.metrics import text_width
from uchtil.formats.docx.pages import bookmark_pages
from uchtil.formats.docx.settings import Layout
from uchtil.formats.docx.styles import styles_part
from uchtil.formats.docx.tables import column_widths
from uchtil.formats.docx.wordml import W, parse, shown_text, w


def body(inner: str):
    return parse(f'<w:body xmlns:w="{W}">{inner}</w:body>'.encode())


def paragraph(text: str, style: str = "BodyText", mark: str = "") -> str:
    bookmark = f'<w:bookmarkStart w:id="1" w:name="{mark}"/>' if mark else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{bookmark}<w:r><w:t>{text}</w:t></w:r>'
        "</w:p>"
    )


PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" '
    'w:bottom="1417" w:left="1417"/></w:sectPr>'
)


class TestColumnWidths:
    def test_short_cells_share_what_is_left_by_their_length(self):
        widths = column_widths([[(1, "Year"), (1, "Value in dollars")]], 9000, 200)
        assert sum(widths) == 9000
        assert 2 * widths[0] < widths[1]

    def test_long_texts_give_way_to_dates_and_long_words(self):
        date, word = "14 июня 2013 г.", "Дипломатическая"
        widths = column_widths([[(1, word), (1, "слово " * 80), (1, date)]], 9000, 200)
        assert sum(widths) == 9000
        assert widths[0] >= text_width(word, 200, bold=True) + 170
        assert widths[2] >= text_width(date, 200, bold=True) + 170
        assert widths[1] > widths[0] + widths[2]

    def test_two_long_columns_share_the_rest(self):
        first, second, year = column_widths(
            [[(1, "word " * 40), (1, "word " * 160), (1, "2017")]], 9000, 200
        )
        assert year < 700
        assert second == pytest.approx(2 * first, rel=0.15)

    def test_words_that_are_too_wide_together_are_lessened_alike(self):
        rows = [[(1, "x" * 60)] * 4]
        assert column_widths(rows, 9000, 200) == [2250] * 4

    def test_larger_type_needs_wider_columns(self):
        rows = [[(1, "2017"), (1, "word " * 80)]]
        assert column_widths(rows, 9000, 240)[0] > column_widths(rows, 9000, 200)[0]

    def test_a_cell_over_two_columns_counts_for_neither(self):
        rows = [[(2, "a heading over both columns, quite long")], [(1, "a"), (1, "a")]]
        assert column_widths(rows, 8000, 200) == [4000, 4000]


class TestPages:
    STYLES = styles_part(Layout(), "en-GB")

    def pages(self, inner: str) -> dict[str, int]:
        return bookmark_pages(body(inner + PAGE), self.STYLES, None)

    def test_a_page_holds_forty_four_lines_of_text(self):
        # 700.2 pt between the margins, 12 pt × 1.149 × 1.15 = 15.86 pt a line.
        lines = paragraph("line") * 43
        assert self.pages(lines + paragraph("last", mark="m")) == {"m": 1}
        assert self.pages(lines + paragraph("x") + paragraph("first", mark="m")) == {"m": 2}

    def test_a_heading_goes_with_the_text_below_it(self):
        lines = paragraph("line") * 41
        alone = lines + paragraph("Heading", "Heading1", "m")
        assert self.pages(alone) == {"m": 1}
        assert self.pages(alone + paragraph("text " * 60)) == {"m": 2}

    def test_a_forced_break(self):
        forced = paragraph("new", mark="m").replace(
            '"BodyText"/>', '"BodyText"/><w:pageBreakBefore/>'
        )
        assert self.pages(paragraph("old") + forced) == {"m": 2}

    def test_long_paragraphs_are_counted_in_lines(self):
        # About 75 letters a line: 44 lines are reached by some 3,300 letters.
        text = "diplomatic " * 420
        assert self.pages(paragraph(text) + paragraph("m", mark="m")) == {"m": 2}


def test_letters_are_as_wide_as_in_times():
    # Times' own numbers: figures and most Latin letters half an em, capitals more.
    assert text_width("0", 1000) == 500
    assert text_width("é", 1000) == text_width("e", 1000) == pytest.approx(444, abs=1)
    assert text_width("й", 1000) == text_width("и", 1000)
    assert text_width("W", 1000) == pytest.approx(944, abs=1)
    assert text_width("а", 1000, bold=True) == 500
    assert text_width("oʻ", 1000) == pytest.approx(833, abs=1)


class TestCaptions:
    def codes(self, *numbers: str) -> list[str]:
        inner = "".join(
            '<w:p><w:pPr><w:pStyle w:val="TableCaption"/></w:pPr><w:r><w:rPr><w:rStyle '
            f'w:val="CaptionNumber"/></w:rPr><w:t>{number}</w:t></w:r></w:p>'
            for number in numbers
        )
        made = body(inner)
        number_captions(made)
        assert [shown_text(each) for each in made] == list(numbers)
        return [code.text.strip() for code in made.iter(w("instrText"))]

    def test_each_word_counts_for_itself(self):
        assert self.codes("Table 1.", "1-jadval.", "Table 2.") == [
            "SEQ Table \\* ARABIC",
            "SEQ jadval \\* ARABIC",
            "SEQ Table \\* ARABIC",
        ]

    def test_a_number_that_counting_would_not_give_is_told(self):
        assert self.codes("Таблица 3.", "Таблица 4.") == [
            "SEQ Таблица \\* ARABIC \\r 3",
            "SEQ Таблица \\* ARABIC",
        ]

    def test_a_caption_without_a_number_is_left_alone(self):
        assert self.codes("Table.") == []


def test_runs_without_letters_take_the_language_before_them():
    made = body(
        '<w:p><w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:lang w:val="ru-RU"/></w:rPr><w:t>слово</w:t>'
        "</w:r><w:r><w:t> </w:t></w:r><w:r><w:t>soʻz</w:t></w:r></w:p>"
    )
    set_languages(made, "uz-Latn-UZ")
    assert [tag.get(w("val")) for tag in made.iter(w("lang"))] == [
        "ru-RU", "ru-RU", "ru-RU", "uz-Latn-UZ",
    ]  # fmt: skip
    join_runs(made)
    assert [shown_text(run) for run in made.iter(w("r"))] == ["1слово ", "soʻz"]


class TestDrawings:
    def test_size_by_width_and_height(self):
        assert svg_size(b'<svg width="2in" height="10mm"/>') == Size(width=1828800, height=360000)

    def test_size_by_view_box(self):
        assert svg_size(b'<svg viewBox="0 0 96 48"/>') == Size(width=914400, height=457200)

    def test_no_size_at_all(self):
        with pytest.raises(ValueError, match=r"^the drawing has neither a size nor a viewBox$"):
            svg_size(b"<svg/>")

    def test_too_large_a_drawing_is_lessened_in_proportion(self):
        assert Size(width=200, height=100).within(100, 80) == Size(width=100, height=50)
        assert Size(width=20, height=10).within(100, 80) == Size(width=20, height=10)

    def test_the_picture_is_the_same_each_time_and_has_letters(self):
        svg = drawing("uz")
        picture = rasterise(svg, FONTS)
        assert picture == rasterise(svg, FONTS)
        width, height = struct.unpack(">II", picture[16:24])
        assert (width, height) == (1000, 266)
        assert picture != rasterise(svg.replace("ʻoʻ gʻ ʼ Ҳ Қ Ғ Ў".encode(), b""), FONTS)
        assert picture != rasterise(svg, FONTS[:0])

    def test_a_broken_drawing(self):
        with pytest.raises(ValueError, match=r"^not well-formed XML: "):
            rasterise(b"<svg", FONTS)
