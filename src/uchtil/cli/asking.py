"""Questions, which are put only where somebody sits at a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence


def can_ask(options: argparse.Namespace) -> bool:
    """Whether there is somebody to answer."""
    return not options.json and sys.stdin.isatty()


def ask_whether(options: argparse.Namespace, question: str, command: str = "fix") -> bool | None:
    """Ask; nothing where there is nobody to answer."""
    if not can_ask(options):
        look = ", or only look with --dry-run" if command in ("fix", "add") else ""
        print(
            f"{command}: error[not-asked]: nothing was written, since there is nobody to ask\n"
            f"    write all of it with --yes{look}",
            file=sys.stderr,
        )
        return None
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")


def ask_one_by_one(told: Sequence[str], question: str = "accept?") -> list[bool]:
    """Ask of each; ``q`` says no to all that are left."""
    answers: list[bool] = []
    for each in told:
        print(each)
        try:
            answer = input(f"{question} [y/N/q] ").strip().lower()
        except EOFError:
            answer = "q"
        if answer in ("q", "quit"):
            break
        answers.append(answer in ("y", "yes"))
    return answers
