"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "weight of words": 4.8,
    "words": 4.3,
    "words of a claim": 3.4,
    "same value": 2.7,
    "a date that few have": 2.5,
    "a name that few have": 2.4,
    "names": 2.1,
    "same month": 2.0,
    "same value and date": 1.8,
    "measure": 1.7,
    "words told before": 1.7,
    "share of its words": 1.5,
    "a unit that few have": 1.3,
    "figures of the value": 1.1,
    "both parties": 0.8,
    "names told before": 0.7,
    "unit not told": 0.3,
    "words beside it": 0.2,
    "of the other party": -1.0,
    "growth or not": -0.2,
    "another act": -0.4,
    "words of another date": -0.5,
    "names told": -0.7,
    "third states alone": -0.8,
    "another value": -0.9,
    "another date": -1.1,
    "a third state": -1.6,
    "date: neither": -1.8,
    "a value far off": -1.9,
    "behind in weight of words": -1.9,
    "date: none here": -2.3,
    "claim": -2.8,
    "date: none there": -3.5,
    "behind in words": -4.3,
}

ENOUGH = 5.2
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""

ADDING: Mapping[str, float] = {
    "mutual": 2.1,
    "both parties": 1.5,
    "an amount of others": 1.5,
    "parties side by side": 1.1,
    "an amount": 0.6,
    "of the writer": -0.8,
    "one party": -1.0,
    "several dates": -1.2,
    "a third state": -1.8,
    "no party": -2.0,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 0.9
