"""What docs/profiles.md shows is what the program does, and it is as short as it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import workshop
from uchtil.load.fields import Record
from uchtil.load.profiles import PROFILE
from workshop import ROOT

PAGE = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """Return the one block of code in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The review that comes with the program, with the example for a profile."""
    for folder in ("content", "bibliography"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    journals = tmp_path / "templates" / "journals"
    journals.mkdir(parents=True)
    (journals / "my-journal.yaml").write_text(block("yaml"), encoding="utf-8")
    return tmp_path


def shape(text: str) -> list[str]:
    """Return the lines without their figures: those change with the review."""
    return re.sub(r"\d+", "N", text).splitlines()


def test_the_example_gives_what_the_page_shows(project: Path) -> None:
    done = workshop.call("submit", "my-journal", "--check", "--project", project)
    told = [
        line
        for line in done.stderr.splitlines(keepends=True)
        if not line.startswith(("    ", "notices:")) and "notice[" not in line
    ]
    shown = shape(block("text"))
    assert shape(done.stdout + "".join(told))[: len(shown)] == shown
    assert "the profile is in order" in done.stdout


def test_what_must_be_read_to_write_a_profile_is_short() -> None:
    steps = PAGE.partition("That is all.")[0]
    assert len(re.findall(r"\w[\w'’-]*", steps)) <= 460, "with what the program prints"


def test_every_field_is_looked_up_there() -> None:
    fields = PAGE.partition("## The fields of a profile")[2]
    for field in PROFILE.fields:
        assert f"`{field.name}`" in fields, field.name
        inner = field.shape.fields if isinstance(field.shape, Record) else ()
        for each in inner:
            assert re.search(rf"`(?:[a-z]+)?\.?{each.name}`", fields), f"{field.name}.{each.name}"
