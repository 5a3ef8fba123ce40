"""The collector: one run reports every problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from uchtil.problems.problem import Location, Problem, ProblemsFound, Severity
from uchtil.problems.rulings import Ruling, in_order, judge, ruling_on


@dataclass(slots=True)
class Problems:
    """Collects problems, so that one run tells all of them.

    What a review says of its checks (``rule``) is heeded whenever problems are looked at:
    those that came before count like those that come after.  With ``strict`` warnings
    stop a build as errors do.
    """

    strict: bool = False
    _found: dict[Problem, None] = field(default_factory=dict)
    _rulings: tuple[Ruling, ...] = ()

    def error(self, code: str, message: str, where: Location, hint: str = "") -> None:
        """Add a problem that stops the build."""
        self.add(Problem(code=code, message=message, where=where, hint=hint))

    def warning(self, code: str, message: str, where: Location, hint: str = "") -> None:
        """Add a problem that is told, but does not stop the build."""
        self.add(
            Problem(code=code, message=message, where=where, hint=hint, severity=Severity.WARNING)
        )

    def notice(self, code: str, message: str, where: Location, hint: str = "") -> None:
        """Add something an editor should know, though nothing is wrong."""
        self.add(
            Problem(code=code, message=message, where=where, hint=hint, severity=Severity.NOTICE)
        )

    def add(self, problem: Problem) -> None:
        """Add one problem; the same problem is kept once."""
        self._found.setdefault(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several problems."""
        for problem in problems:
            self.add(problem)

    def rule(self, rulings: Iterable[Ruling]) -> None:
        """Heed what a review says of its checks."""
        self._rulings = in_order(rulings)

    def __iter__(self) -> Iterator[Problem]:
        """Yield the problems by place, but for those that the review explains."""
        told = (judge(problem, self._rulings) for problem in self._found)
        return iter(
            sorted((each for each in told if each is not None), key=lambda each: each.where)
        )

    def __len__(self) -> int:
        """Return how many there are, explained ones included."""
        return len(self._found)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Only the errors."""
        return tuple(problem for problem in self if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Only the warnings."""
        return tuple(problem for problem in self if problem.severity is Severity.WARNING)

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """The problems that stop a build: errors, and with ``strict`` warnings too."""
        return (*self.errors, *self.warnings) if self.strict else self.errors

    @property
    def explained(self) -> tuple[tuple[Problem, str], ...]:
        """What is not told, by place, since the review says why it may stand: with the reason."""
        found = []
        for problem in sorted(self._found, key=lambda each: each.where):
            ruling = ruling_on(problem, self._rulings)
            if ruling is not None and ruling.severity is None:
                found.append((problem, ruling.reason))
        return tuple(found)

    @property
    def unused(self) -> tuple[Ruling, ...]:
        """The rulings that make a check matter less and that no problem needs."""
        used = {id(ruling_on(problem, self._rulings)) for problem in self._found}
        return tuple(ruling for ruling in self._rulings if ruling.lowers and id(ruling) not in used)

    def stop_on_errors(self) -> None:
        """Raise ``ProblemsFound`` with all problems if one of them is an error."""
        if self.errors:
            self.stop()

    def stop(self) -> NoReturn:
        """Raise ``ProblemsFound`` with all problems found so far."""
        raise ProblemsFound(self)
