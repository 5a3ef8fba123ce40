"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.fitting`.  Words that are rare among the
facts, and names and dates that few facts have, tell most.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "weight of words": 5.5,
    "words": 5.1,
    "a name that few have": 3.3,
    "same value": 3.2,
    "words of a claim": 3.1,
    "a date that few have": 3.0,
    "near what was told": 2.9,
    "same value and date": 2.3,
    "measure": 2.2,
    "same month": 2.2,
    "share of its words": 2.1,
    "names": 1.7,
    "figures of the value": 1.4,
    "a unit that few have": 1.3,
    "words told before": 0.7,
    "both parties": 0.3,
    "words of another date": 0.3,
    "growth or not": 0.2,
    "names told before": 0.0,
    "another act": -0.3,
    "called, and told otherwise": -0.7,
    "third states alone": -0.8,
    "another value": -1.0,
    "names told": -1.2,
    "another date": -1.3,
    "date: neither": -2.1,
    "a third state": -2.5,
    "a value far off": -2.6,
    "claim": -2.6,
    "date: none here": -2.6,
    "behind in weight of words": -2.8,
    "date: none there": -3.9,
    "behind in words": -5.1,
}

ENOUGH = 5.9
"""The points that a passage must come to.

So many less (0.8) than the regression's own, which holds telling to be as likely as not, as let
about nine of ten proposals be right in texts that were left out of the fitting.
"""

ADDING: Mapping[str, float] = {
    "mutual": 1.6,
    "both parties": 1.4,
    "an amount of others": 1.4,
    "parties side by side": 1.1,
    "an amount": 0.5,
    "of the writer": -0.7,
    "one party": -1.1,
    "several dates": -1.4,
    "a third state": -1.4,
    "no party": -2.1,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 0.6
"""The like, 0.7 less than the regression's own."""
