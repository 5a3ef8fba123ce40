"""Walks docs/a-new-source.md: does what the page says to do, and holds it to what it shows.

The page has blocks of three kinds: ``console`` (commands behind ``$``, and what they print),
``diff`` (a file, and what a person writes into it) and ``yaml FILE`` (part of a file). A line
with nothing but ``…`` stands for lines left out.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from uchtil.cli import main
from uchtil.pipeline import check
from workshop import ROOT, replace

PAGE = ROOT / "docs" / "a-new-source.md"
DAY = datetime.date(2026, 12, 1)
"""The day on which the story happens: it stands in the locks, and so in the pictures."""
LEFT_OUT = "…"

_BLOCK = re.compile(r"^```(console|diff|yaml)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"^!\[([^\]]*)\]\((images/[^)]+)\)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the page shows of a command or a file, and what there really was."""

    name: str
    start: int
    """Where on the page it is shown."""
    page: tuple[str, ...]
    real: tuple[str, ...]

    def agrees(self) -> bool:
        """Whether the page shows it truly."""
        parts = _parts(self.page)
        at = 0
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            tried = [at] if number == 0 else range(at, len(self.real) - len(part) + 1)
            if last and number:
                tried = [len(self.real) - len(part)]
            here = next((each for each in tried if each >= at and self._has(part, each)), None)
            if here is None:
                return False
            at = here + len(part)
        return at == len(self.real)

    def refreshed(self) -> tuple[str, ...]:
        """Return what the page would truly show, with the same lines left out.

        A part begins and ends with the lines that it begins and ends with now; where one of
        these is gone, a person must choose anew.
        """
        parts = _parts(self.page)
        new: list[str] = []
        at = 0
        for number, part in enumerate(parts):
            if number:
                new.append(LEFT_OUT)
            if not part and len(parts) > 1:
                continue
            start = self._find(part[0], at) if number else 0
            end = len(self.real) if number == len(parts) - 1 else self._find(part[-1], start) + 1
            new += self.real[start:end]
            at = end
        return tuple(new)

    def _has(self, part: Sequence[str], at: int) -> bool:
        return self.real[at : at + len(part)] == tuple(part)

    def _find(self, line: str, at: int) -> int:
        assert line in self.real[at:], f"{line!r} is gone: mend {PAGE.name} by hand"
        return self.real.index(line, at)


def _parts(lines: Sequence[str]) -> list[list[str]]:
    """Part the lines where some are left out."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


@dataclass(kw_only=True)
class Story:
    """The page as it is walked; ``skips`` names commands that would take too long."""

    root: Path
    skips: frozenset[str] = frozenset()
    pictured: Callable[[str], None] = lambda _: None
    """Called with each picture's name when the story has come to it."""
    text: str = field(default_factory=lambda: PAGE.read_text(encoding="utf-8"))
    ran: list[str] = field(default_factory=list)
    told: list[Shown] = field(default_factory=list)
    """What was shown, truly or not."""

    def walk(self) -> None:
        """Do all that the page tells, in its order; look later at what was ``told``."""
        steps = [*_BLOCK.finditer(self.text), *PICTURE.finditer(self.text)]
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv("UCHTIL_SOURCES", raising=False)
            patch.chdir(self.root)
            patch.setattr(check, "_today", lambda: DAY)
            for step in sorted(steps, key=lambda each: each.start()):
                if step.re is PICTURE:
                    self.pictured(Path(step[2]).name)
                elif step[1] == "diff":
                    self._edit(step[3])
                elif step[1] == "yaml":
                    real = (self.root / step[2]).read_text(encoding="utf-8")
                    self._tell(step[2], step[3], real, step.start(3))
                else:
                    self._run_all(step[3], step.start(3))

    def refreshed(self) -> str:
        """Return the page with all that was told as it really is."""
        text = self.text
        for shown in reversed(self.told):
            old, new = (_text(each) for each in (shown.page, shown.refreshed()))
            assert text.startswith(old, shown.start)
            text = text[: shown.start] + new + text[shown.start + len(old) :]
        return text

    def _edit(self, block: str) -> None:
        """Write what a person would: each piece is what was there, and what is there now."""
        head, *pieces = re.split(r"^@@\n", block, flags=re.MULTILINE)
        assert head.startswith("--- "), block
        name, _, first = head[4:].partition("\n")
        for piece in filter(None, (first, *pieces)):
            lines = piece.splitlines()
            was = "\n".join(line[1:] for line in lines if line[0] != "+")
            now = "\n".join(line[1:] for line in lines if line[0] != "-")
            replace(self.root / name, was, now)

    def _run_all(self, block: str, start: int) -> None:
        for command, shown, at in _commands(block):
            words = shlex.split(command)
            self.ran.append(command)
            if words[0] == "cat":
                real = (ROOT / words[1]).read_text(encoding="utf-8")
            else:
                assert words[0] == "./build.py", command
                named = words[1] if words[1:] and not words[1].startswith("-") else "build"
                if named in self.skips:
                    continue
                real = printed(words[1:])
            self._tell(command, shown, real, start + at)

    def _tell(self, name: str, page: str, real: str, start: int) -> None:
        lines = (tuple(each.splitlines()) for each in (page, real))
        self.told.append(Shown(name=name, start=start, page=next(lines), real=next(lines)))


def _commands(block: str) -> Iterator[tuple[str, str, int]]:
    """Yield each command, what it shows, and where that begins."""
    for found in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
        yield found[1], found[2], found.start(2)


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def printed(arguments: Sequence[str]) -> str:
    """Run a command in this process; return what a terminal would show of it."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(list(arguments))
    assert code == 0, out.getvalue()
    return out.getvalue()


def copy_review(target: Path) -> Path:
    """Copy what the story needs of the shipped review; never its releases or its output."""
    for folder in ("content", "bibliography", "docs/examples"):
        shutil.copytree(ROOT / folder, target / folder)
    return target
