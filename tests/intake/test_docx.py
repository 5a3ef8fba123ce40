"""DOCX: what of it is text."""

from __future__ import annotations

import io
import zipfile

import pytest

from uchtil.intake.archives import Bounds
from uchtil.intake.blocks import Refused
from uchtil.intake.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://x/officeDocument" Target="/word/document.xml"/>'
    "</Relationships>"
)


def package(body: str, **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
        archive.writestr("word/media/large.png", bytes(100))
    return made.getvalue()


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read_docx(package(body, **parts), Bounds()).blocks]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (run("bir ") + run("ikki"), "bir ikki"),
        (
            f"<w:ins>{run('yangi')}</w:ins><w:del><w:r><w:delText>eski</w:delText></w:r></w:del>",
            "yangi",
        ),
        (f"<w:moveFrom>{run('eski')}</w:moveFrom><w:moveTo>{run('yangi')}</w:moveTo>", "yangi"),
        (run("koʻrinadi") + run("yashirin", "<w:vanish/>"), "koʻrinadi"),
        (run("koʻrinadi", '<w:vanish w:val="0"/>'), "koʻrinadi"),
        (run("10") + run("6", '<w:vertAlign w:val="superscript"/>'), "10⁶"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("a"), "a"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>",
            "a b c-",
        ),
        ("<w:r><w:t>sav\u00addo</w:t><w:softHyphen/></w:r>", "savdo"),
        (f"<w:hyperlink>{run('havola')}</w:hyperlink>", "havola"),
        (f"<w:sdt><w:sdtContent>{run('maydon')}</w:sdtContent></w:sdt>", "maydon"),
    ],
)
def test_a_paragraph(inside: str, wanted: str) -> None:
    assert texts(f"<w:p>{inside}</w:p>") == [wanted]


def test_a_text_box_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent><w:p>{run('quti')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{run('matn')}<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(body) == ["matn", "quti"]


def test_tables_row_by_row() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    rows = "".join(
        f"<w:tr>{cell.format(run(a))}{cell.format(run(b))}</w:tr>"
        for a, b in (("Yil", "mlrd"), ("2022", "4,6"))
    )
    assert texts(f"<w:tbl>{rows}</w:tbl>") == ["Yil | mlrd", "2022 | 4,6"]


def test_notes_stand_at_the_end_in_the_order_they_are_called() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p>{run(text)}</w:p></w:footnote>'
        for number, text in ((7, "uza.uz"), (8, "hech kim"), (3, "kun.uz"))
    )
    called = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p>{run('a')}{called.format(3)}{run(' b')}{called.format(7)}</w:p>"
    assert texts(body, footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>") == [
        *("a[1] b[2]", "[1] kun.uz", "[2] uza.uz"),
    ]


def test_headings_by_the_names_of_their_styles() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="x"><w:name w:val="Title"/></w:style>'
        f'<w:style w:styleId="a1"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    style = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
    body = f"<w:p>{run('matn')}</w:p><w:p>{style.format('a1')}{run('bob')}</w:p>"
    reading = read_docx(package(body, styles=styles), Bounds())
    assert [(each.text, each.level) for each in reading.blocks] == [("matn", 0), ("bob", 3)]
    assert reading.title == "bob"


def test_the_strict_kind_has_other_names() -> None:
    strict = io.BytesIO()
    with zipfile.ZipFile(strict, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
            f"<w:p>{run('matn')}</w:p></w:body></w:document>",
        )
    assert [each.text for each in read_docx(strict.getvalue(), Bounds()).blocks] == ["matn"]


def test_a_locked_part() -> None:
    data = bytearray(package(f"<w:p>{run('a')}</w:p>"))
    for beginning, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(beginning)
        while place >= 0:
            data[place + flag] |= 1
            place = data.find(beginning, place + 1)
    with pytest.raises(Refused) as caught:
        read_docx(bytes(data), Bounds())
    assert caught.value.code == "source-encrypted"
