"""What is asked of an address, and what came of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum


class Outcome(str, Enum):
    """What became of an address."""

    WELL = "well"
    MOVED = "moved"
    """It leads to another address for good."""

    DEAD = "dead"
    """Its host says that it is gone, leads to the front page, or does not exist itself."""

    CLOSED = "closed"
    """It does not let programs in, or nobody: a person has to look."""

    UNANSWERED = "unanswered"
    """No answer, or none that says anything: it may be there tomorrow."""

    PRIVATE = "private"
    """It leads into this machine's own network and was not asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """An address to look at; ``seen`` is the day on which the review's authors saw it."""

    address: str
    seen: datetime.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Copy:
    """An archived copy: its address, and the day on which it was made."""

    address: str
    made: datetime.date


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What became of an address.

    ``said`` is the reason in a few words (``404 Not Found``), ``moved_to`` where it leads for
    good.  ``copy`` is looked for where it is dead; ``archive_asked`` tells whether the archive
    answered.  ``remembered`` marks what was not asked now.  ``cut_off`` marks what may be the
    fault of this machine's own connection: no host was reached.
    """

    address: str
    outcome: Outcome
    said: str
    day: datetime.date
    moved_to: str = ""
    copy: Copy | None = None
    archive_asked: bool = False
    remembered: bool = False
    cut_off: bool = False
