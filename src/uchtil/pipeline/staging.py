"""A build is whole or not at all: it is made beside the output and swapped in.

While a build runs the last good output stays where it is.  The swap is one system call
on Linux (``renameat2`` with ``RENAME_EXCHANGE``), so that a build that is killed leaves
either the old output or the new one, never a mixture.
"""

from __future__ import annotations

import ctypes
import fcntl
import glob
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_TRIES, _WAIT = 20, 0.05
"""How often, and after how many seconds again, what a stopped build left is cleared."""


class OutputBusy(Exception):
    """Another build is writing to the same output."""


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; it is removed when the block ends.

    Raises ``OutputBusy`` when another process builds into the same output.  What a
    killed build left behind is cleared away first.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    lock_path = output.parent / f".{output.name}.lock"
    with lock_path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputBusy(str(output)) from error
        prefix = f".{output.name}.staging-"
        for left in output.parent.glob(f"{glob.escape(prefix)}*"):
            shutil.rmtree(left, ignore_errors=True)
        # A name of its own: what outlives a killed build cannot write into this one.
        folder = output.parent / f"{prefix}{secrets.token_hex(4)}"
        try:  # from here on, since an interrupt may come before the folder is used
            folder.mkdir()
            yield folder
        finally:
            _clear(folder)


def _clear(folder: Path) -> None:
    """Remove a folder into which a process that is being stopped may write a last file."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_WAIT)


def swap_in(folder: Path, output: Path) -> None:
    """Put the finished folder in the output's place; the old output takes its own."""
    if not output.exists():
        folder.rename(output)
        return
    if not _exchange(folder, output):
        # Not Linux, or a file system without the call: two renames, the old output kept
        # under another name until the new one is in place.
        old = output.parent / f".{output.name}.old"
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        folder.rename(output)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result: int = renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    return result == 0


def keep(old: Path, new: Path) -> None:
    """Take an unchanged file over into the new output, without copying where possible."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


PACKAGES, CHANGES = "journals", "changes"
"""Where packages for journals lie, and what changed; a build neither makes nor loses them."""


def keep_packages(old: Path, new: Path) -> None:
    """Take the packages for journals, and what changed, over into the new output."""
    for folder in (PACKAGES, CHANGES):
        for path in (old / folder).rglob("*"):
            if path.is_file():
                keep(path, new / path.relative_to(old))
