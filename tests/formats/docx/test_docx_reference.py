"""The reference document: its page, its styles, its running lines."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.shared import Cm, Pt
from docx_sample import TAGS, WORDS, settings
from lxml import etree

from uchtil.formats.docx import Layout, make_reference
from uchtil.formats.docx.wordml import w


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


@pytest.fixture(params=list(WORDS))
def language(request):
    return request.param


def test_page_is_a4_with_even_margins():
    section = docx.Document(io.BytesIO(make_reference(settings("uz")))).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    margins = {section.left_margin, section.right_margin, section.top_margin, section.bottom_margin}
    assert {round(margin.cm, 2) for margin in margins} == {2.5}
    assert section.different_first_page_header_footer is True


def test_margins_type_and_spacing_are_set_in_one_place():
    layout = Layout(size=14, line_spacing=1.5, margin_left=3, first_line_indent=1)
    reference = docx.Document(io.BytesIO(make_reference(replace(settings("ru"), layout=layout))))
    assert round(reference.sections[0].left_margin.cm, 2) == 3
    body = reference.styles["Body Text"].paragraph_format
    assert body.line_spacing == 1.5
    assert abs(body.first_line_indent - Cm(1)) < 1000
    default = part(make_reference(replace(settings("ru"), layout=layout)), "word/styles.xml").find(
        f"{w('docDefaults')}//{w('sz')}"
    )
    assert default.get(w("val")) == "28"


def test_the_first_lines_stay_together_down_to_the_abstract():
    styles = docx.Document(io.BytesIO(make_reference(settings("en")))).styles
    for name in ("UDC", "Date", "Title", "Author", "Affiliation", "Abstract Title"):
        assert styles[name].paragraph_format.keep_with_next, name
    assert not styles["Abstract"].paragraph_format.keep_with_next


def test_every_style_pandoc_or_the_driver_names_is_there():
    styles = docx.Document(io.BytesIO(make_reference(settings("en")))).styles
    names = {style.name for style in styles}
    wanted = {
        "Title", "Author", "Affiliation", "UDC", "Abstract Title", "Abstract", "Keywords",
        "Heading 1", "Heading 2", "Heading 3", "Body Text", "First Paragraph", "Compact",
        "Caption", "Table Caption", "Image Caption", "Captioned Figure", "Bibliography",
        "Footnote Text", "Footnote Reference", "Hyperlink",
        "Block Text", "TOC Heading", "toc 1", "toc 2", "toc 3", "Header", "Footer", "Table",
        "Table Text", "Table Heading", "Table Note", "Caption Number", "Backlink",
    }  # fmt: skip
    assert wanted - names == set()
    assert styles["Bibliography"].paragraph_format.first_line_indent < 0
    assert styles["Title"].font.size == Pt(16)
    assert styles["Heading 1"].paragraph_format.keep_with_next is True


def test_no_theme_font_and_one_font_for_every_script():
    data = make_reference(settings("uz"))
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    assert "Theme" not in styles
    fonts = part(data, "word/styles.xml").find(f"{w('docDefaults')}//{w('rFonts')}")
    assert {fonts.get(w(kind)) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }
    assert set(re.findall(r'w:ascii="([^"]+)"', styles)) == {"Times New Roman", "Courier New"}


def test_running_lines_speak_the_language(language):
    data = make_reference(settings(language))
    footer, header = part(data, "word/footer1.xml"), part(data, "word/header1.xml")
    codes = [code.text.strip() for code in footer.iter(w("instrText"))]
    order = ["PAGE", "NUMPAGES"] if language != "uz" else ["NUMPAGES", "PAGE"]
    assert codes == order
    shown = "".join(text.text for text in footer.iter(w("t")))
    assert shown == WORDS[language]["footer"].format(page=1, pages=1)
    assert "".join(text.text for text in header.iter(w("t"))) == WORDS[language]["header"]
    for run in [*footer.iter(w("r")), *header.iter(w("r"))]:
        assert run.find(f"{w('rPr')}/{w('lang')}").get(w("val")) == TAGS[language]


def test_default_language_is_the_editions(language):
    default = part(make_reference(settings(language)), "word/styles.xml")
    assert default.find(f"{w('docDefaults')}//{w('lang')}").get(w("val")) == TAGS[language]


def test_same_settings_give_the_same_bytes(language):
    assert make_reference(settings(language)) == make_reference(settings(language))


def test_without_a_running_head_no_rule_is_drawn():
    header = part(make_reference(replace(settings("en"), header="")), "word/header1.xml")
    assert [style.get(w("val")) for style in header.iter(w("pStyle"))] == ["Normal"]
