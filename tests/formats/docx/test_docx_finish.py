"""The finished document, read back from its bytes."""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace

import docx
import pytest
from docx_sample import TAGS, WORDS, figure, finished, settings, written
from lxml import etree

from uchtil.formats.docx import finish
from uchtil.formats.docx.wordml import ASVG, WP, A, r, shown_text, style_of, w
from uchtil.problems import ProblemsFound

EDITIONS = (*WORDS, "trilingual")


@pytest.fixture(params=EDITIONS)
def edition(request):
    return request.param


def archive(edition: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(finished(edition)))


def part(edition: str, name: str) -> etree._Element:
    return etree.fromstring(archive(edition).read(name))


def body(edition: str) -> etree._Element:
    return part(edition, "word/document.xml").find(w("body"))


def languages(edition: str) -> tuple[str, ...]:
    return tuple(WORDS) if edition == "trilingual" else (edition,)


def language_of(run: etree._Element) -> str:
    tags = run.findall(f"{w('rPr')}/{w('lang')}")
    assert len(tags) == 1, etree.tostring(run)
    return tags[0].get(w("val"))


def test_every_run_has_one_language(edition):
    for name in archive(edition).namelist():
        if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", name):
            runs = list(part(edition, name).iter(w("r")))
            assert runs, name
            assert {language_of(run) for run in runs} <= set(TAGS.values()), name


def test_words_carry_the_language_they_are_in(edition):
    for paragraph in body(edition).iter(w("p")):
        for language in languages(edition):
            if shown_text(paragraph).startswith(WORDS[language]["text"][:40]):
                tags = {language_of(run) for run in paragraph.iter(w("r"))}
                assert tags == {TAGS[language]}


def test_a_reference_keeps_its_own_language(edition):
    entries = [p for p in body(edition).iter(w("p")) if style_of(p) == "Bibliography"]
    found = [{language_of(run) for run in entry.iter(w("r"))} for entry in entries]
    assert found == [{"uz-Latn-UZ"}, {"ru-RU"}]
    assert all(len(list(entry.iter(w("tab")))) == 1 for entry in entries)
    assert all("\t" not in (text.text or "") for text in body(edition).iter(w("t")))


def test_styles_reach_the_front_matter_and_captions(edition):
    paragraphs = docx.Document(io.BytesIO(finished(edition))).paragraphs
    styles = [paragraph.style.name for paragraph in paragraphs]
    for name in (
        "UDC", "Title", "Author", "Affiliation", "Abstract Title", "Abstract", "Keywords",
        "Table Caption", "Image Caption", "Captioned Figure",
    ):  # fmt: skip
        assert styles.count(name) == len(languages(edition)), name
    assert styles.count("Bibliography") == 2
    assert "Page Break" not in styles


def test_contents_is_a_filled_field_of_links(edition):
    frame = body(edition).find(f"{w('sdt')}/{w('sdtContent')}")
    title, *entries = frame.findall(w("p"))
    assert style_of(title) == "TOCHeading"
    codes = [code.text.split()[0] for code in frame.iter(w("instrText"))]
    assert codes == ["TOC", *["PAGEREF"] * len(entries)]
    kinds = [mark.get(w("fldCharType")) for mark in frame.iter(w("fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(codes)
    assert kinds[-1] == "end"
    headings = [
        (int(style_of(p)[-1]), shown_text(p))
        for p in body(edition).findall(w("p"))
        if style_of(p) in ("Heading1", "Heading2", "Heading3")
    ]
    shown = [(int(style_of(e)[-1]), shown_text(e).split("\t")[0]) for e in entries]
    assert shown == headings
    assert len(headings) == (3 * 6 + 1 if edition == "trilingual" else 6)
    pages = [int(shown_text(entry).split("\t")[1]) for entry in entries]
    assert pages == sorted(pages)
    assert pages[0] >= 1 and pages[-1] > pages[0]
    links = [entry.find(w("hyperlink")).get(w("anchor")) for entry in entries]
    marks = {mark.get(w("name")): mark for mark in body(edition).iter(w("bookmarkStart"))}
    for link, (_, text) in zip(links, headings, strict=True):
        assert shown_text(marks[link].getparent()) == text


def test_nothing_makes_word_ask_before_opening(edition):
    everything = b"".join(archive(edition).read(name) for name in archive(edition).namelist())
    assert b"updateFields" not in everything
    assert b"w:dirty" not in everything
    assert b'w:name="compatibilityMode"' in archive(edition).read("word/settings.xml")


def test_captions_are_numbered_by_fields_that_show_what_was_given(edition):
    for language in languages(edition):
        for key, style in (("table", "TableCaption"), ("figure", "ImageCaption")):
            given = re.sub(r"\[(.+?)\]\{.+?\}", r"\1", WORDS[language][key])
            caption = next(
                p for p in body(edition).iter(w("p"))
                if style_of(p) == style and shown_text(p) == given
            )  # fmt: skip
            code = caption.find(f".//{w('instrText')}").text.split()
            label = re.findall(r"[^\W\d]+", given)[0]
            assert code == ["SEQ", label, "\\*", "ARABIC"]


def test_tables_fit_the_lines_and_repeat_their_heads(edition):
    tables = list(body(edition).iter(w("tbl")))
    assert len(tables) == len(languages(edition))
    for table in tables:
        columns = [int(each.get(w("w"))) for each in table.find(w("tblGrid"))]
        assert sum(columns) == 11906 - 2 * 1417
        assert min(columns) > 1500
        rows = table.findall(w("tr"))
        heads = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
        assert heads == [True] + [False] * 12
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        styles = [{style_of(p) for p in row.iter(w("p"))} for row in rows]
        assert styles == [{"TableHeading"}, *[{"TableText"}] * 12]


def test_figures_are_drawings_with_a_picture_and_words(edition):
    drawings = list(body(edition).iter(w("drawing")))
    assert len(drawings) == len(languages(edition))
    targets = {
        each.get("Id"): each.get("Target") for each in part(edition, "word/_rels/document.xml.rels")
    }
    for language, drawing in zip(languages(edition), drawings, strict=True):
        assert drawing.find(f".//{{{WP}}}docPr").get("descr") == WORDS[language]["alt"]
        png = targets[drawing.find(f".//{{{A}}}blip").get(r("embed"))]
        svg = targets[drawing.find(f".//{{{ASVG}}}svgBlip").get(r("embed"))]
        assert archive(edition).read(f"word/{png}") == figure(language).png
        assert archive(edition).read(f"word/{svg}") == figure(language).svg
        extent = drawing.find(f".//{{{WP}}}extent")
        assert int(extent.get("cx")) <= (11906 - 2 * 1417) * 635


def test_links_lead_to_the_reference_and_back(edition):
    roots = [body(edition), part(edition, "word/footnotes.xml")]
    names = [mark.get(w("name")) for root in roots for mark in root.iter(w("bookmarkStart"))]
    assert len(names) == len(set(names))
    links = [link.get(w("anchor")) for root in roots for link in root.iter(w("hyperlink"))]
    assert set(links) <= set(names)
    assert {"ref-a", "ref-b", "cite-1", "cite-2"} <= set(links)
    backlinks = [
        style.get(w("val"))
        for p in body(edition).iter(w("p")) if style_of(p) == "Bibliography"
        for style in p.iter(w("rStyle"))
    ]  # fmt: skip
    assert backlinks == ["Backlink", "Backlink"]


def test_properties_hold_the_article_and_nothing_of_its_making(edition):
    core = docx.Document(io.BytesIO(finished(edition))).core_properties
    first = settings(edition)
    assert (core.title, core.author, core.language) == (
        first.title, "A. Namunaviy; B. Образцов", first.language,
    )  # fmt: skip
    assert core.keywords == "diplomatiya, граница"
    assert core.created.isoformat() == "2026-11-20T00:00:00+00:00"
    names = archive(edition).namelist()
    for gone in ("docProps/custom.xml", "word/comments.xml", "word/theme/theme1.xml"):
        assert gone not in names
    app = archive(edition).read("docProps/app.xml").decode()
    assert re.findall(r"<(\w+)>", app) == ["Application"]
    assert b"pandoc" not in b"".join(archive(edition).read(name) for name in names).lower()


def test_without_authors_there_is_no_creator():
    anonymous = finish(written("uz"), replace(settings("uz"), authors=()))
    assert b"creator" not in zipfile.ZipFile(io.BytesIO(anonymous)).read("docProps/core.xml")


def test_only_times_and_no_style_of_pandocs_own(edition):
    styles = archive(edition).read("word/styles.xml").decode()
    assert set(re.findall(r'w:(?:ascii|hAnsi|cs|eastAsia)="([A-Z][a-z]+ [^"]+)"', styles)) == {
        "Times New Roman", "Courier New",
    }  # fmt: skip
    assert "KeywordTok" not in styles and "PageBreak" not in styles


def test_each_language_of_the_trilingual_edition_begins_a_page():
    breaks = [
        shown_text(p)
        for p in body("trilingual").iter(w("p"))
        if p.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None
    ]
    assert breaks == [words["title"] for words in WORDS.values()]


def test_same_input_gives_the_same_bytes(edition):
    assert finish(written(edition), settings(edition)) == finished(edition)
    for entry in archive(edition).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert archive(edition).namelist()[0] == "[Content_Types].xml"


def test_ten_thousand_words_take_little_time():
    document = written("en", 36)
    times = []
    for _ in range(3):
        start = time.process_time()
        finish(document, settings("en"))
        times.append(time.process_time() - start)
    assert min(times) < 0.15


def changed(edition: str, old: str, new: str) -> bytes:
    """Return pandoc's document with a text of its main part changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written(edition))) as given,
        zipfile.ZipFile(stream, "w") as target,
    ):
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(name, data)
    return stream.getvalue()


def problems(document: bytes, edition: str = "en", **changes: object) -> list[str]:
    with pytest.raises(ProblemsFound) as caught:
        finish(document, replace(settings(edition), **changes))
    return [str(problem) for problem in caught.value.problems]


def test_a_link_to_nowhere_is_a_problem():
    assert problems(changed("en", 'w:anchor="cite-2"', 'w:anchor="cite-99"')) == [
        "review.docx: error[docx-link]: a link leads to `cite-99`, which is nowhere in the document"
    ]


def test_a_name_given_twice_is_a_problem():
    assert problems(changed("en", 'w:name="cite-3"', 'w:name="cite-1"')) == [
        "review.docx: error[docx-link]: the name `cite-1` is given to two places"
    ]


def test_a_missing_figure_and_one_too_many_are_problems():
    assert problems(written("en"), figures={"other": figure("en")}) == [
        "review.docx: error[docx-figure]: a place is kept for figure `en-figure-timeline`, "
        "which is not given",
        "review.docx: error[docx-figure]: figure `other` is given, but no place is kept for it",
    ]


def test_a_figure_without_words_or_picture_is_a_problem():
    bare = replace(figure("en"), alt=" ", png=b"GIF89a")
    assert problems(written("en"), figures={"en-figure-timeline": bare}) == [
        "review.docx: error[docx-figure]: figure `en-figure-timeline`: its picture is not a PNG "
        "file",
        "review.docx: error[docx-figure]: figure `en-figure-timeline` has no text alternative",
    ]


def test_a_drawing_with_a_document_type_is_refused():
    svg = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg>&x;</svg>'
    told = problems(written("en"), figures={"en-figure-timeline": replace(figure("en"), svg=svg)})
    assert told[0] == (
        "review.docx: error[docx-figure]: figure `en-figure-timeline`: a document type is "
        "declared, which no file of this kind needs"
    )


def test_a_slip_in_a_style_name_is_a_problem():
    assert problems(changed("en", 'w:val="Keywords"', 'w:val="Keyword"')) == [
        "review.docx: error[docx-style]: the style `Keyword` is used, which the reference "
        "document does not have\n    did you mean `Keywords`?"
    ]


def test_what_is_no_document_is_a_problem():
    assert problems(b"not a zip") == [
        "review.docx: error[unreadable-docx]: pandoc's document: not a DOCX file: File is not a "
        "zip file"
    ]
