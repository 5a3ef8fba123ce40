"""Measures the build of the shipped review, as ratios of whole processes in one run.

    make bench                    five rounds
    make bench BENCH="--rounds 9"

What is compared with what, and why that is fair, is told in bench/README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from by_hand import commands, write_articles
from measure import Failed, Taken, memory, seconds

ROOT = Path(__file__).resolve().parents[1]
IDLE_RUNS = 7
"""An idle build is short: several in each round, of which the median counts."""
KINDS = ("  HTML (pandoc)", "  DOCX (pandoc)", "  PDF (WeasyPrint)")
HAND, FULL, WORD, IDLE = "by hand", "full build", "one word", "nothing to do"
CHECK = "all checks"


class Project:
    """A copy of the review that may be edited, and its build."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self.output = folder / "output"
        for name in ("content", "bibliography"):
            shutil.copytree(ROOT / name, self.root / name)
        self.build = [
            [
                sys.executable,
                str(ROOT / "build.py"),
                "--project",
                str(self.root),
                "--output",
                str(self.output),
            ]
        ]
        self.check = [[*self.build[0][:2], "check", "--project", str(self.root)]]
        self._text = self._longest_text()
        self._changed = False

    def forget(self) -> None:
        """Take the output away, so that the next build is a full one."""
        shutil.rmtree(self.output, ignore_errors=True)

    def change_a_word(self) -> None:
        """Change one word in one language's section, back and forth."""
        words = ("relations", "contacts")
        old, new = reversed(words) if self._changed else words
        self._changed = not self._changed
        text = self._text.read_text(encoding="utf-8")
        if f" {old} " not in text:
            raise SystemExit(f"bench: the word “{old}” is not in {self._text}")
        self._text.write_text(text.replace(f" {old} ", f" {new} ", 1), encoding="utf-8")

    def _longest_text(self) -> Path:
        texts = [
            path
            for path in (self.root / "content" / "sections").glob("*/en.md")
            if " relations " in path.read_text(encoding="utf-8")
            and " contacts " not in path.read_text(encoding="utf-8")
        ]
        if not texts:
            raise SystemExit("bench: no English section speaks of relations")
        return max(texts, key=lambda path: path.stat().st_size)


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="paired runs (default: 5)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="uchtil-bench-") as name:
        try:
            measure_all(Path(name), rounds)
        except Failed as failed:
            print(f"bench: a measured process ended with an error: {failed}", file=sys.stderr)
            return 1
    return 0


def measure_all(folder: Path, rounds: int) -> None:
    """Run every comparison, all of them in every round."""
    project = Project(folder)
    hand = folder / "by-hand"
    editions = write_articles(project.root, hand)
    by_hand = commands(hand, editions, sys.executable)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
          f"load before: {os.getloadavg()[0]:.1f}")  # fmt: skip
    print(f"{len(by_hand)} processes by hand; {rounds} rounds\n")
    # Once before it counts: byte code, file cache and font cache are then there for both.
    seconds(by_hand, hand)
    seconds(project.build, folder)
    seconds(project.check, folder)

    runs: dict[str, list[Taken]] = {name: [] for name in (*KINDS, HAND, FULL, WORD, IDLE, CHECK)}
    for _ in range(rounds):
        parts = seconds(by_hand, hand)
        for at, kind in enumerate(KINDS):
            runs[kind].append(added(parts[at :: len(KINDS)]))
        runs[HAND].append(added(parts))
        project.forget()
        runs[FULL] += seconds(project.build, folder)
        idle = seconds(project.build * IDLE_RUNS, folder)
        runs[IDLE].append(sorted(idle)[len(idle) // 2])
        runs[CHECK] += seconds(project.check, folder)
        project.change_a_word()
        runs[WORD] += seconds(project.build, folder)

    for at, title in enumerate(("seconds on the clock", "seconds of processor time")):
        print(f"{title:28}median     min     max")
        for name in (HAND, *KINDS, FULL, WORD, IDLE, CHECK):
            print(f"{name:26}{row([taken[at] for taken in runs[name]])}")
        print()
    print("ratios, round by round      median     min     max  processor   target")
    for upper, lower, target in (
        (FULL, HAND, "0.5"),
        (WORD, FULL, "0.4"),
        (IDLE, FULL, "0.02"),
        (CHECK, FULL, "0.33"),
    ):
        pairs = list(zip(runs[upper], runs[lower], strict=True))
        work = statistics.median(one.processor / other.processor for one, other in pairs)
        clock = row([one.wall / other.wall for one, other in pairs])
        print(f"{f'{upper} / {lower}':26}{clock}{work:11.3f}   {target}")

    print("\npeak memory, MB        together  largest process")
    project.forget()
    for label, held in (
        ("by hand", memory(by_hand, hand)),
        ("full build", memory(project.build, folder)),
        ("nothing to do", memory(project.build, folder, every=0.001)),
    ):
        print(f"{label:22}{held.together / 1e6:9.0f}{held.largest / 1e6:17.0f}")
    print(f"\nload after: {os.getloadavg()[0]:.1f} (other work makes all times longer)")
    names = [edition.id for edition in editions]
    print(f"pages by hand: {pages(hand / 'out', '{}.pdf', names)}")
    print(f"pages built:   {pages(project.output, '{}/review.pdf', names)}")


def added(taken: Sequence[Taken]) -> Taken:
    """Return what processes that run one after the other take together."""
    return Taken(sum(each.wall for each in taken), sum(each.processor for each in taken))


def row(values: Sequence[float]) -> str:
    """Return median, least and greatest."""
    shown = (statistics.median(values), min(values), max(values))
    return "".join(f"{value:8.3f}" for value in shown)


def pages(folder: Path, pattern: str, editions: Sequence[str]) -> str:
    """Return how many pages each PDF has: a sign that both made the same article."""
    import pypdfium2

    counts = []
    for name in editions:
        with pypdfium2.PdfDocument(folder / pattern.format(name)) as document:
            counts.append(f"{name} {len(document)}")
    return ", ".join(counts)


if __name__ == "__main__":
    sys.exit(main())
