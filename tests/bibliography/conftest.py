from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from uchtil.bibliography import Crosswalk, Reference, read_bibliography, read_crosswalk
from uchtil.problems import Problems

ROOT = Path(__file__).resolve().parents[2]

ReadBib = Callable[[str], tuple[Mapping[str, Reference], list[str]]]


@pytest.fixture
def read_bib(tmp_path: Path) -> ReadBib:
    """Read a text as a bibliography: the references, and every problem as it is told."""

    def read(text: str) -> tuple[Mapping[str, Reference], list[str]]:
        path = tmp_path / "references.bib"
        path.write_text(text, encoding="utf-8")
        problems = Problems()
        references = read_bibliography(path, "b.bib", problems)
        return references, [str(problem) for problem in problems]

    return read


@pytest.fixture(scope="session")
def shipped() -> Mapping[str, Reference]:
    problems = Problems()
    path = ROOT / "bibliography" / "references.bib"
    references = read_bibliography(path, "bibliography/references.bib", problems)
    assert [str(problem) for problem in problems] == []
    return references


@pytest.fixture(scope="session")
def shipped_crosswalk(shipped: Mapping[str, Reference]) -> Crosswalk:
    problems = Problems()
    path = ROOT / "bibliography" / "crosswalk.yaml"
    crosswalk = read_crosswalk(path, "bibliography/crosswalk.yaml", problems, shipped)
    assert [str(problem) for problem in problems] == []
    return crosswalk
