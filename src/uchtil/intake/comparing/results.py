"""What comparing a new source with the facts comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from uchtil.intake.comparing.passages import Passage
from uchtil.model import Kind, Quantity, Status, When


class Verdict(str, Enum):
    """What a passage of a new source does to the facts."""

    CONFIRMS = "confirms"
    """It tells a fact with the same reading, or a less exact one."""
    SHARPENS = "sharpens"
    """It tells a fact more exactly."""
    DISPUTES = "disputes"
    """It tells a fact with another reading: both cannot hold."""
    ADDS = "adds"
    """It tells something that no fact says."""
    KNOWN = "known"
    """It tells it from a work that is known already, so it bears no witness of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a passage says: its reading, as far as it was recognised."""

    date: When | None = None
    value: Quantity | None = None
    status: Status | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """What could be recognised of a fact that there is not yet; the rest a person fills in."""

    kind: Kind
    theme: str
    indicator: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """One passage and what it does.

    ``fact`` is empty where it adds one, or only cites what is known.  ``anchor`` are at most ten
    words of the passage exactly as printed (white space made one space); ``pinned`` says that
    they stand in several paragraphs.  ``before`` and ``after`` are the words around them.
    ``why`` are the reasons in words, ``score`` their weight.  ``doubtful`` tells that ``others``
    fit as well.  ``cites`` are keys of works in the bibliography that the passage names.
    """

    verdict: Verdict
    fact: str
    paragraph: int
    sentence: int
    anchor: str
    pinned: bool
    before: str
    after: str
    told: Told
    why: tuple[str, ...]
    score: float
    others: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    candidate: Candidate | None = None

    @property
    def doubtful(self) -> bool:
        """Whether other facts fit as well."""
        return bool(self.others)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a passage does, before its anchor is chosen; ``shows`` are places the anchor needs."""

    passage: Passage
    verdict: Verdict
    fact: str = ""
    told: Told = field(default_factory=Told)
    why: tuple[str, ...] = ()
    score: float = 0.0
    others: tuple[str, ...] = ()
    shows: tuple[tuple[int, int], ...] = ()
    candidate: Candidate | None = None
