"""A real PDF, small, read back: tags, languages, links, fonts."""

import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
import sample_page as sample

from uchtil.formats.pages import print_page
from uchtil.formats.pdf import write_pdf
from uchtil.problems import Location, ProblemsFound

WHERE = Location(file="output/trilingual/review.pdf")
LETTERS = "ʻʼҚқҒғҲҳЎў"


def printed(code="trilingual", *, extra="", **kinds):
    edition = sample.edition(code, paragraphs=2, **kinds)
    first, *others = edition.parts
    first = replace(first, abstract_html=first.abstract_html + extra)
    return print_page(
        sample.TEMPLATES,
        replace(edition, parts=(first, *others)),
        references_html=sample.references("uz-" if code == "trilingual" else "", 2),
    )


def small(body="", style=""):
    return (
        f'<!DOCTYPE html><html lang="uz-Latn-UZ"><title>T</title><style>@font-face{{font-family:'
        f'"Source Serif 4";src:url("fonts/SourceSerif4-Regular.ttf")}}'
        f'html{{font-family:"Source Serif 4"}}{style}</style><body><p>x</p>{body}</body></html>'
    )


@pytest.fixture(scope="module")
def page():
    extra = (
        f"<p><strong>{LETTERS}</strong> <em>{LETTERS}</em> <strong><em>{LETTERS}</em></strong></p>"
    )
    return printed(extra=extra, notes=True)


@pytest.fixture(scope="module")
def made(page, tmp_path_factory):
    target = tmp_path_factory.mktemp("pdf") / "review.pdf"
    write_pdf(page, sample.TEMPLATES, target, WHERE)
    return target


@pytest.fixture(scope="module")
def text(made):
    pdf = pypdfium2.PdfDocument(made)
    return [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]


def elements(pdf):
    """Yield each structure element with the language that holds there."""

    def walk(element, language):
        language = str(element.get("/Lang", language))
        yield element, language
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid, language)

    yield from walk(pdf.Root.StructTreeRoot.K[0], str(pdf.Root.Lang))


def test_the_file_claims_pdf_ua_and_tells_title_and_language(made):
    with pikepdf.open(made) as pdf:
        metadata = pdf.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == sample.TITLE["uz"]
        assert str(pdf.Root.Lang) == "uz-Latn-UZ"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_each_part_and_reference_is_tagged_with_its_language(made):
    with pikepdf.open(made) as pdf:
        found = {
            (str(element.S), language) for element, language in elements(pdf) if "/Lang" in element
        }
        headings = [language for element, language in elements(pdf) if str(element.S) == "/H3"]
        pictures = [language for element, language in elements(pdf) if str(element.S) == "/Figure"]
    assert {("/Div", "ru-RU"), ("/Div", "en-GB"), ("/Sect", "ru-RU")} <= found
    assert {("/LI", tag) for tag in ("uz-Cyrl-UZ", "ru-RU", "kk-KZ", "en-GB")} <= found
    assert not any(tag == "uz-Latn-UZ" for _, tag in found), "the document's own is not repeated"
    assert headings == pictures == ["uz-Latn-UZ", "ru-RU", "en-GB"]


def test_each_link_is_one_annotation_described_in_words(made):
    with pikepdf.open(made) as pdf:
        tagged = {}
        for element, _ in elements(pdf):
            for kid in element.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                    tagged[kid.Obj.objgen] = str(element.S)
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        assert len(links) > 100
        assert {tagged.get(link.objgen) for link in links} == {"/Link"}
        words = {str(link.Contents) for link in links if "/A" in link}
    assert "https://doi.org/10.5281/zenodo.18430351" in words
    assert any(each.endswith("language=en#contents") for each in words)


def test_a_drawing_tells_title_and_description(made):
    with pikepdf.open(made) as pdf:
        told = [str(element.Alt) for element, _ in elements(pdf) if str(element.S) == "/Figure"]
    assert told[1] == "Товарооборот по годам. млрд долл. США: 1.5 – 4.2, 2016–2022."


def test_the_letters_stand_in_bold_and_italic_of_the_projects_own_font(made, text):
    assert text[0].count(LETTERS) + text[1].count(LETTERS) == 3
    with pikepdf.open(made) as pdf:
        fonts = {str(font.BaseFont)[8:] for font in pdf.pages[0].Resources.Font.values()}
    assert fonts == {
        "Source-Serif-4,",
        "Source-Serif-4-Italic",
        "Source-Serif-4-Semi-Bold",
        "Source-Serif-4-Semi-Bold-Italic",
    }


def test_pages_are_numbered_in_the_words_of_their_part(text):
    count = len(text)
    foot = [" ".join(page.split()) for page in text]
    starts = [
        next(n for n, page in enumerate(foot, 1) if page_of in page)
        for page_of in (f"-bet, jami {count}", f" из {count}", f"Page {count - 3} of {count}")
    ]
    assert starts == sorted(starts)
    assert f"1 / {count}" in foot[0]


def test_the_contents_tell_true_page_numbers(text):
    contents = next(page for page in text if "Содержание" in page)
    for heading in (sample.HEADINGS["ru"][2], sample.HEADINGS["en"][6]):
        number = int(re.search(rf"{heading}[ .]*(\d+)", contents)[1])
        assert heading in text[number - 1]


def test_bookmarks_follow_the_headings(made):
    with pikepdf.open(made) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        sections = [item.title for item in outline.root[1].children]
    assert titles == [sample.TITLE[code] for code in sample.CODES]
    assert sections == list(sample.HEADINGS["ru"])


def test_notes_stand_at_the_foot_of_their_page(text):
    noted = [page for page in text if re.search(r"^1\. ", page, re.MULTILINE)]
    assert noted


def test_no_address_is_hyphenated(text):
    joined = "".join("".join(text).split())
    assert "https://www.example.org/books/analysing_kazakhstans_foreign_policy?edition=1" in joined
    assert "\u200b" not in joined


def test_the_same_page_gives_the_same_bytes(page, made, tmp_path):
    again = tmp_path / "again.pdf"
    write_pdf(page, sample.TEMPLATES, again, WHERE)
    assert again.read_bytes() == made.read_bytes()


def test_a_missing_glyph_stops_the_pdf(tmp_path):
    target = tmp_path / "x.pdf"
    with pytest.raises(ProblemsFound) as found:
        write_pdf(small("<p>1998‑yil</p>"), sample.TEMPLATES, target, WHERE)
    assert str(found.value) == (
        "output/trilingual/review.pdf: error[missing-glyph]: no font of the page holds "
        "U+2011 NON-BREAKING HYPHEN, in “1998‑yil”\n"
        "    write it with another character, or add a font that holds it"
    )
    assert not target.exists()


def test_what_weasyprint_only_logs_is_an_error(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        write_pdf(small(style="p{colr:red}"), sample.TEMPLATES, tmp_path / "x.pdf", WHERE)
    assert [problem.message for problem in found.value.problems] == [
        "Ignored `colr:red` at 1:119, unknown property."
    ]


def test_a_font_of_the_machine_is_an_error(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        write_pdf(
            small(style="p{font-family:monospace}"), sample.TEMPLATES, tmp_path / "x.pdf", WHERE
        )
    assert {problem.code for problem in found.value.problems} == {"foreign-font"}


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://example.org/x.png"])
def test_nothing_is_read_from_outside_the_templates(tmp_path, address):
    with pytest.raises(ProblemsFound) as found:
        write_pdf(
            small(f'<img alt="x" src="{address}">'), sample.TEMPLATES, tmp_path / "x.pdf", WHERE
        )
    assert f"{address} is not part of the templates" in str(found.value)
