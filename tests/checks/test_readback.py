"""Finished files read back: what is sound reads the same, and every defect is found."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from uchtil.checks.readback import (
    Cited,
    FileReading,
    compare_editions,
    compare_with_expected,
)
from uchtil.checks.readback.docx import read_docx
from uchtil.checks.readback.fallback import english_terms, fallback_terms
from uchtil.checks.readback.html import read_html
from uchtil.checks.readback.pdf import read_pdf
from uchtil.checks.readback.records import Fault, squeeze, without_repeats
from uchtil.problems import Problems

WORKS = ("akhmedov1980", "karimova2019", "petrov2008", "bulletin2002")
READERS: dict[str, Callable[[Path], FileReading]] = {
    "html": read_html,
    "pdf": read_pdf,
    "docx": lambda path: read_docx(path, WORKS),
}
FAULT = "    this is a fault of the build"


def finished(project: Path, name: str) -> FileReading:
    return READERS[name.rpartition(".")[2]](project / "output" / name)


def compared(reading: FileReading, expected: FileReading) -> list[str]:
    """Return what comparing tells, as the command line prints it."""
    problems = Problems()
    compare_with_expected("output/x", reading, expected, problems)
    return [str(problem) for problem in problems]


# ------------------------------------------------------------------ what is sound


@pytest.mark.parametrize("edition", ["uz", "ru", "en", "trilingual"])
def test_all_formats_of_an_edition_read_the_same(sound_built: Path, edition: str) -> None:
    html, pdf, docx = (finished(sound_built, f"{edition}/review.{name}") for name in READERS)
    assert html.references == pdf.references == docx.references
    assert [each.work for each in html.references] == list(WORKS)
    assert [each.label for each in html.references] == ["1.", "2.", "3.", "4."]
    sequences = [
        [(each.work, squeeze(each.label)) for each in without_repeats(reading.citations)]
        for reading in (html, pdf, docx)
    ]
    assert sequences[0] == sequences[1] == sequences[2]
    assert len(html.citations) == (51 if edition == "trilingual" else 17)
    assert html.broken == pdf.broken == docx.broken == ()


def test_editions_have_the_same_list(sound_built: Path) -> None:
    for name in READERS:
        problems = Problems()
        readings = {
            f"{edition}/review.{name}": finished(sound_built, f"{edition}/review.{name}")
            for edition in ("uz", "ru", "en", "trilingual")
        }
        compare_editions(readings, problems)
        assert list(problems) == []


# ------------------------------------------------------------------ seeded defects: HTML


def seeded_html(project: Path, target: Path, pattern: str, new: str, edition: str) -> FileReading:
    """Return what is read from a page in which the pattern's first match is replaced."""
    page = (project / "output" / edition / "review.html").read_text(encoding="utf-8")
    changed, count = re.subn(pattern, new, page, count=1, flags=re.DOTALL)
    assert count == 1, pattern
    path = target / "review.html"
    path.write_text(changed, encoding="utf-8")
    return read_html(path)


@pytest.mark.parametrize(
    ("pattern", "new", "told"),
    [
        (
            r'(id="cite-4"[^>]*>)3</a>',
            r"\g<1>4</a>",
            [
                "output/x: error[citations-differ]: the file's citations are not those of the "
                "text: number 3 should be `petrov2008` (“3”), but is `petrov2008` (“4”)",
            ],
        ),
        (
            r'<a href="#ref-petrov2008" id="cite-4".*?</a>',
            "",
            [
                "output/x: error[broken-output]: a link leads to “cite-4”, which is not there",
                "output/x: error[citations-differ]: the file's citations are not those of the "
                "text: number 2 should be `karimova2019` (“22”), but is `karimova2019` (“222”)",
            ],
        ),
        (
            r'href="#ref-bulletin2002" (id="cite-10"[^>]*>)4</a>',
            r'href="#ref-petrov2008" \g<1>3</a>',
            [
                "output/x: error[citations-differ]: the file's citations are not those of the "
                "text: number 7 should be `petrov2008` (“3”), but is `petrov2008` (“33”)",
            ],
        ),
        (
            r'<div class="csl-left-margin">3\.',
            '<div class="csl-left-margin">5.',
            [
                "output/x: error[numbers-differ]: the reference list prints `petrov2008` as "
                "number 5, the text cites it as 3",
            ],
        ),
        (
            r'<div id="ref-bulletin2002" class="csl-entry".*?</div>\s*</div>',
            "",
            [
                "output/x: error[broken-output]: "
                "a link leads to “ref-bulletin2002”, which is not there",
                "output/x: error[references-differ]: the file's reference list is not that of the "
                "text: `bulletin2002` and 0 more are missing",
            ],
        ),
        (
            "Сеть</h2>",
            "Сеть</h2><p>план <b>(missing?)</b> такой</p>",
            ["output/x: error[broken-output]: “(missing?)” in “план (missing?) такой”"],
        ),
        (
            "Сеть</h2>",
            'Сеть</h2><p><a href="#figure-none">рис. 9</a></p>',
            ["output/x: error[broken-output]: a link leads to “figure-none”, which is not there"],
        ),
        (
            "Сеть</h2>",
            "Сеть</h2><p>вот {{ fact }}</p>",
            [
                "output/x: error[broken-output]: “{{ fact }}” in “вот {{ fact }}”",
            ],
        ),
    ],
)
def test_defects_in_html(
    sound_built: Path, tmp_path: Path, pattern: str, new: str, told: list[str]
) -> None:
    expected = finished(sound_built, "ru/review.html")
    reading = seeded_html(sound_built, tmp_path, pattern, new, "ru")
    assert compared(reading, expected) == [f"{each}\n{FAULT}" for each in told]


def test_a_defect_in_one_edition_is_told_of_its_file(sound_built: Path, tmp_path: Path) -> None:
    readings = {
        "uz/review.html": finished(sound_built, "uz/review.html"),
        "ru/review.html": seeded_html(
            sound_built, tmp_path, 'left-margin">3', 'left-margin">5', "ru"
        ),
    }
    problems = Problems()
    compare_editions(readings, problems)
    assert [str(problem) for problem in problems] == [
        "ru/review.html: error[editions-differ]: its reference list is not that of "
        "uz/review.html: number 3 should be `petrov2008` (“3.”), but is `petrov2008` (“5.”)\n"
        "    every language must cite the same works"
    ]


# ------------------------------------------------------------------ seeded defects: DOCX


def seeded_docx(
    project: Path, target: Path, pattern: str, new: str, part: str = "word/document.xml"
) -> FileReading:
    """Return what is read from a Russian DOCX in which a pattern's first match is replaced."""
    path = target / "review.docx"
    with (
        zipfile.ZipFile(project / "output/ru/review.docx") as old,
        zipfile.ZipFile(path, "w") as made,
    ):
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == part:
                data, count = re.subn(pattern, new, data, count=1, flags=re.DOTALL)
                assert count == 1, pattern
            made.writestr(name, data.encode("utf-8", "surrogateescape"))
    return read_docx(path, WORKS)


@pytest.mark.parametrize(
    ("pattern", "new", "told"),
    [
        (
            r'(w:anchor="ref-petrov2008"(?:(?!</w:hyperlink>).)*?<w:t[^>]*>)3</w:t>',
            r"\g<1>4</w:t>",
            "output/x: error[citations-differ]: the file's citations are not those of the text: "
            "number 3 should be `petrov2008` (“3”), but is `petrov2008` (“4”)",
        ),
        (
            r'<w:hyperlink [^>]*w:anchor="ref-petrov2008".*?</w:hyperlink>',
            "",
            "output/x: error[citations-differ]: the file's citations are not those of the text: "
            "number 2 should be `karimova2019` (“22”), but is `karimova2019` (“222”)",
        ),
        (
            r'w:name="ref-bulletin2002"',
            'w:name="elsewhere"',
            "output/x: error[broken-output]: "
            "a link leads to “ref-bulletin2002”, which is not there",
        ),
        (
            r">3\. ",
            ">5. ",
            "output/x: error[numbers-differ]: the reference list prints `petrov2008` as number 5, "
            "the text cites it as 3",
        ),
        (
            ">Аннотация<",
            ">Аннотация (missing?)<",
            "output/x: error[broken-output]: “(missing?)” in “Аннотация (missing?)”",
        ),
    ],
)
def test_defects_in_docx(
    sound_built: Path, tmp_path: Path, pattern: str, new: str, told: str
) -> None:
    expected = finished(sound_built, "ru/review.docx")
    reading = seeded_docx(sound_built, tmp_path, pattern, new)
    assert f"{told}\n{FAULT}" in compared(reading, expected)


def test_a_document_with_broken_parts_is_told_and_nothing_else(
    sound_built: Path, tmp_path: Path
) -> None:
    expected = finished(sound_built, "ru/review.docx")
    reading = seeded_docx(sound_built, tmp_path, "</w:body>", "")
    (told,) = compared(reading, expected)
    assert told.startswith("output/x: error[broken-output]: word/document.xml cannot be read: ")
    assert "tag mismatch" in told
    reading = seeded_docx(sound_built, tmp_path, "</w:styles>", "", part="word/styles.xml")
    assert compared(reading, expected)[0].startswith(
        "output/x: error[broken-output]: word/styles.xml cannot be read: "
    )
    half = tmp_path / "half.docx"
    half.write_bytes((sound_built / "output/ru/review.docx").read_bytes()[:3000])
    assert compared(read_docx(half, WORKS), expected) == [
        "output/x: error[broken-output]: the document cannot be read: File is not a zip file\n"
        f"{FAULT}"
    ]


def test_of_the_editions_the_odd_one_is_told() -> None:
    usual = FileReading((), (Cited("a", "1."), Cited("b", "2.")))
    odd = FileReading((), (Cited("b", "1."), Cited("a", "2.")))
    broken = FileReading((), (), (Fault("broken-output", "half"),))
    problems = Problems()
    compare_editions({"uz": odd, "ru": broken, "en": usual, "tri": usual}, problems)
    assert [str(problem) for problem in problems] == [
        "uz: error[editions-differ]: its reference list is not that of en: number 1 should be "
        "`a` (“1.”), but is `b` (“1.”)\n    every language must cite the same works"
    ]


# ------------------------------------------------------------------ seeded defects: PDF


def seeded_pdf(project: Path, target: Path, seed: Callable[[pikepdf.Pdf], None]) -> FileReading:
    path = target / "review.pdf"
    with pikepdf.open(project / "output/ru/review.pdf") as pdf:
        seed(pdf)
        pdf.save(path)
    return read_pdf(path)


def citation_links(pdf: pikepdf.Pdf) -> list[tuple[pikepdf.Page, pikepdf.Object]]:
    return [
        (page, annotation)
        for page in pdf.pages
        for annotation in page.get("/Annots", [])
        if str(annotation.get("/Dest", "")).startswith("ref-")
    ]


def test_a_citation_of_another_work_in_a_pdf(sound_built: Path, tmp_path: Path) -> None:
    def seed(pdf: pikepdf.Pdf) -> None:
        citation_links(pdf)[3][1].Dest = pikepdf.String("ref-bulletin2002")

    reading = seeded_pdf(sound_built, tmp_path, seed)
    assert f"{compared(reading, finished(sound_built, 'ru/review.pdf'))[0]}\n" == (
        "output/x: error[citations-differ]: the file's citations are not those of the text: "
        f"number 3 should be `petrov2008` (“3”), but is `bulletin2002` (“3”)\n{FAULT}\n"
    )


def test_a_dropped_citation_in_a_pdf(sound_built: Path, tmp_path: Path) -> None:
    def seed(pdf: pikepdf.Pdf) -> None:
        page, link = citation_links(pdf)[3]
        page.Annots = pikepdf.Array([each for each in page.Annots if each != link])

    reading = seeded_pdf(sound_built, tmp_path, seed)
    assert compared(reading, finished(sound_built, "ru/review.pdf")) == [
        "output/x: error[citations-differ]: the file's citations are not those of the text: "
        f"number 2 should be `karimova2019` (“22”), but is `karimova2019` (“222”)\n{FAULT}"
    ]


def test_a_dead_link_in_a_pdf(sound_built: Path, tmp_path: Path) -> None:
    def seed(pdf: pikepdf.Pdf) -> None:
        citation_links(pdf)[3][1].Dest = pikepdf.String("nowhere")

    reading = seeded_pdf(sound_built, tmp_path, seed)
    assert (
        f"output/x: error[broken-output]: a link leads to “nowhere”, which is not there\n{FAULT}"
        in compared(reading, finished(sound_built, "ru/review.pdf"))
    )


def test_a_text_that_was_not_finished_in_a_pdf(tmp_path: Path) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    path = tmp_path / "small.pdf"
    weasyprint.HTML(
        string='<html lang="ru"><title>x</title><p>План (missing?) такой.</p>'
        '<p>Смотри Table 3.</p><p lang="en">See Table 3.</p>'
    ).write_pdf(path, pdf_variant="pdf/ua-1", pdf_tags=True)
    reading = read_pdf(path)
    assert [fault.code for fault in reading.broken][:1] == ["broken-output"]
    assert reading.broken[0].message == "“(missing?)” in “План (missing?) такой. Смотри Tabl”"


# ------------------------------------------------------------------ English where there is none


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Karimova N. et al. Toshkent", ["et al."]),
        ("Петров П. Метро. pp. 11–19", ["pp."]),
        ("[1, p. 12]", ["p."]),
        ("(accessed 3 May)", ["accessed"]),
        ("Retrieved 3 May", ["Retrieved"]),
        ("Сборник, edited by Petrov", ["edited by"]),
        ("[4; cited in 2]", ["cited in"]),
        ("Abstract", ["Abstract"]),
        ("Contents", ["Contents"]),
        ("References", ["References"]),
        ("Table 1. Yoʻnalishlar", ["Table"]),
        ("Figure\u00a01. Sanalar", ["Figure"]),
        ("Page 3 of 12", ["Page"]),
        ("Page of ", ["Page"]),
        ("None yilda", ["None"]),
        # what only looks like it
        ("https://example.org/Table 1", []),
        ("https://example.org/References/Contents", []),
        ("doi.org/10.1000/Abstract", []),
        ("Abstracts, Tableau, Preferences, Referencess", []),
        ("Mundarija · Содержание · Contents", []),
        ("Tableaux 3", []),
        ("2019-yil, B. 11–19", []),
    ],
)
def test_which_terms_are_english(text: str, terms: list[str]) -> None:
    assert [match["term"] for match in english_terms(text)] == terms


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("uz-Latn-UZ", 1),
        ("uz-Cyrl-UZ", 1),
        ("ru-RU", 1),
        ("kk-KZ", 1),
        ("en-GB", 0),
        ("de", 0),
        ("", 0),
    ],
)
def test_english_is_looked_for_in_languages_with_words_of_their_own(tag: str, found: int) -> None:
    faults = fallback_terms([(tag, "Karimova N. et al.")])
    assert len(faults) == found
    for fault in faults:
        assert fault.code == "fallback-term"
        assert fault.message == (f"the English “et al.” stands in {tag}: “Karimova N. et al.”")


def test_latin_terms_are_found_in_cyrillic_uzbek_alone() -> None:
    text = "Каримова Н. va boshq. 2-jadvalda, 1998-yilda, sanasiz; https://a.uz/2-jadval 5-b."
    told = [fault.message for fault in fallback_terms([("uz-Cyrl-UZ", text)])]
    found = [re.match("the Latin “(.+?)” stands in uz-Cyrl-UZ", each) for each in told]
    assert [each and each[1] for each in found] == [
        "va boshq.",
        "jadvalda",
        "sanasiz",
        "b.",
    ]
    assert fallback_terms([("uz-Latn-UZ", text), ("ru-RU", text)]) == []
    (english,) = fallback_terms([("uz-Cyrl-UZ", "Каримова Н. et al.")])
    assert english.message.startswith("the English “et al.” stands in uz-Cyrl-UZ")


def test_an_english_term_in_html_is_told(sound_built: Path, tmp_path: Path) -> None:
    reading = seeded_html(
        sound_built, tmp_path, "Список литературы</span></h2>", "References</span></h2>", "ru"
    )
    assert compared(reading, finished(sound_built, "ru/review.html")) == [
        "output/x: error[fallback-term]: the English “References” stands in ru-RU: “References”\n"
        "    a locale or template has no word of its own; "
        "mark a passage that is meant to be English as [...]{lang=en-GB}"
    ]


def test_english_marked_as_english_is_let_pass(sound_built: Path, tmp_path: Path) -> None:
    new = 'Сеть</h2><p>см. <span lang="en-GB">Table 3, et al.</span></p>'
    assert seeded_html(sound_built, tmp_path, "Сеть</h2>", new, "ru").broken == ()
    new = "Сеть</h2><p>см. <i>Table</i> 3</p>"
    assert [
        fault.message for fault in seeded_html(sound_built, tmp_path, "Сеть</h2>", new, "ru").broken
    ] == ["the English “Table” stands in ru-RU: “см. Table 3”"]


def test_english_that_is_only_heard_is_told_too(sound_built: Path, tmp_path: Path) -> None:
    reading = seeded_html(
        sound_built, tmp_path, r'aria-label="[^"]*"', 'aria-label="Contents"', "uz"
    )
    assert [fault.message for fault in reading.broken] == [
        "the English “Contents” stands in uz-Latn-UZ: “Contents”"
    ]


def test_an_english_term_in_docx_is_told(sound_built: Path, tmp_path: Path) -> None:
    reading = seeded_docx(sound_built, tmp_path, ">Аннотация<", ">Abstract<")
    assert [fault.message for fault in reading.broken] == [
        "the English “Abstract” stands in ru-RU: “Abstract”"
    ]


def test_an_english_foot_of_the_page_in_docx_is_told(sound_built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(sound_built / "output/ru/review.docx") as archive:
        feet = [
            name
            for name in archive.namelist()
            if name.startswith("word/footer") and b"<w:t" in archive.read(name)
        ]
    assert feet
    reading = seeded_docx(
        sound_built, tmp_path, r"(<w:t[^>]*>)[^<]*</w:t>", r"\g<1>Page 1 of 2</w:t>", feet[0]
    )
    assert "the English “Page” stands in ru-RU" in reading.broken[0].message


def test_an_english_term_in_pdf_is_told(sound_built: Path, tmp_path: Path) -> None:
    """The English PDF passed off as a Russian one: its words are found, its entry is not."""
    path = tmp_path / "review.pdf"
    shutil.copy(sound_built / "output/en/review.pdf", path)
    assert read_pdf(path).broken == ()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Lang = pikepdf.String("ru-RU")
        pdf.save(path)
    terms = {re.findall("“(.*?)”", fault.message)[0] for fault in read_pdf(path).broken}
    assert {"Abstract", "Contents", "References", "Table", "Page"} <= terms


def test_readings_join_what_a_line_end_divides() -> None:
    divided = (Cited("a", "Kari"), Cited("a", "mova"), Cited("b", "2"), Cited("a", "1"))
    assert without_repeats(divided) == [Cited("a", "Karimova"), Cited("b", "2"), Cited("a", "1")]
    assert squeeze("Kari\u00ad mova\n2019") == "Karimova2019"


def test_a_file_that_is_no_pdf_is_told(sound_built: Path, tmp_path: Path) -> None:
    expected = finished(sound_built, "ru/review.pdf")
    half = tmp_path / "half.pdf"
    half.write_bytes(b"%PDF-1.7\nnothing")
    (told,) = compared(read_pdf(half), expected)
    assert told.startswith("output/x: error[broken-output]: the file cannot be read: ")
