"""Keeping texts: whole or not at all, and never one over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from uchtil.intake.keeping import fingerprint, keep_text, text_name
from uchtil.problems import Problems


def kept(folder: Path, text: str = "matn\n", name: str = "a2026.txt") -> list[str] | None:
    problems = Problems()
    done = keep_text(text, folder, name, problems)
    assert done is not bool(problems)
    return [str(each) for each in problems] or None


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_a_text_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    assert kept(folder) is None
    assert files(folder) == {"a2026.txt": "matn\n"}
    assert (folder / "a2026.txt").stat().st_mode & 0o777 == 0o644
    assert kept(folder) is None  # once more: nothing changes


def test_another_text_is_not_written_over(tmp_path: Path) -> None:
    kept(tmp_path)
    assert kept(tmp_path, "boshqa\n") == [
        "a2026.txt: error[text-taken]: another text is kept under the name a2026.txt\n"
        "    give the new source another key"
    ]
    assert files(tmp_path) == {"a2026.txt": "matn\n"}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("matn\n")
    (tmp_path / "a2026.txt").symlink_to("elsewhere")
    assert kept(tmp_path) is not None
    (tmp_path / "b2026.txt").symlink_to("nowhere")
    assert kept(tmp_path, name="b2026.txt") is not None
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("at", ["fsync", "link"])
def test_what_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, at, fail)
    if at == "link":  # a file system without links
        assert kept(tmp_path) is None
        assert files(tmp_path) == {"a2026.txt": "matn\n"}
        assert kept(tmp_path, "boshqa\n") is not None
        assert files(tmp_path) == {"a2026.txt": "matn\n"}
    else:
        assert kept(tmp_path) == [
            "a2026.txt: error[text-not-kept]: the text cannot be kept: no space left on device"
        ]
        assert files(tmp_path) == {}


@pytest.mark.parametrize("name", ["../a.txt", "a/b.txt", ".a.txt", "A.txt", "a.md", ""])
def test_a_name_is_one_of_a_key(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="is not the name of a text"):
        keep_text("matn\n", tmp_path, name, Problems())


def test_names_and_fingerprints() -> None:
    assert text_name("rahimov2016") == "rahimov2016.txt"
    assert fingerprint("ʻ").startswith("sha256:")
