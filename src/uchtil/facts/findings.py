"""What comparing the facts brings to light."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from uchtil.model import Fact
from uchtil.problems import Location


class Finding(str, Enum):
    """What was found."""

    CONFLICT = "conflict"
    """What cannot all hold: the review must answer it."""
    PRECISION = "precision"
    """The same, told more exactly in one place than in another."""
    STATUS = "status"
    """What was intended, and what came of it; or a plan that another source calls a target."""
    REPEATED = "repeated"
    """The same figure for different times."""
    AGREEING = "agreeing"
    """Figures of which one follows from the others, as far as they are printed."""
    OPEN = "open"
    """A figure from which another follows that no source gives."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What in the review answers a conflict: the ``resolution`` of a fact, or a ``remark``."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"resolution of {self.id}" if self.kind == "resolution" else f"remark {self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One thing found by comparing facts, or the passages of one.

    ``matter`` is what was compared: ``date``, ``value``, ``status``, or the way of figuring
    (``growth``…).  ``facts`` are the ids concerned, ``places`` where they stand, in the same
    order; ``text`` tells the readings.  ``answers`` say what in the review answers a conflict.
    """

    kind: Finding
    matter: str
    facts: tuple[str, ...]
    places: tuple[Location, ...]
    text: str
    answers: tuple[Answer, ...] = ()


def found(kind: Finding, matter: str, facts: tuple[Fact, ...], text: str) -> Compared:
    """Return a finding about facts."""
    return Compared(
        kind=kind,
        matter=matter,
        facts=tuple(fact.id for fact in facts),
        places=tuple(fact.where for fact in facts),
        text=text,
    )
