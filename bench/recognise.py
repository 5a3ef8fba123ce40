"""Print precision and recall of what is recognised, over the gold set of the tests.

Run as `python bench/recognise.py [--sources FOLDER] [--held] [--misses]`.  The held-out part is
meant to be looked at only when rules are done.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from intake.recognise.gold import Score, own, score, sources
from uchtil.intake.recognise import FindKind


def main() -> None:
    """Print a table, and what was missed where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, help="the folder of the five sources' texts")
    parser.add_argument("--held", action="store_true", help="the held-out part too")
    parser.add_argument("--misses", action="store_true", help="tell every miss")
    arguments = parser.parse_args()
    for held in (False, True) if arguments.held else (False,):
        part = "held" if held else "tuned"
        _tell(f"own sentences, {part}", score(own(part)), misses=arguments.misses)
        if arguments.sources:
            result = score(sources(arguments.sources, held=held))
            _tell(f"five sources, {part}", result, misses=arguments.misses)


def _tell(title: str, result: Score, *, misses: bool) -> None:
    print(title)
    for kind in FindKind:
        if total := result.hits[kind] + result.misses[kind]:
            print(
                f"  {kind.value:9} {total:4} wanted, precision {result.precision(kind):6.1%}, "
                f"recall {result.recall(kind):6.1%}"
            )
    if result.statuses:
        print(f"  statuses  {result.statuses[True]} of {sum(result.statuses.values())} right")
    for each in (*("- " + each for each in result.missed), *("+ " + each for each in result.false)):
        if misses:
            print(f"    {each}")


if __name__ == "__main__":
    main()
