"""A process that readies itself to print while the content is read.

Importing WeasyPrint, its fonts and the style sheet takes about as long as reading and
rendering the whole review.  So a build forks this process first of all, on the second
core; when a page is there to be printed, a task forked from it has all of that already.
What is sent to it must be picklable: it was forked before the content was read.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from uchtil.pipeline.task import TaskFailed, end_with, run_task

_LENGTH = struct.Struct("!Q")


class Press:
    """The parent's end: starts tasks in processes that can print at once."""

    def __init__(self, templates: Path) -> None:
        """Fork the process; it reads the fonts and styles of ``templates``."""
        self._socket, theirs = socket.socketpair()
        self._process = multiprocessing.get_context("fork").Process(
            target=_serve, args=(theirs, self._socket, templates, os.getpid()), name="press"
        )
        self._process.start()
        theirs.close()

    def start(self, task: Callable[[], Any]) -> Connection:
        """Start a task in a process of its own; its result is read from the connection.

        Raises ``TaskFailed`` when the press itself has ended.
        """
        receiver, sender = multiprocessing.Pipe(duplex=False)
        message = pickle.dumps(task)
        try:
            socket.send_fds(self._socket, [_LENGTH.pack(len(message))], [sender.fileno()])
            self._socket.sendall(message)
        except OSError as error:
            raise TaskFailed(f"the process that prints has ended: {error}") from error
        sender.close()
        return receiver

    def stop(self) -> None:
        """End the process, and with it every task that it has forked."""
        self._socket.close()
        self._process.kill()
        self._process.join()


def _serve(requests: socket.socket, theirs: socket.socket, templates: Path, parent: int) -> None:
    theirs.close()
    if not end_with(parent):
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, _reap)
    gc.disable()
    _warm_up(templates)
    gc.freeze()
    while True:
        head, descriptors, _, _ = socket.recv_fds(requests, _LENGTH.size, 1)
        if not descriptors:
            return
        message = _receive(requests, _LENGTH.unpack(head)[0])
        process = os.getpid()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            requests.close()
            if end_with(process):
                sender = Connection(descriptors[0], readable=False)
                run_task(sender, partial(_unpacked, message))
            os._exit(0)
        os.close(descriptors[0])


def _reap(_signal: int, _frame: object) -> None:
    """Take leave of tasks that have ended, so that their time is counted as the build's."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _unpacked(message: bytes) -> Any:  # noqa: ANN401 (whatever the task returns)
    return pickle.loads(message)()  # noqa: S301 (our own parent has sent it)


def _receive(requests: socket.socket, length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        part = requests.recv(length - len(parts))
        if not part:
            break
        parts += part
    return bytes(parts)


def _warm_up(templates: Path) -> None:
    """Import and read what every PDF needs, so that forked tasks have it.

    Whatever is amiss here is met again by the task that needs it, and told there.
    """
    try:
        import pyphen

        from uchtil.formats.pdf import warm_up
        from uchtil.language import LANGUAGES, register_hyphenation

        register_hyphenation()
        for each in LANGUAGES:
            pyphen.Pyphen(lang=pyphen.language_fallback(each.tag.replace("-", "_")))
        warm_up(templates)
        # What the tasks are, and what they use: each would import it.
        import uchtil.checks.readback.pdf
        import uchtil.formats.binding
        import uchtil.pipeline.sheets  # noqa: F401
    except Exception:  # noqa: S110
        pass
