"""What the tests of the whole program share: a project to build, and the command line."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from uchtil.cli import main

ROOT = Path(__file__).resolve().parents[1]
SOUND = ROOT / "tests" / "projects" / "sound"
FORMATS = ("html", "pdf", "docx")
OUTPUTS = tuple(
    f"{edition}/review.{name}" for edition in ("uz", "ru", "en", "trilingual") for name in FORMATS
)
"""What the sound project becomes."""
SHIPPED = (*OUTPUTS[:3], *(f"uz-cyrl/review.{name}" for name in FORMATS), *OUTPUTS[3:])
"""What the review that comes with the project becomes."""

TOP = ("index.html", "report.html", "report.json")
"""What every build makes."""

BRIEFLY = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""What tells Java that it will not run for long: it works less on its own speed."""


def copy_sound(target: Path) -> Path:
    """Copy the sound project, with its output if it has one."""
    shutil.copytree(SOUND, target, ignore=shutil.ignore_patterns("output", ".output*"))
    (target / "texts").rename(target / "sources")
    return target


def with_cyrillic(target: Path) -> Path:
    """Copy the sound project and ask for the edition in Cyrillic."""
    root = copy_sound(target)
    replace(
        root / "content/review.yaml",
        "languages: [uz, ru, en]\n",
        "languages: [uz, ru, en]\ntransliterated: [uz-cyrl]\n",
    )
    return root


def command_line(*arguments: str | Path) -> list[str]:
    """Return the command that runs the program as it lies in this checkout."""
    return [sys.executable, "-m", "uchtil", *map(str, arguments)]


def environment(**changes: str) -> dict[str, str]:
    """Return an environment that finds the program and no texts of other sources."""
    kept = {name: text for name, text in os.environ.items() if name != "UCHTIL_SOURCES"}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), **changes}


def run(
    *arguments: str | Path, cwd: Path | None = None, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run the program; never fails by itself."""
    return subprocess.run(
        command_line(*arguments),
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def call(
    *arguments: str | Path, cwd: Path | None = None, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in this process, and answer as ``run`` does.

    To start Python, import the libraries and read the dictionaries takes far longer than most
    commands themselves.  Builds go through ``run``: they have processes of their own.
    """
    out, error = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(error),
    ):
        patch.delenv("UCHTIL_SOURCES", raising=False)
        for name, text in changes.items():
            patch.setenv(name, text)
        if cwd is not None:
            patch.chdir(cwd)
        given = list(map(str, arguments))
        try:
            code = main(given)
        except SystemExit as stop:  # argparse ends so
            code = int(stop.code or 0)
    return subprocess.CompletedProcess(given, code, out.getvalue(), error.getvalue())


def built(*arguments: str | Path, **changes: str) -> list[str]:
    """Build, see that it went well, and return the names of what was made."""
    done = run("build", "--json", *arguments, **changes)
    assert done.returncode == 0, done.stdout + done.stderr
    made: list[str] = json.loads(done.stdout)["made"]
    return made


def snapshot(output: Path) -> dict[str, bytes]:
    """Return the bytes of every finished file, by name."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".uchtil" not in path.parts
    }


def stamps(output: Path) -> dict[str, tuple[int, int]]:
    """Return which file each name is and when it was changed, bookkeeping included."""
    return {
        path.relative_to(output).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(output.rglob("*"))
    }


def names(folder: Path) -> list[str]:
    """Return the names of what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def replace(path: Path, old: str, new: str) -> None:
    """Change a text file; fails where there is nothing to change."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a command answered."""

    code: int
    data: Any
    error: str


def ask(*arguments: str | Path, **changes: str) -> Asked:
    """Run a command with ``--json`` and read its answer."""
    start = run if arguments[0] == "build" else call
    done = start(*arguments, "--json", **changes)
    return Asked(code=done.returncode, data=json.loads(done.stdout), error=done.stderr)


def codes(problems: list[Mapping[str, Any]], severity: str = "error") -> list[str]:
    """Return the codes of the problems of one severity."""
    return [problem["code"] for problem in problems if problem["severity"] == severity]
