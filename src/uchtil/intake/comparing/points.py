"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.fitting`.  Words that are rare among the
facts, and names and dates that few facts have, tell most.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "words": 5.0,
    "weight of words": 4.8,
    "near what was told": 2.8,
    "words of a claim": 2.8,
    "a date that few have": 2.7,
    "same value": 2.7,
    "a name that few have": 2.2,
    "share of its words": 2.0,
    "measure": 2.0,
    "same month": 2.0,
    "same value and date": 2.0,
    "names": 1.7,
    "a unit that few have": 1.6,
    "words told before": 1.2,
    "figures of the value": 1.1,
    "its like beside it": 0.7,
    "names told before": 0.7,
    "an act that excludes": 0.7,
    "a finer date that few have": 0.6,
    "a plan told without its words": 0.4,
    "both parties": 0.3,
    "words of another date": 0.2,
    "growth or not": -0.0,
    "another act": -0.2,
    "third states alone": -0.5,
    "names told": -0.6,
    "called, and told otherwise": -0.7,
    "another value": -0.7,
    "named without its act": -0.9,
    "another date": -1.1,
    "a third state": -1.3,
    "a value far off": -1.3,
    "date: neither": -2.0,
    "behind in weight of words": -2.0,
    "date: none here": -2.2,
    "claim": -2.6,
    "behind in share of its words": -2.6,
    "date: none there": -3.3,
    "told already": -3.3,
    "behind in words": -3.9,
}

ENOUGH = 5.5
"""The points that a passage must come to.

So many less (0.9) than the regression's own, which holds telling to be as likely as not, as let
about nine of ten proposals be right in texts that were left out of the fitting.
"""

ADDING: Mapping[str, float] = {
    "passes between states": 1.5,
    "mutual": 1.3,
    "both parties": 1.1,
    "an amount of others": 1.0,
    "behind a fact": 0.9,
    "parties side by side": 0.8,
    "an amount": 0.0,
    "of the writer": -0.7,
    "one party": -1.2,
    "a figure of each": -1.5,
    "several dates": -1.7,
    "no party": -2.3,
    "a third state": -2.4,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 0.8
"""The like, 0.7 less than the regression's own."""
