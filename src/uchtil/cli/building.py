"""`build`: make what is not up to date."""

from __future__ import annotations

import argparse
import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.cli.arguments import FORMATS, add_outputs, add_sources, add_strict
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import OK, PROBLEMS, as_data, path_as_shown, print_json, print_problems, say
from uchtil.pipeline.freshness import Inputs, nothing_to_do

if TYPE_CHECKING:
    from uchtil.pipeline.ahead import Ahead


def build_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what a build can be told."""
    add_outputs(parser)
    add_sources(parser)
    add_strict(parser)
    parser.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many PDFs to make side by side (default: the number of cores)",
    )


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a number of jobs; write 1 or more")
    return number


def run_build(options: argparse.Namespace) -> int:
    """Make what is stale, or say at once that nothing is."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    output = (options.output or root / "output").resolve()
    wanted = _wanted(options)
    inputs = Inputs(root, texts_of(options, root))
    if nothing_to_do(inputs, output, wanted, options.style, strict=options.strict):
        if options.json:
            print_json({"built": True, "made": [], "problems": []})
        else:
            say(options, "nothing to do: everything is up to date")
        return OK
    from uchtil.pipeline.ahead import Ahead

    # Before anything else is imported: they ready themselves while the content is read.
    ahead = Ahead.start(root, prints="pdf" in (options.format or FORMATS))
    collecting = gc.isenabled()
    gc.disable()  # A build ends soon: looking for rubbish three hundred times frees nothing.
    try:
        return _make(options, inputs, output, ahead)
    finally:
        if collecting:
            gc.enable()
        ahead.stop()


def _make(options: argparse.Namespace, inputs: Inputs, output: Path, ahead: Ahead) -> int:
    """Build what is stale, and tell of it."""
    from uchtil.pipeline.build import Request, build
    from uchtil.problems import Problems
    from uchtil.progress import make_progress

    problems = Problems(strict=options.strict)
    progress = make_progress(quiet=options.quiet or options.json)
    request = Request(
        root=inputs.root,
        output=output,
        editions=tuple(options.language),
        formats=tuple(options.format),
        style=options.style,
        jobs=options.jobs,
        texts=inputs.texts,
        inputs=inputs,
    )
    with progress:
        made = build(request, problems, progress, ahead)
    if options.json:
        print_json({"built": made is not None, "made": made or [], "problems": as_data(problems)})
    else:
        print_problems(problems, options, summarise=True)
        if made is not None:
            say(options, f"made {len(made)} files in {path_as_shown(output)}")
    return OK if made is not None else PROBLEMS


def _wanted(options: argparse.Namespace) -> frozenset[str]:
    """Return the outputs named on the command line; empty means all, ``*`` any edition."""
    if not options.language and not options.format:
        return frozenset()
    return frozenset(
        f"{edition}/review.{name}"
        for edition in options.language or ("*",)
        for name in options.format or FORMATS
    )
