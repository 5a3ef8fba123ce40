"""Independent work, side by side: one forked process a task.

A child is forked when its task is ready, so it has all that the parent has imported and
read; it ends with its task.  On Linux the kernel ends it with its parent too, so that a
build that is killed leaves no process behind that would hold the output's lock.
"""

from __future__ import annotations

import ctypes
import gc
import heapq
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, NamedTuple


class TaskFailed(Exception):
    """A task ended with an error that is not the user's; the message is its traceback."""


class Done(NamedTuple):
    """One finished task: its name and what it returned."""

    name: str
    result: Any


class Workers:
    """Runs at most ``jobs`` tasks at a time, the longest first."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._waiting: list[tuple[float, int, str, Callable[[], Any]]] = []
        self._running: dict[Connection, tuple[str, ForkProcess]] = {}
        self._context = multiprocessing.get_context("fork")
        self._count = 0

    def submit(self, name: str, weight: float, task: Callable[[], Any]) -> None:
        """Add a task; of those that wait, the one of the greatest weight is run first."""
        self._count += 1
        heapq.heappush(self._waiting, (-weight, self._count, name, task))
        self._start()

    def finished(self, *, block: bool) -> Iterator[Done]:
        """Yield finished tasks: those there are, or with ``block`` all there will be."""
        while self._running:
            ready = wait(list(self._running), timeout=None if block else 0)
            if not ready:
                return
            for connection in ready:
                assert isinstance(connection, Connection)
                name, process = self._running.pop(connection)
                try:
                    well, result = connection.recv()
                except EOFError:
                    well, result = False, f"{name}: the process was killed"
                connection.close()
                process.join()
                if not well:
                    raise TaskFailed(result)
                self._start()
                yield Done(name, result)

    def stop(self) -> None:
        """End every task that runs and forget those that wait."""
        self._waiting.clear()
        for _, process in self._running.values():
            process.terminate()
            process.join()
        self._running.clear()

    def _start(self) -> None:
        while self._waiting and len(self._running) < self._jobs:
            _, _, name, task = heapq.heappop(self._waiting)
            receiver, sender = self._context.Pipe(duplex=False)
            # What the parent holds will not become rubbish: children need not copy its
            # pages just to count references when they collect their own.
            gc.freeze()
            process = self._context.Process(
                target=_run, args=(sender, task, os.getpid()), name=name
            )
            process.start()
            sender.close()
            self._running[receiver] = (name, process)


def _run(sender: Connection, task: Callable[[], Any], parent: int) -> None:
    if not _end_with(parent):
        return
    # Ctrl-C reaches every process of the terminal; the parent ends its children itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A task ends soon, and its process with it: collecting costs more than it frees.
    gc.disable()
    try:
        sender.send((True, task()))
    except Exception:  # whatever it is, the parent has to hear of it
        sender.send((False, traceback.format_exc()))


_PR_SET_PDEATHSIG = 1


def _end_with(parent: int) -> bool:
    """Ask the kernel to end this process with its parent; tell whether that one still lives."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == parent
