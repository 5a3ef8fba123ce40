"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "weight of words": 4.9,
    "words": 4.4,
    "a name that few have": 3.3,
    "words of a claim": 3.2,
    "a date that few have": 3.0,
    "near what was told": 3.0,
    "same value": 2.9,
    "same value and date": 2.2,
    "names": 2.1,
    "same month": 2.1,
    "measure": 1.9,
    "share of its words": 1.8,
    "figures of the value": 1.3,
    "a unit that few have": 1.0,
    "words told before": 0.4,
    "both parties": 0.3,
    "words of another date": -0.1,
    "growth or not": -0.2,
    "another act": -0.3,
    "names told before": -0.4,
    "third states alone": -1.0,
    "another value": -1.0,
    "names told": -1.4,
    "another date": -1.4,
    "date: neither": -2.1,
    "a third state": -2.2,
    "date: none here": -2.2,
    "behind in weight of words": -2.5,
    "a value far off": -2.7,
    "claim": -2.9,
    "date: none there": -4.2,
    "behind in words": -5.0,
}

ENOUGH = 4.9
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""

ADDING: Mapping[str, float] = {
    "mutual": 1.9,
    "an amount of others": 1.4,
    "both parties": 1.3,
    "parties side by side": 1.1,
    "an amount": 0.6,
    "of the writer": -0.9,
    "one party": -1.1,
    "several dates": -1.2,
    "a third state": -1.6,
    "no party": -2.1,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 0.8
