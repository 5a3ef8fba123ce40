"""The Nu Html Checker, which holds pages against the standard: its jar comes from npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from workshop import BRIEFLY, ROOT

_JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_OF_POLICY = (
    "Inline script violates Content Security Policy (meta tag)",
    "Inline style violates Content Security Policy (meta tag)",
)
"""It tells this of blocks of more than one line, and of data, whatever hash the policy has for
them.  Whether a page works under its policy is seen in a real browser."""


def faults(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """Return errors and warnings of each page; one run for all, for Java starts slowly."""
    java = shutil.which("java")
    if java is None or not _JAR.exists():
        pytest.skip("Java and the Nu Html Checker are missing: run `make setup-tests`")
    # The checker wants more stack than the simple compiler leaves it.
    checker = (java, *BRIEFLY, "-Xss2m", "-jar", _JAR)
    done = subprocess.run(
        [*checker, "--stdout", "--exit-zero-always", "--format", "json", *paths],
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[Path, list[str]] = {path: [] for path in paths}
    places = {path.as_uri().replace("file://", "file:"): path for path in paths}
    for message in json.loads(done.stdout)["messages"]:
        if not message["message"].startswith(_OF_POLICY):
            path = places[message["url"]]
            found[path].append(f"{message['lastLine']}: {message['message']}")
    return found
