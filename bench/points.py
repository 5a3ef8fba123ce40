"""Fit the points of `intake/comparing/points.py` to the texts of strangers, and print the tables.

Run as `python bench/points.py` with scikit-learn at hand (`requirements-points.lock`; nothing else
needs it).  A logistic regression over all pairs of a sentence and a fact that the program weighs:
those that the gold names are told, the others are not; `near` ones are left out.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from intake.comparison import TAGS, cases, shipped
from intake.strangers import TUNED, Sentence, sentences
from uchtil.intake.compare import KEPT
from uchtil.intake.comparing.adding import signs_of_adding
from uchtil.intake.comparing.choosing import choose
from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.passages import Passage

Row = tuple[Mapping[str, float], bool, float]

REGULAR = 2.0
"""The inverse strength of regularisation, as scikit-learn counts it."""
REGULAR_ADDING = 1.0
"""The same for what adds a fact, of which there are fewer."""
ONE_SENTENCE = 1.0
"""The weight of a pair of the cases of one sentence: nobody writes only such."""


def paired(name: str) -> Iterator[tuple[Passage, Sentence, list[Pairing], set[str]]]:
    """Yield the passages of a text beside the facts, as if all before them had been found.

    Last are the facts that were told just before.
    """
    before: deque[set[str]] = deque(maxlen=KEPT)
    told: set[str] = set()
    for passage, gold in sentences(name):
        near = set().union(*before)
        yield passage, gold, shipped().pairings(passage, near, told), near
        before.append({fact for _, fact in gold.tells if fact})
        told |= before[-1]


def rows() -> Iterator[Row]:
    """Yield the signs of each pair, whether the passage tells the fact, and the pair's weight."""
    for name in TUNED:
        for _, gold, pairings, _ in paired(name):
            yield from _rows(pairings, gold, 1.0)
    for case in cases():
        if case.part == "dev":
            told = Sentence(tells=frozenset(case.wanted))
            for passage in shipped().passages((case.sentence,), TAGS[case.language]):
                yield from _rows(shipped().pairings(passage), told, ONE_SENTENCE)


def _rows(pairings: list[Pairing], gold: Sentence, weight: float) -> Iterator[Row]:
    facts = {fact for _, fact in gold.tells}
    nearest = _nearest(pairings)
    for each in pairings:
        told = each.fact.id in facts
        if told and each is not nearest[each.fact.id]:
            continue
        if not each.another_time and (told or each.fact.id not in gold.near):
            yield each.signs, told, weight


def _nearest(pairings: list[Pairing]) -> dict[str, Pairing]:
    """Return, of the amounts by which a passage may dispute a fact, that nearest to its value."""
    nearest: dict[str, Pairing] = {}
    for each in sorted(pairings, key=lambda one: one.signs.get("a value far off", 0.0)):
        if each.fact.id not in nearest or nearest[each.fact.id].another_time:
            nearest[each.fact.id] = each
    return nearest


def adding_rows() -> Iterator[Row]:
    """Yield the signs of each passage that tells no fact, and whether it adds one."""
    profiles = shipped().profiles
    for name in TUNED:
        for passage, gold, pairings, near in paired(name):
            if passage.listed or choose(pairings):
                continue
            signs = signs_of_adding(passage, profiles, near)
            if signs is not None:
                yield signs, ("adds", "") in gold.tells, 1.0


def _tell(title: str, rows: Iterable[Row], strength: float) -> None:
    """Print a table as Python, and the points from which on something is as likely as not."""
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-not-found]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

    signs, told, weights = zip(*rows, strict=True)
    names = DictVectorizer(sparse=False)
    model = LogisticRegression(C=strength, max_iter=5000)
    model.fit(names.fit_transform(signs), told, sample_weight=weights)
    print(f"{title}: as likely as not from {-model.intercept_[0]:.1f}", end="")
    print(f" ({len(told)} rows, {sum(told)} told)")
    for name, points in sorted(
        zip(names.feature_names_, model.coef_[0], strict=True), key=lambda each: -each[1]
    ):
        print(f'    "{name}": {points:.1f},')


def main() -> None:
    """Print both tables: that of adding is of what the points of the other leave untold."""
    _tell("POINTS", rows(), REGULAR)
    _tell("ADDING", adding_rows(), REGULAR_ADDING)


if __name__ == "__main__":
    main()
