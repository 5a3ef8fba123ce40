"""What the command line says: problems, JSON, single lines, and its exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uchtil.problems import Problem, Problems

OK, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130

MANY = 3
"""More things of one kind than this are told in one line."""


def say(options: argparse.Namespace, line: str) -> None:
    """Print a line that is not asked for: neither with --quiet nor between JSON."""
    if not options.quiet and not options.json:
        print(line)


def refuse(problems: Problems, options: argparse.Namespace) -> int:
    """Tell why a command that only looks has nothing to show."""
    if options.json:
        print_json(as_data(problems))
    else:
        print_problems(problems, options, summarise=True)
    return PROBLEMS


def print_problems(
    problems: Problems, options: argparse.Namespace, *, summarise: bool = False
) -> None:
    """Print problems; ``summarise`` counts the notices of which there are many."""
    from collections import Counter

    from uchtil.problems import Severity

    shown: Iterable[Problem] = [
        each for each in problems if not options.quiet or each.severity is not Severity.NOTICE
    ]
    counts: Counter[str] = Counter()
    if summarise:
        notices = Counter(each.code for each in shown if each.severity is Severity.NOTICE)
        counts = Counter({code: count for code, count in notices.items() if count > MANY})
    for problem in shown:
        if problem.code not in counts:
            print(problem, file=sys.stderr)
    if counts:
        told = ", ".join(f"{count} {code}" for code, count in counts.items())
        print(f"notices: {told}; `check --notices` lists them", file=sys.stderr)
    if len(problems.errors) > 0:
        count = len(problems.errors)
        print(f"{count} error{'s' if count > 1 else ''}", file=sys.stderr)
    if problems.strict and problems.warnings:
        count = len(problems.warnings)
        one = count == 1
        told = "1 warning, an error" if one else f"{count} warnings, errors"
        print(f"{told} by --strict", file=sys.stderr)


def as_data(problems: Problems) -> list[dict[str, object]]:
    """Return the problems as JSON has them."""
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "file": problem.where.file,
            "line": problem.where.line,
            "column": problem.where.column,
            "hint": problem.hint,
        }
        for problem in problems
    ]


def print_json(data: object) -> None:
    """Print data as they are: no letter is written as an escape."""
    import json

    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()


def marker() -> Callable[[str], str]:
    """Return what sets words off: bold and underlined on a terminal, else in brackets."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    if sys.stdout.isatty() and not plain:
        return lambda words: f"\x1b[1;4m{words}\x1b[0m"
    return lambda words: f"[[{words}]]"


def path_as_shown(path: Path) -> str:
    """Return a path as a person at this place would write it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
