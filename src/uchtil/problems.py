"""What is wrong, where, and how to mend it: one run reports every problem."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NoReturn


class Severity(str, Enum):
    """How much a problem matters: an error stops the build, the others are told."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Location:
    """A place in a file of the project; lines and columns count from 1.

    ``file`` is relative to the project's root and written with ``/``.  A ``line`` of
    0 means the file as a whole, a ``column`` of 0 the line as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing that is wrong.

    ``code`` is stable and written in kebab-case (``unknown-key``); ``message`` says
    what is wrong, ``hint`` the likely way to mend it (empty where there is none).
    """

    code: str
    message: str
    where: Location
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        text = f"{self.where}: {self.severity.value}[{self.code}]: {self.message}"
        return f"{text}\n    {self.hint}" if self.hint else text


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries every problem found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Problems:
    """Collects problems, so that one run tells all of them."""

    _found: list[Problem] = field(default_factory=list)

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
        if problem not in self._found:
            self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several problems."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        """Yield the problems by place."""
        return iter(sorted(self._found, key=lambda problem: problem.where))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Only the problems that stop the build."""
        return tuple(problem for problem in self if problem.severity is Severity.ERROR)

    def stop_on_errors(self) -> None:
        """Raise ``ProblemsFound`` with all problems if one of them is an error."""
        if self.errors:
            self.stop()

    def stop(self) -> NoReturn:
        """Raise ``ProblemsFound`` with all problems found so far."""
        raise ProblemsFound(self)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint such as ``did you mean `tursunov2026`?``, or nothing.

    The nearest known word is found by ``difflib``; nothing is returned where no word
    is near enough to be a slip of the keyboard.
    """
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""
