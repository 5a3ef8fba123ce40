"""Prose is compiled once, and kept in the user's own cache folder, never in the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2.sandbox import SandboxedEnvironment

from uchtil.problems import Location, Problems
from uchtil.render.environment import make_environment, render_text

TEXT = "{{ greeting }}, world"


def render(text: str = TEXT, file: str = "content/sections/01-a/en.md") -> str:
    problems = Problems()
    place = Location(file=file, line=1)
    told = render_text(make_environment(), text, {"greeting": "Salom"}, place, problems)
    assert not list(problems)
    return told


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "uchtil").rglob("*.cache"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def count_compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    compiled: list[str] = []
    original = SandboxedEnvironment.compile

    def compile_and_count(self: SandboxedEnvironment, source: str, *others: object) -> object:
        compiled.append(source)
        return original(self, source, *others)  # type: ignore[call-overload]

    monkeypatch.setattr(SandboxedEnvironment, "compile", compile_and_count)
    return compiled


def test_a_text_that_is_the_same_is_not_compiled_again(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = count_compilations(monkeypatch)
    assert render() == render() == "Salom, world"
    assert len(compiled) == 1
    assert len(kept(cache)) == 1


def test_a_text_that_has_changed_is(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = count_compilations(monkeypatch)
    assert render() == "Salom, world"
    assert render("{{ greeting }}!") == "Salom!"
    assert len(compiled) == 2
    assert len(kept(cache)) == 1, "the place of the text is the same"


def test_a_spoilt_file_is_made_again(cache: Path) -> None:
    assert render() == "Salom, world"
    for file in kept(cache):
        file.write_bytes(b"spoilt")
    assert render() == "Salom, world"


def test_the_folder_is_its_owners_alone(cache: Path) -> None:
    render()
    assert kept(cache)[0].parent.stat().st_mode & 0o777 == 0o700


def test_without_a_place_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert render() == "Salom, world"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/path")
    assert render() == "Salom, world"
    assert not Path("relative").exists()
