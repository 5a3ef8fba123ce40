"""Redlines: with all changes rejected the old text, with all accepted the new one, to the letter.

What is accepted and rejected here is so by code of its own, and once by LibreOffice.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from changes.makers import paragraph, said, table, work
from uchtil.changes.documents import print_redline, redline_page, write_documents
from uchtil.changes.redline import redline, texts_of, texts_said
from uchtil.changes.said import Line, Mark, Said
from uchtil.problems import ProblemsFound

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

OLD = said(
    Line(kind="heading", level=1, text="Opening"),
    paragraph("The treaty was signed on 31 October 1998 [1]."),
    paragraph("A paragraph that will go: nobody needs it any more."),
    Line(
        kind="item",
        label="•",
        text="an item of a list",
        marks=(Mark(start=0, end=2, kind="emphasis"),),
    ),
    Line(kind="table caption", text="Table 1. Trade"),
    table(
        ("Year", "Trade", "Source"), ("1992", "1", "[1]"), ("1993", "", "[2]"), ("1994", "3", "[1]")
    ),
    paragraph("Moved to the end: this one stood in the middle."),
    paragraph("Line\nbreak, and <signs> & “quotes” of «all» kinds; H₂O."),
    works=(work("a", 1), work("b", 2)),
    title="A review of old days",
)
NEW = said(
    Line(kind="heading", level=1, text="The opening"),
    paragraph("A wholly new beginning stands before everything else."),
    paragraph("The treaty was signed on 30 October 1998 [2], and ratified."),
    Line(
        kind="item",
        label="•",
        text="the item of a longer list",
        marks=(Mark(start=0, end=3, kind="strong"),),
    ),
    Line(kind="table caption", text="Table 1. Trade"),
    table(
        ("Year", "Volume", "Source"),
        ("1991", "0", "[3]"),
        ("1992", "1", "[2]"),
        ("1994", "", "[2]"),
    ),
    table(("Only",), ("this",), heads=0),
    paragraph("Line\nbreak, and <signs> & ‘quotes’ of «all» kinds; CO₂."),
    paragraph("Moved to the end: this one stood in the middle."),
    Line(kind="note", label="1", text="a note"),
    works=(work("c", 1), work("a", 2), work("b", 3)),
    version="1.1",
    title="A review of new days",
)


def resolved(document: bytes, *, accept: bool) -> list[str]:
    """Accept or reject all changes of a document, and return the texts of its paragraphs."""
    root = etree.fromstring(document)
    keep, drop = ("ins", "del") if accept else ("del", "ins")
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{drop}") is not None:
            row.getparent().remove(row)
    for each in list(root.iter(f"{W}{drop}")):
        if each.getparent().tag not in (f"{W}rPr", f"{W}trPr"):
            each.getparent().remove(each)
    texts = []
    before = ""
    for each in root.iter(f"{W}p"):
        if (
            each.getprevious() is not None
            and each.getprevious().tag == f"{W}tbl"
            and not list(each.iter(f"{W}r"))
        ):
            continue  # it parts two tables, and is no paragraph of the text
        text = before
        for node in each.iter(f"{W}t", f"{W}delText", f"{W}br"):
            text += "\n" if node.tag == f"{W}br" else node.text or ""
        if each.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None:
            before = text
            continue
        before = ""
        texts.append(text)
    assert keep and not before
    return texts


def document_of(old: Said, new: Said, folder: Path, templates: Path) -> Path:
    """Make the DOCX of a redline."""
    scratch = folder / "scratch"
    scratch.mkdir()
    write_documents([redline(old, new, "en")], folder, scratch, templates / "pandoc")
    return folder / "redline-en.docx"


def xml_of(path: Path) -> bytes:
    """Return the main part of a document."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml")


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, OLD)])
def test_to_the_letter(old: Said, new: Said, tmp_path: Path, templates: Path) -> None:
    xml = xml_of(document_of(old, new, tmp_path, templates))
    assert resolved(xml, accept=False) == texts_said(old, "en")
    assert resolved(xml, accept=True) == texts_said(new, "en")


def test_every_change_has_an_author_a_date_and_a_number_of_its_own(
    tmp_path: Path, templates: Path
) -> None:
    root = etree.fromstring(xml_of(document_of(OLD, NEW, tmp_path, templates)))
    changes = [*root.iter(f"{W}ins"), *root.iter(f"{W}del")]
    assert len(changes) > 30
    assert {each.get(f"{W}author") for each in changes} == {"1.0 → 1.1"}
    assert {str(each.get(f"{W}date"))[:10] for each in changes} == {"2026-11-20"}
    assert len({each.get(f"{W}id") for each in changes}) == len(changes)
    assert not list(root.iterfind(f".//{W}del//{W}t"))


def test_the_open_xml_sdk_finds_nothing_wrong(
    tmp_path: Path, templates: Path, open_xml_errors: Callable[[Path], list[str]]
) -> None:
    assert open_xml_errors(document_of(OLD, NEW, tmp_path, templates)) == []


def test_texts_at_random() -> None:
    """Both sides are left of any two texts: hundreds of them, made by chance, always the same."""
    chance = random.Random(6)
    words = ["one", "two", "three", "[1]", "[2]", "«four»,", "12.5\xa0km", "1998-yil", "oʻn"]

    def some() -> Said:
        lines: list[Line] = []
        for _ in range(chance.randint(0, 7)):
            text = " ".join(chance.choices(words, k=chance.randint(0, 9)))
            kind = chance.choice(["paragraph", "paragraph", "item", "table"])
            if kind == "table":
                width = chance.randint(1, 3)
                rows = [tuple(chance.choices(words, k=width)) for _ in range(chance.randint(1, 5))]
                lines.append(table(*rows, heads=chance.randint(0, 1)))
            else:
                lines.append(Line(kind=kind, text=text, label=chance.choice(["", "•"])))
        return said(*lines, title=chance.choice(words))

    for _ in range(300):
        old, new = some(), some()
        lines = redline(old, new, "en").lines
        assert texts_of(lines, new=False) == texts_said(old, "en")
        assert texts_of(lines, new=True) == texts_said(new, "en")


def test_a_document_that_differs_is_told(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uchtil.changes.documents.texts_in", lambda *_, **__: ["other words"])
    with pytest.raises(ProblemsFound) as found:
        document_of(OLD, NEW, tmp_path, templates)
    assert str(found.value.problems[0]).partition("\n")[0] == (
        "output/changes/redline-en.docx: error[redline-differs]: with all changes accepted it is "
        "not 1.1: “other words” stands for “A review of new days”"
    )
    assert not (tmp_path / "redline-en.docx").exists()


def test_the_page_and_its_print(tmp_path: Path, templates: Path) -> None:
    red = redline(OLD, NEW, "en")
    page = redline_page(templates, red)
    assert "<del>31</del><ins>30</ins> October" in page
    assert "&lt;signs&gt; &amp;" in page
    assert "<ins><em>" not in page
    assert "<del><em>an</em></del><ins><strong>the</strong></ins> item" in page
    assert page == redline_page(templates, red)
    print_redline(templates, red, tmp_path / "one.pdf")
    print_redline(templates, red, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


ODF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ODF_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def left_by_libreoffice(flat: bytes, *, accept: bool) -> list[str]:
    """Return the lines with words that are left, as LibreOffice has understood the changes.

    It writes where each change begins and ends, ends of paragraphs included.
    """
    root = etree.fromstring(flat)
    gone = {
        region.get(f"{ODF_TEXT}id")
        for region in root.iter(f"{ODF_TEXT}changed-region")
        if etree.QName(region[0]).localname == ("deletion" if accept else "insertion")
    }
    inside: set[str] = set()
    letters: list[str] = []

    def say(text: str | None) -> None:
        if text and not inside:
            letters.append(text)

    def walk(node: etree._Element) -> None:
        for child in node:
            name = etree.QName(child).localname
            change = child.get(f"{ODF_TEXT}change-id")
            if name == "change-start" and change in gone:
                inside.add(change)
            elif name == "change-end":
                inside.discard(change)
            elif name not in ("tracked-changes", "sequence-decls"):
                words = name in ("p", "h", "span")
                say(child.text if words else "\n" * (name == "line-break"))
                walk(child)
                say("\n" * (name in ("p", "h")))
            say(child.tail if etree.QName(node).localname in ("p", "h", "span") else "")

    walk(root.find(f"{ODF_OFFICE}body/{ODF_OFFICE}text"))
    return [line for line in "".join(letters).splitlines() if line.strip()]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_reads_the_same_changes(tmp_path: Path, templates: Path) -> None:
    path = document_of(OLD, NEW, tmp_path, templates)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fodt", path],
        cwd=tmp_path,
        timeout=100,
        check=True,
        capture_output=True,
    )
    flat = path.with_suffix(".fodt").read_bytes()
    for state, accept in ((NEW, True), (OLD, False)):
        wanted = [line for text in texts_said(state, "en") for line in text.splitlines() if line]
        assert left_by_libreoffice(flat, accept=accept) == wanted
