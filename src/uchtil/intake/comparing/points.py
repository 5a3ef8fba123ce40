"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.fitting`.  Words that are rare among the
facts, and names and dates that few facts have, tell most.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "weight of words": 6.4,
    "words": 5.6,
    "a date that few have": 3.7,
    "near what was told": 3.6,
    "a name that few have": 3.5,
    "words of a claim": 3.3,
    "same value": 3.1,
    "same month": 2.5,
    "same value and date": 2.3,
    "measure": 2.3,
    "a unit that few have": 2.2,
    "its like beside it": 2.2,
    "share of its words": 1.9,
    "names": 1.9,
    "an act that excludes": 1.8,
    "words told before": 1.8,
    "a finer date that few have": 1.6,
    "figures of the value": 1.2,
    "a plan told without its words": 0.9,
    "words of another date": 0.8,
    "names told before": 0.5,
    "both parties": 0.2,
    "another act": 0.2,
    "growth or not": -0.4,
    "another value": -0.8,
    "third states alone": -0.9,
    "names told": -1.0,
    "another date": -1.0,
    "called, and told otherwise": -1.5,
    "named without its act": -1.9,
    "date: neither": -2.2,
    "date: none here": -2.3,
    "a third state": -2.3,
    "behind in weight of words": -2.5,
    "a value far off": -2.7,
    "claim": -3.0,
    "behind in share of its words": -3.8,
    "date: none there": -4.2,
    "behind in words": -5.3,
    "told already": -5.4,
}

ENOUGH = 6.6
"""The points that a passage must come to.

So many less (1.0) than the regression's own, which holds telling to be as likely as not, as let
about nine of ten proposals be right in texts that were left out of the fitting.
"""

ADDING: Mapping[str, float] = {
    "mutual": 1.3,
    "passes between states": 1.3,
    "both parties": 1.3,
    "an amount of others": 1.1,
    "behind a fact": 1.0,
    "parties side by side": 0.7,
    "an amount": 0.2,
    "of the writer": -0.7,
    "one party": -1.2,
    "a figure of each": -1.5,
    "several dates": -1.5,
    "no party": -2.2,
    "a third state": -2.2,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 1.0
"""The like, 0.7 less than the regression's own."""
