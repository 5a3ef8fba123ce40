"""What is wrong, where, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint such as ``did you mean `tursunov2026`?``, or nothing.

    The nearest known word is found by ``difflib``; nothing is returned where no word
    is near enough to be a slip of the keyboard.
    """
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""
