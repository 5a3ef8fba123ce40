"""Styles by name, and the locales that are put into them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from uchtil.formats.csl import load_style, style_names
from uchtil.problems import Location, Problem, ProblemsFound

CSL = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STYLES = ("apa", "chicago-notes", "gost-alphabetical", "gost-numeric")
WHOLE = ("kk-KZ", "ru-RU", "uz-Cyrl-UZ", "uz-Latn-UZ")
TERMS = [
    tuple(term)
    for term in json.loads(
        (Path(__file__).parents[1] / "data" / "csl" / "locale-terms.json").read_text("utf-8")
    )["terms"]
]
# What stands before a page number in a citation, and after it: one of the two is empty.
MAY_BE_EMPTY = {("page", "symbol"), ("page", "verb")}


def locale(templates: Path, tag: str) -> dict[tuple[str, str], str]:
    tree = etree.parse(templates / "csl" / "locales" / f"{tag}.xml")
    assert tree.getroot().get(LANG) == tag
    found: dict[tuple[str, str], str] = {}
    for term in tree.iter(f"{CSL}term"):
        if term.get("gender-form"):
            continue
        key = (term.get("name"), term.get("form", "long"))
        assert key not in found, f"{key} stands twice"
        found[key] = " / ".join(c.text or "" for c in term) if len(term) else term.text or ""
    return found


def test_styles_are_known_by_name(templates: Path) -> None:
    assert style_names(templates) == STYLES


@pytest.mark.parametrize("tag", WHOLE)
def test_locale_has_every_term_and_form_of_the_english_one(templates: Path, tag: str) -> None:
    ours = locale(templates, tag)
    assert len(TERMS) == 376
    assert [term for term in TERMS if term not in ours] == []
    assert [key for key, text in ours.items() if not text and key not in MAY_BE_EMPTY] == []


@pytest.mark.parametrize("tag", WHOLE)
def test_locale_has_both_dates(templates: Path, tag: str) -> None:
    tree = etree.parse(templates / "csl" / "locales" / f"{tag}.xml")
    for form in ("text", "numeric"):
        parts = tree.findall(f"{CSL}date[@form='{form}']/{CSL}date-part")
        assert {part.get("name") for part in parts} == {"year", "month", "day"}


@pytest.mark.parametrize("tag", ["kk-KZ", "ru-RU", "uz-Cyrl-UZ"])
def test_cyrillic_locale_has_no_latin_word(templates: Path, tag: str) -> None:
    latin = {key: t for key, t in locale(templates, tag).items() if re.search("[A-Za-z]", t)}
    assert latin == {}


def test_uzbek_latin_locale_has_no_english_word_and_right_apostrophes(templates: Path) -> None:
    english = etree.parse(templates / "csl" / "locales" / "en-GB.xml")
    assert english.getroot().get(LANG) == "en-GB"
    for key, text in locale(templates, "uz-Latn-UZ").items():
        assert not re.search("[\u2018\u2019'`\u0400-\u04ff]", text), key
        words = set(re.findall(r"[a-z]+", text))
        assert not words & {"and", "by", "the", "of", "ed", "eds", "no", "pp", "vol", "et"}, key


def test_uzbek_latin_and_cyrillic_say_the_same(templates: Path) -> None:
    latin, cyrillic = locale(templates, "uz-Latn-UZ"), locale(templates, "uz-Cyrl-UZ")
    assert latin.keys() == cyrillic.keys()
    assert (latin["month-10", "long"], cyrillic["month-10", "long"]) == ("oktabr", "октябрь")
    assert (latin["et-al", "long"], cyrillic["et-al", "long"]) == ("va boshq.", "ва бошқ.")
    assert (latin["page", "short"], cyrillic["page", "short"]) == ("b.", "б.")
    assert (latin["accessed", "long"], cyrillic["accessed", "long"]) == (
        "murojaat sanasi",
        "мурожаат санаси",
    )
    assert (latin["ibid", "long"], cyrillic["ibid", "long"]) == ("oʻsha joyda", "ўша жойда")


@pytest.mark.parametrize("name", STYLES)
def test_style_carries_the_locales_and_its_licence(templates: Path, name: str) -> None:
    style = load_style(templates, name)
    root = etree.fromstring(style.xml)
    own = {e.get(LANG) for e in root.findall(f"{CSL}locale")}
    assert {*WHOLE, "en-GB"} <= own
    assert style.languages == {*WHOLE, "en-GB"}
    written = (templates / "csl" / f"{name}.csl").read_text("utf-8")
    assert "creativecommons.org/licenses/by-sa/3.0/" in written
    assert "Changed for uchtil in 2026 from " in written


@pytest.mark.parametrize(
    ("name", "kind", "sorts", "initials"),
    [
        ("gost-numeric", "numeric", False, True),
        ("gost-alphabetical", "numeric", True, True),
        ("apa", "author-date", True, True),
        ("chicago-notes", "note", True, False),
    ],
)
def test_kind_and_order(templates: Path, name: str, kind: str, sorts: bool, initials: bool) -> None:
    style = load_style(templates, name)
    assert (style.name, style.kind, style.sorts, style.initials) == (name, kind, sorts, initials)
    assert (len(etree.fromstring(style.xml).findall(f"{CSL}bibliography/{CSL}sort")) == 1) is sorts
    unsorted = etree.fromstring(style.xml_unsorted)
    assert unsorted.findall(f"{CSL}bibliography/{CSL}sort") == []
    assert len(unsorted.findall(f"{CSL}bibliography/{CSL}layout")) == 1


def test_same_bytes_every_time(templates: Path) -> None:
    assert load_style(templates, "apa") == load_style(templates, "apa")


def test_unknown_style_is_told_with_the_nearest(templates: Path) -> None:
    where = Location(file="content/review.yaml", line=9)
    with pytest.raises(ProblemsFound) as found:
        load_style(templates, "gost-numerik", where)
    assert found.value.problems == (
        Problem(
            code="unknown-style",
            message="unknown citation style `gost-numerik`",
            where=where,
            hint="did you mean `gost-numeric`?",
        ),
    )


def test_unknown_style_is_told_with_all_where_none_is_near(templates: Path) -> None:
    with pytest.raises(ProblemsFound) as found:
        load_style(templates, "mla")
    assert str(found.value) == (
        "templates/csl: error[unknown-style]: unknown citation style `mla`\n"
        "    the styles are `apa`, `chicago-notes`, `gost-alphabetical`, `gost-numeric`"
    )


def test_a_name_is_no_path(templates: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"unknown citation style `\.\./csl/apa`"):
        load_style(templates, "../csl/apa")


def test_broken_locale_is_told_with_its_line(templates: Path, tmp_path: Path) -> None:
    shutil.copytree(templates / "csl", tmp_path / "csl")
    broken = tmp_path / "csl" / "locales" / "kk-KZ.xml"
    broken.write_text("<locale>\n<terms>\n</locale>\n", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_style(tmp_path, "apa")
    (problem,) = found.value.problems
    assert (problem.code, problem.hint) == ("broken-style", "mend the file")
    assert problem.where == Location(file="templates/csl/locales/kk-KZ.xml", line=3, column=10)
    assert problem.message == (
        "not well-formed XML: Opening and ending tag mismatch: "
        "terms line 2 and locale, line 3, column 10"
    )


def test_what_a_style_says_of_a_term_has_the_last_word(templates: Path) -> None:
    root = etree.fromstring(load_style(templates, "chicago-notes").xml)
    (british,) = (e for e in root.findall(f"{CSL}locale") if e.get(LANG) == "en-GB")
    terms = [(t.get("name"), t.get("form")) for t in british.iter(f"{CSL}term")]
    assert len(terms) == len(set(terms))
    assert ("page", "symbol") in terms  # ours
    (illustrator,) = (t for t in british.iter(f"{CSL}term") if t.get("name") == "illustrator")
    assert illustrator.text == "illus."  # the style's
