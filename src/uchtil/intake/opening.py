"""Reading the bytes of a file that somebody names: a file, not endless, and not too large."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from uchtil.intake.blocks import Refused

_HEAD = 4096
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes into must not be waited for."""


def read_bytes(path: Path, bound: Callable[[bytes], int]) -> bytes:
    """Return what a file holds; raises ``Refused``.

    ``bound`` says by its first bytes how many it may have.

    What the name stands for is looked at after it is opened, so that it cannot be exchanged
    between looking and reading.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NO_WAITING)
        with os.fdopen(handle, "rb", closefd=True) as file:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode):
                raise _no_file()
            head = file.read(_HEAD)
            most = bound(head)
            if state.st_size > most:
                raise too_large(state.st_size, most)
            data = head + file.read(most + 1 - len(head))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refused(
            code="source-missing", message="there is no such file", hint="look at its name"
        ) from error
    except IsADirectoryError as error:
        raise Refused(
            code="source-folder",
            message="this is a folder",
            hint="name the file in it that is the source",
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise Refused(
            code="source-unreadable", message=f"the file cannot be read: {reason}"
        ) from error
    if len(data) > most:
        raise too_large(len(data), most)
    return data


def too_large(size: int, most: int) -> Refused:
    """Return what is told of a file with more bytes than a source of its kind may have."""
    return Refused(
        code="source-too-large",
        message=f"the file has {_megabytes(size)} MB, and the most that is read is "
        f"{_megabytes(most)} MB",
        hint="take out the part that is the source, or leave out its pictures",
    )


def _no_file() -> Refused:
    return Refused(
        code="source-not-a-file",
        message="this is a device or a pipe, and no file",
        hint="save what it gives in a file",
    )


def _megabytes(size: int) -> str:
    """Return millions of bytes, with a place after the point where they are few."""
    return f"{size / 1e6:,.1f}" if size < 10e6 else f"{size / 1e6:,.0f}"
