"""Measuring: what a finished document is like, read out of its parts."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest

from uchtil.formats.docx.reference import make_reference
from uchtil.formats.docx.settings import DocxSettings, Layout
from uchtil.journals.measure import count_words, measure
from uchtil.model.profiles import Region

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(tmp_path: Path, body: str, **layout: object) -> Path:
    """Write a document with the styles of a layout and a body of our own."""
    settings = DocxSettings(
        language="en-GB",
        title="A",
        date=datetime.date(2026, 11, 20),
        layout=Layout(**layout),  # type: ignore[arg-type]
    )
    reference = tmp_path / "reference.docx"
    reference.write_bytes(make_reference(settings))
    target = tmp_path / "document.docx"
    with zipfile.ZipFile(reference) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:p/>", body.encode())
                assert body.encode() in data
            new.writestr(name, data)
    return target


def paragraph(style: str, text: str, run: str = "", own: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>'
        f'<w:r><w:rPr>{run}<w:lang w:val="ru-RU"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
    )


def test_the_sheet_and_the_styles(tmp_path: Path) -> None:
    path = document(
        tmp_path,
        paragraph("Title", "Заглавие") + paragraph("BodyText", "Три слова — здесь."),
        size=14,
        line_spacing=1.5,
        first_line_indent=1.25,
        margin_left=3,
        margin_top=2,
        hyphens=True,
        otherwise={"Title": {"size": 16.0, "capitals": True, "align": "right"}},
    )
    found = measure(path)
    assert (found.sheet.width, found.sheet.height) == (21.0, 29.7)
    assert (found.sheet.left, found.sheet.top, found.sheet.right) == (3.0, 2.0, 2.5)
    assert found.hyphens
    text = found.setting("BodyText")
    assert text is not None
    assert (text.font, text.size, text.spacing, text.indent) == ("Times New Roman", 14, 1.5, 1.25)
    assert text.align == "both"
    title = found.setting("Title")
    assert title is not None
    assert (title.size, title.capitals, title.align, title.bold) == (16, True, "right", True)
    assert found.words(frozenset({Region.TEXT})) == 3
    assert found.words(frozenset(Region)) == 4
    assert found.characters(frozenset({Region.TEXT})) == len("Три слова — здесь.")
    assert {each.language for each in found.paragraphs} == {"ru-RU"}


def test_what_a_paragraph_says_itself_goes_before_its_style(tmp_path: Path) -> None:
    own = '<w:spacing w:line="480" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>'
    path = document(tmp_path, paragraph("BodyText", "a", '<w:rFonts w:ascii="Arial"/>', own))
    (found,) = measure(path).paragraphs
    assert (found.setting.spacing, found.setting.indent, found.setting.align) == (2, 0, "left")
    assert found.fonts == {"Arial"}


def test_a_table_is_no_text(tmp_path: Path) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('Compact', 'one two')}</w:tc></w:tr></w:tbl>"
    found = measure(document(tmp_path, paragraph("BodyText", "three") + cell))
    assert [each.region for each in found.paragraphs] == [Region.TEXT, Region.TABLES]


def test_what_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no archive")
    with pytest.raises(ValueError, match="not a DOCX file"):
        measure(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("—", 0), ("Oʻzbekiston va Qozogʻiston", 3), ("1992–2026 гг.", 2), ("a - b", 2)],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words
