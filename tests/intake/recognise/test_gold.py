"""Precision and recall over the gold set do not fall, and every miss is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.recognise.gold import GOLD, Score, marked, own, score, sources
from uchtil.intake.recognise import FindKind


def tell(result: Score) -> tuple[list[str], list[str]]:
    return result.missed, result.false


def test_the_gold_set_is_large_enough() -> None:
    cases = [*own("tuned"), *own("held"), *own("reviewed")]
    assert len(cases) >= 60
    assert sum(each.kind is FindKind.DATE for case in cases for each in case.wanted) >= 100
    assert sum(each.kind is FindKind.AMOUNT for case in cases for each in case.wanted) >= 100


def test_marks_are_taken_out() -> None:
    text, (wanted,) = marked("On [[d 1998-10-31: 31 October 1998]].")
    assert text == "On 31 October 1998."
    assert text[wanted.start : wanted.end] == "31 October 1998"
    assert wanted.value == "1998-10-31"


@pytest.mark.parametrize("part", ["tuned", "reviewed"])
def test_nothing_is_missed_in_the_tuned_part(part: str) -> None:
    result = score(own(part))
    assert tell(result) == ([], [])
    assert not result.statuses[False]


def test_the_held_out_part() -> None:
    result = score(own("held"))
    assert tell(result) == ([], ["held/ru.txt:15: amount 2 times (вдвое)"])
    assert result.statuses == {True: 7}


@pytest.mark.parametrize("held", [False, True])
def test_the_five_sources(sources_folder: Path, held: bool) -> None:
    assert tell(score(sources(sources_folder, held=held))) == ([], [])


@pytest.fixture
def sources_folder(sources: Path) -> Path:
    return sources


def test_no_more_than_ten_words_of_the_sources_stand_here() -> None:
    for line in (GOLD / "sources.tsv").read_text(encoding="utf-8").splitlines():
        assert len(line.split("\t")[5].split()) <= 10
