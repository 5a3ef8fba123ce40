"""Runs whole processes and tells how long they took and how much memory they held."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Failed(Exception):
    """A measured process ended with an error: its time says nothing."""


class Taken(NamedTuple):
    """Seconds that a process took: on the clock, and of all processors together."""

    wall: float
    processor: float


def seconds(commands: Sequence[Sequence[str]], folder: Path) -> list[Taken]:
    """Run commands one after the other; return how long each took, its children included."""
    taken = []
    for command in commands:
        before, start = _processor(), time.perf_counter()
        done = subprocess.run(
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        taken.append(Taken(time.perf_counter() - start, _processor() - before))
        if done.returncode != 0:
            raise Failed(f"{' '.join(command)}\n{done.stderr}")
    return taken


class Memory(NamedTuple):
    """Peaks in bytes: of all processes together, and of the largest one."""

    together: int
    largest: int


def memory(commands: Sequence[Sequence[str]], folder: Path, every: float = 0.01) -> Memory:
    """Run commands one after the other and look at their memory ``every`` so many seconds.

    What is told is the proportional set size: a page that forked processes share is
    counted once. Looking takes time, so this is never done while time is measured.
    """
    together = largest = 0
    for command in commands:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        while process.poll() is None:
            sizes = [_held(pid) for pid in _tree(process.pid)]
            together = max(together, sum(sizes))
            largest = max(largest, *sizes)
            time.sleep(every)
        if process.returncode != 0:
            raise Failed(" ".join(command))
    return Memory(together, largest)


def _processor() -> float:
    """Return the processor time of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _environment() -> dict[str, str]:
    """Return the environment without what would make a build do more than it does for a user.

    That is: read more than the project, or compile the program anew each time.
    """
    return {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}


_LEFT_OUT = frozenset({"UCHTIL_SOURCES", "PYTHONDONTWRITEBYTECODE"})


def _tree(pid: int) -> list[int]:
    """Return a process and all that descend from it (Linux)."""
    found = [pid]
    for each in found:
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text(encoding="ascii").split())
        except OSError:
            continue  # It has ended meanwhile.
    return found


def _held(pid: int) -> int:
    """Return the proportional set size of one process in bytes; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
