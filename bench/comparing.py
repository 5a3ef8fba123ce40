"""Print how well new sources are read, over the texts of strangers in the tests.

Run as `python bench/comparing.py [--misses] [TEXT …]`.  Told are precision and recall of dates, of
amounts, and of what the texts do to the facts of the shipped review: verdict and fact must both be
right.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from intake.comparison import shipped
from intake.strangers import HELD, TUNED, Counted, count, recognised
from uchtil.intake.recognise import FindKind

MEASURES: dict[str, Callable[[str], Counted]] = {
    "dates": lambda name: recognised(name, FindKind.DATE),
    "amounts": lambda name: recognised(name, FindKind.AMOUNT),
    "facts": count,
}


def main() -> None:
    """Print a table for the texts that the points were fitted to, and for the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="tell every miss")
    parser.add_argument("texts", nargs="*", help="these texts alone")
    arguments = parser.parse_args()
    shipped()  # that loading the review is not counted
    groups = {"chosen": arguments.texts} if arguments.texts else {"fitted": TUNED, "left out": HELD}
    for title, names in groups.items():
        if not names:
            continue  # all were looked at
        for what, measure in MEASURES.items():
            _tell(f"{title} {what}", names, measure, misses=arguments.misses)


def _tell(
    title: str, names: Sequence[str], measure: Callable[[str], Counted], *, misses: bool
) -> None:
    start = time.process_time()
    found = {name: measure(name) for name in names}
    took = time.process_time() - start
    whole = Counted(
        hits=sum(each.hits for each in found.values()),
        missed=[each for one in found.values() for each in one.missed],
        wrong=[each for one in found.values() for each in one.wrong],
    )
    print(
        f"{title:15} precision {whole.precision:6.1%}, recall {whole.recall:6.1%}, "
        f"{whole.hits + len(whole.missed):4} wanted, {took:.1f} s"
    )
    for name, each in found.items():
        print(f"    {name:17} {each.precision:6.1%} {each.recall:6.1%}")
    if misses:
        for line in (
            *(f"    - {each}" for each in whole.missed),
            *(f"    + {each}" for each in whole.wrong),
        ):
            print(line)


if __name__ == "__main__":
    main()
