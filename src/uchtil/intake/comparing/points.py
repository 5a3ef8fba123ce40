"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "words": 5.0,
    "weight of words": 4.6,
    "words of a claim": 3.4,
    "same value": 3.1,
    "a date that few have": 2.9,
    "names": 2.6,
    "same value and date": 2.2,
    "a name that few have": 2.0,
    "measure": 1.9,
    "same month": 1.6,
    "figures of the value": 1.5,
    "words told before": 1.5,
    "a unit that few have": 1.4,
    "share of its words": 1.3,
    "names told before": 1.2,
    "both parties": 1.0,
    "growth or not": -0.5,
    "names told": -0.7,
    "words of another date": -0.7,
    "third states alone": -1.0,
    "another value": -1.1,
    "another act": -1.2,
    "another date": -1.5,
    "a value far off": -1.6,
    "a third state": -1.9,
    "behind in weight of words": -2.3,
    "date: neither": -2.4,
    "date: none here": -2.5,
    "claim": -2.9,
    "date: none there": -3.9,
    "behind in words": -4.1,
}

ENOUGH = 5.4
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""

ADDING: Mapping[str, float] = {
    "mutual": 2.7,
    "both parties": 1.8,
    "an amount": 1.3,
    "parties side by side": 1.3,
    "one party, and ours": 0.4,
    "a body or a project": -0.3,
    "several dates": -0.9,
    "one party": -1.1,
    "a third state": -1.7,
    "no party": -2.1,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 1.5
