"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "words": 5.3,
    "weight of words": 4.9,
    "a date that few have": 3.4,
    "same value": 2.4,
    "most words": 2.2,
    "names": 1.9,
    "measure": 1.8,
    "same month": 1.8,
    "figures of the value": 1.2,
    "same value and date": 1.1,
    "a unit that few have": 0.9,
    "both parties": 0.6,
    "document not named": 0.2,
    "same day": 0.2,
    "another date in its year": -0.0,
    "only an amount there": -0.5,
    "growth or not": -0.5,
    "one party alone": -0.6,
    "another value": -0.6,
    "claim": -1.4,
    "date: neither": -1.4,
    "another act": -1.4,
    "date: none here": -1.7,
    "another date": -2.3,
    "date: none there": -2.7,
}

ENOUGH = 5.7
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""

ADDING: Mapping[str, float] = {
    "mutual": 2.7,
    "both parties": 1.8,
    "an amount": 1.3,
    "parties side by side": 1.3,
    "a body or a project": 0.3,
    "one party, and ours": 0.3,
    "several dates": -0.8,
    "one party": -1.1,
    "a third state": -1.7,
    "no party": -2.1,
}
"""What each sign is worth, that a passage which tells no fact adds one."""

ADDING_ENOUGH = 1.6
