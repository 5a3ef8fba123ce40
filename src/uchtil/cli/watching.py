"""`watch` and `serve`: what runs while somebody writes, until Ctrl-C ends it."""

from __future__ import annotations

import argparse
import contextlib
import sys

from uchtil.cli.arguments import add_epilog, add_output, add_outputs, add_sources, add_strict
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import MANY, OK, PROBLEMS, path_as_shown, say

_WATCH_EPILOG = """\
Ctrl-C ends it; a build that runs then leaves the last good output. On a drive of the network,
where nobody tells what is saved, set WATCHFILES_FORCE_POLLING=1. Beside it, `serve` shows the
output and refreshes it.
"""


def watch_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `watch` can be told: what a build can, but for the number of jobs."""
    add_outputs(parser)
    add_sources(parser)
    add_strict(parser)
    add_epilog(parser, _WATCH_EPILOG)


def serve_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `serve` can be told."""
    parser.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help="the port to listen on (default: 8150, or the next that is free)",
    )
    parser.add_argument("--open", action="store_true", help="open the browser")
    add_output(parser, "what to show (default: output/)")


def _port(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError(f"`{text}` is no port; write a number from 1 to 65535")
    return number


def run_watch(options: argparse.Namespace) -> int:
    """Build whenever something is saved, as often as that is."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.watch import keep_building

    arguments = ["--project", str(root)]
    for name in ("language", "format"):
        for each in getattr(options, name):
            arguments += [f"--{name}", each]
    for name in ("style", "output", "sources"):
        value = getattr(options, name)
        arguments += [f"--{name}", str(value)] if value is not None else []
    arguments += [f"--{name}" for name in ("quiet", "json", "strict") if getattr(options, name)]

    def tell(saved: list[str]) -> None:
        told = ", ".join(saved[:MANY]) + (f" and {len(saved) - MANY} more" * (len(saved) > MANY))
        say(options, f"saved {told}" if saved else "building; Ctrl-C ends it")
        sys.stdout.flush()  # before the build, which prints by itself

    with contextlib.suppress(KeyboardInterrupt):  # the way to end it
        keep_building(root, texts_of(options, root), arguments, tell)
    say(options, "no longer watching")
    return OK


def run_serve(options: argparse.Namespace) -> int:
    """Show the output to this machine's browsers."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.serve import Server

    output = (options.output or root / "output").resolve()
    if not (output / "index.html").is_file():
        print(
            f"{path_as_shown(output)}: error[nothing-built]: there is no output to show\n"
            "    make it first: ./build.py",
            file=sys.stderr,
        )
        return PROBLEMS
    try:
        server = Server(output, options.port, root)
    except OSError as error:
        print(
            f"127.0.0.1:{options.port}: error[port-taken]: cannot listen there: {error.strerror}\n"
            "    name another one with --port, or none",
            file=sys.stderr,
        )
        return PROBLEMS
    try:
        print(f"{server.address} shows {path_as_shown(output)}; Ctrl-C ends it", flush=True)
        if options.open:
            import webbrowser

            webbrowser.open(server.address)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        say(options, "no longer serving")
    finally:
        server.stop()
    return OK
