"""What is being done, told while it is done."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Protocol, Self, TextIO


class Progress(Protocol):
    """Told of every step; a context, so that a display can be cleared at its end."""

    def plan(self, steps: int) -> None:
        """Say how many steps there will be."""

    def done(self, step: str) -> None:
        """Say that one step is done."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Silent:
    """Says nothing."""

    def plan(self, steps: int) -> None:
        """Say nothing."""

    def done(self, step: str) -> None:
        """Say nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


class Lines(Silent):
    """Prints a plain line a step: for logs and pipes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._count = 0
        self._steps = 0

    def plan(self, steps: int) -> None:
        """Take note of how many steps there will be."""
        self._steps = steps

    def done(self, step: str) -> None:
        """Print the step's name."""
        self._count += 1
        print(f"[{self._count}/{self._steps}] {step}", file=self._stream, flush=True)


class Bar(Lines):
    """Keeps one line of a terminal up to date, and clears it at the end."""

    _WIDTH = 24

    def done(self, step: str) -> None:
        """Redraw the line."""
        self._count += 1
        filled = self._WIDTH * self._count // max(self._steps, self._count)
        bar = "━" * filled + " " * (self._WIDTH - filled)
        self._stream.write(f"\r\033[K{bar} {self._count}/{self._steps} {step}")
        self._stream.flush()

    def __exit__(self, *_: object) -> None:
        self._stream.write("\r\033[K")
        self._stream.flush()


def make_progress(*, quiet: bool) -> Progress:
    """Return the display that fits where the output goes."""
    if quiet:
        return Silent()
    return Bar(sys.stderr) if sys.stderr.isatty() else Lines(sys.stderr)
