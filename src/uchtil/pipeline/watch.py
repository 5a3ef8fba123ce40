"""`./build.py watch`: builds again when something is saved, one build after the other.

The folders that a build reads are watched (`watchfiles`); what editors write beside their files
is passed over.  Each build is a process of its own, so that a fault of one ends nothing.  What is
saved during a build is kept by the watcher, and built when that build is done.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from uchtil.pipeline import places

_STEP, _DEBOUNCE = 60, 800
"""Milliseconds: what is saved within one after the other is built together, but not for ever."""


def watched(root: Path, texts: Path | None) -> list[Path]:
    """Return the folders to watch: those of the project that a build reads, as far as they are."""
    folders = [root / name for name in (*places.INPUT_FOLDERS, "templates")]
    folders += [] if texts is None else [texts]
    return [each for each in folders if each.is_dir()]


def saves(
    root: Path, texts: Path | None, stop: threading.Event | None = None
) -> Iterator[list[str]]:
    """Yield the files that were saved, each time some were; first nothing, for the first build.

    Ends when it is interrupted, or ``stop`` is set.
    """
    from watchfiles import DefaultFilter, watch

    ready = False
    for changes in watch(
        *watched(root, texts),
        watch_filter=DefaultFilter(),
        debounce=_DEBOUNCE,
        step=_STEP,
        stop_event=stop,
        rust_timeout=100,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        if not ready:  # it watches from now on: nothing that is saved from here is missed
            ready = True
            yield []
        if changes:
            yield sorted({_shown(Path(path), root) for _, path in changes})


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def build_once(arguments: Sequence[str]) -> int:
    """Build in a process of its own, which prints for itself; return its exit code."""
    before = os.environ.get("PYTHONPATH")
    program = os.pathsep.join(filter(None, (str(places.PROGRAM.parent), before)))
    done = subprocess.run(
        [sys.executable, "-m", "uchtil", "build", *arguments],
        env={**os.environ, "PYTHONPATH": program},
        check=False,
    )
    return done.returncode


def keep_building(
    root: Path,
    texts: Path | None,
    arguments: Sequence[str],
    tell: Callable[[list[str]], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, and build again whenever something is saved, until it is interrupted.

    ``tell`` is told before each build which files were saved.
    """
    for saved in saves(root, texts, stop):
        tell(saved)
        build_once(arguments)
