"""Independent work, side by side: one forked process a task.

A child is forked when its task is ready, so it has all that the parent has imported and
read (or, if it prints, what the press has); it ends with its task.  On Linux the kernel
ends it with its parent too, so that a build that is killed leaves no process behind that
would hold the output's lock.
"""

from __future__ import annotations

import gc
import heapq
import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import TYPE_CHECKING, Any, NamedTuple

from uchtil.pipeline.task import TaskFailed, end_with, run_task

if TYPE_CHECKING:
    from uchtil.pipeline.press import Press


class Done(NamedTuple):
    """One finished task: its name and what it returned."""

    name: str
    result: Any


class Workers:
    """Runs at most ``jobs`` tasks at a time, the longest first.

    What prints takes longest, and all else yields to it: at most ``jobs`` of it run, and
    it is not made to wait for a task of another kind.
    """

    def __init__(self, jobs: int, press: Press | None = None) -> None:
        """``press`` starts the tasks that print; without one they are forked as all others."""
        self._jobs = jobs
        self._press = press
        self._waiting: dict[bool, list[tuple[float, int, str, Callable[[], Any]]]] = {
            True: [],
            False: [],
        }
        self._running: dict[Connection, tuple[str, ForkProcess | None]] = {}
        self._context = multiprocessing.get_context("fork")
        self._count = 0

    def submit(
        self, name: str, weight: float, task: Callable[[], Any], *, prints: bool = False
    ) -> None:
        """Add a task; of those that wait, the one of the greatest weight is run first.

        One that ``prints`` needs WeasyPrint, and must be picklable.
        """
        self._count += 1
        printed = prints and self._press is not None
        heapq.heappush(self._waiting[printed], (-weight, self._count, name, task))
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
                if process is not None:
                    process.join()
                if not well:
                    raise TaskFailed(result)
                self._start()
                yield Done(name, result)

    def stop(self) -> None:
        """End every task that runs and forget those that wait."""
        for waiting in self._waiting.values():
            waiting.clear()
        for _, process in self._running.values():
            if process is not None:  # the press ends its own
                process.terminate()
                process.join()
        self._running.clear()

    def _start(self) -> None:
        printing = sum(process is None for _, process in self._running.values())
        while self._waiting[True] and printing < self._jobs:
            _, _, name, task = heapq.heappop(self._waiting[True])
            assert self._press is not None
            self._running[self._press.start(task)] = (name, None)
            printing += 1
        while self._waiting[False] and len(self._running) < self._jobs:
            _, _, name, task = heapq.heappop(self._waiting[False])
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
    if end_with(parent):
        run_task(sender, task)
