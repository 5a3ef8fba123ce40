"""What each sign is worth, that a passage tells a fact.

Fitted by ``bench/points.py``, a logistic regression over the texts of strangers in the tests, and
rounded: points are logarithms of odds.  A sign that is not there is worth nothing; those of dates
and values that exclude each other are told in :mod:`.pairing`.  Words that are rare among the
facts, and dates that few facts have, tell most; a paper's title tells no more than its words.
"""

from __future__ import annotations

from collections.abc import Mapping

POINTS: Mapping[str, float] = {
    "words": 5.1,
    "weight of words": 3.8,
    "a date that few have": 2.8,
    "same value": 2.2,
    "names": 2.2,
    "most words": 2.0,
    "measure": 1.9,
    "same month": 1.8,
    "another date in its year": 1.2,
    "same value and date": 1.2,
    "figures of the value": 1.0,
    "both parties": 0.8,
    "a unit that few have": 0.7,
    "same day": 0.5,
    "document not named": 0.2,
    "another value": -0.3,
    "growth or not": -0.5,
    "another act": -0.6,
    "one party alone": -0.7,
    "claim": -1.3,
    "date: neither": -1.4,
    "date: none here": -1.4,
    "another date": -1.9,
    "only an amount there": -2.0,
    "date: none there": -2.5,
}

ENOUGH = 5.6
"""The points that a passage must come to: so many more than the regression's own, which holds
telling to be as likely as not, as lets about nine of ten proposals be right.
"""
