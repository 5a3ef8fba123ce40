"""A bibliography that arrives (`add`), and its entries that waited (`accept`)."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.cli.asking import ask_whether, can_ask
from uchtil.cli.merging_questions import ask_languages, ask_what_they_are
from uchtil.cli.saying import (
    OK,
    PROBLEMS,
    USAGE,
    as_data,
    print_json,
    print_problems,
    refuse,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from uchtil.pipeline.merging import Merged
    from uchtil.problems import Problems


def merge(root: Path, options: argparse.Namespace) -> int:
    """Merge a bibliography into the review's own."""
    return _without_collecting(lambda: _merge(root, options))


def accept_waiting(root: Path, options: argparse.Namespace, file: str) -> int:
    """Merge the entries of a file of waiting ones that a person has decided on."""
    return _without_collecting(lambda: _accept_waiting(root, options, file))


def _without_collecting(work: Callable[[], int]) -> int:
    """Do what makes a million records, none of which is rubbish."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return work()
    finally:
        if collecting:
            gc.enable()


def _merge(root: Path, options: argparse.Namespace) -> int:
    from uchtil.bibliography.merge import tell_plan
    from uchtil.language.tags import is_language_tag
    from uchtil.pipeline.merging import plan, read_merging
    from uchtil.problems import Problems

    if wrong := [f"`{tag}`" for tag in options.language if not is_language_tag(tag)]:
        told = f"{', '.join(wrong)} is no language; write a tag: en, ru, uz-Latn, uz-Cyrl, kk"
        print(f"uchtil add: error: --language: {told}", file=sys.stderr)
        return USAGE
    problems = Problems()
    merging = read_merging(root, options.file, options.language, problems)
    if merging is None:
        return _refuse_merge(problems, options)
    if not (options.yes or options.dry_run) and can_ask(options):
        tags = [] if options.language else ask_languages(merging)
        if tags:
            problems = Problems()
            merging = read_merging(root, options.file, tags, problems)
            if merging is None:
                return _refuse_merge(problems, options)
        merging = ask_what_they_are(merging)
    merged = plan(merging, problems)
    tell_plan(merged.plan, problems)
    return _finish_merge(root, options, merged, problems)


def _refuse_merge(problems: Problems, options: argparse.Namespace) -> int:
    if not options.json:
        return refuse(problems, options)
    none: dict[str, object] = {"written": False, "keys": {}, "waits": {}, "plan": None}
    print_json({**none, "problems": as_data(problems)})
    return PROBLEMS


def _accept_waiting(root: Path, options: argparse.Namespace, file: str) -> int:
    from uchtil.pipeline.merging import decided_only, plan, read_waiting
    from uchtil.problems import Problems

    problems = Problems()
    merging = read_waiting(root, file, problems)
    if merging is None:
        return refuse(problems, options)
    if not merging.answers and not options.yes and can_ask(options):
        merging = ask_what_they_are(merging)
    if not merging.answers:
        say(options, f"nothing is decided in {file}; {len(merging.arrival.entries)} entries wait")
        if options.json:
            print_json({"written": False, "keys": {}, "waits": {}, "problems": []})
        return OK
    merged = plan(decided_only(merging), problems)
    if problems.errors:
        return refuse(problems, options)
    return _finish_merge(root, options, merged, problems, "accept")


def _finish_merge(
    root: Path,
    options: argparse.Namespace,
    merged: Merged,
    problems: Problems,
    command: str = "add",
) -> int:
    """Show what a merge would do, ask, write it, and tell what became of it."""
    import shutil

    from uchtil.bibliography.merge import count_plan, show_plan
    from uchtil.pipeline.merging import carry_out
    from uchtil.problems import Problems

    look_only = getattr(options, "dry_run", False)
    asked = not options.yes and not look_only
    if not options.json and (not options.quiet or asked):
        width = shutil.get_terminal_size((100, 24)).columns
        print(show_plan(merged.plan, width=min(width, 120)), end="")
    if not options.json:
        print_problems(problems, options)
    write = bool(merged.files) and not look_only
    if write and asked:
        agreed = ask_whether(options, f"{count_plan(merged.plan)}: write it?", command)
        if agreed is None:
            return PROBLEMS
        write = agreed
    failed = Problems()
    written = write and carry_out(root, merged, failed)
    problems.extend(failed)
    if options.json:
        print_json({"written": written, **merged.as_data(), "problems": as_data(problems)})
        return PROBLEMS if write and not written else OK
    print_problems(failed, options)
    if written:
        say(options, f"merged {count_plan(merged.plan)}; ./build.py undo takes it back")
    elif not merged.files:
        say(options, "nothing to write: all of it is there already, or waits")
    if written or not merged.files:
        for file in sorted(set(merged.waits.values())):
            name = file.removeprefix("intake/").removesuffix(".yaml")
            say(options, f"say in {file} what waits, then run ./build.py accept {name}")
    return PROBLEMS if write and not written else OK
