"""The entry that is proposed, and its key."""

from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.bibliography import read_bibliography
from uchtil.intake.identity import propose_entry, propose_key
from uchtil.intake.texts import SourceText
from uchtil.problems import Problems


def source(title: str, language: str = "uz-Latn-UZ", **metadata: str) -> SourceText:
    return SourceText(
        text="",
        format="PDF",
        encoding="",
        paragraphs=(),
        language=language,
        confidence=0.9,
        title_guess=title,
        metadata=metadata,
    )


def test_what_is_missing_is_marked_and_hints_are_no_values() -> None:
    proposed = propose_entry(
        source("O'zbekiston va Qozog‘iston: 100% ma’lumot", author="Kotib", date="2026-01-02"), ()
    )
    assert proposed.key == "anon-ozbekiston"
    assert proposed.missing == ("author", "date")
    assert proposed.entry == (
        "% missing: author, date\n"
        "% guessed, by where it stands: title\n"
        "% to be looked at: what kind of work it is (@misc says nothing)\n"
        "% what the file says of itself, unseen by anybody: author “Kotib”; date “2026-01-02”\n"
        "@misc{anon-ozbekiston,\n"
        "  title  = {Oʻzbekiston va Qozogʻiston: 100\\% maʼlumot},\n"
        "  langid = {uz-Latn},\n"
        "}\n"
    )


def test_nothing_is_known() -> None:
    proposed = propose_entry(source("", "und"), ("anon",))
    assert proposed.key == "anon-2"
    assert proposed.missing == ("title", "author", "date", "langid")
    assert proposed.entry.splitlines()[0] == "% missing: title, author, date, langid"
    assert proposed.entry.endswith("@misc{anon-2,\n}\n")


def test_a_title_in_capitals_is_to_be_looked_at() -> None:
    entry = propose_entry(source("ЎЗБЕКИСТОН ВА ҚОЗОҒИСТОН", "uz-Cyrl-UZ"), ()).entry
    assert "(@misc says nothing), the capitals of the title\n" in entry
    assert "@misc{anon-ozbekiston," in entry


@pytest.mark.parametrize(
    "title",
    ["a } b", "a, title = {b}", "a\n@misc{b,", r"\input{a}", "a & b # c_d $e$ % f", "{{a}}"],
)
def test_no_title_breaks_the_file(tmp_path: Path, title: str) -> None:
    proposed = propose_entry(source(title, "en-GB", author="x\n@book{y, title={z}}"), ())
    path = tmp_path / "references.bib"
    path.write_text(proposed.entry, encoding="utf-8")
    problems = Problems()
    read = read_bibliography(path, "references.bib", problems)
    assert [str(each) for each in problems.errors] == []
    assert [*read] == [proposed.key] or [*read.references] == [proposed.key]


@pytest.mark.parametrize(
    ("family", "year", "title", "language", "existing", "key"),
    [
        ("Рахимов", "2016", "", "ru-RU", (), "rakhimov2016"),
        ("Хайруллаев", "", "Ўзбекистон ва Қозоғистон", "uz-Cyrl-UZ", (), "xayrullayev"),
        ("Қосымбаева", "2021-05", "", "kk-KZ", (), "qosymbaeva2021"),
        ("Oʻrinov", "2020", "", "uz-Latn-UZ", (), "orinov2020"),
        ("Ionova", "2018", "The foreign priorities", "en-GB", ("ionova2018",), "ionova2018foreign"),
        (
            *("Ionova", "2018", "The foreign priorities", "en-GB"),
            *(("ionova2018", "ionova2018foreign"), "ionova2018foreign-2"),
        ),
        ("", "", "Договор о вечной дружбе", "ru-RU", (), "anon-dogovor"),
        ("", "2019", "Договор о вечной дружбе", "ru-RU", (), "anon2019-dogovor"),
        ("Smith", "", "War", "en-GB", ("smith",), "smith-war"),
        ("王", "2020", "", "zh-Hans-CN", (), "anon2020"),
    ],
)
def test_a_key(
    family: str, year: str, title: str, language: str, existing: tuple[str, ...], key: str
) -> None:
    assert propose_key(family, year, title, language, existing) == key
