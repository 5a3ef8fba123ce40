"""How long merging ten thousand entries into ten thousand takes: ``python bench/merging.py``.

The titles are made of the words of a vocabulary drawn as words are used (a few often, most
rarely), in Cyrillic; half of what arrives is known already, transliterated and without a DOI,
with initials; the other half is new.  Printed is the time of each step.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from uchtil.bibliography.merge import (  # noqa: E402
    merged_text,
    plan_merge,
    read_arrival,
    read_unified,
)
from uchtil.language.romanisation import romanise  # noqa: E402
from uchtil.problems import Problems  # noqa: E402

SYLLABLES = """
ва го ри на то ми ле ку ста пре вод рег ион тор гов пол ит эко ном без оп гра ниц сот руд
ник исс лед раз вит ком пле кс про бле ма ист ор каз узб азия центр меж дун
"""


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something takes."""
    begun, worked = time.perf_counter(), _worked()
    yield
    clock, work = time.perf_counter() - begun, _worked() - worked
    sys.stdout.write(f"{what:<36} {clock:6.2f} s, of the processor {work:6.2f} s\n")


def _worked() -> float:
    """Return the time of the processor, with that of processes that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Make two bibliographies, merge one into the other, print the times."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--entries", type=int, default=10_000)
    count = arguments.parse_args().entries
    chance = random.Random(6)  # noqa: S311 (nothing secret)
    words = [
        "".join(chance.choices(SYLLABLES.split(), k=chance.randint(2, 4))) for _ in range(8000)
    ]
    weights = [1 / (at + 5) for at in range(len(words))]
    families = [word.capitalize() + "ов" for word in words[:3000]]
    works = [
        (
            chance.choice(families),
            chance.choice("АБВГДЕИКЛМ"),
            " ".join(chance.choices(words, weights, k=chance.randint(5, 11))).capitalize(),
            chance.randint(1991, 2026),
        )
        for _ in range(count + count // 2)
    ]
    with tempfile.TemporaryDirectory() as folder:
        review = Path(folder, "review")
        shutil.copytree(ROOT / "tests" / "projects" / "sound", review)
        here, there = review / "bibliography" / "references.bib", Path(folder, "arrives.bib")
        with here.open("a", encoding="utf-8") as file:
            file.write("".join(_ours(at, *work) for at, work in enumerate(works[:count])))
        arriving = list(enumerate(works))[count // 2 :]
        there.write_text("".join(_theirs(at, *work) for at, work in arriving), encoding="utf-8")
        problems = Problems()
        with timed(f"reading ours ({count})"):
            unified = read_unified(here, "references.bib", problems)
        with timed("reading what arrives"):
            arrival = read_arrival(there, "arrives.bib", problems, language="ru")
        assert unified and arrival
        with timed("planning"):
            plan = plan_merge(unified, arrival)
        with timed("making the text"):
            merged_text(unified, plan)
        counts = {each: len(plan.by(each)) for each in ("same", "new", "doubtful")}
        right = sum(step.key == f"w{step.incoming.key[1:]}" for step in plan.by("same"))
        sys.stdout.write(f"{counts}; of the same, {right} rightly\n")
        command = [sys.executable, "-m", "uchtil", "add", str(there), "--language", "ru", "--yes"]
        command += ["--project", str(review)]
        for what in ("the command as a whole", "the command once more"):
            with timed(what):
                done = subprocess.run(
                    command,
                    env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
                    capture_output=True,
                    check=True,
                )
            sys.stdout.write(f"{done.stdout.decode().splitlines()[-1]}\n")


def _ours(at: int, family: str, initial: str, title: str, year: int) -> str:
    return (
        f"@article{{w{at},\n  author = {{{family}, {initial}ндрей}},\n  title = {{{title}}},\n"
        f"  journaltitle = {{Вестник}},\n  date = {{{year}}},\n  doi = {{10.1234/w{at}}},\n"
        f"  langid = {{ru}},\n}}\n\n"
    )


def _theirs(at: int, family: str, initial: str, title: str, year: int) -> str:
    family, initial, title = (
        romanise(each, "ala-lc-without-ties", "ru") for each in (family, initial, title)
    )
    return (
        f"@article{{x{at},\n  author = {{{family}, {initial}.}},\n  title = {{{title}}},\n"
        f"  journal = {{Vestnik}},\n  year = {year},\n  abstract = {{None}}\n}}\n\n"
    )


if __name__ == "__main__":
    main()
