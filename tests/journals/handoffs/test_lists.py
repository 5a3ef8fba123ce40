"""The cited works as RIS, CSL-JSON and BibLaTeX."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from uchtil.bibliography import read_bibliography
from uchtil.journals.handoffs import HANDOFFS, Skipped
from uchtil.journals.submission import Submission
from uchtil.problems import Problems

from .conftest import BIBLIOGRAPHY


def written(name: str, submission: Submission) -> str:
    return HANDOFFS[name].write(submission).decode("utf-8")


def test_ris(small: Submission) -> None:
    assert written("ris", small).split("\r\n") == [
        "TY  - JOUR",
        "ID  - karimov2026",
        "AU  - Каримов, Икром Илёмжон ўғли",
        "AU  - Институт транспорта",
        "TI  - История метро",
        "T2  - Транспорт",
        "VL  - 2",
        "IS  - 3",
        "DO  - 10.5555/12345678",
        "UR  - https://example.org/a?b=1&c=2",
        "LA  - ru-RU",
        "TT  - A history of the metro",
        "PY  - 2026",
        "DA  - 2026/01/30/",
        "Y2  - 2026/11/20/",
        "SP  - 10",
        "EP  - 19",
        "N1  - In Latin script (ru): Karimov Ikrom Ilyomzhon oʻgʻli; Institut transporta. "
        "Istoriya metro [A history of the metro]. Transport.",
        "ER  - ",
        "",
        "TY  - ELEC",
        "ID  - uzdaily-metro",
        "TI  - Metro ochildi",
        "T2  - UzDaily",
        "LA  - uz-Latn-UZ",
        "PY  - 1977",
        "DA  - 1977///",
        "ER  - ",
        "",
    ]


def test_no_stop_of_the_note_is_doubled(small: Submission) -> None:
    item = {
        **small.romanised["karimov2026"],
        "author": [{"family": "Karimov", "given": "Q."}, {"literal": "et al."}],
        "title": "Where does it go?",
        "container-title": "Transport",
    }
    told = written("ris", replace(small, romanised={"karimov2026": item}))
    assert "(ru): Karimov Q. Where does it go? Transport.\r\n" in told


def test_no_text_makes_a_line_of_ris(hostile: Submission) -> None:
    works = tuple(
        replace(each, fields={"title": "a\r\nER  - \r\nTY  - BOOK\x85\u2028b"})
        for each in hostile.references
    )
    lines = written("ris", replace(hostile, references=works)).splitlines()
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert sum(line.startswith("TY") for line in lines) == 2


def test_every_shipped_work_is_in_each_list(
    shipped_of: dict[str, Submission], schemas: Path, tmp_path: Path
) -> None:
    submission = shipped_of["ru"]
    keys = [each.key for each in submission.references]
    ris = written("ris", submission)
    assert re.findall(r"^ID  - (.*)\r$", ris, re.MULTILINE) == keys
    items = json.loads(written("csl", submission))
    assert [item["id"] for item in items] == keys
    assert "nocase" not in json.dumps(items)
    schema = json.loads((schemas / "csl-data.json").read_bytes())
    assert list(jsonschema.validators.validator_for(schema)(schema).iter_errors(items)) == []
    (tmp_path / "a.bib").write_text(written("bib", submission), encoding="utf-8")
    problems = Problems()
    read = read_bibliography(tmp_path / "a.bib", "a.bib", problems)
    assert not problems.errors
    assert set(read) == set(keys)
    for reference in submission.references:
        assert replace(read[reference.key], where=reference.where) == reference


def test_entries_are_as_written(small: Submission) -> None:
    first, rest = BIBLIOGRAPHY.split("\n\n@book")
    last = rest.partition("% The next one is a page.\n")[2]
    assert written("bib", small) == (
        first.removeprefix("% Works.\n\n") + "\n\n" + last.removeprefix("  ")
    )


def test_abbreviations_come_along(small: Submission) -> None:
    text = "@string{tr = {Транспорт}}\n" + BIBLIOGRAPHY
    assert written("bib", replace(small, bibliography=text)).startswith(
        "@string{tr = {Транспорт}}\n\n@article{karimov2026,"
    )


def test_no_text_of_a_bibliography(small: Submission) -> None:
    with pytest.raises(Skipped):
        written("bib", replace(small, bibliography=""))
