"""What a review says of its own checks, in ``checks`` of ``content/review.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from uchtil.problems.codes import CHECKS
from uchtil.problems.problem import Location, Problem, Severity

_RANK = {None: 0, Severity.NOTICE: 1, Severity.WARNING: 2, Severity.ERROR: 3}

_OWN = ("content/", "bibliography/")
"""What a scholar writes; what is wrong with a finished file is never for a review to excuse."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """How much the problems of one check matter in a review, and why.

    ``severity`` is ``None`` where they are explained, and so not told.  ``places`` limits
    the ruling: each is a file, a pattern of files (``content/facts/*.yaml``), or an id that
    the message names; without any the ruling is for all problems of the check.
    """

    code: str
    severity: Severity | None
    reason: str = ""
    places: tuple[str, ...] = ()
    where: Location

    @property
    def lowers(self) -> bool:
        """Whether the check matters less by this than by itself."""
        return _RANK[self.severity] < _RANK[CHECKS[self.code].severity]

    def covers(self, problem: Problem) -> bool:
        """Whether a problem is one of those that this is said of."""
        if problem.code != self.code or not problem.where.file.startswith(_OWN):
            return False
        # A notice that turns into an error where something was asked for stays one.
        usual = CHECKS[self.code].severity
        if problem.severity is Severity.ERROR and usual is not Severity.ERROR and self.lowers:
            return False
        return not self.places or any(_at(place, problem) for place in self.places)


def _at(place: str, problem: Problem) -> bool:
    if is_file(place):
        return fnmatchcase(problem.where.file, place)
    return f"`{place}`" in problem.message


def is_file(place: str) -> bool:
    """Whether a place of a ruling is a file or a pattern of files, and no id."""
    return "/" in place or "*" in place


def in_order(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings with those that are limited to places before the others."""
    return tuple(sorted(rulings, key=lambda ruling: not ruling.places))


def ruling_on(problem: Problem, rulings: Sequence[Ruling]) -> Ruling | None:
    """Return the first ruling that covers a problem."""
    return next((ruling for ruling in rulings if ruling.covers(problem)), None)


def judge(problem: Problem, rulings: Sequence[Ruling]) -> Problem | None:
    """Return a problem as severe as the review has it; nothing where it is explained."""
    ruling = ruling_on(problem, rulings)
    if ruling is None or ruling.severity is problem.severity:
        return problem
    return None if ruling.severity is None else replace(problem, severity=ruling.severity)
