"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "words": 5.4,
    "weight of words": 4.6,
    "a date that few have": 2.9,
    "most words": 2.3,
    "same value": 2.2,
    "names": 2.1,
    "same month": 1.7,
    "measure": 1.6,
    "figures of the value": 1.1,
    "same value and date": 0.9,
    "both parties": 0.8,
    "a unit that few have": 0.6,
    "same day": 0.2,
    "document not named": -0.1,
    "another date in its year": -0.2,
    "growth or not": -0.3,
    "one party alone": -0.5,
    "another value": -0.6,
    "another act": -1.0,
    "date: none here": -1.0,
    "date: neither": -1.2,
    "only an amount there": -1.3,
    "claim": -1.5,
    "another date": -2.0,
    "date: none there": -3.0,
}

ENOUGH = 5.6
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""
