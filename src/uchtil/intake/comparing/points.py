"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.fitting`.  Words that are rare among the
facts, and names and dates that few facts have, tell most.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "weight of words": 5.0,
    "words": 4.9,
    "a date that few have": 3.0,
    "near what was told": 2.9,
    "words of a claim": 2.9,
    "same value": 2.8,
    "a name that few have": 2.3,
    "share of its words": 2.1,
    "measure": 2.0,
    "same value and date": 1.9,
    "same month": 1.9,
    "names": 1.8,
    "a unit that few have": 1.5,
    "words told before": 1.3,
    "figures of the value": 1.2,
    "a finer date that few have": 0.8,
    "an act that excludes": 0.8,
    "names told before": 0.7,
    "words of another date": 0.3,
    "both parties": 0.2,
    "growth or not": -0.1,
    "another act": -0.3,
    "third states alone": -0.6,
    "called, and told otherwise": -0.7,
    "another value": -0.8,
    "names told": -0.8,
    "another date": -1.0,
    "a value far off": -1.3,
    "a third state": -1.4,
    "date: neither": -2.1,
    "behind in weight of words": -2.2,
    "claim": -2.5,
    "date: none here": -2.5,
    "behind in share of its words": -2.5,
    "told already": -3.3,
    "date: none there": -3.4,
    "behind in words": -4.0,
}

ENOUGH = 5.5
"""The points that a passage must come to.

So many less (1.0) than the regression's own, which holds telling to be as likely as not, as let
about nine of ten proposals be right in texts that were left out of the fitting.
"""

ADDING: Mapping[str, float] = {
    "mutual": 1.8,
    "behind a fact": 1.3,
    "both parties": 1.2,
    "an amount of others": 1.2,
    "parties side by side": 1.2,
    "an amount": 0.4,
    "of the writer": -0.7,
    "one party": -1.1,
    "several dates": -1.3,
    "a third state": -2.0,
    "no party": -2.0,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 1.3
"""The like, 0.7 less than the regression's own."""
