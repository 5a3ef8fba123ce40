"""`add`, `accept` and `undo`: new sources, and whole bibliographies."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.cli.arguments import add_sources
from uchtil.cli.asking import ask_one_by_one, ask_whether, can_ask
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import (
    OK,
    PROBLEMS,
    USAGE,
    as_data,
    print_json,
    print_problems,
    refuse,
    say,
    told_places,
)

if TYPE_CHECKING:
    from uchtil.pipeline.accept import Plan
    from uchtil.problems import Problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `add` can be told of a source, and of a bibliography."""
    add_sources(parser)
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="a source: PDF, DOCX, HTML, Markdown or text; or a bibliography: .bib, .ris, .json",
    )
    source = parser.add_argument_group("of a source")
    source.add_argument("--key", default="", help="its key (default: made of its entry or title)")
    source.add_argument(
        "--bib",
        metavar="ENTRY",
        help="its entry: BibTeX, a file with one entry (.bib, .ris, .json of CSL), or a DOI, which "
        "doi.org is asked for",
    )
    source.add_argument(
        "--again",
        action="store_true",
        help="replace the proposals of this very text, of which nothing was accepted",
    )
    merged = parser.add_argument_group("of a bibliography")
    merged.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="TAG",
        help="the language of the entries that do not tell theirs: en, ru, uz-Latn (of several, "
        "each takes the first that its script allows)",
    )
    merged.add_argument(
        "--yes", action="store_true", help="write without asking; what is in doubt waits"
    )
    merged.add_argument(
        "--dry-run", action="store_true", help="show what would be done and write nothing"
    )


def accept_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `accept` can be told."""
    add_sources(parser)
    parser.add_argument(
        "file",
        nargs="?",
        default="",
        metavar="KEY",
        help="of which source (default: of all), or of which bibliography the entries that wait",
    )
    parser.add_argument(
        "--all-confirmed",
        action="store_true",
        help="accept also what confirms an event or a measure whose date and value agree, where no "
        "other fact fits as well; never a claim",
    )
    parser.add_argument("--yes", action="store_true", help="write without asking")


def undo_arguments(_: argparse.ArgumentParser) -> None:
    """Add nothing: what was last is taken back."""


def run_add(options: argparse.Namespace) -> int:
    """Take in a source; a bibliography is merged."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.merging import is_bibliography

    if options.bib is not None and not options.bib.strip():
        told = "give `@type{key, …}` in quotes, a file with one entry, or a DOI"
        print(f"uchtil add: error: --bib: nothing was given; {told}", file=sys.stderr)
        return USAGE
    arrives = is_bibliography(options.file)
    names = ("key", "bib", "again") if arrives else ("language", "yes", "dry_run")
    if wrong := [f"--{each.replace('_', '-')}" for each in names if getattr(options, each)]:
        what = (
            "a source, and this is a bibliography"
            if arrives
            else "a bibliography (.bib, .ris, .json)"
        )
        print(f"uchtil add: error: {', '.join(wrong)}: only of {what}", file=sys.stderr)
        return USAGE
    if arrives:
        from uchtil.cli.merging import merge

        return merge(root, options)
    from uchtil.pipeline.add import Request, add
    from uchtil.problems import Problems
    from uchtil.progress import make_progress

    problems = Problems()
    request = Request(
        path=options.file, key=options.key, bib=options.bib or "", again=options.again
    )
    texts = texts_of(options, root) or root / "sources"
    with make_progress(quiet=options.quiet or options.json) as progress:
        added = add(root, texts, request, problems, progress)
    if options.json:
        print_json({"added": added and added.as_data(), "problems": as_data(problems)})
    else:
        print_problems(problems, options)
        if added is not None:
            say(options, added.summary())
            if added.told:
                say(options, added.told)
            if added.missing:
                say(options, f"its entry lacks {', '.join(added.missing)}: see {added.file}")
            say(options, f"mark what is right there, then run ./build.py accept {added.key}")
    return PROBLEMS if added is None else OK


def run_accept(options: argparse.Namespace) -> int:
    """Move what is marked into the review: proposals, or entries that waited."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.merging import decided_files, waiting_file

    if file := waiting_file(root, options.file):
        from uchtil.cli.merging import accept_waiting

        return accept_waiting(root, options, file)
    code = _accept_proposals(root, options)
    for file in [] if options.file else decided_files(root):
        name = file.removeprefix("intake/").removesuffix(".yaml")
        say(options, f"decided too: {file}; ./build.py accept {name} takes it over")
    return code


def _accept_proposals(root: Path, options: argparse.Namespace) -> int:
    from uchtil.pipeline.accept import Wish, carry_out, marked, plan, proposed
    from uchtil.problems import Problems

    problems = Problems()
    wish = Wish(file=options.file, all_confirmed=options.all_confirmed)
    open_ = proposed(root, wish, problems)
    if open_ is None:
        return refuse(problems, options)
    chosen = marked(root, open_, wish)
    asked = not options.yes and can_ask(options)
    if asked and not chosen:
        picked = ask_one_by_one([each.told() for each in open_])
        chosen = [each for each, wanted in zip(open_, picked, strict=False) if wanted]
    if not chosen:
        say(options, f"nothing is marked `accept: yes`; {len(open_)} proposals are open")
        if options.json:
            print_json({"written": False, "accepted": [], "problems": []})
        return OK
    made = plan(root, chosen, texts_of(options, root), problems)
    if made is None:
        return refuse(problems, options)
    if not options.json and (not options.quiet or asked):
        print(made.diff, end="")
    write = True
    if not options.yes:
        agreed = ask_whether(options, f"accept {len(chosen)} proposals?", "accept")
        if agreed is None:
            return PROBLEMS
        write = agreed
    written = write and carry_out(root, made, problems)
    _tell_accepted(options, made, problems, written=written)
    return PROBLEMS if write and not written else OK


def _tell_accepted(
    options: argparse.Namespace, made: Plan, problems: Problems, *, written: bool
) -> None:
    if options.json:
        print_json(
            {
                "written": written,
                "accepted": made.accepted,
                "facts": made.facts,
                "reread": [each.as_data() for each in made.reread],
                "mend": [f"{each.file}:{each.line}" for each in made.mend],
                "problems": as_data(problems),
            }
        )
        return
    print_problems(problems, options)
    if written:
        say(options, f"accepted {', '.join(made.accepted)}")
        for each in made.reread:
            say(options, f"to reread: {each.told()}")
        if made.mend:
            say(options, f"before the next build mend: {told_places(made.mend)}")
    elif not problems.errors:
        say(options, "nothing was written")


def run_undo(options: argparse.Namespace) -> int:
    """Take the last acceptance or merge back."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.accept import undo
    from uchtil.problems import Problems

    problems = Problems()
    files = undo(root, problems)
    if files is None:
        return refuse(problems, options)
    if options.json:
        print_json({"restored": files, "problems": []})
    else:
        say(options, f"as before: {', '.join(files)}")
    return OK
