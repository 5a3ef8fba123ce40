"""What docs/a-new-source.md tells is what happens.

After a change on purpose ``pytest tests/test_story.py --refresh-golden`` writes into the page what
is printed now, and ``make pictures`` takes its pictures anew; look at the differences in git.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import story
from story import PAGE, PICTURE, Shown, Story
from uchtil.changes.compare import How, compare_facts
from uchtil.changes.freeze import facts_said
from uchtil.load import load_project
from uchtil.model import Project
from uchtil.problems import Problems
from workshop import ROOT

SLOW = frozenset({"release", "changes", "build"})
"""Seconds each, and tested elsewhere: run where the page is refreshed, and for the pictures."""


def loaded(root: Path) -> Project:
    project = load_project(root, Problems())
    assert project is not None
    return project


def test_the_story_is_what_happens(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    refresh = request.config.getoption("--refresh-golden")
    accepted: list[Project] = []

    def look(picture: str) -> None:
        if picture == "story-reread.png":
            accepted.append(loaded(tmp_path))

    told = Story(
        root=story.copy_review(tmp_path),
        skips=frozenset() if refresh else SLOW,
        pictured=look,
    )
    told.walk()
    if refresh:
        PAGE.write_text(told.refreshed(), encoding="utf-8")
        return
    assert [shown.name for shown in told.told if not shown.agrees()] == []
    # What is too slow to be run prints these, too.
    changes = compare_facts(*(facts_said(each, set()) for each in (loaded(ROOT), *accepted)))
    counts = {how: sum(how in each.how for each in changes) for how in How}
    line = ", ".join(f"{count} {how.value}" for how, count in counts.items() if count)
    assert f"1.0.0 → now: facts: {line}; paragraphs: " in told.text
    assert f"released 1.1.0 of 2026-12-01: {len(accepted[0].facts)} facts, " in told.text


def test_each_picture_is_there_and_told_in_words() -> None:
    pictures = PICTURE.findall(PAGE.read_text(encoding="utf-8"))
    assert len(pictures) >= 4
    for words, name in pictures:
        path = PAGE.parent / name
        assert path.read_bytes().startswith(b"\x89PNG"), name
        assert path.stat().st_size <= 150_000, name
        assert len(words.split()) > 5, name


def test_it_is_short() -> None:
    prose = re.sub(r"^```.*?^```$", "", PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert len(re.findall(r"\w[\w'’-]*", prose)) <= 900


REAL = ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    ("page", "agrees", "refreshed"),
    [
        (REAL, True, REAL),
        ((), False, REAL),
        (("a", "b"), False, REAL),
        (("…", "d", "e"), True, ("…", "d", "e")),
        (("…", "d"), False, ("…", "d", "e")),
        (("a", "…"), True, None),
        (("…", "b", "c", "…", "e"), True, ("…", "b", "c", "…", "e")),
        (("…", "b", "x", "d", "…"), False, ("…", "b", "c", "d", "…")),
        (("…", "c", "…", "b", "…"), False, None),
        (("…",), True, ("…",)),
    ],
)
def test_lines_may_be_left_out_and_no_other(
    page: tuple[str, ...], agrees: bool, refreshed: tuple[str, ...] | None
) -> None:
    shown = Shown(name="", start=0, page=page, real=REAL)
    assert shown.agrees() is agrees
    if refreshed is not None:
        assert shown.refreshed() == refreshed
