"""The packages of the shipped review for every shipped journal, measured in the finished files.

What a journal wants is read here from its YAML, and what came of it with python-docx,
pikepdf, lxml and zipfile: with other eyes than the program's own.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
import yaml
from lxml import etree

import workshop
from workshop import ROOT

PROFILES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "templates" / "journals").glob("*.yaml"))
}
PRINTED = ("journal-fledu", "ozbekiston-tarixi", "vak-history")
"""Of these the PDF is made, which takes most of the time: grey figures, notes at the foot, two
lists.  Of the others it is taken out of the profile."""
AUTHOR = """\
authors:
  - name: {uz: Josiah Carberry, uz-cyrl: Жозая Карберри, ru: Джосайя Карберри, en: Josiah Carberry, kk: Джосайя Карберри}
    family: {uz: Carberry, uz-cyrl: Карберри, ru: Карберри, en: Carberry, kk: Карберри}
    affiliation: {uz: Namuna universiteti, ru: Образцовый университет, en: Sample University, kk: Үлгі университеті}
    orcid: 0000-0002-1825-0097
    email: carberry@example.org
    corresponding: true
    roles: [conceptualization, writing-original-draft]
"""
"""ORCID's example record: the review itself has no named author."""
TELLING = (
    *("Carberry", "Карберри", "Josiah", "Джосайя", "Жозая"),
    *("0000-0002-1825-0097", "carberry@example.org", "Sample University"),
    *("Образцовый университет", "Namuna universiteti", "Үлгі университеті"),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = {
    "codes": ("UDC",),
    "title": ("Title",),
    "author": ("Author",),
    "affiliation": ("Affiliation",),
    "abstract": ("Abstract",),
    "keywords": ("Keywords",),
    "heading": ("heading 1", "Heading 1"),
    "references": ("Bibliography",),
    "notes": ("footnote text", "Footnote Text"),
    "table": ("Table Text",),
    "caption": ("Table Caption", "Image Caption"),
}
NO_TEXT = ("UDC", "Title", "Author", "Affiliation", "Abstract", "Keywords", "Date")
IN_TABLES = ("Table Text", "Table Heading", "Table Note", "Table Caption", "Image Caption")

each_journal = pytest.mark.parametrize("journal", PROFILES)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Make all packages of the review with an author; returns what the command tells of each."""
    project = tmp_path_factory.mktemp("submitted") / "project"
    for folder in ("content", "bibliography"):
        shutil.copytree(ROOT / folder, project / folder)
    workshop.replace(project / "content" / "review.yaml", "authors: []\n", AUTHOR)
    own = project / "templates" / "journals"
    own.mkdir(parents=True)
    for name in PROFILES:
        text = (ROOT / "templates" / "journals" / f"{name}.yaml").read_text(encoding="utf-8")
        if name not in PRINTED:
            text = text.replace("[manuscript, pdf, ", "[manuscript, ")
        (own / f"{name}.yaml").write_text(text, encoding="utf-8")
    told = workshop.ask("submit", *PROFILES, "--project", project)
    assert [each for each in told.data["problems"] if each["severity"] == "error"] == []
    assert told.code == 0
    notices = [each for each in told.data["problems"] if each["code"] == "incomplete-reference"]
    incomplete = {each["message"].split("`")[1] for each in notices}
    return {each["journal"]: {**each, "incomplete": incomplete} for each in told.data["packages"]}


@pytest.fixture
def folder(packages: dict[str, dict[str, Any]], journal: str) -> Path:
    return Path(packages[journal]["files"][0]).parents[0]


def one(folder: Path, ending: str) -> Path:
    (found,) = folder.glob(f"*{ending}")
    return found


# ------------------------------------------------------------------ the look


def resolved(style: Any, *path: str) -> Any:
    """Return what a style says of something, or the style that it is based on."""
    while style is not None:
        value = style
        for name in path:
            value = getattr(value, name)
        if value is not None:
            return value
        style = style.base_style
    return None


def size_of(style: Any, document: Any) -> float:
    """Return the type size of a style; what it does not say is the document's default."""
    size = resolved(style, "font", "size")
    if size is not None:
        return float(size.pt)
    (default,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    return int(default) / 2


@each_journal
def test_the_page_to_the_millimetre(folder: Path, journal: str) -> None:
    page = PROFILES[journal].get("page") or {}
    (section,) = docx.Document(str(one(folder, "-manuscript.docx"))).sections
    assert section.page_width.cm == pytest.approx(page.get("width", 21), abs=0.01)
    assert section.page_height.cm == pytest.approx(page.get("height", 29.7), abs=0.01)
    for side in ("top", "right", "bottom", "left"):
        if side in page:
            assert getattr(section, f"{side}_margin").cm == pytest.approx(page[side], abs=0.01)


@each_journal
def test_fonts_sizes_spacing_and_indent(folder: Path, journal: str) -> None:
    ruled = PROFILES[journal]["type"]
    document = docx.Document(str(one(folder, "-manuscript.docx")))
    by_name = {each.name: each for each in document.styles}
    for kind, names in {"": ("Body Text", "First Paragraph"), **STYLES}.items():
        look = (ruled if not kind else ruled.get(kind)) or {}
        for style in (by_name[name] for name in names if name in by_name):
            told = {
                "size": lambda s: size_of(s, document),
                "spacing": lambda s: resolved(s, "paragraph_format", "line_spacing"),
                "indent": lambda s: resolved(s, "paragraph_format", "first_line_indent").cm,
                "bold": lambda s: bool(resolved(s, "font", "bold")),
                "italic": lambda s: bool(resolved(s, "font", "italic")),
                "capitals": lambda s: bool(resolved(s, "font", "all_caps")),
            }
            for name, read in told.items():
                if name in look:
                    assert read(style) == pytest.approx(look[name], abs=0.01), (style.name, name)
    with zipfile.ZipFile(one(folder, "-manuscript.docx")) as archive:
        for part in ("word/document.xml", "word/styles.xml", "word/footnotes.xml"):
            for fonts in etree.fromstring(archive.read(part)).iter(f"{W}rFonts"):
                named = {fonts.get(f"{W}{each}") for each in ("ascii", "hAnsi", "cs", "eastAsia")}
                assert named <= {ruled["font"], "Courier New", None}
        settings = archive.read("word/settings.xml")
    if "hyphens" in ruled:
        assert (b"autoHyphenation" in settings) is ruled["hyphens"]


@pytest.mark.parametrize("journal", PRINTED)
def test_the_pdf_is_printed_in_letters_of_the_same_width(folder: Path, journal: str) -> None:
    with pikepdf.open(one(folder, "-manuscript.pdf")) as pdf:
        names = {
            str(each.FontName).partition("+")[2]
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        }
        assert names
        assert all(name.startswith("Liberation-Serif") for name in names), names
        for page in pdf.pages:
            left, bottom, right, top = map(float, page.mediabox)
            assert (right - left, top - bottom) == pytest.approx((595.28, 841.89), abs=0.05)
        for length in PROFILES[journal].get("lengths", []):
            if length["unit"] == "pages":
                assert admitted(length["limits"], len(pdf.pages))


# ------------------------------------------------------------------ words


def admitted(limits: object, count: int) -> bool:
    """Whether so many are within limits as profiles write them."""
    low, high = re.fullmatch(r"(\d+)(?:-(\d+)| or (?:more|fewer))?", str(limits)).groups()  # type: ignore[union-attr]
    if str(limits).endswith("more"):
        return count >= int(low)
    if str(limits).endswith("fewer"):
        return count <= int(low)
    return int(low) <= count <= int(high or low)


def words(text: str) -> int:
    return sum(1 for piece in text.split() if re.search(r"\w", piece))


def parts_of(path: Path) -> dict[str, list[str]]:
    """Return the paragraphs of a document by the part that they belong to."""
    document = docx.Document(str(path))
    found: dict[str, list[str]] = {}
    for paragraph in paragraphs(document):
        name = paragraph.style.name
        part = "text"
        if name in NO_TEXT:
            part = "front"
        elif name == "Bibliography":
            part = "references"
        elif name in IN_TABLES or paragraph._p.getparent().tag == f"{W}tc":
            part = "tables"
        found.setdefault(part, []).append(paragraph.text)
    with zipfile.ZipFile(path) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    found["notes"] = [
        "".join(note.itertext(f"{W}t"))
        for note in notes.iter(f"{W}footnote")
        if note.get(f"{W}type") is None
    ]
    return found


def paragraphs(document: Any) -> Iterator[Any]:
    """Yield every paragraph of the body, those of tables and of frames included."""
    from docx.text.paragraph import Paragraph

    for node in document.element.body.iter(f"{W}p"):
        yield Paragraph(node, document)


@each_journal
def test_lengths(folder: Path, journal: str) -> None:
    counted = parts_of(one(folder, "-manuscript.docx"))
    for length in PROFILES[journal].get("lengths", []):
        texts = [text for part in length.get("counts", counted) for text in counted.get(part, [])]
        if length["unit"] == "words":
            assert admitted(length["limits"], sum(map(words, texts)))
        elif length["unit"] == "characters":
            assert admitted(length["limits"], sum(map(len, texts)))


@each_journal
def test_abstracts_and_keywords(folder: Path, journal: str) -> None:
    asked = PROFILES[journal]
    document = docx.Document(str(one(folder, "-manuscript.docx")))
    for kind, style in (("abstract", "Abstract"), ("keywords", "Keywords")):
        rules = asked.get(kind) or {}
        limits = rules.get("words") or rules.get("limits")
        texts = [each for each in document.paragraphs if each.style.name == style]
        blocks = [
            each for each in (*asked["front"], *asked.get("after", [])) if each.startswith(kind)
        ]
        if "others" not in "".join(blocks):
            assert len(texts) == len(blocks)
        for paragraph in texts if limits else ():
            label, *rest = [run.text for run in paragraph.runs]
            said = "".join(rest)
            count = words(said) if kind == "abstract" else len(said.split(", "))
            assert admitted(limits, count), label


# ------------------------------------------------------------------ works


@each_journal
def test_lists_their_order_numbers_and_scripts(folder: Path, journal: str) -> None:
    wanted = PROFILES[journal].get("lists", [])
    document = docx.Document(str(one(folder, "-manuscript.docx")))
    lists: list[list[str]] = []
    before = ""
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Bibliography":
            if before != "Bibliography":
                lists.append([])
            lists[-1].append(paragraph.text)
        before = paragraph.style.name if paragraph.text.strip() else before
    assert len(lists) == len(wanted)
    if not wanted:
        return  # notes tell all
    works = len(json.loads((folder / "references.json").read_text(encoding="utf-8")))
    for entries, rules in zip(lists, wanted, strict=True):
        assert len(entries) == works
        numbers = [re.match(r"(\d+)\.?\s", each) for each in entries]
        if any(numbers):
            assert [int(each[1]) for each in numbers if each] == list(range(1, works + 1))
        if rules.get("romanised"):
            assert [each for each in entries if re.search("[\u0400-\u052f]", each)] == []
        for sign in str(rules.get("forbidden", "")).split():
            bare = [re.sub(r"https?://\S+", "", each) for each in entries]
            assert [each for each in bare if sign in each] == []
    if (
        wanted
        and wanted[0].get("order", "citation") == "citation"
        and "numeric" in wanted[0]["style"]
    ):
        text = "\n".join(parts_of(one(folder, "-manuscript.docx"))["text"])
        cited = re.findall(r"\[(\d+(?:[^\]]*?)?)\]", text)
        first = list(
            dict.fromkeys(int(n) for each in cited for n in re.findall(r"(?:^|; )(\d+)", each))
        )
        # Tables cite too, so that not every number is first met in a paragraph; none goes back.
        assert first[0] == 1
        assert len(first) > works / 2


@each_journal
def test_incomplete_works_of_the_list_are_for_the_author(
    packages: dict[str, dict[str, Any]], folder: Path, journal: str
) -> None:
    rules = packages[journal]["rules"]
    told = {line.split("`")[1] for rule in rules for line in rule["details"]}
    assert {rule["verdict"] for rule in rules if rule["details"]} == {"yours"}
    assert told <= packages[journal]["incomplete"]
    if (folder / "references.json").is_file():
        items = json.loads((folder / "references.json").read_text(encoding="utf-8"))
        assert told == packages[journal]["incomplete"] & {each["id"] for each in items}
    page = (folder / "CHECKLIST.html").read_text(encoding="utf-8")
    assert all(f"`{key}`" in page for key in told)


@pytest.mark.parametrize("journal", ("kaznu-history", "otan-tarikhy"))
def test_russian_texts_describe_untitled_works_in_russian(folder: Path, journal: str) -> None:
    parts = parts_of(one(folder, "-manuscript.docx"))
    cited = re.findall(r"[(;] ?(?:цит. по: )?«?(\[[^\]]+\])", "\n".join(parts["text"]))
    assert len(cited) > 20
    assert [each for each in cited if not re.match(r"\[[А-Я]", each)] == []


@each_journal
def test_tables_name_a_source_once(folder: Path, journal: str) -> None:
    document = docx.Document(str(one(folder, "-manuscript.docx")))
    cells = [row.cells[0].text for row in document.tables[0].rows]
    assert any("amatov" in each or "аматов" in each for each in cells)
    assert [
        each for each in cells if len(re.findall(r"(?i)[rр][aа]m[aа]tov|раматов", each)) > 1
    ] == []


@each_journal
def test_heads_of_tables_repeat_and_rows_stay_whole(folder: Path, journal: str) -> None:
    tables = docx.Document(str(one(folder, "-manuscript.docx"))).tables
    assert tables
    for table in tables:
        rows = [row._tr.trPr for row in table.rows]
        assert rows[0].find(f"{W}tblHeader") is not None
        assert all(row.find(f"{W}cantSplit") is not None for row in rows)


# ------------------------------------------------------------------ figures


@each_journal
def test_figures_are_files_with_the_numbers_of_their_captions(folder: Path, journal: str) -> None:
    document = docx.Document(str(one(folder, "-manuscript.docx")))
    captions = [each.text for each in document.paragraphs if each.style.name == "Image Caption"]
    listed = "captions" in PROFILES[journal].get("after", [])
    shown = captions[: len(captions) // 2] if listed else captions
    if listed:
        assert captions == [*shown, *shown]
    numbers = [re.search(r"\d+", each)[0] for each in shown]  # type: ignore[index]
    assert sorted(map(int, numbers)) == list(range(1, len(numbers) + 1))
    files = sorted(path.name for path in (folder / "figures").glob("*"))
    assert files == sorted(f"figure-{each}.{kind}" for each in numbers for kind in ("svg", "png"))
    if "metadata" in PROFILES[journal]["package"]:
        sheet = (folder / "metadata.html").read_text(encoding="utf-8")
        for each, number in zip(shown, numbers, strict=True):
            assert f"Caption of figures/figure-{number}<" in sheet
            assert each.replace("&", "&amp;") in sheet
    if (folder / "article.xml").is_file():
        links = etree.parse(folder / "article.xml").getroot().iter("graphic")
        assert all(
            (folder / each.get("{http://www.w3.org/1999/xlink}href")).is_file() for each in links
        )


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "journal", [name for name, each in PROFILES.items() if each.get("anonymous")]
)
def test_a_copy_without_names_tells_nobody(folder: Path, journal: str) -> None:
    path = one(folder, "-anonymous.docx")
    assert not any(each.casefold() in path.name for each in ("carberry", "josiah"))
    properties = docx.Document(str(path)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(archive.read(name))
            text = "".join(root.itertext()) + " ".join(root.xpath("//@*"))
            for told in TELLING:
                assert told.casefold() not in text.casefold(), (name, told)
            assert not list(root.iter(f"{W}ins", f"{W}del", f"{W}comment"))


@each_journal
def test_the_manuscript_names_the_author(folder: Path, journal: str) -> None:
    texts = [each.text for each in docx.Document(str(one(folder, "-manuscript.docx"))).paragraphs]
    named = any("arberry" in each or "арберри" in each for each in texts[:12])
    blocks = [each.partition(":")[0] for each in PROFILES[journal]["front"]]
    assert named is bool({"authors", "author-data"} & set(blocks))


# ------------------------------------------------------------------ the rest


@each_journal
def test_the_archive_holds_the_files(folder: Path, journal: str) -> None:
    with zipfile.ZipFile(folder / f"{journal}.zip") as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    there = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".zip"
    }
    assert inside == there
    assert {"CHECKLIST.html"} <= set(there)


@each_journal
def test_every_part_is_made_or_told_why_not(folder: Path, journal: str) -> None:
    files = {
        "jats": "article.xml",
        "cff": "CITATION.cff",
        "zenodo": ".zenodo.json",
        "crossref": "crossref.xml",
        "bib": "references.bib",
        "ris": "references.ris",
        "csl": "references.json",
        "metadata": "metadata.html",
        **{f"ojs-{each}": f"ojs-{each}.xml" for each in ("3.3", "3.4", "3.5")},
    }
    page = (folder / "CHECKLIST.html").read_text(encoding="utf-8")
    for name in set(files) & set(PROFILES[journal]["package"]):
        told = re.search(rf"<li>{re.escape(files[name])} \([^<]+\.</li>", page)
        assert (folder / files[name]).is_file() is not bool(told), name
    assert 'class="failed"' not in page.partition("<h2>Files")[0].replace("sums", "")


@pytest.mark.parametrize(
    "journal",
    [
        name
        for name, each in PROFILES.items()
        if "jats" in each["package"] and {"issn", "e_issn"} & set(each["journal"])
    ],
)
def test_jats_names_every_language_and_work(folder: Path, journal: str) -> None:
    path = folder / "article.xml"
    root = etree.parse(io.BytesIO(path.read_bytes())).getroot()
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.get(xml)
    works = len(json.loads((folder / "references.json").read_text(encoding="utf-8")))
    assert len(root.findall(".//ref-list/ref")) == works
    abstracts = [root.find(".//abstract"), *root.findall(".//trans-abstract")]
    languages = [each.get(xml, root.get(xml)) for each in abstracts if each is not None]
    assert len(languages) == len(set(languages)) >= 1
    rids = {rid for each in root.iter("xref") for rid in each.get("rid", "").split()}
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    assert rids <= ids


@pytest.mark.parametrize("journal", ("ozbekiston-tarixi", "otan-tarikhy", "vak-history"))
def test_the_open_xml_sdk_finds_nothing(folder: Path, journal: str, open_xml_errors: Any) -> None:
    assert open_xml_errors(one(folder, "-manuscript.docx")) == []
