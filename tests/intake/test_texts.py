"""Files of every kind, sound and not: what is read, and what is told to the letter."""

from __future__ import annotations

import io
import os
import socket
import zipfile
import zlib
from pathlib import Path

import docx
import pikepdf
import pytest
import weasyprint
from PIL import Image

from uchtil.intake import pdf
from uchtil.intake.archives import Bounds
from uchtil.intake.keeping import fingerprint
from uchtil.intake.texts import Limits, SourceText, read_source
from uchtil.problems import Problems

UZBEK = (
    "Oʻzbekiston va Qozogʻiston 1998-yil 31-oktabrda abadiy doʻstlik toʻgʻrisidagi shartnomani "
    "imzoladi. Savdo aylanmasi 2022-yilda 4,6 mlrd dollarga yetdi."
)
RUSSIAN = (
    "Узбекистан и Казахстан подписали договор о вечной дружбе 31 октября 1998 года. "
    "Товарооборот в 2022 году достиг 4,6 млрд долларов."
)


def read(path: Path, limits: Limits | None = None) -> tuple[SourceText | None, list[str]]:
    problems = Problems()
    text = read_source(path, problems, name=path.name, limits=limits)
    return text, [str(each) for each in problems]


def saved(tmp_path: Path, name: str, data: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def sound(tmp_path: Path, name: str, data: bytes | str) -> SourceText:
    text, told = read(saved(tmp_path, name, data))
    assert told == []
    assert text is not None
    return text


# ------------------------------------------------------------------ PDF


PAGES = f"""
<html lang=uz><title>Ichki nom</title><meta name=author content="Kotib">
<style>
  @page {{ size: A5; margin: 2cm; @top-center {{ content: "Jurnal, 2026-yil 1-son" }}
          @bottom-center {{ content: counter(page) }} }}
  p {{ text-align: justify; hyphens: manual; text-indent: 1em; margin: 0 }}
</style>
<h1>Hamkorlikning uch bosqichi</h1>
{
    "".join(
        f"<p>{number}-davr. Oʻzbe&shy;kiston va Qozo&shy;gʻis&shy;ton oʻrta&shy;sida "
        f"savdo-iqti&shy;sodiy ham&shy;kor&shy;lik mustah&shy;kam&shy;lan&shy;moqda hamda "
        f"rivoj&shy;lan&shy;moqda. Bu haqda bosh&shy;qa man&shy;ba&shy;lar ham yoza&shy;di.</p>"
        for number in range(1, 25)
    )
}
"""


@pytest.fixture(scope="module")
def printed() -> bytes:
    return weasyprint.HTML(string=PAGES).write_pdf()  # type: ignore[no-any-return]


def test_a_pdf_is_read_in_paragraphs(tmp_path: Path, printed: bytes) -> None:
    text, told = read(saved(tmp_path, "a.pdf", printed))
    assert text is not None
    pages = max(text.pages)
    assert pages > 1
    assert told == [
        f"a.pdf: notice[source-furniture]: left out at the edge of {pages} of {pages} pages: "
        "“Jurnal, 2026-yil 1-son”",
        f"a.pdf: notice[source-furniture]: left out at the edge of {pages} of {pages} pages: "
        "page numbers",
    ]
    wanted = [
        f"{number}-davr. Oʻzbekiston va Qozogʻiston oʻrtasida savdo-iqtisodiy hamkorlik "
        "mustahkamlanmoqda hamda rivojlanmoqda. Bu haqda boshqa manbalar ham yozadi."
        for number in range(1, 25)
    ]
    assert (
        text.paragraphs
        == (
            f"Hamkorlikning uch bosqichi\n\n{wanted[0]}",  # as evidence counts: a heading goes on
            *wanted[1:],
        )
    )
    assert text.pages == tuple(sorted(text.pages))
    assert (text.format, text.encoding, text.language) == ("PDF", "", "uz-Latn-UZ")
    assert text.title_guess == "Hamkorlikning uch bosqichi"
    assert text.metadata == {"title": "Ichki nom", "author": "Kotib"}


def test_a_pdf_of_pictures(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("RGB", (60, 60)).save(made, "PDF")
    assert read(saved(tmp_path, "a.pdf", made.getvalue())) == (
        None,
        [
            "a.pdf: error[source-scanned]: the file holds pictures of pages, and no text\n"
            "    recognise the letters (OCR), look them through, and add that text"
        ],
    )


def test_a_pdf_with_one_page_of_pictures(tmp_path: Path, printed: bytes) -> None:
    made, scan = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (60, 60)).save(scan, "PDF")
    with pikepdf.open(io.BytesIO(printed)) as whole, pikepdf.open(scan) as other:
        del whole.pages[1:]
        whole.pages.append(other.pages[0])
        whole.save(made)
    text, told = read(saved(tmp_path, "a.pdf", made.getvalue()))
    assert text is not None
    assert told[0] == (
        "a.pdf: warning[source-page-scanned]: page 2 is without text, but with a picture\n"
        "    read what the picture shows; nothing of it is in the text"
    )


def test_a_pdf_whose_letters_stand_for_nothing(tmp_path: Path, printed: bytes) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed)) as whole:
        for each in whole.objects:
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
                del each["/ToUnicode"]
        whole.save(made)
    text, (told,) = read(saved(tmp_path, "a.pdf", made.getvalue()))
    assert text is None
    share = told.partition("%")[0].rpartition(" ")[2]
    assert told == (
        f"a.pdf: error[source-glyphs]: {share}% of the letters of the file stand for no character\n"
        "    its fonts do not say what they draw: recognise the letters (OCR), and add that text"
    )


def test_an_encrypted_pdf(tmp_path: Path, printed: bytes) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed)) as whole:
        whole.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert read(saved(tmp_path, "a.pdf", made.getvalue()))[1] == [
        "a.pdf: error[source-encrypted]: the file opens with a password only\n"
        "    save it without the password, if you may"
    ]


def test_half_a_pdf(tmp_path: Path, printed: bytes) -> None:
    assert read(saved(tmp_path, "a.pdf", printed[:400]))[1] == [
        "a.pdf: error[source-broken]: the file cannot be read: Failed to load document "
        "(PDFium: Data format error)\n"
        "    get it once more"
    ]


def test_a_pdf_that_unpacks_without_end(tmp_path: Path) -> None:
    pack = zlib.compressobj(1)
    strokes = b"".join(pack.compress(b"0 0 m 1 1 l S\n" * 100_000) for _ in range(30))
    made = io.BytesIO()
    with pikepdf.new() as whole:
        page = whole.add_blank_page()
        stream = whole.make_stream(b"")
        stream.write(strokes + pack.flush(), filter=pikepdf.Name.FlateDecode)
        page.Contents = stream
        whole.save(made, compress_streams=False)
    path = saved(tmp_path, "a.pdf", made.getvalue())
    assert read(path, Limits(pdf=pdf.Limits(megabytes=150)))[1] == [
        "a.pdf: error[source-unpacks]: the file unpacks without end: reading it takes more than "
        "150 MB of memory\n"
        "    take the text from elsewhere; the file may be meant to harm"
    ]


def test_a_pdf_of_too_many_pages(tmp_path: Path, printed: bytes) -> None:
    path = saved(tmp_path, "a.pdf", printed)
    (told,) = read(path, Limits(pdf=pdf.Limits(pages=1)))[1]
    assert "unpacks without end: it has more than 1 pages\n" in told


# ------------------------------------------------------------------ DOCX


def packed(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def test_a_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Sarlavha", 0)
    document.add_paragraph(UZBEK)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2022-yil", "4,6 mlrd dollar"
    document.core_properties.author = "Kotib"
    document.core_properties.title = ""
    made = io.BytesIO()
    document.save(made)
    text = sound(tmp_path, "a.docx", made.getvalue())
    assert text.text == f"Sarlavha\n\n{UZBEK}\n\n2022-yil | 4,6 mlrd dollar\n"
    assert (text.format, text.language, text.title_guess) == ("DOCX", "uz-Latn-UZ", "Sarlavha")
    assert text.metadata["author"] == "Kotib"
    assert text.pages == ()


def test_a_docx_that_unpacks_without_end(tmp_path: Path) -> None:
    bomb = packed({"_rels/.rels": RELATIONSHIPS, "word/document.xml": b" " * 3_000_000})
    path = saved(tmp_path, "a.docx", bomb)
    tell = "a.docx: error[source-unpacks]: the file unpacks without end: "
    hint = "\n    take the text from elsewhere; the file may be meant to harm"
    assert read(path, Limits(archive=Bounds(size=1024**2)))[1] == [
        f"{tell}it unpacks to more than 1 MB{hint}"
    ]
    assert read(path, Limits(archive=Bounds(small=1024**2)))[1] == [
        f"{tell}`word/document.xml` unpacks to more than 200 times its size{hint}"
    ]
    assert read(path, Limits(archive=Bounds(parts=1)))[1] == [f"{tell}it has 2 parts{hint}"]


def test_a_docx_with_entities(tmp_path: Path) -> None:
    lol = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
    path = saved(
        tmp_path, "a.docx", packed({"_rels/.rels": RELATIONSHIPS, "word/document.xml": lol})
    )
    assert read(path)[1] == [
        "a.docx: error[source-entities]: the file brings XML entities of its own along, which can "
        "unpack without end\n"
        "    save it anew with the program that made it"
    ]


def test_half_a_docx(tmp_path: Path) -> None:
    whole = packed({"_rels/.rels": RELATIONSHIPS, "word/document.xml": "<d/>"})
    assert read(saved(tmp_path, "a.docx", whole[:-30]))[1] == [
        "a.docx: error[source-broken]: the file cannot be read: File is not a zip file\n"
        "    get it once more"
    ]
    assert read(saved(tmp_path, "b.docx", whole))[1] == [
        "b.docx: error[source-broken]: the file cannot be read: it has no body\n"
        "    get it once more"
    ]


def test_an_encrypted_office_file(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0" + bytes(6000) + "EncryptedPackage".encode("utf-16-le")
    (told,) = read(saved(tmp_path, "a.docx", data))[1]
    assert told.startswith("a.docx: error[source-encrypted]: the file opens with a password only")


# ------------------------------------------------------------------ pages, Markdown, plain text


def test_a_page(tmp_path: Path) -> None:
    page = f"""<!DOCTYPE html><html lang="ru"><title>Договор — Сайт</title>
    <meta name="author" content="Редакция"><script>var x = "Узбекистан";</script>
    <body><nav><a href="/">Главная</a></nav>
    <article><h1>Договор</h1><p>{RUSSIAN}</p></article><footer>© 2026</footer></body>"""
    text = sound(tmp_path, "a.html", page)
    assert text.text == f"Договор\n\n{RUSSIAN}\n"
    assert text.metadata == {"title": "Договор — Сайт", "author": "Редакция", "lang": "ru"}
    assert (text.format, text.language, text.title_guess) == ("HTML", "ru-RU", "Договор")


def test_a_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = f"<html><meta charset=windows-1251><p>{RUSSIAN}</p></html>".encode("cp1251")
    text, told = read(saved(tmp_path, "a.html", page))
    assert text is not None
    assert (text.text, text.encoding) == (f"{RUSSIAN}\n", "Windows-1251")
    assert told == [
        "a.html: notice[source-recoded]: the text was read as Windows-1251, and is kept as UTF-8\n"
        "    look at a few words; if they are wrong, save the file again as UTF-8"
    ]


def test_a_page_too_large(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.html", f"<p>{RUSSIAN}</p>" * 10)
    assert read(path, Limits(text=1000))[1] == [
        "a.html: error[source-too-large]: the file has 0.0 MB, and the most that is read is "
        "0.0 MB\n"
        "    take out the part that is the source, or leave out its pictures"
    ]
    with path.open("r+b") as file:
        file.truncate(100_000_000)  # no bytes are written
    (told,) = read(path)[1]
    assert "the file has 100 MB, and the most that is read is 21 MB\n" in told


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = sound(
        tmp_path,
        "a.md",
        f"---\ntitle: Shartnoma\nauthor: Kotib\n---\n\n## Kirish\n\n**{UZBEK}**\n\n- bir\n- [ikki](http://x.uz)\n",
    )
    assert text.text == f"Shartnoma\n\nKotib\n\nKirish\n\n{UZBEK}\n\nbir\n\nikki\n"
    assert (text.format, text.title_guess) == ("Markdown", "Shartnoma")
    assert text.metadata["author"] == "Kotib"


def test_plain_text_stays_as_it_is(tmp_path: Path) -> None:
    text = sound(tmp_path, "a.txt", f"\ufeffShartnoma\r\n\r\n{UZBEK}\r\n\fIkkinchi bet *bu*.")
    assert text.text == f"Shartnoma\n\n{UZBEK}\n\nIkkinchi bet *bu*.\n"
    assert text.pages == (1, 2)
    assert (text.format, text.encoding, text.title_guess) == ("plain text", "UTF-8", "Shartnoma")


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("cp866", "CP866"), ("utf-16", "UTF-16")],
)
def test_plain_text_in_other_encodings(tmp_path: Path, codec: str, name: str) -> None:
    text, told = read(saved(tmp_path, "a.txt", RUSSIAN.encode(codec)))
    assert text is not None
    assert (text.text, text.encoding) == (f"{RUSSIAN}\n", name)
    assert [each.partition(": ")[2][:22] for each in told] == (
        [] if name == "UTF-16" else ["notice[source-recoded]"]
    )


def test_an_encoding_that_cannot_be_told(tmp_path: Path) -> None:
    data = b"Birinchi qator.\nTo" + bytes(range(128, 256))
    assert read(saved(tmp_path, "a.txt", data))[1] == [
        "a.txt:2:3: error[source-encoding]: it is not UTF-8, and it cannot be told which other "
        "encoding it is in: byte 80 at place 19\n"
        "    save it again as UTF-8"
    ]


def test_a_text_typed_in_a_font_of_its_own(tmp_path: Path) -> None:
    text = "Ўзбекистон ва Ќозоѓистон њамкорлиги ривожланмоќда. Иќтисодий алоќалар ва бошќалар учун."
    assert read(saved(tmp_path, "a.txt", text))[1][1:] == [
        "a.txt: warning[source-font]: the text has letters that its language lacks (Ќ, ѓ, њ, ќ): "
        "it was typed in a font that draws others in their place\n"
        "    replace them in the file by the letters that are meant (often Қ, Ғ, Ҳ, Ў)"
    ]


def test_a_language_that_is_not_known(tmp_path: Path) -> None:
    tajik = "Ӯзбекистон ва Қазоқистон дар соли 1998 шартномаи дӯстии абадиро имзо карданд."
    text, told = read(saved(tmp_path, "a.txt", tajik))
    assert text is not None
    assert (text.language, text.confidence) == ("und", 0.0)
    assert told == [
        "a.txt: warning[source-language]: the language of the text is none that is known here; "
        "it looks like Tajik\n"
        "    the text is kept, but nothing is found in it"
    ]


def test_the_content_decides_and_not_the_ending(tmp_path: Path, printed: bytes) -> None:
    text, told = read(saved(tmp_path, "a.docx", printed))
    assert text is not None
    assert text.format == "PDF"
    assert (
        "a.docx: warning[source-ending]: the file is called .docx, and is PDF: it was read as "
        "that\n    see whether it is the file that you mean"
    ) in told
    text, told = read(saved(tmp_path, "a.pdf", f"<html><body><p>{UZBEK}</p></body></html>"))
    assert text is not None
    assert text.text == f"{UZBEK}\n"
    assert [each.partition("]")[0] for each in told] == ["a.pdf: warning[source-ending"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1 Shartnoma}", "an RTF file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a file of Word before 2007"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a packed file (gzip)"),
        (b"<?xml version='1.0'?><facts/>", "an XML file, and no page"),
        (packed({"xl/workbook.xml": ""}), "a table of Excel"),
        (packed({"content.xml": ""}), "a file of OpenDocument"),
        (packed({"a.txt": "a"}), "a packed file (ZIP)"),
    ],
)
def test_other_kinds(tmp_path: Path, data: bytes, what: str) -> None:
    text, (told,) = read(saved(tmp_path, "a.txt", data))
    assert text is None
    assert told.startswith(f"a.txt: error[source-format]: this is {what}: no text is taken from it")


# ------------------------------------------------------------------ what is no file


def test_no_file(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt")[1] == [
        "a.txt: error[source-missing]: there is no such file\n    look at its name"
    ]
    (tmp_path / "b").mkdir()
    assert read(tmp_path / "b")[1] == [
        "b: error[source-folder]: this is a folder\n    name the file in it that is the source"
    ]


def test_what_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    hint = "\n    save what it gives in a file"
    assert read(tmp_path / "pipe")[1] == [
        f"pipe: error[source-not-a-file]: this is a device or a pipe, and no file{hint}"
    ]
    assert read(Path("/dev/zero"))[1] == [
        f"zero: error[source-not-a-file]: this is a device or a pipe, and no file{hint}"
    ]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")
        assert read(Path("door"))[1] == [
            "door: error[source-unreadable]: the file cannot be read: no such device or address"
        ]


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf", b"<html><body></body></html>"])
def test_no_text(tmp_path: Path, data: bytes) -> None:
    assert read(saved(tmp_path, "a.txt", data))[1][-1] == (
        "a.txt: error[source-empty]: there is no text in the file\n    see whether it is whole"
    )


def test_a_fingerprint_is_that_of_the_kept_text() -> None:
    assert fingerprint("abc\n") == (
        "sha256:edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb"
    )
