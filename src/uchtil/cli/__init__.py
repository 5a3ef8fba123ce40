"""Arguments, progress, exit codes: with ``progress`` the only room that prints.

A build with nothing to do must end before the first heavy library is loaded. So what stands here
is little, the module of a command is imported when the command runs, and it imports what it
needs when that is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from uchtil.cli.arguments import parser_for, with_command
from uchtil.cli.saying import INTERRUPTED, OK, PROBLEMS, USAGE

__all__ = ["INTERRUPTED", "OK", "PROBLEMS", "USAGE", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = with_command(sys.argv[1:] if arguments is None else arguments)
    options = parser_for(given[0]).parse_args(given)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("interrupted; the last good output is as it was", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: not our error. Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        if error.filename is None or error.strerror is None:
            raise
        print(f"{_text(error.filename)}: error[system]: {error.strerror}", file=sys.stderr)
        return PROBLEMS


def _text(name: str | bytes | int) -> str:
    return os.fsdecode(name) if isinstance(name, bytes) else str(name)
