"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "weight of words": 5.0,
    "words": 4.7,
    "words of a claim": 3.1,
    "same value": 3.0,
    "near what was told": 2.9,
    "a name that few have": 2.8,
    "a date that few have": 2.7,
    "same value and date": 2.1,
    "measure": 1.9,
    "same month": 1.9,
    "share of its words": 1.8,
    "names": 1.6,
    "figures of the value": 1.2,
    "a unit that few have": 1.2,
    "words told before": 0.7,
    "both parties": 0.3,
    "names told before": 0.2,
    "growth or not": 0.2,
    "words of another date": 0.1,
    "another act": -0.2,
    "called, and told otherwise": -0.6,
    "third states alone": -0.8,
    "names told": -1.0,
    "another value": -1.0,
    "another date": -1.4,
    "date: neither": -1.9,
    "a value far off": -2.2,
    "a third state": -2.2,
    "date: none here": -2.4,
    "behind in weight of words": -2.5,
    "claim": -2.9,
    "date: none there": -3.7,
    "behind in words": -4.7,
}

ENOUGH = 4.8
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""

ADDING: Mapping[str, float] = {
    "mutual": 1.5,
    "an amount of others": 1.4,
    "both parties": 1.2,
    "parties side by side": 1.1,
    "an amount": 0.6,
    "of the writer": -0.7,
    "one party": -1.3,
    "several dates": -1.3,
    "a third state": -1.4,
    "no party": -2.2,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 0.5
