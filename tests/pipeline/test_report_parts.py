"""The parts of the report's data, each by itself."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from specimens import references, sound
from uchtil.checks.readback import Cited, FileReading
from uchtil.pipeline.report import Basis, problems
from uchtil.pipeline.report.texts import count_words
from uchtil.pipeline.report.works import by_state, citation_matrix, files
from uchtil.problems import Location, Problems
from uchtil.render.markdown import CitedWork, citation, escape, unescape


def basis(**changes: Any) -> Basis:
    """Return what the matrix of citations needs, and nothing else."""
    prepared: Any = SimpleNamespace(project=sound(), references=references())
    nothing: Any = None
    standard: dict[str, Any] = {
        "prepared": prepared,
        "examined": nothing,
        "problems": Problems(),
        "lock": (),
        "texts": None,
        "style": "gost-numeric",
        "styles": (),
        "present": (),
        "readings": {},
    }
    return Basis(**{**standard, **changes})


def reading(*works: str, **numbers: str) -> FileReading:
    """Return the reading of a file that cites these works and lists them so."""
    return FileReading(
        tuple(Cited(work, "x") for work in works),
        tuple(Cited(work, f"{number}.") for work, number in numbers.items()),
    )


@pytest.mark.parametrize("text", ["a*b_c", "[*] ‘~x~’ #1", "C:\\\\x", "{{ no }}", "@key &amp; <b>"])
def test_what_was_escaped_is_found_again(text: str) -> None:
    assert unescape(escape(text)) == text


def test_citations_are_left_out_of_plain_text() -> None:
    cited = citation([CitedWork(key="a", page="7"), CitedWork(key="b", prefix="cited in")])
    assert unescape(f"Taken as it is {cited}.") == "Taken as it is."


def test_only_words_of_prose_are_counted() -> None:
    markdown = """\
# A heading here

Oʻzbekiston’s “new–old” trade grew [@{a}, 7; cited in @{b}] by 4,5 per cent, see
[Table 1](#table-trade).

::: {#table-trade .exhibit .exhibit-table}

| a | b |
|---|---|

: [Table 1.]{.exhibit-number} The words of a caption

:::

![[Figure 1.]{.exhibit-number} A caption](figure:x){#figure-x .exhibit}

End.
"""
    # A heading here / Oʻzbekiston’s new old trade grew by 4 5 per cent see / Table 1 / End
    assert count_words(markdown) == 3 + 11 + 2 + 1


def test_files_that_cite_otherwise_are_named() -> None:
    readings = {
        "uz/review.html": reading("a", "a", "b", a="1", b="2"),
        "uz/review.pdf": reading("a", "b", a="1", b="2"),
        "ru/review.html": reading("a", "a", "b", a="1", b="3"),
        "trilingual/review.html": reading(*"aaaaaabbb", a="1", b="2"),
    }
    matrix = citation_matrix(basis(readings=readings))
    assert [(each["id"], len(each["files"])) for each in matrix["editions"]] == [
        ("uz", 2),
        ("ru", 1),
        ("trilingual", 1),
    ]
    assert matrix["total"]["trilingual/review.html"] == 9
    first, second = matrix["works"]
    assert (first["number"], first["differs"]) == ("1", ["uz/review.pdf"])
    assert first["times"] == {
        "uz/review.html": 2,
        "uz/review.pdf": 1,
        "ru/review.html": 2,
        "trilingual/review.html": 6,
    }
    assert (second["number"], second["differs"]) == ("2", ["ru/review.html"])


def test_a_work_that_only_one_file_cites_is_told() -> None:
    readings = {
        "uz/review.html": reading("karimova2019"),
        "ru/review.html": reading("karimova2019", "petrov2008"),
        "en/review.html": reading("karimova2019"),
    }
    work = citation_matrix(basis(readings=readings))["works"][1]
    assert (work["key"], work["differs"]) == ("petrov2008", ["ru/review.html"])
    assert (work["file"], work["line"]) == ("bibliography/references.bib", 13)


def test_files_are_told_by_what_became_of_them() -> None:
    listed = files(
        basis(
            present=("uz/review.html", "uz/review.pdf"),
            readings={"uz/review.html": reading()},
        )
    )
    states = by_state(listed)
    assert states["up to date"] == ["uz/review.html"]
    assert states["from an earlier build"] == ["uz/review.pdf"]
    assert len(states["not made"]) == len(listed) - 2


def test_problems_stand_in_one_order_whoever_told_them_first() -> None:
    one, other = Problems(), Problems()
    where = Location(file="a", line=1)
    one.warning("b", "x", where)
    one.warning("a", "y", where)
    one.error("z", "later", Location(file="b"))
    other.error("z", "later", Location(file="b"))
    other.warning("a", "y", where)
    other.warning("b", "x", where)
    told = problems(basis(problems=one))
    assert [each["code"] for each in told] == ["z", "a", "b"]
    assert told == problems(basis(problems=other))


def test_texts_are_told_in_english_where_the_review_has_it() -> None:
    whole = basis()
    assert whole.told_in.code == "en"
    project = whole.prepared.project
    review = dataclasses.replace(project.review, languages=("ru",))
    prepared: Any = SimpleNamespace(project=dataclasses.replace(project, review=review))
    russian = basis(prepared=prepared, texts=Path("nowhere"))
    assert russian.told_in.code == "ru"
    assert russian.text({"ru": "да"}) == "да"
