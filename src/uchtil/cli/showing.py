"""`facts`, `transliterate` and `explain`: what is there, shown; nothing is written."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from uchtil.cli.arguments import add_outputs, add_sources
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import OK, PROBLEMS, marker, print_json, refuse


def facts_arguments(_: argparse.ArgumentParser) -> None:
    """Add nothing: all facts are listed."""


def transliterate_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `transliterate` can be told."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--to", choices=("cyrillic", "latin"), required=True, help="the script to print it in"
    )


def explain_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `explain` can be told."""
    add_outputs(parser)
    add_sources(parser)
    parser.add_argument(
        "fact",
        nargs="?",
        metavar="FACT",
        help="the id of a fact or a remark to show (remark:ID where both have the same), or the "
        "code of a check",
    )


def run_facts(options: argparse.Namespace) -> int:
    """List the facts."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.load import load_project
    from uchtil.pipeline.listing import fact_as_data, fact_as_line
    from uchtil.pipeline.prepare import refuse_strays
    from uchtil.problems import Problems

    problems = Problems()
    project = None if refuse_strays(root, problems) else load_project(root, problems)
    if project is None or problems.errors:
        return refuse(problems, options)
    if options.json:
        print_json([fact_as_data(fact) for fact in project.facts.values()])
    else:
        for fact in project.facts.values():
            print(fact_as_line(fact))
    return OK


def run_transliterate(options: argparse.Namespace) -> int:
    """Print a file in the other script."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.transliterate import transliterate
    from uchtil.problems import Problems

    problems = Problems()
    text = transliterate(root, options.file, problems, cyrillic=options.to == "cyrillic")
    if text is None:
        return refuse(problems, options)
    if options.json:
        print_json({"text": text})
    else:
        print(text, end="")
    return OK


def run_explain(options: argparse.Namespace) -> int:
    """Tell of a check by its code; of anything else what the review knows."""
    entry = _entry(options.fact or "")
    if not entry:
        return _explain_review(options)
    if options.json:
        print_json({"check": options.fact, "text": entry})
    else:
        print(entry)
    return OK


def _explain_review(options: argparse.Namespace) -> int:
    root = root_of(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.explain import explain_steps, explain_thing
    from uchtil.pipeline.listing import story_as_data, story_as_text
    from uchtil.problems import Problems

    problems = Problems()
    if options.fact:
        story = explain_thing(root, options.fact, problems, texts_of(options, root))
        if story is None:
            return refuse(problems, options)
        if options.json:
            print_json(story_as_data(story))
        else:
            print("\n".join(story_as_text(story, marker())))
            if story.errors:
                print(
                    f"the review has errors ({story.errors}), so something may be wanting here; "
                    "`check` tells them",
                    file=sys.stderr,
                )
        return OK
    output = (options.output or root / "output").resolve()
    steps = explain_steps(
        root,
        output,
        problems,
        editions=tuple(options.language),
        formats=tuple(options.format),
        style=options.style,
    )
    if problems.errors:
        return refuse(problems, options)
    if options.json:
        print_json([{"output": name, "reasons": reasons} for name, reasons in steps.items()])
        return OK
    for name, reasons in steps.items():
        print(f"{name}: {'would be made' if reasons else 'up to date'}")
        for reason in reasons:
            print(f"    {reason}")
    return OK


def _entry(code: str) -> str:
    """Return what the docs say of a check; nothing where there is no such check."""
    from uchtil.problems import CHECKS

    if code not in CHECKS:
        return ""
    from uchtil.pipeline.manual import entry_of

    return entry_of(code)
