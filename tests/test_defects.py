"""Small reviews, each with one thing wrong: what the command line says, to the letter.

``tests/projects/sound`` is a complete review; every other folder holds only the files in
which it differs, ``removed.txt`` the files that it lacks, and ``expected.txt`` what
``uchtil check`` prints.  After a message was changed on purpose::

    python -m pytest tests/test_defects.py --refresh-golden
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from uchtil.cli import main

PROJECTS = Path(__file__).parent / "projects"
SOUND = PROJECTS / "sound"
DEFECTS = sorted(path.name for path in PROJECTS.iterdir() if path.is_dir())


OF_THE_LOCK = frozenset({"stale-translation", "never-confirmed", "broken-languages-lock"})
"""Defects of what was confirmed."""


def lay_over(name: str, target: Path) -> Path:
    """Return a copy of the sound review with one defect."""
    shutil.copytree(SOUND, target)
    if name != SOUND.name:
        shutil.copytree(PROJECTS / name, target, dirs_exist_ok=True)
    removed = target / "removed.txt"
    if removed.exists():
        for file in removed.read_text(encoding="utf-8").split():
            (target / file).unlink()
    return target


def changes_texts(name: str) -> bool:
    """Whether a defect is in what the lock of the languages knows, and not in that lock."""
    expected = (PROJECTS / name / "expected.txt").read_text(encoding="utf-8")
    parts = [PROJECTS / name / "content" / part for part in ("sections", "review.yaml")]
    return "languages.lock" not in expected and any(part.exists() for part in parts)


@pytest.mark.parametrize("name", DEFECTS)
def test_what_is_told(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.delenv("UCHTIL_SOURCES", raising=False)
    root = lay_over(name, tmp_path / "review")
    expected = PROJECTS / name / "expected.txt"
    if changes_texts(name) and name not in OF_THE_LOCK:
        # A text with a defect has not followed the others: that is not the defect meant.
        main(["confirm", "--all", "--project", str(root)])
        capsys.readouterr()
    code = main(["check", "--project", str(root)])
    told = capsys.readouterr().err
    if request.config.getoption("--refresh-golden"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert code == (1 if ": error[" in told else 0)


def test_the_sound_review_has_no_problem() -> None:
    assert (SOUND / "expected.txt").read_text(encoding="utf-8") == ""


def test_a_defect_is_one_problem() -> None:
    for name in DEFECTS:
        told = (PROJECTS / name / "expected.txt").read_text(encoding="utf-8")
        count = sum(bool(re.match(r"\S+ \w+\[[\w-]+\]: ", line)) for line in told.splitlines())
        if name == "several-at-once":
            assert count >= 10
        elif name != "sound":
            assert count == 1, name


@pytest.mark.parametrize("name", [name for name in DEFECTS if name != "sound"])
def test_a_defect_holds_only_what_differs(name: str) -> None:
    for path in (PROJECTS / name).rglob("*"):
        same = SOUND / path.relative_to(PROJECTS / name)
        if path.is_file() and path.name not in ("expected.txt", "removed.txt") and same.exists():
            assert path.read_bytes() != same.read_bytes(), path


def test_the_module_can_be_run(tmp_path: Path) -> None:
    root = lay_over("several-at-once", tmp_path / "review")
    environment = {key: value for key, value in os.environ.items() if key != "UCHTIL_SOURCES"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[1] / "src")
    done = subprocess.run(
        [sys.executable, "-m", "uchtil", "check", "--project", str(root)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (root / "expected.txt").read_text(encoding="utf-8")


def test_the_evidence_of_the_sound_review_stands_in_its_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay_over("sound", tmp_path / "review")
    (root / "content" / "evidence.lock").unlink()
    assert main(["check", "--project", str(root), "--sources", str(root / "texts")]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "7 facts: 10 passages, 10 looked up in the texts, 0 taken from the lock; " in told.out
