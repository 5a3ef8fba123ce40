"""The commands, and what several of them can be told.

What one command alone can be told stands beside it, in the module that runs it. Only the module
of the command that is named is imported, and only the arguments of that one are made.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from uchtil import __version__

_EPILOG = """\
exit codes:
  0    all is well (there may be warnings and notices)
  1    there are errors; the last good output is as it was
  2    the command line cannot be understood
  130  interrupted; the last good output is as it was
"""

LANGUAGES = ("uz", "uz-cyrl", "ru", "en", "trilingual")
FORMATS = ("html", "pdf", "docx")
STYLES = ("gost-numeric", "gost-alphabetical", "apa", "chicago-notes")

COMMANDS = {
    "build": ("building", "make what is not up to date (the default)"),
    "check": (
        "checking",
        "read, render and check the review; write nothing but what was seen (the locks)",
    ),
    "confirm": (
        "checking",
        "say that a section's text in one language is right as it stands, though another "
        "language was changed",
    ),
    "fix": ("mending", "mend signs that are wrong for sure, after showing them"),
    "links": (
        "checking",
        "look whether the web addresses of the review lead to what they should",
    ),
    "submit": (
        "submitting",
        "make the package that a journal asks for, held to the journal's rules",
    ),
    "release": ("releasing", "freeze what the review says as a version, in a file of its own"),
    "changes": (
        "releasing",
        "tell what changed since a release, for readers and for editors, with redlines",
    ),
    "watch": ("watching", "build, and build again whenever something is saved"),
    "serve": (
        "watching",
        "show the output in the browser, on this machine alone, refreshed after each build",
    ),
    "facts": ("showing", "list the facts with their evidence"),
    "transliterate": (
        "showing",
        "print a file of Markdown or YAML with its Uzbek in the other script",
    ),
    "add": (
        "intake",
        "take in the text of a new source, and propose what it does to the facts; or merge a "
        "bibliography into the review's own",
    ),
    "accept": (
        "intake",
        "move the proposals that are marked `accept: yes` into the review",
    ),
    "undo": ("intake", "take the last acceptance or merge back, byte for byte"),
    "explain": (
        "showing",
        "say why each step of a build would run, show one fact or remark with its passages, or "
        "tell what a check means",
    ),
}
"""What each command is for, and the module of this room that it is in.

The module has ``<command>_arguments``, which adds what the command can be told, and
``run_<command>``, which returns the exit code.
"""


def with_command(arguments: Sequence[str]) -> list[str]:
    """Make `build` the command where none is named."""
    given = list(arguments)
    if any(argument in ("-h", "--help", "--version") for argument in given[:1]):
        return given
    if not given or given[0].startswith("-"):
        return ["build", *given]
    return given


def parser_for(command: str) -> argparse.ArgumentParser:
    """Return what reads a command line that begins with ``command``.

    It lists all commands, but knows the arguments of that one alone.
    """
    parser = argparse.ArgumentParser(
        prog="uchtil",
        description="Make a review article in Uzbek, Russian and English from facts and one "
        "bibliography, as PDF, DOCX and HTML with the same citations everywhere.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"uchtil {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (module_name, help_text) in COMMANDS.items():
        added = commands.add_parser(
            name,
            help=help_text,
            description=help_text[0].upper() + help_text[1:] + ".",
            epilog=_EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == command:
            module = import_module(f"uchtil.cli.{module_name}")
            _add_common(added)
            getattr(module, f"{name}_arguments")(added)
            added.set_defaults(run=getattr(module, f"run_{name}"))
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--project",
        type=Path,
        metavar="DIR",
        help="the project (default: this folder or the nearest one above it that holds "
        "content/review.yaml)",
    )
    parser.add_argument("--quiet", action="store_true", help="print problems and nothing else")
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def add_strict(parser: argparse.ArgumentParser) -> None:
    """Add that warnings stop the work."""
    parser.add_argument(
        "--strict", action="store_true", help="let warnings stop the work, as errors do"
    )


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add where the full texts of the sources are."""
    parser.add_argument(
        "--sources",
        type=Path,
        metavar="DIR",
        help="the folder with the full texts of the sources (default: $UCHTIL_SOURCES, else "
        "sources/ in the project); without them evidence.lock is used",
    )


def add_outputs(parser: argparse.ArgumentParser) -> None:
    """Add which editions and formats are meant, in which style, and where they lie."""
    parser.add_argument(
        "--language",
        action="append",
        choices=LANGUAGES,
        default=[],
        help="make only this edition (may be given several times; default: all)",
    )
    parser.add_argument(
        "--format",
        action="append",
        choices=FORMATS,
        default=[],
        help="make only this format (may be given several times; default: all)",
    )
    parser.add_argument(
        "--style", choices=STYLES, help="the citation style (default: the review's own)"
    )
    add_output(parser)


def add_output(
    parser: argparse.ArgumentParser,
    help_text: str = "where to put the results (default: output/)",
) -> None:
    """Add where the output lies."""
    parser.add_argument("--output", type=Path, metavar="DIR", help=help_text)


def add_epilog(parser: argparse.ArgumentParser, text: str) -> None:
    """Put a text before the exit codes, at the end of a command's help."""
    parser.epilog = f"{text}\n{_EPILOG}"
