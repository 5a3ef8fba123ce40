"""Texts that were sound are not looked at again, unless what they are sound by has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from uchtil.pipeline import fingerprints, places, soundness
from uchtil.pipeline.prepare import prepare
from uchtil.pipeline.soundness import check_soundness, read_sound, write_sound
from uchtil.pipeline.steps import World
from uchtil.problems import Problems
from workshop import copy_sound

Checked = Callable[[], tuple[list[str], list[str]]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_sound(tmp_path / "project")


@pytest.fixture
def checked(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Check the project as a build after the last one does; return what was looked at and told."""
    looked: list[str] = []
    original: Any = soundness.check_orthography

    def look(texts: Any, problems: Problems) -> None:
        looked.extend(text.source[text.start : text.end] for text in texts)
        original(texts, problems)

    monkeypatch.setattr(soundness, "check_orthography", look)
    output = tmp_path / "output"
    (output / soundness.FILE).parent.mkdir(parents=True)

    def check() -> tuple[list[str], list[str]]:
        looked.clear()
        prepared = prepare(project, Problems())
        assert prepared is not None
        files = fingerprints.of_files(places.input_files(project))
        world = World(files=files, tools=fingerprints.of_tools(), style="")
        told = Problems()
        known = read_sound(output, world)
        sound = check_soundness(prepared.project, prepared.texts, known, told)
        assert sound is not None
        write_sound(output, sound)
        return list(looked), [each.code for each in told]

    return check


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_only_what_changed_is_looked_at(project: Path, checked: Checked) -> None:
    everything, told = checked()
    assert (len(everything) > 50, told) == (True, [])
    assert checked() == ([], [])
    section = project / "content/sections/01-opening/en.md"
    edit(section, "the region", "this region")
    (looked,), told = checked()
    assert (looked, told) == (section.read_text(encoding="utf-8"), [])


def test_what_is_wrong_is_told_each_time(project: Path, checked: Checked) -> None:
    checked()
    section = project / "content/sections/01-opening/en.md"
    edit(section, "the region", "the  region")
    for _ in range(2):
        looked, told = checked()
        assert (len(looked), told) == (1, ["spacing"])
    edit(section, "the  region", "that region")
    assert [len(each) for each in checked()] == [1, 0]
    assert checked() == ([], [])


@pytest.mark.parametrize("file", ["names.yaml", "review.yaml"])
def test_where_names_or_languages_change_all_is_looked_at(
    project: Path, checked: Checked, file: str
) -> None:
    everything, _ = checked()
    with (project / "content" / file).open("a", encoding="utf-8") as text:
        text.write("# a comment\n")
    looked, _ = checked()
    assert looked == everything


def test_a_broken_note_is_no_note(project: Path, checked: Checked, tmp_path: Path) -> None:
    everything, _ = checked()
    (tmp_path / "output" / soundness.FILE).write_text('{"ground": 1', encoding="utf-8")
    assert checked()[0] == everything
