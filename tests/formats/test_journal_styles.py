"""The styles that journals ask for, with real pandoc, as those of reviews."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from test_cite_lua import ENGLISH, KEYS, TAGS, TEMPLATES, WORKS, body, plain, run

from uchtil.bibliography import csl_json, read_bibliography
from uchtil.formats.csl import journal_style_names, load_style, style_names
from uchtil.problems import Problems, ProblemsFound

NUMERIC = ("apa-references", "gost-parentheses", "vak-references")
STYLES = (
    "american-sociological",
    "author-year-colon",
    "chicago-author-date",
    "gost-notes",
    *NUMERIC,
)
LOCALISED = tuple(style for style in STYLES if style != "vak-references")
"""Not the one for lists in Latin script, in which every entry is English."""

Made = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return cache(lambda style: run(style, tmp_path_factory.mktemp(style)))


def test_a_review_cannot_choose_them() -> None:
    assert set(STYLES) & set(style_names(TEMPLATES)) == set()
    assert set(journal_style_names(TEMPLATES)) == {*STYLES, *style_names(TEMPLATES)}
    with pytest.raises(ProblemsFound, match="unknown citation style `gost-notes`"):
        load_style(TEMPLATES, "gost-notes")
    assert load_style(TEMPLATES, "apa", journals=True) == load_style(TEMPLATES, "apa")


@pytest.mark.parametrize(
    ("style", "kind", "sorts", "initials"),
    [
        ("american-sociological", "author-date", True, False),
        ("apa-references", "numeric", False, True),
        ("author-year-colon", "author-date", True, True),
        ("chicago-author-date", "author-date", True, False),
        ("gost-notes", "note", True, True),
        ("gost-parentheses", "numeric", True, True),
        ("vak-references", "numeric", False, True),
    ],
)
def test_what_they_are(style: str, kind: str, sorts: bool, initials: bool) -> None:
    loaded = load_style(TEMPLATES, style, journals=True)
    assert (loaded.kind, loaded.sorts, loaded.initials) == (kind, sorts, initials)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_tells_its_origin_and_licence(style: str) -> None:
    text = (TEMPLATES / "journals" / "csl" / f"{style}.csl").read_text(encoding="utf-8")
    assert text.count("CC BY-SA 3.0") == 1
    root = etree.fromstring(text.encode())
    (rights,) = root.iter("{http://purl.org/net/xbiblio/csl}rights")
    assert rights.get("license") == "http://creativecommons.org/licenses/by-sa/3.0/"


@pytest.mark.parametrize("style", STYLES)
def test_looks_as_it_did(made: Made, golden: Callable[[str, str], None], style: str) -> None:
    result = made(style)
    parts = []
    for language in TAGS:
        lines = [line for line in body(result, language).splitlines() if not line.startswith("P")]
        parts.append(f"== {language} ==\n" + "\n".join(filter(None, lines)))
    entries = "\n".join(f"{e['lang']:>10}  {plain(e['text'])}" for e in result["entries"])
    golden(f"cite/{style}.txt", "\n".join(parts) + f"\n== list ==\n{entries}\n")


@pytest.mark.parametrize("style", STYLES)
def test_each_work_is_listed_once(made: Made, style: str) -> None:
    result = made(style)
    assert sorted(result["order"]) == sorted(KEYS)
    assert [e["id"] for e in result["entries"]] == [f"ref-{key}" for key in result["order"]]
    assert result["warnings"] == []
    for found in result["occurrences"].values():
        assert {o["key"] for o in found} == set(KEYS)
    if style in NUMERIC:
        for number, entry in enumerate(result["entries"], 1):
            assert entry["text"].startswith(f"{number}. ")


@pytest.mark.parametrize("style", LOCALISED)
def test_no_english_term_in_another_language(made: Made, style: str) -> None:
    result = made(style)
    told = [e["text"] for e in result["entries"] if e["lang"] != "en-GB"]
    assert [text for text in told if ENGLISH.search(text)] == []
    for language in ("uz", "ru") if style != "gost-notes" else ():  # English works are English
        text = body(result, language).replace("Neighbours and partners", "")
        assert not ENGLISH.search(text), ENGLISH.search(text)


@pytest.mark.parametrize(
    ("style", "language", "text"),
    [
        ("gost-parentheses", "uz", "A (7, 12-b.) / (12; qarang: 3, 12–15-b.)."),
        ("gost-parentheses", "en", "A (7, p. 12) / (12; cited in: 3, p. 12–15)."),
        ("apa-references", "ru", "A [1, с. 12] / [2; цит. по: 3, с. 12–15]."),
        ("vak-references", "ru", "A [1, с. 12] / [2; цит. по: 3, с. 12–15]."),
        (
            "author-year-colon",
            "uz",
            "A (Smith va Doe, 2019: 12) / (Иванова, 2018; qarang: Karimova, 2018b: 12–15).",
        ),
        (
            "author-year-colon",
            "ru",
            "A (Smith и Doe, 2019: 12) / (Иванова, 2018; цит. по: Karimova, 2018b: 12–15).",
        ),
        (
            "chicago-author-date",
            "en",
            "A (Smith and Doe 2019, 12) / (Иванова 2018; cited in: Karimova 2018b, 12–15).",
        ),
    ],
)
def test_citations(made: Made, style: str, language: str, text: str) -> None:
    assert body(made(style), language).splitlines()[0] == text


def test_a_kazakh_text(tmp_path: Path) -> None:
    text = "A [@smith2019, 77]. B [@smith2019, 8]. C [@petrov2006].\n"
    kazakh = {"markdown": {"kk": text}, "tags": {"kk": "kk-KZ"}, "languages": ["kk"]}
    result = run("author-year-colon", tmp_path, **kazakh)
    expected = (
        "A (Smith және Doe, 2019: 77). B (Smith және Doe, 2019: 8). C (Петров және т. б., 2006)."
    )
    assert body(result, "kk").strip() == expected
    assert "[2] Сонда." in body(run("gost-notes", tmp_path, **kazakh), "kk")


def notes(result: dict[str, Any], language: str) -> list[str]:
    return re.findall(r"^\[\d+\] (.+)$", body(result, language), re.MULTILINE)


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("uz", ("Oʻsha asar. B. 3.", "Oʻsha asar.")),
        ("ru", ("Там же. С. 3.", "Там же.")),
        ("en", ("Ibid. P. 3.", "Ibid.")),
    ],
)
def test_notes_know_what_was_cited_before(
    made: Made, language: str, found: tuple[str, str]
) -> None:
    told = notes(made("gost-notes"), language)
    assert (told[4], told[5]) == found
    assert "2019. Vol. 38, No. 1. P. 12. DOI" in told[0]
    assert told[2].startswith("Karimova N. Temir yoʻllar va tranzit; Karimova N. Chegara ")
    assert told[7] == "Smith J. A., Doe R. Neighbours and partners."
    assert all(note.endswith(".") and not note.endswith("..") for note in told)


@pytest.mark.parametrize("language", TAGS)
def test_notes_print_each_work_in_its_own_language(made: Made, language: str) -> None:
    told = "\n".join(notes(made("gost-notes"), language))
    assert "Вестник истории. 2018. Т. 7, № 2. С. 80–96; " in told
    assert "// Oʻzbekiston tarixi. 2018. J. 12, № 3. B. 12–15." in told
    assert "Ахметов С. және т. б. Көршілес елдер: «жаңа кезең» // Отан тарихы. 2023. № 1." in told


def test_a_romanised_list(tmp_path: Path) -> None:
    """As Russian journals print it: no "//", the English title in brackets, the language."""
    ivanova = next(work for work in WORKS if work["id"] == "ivanova2018")
    work = {
        **ivanova,
        "language": "en-GB",
        "author": [{"family": "Ivanova", "given": "E. P."}],
        "title": '<span class="nocase">Razvitie otnoshenii [Development of relations]</span>',
        "container-title": '<span class="nocase">Vestnik istorii</span>',
        "note": "(In Russian)",
    }
    cited = {
        "markdown": {"ru": "A [@ivanova2018].\n"},
        "tags": {"ru": "ru-RU"},
        "languages": ["ru"],
    }
    (entry,) = run("vak-references", tmp_path, references=[work], **cited)["entries"]
    assert plain(entry["text"]) == (
        "1. Ivanova E. P. Razvitie otnoshenii [Development of relations]. Vestnik istorii, 2018, "
        "vol. 7, no. 2, pp. 80–96. (In Russian)."
    )
    (entry,) = run("apa-references", tmp_path, references=[work], **cited)["entries"]
    assert plain(entry["text"]) == (
        "1. Ivanova, E. P. (2018). Razvitie otnoshenii [Development of relations]. Vestnik "
        "istorii, 7(2), 80–96. (In Russian)"
    )


@pytest.mark.parametrize("style", STYLES)
def test_the_real_bibliography_is_printed_well(style: str, tmp_path: Path, root: Path) -> None:
    problems = Problems()
    works = csl_json(
        read_bibliography(
            root / "bibliography" / "references.bib", "bibliography/references.bib", problems
        ).values(),
        initials=load_style(TEMPLATES, style, journals=True).initials,
    )
    assert problems.errors == ()
    text = " ".join(f"[@{work['id']}]" for work in works)
    result = run(style, tmp_path, references=works, markdown=dict.fromkeys(TAGS, text))
    assert len(result["entries"]) == len(works) >= 30
    ugly = re.compile(r"(?<!\.)\.\.(?!\.)|\[\s*\]|\(\s*\)|//\s*[.,]|[,:] ?[.,]|\?\.|  |<span")
    for entry in result["entries"]:
        assert not ugly.search(plain(entry["text"])), entry
    if style == "author-year-colon":  # each is told apart
        cited = [o["text"] for o in result["occurrences"]["ru"]]
        assert len(set(cited)) == len(cited), json.dumps(cited, ensure_ascii=False)
