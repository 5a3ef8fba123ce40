"""`fix`: mend signs that are wrong for sure."""

from __future__ import annotations

import argparse

from uchtil.cli.asking import ask_whether
from uchtil.cli.project import root_of
from uchtil.cli.saying import OK, PROBLEMS, print_json, refuse, say


def fix_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `fix` can be told."""
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument("--dry-run", action="store_true", help="show the changes and write nothing")


def run_fix(options: argparse.Namespace) -> int:
    """Show the signs that are wrong for sure, and write the right ones if that is wanted."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.mend import find_changes, write_changes
    from uchtil.problems import Problems

    problems = Problems()
    changes = find_changes(root, problems)
    if changes is None:
        return refuse(problems, options)
    count = sum(change.count for change in changes)
    if options.json:
        data = [
            {"file": change.file, "signs": change.count, "diff": change.diff} for change in changes
        ]
    elif not options.quiet or not options.yes:
        for change in changes:
            print("\n".join(change.shown))
    write = bool(changes) and not options.dry_run
    if write and not options.yes:
        agreed = ask_whether(options, f"write {_so_many(count, len(changes))}?")
        if agreed is None:
            return PROBLEMS
        write = agreed
    if write:
        write_changes(root, changes)
    if options.json:
        print_json({"written": write, "changes": data})
    elif not changes:
        say(options, "nothing to mend")
    else:
        say(options, f"{'mended' if write else 'would mend'} {_so_many(count, len(changes))}")
    return OK


def _so_many(signs: int, files: int) -> str:
    return f"{signs} place{'' if signs == 1 else 's'} in {files} file{'' if files == 1 else 's'}"
