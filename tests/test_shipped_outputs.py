"""The review that the project ships, as finished: what other programs say of its files."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from lxml import etree, html

import browser
import nu
import verapdf
import workshop
from uchtil.language import language
from uchtil.language.uz.writing import Writing
from workshop import ROOT, SHIPPED

EDITIONS = ("uz", "uz-cyrl", "ru", "en", "trilingual")
SINGLE = EDITIONS[:-1]
WRITTEN = ("uz", "ru", "en")
"""The languages that texts are written in: the trilingual edition has these."""
PAGES = ("index.html", "report.html", *(f"{edition}/review.html" for edition in EDITIONS))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REVIEW = yaml.safe_load((ROOT / "content" / "review.yaml").read_text(encoding="utf-8"))
SECTIONS = len(REVIEW["sections"])
for _text in ("title", "short_title", "abstract"):
    REVIEW[_text]["uz-cyrl"] = Writing().cyrillic_markdown(REVIEW[_text]["uz"])
REVIEW["keywords"]["uz-cyrl"] = [Writing().cyrillic(word) for word in REVIEW["keywords"]["uz"]]
TAGS = {code: language(code).tag for code in SINGLE}

each_edition = pytest.mark.parametrize("edition", EDITIONS)
each_single = pytest.mark.parametrize("edition", SINGLE)
each_page = pytest.mark.parametrize("page", PAGES)


# ------------------------------------------------------------------ all formats


def test_every_format_has_the_same_citations_by_the_report(shipped_output: Path) -> None:
    report = json.loads((shipped_output / "report.json").read_text(encoding="utf-8"))
    assert report["outputs"] == list(SHIPPED)
    assert list(report["citations"]) == list(SHIPPED)
    one = report["citations"]["uz/review.html"]
    assert one["count"] > 100
    assert one["works"] == report["references"]["cited"] > 10
    for name, told in report["citations"].items():
        times = 3 if name.startswith("trilingual/") else 1
        assert told == {"count": one["count"] * times, "works": one["works"]}, name
    assert [each for each in report["problems"] if each["severity"] == "error"] == []


def test_without_the_texts_every_passage_rests_on_the_lock(shipped_output: Path) -> None:
    evidence = json.loads((shipped_output / "report.json").read_text(encoding="utf-8"))["evidence"]
    assert evidence["passages"] > 150
    assert evidence["from_lock"] == evidence["passages"]
    assert (evidence["looked_up"], evidence["not_seen"], evidence["unseen"]) == (0, 0, [])


# ------------------------------------------------------------------ HTML


def test_the_nu_checker_finds_nothing(shipped_output: Path, tmp_path: Path) -> None:
    pages = sorted(shipped_output.rglob("*.html"))
    assert {page.relative_to(shipped_output).as_posix() for page in pages} >= set(PAGES)
    wrong = tmp_path / "index.html"
    text = (shipped_output / "index.html").read_text(encoding="utf-8")
    wrong.write_text(text.replace("<main", "<center></center><main", 1), encoding="utf-8")
    found = nu.faults([*pages, wrong])
    # It does find what is wrong.
    assert ["center" in fault for fault in found.pop(wrong)] == [True]
    assert found == {page: [] for page in pages}


@pytest.fixture(scope="module")
def chromium() -> Iterator[browser.Browser]:
    with browser.started() as one:
        yield one


SCREENS = tuple(itertools.product((360, 1280), ("light", "dark")))
LIKE_ENGLISH = tuple(page for page in PAGES if page != "en/review.html")
"""Of these each width and each scheme once: contrast does not hang on width, nor fit on colour."""


@pytest.mark.parametrize(
    ("page", "width", "scheme"),
    [
        (page, width, scheme)
        for page in PAGES
        for width, scheme in SCREENS
        if page not in LIKE_ENGLISH or (width == 360) is (scheme == "dark")
    ],
)
def test_a_page_meets_wcag_and_fits_the_screen(
    chromium: browser.Browser, shipped_output: Path, page: str, width: int, scheme: str
) -> None:
    with chromium.without_policy():
        chromium.open(shipped_output / page, width=width, scheme=scheme)
        # Dark where dark is wanted, or the contrast of one and the same page is looked at twice.
        assert (luminance(chromium) < 0.1) is (scheme == "dark")
        assert chromium.violations() == []
        assert chromium.run("return document.documentElement.scrollWidth") == width
        # With the policy out of the way, any request that the page makes can be seen.
        assert chromium.requests() == [(shipped_output / page).as_uri()]


def luminance(chromium: browser.Browser) -> float:
    """Return roughly how light the page's background is, from 0 to 1."""
    colour = chromium.run("return getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 765


def test_axe_does_find_what_is_wrong(
    chromium: browser.Browser, shipped_output: Path, tmp_path: Path
) -> None:
    text = (shipped_output / "index.html").read_text(encoding="utf-8")
    path = tmp_path / "index.html"
    path.write_text(
        text.replace("<main", "<img src='data:,'><p style='color:#aaa'>pale</p><main", 1),
        encoding="utf-8",
    )
    with chromium.without_policy():
        chromium.open(path)
        found = {told.partition(":")[0] for told in chromium.violations()}
    assert found == {"image-alt", "color-contrast"}


@each_page
def test_a_page_works_under_its_own_policy(
    chromium: browser.Browser, shipped_output: Path, page: str
) -> None:
    chromium.open(shipped_output / page)
    assert chromium.told() == []
    assert chromium.run("return document.fonts.check('16px \"Source Serif 4\"', 'ʻҚ')")
    chromium.run("document.body.append(Object.assign(new Image(), {src: 'https://example.org/'}))")
    assert any("Content Security Policy" in told for told in chromium.told())


@pytest.mark.parametrize(
    ("edition", "to", "place"),
    [
        ("en", "../ru/review.html", "border-p2"),
        ("uz", "../trilingual/review.html", "uz-border-p2"),
        ("trilingual", "../en/review.html", "border-p2"),
    ],
)
def test_with_a_script_the_switch_leads_to_the_paragraph_being_read(
    chromium: browser.Browser, shipped_output: Path, edition: str, to: str, place: str
) -> None:
    chromium.open(shipped_output / edition / "review.html")
    here = "uz-border-p2" if edition == "trilingual" else "border-p2"
    address = chromium.run(
        "document.documentElement.style.scrollBehavior = 'auto';"
        f"document.getElementById('{here}').scrollIntoView();"
        f"const link = document.querySelector('.switch a[href=\"{to}\"]');"
        "link.addEventListener('click', (event) => event.preventDefault());"
        "link.click(); return link.getAttribute('href')"
    )
    assert address == f"{to}#{place}"
    assert place in ids(shipped_output / edition / to)


@each_edition
def test_without_a_script_each_section_leads_to_itself_in_the_other_languages(
    shipped_output: Path, edition: str
) -> None:
    page = shipped_output / edition / "review.html"
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    sections = tree.xpath("//div[@class='body']//section[contains(@class, 'level2')]")
    assert len(sections) == SECTIONS * (3 if edition == "trilingual" else 1)
    for section in sections:
        own = section.xpath("string(ancestor::*[@lang][1]/@lang)")
        links = section.xpath("./p[@class='elsewhere']/a")
        assert [link.get("lang") for link in links] == [
            TAGS[code]
            for code in (WRITTEN if edition == "trilingual" else SINGLE)
            if TAGS[code] != own
        ]
        name = re.sub("^(uz|ru|en)-", "", section.get("id"))
        for link in links:
            assert leads(page, link), link.get("href")
            assert re.sub("^(uz|ru|en)-", "", link.get("href").partition("#")[2]) == name


@each_page
def test_every_link_within_the_output_leads_somewhere(shipped_output: Path, page: str) -> None:
    path = shipped_output / page
    tree = html.document_fromstring(path.read_text(encoding="utf-8"))
    within = [link for link in tree.xpath("//*[@href]") if "://" not in link.get("href")]
    assert len(within) > (10 if page == "index.html" else 100)
    assert [link.get("href") for link in within if not leads(path, link)] == []


def leads(page: Path, link: Any) -> bool:
    """Whether a link leads to a file that is there, and to a place in it that is there.

    The lines of a source (``#L12``) are no ids.
    """
    file, _, place = link.get("href").partition("#")
    target = (page.parent / file).resolve() if file else page
    return target.is_file() and (not place or target.suffix != ".html" or place in ids(target))


_IDS: dict[Path, frozenset[str]] = {}


def ids(page: Path) -> frozenset[str]:
    """Return the ids of a page."""
    page = page.resolve() if page.suffix else page
    if page not in _IDS:
        tree = html.document_fromstring(page.read_text(encoding="utf-8"))
        _IDS[page] = frozenset(tree.xpath("//@id"))
    return _IDS[page]


# ------------------------------------------------------------------ PDF


@pytest.fixture(scope="module")
def texts(shipped_output: Path) -> dict[str, list[str]]:
    """The text of each page of each PDF, its spaces made even."""
    return {edition: read(shipped_output / edition / "review.pdf") for edition in EDITIONS}


def read(path: Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


@pytest.fixture(params=EDITIONS)
def pdf(request: pytest.FixtureRequest, shipped_output: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(shipped_output / request.param / "review.pdf") as opened:
        opened.edition = request.param  # type: ignore[attr-defined]
        yield opened


def titles(edition: str) -> list[str]:
    """Return the titles that an edition has, one a part."""
    return [REVIEW["title"][code] for code in (WRITTEN if edition == "trilingual" else (edition,))]


def test_verapdf_finds_nothing_against_pdf_ua(shipped_output: Path) -> None:
    paths = [shipped_output / edition / "review.pdf" for edition in EDITIONS]
    assert verapdf.faults(paths) == {path: [] for path in paths}


def test_a_pdf_is_tagged_and_tells_its_title_and_no_author(pdf: Any) -> None:
    assert REVIEW.get("authors", []) == []
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.StructTreeRoot.K
    assert "/Author" not in pdf.docinfo
    for title in titles(pdf.edition):
        assert title in str(pdf.docinfo.Title)
    metadata = pdf.open_metadata()
    assert metadata["dc:title"] == str(pdf.docinfo.Title)
    assert "dc:creator" not in metadata
    assert metadata["pdfuaid:part"] == "1"
    expected = "uz" if pdf.edition == "trilingual" else pdf.edition
    assert str(pdf.Root.Lang) == TAGS[expected]


def test_each_part_of_the_trilingual_edition_is_tagged_with_its_language(
    shipped_output: Path,
) -> None:
    headings: dict[str, list[str]] = {}
    with pikepdf.open(shipped_output / "trilingual/review.pdf") as opened:
        for role, tag in elements(opened.Root.StructTreeRoot, str(opened.Root.Lang)):
            headings.setdefault(role, []).append(tag)
    parts = [TAGS[code] for code in WRITTEN]
    assert {"uz-Cyrl-UZ", *parts} <= set(headings["/LI"]), "works have languages of their own"
    for role in ("/Table", "/Figure"):
        # A table that runs over a page's end is tagged once on each page.
        assert [tag for tag, _ in itertools.groupby(headings[role])] == parts
        assert all(headings[role].count(tag) > 1 for tag in parts)


def elements(element: Any, tag: str) -> Iterator[tuple[str, str]]:
    """Yield the role of each structure element and the language that holds there."""
    tag = str(element.get("/Lang", tag))
    if "/S" in element:
        yield str(element.S), tag
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid, tag)


def test_bookmarks_name_the_title_each_section_and_the_list(pdf: Any) -> None:
    codes = WRITTEN if pdf.edition == "trilingual" else (pdf.edition,)
    with pdf.open_outline() as outline:
        *parts, references = outline.root
        found = [(part.title, [each.title for each in part.children]) for part in parts]
        last = references.title
    assert found == [(REVIEW["title"][code], headings(code)) for code in codes]
    assert last == " · ".join(language(code).terms.references for code in codes)


def headings(code: str) -> list[str]:
    """Return the headings of the sections in one language."""
    folders = sorted((ROOT / "content" / "sections").iterdir())
    files = [folder / f"{'uz' if code == 'uz-cyrl' else code}.md" for folder in folders]
    found = [
        re.match(r"# (.+?)(?: \{\{.*)?\n", file.read_text(encoding="utf-8"))[1]  # type: ignore[index]
        for file in files
    ]
    return [Writing().cyrillic(each) for each in found] if code == "uz-cyrl" else found


def test_every_page_is_a4_and_there_are_more_than_five(pdf: Any) -> None:
    assert len(pdf.pages) > (15 if pdf.edition == "trilingual" else 5)
    for page in pdf.pages:
        left, bottom, right, top = map(float, page.mediabox)
        assert (right - left, top - bottom) == pytest.approx((595.28, 841.89), abs=0.05)


def test_only_the_projects_own_font_is_used_and_it_is_embedded(pdf: Any) -> None:
    described = [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    ]
    assert described
    for each in described:
        assert re.match(r"/[A-Z]{6}\+Source-Serif-4\b", str(each.FontName))
        assert {"/FontFile2", "/FontFile3"} & set(each.keys())
    fonts = [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
    ]
    assert {str(each.Subtype) for each in fonts} == {"/Type0", "/CIDFontType2"}


@each_single
def test_every_page_tells_its_number_in_the_words_of_its_language(
    texts: dict[str, list[str]], edition: str
) -> None:
    pages = texts[edition]
    missing = [
        number
        for number, page in enumerate(pages, 1)
        if page_of(edition, number, len(pages)) not in page
    ]
    assert missing == []


def page_of(code: str, number: int, count: int) -> str:
    """Return "page x of y" in the words of a language, with even spaces."""
    return " ".join(language(code).terms.page_of(number, count).split())


def test_every_page_of_the_trilingual_edition_tells_its_number(
    texts: dict[str, list[str]],
) -> None:
    pages = texts["trilingual"]
    used = dict.fromkeys(WRITTEN, 0)
    for number, page in enumerate(pages, 1):
        told = [code for code in WRITTEN if page_of(code, number, len(pages)) in page]
        assert len(told) == 1 or f"{number} / {len(pages)}" in page, number
        for code in told:
            used[code] += 1
    assert min(used.values()) > 5


def test_no_front_is_laid_out_twice(shipped_output: Path) -> None:
    """Its length is guessed right, or a front of another length would lie there too."""
    sheets = shipped_output / ".uchtil" / "sheets"
    bound = {name for listed in sheets.glob("*.txt") for name in listed.read_text().split()}
    assert {each.name for each in sheets.glob("*.pdf")} == bound


def test_no_word_is_hyphenated_in_a_link(pdf: Any, shipped_output: Path) -> None:
    codes = WRITTEN if pdf.edition == "trilingual" else (pdf.edition,)
    printed = "".join("".join(headings(code)) for code in codes).replace(" ", "")
    pieces: dict[str, list[str]] = {}
    for address, text in links(pdf, shipped_output / pdf.edition / "review.pdf"):
        if address:
            pieces.setdefault(address, []).append(text)
        elif text.endswith("-"):
            assert text in printed, "a heading may break where it has a hyphen of its own"
    assert max(map(len, pieces.values())) > 1, "no address is longer than a line"
    assert len(pieces) > 5
    for address, texts in pieces.items():
        # All of the address and nothing else: the hyphens in it are its own.
        assert address.removeprefix("https://doi.org/") == "".join(texts)


def links(pdf: Any, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the address of each link (empty: within the file) and its text without spaces."""
    with pypdfium2.PdfDocument(path) as document:
        for index, page in enumerate(pdf.pages):
            text = document[index].get_textpage()
            for link in page.obj.get("/Annots", []):
                xs, ys = map(float, link.Rect[::2]), map(float, link.Rect[1::2])
                (left, right), (bottom, top) = sorted(xs), sorted(ys)
                words = text.get_text_bounded(left, bottom + 0.5, right, top - 0.5)
                # So PDFium tells a hyphen at the end of a line, whoever has put it there.
                words = re.sub("[\u00ad\u2010\ufffe\x02]", "-", words)
                address = str(link.A.URI) if "/A" in link and "/URI" in link.A else ""
                yield address, "".join(words.split())


# ------------------------------------------------------------------ DOCX


@pytest.fixture(scope="module")
def documents(shipped_output: Path) -> dict[str, dict[str, Any]]:
    """The parts of each DOCX that hold text, by name."""

    def parts(path: Path) -> dict[str, Any]:
        with zipfile.ZipFile(path) as package:
            return {
                name: etree.fromstring(package.read(name))
                for name in package.namelist()
                if re.fullmatch(r"word/\w+\.xml", name)
            }

    return {edition: parts(shipped_output / edition / "review.docx") for edition in EDITIONS}


@each_edition
def test_the_open_xml_sdk_finds_nothing(
    shipped_output: Path, edition: str, open_xml_errors: Callable[[Path], list[str]]
) -> None:
    assert open_xml_errors(shipped_output / edition / "review.docx") == []


@each_edition
def test_paragraphs_have_styles_that_the_document_defines(
    documents: dict[str, dict[str, Any]], edition: str
) -> None:
    parts = documents[edition]
    named = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in parts["word/styles.xml"].iter(f"{W}style")
    }
    used: dict[str, int] = {}
    for paragraph in parts["word/document.xml"].iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None:
            name = named[style.get(f"{W}val")].lower()
            used[name] = used.get(name, 0) + 1
    several = 3 if edition == "trilingual" else 1
    sections = "heading 2" if edition == "trilingual" else "heading 1"
    assert used[sections] == SECTIONS * several + (several == 1)
    assert used["title"] == several
    assert used["bibliography"] > 10
    assert used["table caption"] > several
    assert used["image caption"] > several
    assert used["body text"] + used["first paragraph"] > SECTIONS * several


@each_edition
def test_every_run_tells_its_language(documents: dict[str, dict[str, Any]], edition: str) -> None:
    own = {TAGS[code] for code in (WRITTEN if edition == "trilingual" else (edition,))}
    runs = [
        run
        for name, part in documents[edition].items()
        if re.match(r"word/(document|footnotes|header|footer)", name)
        for run in part.iter(f"{W}r")
        if run.find(f"{W}t") is not None
    ]
    assert len(runs) > 300
    told = [run.find(f"{W}rPr/{W}lang") for run in runs]
    assert [
        "".join(run.itertext()) for run, tag in zip(runs, told, strict=True) if tag is None
    ] == []
    found = {tag.get(f"{W}val") for tag in told}
    assert own < found, "the works of other languages stand in the list"
    assert found <= {*own, "uz-Latn-UZ", "uz-Cyrl-UZ", "kk-KZ", "ru-RU", "en-GB"}


@each_edition
def test_a_table_of_contents_names_every_section(
    documents: dict[str, dict[str, Any]], edition: str
) -> None:
    body = documents[edition]["word/document.xml"]
    fields = [code.text for code in body.iter(f"{W}instrText") if code.text.strip()[:3] == "TOC"]
    assert len(fields) == 1
    entries = [
        "".join(link.itertext())
        for link in body.iter(f"{W}hyperlink")
        if link.get(f"{W}anchor", "").startswith("_Toc")
    ]
    for code in WRITTEN if edition == "trilingual" else (edition,):
        for heading in headings(code):
            assert any(heading in entry for entry in entries), heading


def test_libreoffice_opens_every_document(shipped_output: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: run `make setup-tests`")
    for edition in EDITIONS:
        shutil.copy(shipped_output / edition / "review.docx", tmp_path / f"{edition}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
        + [tmp_path / f"{edition}.docx" for edition in EDITIONS],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for edition in EDITIONS:
        pages = read(tmp_path / f"{edition}.pdf")
        assert len(pages) > 5
        for title in titles(edition):
            assert title in " ".join(pages)
        for code in WRITTEN if edition == "trilingual" else (edition,):
            for heading in headings(code):
                # In the contents, and over the section.
                assert sum(page.count(heading) for page in pages) > 1, heading


def test_notes_are_laid_out_with_their_text(tmp_path: Path) -> None:
    """WeasyPrint can put off all notes, a page for each, or lose some: see formats/pdf.py."""
    output = tmp_path / "output"
    wanted = ("--style", "chicago-notes", "--language", "en", "--format", "pdf")
    workshop.built(*wanted, "--output", output, "--project", ROOT)
    with pikepdf.open(output / "en/review.pdf") as opened:
        assert len(opened.pages) < 45
