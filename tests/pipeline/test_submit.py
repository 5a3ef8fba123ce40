"""`submit` on a small review: what is made, what is told, and what is left alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree, html

import workshop

HEAD = "# yaml-language-server: $schema=../schemas/journal.json\n"
EASY = """\
id: easy
journal: {name: {en: An Easy Journal}, issn: 2049-3630}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [en, ru, uz]
page: {top: 2, right: 1.5, bottom: 2, left: 3}
type:
  font: Times New Roman
  size: 14
  spacing: 1.5
  indent: 1.25
  align: both
  hyphens: false
  title: {size: 16, align: center, bold: true, capitals: true}
  abstract: {size: 12, spacing: 1}
  references: {size: 12}
  notes: {size: 10}
front: [udc, title, author-data, abstract, keywords, "title:en", "abstract:en", "keywords:en"]
after: ["title:ru", "abstract:ru", "keywords:ru"]
codes: [udc]
lengths:
  - {unit: words, limits: 50 or more, counts: [text, notes]}
abstract: {languages: [en, ru], words: 150-250}
keywords: {languages: [en, ru], limits: 6-10}
authors: {fields: [affiliation, orcid, email], languages: [en, ru]}
citations: gost-numeric
lists:
  - {style: gost-numeric}
anonymous: true
package: [manuscript, pdf, anonymous, title-page, cover-letter, figures, metadata, bib, ris, csl, jats, crossref]
file_name: "{author}-{part}"
duties:
  - {en: Sign the letter}
unknown: [what the journal charges]
"""
IMPOSSIBLE = """\
id: impossible
journal: {name: {en: A Journal That Asks Too Much}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [en]
type: {font: Times New Roman, size: 12, spacing: 1, indent: 0.8}
lengths:
  - {unit: words, limits: 3000-4000, counts: [text]}
front: [udc, title, authors, abstract, keywords, "title:kk", "abstract:kk"]
codes: [irsti, doi]
title_words: 4 or fewer
abstract: {languages: [en, ru], words: 40-45}
keywords: {limits: 7-10}
authors: {fields: [affiliation, orcid, email, roles], languages: [en, kk], at_most: 1}
citations: gost-numeric
lists:
  - {style: gost-numeric}
works: {limits: 15 or more, recent_years: 5, recent_share: 50}
sections: [opening, discussion]
package: [manuscript, jats]
"""


def with_profile(project: Path, text: str) -> Path:
    """Give a review a profile of its own."""
    name = re.match(r"id: (\S+)", text)
    assert name is not None
    folder = project / "templates" / "journals"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name[1]}.yaml").write_text(HEAD + text, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package for the easy journal, in a review that was never built."""
    project = workshop.copy_sound(tmp_path_factory.mktemp("easy") / "project")
    with_profile(project, EASY)
    done = workshop.call("submit", "easy", "--project", project)
    assert done.returncode == 0, done.stderr
    assert "2 you must, 1 not known; the full form" in done.stdout
    return project / "output" / "journals" / "easy"


# ------------------------------------------------------------------ what is made


def test_the_files(submitted: Path) -> None:
    found = sorted(
        path.relative_to(submitted).as_posix() for path in submitted.rglob("*") if path.is_file()
    )
    assert found == [
        "CHECKLIST.html",
        "article.xml",
        "carberry-cover-letter.docx",
        "carberry-manuscript.docx",
        "carberry-manuscript.pdf",
        "carberry-title-page.docx",
        "easy-anonymous.docx",
        "easy.zip",
        "figures/figure-1.png",
        "figures/figure-1.svg",
        "metadata.html",
        "references.bib",
        "references.json",
        "references.ris",
    ]
    with zipfile.ZipFile(submitted / "easy.zip") as archive:
        assert archive.namelist() == [f"easy/{name}" for name in found if name != "easy.zip"]
        for name in archive.namelist():
            assert archive.read(name) == (submitted / name.removeprefix("easy/")).read_bytes()


def test_what_could_not_be_made_is_told_with_its_reason(submitted: Path) -> None:
    page = (submitted / "CHECKLIST.html").read_text(encoding="utf-8")
    assert re.search(r"crossref\.xml \(.+?\) was not made: .+DOI", page)


def test_the_order_of_the_manuscript(submitted: Path) -> None:
    document = docx.Document(str(submitted / "carberry-manuscript.docx"))
    styles = [each.style.name for each in document.paragraphs if each.text.strip()]
    order = list(dict.fromkeys(styles))
    assert order[:6] == ["UDC", "Title", "Author", "Affiliation", "Abstract", "Keywords"]
    texts = [each.text for each in document.paragraphs]
    assert texts.index("References") < texts.index("Ташкентское метро в двух источниках")
    assert document.core_properties.author == "Josiah Carberry"


def test_what_is_in_the_manuscript_s_language_already_is_printed_once(submitted: Path) -> None:
    manuscript = submitted / "carberry-manuscript.docx"
    assert [len(lines(manuscript, each)) for each in ("Title", "Abstract", "Keywords")] == [2] * 3
    assert [each.split(":")[0] for each in lines(manuscript, "Keywords")] == [
        "Keywords",
        "Ключевые слова",
    ]


def test_the_anonymous_copy_tells_nobody(submitted: Path) -> None:
    path = submitted / "easy-anonymous.docx"
    document = docx.Document(str(path))
    assert document.core_properties.author == ""
    with zipfile.ZipFile(path) as archive:
        whole = "".join(
            archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        )
    for told in (
        "Carberry",
        "Карберри",
        "Karberri",
        "0000-0002-1825-0097",
        "example.org",
        "Sample",
    ):
        assert told not in whole.replace("Sample Institute", ""), told
    assert "removePersonalInformation" in whole


def test_the_open_xml_sdk_finds_nothing(submitted: Path, open_xml_errors) -> None:
    for path in sorted(submitted.glob("*.docx")):
        assert open_xml_errors(path) == [], path.name


def test_the_letter_is_written_to_the_journal(submitted: Path) -> None:
    texts = [
        p.text for p in docx.Document(str(submitted / "carberry-cover-letter.docx")).paragraphs
    ]
    assert texts[0] == f"Date: {'_' * 20}", "the author's: a package is the same on any day"
    assert texts[1] == "To the editors of An Easy Journal"
    assert any("“The Tashkent Metro in Two Sources”" in each for each in texts)


def test_a_letter_is_set_as_letters_are_whatever_the_journal_rules(submitted: Path) -> None:
    for name in ("cover-letter", "title-page"):
        document = docx.Document(str(submitted / f"carberry-{name}.docx"))
        styles = {each.name: each.paragraph_format for each in document.styles if each.type == 1}
        body = styles["Body Text"]
        assert (body.line_spacing, body.first_line_indent, body.alignment) == (1.15, 0, 0)
        assert body.space_after.pt == 10
        assert document.sections[0].right_margin.cm == pytest.approx(1.5, abs=0.01)
        assert document.styles["Body Text"].font.size is None, "the size is the document's"
    manuscript = docx.Document(str(submitted / "carberry-manuscript.docx"))
    assert manuscript.styles["Body Text"].paragraph_format.line_spacing != 1.15


def test_keywords_are_not_set_to_both_margins(submitted: Path) -> None:
    document = docx.Document(str(submitted / "carberry-manuscript.docx"))
    keywords = document.styles["Keywords"].paragraph_format
    assert keywords.alignment == WD_ALIGN_PARAGRAPH.LEFT


def test_an_orcid_stays_on_one_line(submitted: Path) -> None:
    for name in ("manuscript", "cover-letter", "title-page"):
        with zipfile.ZipFile(submitted / f"carberry-{name}.docx") as archive:
            text = archive.read("word/document.xml").decode("utf-8")
        times = 2 if name == "title-page" else 1  # in each language that names are wanted in
        assert text.count("<w:noBreakHyphen/>") == 3 * times, name
        assert "ORCID\xa00000<" in text
        document = docx.Document(str(submitted / f"carberry-{name}.docx"))
        assert any("ORCID\xa00000-0002-1825-0097" in each.text for each in document.paragraphs)


def test_all_files_tell_the_words_that_the_journal_counts(submitted: Path) -> None:
    letter = docx.Document(str(submitted / "carberry-cover-letter.docx"))
    said = re.search(
        r"(\d+) words \((.+?)\), 4 works", "\n".join(p.text for p in letter.paragraphs)
    )
    assert said is not None
    page = docx.Document(str(submitted / "carberry-title-page.docx"))
    assert f"Words: {said[1]} (text, notes)" in [each.text for each in page.paragraphs]
    checklist = (submitted / "CHECKLIST.html").read_text(encoding="utf-8")
    told = re.search(rf'"measured">{said[1]} words: (text .+?)<', checklist)
    assert told is not None
    assert re.fullmatch(
        r"text \d+ \(not counted: front \d+, tables \d+, references \d+\)", told[1]
    ), told[1]
    assert said[2] == "text, notes"
    sheet = (submitted / "metadata.html").read_text(encoding="utf-8")
    assert re.search(rf"Words \(text, notes\)</label>.*?>\s*{said[1]}</textarea>", sheet, re.DOTALL)


def test_again_it_is_the_same_to_the_byte_and_a_build_keeps_it(
    submitted: Path, tmp_path: Path
) -> None:
    project = submitted.parents[2]
    before = (submitted / "easy.zip").read_bytes()
    assert workshop.call("submit", "easy", "--project", project).returncode == 0
    assert (submitted / "easy.zip").read_bytes() == before
    workshop.built("--project", project, "--language", "en", "--format", "html")
    assert (submitted / "easy.zip").read_bytes() == before
    assert (project / "output" / "en" / "review.html").is_file()


LATIN = """\
id: latin
journal: {name: {en: A Journal in Latin Script}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [en]
type: {font: Times New Roman}
front: [title]
citations: chicago-author-date
romanised:
  systems: {ru: bgn-pcgn, uz-cyrl: uzbek-latin}
  title: transliterated
lists:
  - {style: chicago-author-date, order: alphabetical}
package: [manuscript, metadata, ris]
"""


def test_a_text_in_latin_script_cites_and_lists_all_works_in_it(sound: Path) -> None:
    with_profile(sound, LATIN)
    done = workshop.call("submit", "latin", "--project", sound)
    assert done.returncode == 0, done.stderr
    folder = sound / "output" / "journals" / "latin"
    document = docx.Document(str(folder / "latin-manuscript.docx"))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Petrov 2008" in text
    assert not re.search("[\u0400-\u052f]", text)
    entries = [each.text for each in document.paragraphs if each.style.name == "Bibliography"]
    assert [each.partition(",")[0] for each in entries] == [
        "Ahmedov",
        "Karimova",
        "Petrov",
        "Smith",
    ]
    assert entries[2].startswith("Petrov, Pëtr. 2008. Metro Tashkenta. Tashkent: Obrazets")
    sheet = (folder / "metadata.html").read_text(encoding="utf-8")
    assert "Petrov, Pëtr. 2008. Metro Tashkenta." in sheet
    told = (folder / "references.ris").read_text(encoding="utf-8")
    assert "TI  - Метро Ташкента\n" in told, "reference managers get the work's own script"
    assert "N1  - In Latin script (ru): Petrov Pëtr. Metro Tashkenta." in told
    assert told.count("N1  - ") == 2, "what is in Latin script needs no note of it"


# ------------------------------------------------------------------ what is told

TOLD = """\
bibliography/references.bib: error[journal-works]: the text cites 4 works; the journal wants 15 or more works
bibliography/references.bib: error[journal-works]: 0 per cent of the works are from 2021 or later; the journal wants 50
content/review.yaml:2:1: error[journal-metadata]: the journal wants title, abstract and keywords in `kk`, which the review does not have
content/review.yaml:2:1: error[journal-code]: the journal wants the DOI, which the review does not have
content/review.yaml:2:1: error[journal-code]: the journal wants the IRSTI, which the review does not have
content/review.yaml:10:11: error[journal-author]: Jozaya Karberri: no name in `kk`
content/review.yaml:10:11: error[journal-author]: Jozaya Karberri: no affiliation in `kk`
content/review.yaml:21:7: error[journal-title]: the title has 6 words; the journal wants 4 or fewer words
content/review.yaml:25:7: error[journal-keywords]: there are 6 keywords in `en`; the journal wants 7 to 10 keywords
content/review.yaml:43: error[journal-abstract]: the abstract in `ru` has 175 words; the journal wants 40 to 45 words
content/review.yaml:57: error[journal-abstract]: the abstract in `en` has 181 words; the journal wants 40 to 45 words
templates/journals/impossible.yaml:8:3: error[journal-length]: the manuscript has 73 words; the journal wants 3000 to 4000 words of text
templates/journals/impossible.yaml:19:11: error[journal-section]: the review has no section `discussion`; it has `opening`, `network`
13 errors
"""


def test_all_that_cannot_be_met_is_told_at_once_and_nothing_is_made(sound: Path) -> None:
    with_profile(sound, IMPOSSIBLE)
    before = workshop.stamps(sound / "output")
    done = workshop.call("submit", "impossible", "--project", sound, "--quiet")
    assert done.returncode == 1
    lines = [each for each in done.stderr.split("\n") if not each.startswith("    ")]
    assert "\n".join(lines) == TOLD
    assert workshop.stamps(sound / "output") == before


SLIPS = """\
id: slips
journal: {name: {en: A Journal}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [en]
type: {font: Times New Roman}
front: [title]
citations: gost
lists:
  - {style: gost-numerik, romanised: {systems: {ru: gost-7.79}}}
title_words: 4 or fewer
package: [manuscript]
"""


def test_styles_and_systems_are_told_with_all_else(sound: Path) -> None:
    with_profile(sound, SLIPS)
    done = workshop.call("submit", "slips", "--project", sound, "--quiet")
    assert done.returncode == 1
    assert [each for each in done.stderr.split("\n") if not each.startswith("    ")] == [
        "content/review.yaml:21:7: error[journal-title]: the title has 6 words; the journal wants 4 or fewer words",
        "templates/journals/slips.yaml:8:12: error[unknown-style]: unknown citation style `gost`",
        "templates/journals/slips.yaml:10:13: error[unknown-style]: unknown citation style `gost-numerik`",
        "templates/journals/slips.yaml:10:53: error[unknown-system]: there is no system `gost-7.79` to put `ru` into Latin script",
        "4 errors",
        "",
    ]
    assert "did you mean `gost-7.79-b`? there are iso-9, gost-7.79-b," in done.stderr
    assert "did you mean `gost-numeric`? there are american-sociological, apa," in done.stderr


def test_a_wrong_style_is_told_with_the_other_slips_of_the_profile(sound: Path) -> None:
    with_profile(sound, SLIPS.replace("4 or fewer", "few"))
    done = workshop.call("submit", "slips", "--check", "--project", sound)
    assert "slips.yaml:8:12: error[unknown-style]: unknown citation style `gost`" in done.stderr
    assert "slips.yaml:11:14: error[wrong-value]: `few` cannot be `title_words`" in done.stderr
    assert done.stdout == "slips: first mend the profile\n"


def test_a_journal_that_there_is_not_has_no_profile_to_mend(sound: Path) -> None:
    done = workshop.call("submit", "vak-histori", "--check", "--project", sound)
    assert "error[unknown-journal]: there is no profile of a journal `vak-histori`" in done.stderr
    assert (done.returncode, done.stdout) == (1, "")


def test_a_style_that_cannot_be_an_id_is_told_with_those_that_there_are(sound: Path) -> None:
    with_profile(sound, SLIPS.replace("citations: gost\n", "citations: ГОСТ Р 7.0.5-2008\n"))
    done = workshop.call("submit", "slips", "--project", sound, "--quiet")
    assert (
        "slips.yaml:8:12: error[unknown-style]: unknown citation style `ГОСТ Р 7.0.5-2008`\n"
        "    there are american-sociological, apa," in done.stderr
    )


def test_a_draft_is_made_all_the_same(sound: Path) -> None:
    with_profile(sound, IMPOSSIBLE)
    workshop.replace(sound / "bibliography/references.bib", "  pagetotal = {96},\n", "")
    done = workshop.ask("submit", "impossible", "--project", sound, "--draft")
    assert done.code == 0
    (package,) = done.data["packages"]
    failed = [each for each in package["rules"] if each["verdict"] == "failed"]
    assert len(failed) == 13
    assert len([each for each in package["told"] if "journal wants" in each]) >= 10
    assert not (sound / "output/journals/impossible").exists(), "a draft is no package"
    page = (sound / "output/journals/impossible-draft/CHECKLIST.html").read_text(encoding="utf-8")
    assert page.count('<span class="verdict">failed</span>') == 13
    assert "1 of 4 works are incomplete: CHECKLIST.html tells which" in package["told"]
    assert "references.bib:13: `petrov2008`, “Метро Ташкента”, lacks: number of pages<" in page


def test_a_language_that_the_journal_does_not_take(sound: Path) -> None:
    with_profile(sound, EASY.replace("languages: [en, ru, uz]\n", "languages: [en]\n"))
    done = workshop.call("submit", "easy", "--project", sound, "--language", "ru", "--quiet")
    assert done.returncode == 1
    assert done.stderr.split("\n")[0] == (
        "templates/journals/easy.yaml:5:12: error[journal-language]: the journal takes "
        "manuscripts in English, not in `ru`"
    )


def test_an_unknown_journal(sound: Path) -> None:
    with_profile(sound, EASY)
    done = workshop.call("submit", "esay", "--project", sound)
    assert (done.returncode, done.stderr) == (
        1,
        "templates/journals: error[unknown-journal]: there is no profile of a journal `esay`\n"
        "    did you mean `easy`?\n1 error\n",
    )


def test_what_a_name_in_the_text_gives_away(sound: Path) -> None:
    with_profile(sound, EASY)
    for code in ("uz", "ru", "en"):
        path = sound / "content" / "sections" / "01-opening" / f"{code}.md"
        path.write_text(
            path.read_text(encoding="utf-8").replace("# ", "# Carberry: ", 1), encoding="utf-8"
        )
    workshop.call("confirm", "--all", "--project", sound)
    done = workshop.call("submit", "easy", "--project", sound, "--quiet")
    assert done.returncode == 1
    assert (
        "easy-anonymous.docx: error[journal-anonymity]: the anonymous copy tells the name "
        "of an author (word/document.xml)" in done.stderr
    )


PLAIN = """\
id: plain
journal: {name: {ru: Вестник «Мысль»}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [ru]
type: {font: Times New Roman}
front: [title, authors]
citations: gost-numeric
package: [manuscript, cover-letter]
duties:
  - {ru: Приложить рецензию, en: Add a review}
  - Приложить согласие
"""


RUSSIAN = """\
id: russian
journal: {name: {ru: Русский журнал}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [ru]
page: {number: top-right, number_size: 9}
type: {font: Times New Roman}
front: [title, authors, abstract, keywords, funding]
after: [author-data, "title:en", "author-data:en", "author-data:uz", "funding:en"]
abstract: {sentences: 11-12}
keywords: {separator: ;}
authors: {names: initials-last, languages: [ru, en], fields: [affiliation]}
citations: gost-numeric
anonymous: true
package: [manuscript, pdf]
"""
NOTES = """\
id: notes
journal: {name: {ru: Журнал со сносками}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [ru]
type: {font: Times New Roman}
front: [title]
citations: gost-notes
lists:
  - {style: gost-notes}
package: [manuscript]
"""
FAMILY = "    family: {uz: Karberri, ru: Карберри, en: Carberry}\n"
FUNDING = "funding: {uz: Mablagʻsiz., ru: Без поддержки., en: None.}\n"


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages for three Russian journals: one says as little as it may, one much, one cites
    in notes; of one work there is only a description."""
    project = workshop.copy_sound(tmp_path_factory.mktemp("russian") / "project")
    for profile in (PLAIN, RUSSIAN, NOTES):
        with_profile(project, profile)
    workshop.replace(
        project / "bibliography" / "references.bib",
        "{Тошкент метроси},",
        "{[Тошкент метроси ҳақида китоб]},\n  titletype = {descriptive},\n"
        "  titlerussian = {[Книга о ташкентском метро]},",
    )
    review = project / "content" / "review.yaml"
    workshop.replace(review, "    orcid:", f"{FAMILY}    orcid:")
    workshop.replace(review, "licence:", f"{FUNDING}licence:")
    done = workshop.call("submit", "plain", "russian", "notes", "--project", project)
    assert done.returncode == 0, done.stderr
    return project / "output" / "journals"


@pytest.fixture
def plain(russian: Path) -> Path:
    return russian / "plain"


def lines(document: Path, style: str) -> list[str]:
    """Return the paragraphs of a style."""
    paragraphs = docx.Document(str(document)).paragraphs
    return [each.text for each in paragraphs if each.style.name == style]


def test_keywords_names_and_funding_are_printed_as_the_journal_wants(russian: Path) -> None:
    manuscript = russian / "russian" / "russian-manuscript.docx"
    assert lines(manuscript, "Keywords") == [
        "Ключевые слова: Ташкент; метро; история города; транспорт; станции; источниковедение"
    ]
    assert lines(manuscript, "Author") == [
        "Карберри\u00a0Д.",
        "Джозайя Карберри",
        "Josiah Carberry",
        "Jozaya Karberri",
    ]
    data = lines(manuscript, "Affiliation")
    assert ["ORCID" in each for each in data] == [True, True, False], (
        "a language's data by itself is whole; where one follows the other, once is enough"
    )
    abstract, funding, english = lines(manuscript, "Abstract")
    assert abstract.startswith("Аннотация. Этот")
    assert (funding, english) == ("Финансирование. Без поддержки.", "Funding. None.")
    with pypdfium2.PdfDocument(russian / "russian" / "russian-manuscript.pdf") as opened:
        printed = opened[0].get_textpage().get_text_bounded()
    assert "Ташкент; метро; история" in printed
    assert "Карберри\u00a0Д." in printed.replace("Карберри Д.", "Карберри\u00a0Д.")
    assert "Финансирование. Без поддержки." in printed
    anonymous = russian / "russian" / "russian-anonymous.docx"
    assert [each for each in lines(anonymous, "Abstract") if "Финансирование" in each] == []


def test_the_number_of_the_page_stands_where_the_journal_wants_it(
    russian: Path, open_xml_errors: Callable[[Path], list[str]]
) -> None:
    path = russian / "russian" / "russian-manuscript.docx"
    (section,) = docx.Document(str(path)).sections
    for head in (section.header, section.first_page_header):
        (paragraph,) = head.paragraphs
        assert "PAGE" in paragraph._p.xml
        assert paragraph.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
        assert paragraph.style.font.size.pt == 9
        assert "w:pBdr" not in paragraph.style.element.xml, "no line below it"
    assert "PAGE" not in section.footer._element.xml + section.first_page_footer._element.xml
    assert open_xml_errors(path) == []
    with pypdfium2.PdfDocument(russian / "russian" / "russian-manuscript.pdf") as opened:
        for number, page in enumerate(opened, 1):
            width, height = page.get_size()
            text = page.get_textpage()
            corner = text.get_text_bounded(width / 2, height - 50, width, height)
            assert corner.strip() == str(number)
            assert text.get_text_bounded(0, 0, width, 50).strip() == ""


def test_what_is_ruled_of_the_front_is_measured_in_the_file(russian: Path) -> None:
    page = (russian / "russian" / "CHECKLIST.html").read_text(encoding="utf-8")
    for asked, measured in (
        ("вверху справа", "вверху справа"),
        ("кегль 9 пт", "9 пт"),
        ("через ;", "1 из 1 перечней"),
        ("инициалы после фамилии", "Карберри\u00a0Д."),
        ("от 11 до 12 предложений на русском языке", "12 предложений"),
        ("кто финансировал работу", "указано"),
        ("места работы на английском языке", "указано"),
    ):
        assert f'"asked">{asked}</td>\n<td role="cell" class="measured">{measured}<' in page


def test_the_checklist_is_in_the_language_of_the_manuscript(russian: Path) -> None:
    for journal in ("plain", "russian"):
        page = (russian / journal / "CHECKLIST.html").read_text(encoding="utf-8")
        assert '<html lang="ru-RU">' in page
        tree = html.document_fromstring(page)
        for name in ("style", "a"):
            for node in tree.findall(f".//{name}"):
                node.drop_tree()
        text = re.sub(r"\S+[:.]\S+|`[^`]*`|Times New Roman|gost-\w+|ORCID", "", tree.text_content())
        assert re.findall(r"[A-Za-z]{2,}", text) == []


def test_initials_need_to_know_the_family_name_and_funding_is_the_authors_to_tell(
    sound: Path,
) -> None:
    with_profile(sound, RUSSIAN.replace("11-12", "3 or fewer"))
    done = workshop.call("submit", "russian", "--check", "--project", sound)
    assert done.returncode == 1
    assert [each for each in done.stderr.split("\n") if not each.startswith("    ")] == [
        "content/review.yaml:10:11: error[journal-author]: Jozaya Karberri: no `family` in `ru`, "
        "so that no initials can be made",
        "content/review.yaml:43: error[journal-abstract]: the abstract in `ru` has 12 sentences; "
        "the journal wants 3 or fewer sentences",
        "2 errors",
        "",
    ]
    assert "2 you must" not in done.stdout
    assert "1 you must" in done.stdout


def test_what_is_cited_by_number_has_a_list_though_the_profile_names_none(plain: Path) -> None:
    document = docx.Document(str(plain / "plain-manuscript.docx"))
    entries = [each.text for each in document.paragraphs if each.style.name == "Bibliography"]
    assert [each[:2] for each in entries] == ["1.", "2.", "3.", "4."]
    assert "Список литературы" in [each.text for each in document.paragraphs]
    page = (plain / "CHECKLIST.html").read_text(encoding="utf-8")
    assert "в стиле gost-numeric" in page


def test_notes_and_their_list_are_as_russian_journals_have_them(russian: Path) -> None:
    path = russian / "notes" / "notes-manuscript.docx"
    document = docx.Document(str(path))
    entries = [each.text for each in document.paragraphs if each.style.name == "Bibliography"]
    assert [each[:8] for each in entries] == ["Аҳмедов ", "Петров П", "Karimova", "Smith A."]
    assert "Книга о ташкентском метро" in entries[0], (
        "a description is in the manuscript's language"
    )
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/footnotes.xml"))
    notes = ["".join(each.itertext()).strip() for each in root if "".join(each.itertext()).strip()]
    assert any("Книга о ташкентском метро" in each for each in notes)
    alone = [each for each in notes if ";" not in each and "цит. по" not in each]
    assert "Там же." in alone
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert [each[1:] for each in rows if each[1] == "Первая линия"] == [
        ["Первая линия", "Каримова 2019; Петров 2008"]
    ]


def test_in_the_letter_quotation_marks_are_not_nested_in_the_same(plain: Path) -> None:
    texts = [p.text for p in docx.Document(str(plain / "plain-cover-letter.docx")).paragraphs]
    assert texts[1] == "В редакцию журнала «Вестник „Мысль“»"


def test_a_letter_in_cyrillic_uzbek_is_that_in_latin_in_other_letters(tmp_path: Path) -> None:
    project = workshop.with_cyrillic(tmp_path / "project")
    with_profile(
        project,
        PLAIN.replace("languages: [ru]", "languages: [uz-cyrl]").replace(
            "citations:",
            "lengths: [{unit: characters, limits: 100 or more, counts: [text]}]\ncitations:",
        ),
    )
    done = workshop.call("submit", "plain", "--project", project)
    assert done.returncode == 0, done.stderr
    letter = project / "output/journals/plain/plain-cover-letter.docx"
    texts = [p.text for p in docx.Document(str(letter)).paragraphs]
    assert texts[1] == "“Вестник ‘Мысль’” журнали таҳририятига"
    assert texts[3].startswith("“Тошкент метроси икки манбада” номли мақолани")
    assert re.search(r"\d{3} белги, пробеллар билан \(матн\), 4 та манба", texts[3])
    assert "4 та манба, 2 та жадвал, 1 та расм" in texts[3]
    assert re.findall(r"[A-Za-z]+", " ".join(texts[:6])) == []


def test_the_checklist_tells_duties_in_the_language_of_the_manuscript(plain: Path) -> None:
    page = (plain / "CHECKLIST.html").read_text(encoding="utf-8")
    assert '<td role="cell" class="asked">Приложить рецензию</td>' in page
    assert "Add a review" not in page
    assert '<td role="cell" class="asked">Прочитать сопроводительное письмо' in page
    assert '<td role="cell" class="asked">Приложить согласие</td>' in page


# ------------------------------------------------------------------ before anything is made


def test_a_new_profile_is_written_once(tmp_path: Path) -> None:
    project = workshop.copy_sound(tmp_path / "project")
    done = workshop.call("submit", "--new", "mine", "--project", project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("mine.yaml: fill it in, then ./build.py submit mine --check\n")
    path = project / "templates/journals/mine.yaml"
    text = path.read_text(encoding="utf-8")
    for name in ("mine", "vak-history"):
        again = workshop.call("submit", "--new", name, "--project", project)
        assert (again.returncode, again.stderr.split("\n")[0]) == (
            1,
            f"templates/journals/{name}.yaml: error[journal-exists]: there is a profile of a "
            f"journal `{name}` already",
        )
    assert path.read_text(encoding="utf-8") == text
    assert workshop.names(path.parent) == ["mine.yaml"]
    wrong = workshop.call("submit", "--new", "../Mine", "--project", project)
    assert "error[wrong-id]: `../Mine` cannot be the name of a profile" in wrong.stderr
    assert "the name in `uz` is empty" in workshop.call("check", "--project", project).stderr


def test_a_profile_is_checked_without_making_anything(sound: Path) -> None:
    with_profile(sound, EASY)
    before = workshop.stamps(sound)
    done = workshop.call("submit", "easy", "--check", "--project", sound)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[0].startswith("easy: the profile is in order; ")
    assert "2 you must, 1 not known" in done.stdout
    assert workshop.stamps(sound) == before
    with_profile(sound, IMPOSSIBLE)
    done = workshop.call("submit", "impossible", "--check", "--project", sound)
    assert done.returncode == 1
    assert done.stdout.startswith("impossible: first mend the profile; "), "it names no section"
    lines = [each for each in done.stderr.split("\n") if not each.startswith("    ")]
    without = [each for each in TOLD.split("\n") if "journal-length" not in each]
    assert lines[:-2] == without[:-2], "all but the length"


def test_a_profile_is_read_though_the_review_has_errors(sound: Path) -> None:
    with_profile(sound, SLIPS)
    workshop.replace(sound / "content/sections/01-opening/en.md", "construction-began", "no-fact")
    done = workshop.call("submit", "slips", "--project", sound, "--quiet")
    assert done.returncode == 1
    assert "error[unknown-fact]" in done.stderr
    assert "error[unknown-style]: unknown citation style `gost`" in done.stderr


def test_check_reads_the_profiles_of_the_project(sound: Path) -> None:
    with_profile(sound, SLIPS)
    done = workshop.call("check", "--project", sound)
    assert done.returncode == 1
    assert "slips.yaml:8:12: error[unknown-style]: unknown citation style `gost`" in done.stderr


def test_the_journals_are_listed(sound: Path) -> None:
    with_profile(sound, EASY)
    done = workshop.call("submit", "--project", sound)
    assert done.returncode == 0
    assert re.search(r"^easy +An Easy Journal$", done.stdout, re.MULTILINE)


def test_a_review_with_errors_is_not_submitted(sound: Path) -> None:
    with_profile(sound, EASY)
    workshop.replace(sound / "content/sections/01-opening/en.md", "construction-began", "no-fact")
    done = workshop.call("submit", "easy", "--project", sound, "--quiet")
    assert done.returncode == 1
    assert "error[unknown-fact]" in done.stderr
    assert not (sound / "output" / "journals").exists()


def test_check_counts_the_works_of_the_form_that_is_sent(sound: Path) -> None:
    section = sound / "content/sections/02-network"
    for each in section.glob("*.md"):
        text = each.read_text(encoding="utf-8")
        each.write_text(text.replace("\n\n", "\n\n{{ weight(3) }}", 1), encoding="utf-8")
    wanting = EASY + "works: {limits: 15 or more}\n"
    with_profile(sound, wanting)
    whole = workshop.call("submit", "easy", "--check", "--project", sound)
    assert "the text cites 4 works; the journal wants" in whole.stderr
    assert "    works are the full form's; `--draft` tells if a shorter one is sent" in whole.stdout
    with_profile(sound, wanting.replace("lengths:\n", "form: short\nlengths:\n"))
    short = workshop.call("submit", "easy", "--check", "--project", sound)
    assert "the text cites 3 works; the journal wants" in short.stderr
    assert "shorter" not in short.stdout


def test_a_form_that_was_too_long_is_told_with_its_length(sound: Path) -> None:
    section = sound / "content/sections/02-network"
    for each in section.glob("*.md"):
        text = each.read_text(encoding="utf-8")
        each.write_text(text.replace("\n\n", "\n\n{{ weight(3) }}", 1), encoding="utf-8")
    profile = re.sub(r"limits: 50 or more.*", "limits: 60 or fewer, counts: [text]}", EASY)
    with_profile(sound, re.sub(r"package: .*", "package: [manuscript]", profile))
    done = workshop.call("submit", "easy", "--project", sound)
    assert done.returncode == 0, done.stderr
    assert "the medium form; made 4 files" in done.stdout
    assert "    The full form is too long: 73 words.\n" in done.stdout
    page = (sound / "output/journals/easy/CHECKLIST.html").read_text(encoding="utf-8")
    assert "<li>The full form is too long: 73 words.</li>" in page


def test_check_tells_of_cyrillic_in_an_english_manuscript(sound: Path) -> None:
    with_profile(sound, EASY)
    told = "    2 works are cited in Cyrillic: `romanised` in the profile changes that\n"
    assert told in workshop.call("submit", "easy", "--check", "--project", sound).stdout
    russian = workshop.call("submit", "easy", "--language", "ru", "--check", "--project", sound)
    assert "cited in Cyrillic" not in russian.stdout
    with_profile(sound, EASY + "romanised: {systems: {ru: bgn-pcgn, uz-cyrl: uzbek-latin}}\n")
    ruled = workshop.call("submit", "easy", "--check", "--project", sound)
    assert "cited in Cyrillic" not in ruled.stdout


def test_notes_may_have_a_list_by_author_and_year(sound: Path) -> None:
    profile = re.sub(r"package: .*", "package: [manuscript, jats]", EASY)
    profile = profile.replace("citations: gost-numeric", "citations: chicago-notes")
    profile = profile.replace("style: gost-numeric", "style: chicago-author-date")
    with_profile(sound, profile)
    done = workshop.call("submit", "easy", "--project", sound)
    assert done.returncode == 0, done.stderr
    folder = sound / "output" / "journals" / "easy"
    document = docx.Document(str(folder / "carberry-manuscript.docx"))
    listed = [each.text for each in document.paragraphs if each.style.name == "Bibliography"]
    own = [each for each in listed if re.match("[A-Z]", each)]
    assert len(own) > 1
    assert own == sorted(own)
    works = etree.parse(folder / "article.xml").findall(".//ref")
    titles = [each.find(".//element-citation").findtext("article-title") for each in works]
    assert len(titles) == len(listed)
    for title, entry in zip(titles, listed, strict=True):  # in JATS, too
        assert not title or title in entry
    assert any(titles)
