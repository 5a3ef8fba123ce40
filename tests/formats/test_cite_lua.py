"""Citations in three languages, four styles and real pandoc."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from lxml import etree

from uchtil.bibliography import csl_json, read_bibliography
from uchtil.formats.csl import load_style
from uchtil.problems import Problems

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE.parents[1] / "templates"
STYLES = ("gost-numeric", "gost-alphabetical", "apa", "chicago-notes")
TAGS = {"uz": "uz-Latn-UZ", "ru": "ru-RU", "en": "en-GB"}
WORKS = json.loads((HERE.parent / "data" / "csl" / "works.json").read_text("utf-8"))
KEYS = [work["id"] for work in WORKS]
VIA = {"uz": "qarang", "ru": "цит. по", "en": "cited in"}
# First use is neither the order of the file nor that of the alphabet.
FIRST = ["smith2019", "ivanova2018", "karimova2018b", "karimova2018a"]
ORDER = FIRST + [key for key in KEYS if key not in FIRST]
# What citeproc falls back to when a language has no term of its own.
ENGLISH = re.compile(
    r"\b(et al|pp?\.|vols?\.|nos?\.|[Ee]ds?\.?|edn|accessed|[Rr]etrieved|from|[Ii]n:? [A-ZА-Я]|"
    r"and|n\.d\.|edited by|[Ee]lectronic resource|ibid)(?!\w)",
)


def markdown(language: str) -> str:
    via = VIA[language]
    rest = "\n\n".join(f"P [@{key}]." for key in ORDER)
    return (
        f"A [@smith2019, 12] / [@ivanova2018; {via}: @karimova2018b, 12-15].\n\n"
        f"B [@karimova2018b; @karimova2018a]. C [@anon].\n\nD [@anon, 3].\n\n"
        f"E [@anon, 3].[^n]\n\n[^n]: Note [@petrov2006].\n\n{rest}\n"
    )


def run(style: str, tmp: Path, **changes: Any) -> dict[str, Any]:
    loaded = load_style(TEMPLATES, style, journals=True)
    job = {
        "markdown": {language: markdown(language) for language in TAGS},
        "tags": TAGS,
        "languages": ["uz", "ru", "en"],
        "references": WORKS,
        "style": loaded.xml,
        "unsorted": loaded.xml_unsorted,
        "kind": loaded.kind,
        "own_language": loaded.own_language,
        **changes,
    }
    file = tmp / "job.json"
    file.write_text(json.dumps(job, ensure_ascii=False), "utf-8")
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            "lua",
            str(HERE / "cite_driver.lua"),
            str(TEMPLATES / "pandoc" / "cite.lua"),
            str(file),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Any]]:
    """The result of a style, made once; ``["docx"]`` is the path of its DOCX."""

    @cache
    def make(style: str) -> dict[str, Any]:
        folder = tmp_path_factory.mktemp(style)
        docx = folder / "out.docx"
        return {**run(style, folder, docx=str(docx)), "docx": docx}

    return make


Made = Callable[[str], dict[str, Any]]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def body(result: dict[str, Any], language: str) -> str:
    return plain(result["bodies"][language])


@pytest.mark.parametrize("style", STYLES)
def test_looks_as_it_did(made: Made, golden: Callable[[str, str], None], style: str) -> None:
    result = made(style)
    parts = [f"== {language} ==\n{body(result, language)}" for language in TAGS]
    entries = "\n".join(f"{e['lang']:>10}  {plain(e['text'])}" for e in result["entries"])
    golden(f"cite/{style}.txt", "\n".join(parts) + f"\n== list ==\n{entries}\n")


@pytest.mark.parametrize("style", STYLES)
def test_each_work_is_listed_once_with_the_terms_of_its_own_language(
    made: Made, style: str
) -> None:
    result = made(style)
    assert sorted(result["order"]) == sorted(KEYS)
    assert [e["id"] for e in result["entries"]] == [f"ref-{key}" for key in result["order"]]
    own = {f"ref-{work['id']}": work["language"] for work in WORKS}
    assert {e["id"]: e["lang"] for e in result["entries"]} == own
    assert result["warnings"] == []


@pytest.mark.parametrize("style", STYLES)
def test_no_english_term_in_an_entry_of_another_language(made: Made, style: str) -> None:
    entries = made(style)["entries"]
    assert ENGLISH.search("London: Press. P. 3. et al. Retrieved")  # the net has no hole
    told = [e["text"] for e in entries if e["lang"] != "en-GB" and ENGLISH.search(e["text"])]
    assert told == []
    assert [
        e["text"] for e in entries if re.search(r"\.\.|\[\]|\(\)|//\s*$|, ?\.", e["text"])
    ] == []


@pytest.mark.parametrize("style", STYLES)
def test_no_english_term_in_a_citation_of_another_language(made: Made, style: str) -> None:
    for language in ("uz", "ru"):
        text = body(made(style), language).replace("Neighbours and partners", "")
        assert not ENGLISH.search(text), ENGLISH.search(text)


@pytest.mark.parametrize("style", STYLES)
def test_same_works_same_numbers_same_order_in_every_language(made: Made, style: str) -> None:
    result = made(style)
    cited = {lang: [o["key"] for o in found] for lang, found in result["occurrences"].items()}
    assert cited["uz"] == cited["ru"] == cited["en"]
    assert set(cited["uz"]) == set(KEYS)
    assert result["numbers"] == {key: n for n, key in enumerate(result["order"], 1)}
    if "gost" in style:
        for found in result["occurrences"].values():
            assert all(o["text"] == str(result["numbers"][o["key"]]) for o in found)
        for number, entry in enumerate(result["entries"], 1):
            assert entry["text"].startswith(f"{number}. ")


def test_numbers_go_by_first_use(made: Made) -> None:
    assert made("gost-numeric")["order"] == [
        "smith2019",
        "ivanova2018",
        "karimova2018b",
        "karimova2018a",
        "anon",
        "petrov2006",
        *(k for k in ORDER if k not in {*FIRST, "anon", "petrov2006"}),
    ]


def test_a_style_that_sorts_is_sorted_in_the_first_language(made: Made) -> None:
    result = made("gost-alphabetical")
    texts = [e["text"].split(" ", 1)[1] for e in result["entries"]]
    latin = [t for t in texts if re.match(r"[\W\d]*[A-Za-z]", t)]
    cyrillic = texts[len(latin) :]
    assert texts == latin + cyrillic
    assert [t.split()[0] for t in latin[:4]] == ["Brown", "Karimova", "Karimova", "Leaders"]
    assert body(result, "ru").startswith(f"A [{result['numbers']['smith2019']}, с. 12]")


@pytest.mark.parametrize("style", ["gost-alphabetical", "gost-notes", "apa"])
@pytest.mark.parametrize(
    ("tag", "cyrillic_first"),
    [("ru-RU", True), ("uz-Cyrl-UZ", True), ("uz-Latn-UZ", False), ("en-GB", False)],
)
def test_a_sorted_list_begins_in_the_script_of_its_language(
    style: str, tag: str, cyrillic_first: bool, tmp_path: Path
) -> None:
    made = run(style, tmp_path, markdown={"x": markdown("ru")}, tags={"x": tag}, languages=["x"])
    begins = "".join(
        "C" if re.match(r"[\W\d]*[А-я]", each["text"]) else "l" for each in made["entries"]
    )
    assert re.fullmatch("C+l+" if cyrillic_first else "l+C+", begins), begins


@pytest.mark.parametrize("style", ["gost-numeric", "gost-alphabetical"])
def test_a_body_that_cites_in_another_order_has_the_same_numbers(
    style: str, tmp_path: Path
) -> None:
    text = {"uz": "[@anon] [@smith2019]", "ru": "[@smith2019] [@brown2014]", "en": "[@brown2014]"}
    result = run(style, tmp_path, markdown=text)
    numbers = result["numbers"]
    assert sorted(numbers.values()) == [1, 2, 3]
    for found in result["occurrences"].values():
        assert all(o["text"] == str(numbers[o["key"]]) for o in found)
    assert [o["key"] for o in result["occurrences"]["ru"]] == ["smith2019", "brown2014"]


def test_the_caller_may_give_the_order(tmp_path: Path) -> None:
    result = run("gost-numeric", tmp_path, order=["petrov2006", "anon"])
    assert result["order"][:3] == ["petrov2006", "anon", "smith2019"]
    assert body(result, "en").startswith("A [3, p. 12]")


@pytest.mark.parametrize(
    ("style", "language", "text"),
    [
        ("gost-numeric", "uz", "A [1, 12-b.] / [2; qarang: 3, 12–15-b.]."),
        ("gost-numeric", "ru", "A [1, с. 12] / [2; цит. по: 3, с. 12–15]."),
        ("gost-numeric", "en", "A [1, p. 12] / [2; cited in: 3, p. 12–15]."),
        (
            "apa",
            "uz",
            "A (Smith va Doe, 2019, 12-b.) / (Иванова, 2018; qarang: Karimova, 2018b, 12–15-b.).",
        ),
        (
            "apa",
            "ru",
            "A (Smith и Doe, 2019, с. 12) / (Иванова, 2018; цит. по: Karimova, 2018b, с. 12–15).",
        ),
        (
            "apa",
            "en",
            "A (Smith & Doe, 2019, p. 12) / (Иванова, 2018; cited in: Karimova, 2018b, pp. 12–15).",
        ),
    ],
)
def test_locators_and_cited_in_are_in_the_language_of_the_text(
    made: Made, style: str, language: str, text: str
) -> None:
    assert body(made(style), language).splitlines()[0] == text


def test_works_of_one_citation_stand_in_the_order_of_the_list(tmp_path: Path) -> None:
    text = dict.fromkeys(TAGS, "A [@anon].\n\nB [@petrov2006; @anon].\n")
    result = run("gost-numeric", tmp_path, markdown=text)
    assert body(result, "ru") == "A [1].\n\nB [1; 2].\n"


def test_year_suffixes_are_the_same_in_text_and_list_and_every_language(made: Made) -> None:
    result = made("apa")
    listed = {e["id"]: e["text"] for e in result["entries"]}
    assert listed["ref-karimova2018a"].startswith("Karimova, N. (2018a). Chegara")
    assert listed["ref-karimova2018b"].startswith("Karimova, N. (2018b). Temir")
    for found in result["occurrences"].values():
        printed = {(o["key"], *re.findall(r"2018[a-z]", o["text"])) for o in found}
        assert ("karimova2018a", "2018a") in printed
        assert ("karimova2018b", "2018b") in printed
        assert not {("karimova2018a", "2018b"), ("karimova2018b", "2018a")} & printed


def test_entries_speak_their_own_language(made: Made) -> None:
    listed = {
        e["id"][4:]: plain(e["text"]).split(" ", 1)[1] for e in made("gost-numeric")["entries"]
    }
    assert listed["sodiqov2020"] == (
        "Sodiqov Sh. va boshq. Markaziy Osiyo davlatlari. 2-nashr. Toshkent: Fan, 2020. 280 b."
    )
    assert listed["petrov2006"] == (
        "Петров К. и др. История региона. 2-е изд. М.: Наука, 2006. 320 с."
    )
    assert listed["akhmetov2023"] == (
        "Ахметов С. және т. б. Көршілес елдер: «жаңа кезең» // Отан тарихы. 2023. № 1. Б. 5–19."
    )
    assert listed["smith2019"] == (
        "Smith J. A., Doe R. Neighbours and partners // Central Asian Review. 2019. "
        "Vol. 38, No. 1. P. 101–118. DOI: 10.0000/example.2019.1."
    )
    assert listed["xabar2021"] == (
        "Savdo aylanmasi oshdi [Elektron resurs] // Xabar.uz. 2021. 6-dekabr. "
        "URL: https://example.org/uz/1 (murojaat sanasi: 02.11.2026)."
    )
    assert listed["vazirlik"] == (
        "Ташқи ишлар вазирлиги. Ташқи сиёсат [Электрон ресурс]. "
        "URL: https://example.org/uz/2 (мурожаат санаси: 01.11.2026)."
    )


def test_dates_in_words_are_in_the_order_of_the_language(made: Made) -> None:
    listed = {e["id"][4:]: e["text"] for e in made("chicago-notes")["entries"]}
    assert "2021-yil 6-dekabr" in listed["xabar2021"]
    assert "2017 йил 24 март" in listed["gazeta2017"]
    assert "23 апреля 2016" in listed["pulatova2016"]
    assert "2026 ж. 31 қазан" in listed["kkpage"]
    assert "22 December 2022" in listed["news2022"]


def test_quotation_marks_within_quotation_marks_differ(made: Made) -> None:
    listed = {e["id"][4:]: e["text"] for e in made("chicago-notes")["entries"]}
    assert "«Развитие отношений: „новый этап“»" in listed["ivanova2018"]
    assert "«Көршілес елдер: „жаңа кезең“»" in listed["akhmetov2023"]


@pytest.mark.parametrize(
    ("language", "ibid"), [("uz", "Oʻsha joyda"), ("ru", "Там же"), ("en", "Ibid.")]
)
def test_notes_know_what_was_cited_before(made: Made, language: str, ibid: str) -> None:
    notes = dict(re.findall(r"^\[(\d+)\] (.+)$", body(made("chicago-notes"), language), re.M))
    # C cites [anon], D and E cite a page of it: a page where it differs, then only "ibid."
    assert notes["5"] == f"{ibid}, 3."
    assert notes["6"] == (ibid if ibid.endswith(".") else f"{ibid}.")
    assert notes["3"].count("; ") == 1  # two works in one note
    assert all(note.endswith(".") for note in notes.values())
    assert not any(note.endswith("..") for note in notes.values())
    assert all(note[0] == note[0].upper() for note in notes.values())


@pytest.mark.parametrize("style", ["gost-notes", "chicago-notes"])
def test_a_work_cited_alone_is_there_too_in_every_section(style: str, tmp_path: Path) -> None:
    # the reader begins anew in each section to number notes: the first note of each is note 1
    section = "A [@smith2019; @ivanova2018]. B [@anon]. C [@anon].[^n]\n\n[^n]: See [@anon].\n\n"
    other = "D [@anon; @smith2019]. E [@smith2019]. F [@smith2019].\n\n"
    text = f"{section}\f{other}\f{section}"
    made = run(style, tmp_path, markdown={"ru": text}, languages=["ru"])
    notes = re.findall(r"^\[\d+\] (.+)$", body(made, "ru"), re.M)
    assert len(notes) == 11
    there_too = [number for number, note in enumerate(notes, 1) if note == "Там же."]
    assert there_too == [3, 7, 10]


def test_in_notes_of_gost_each_work_is_marked_as_of_its_language(tmp_path: Path) -> None:
    text = "A [@karimova2018a]. B [@ivanova2018]. C [@ivanova2018]."
    html = run("gost-notes", tmp_path, markdown={"ru": text}, languages=["ru"])["html"]["ru"]
    assert '<span lang="uz-Latn-UZ">Karimova' in html
    assert "Там же" in html
    assert not re.search(r'lang="uz[^>]*>(Иванова|Там же)', html)


def test_in_notes_each_work_is_one_link_to_its_entry(made: Made) -> None:
    result = made("chicago-notes")
    for language in TAGS:
        tree = etree.HTML(result["html"][language])
        (section,) = tree.xpath("//section[contains(@class, 'footnotes')]")
        links = section.xpath(".//a[contains(@class, 'cite')]")
        assert [a.get("href") for a in links] == [
            f"#ref-{o['key']}" for o in result["occurrences"][language]
        ]
        assert tree.xpath("//p//a[contains(@class, 'cite')][not(ancestor::section)]") == []


@pytest.mark.parametrize("style", STYLES)
def test_html_links_lead_to_the_list_and_back(made: Made, style: str) -> None:
    result = made(style)
    tree = etree.HTML("".join(result["html"].values()) + result["list"])
    ids = tree.xpath("//@id[starts-with(., 'ref-') or contains(., '-cite-')]")
    assert len(ids) == len(set(ids))
    links = tree.xpath("//a[contains(@class, 'cite')]")
    assert [a.get("href") for a in links if a.get("href")[1:] not in ids] == []
    assert all("".join(a.itertext()).strip() for a in links)
    back = tree.xpath("//div[@id='refs']//span[@class='backlinks']/a[@class='backlink']/@href")
    assert sorted(back) == sorted(f"#{a.get('id')}" for a in links)
    assert tree.xpath("//div[@id='refs']/div/@lang") == [e["lang"] for e in result["entries"]]


@pytest.mark.parametrize("style", STYLES)
def test_docx_links_lead_to_the_list_and_back(made: Made, style: str) -> None:
    result = made(style)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    anchors: list[str] = []
    marks: list[str] = []
    with zipfile.ZipFile(result["docx"]) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            tree = etree.fromstring(package.read(part))
            anchors += [str(e.get(f"{w}anchor")) for e in tree.iter(f"{w}hyperlink")]
            marks += [str(e.get(f"{w}name")) for e in tree.iter(f"{w}bookmarkStart")]
    inside = {a for a in anchors if a.startswith("ref-") or "-cite-" in a}
    expected = {o["id"] for found in result["occurrences"].values() for o in found}
    assert inside == expected | {f"ref-{key}" for key in KEYS}
    assert inside <= set(marks)


@pytest.mark.parametrize("style", STYLES)
def test_a_missing_work_is_told_and_never_printed(style: str, tmp_path: Path) -> None:
    text = dict.fromkeys(TAGS, "A [@anon; @nosuch]. B [@nosuch].\n")
    result = run(style, tmp_path, markdown=text)
    assert result["missing"] == [{"key": "nosuch", "language": lang} for lang in TAGS]
    assert result["order"] == ["anon"]
    assert "missing" not in json.dumps([result["bodies"], result["entries"]])
    assert "nosuch" not in json.dumps([result["html"], result["list"]])


@pytest.mark.parametrize("style", STYLES)
def test_the_real_bibliography_is_printed_well(style: str, tmp_path: Path, root: Path) -> None:
    file = root / "bibliography" / "references.bib"
    problems = Problems()
    works = csl_json(
        read_bibliography(file, "bibliography/references.bib", problems).values(),
        initials=load_style(TEMPLATES, style).initials,
    )
    assert problems.errors == ()
    text = " ".join(f"[@{work['id']}]" for work in works)
    result = run(style, tmp_path, references=works, markdown=dict.fromkeys(TAGS, text))
    assert len(result["entries"]) == len(works) >= 30
    ugly = re.compile(r"(?<!\.)\.\.(?!\.)|\[\s*\]|\(\s*\)|//\s*[.,]|[,:] ?[.,]|\?\.|  |<span")
    for entry in result["entries"]:
        assert not ugly.search(plain(entry["text"])), entry
        assert entry["lang"] == "en-GB" or not ENGLISH.search(entry["text"]), entry
        assert not re.search(r"б\. ?и\.|\[S\. ?l\.\]|s\.n\.", entry["text"]), entry


def test_nothing_cited_makes_an_empty_list(tmp_path: Path) -> None:
    result = run("gost-numeric", tmp_path, markdown=dict.fromkeys(TAGS, "Text.\n"))
    assert result["entries"] == []
    assert body(result, "uz") == "Text.\n"


def test_it_is_fast(tmp_path: Path) -> None:
    many = [{**work, "id": f"{work['id']}-{n}"} for n in range(3) for work in WORKS][:40]
    text = "\n\n".join(f"Some words here [@{work['id']}, 5] and there." for work in many * 3)
    result = run("gost-numeric", tmp_path, references=many, markdown=dict.fromkeys(TAGS, text))
    assert len(result["entries"]) == 40
    assert result["seconds"] < 1.5  # 0.2 s on two idle cores; other tests may run beside


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("gost-numeric", "Smith’s text [1]. The old page [2]."),
        ("apa", "Smith & Doe (2019). [Sarlavhasiz maqola] (n.d.)."),
        ("chicago-author-date", "Smith and Doe (2019). [Sarlavhasiz maqola] (n.d.)."),
    ],
)
def test_a_label_stands_only_where_the_citation_does_not_say_it(
    style: str, printed: str, tmp_path: Path
) -> None:
    text = "[Smith’s text]{.source-label} [@smith2019]. [The old page]{.source-label} [@anon]."
    made = run(style, tmp_path, markdown={"en": text}, languages=["en"])
    assert " ".join(made["bodies"]["en"].split()) == printed
    assert [each["key"] for each in made["occurrences"]["en"]] == ["smith2019", "anon"]
    assert "source-label" not in made["html"]["en"]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("gost-numeric", "[1; 2] and"),
        ("apa", "([Sarlavhasiz maqola], n.d.; Smith & Doe, 2019) and"),
        ("gost-notes", "Smith’s text; the old page[1] and [1]"),
    ],
)
def test_a_mark_of_a_note_has_the_names_of_the_sources_before_it(
    style: str, printed: str, tmp_path: Path
) -> None:
    text = "[Smith’s text; the old page]{.note-label} [@smith2019; @anon] and"
    made = run(style, tmp_path, markdown={"en": text}, languages=["en"])
    assert " ".join(made["bodies"]["en"].split()).startswith(printed)
