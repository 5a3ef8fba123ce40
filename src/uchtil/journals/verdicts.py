"""What came of each rule of a journal: the rows of the checklist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from uchtil.journals.phrases import Noun, Phrase
from uchtil.model.profiles import Limits
from uchtil.problems import Location, Problem


class Verdict(str, Enum):
    """Whether a rule is kept."""

    PASSED = "passed"
    FAILED = "failed"
    YOURS = "yours"
    """Only the author can see to it."""
    UNKNOWN = "unknown"
    """What the journal rules is not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One rule: what is asked, what was measured and where, and what came of it.

    A failed rule has the ``code`` of a problem, its place, and how to mend it; ``message``
    says what is wrong in a sentence of its own.  ``details`` are what the rule is on, one by one.
    What a profile asks is in a language of its own, whose tag is then ``tag``.
    """

    topic: str
    asked: str
    measured: str = ""
    verdict: Verdict = Verdict.PASSED
    code: str = ""
    message: str = ""
    hint: str = ""
    where: Location | None = None
    details: tuple[str, ...] = ()
    tag: str = ""


def row(
    topic: str,
    asked: str,
    measured: str,
    *,
    kept: bool,
    code: str,
    message: str,
    where: Location,
    hint: str = "",
) -> Row:
    """Return the row of a rule that was measured."""
    topic = topic if isinstance(topic, Phrase) else Phrase(topic)
    if kept:
        return Row(topic=topic, asked=asked, measured=measured)
    return Row(
        topic=topic,
        asked=asked,
        measured=measured,
        verdict=Verdict.FAILED,
        code=code,
        message=message,
        hint=hint,
        where=where,
    )


def problems_of(rows: Iterable[Row]) -> list[Problem]:
    """Return an error for each rule that is not kept."""
    return [
        Problem(
            code=each.code,
            message=each.message,
            where=each.where or Location(file="content/review.yaml"),
            hint=each.hint,
        )
        for each in rows
        if each.verdict is Verdict.FAILED
    ]


def within(limits: Limits, noun: str) -> Phrase:
    """Return limits in words: ``40 to 50 words``, ``6 or more pages``."""
    low, high, what = limits.at_least, limits.at_most, Noun(noun)
    if low is not None and high is not None:
        if low == high:
            return counted(low, noun)
        return Phrase("{low} to {high} {noun}", low=low, high=high, noun=what)
    if low is not None:
        return Phrase("{low} or more {noun}", low=low, noun=what)
    return Phrase("{high} or fewer {noun}", high=high, noun=what)


def counted(count: int, noun: str) -> Phrase:
    """Return a number of things: ``40 words``."""
    return Phrase("{count} {noun}", count=count, noun=Noun(noun))


def is_open(limits: Limits) -> bool:
    """Whether nothing is limited."""
    return limits.at_least is None and limits.at_most is None
