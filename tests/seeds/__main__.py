"""``python -m tests.seeds``: list the seeds, plant one, or see what is told of each."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from . import SEEDS
from .ground import ROOT, Seed
from .runs import RUNS, matches, plant, prepared, shown, told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.seeds", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--list", action="store_true", help="tell the seeds by run")
    what.add_argument("--plant", nargs=2, metavar=("NAME", "FOLDER"), help="plant one in a copy")
    what.add_argument("--each", nargs="*", metavar="NAME", help="plant each alone, and check")
    what.add_argument("--run", nargs="*", metavar="RUN", help="plant runs as the tests do")
    parser.add_argument(
        "--output", type=Path, default=ROOT / "output", help="a finished review, for `files`"
    )
    asked = parser.parse_args()
    if asked.list:
        for run in RUNS:
            print(f"{run}:")
            for each in SEEDS.values():
                if each.run == run:
                    print(f"  {each.name}: {each.about}")
        return 0
    if asked.plant:
        name, folder = asked.plant
        if name not in SEEDS:
            parser.error(f"there is no seed {name}")
        ground = prepared(SEEDS[name].run, Path(folder), asked.output)
        for expected in plant(ground, [SEEDS[name]])[name]:
            file, line = expected.mark.place
            print(f"{file}:{line}: {expected.code}")
        return 0
    if asked.run is not None:
        runs = asked.run or RUNS
        return sum(
            _try(run, [s for s in SEEDS.values() if s.run == run], asked.output) for run in runs
        )
    chosen = [SEEDS[name] for name in asked.each] or list(SEEDS.values())
    return sum(_try(each.run, [each], asked.output) for each in chosen)


def _try(run: str, seeds: list[Seed], output: Path) -> int:
    """Plant and check; print what was lost and what is told besides."""
    with tempfile.TemporaryDirectory() as folder:
        ground = prepared(run, Path(folder) / "review", output)
        wanted = plant(ground, seeds)
        found = told(run, ground)
    wrong = 0
    for name, each in wanted.items():
        for expected in each:
            hits = [problem for problem in found if matches(expected, problem)][:1]
            found = [problem for problem in found if problem not in hits]
            wrong += not hits
            file, line = expected.mark.place
            print(f"{'found' if hits else 'LOST '} {name}: {expected.code} at {file}:{line}")
    for problem in found:
        print(f"      besides: {shown(problem)}")
    return wrong


if __name__ == "__main__":
    sys.exit(min(main(), 1))
