"""What a forked process does with its task, whoever forked it."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any


class TaskFailed(Exception):
    """A task ended with an error that is not the user's; the message is its traceback."""


def run_task(sender: Connection, task: Callable[[], Any]) -> None:
    """Run a task and send what it returned, or the traceback of what went wrong."""
    # Ctrl-C reaches every process of the terminal; the parent ends its children itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A task ends soon, and its process with it: collecting costs more than it frees.
    gc.disable()
    try:
        sender.send((True, task()))
    except Exception:  # whatever it is, the parent has to hear of it
        sender.send((False, traceback.format_exc()))


_PR_SET_PDEATHSIG = 1


def end_with(parent: int) -> bool:
    """Ask the kernel to end this process with its parent; tell whether that one still lives."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == parent
