"""The gold set of comparing (tests/data/intake/comparison): read, run and counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from uchtil.bibliography import read_bibliography
from uchtil.intake.compare import Comparer
from uchtil.load import load_project
from uchtil.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "data" / "intake" / "comparison" / "cases.txt"
TAGS = {"uz": "uz-Latn-UZ", "ru": "ru-RU", "en": "en-GB"}


@dataclass(frozen=True, kw_only=True)
class Case:
    """A sentence, and what is to be said of it: pairs of verdict and fact."""

    part: str
    language: str
    wanted: frozenset[tuple[str, str]]
    sentence: str


@dataclass
class Score:
    """Answers that are right, wanting and wrong."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + len(self.missed))


def cases(path: Path = CASES) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        part, language, told, sentence = (each.strip() for each in line.split("|", 3))
        wanted = frozenset(
            (verdict, fact)
            for each in told.split(";")
            for verdict, _, fact in [each.strip().partition(" ")]
            if verdict != "-"
        )
        yield Case(part=part, language=language, wanted=wanted, sentence=sentence)


@cache
def shipped() -> Comparer:
    project = load_project(ROOT, Problems())
    assert project is not None
    bibliography = "bibliography/references.bib"
    return Comparer(project, read_bibliography(ROOT / bibliography, bibliography, Problems()))


def answers(case: Case) -> frozenset[tuple[str, str]]:
    return frozenset(
        (each.verdict.value, each.fact)
        for each in shipped().compare((case.sentence,), TAGS[case.language])
    )


def measure(part: str) -> Score:
    score = Score()
    for case in cases():
        if case.part != part:
            continue
        got = answers(case)
        score.hits += len(got & case.wanted)
        score.missed += [f"{each} in {case.sentence}" for each in sorted(case.wanted - got)]
        score.wrong += [f"{each} in {case.sentence}" for each in sorted(got - case.wanted)]
    return score
