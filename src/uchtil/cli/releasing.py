"""`release` and `changes`: what the review says as a version, and what is new since one."""

from __future__ import annotations

import argparse

from uchtil.cli.arguments import add_output, add_sources, add_strict
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import OK, PROBLEMS, as_data, path_as_shown, print_json, print_problems, say


def release_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `release` can be told."""
    add_sources(parser)
    add_strict(parser)
    parser.add_argument(
        "version", metavar="VERSION", help="the `version` that content/review.yaml gives: 1.1"
    )


def changes_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `changes` can be told."""
    add_sources(parser)
    parser.add_argument(
        "old", nargs="?", default="", metavar="FROM", help="a release (default: the last)"
    )
    parser.add_argument(
        "new", nargs="?", default="now", metavar="TO", help="a release, or `now` (the default)"
    )
    add_output(parser)


def run_release(options: argparse.Namespace) -> int:
    """Freeze what the review says as a version."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.release import release
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    released = release(root, options.version, texts_of(options, root), problems)
    if options.json:
        file = released.file if released else ""
        print_json({"released": file, "problems": as_data(problems)})
    else:
        print_problems(problems, options, summarise=True)
        if released is not None:
            say(options, released.summary())
            say(options, f"made {released.file}; keep it with the review (git)")
    return OK if released is not None else PROBLEMS


def run_changes(options: argparse.Namespace) -> int:
    """Tell what changed between two versions."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.changes import Request, tell_changes
    from uchtil.problems import Problems
    from uchtil.progress import make_progress

    problems = Problems()
    progress = make_progress(quiet=options.quiet or options.json)
    request = Request(
        root=root,
        output=(options.output or root / "output").resolve(),
        old=options.old,
        new=options.new,
        texts=texts_of(options, root),
    )
    with progress:
        told = tell_changes(request, problems, progress)
    # What is wrong with the review beside this is told by a check.
    errors = Problems()
    errors.extend(problems.errors)
    if options.json:
        files = [str(told.folder / name) for name in told.files] if told else []
        summary = told.summary() if told else ""
        print_json({"made": files, "summary": summary, "problems": as_data(errors)})
    else:
        print_problems(errors, options)
        if told is not None:
            say(options, told.summary())
            say(options, f"made {len(told.files)} files in {path_as_shown(told.folder)}")
    return OK if told is not None else PROBLEMS
