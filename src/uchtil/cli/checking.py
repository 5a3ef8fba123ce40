"""`check`, `confirm` and `links`: what is wrong, and what is right though it seems wrong."""

from __future__ import annotations

import argparse
import sys

from uchtil.cli.arguments import add_epilog, add_sources, add_strict
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import OK, PROBLEMS, USAGE, as_data, print_json, print_problems, say

_LINKS_EPILOG = """\
Each address is asked once, a host's one after the other with a second between them, and what
answered well is not asked again for 30 days, the rest for a day. Of a dead one an archived copy
is looked for. Dead addresses are warnings; it is an error if none could be looked at, since
there is no network: then nothing is known.
"""


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `check` can be told."""
    add_sources(parser)
    add_strict(parser)
    parser.add_argument(
        "--notices",
        action="store_true",
        help="list every notice (default: those of which there are many are counted)",
    )


def confirm_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `confirm` can be told."""
    parser.add_argument(
        "section",
        nargs="?",
        metavar="SECTION",
        help="a section, `abstract`, `abstract-short` or `abstract-long`",
    )
    parser.add_argument(
        "code", nargs="?", metavar="LANGUAGE", help="a language of the review: uz, ru, en"
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="confirm every section in every language; this makes the first lock",
    )


def links_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `links` can be told."""
    add_strict(parser)
    add_epilog(parser, _LINKS_EPILOG)
    parser.add_argument(
        "--refresh", action="store_true", help="ask also what has been asked not long ago"
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="ask machines of this network too, and this one; only for a review that you trust",
    )


def run_check(options: argparse.Namespace) -> int:
    """Tell all that is wrong with the review."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.check import check
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    summary = check(root, texts_of(options, root), problems)
    if options.json:
        print_json(as_data(problems))
    else:
        print_problems(problems, options, summarise=not options.notices)
        for line in summary:
            say(options, line)
        if any(problems):
            say(options, "what a code in brackets means: ./build.py explain CODE")
    return PROBLEMS if problems.stopping else OK


def run_confirm(options: argparse.Namespace) -> int:
    """Note that a text is right though another language or a fact was changed."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    if options.all == bool(options.section) or bool(options.section) != bool(options.code):
        print(
            "uchtil confirm: error: name a SECTION and a LANGUAGE, or give --all alone",
            file=sys.stderr,
        )
        return USAGE
    from uchtil.pipeline.check import Confirmation, confirm
    from uchtil.problems import Problems

    problems = Problems()
    asked = Confirmation(
        section=options.section or "", language=options.code or "", everything=options.all
    )
    done = confirm(root, asked, problems)
    # What was stale has just been confirmed, or else is told by a check.
    errors = Problems()
    errors.extend(problems.errors)
    if options.json:
        print_json({"confirmed": done is not None, "problems": as_data(errors)})
    elif done is None:
        print_problems(errors, options)
    else:
        say(options, done)
    return PROBLEMS if done is None else OK


def run_links(options: argparse.Namespace) -> int:
    """Tell which web addresses are dead."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.links import Way, look
    from uchtil.problems import Problems
    from uchtil.progress import make_progress

    problems = Problems(strict=options.strict)
    way = Way(refresh=options.refresh, allow_private=options.allow_private)
    progress = make_progress(quiet=options.quiet or options.json)
    looked = look(root, way, problems, progress)
    if options.json:
        addresses = looked.as_data() if looked else []
        print_json({"addresses": addresses, "problems": as_data(problems)})
    else:
        print_problems(problems, options)
        if looked is not None and (looked.answers or not problems.errors):
            say(options, looked.summary())
    return PROBLEMS if problems.stopping else OK
