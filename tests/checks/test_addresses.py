"""Web addresses: where they stand, and what is told of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from specimens import references, sound
from uchtil.bibliography import read_bibliography
from uchtil.checks.addresses import (
    Standing,
    _addresses,
    find_addresses,
    questions_of,
    tell_answers,
    tell_cut_off,
)
from uchtil.load.texts import collect_texts
from uchtil.model import Section
from uchtil.problems import Location, Problems
from uchtil.web import Answer, Copy, Outcome, Question

BIBLIOGRAPHY = """\
% https://example.org/comment
@online{one,
  title   = {One},
  url     = {https://example.org/one},
  urldate = {2026-01-30},
  langid  = {en},
}
@article{two,
  title = {Two}, doi = {10.5281/zenodo.18430351},
  note  = {also at https://example.org/two.},
  langid = {en}, author = {Doe, Jane}, journaltitle = {A}, date = {2020},
}
"""
REVIEW = """\
id: x
url: https://example.org/review  # see https://example.org/comment
licence: CC BY 4.0
"""
PROSE = """\
# Heading

See [here](https://example.org/a_(b)), <https://example.org/c> and https://example.org/d.
{# https://example.org/comment #}
<!-- https://example.org/comment -->
A work (doi:10.1000/xyz), «https://example.org/e», {{ cite("https") }}.
"""


def standing(tmp_path: Path) -> tuple[Standing, ...]:
    path = tmp_path / "references.bib"
    path.write_text(BIBLIOGRAPHY, encoding="utf-8")
    problems = Problems()
    read = read_bibliography(path, "bibliography/references.bib", problems)
    assert list(problems.errors) == []
    section = Section(
        slug="s", language="en", text=PROSE, where=Location(file="content/sections/01-s/en.md")
    )
    return find_addresses(read, BIBLIOGRAPHY, REVIEW, collect_texts((), [section], ("en",)))


def test_where_addresses_stand(tmp_path: Path) -> None:
    assert [(str(each.where), each.address) for each in standing(tmp_path)] == [
        ("bibliography/references.bib:4", "https://example.org/one"),
        ("bibliography/references.bib:9", "https://doi.org/10.5281/zenodo.18430351"),
        ("bibliography/references.bib:10", "https://example.org/two"),
        ("content/review.yaml:2:6", "https://example.org/review"),
        ("content/sections/01-s/en.md:3:12", "https://example.org/a_(b)"),
        ("content/sections/01-s/en.md:3:41", "https://example.org/c"),
        ("content/sections/01-s/en.md:3:68", "https://example.org/d"),
        ("content/sections/01-s/en.md:6:9", "https://doi.org/10.1000/xyz"),
        ("content/sections/01-s/en.md:6:28", "https://example.org/e"),
    ]


def test_each_address_is_asked_once_with_the_day_it_was_seen(tmp_path: Path) -> None:
    found = standing(tmp_path)
    again = Standing(address=found[0].address, where=Location(file="a", line=1))
    asked = questions_of((again, *found))
    assert len(asked) == len(found)
    assert asked[0] == Question(address="https://example.org/one", seen=datetime.date(2026, 1, 30))
    assert {each.seen for each in asked[1:]} == {None}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(https://a.org/x)", ["https://a.org/x"]),
        ("[https://a.org/x](https://a.org/y)", ["https://a.org/x", "https://a.org/y"]),
        ("https://a.org/x…", ["https://a.org/x"]),
        ("*https://a.org/x*", ["https://a.org/x"]),
        ("“https://a.org/?q=1&r=2#s”!", ["https://a.org/?q=1&r=2#s"]),
        ("http://a.org https://b.org/", ["http://a.org", "https://b.org/"]),
        ("doi: 10.1000/x(1).", ["https://doi.org/10.1000/x(1)"]),
        ("ftp://a.org and mailto:a@b.org", []),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, found: list[str]) -> None:
    assert [each for each, _ in _addresses(text)] == found


def test_the_sound_review_has_one(root: Path) -> None:
    folder = root / "tests" / "projects" / "sound"
    assert sound().review.url == "https://example.org/tashkent-metro"
    found = find_addresses(
        references(),
        (folder / "bibliography/references.bib").read_text(encoding="utf-8"),
        (folder / "content/review.yaml").read_text(encoding="utf-8"),
        (),
    )
    assert [(str(each.where), each.address) for each in found] == [
        ("content/review.yaml:16:6", "https://example.org/tashkent-metro")
    ]


# ------------------------------------------------------------------ what is told

HERE = Location(file="bibliography/references.bib", line=4)
ARCHIVED = Copy(
    address="https://web.archive.org/web/20250302/https://a.org/x",
    made=datetime.date(2025, 3, 2),
)


def said(outcome: Outcome, because: str = "", **others: object) -> list[str]:
    problems = Problems()
    answer = Answer(
        address="https://a.org/x",
        outcome=outcome,
        said=because,
        day=datetime.date(2026, 11, 20),
        **others,  # type: ignore[arg-type]
    )
    place = Standing(address="https://a.org/x", where=HERE)
    other = Standing(address="https://a.org/not-looked-at", where=HERE)
    tell_answers([place, other], {answer.address: answer}, problems)
    return [line for problem in problems for line in str(problem).splitlines()]


def test_what_is_well_is_not_told() -> None:
    assert said(Outcome.WELL, "200 OK") == []


@pytest.mark.parametrize(
    ("others", "hint"),
    [
        (
            {"copy": ARCHIVED, "archive_asked": True},
            "    the Internet Archive has a copy of 2 March 2025: "
            "https://web.archive.org/web/20250302/https://a.org/x",
        ),
        (
            {"archive_asked": True},
            "    the Internet Archive has no copy; look whether the work stands elsewhere",
        ),
        ({}, "    the Internet Archive did not answer; it may have a copy"),
    ],
)
def test_a_dead_address(others: dict[str, object], hint: str) -> None:
    assert said(Outcome.DEAD, "404 Not Found", **others) == [
        "bibliography/references.bib:4: warning[dead-address]: "
        "`https://a.org/x` is dead: 404 Not Found",
        hint,
    ]


def test_an_address_that_moved() -> None:
    assert said(Outcome.MOVED, "200 OK", moved_to="https://b.org/x") == [
        "bibliography/references.bib:4: notice[moved-address]: "
        "`https://a.org/x` has moved for good",
        "    see whether `https://b.org/x` is the same, and write that",
    ]


def test_an_address_that_is_closed_to_programs() -> None:
    assert said(Outcome.CLOSED, "403 Forbidden") == [
        "bibliography/references.bib:4: notice[closed-address]: `https://a.org/x` answers "
        "403 Forbidden: it may let people in, but no programs",
        "    open it in a browser",
    ]


def test_an_address_that_did_not_answer() -> None:
    assert said(Outcome.UNANSWERED, "no answer in time") == [
        "bibliography/references.bib:4: warning[unanswered-address]: "
        "`https://a.org/x` could not be looked at: no answer in time",
        "    try again another day, or now with --refresh",
    ]


def test_an_address_in_a_private_network() -> None:
    assert said(Outcome.PRIVATE, "a.org is 10.0.0.1") == [
        "bibliography/references.bib:4: warning[private-address]: `https://a.org/x` was not "
        "asked, since it is in a private network: a.org is 10.0.0.1",
        "    write an address that readers can reach, or ask it with --allow-private",
    ]


def test_where_there_is_no_network() -> None:
    problems = Problems()
    tell_cut_off(12, problems)
    assert [str(each) for each in problems] == [
        "bibliography/references.bib: error[no-network]: 12 addresses could not be looked at, "
        "since no host was reached, nor the archive\n"
        "    nothing is known of them; try again when there is a connection"
    ]
