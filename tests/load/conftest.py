"""What the tests of the load room share: reading a piece of YAML, and projects to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from uchtil.load.reading import Reading
from uchtil.load.shapes import Shape
from uchtil.load.yaml_nodes import compose
from uchtil.problems import Problems

SOUND = Path(__file__).parents[1] / "projects" / "sound"

Read = Callable[..., tuple[Any, list[str]]]


def told(problems: Problems) -> list[str]:
    """Return every problem as the command line prints it."""
    return [str(problem) for problem in problems]


@pytest.fixture
def read() -> Read:
    """Read one YAML text by a shape: the value, and what was told."""

    def run(shape: Shape[Any], text: str, name: str = "`it`") -> tuple[Any, list[str]]:
        problems = Problems()
        node = compose(text, "a.yaml", problems)
        assert node is not None, told(problems)
        value = shape.read(node, Reading("a.yaml", problems), name)
        return value, told(problems)

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sound review, to be changed."""
    return Path(shutil.copytree(SOUND, tmp_path / "review"))


def change(root: Path, file: str, before: str, after: str) -> None:
    """Replace a text that stands once in a file of a project."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {file}"
    path.write_text(text.replace(before, after), encoding="utf-8")
