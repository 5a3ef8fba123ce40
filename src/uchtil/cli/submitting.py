"""`submit`: the package that a journal asks for, and the profiles of journals."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.cli.arguments import LANGUAGES, add_output, add_sources, add_strict
from uchtil.cli.project import root_of, texts_of
from uchtil.cli.saying import OK, PROBLEMS, as_data, path_as_shown, print_json, print_problems, say

if TYPE_CHECKING:
    from uchtil.pipeline.forms import Reviewed
    from uchtil.problems import Problems


def submit_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `submit` can be told."""
    add_sources(parser)
    add_strict(parser)
    parser.add_argument(
        "journal",
        nargs="*",
        metavar="JOURNAL",
        help="profiles of templates/journals; without one, those that there are are listed",
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES[:-1],
        help="the language of the manuscript (default: the first that the journal takes)",
    )
    parser.add_argument(
        "--new",
        default="",
        metavar="ID",
        help="write a new profile to fill in, templates/journals/ID.yaml",
    )
    parser.add_argument(
        "--rules",
        type=Path,
        metavar="FILE",
        help="with --new: the journal's own page of rules (HTML, PDF, DOCX, text), which fills in "
        "what it tells, and is put into output/journals with what was read marked",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="read the profile and hold the content against it, but make nothing",
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help="make the package even where rules are not kept: the checklist tells which",
    )
    add_output(parser)


def run_submit(options: argparse.Namespace) -> int:
    """Make the packages for the named journals; or list journals, or begin a profile."""
    root = root_of(options)
    if root is None:
        return PROBLEMS
    if options.new:
        return _new_profile(options, root)
    if options.rules is not None:
        print(
            "--rules goes with --new ID: ./build.py submit --new ID --rules FILE", file=sys.stderr
        )
        return PROBLEMS
    if not options.journal:
        return _list_journals(options, root)
    from uchtil.pipeline.submit import read_review
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    review = read_review(root, texts_of(options, root), problems)
    done: list[dict[str, object] | None] = []
    for journal in options.journal:
        told = Problems(strict=options.strict)
        done.append(_submit_to(options, root, journal, review, told))
        problems.extend(told)
    if options.json:
        packages = [each for each in done if each is not None]
        print_json({"packages": packages, "problems": as_data(problems)})
    else:
        print_problems(problems, options, summarise=True)
    return PROBLEMS if None in done else OK


def _list_journals(options: argparse.Namespace, root: Path) -> int:
    from uchtil.pipeline.profiles import known_journals

    journals = known_journals(root)
    if options.json:
        print_json(journals)
    for each in [] if options.json else journals:
        print(f"{each['id']:<36} {each['name']}")
    return OK


def _submit_to(
    options: argparse.Namespace,
    root: Path,
    journal: str,
    review: Reviewed | None,
    problems: Problems,
) -> dict[str, object] | None:
    """Make a journal's package, or look at its rules; return what came of it if all went well."""
    from uchtil.pipeline.profiles import check_profile
    from uchtil.pipeline.submit import Request, look, submit
    from uchtil.progress import make_progress

    if review is None:
        check_profile(root, journal, problems)
        return None
    request = Request(
        root=root,
        output=(options.output or root / "output").resolve(),
        journal=journal,
        language=options.language or "",
        draft=options.draft,
    )
    if options.check:
        looked = look(review, request, problems)
        if looked is None:
            if not any(each.code == "unknown-journal" for each in problems):
                say(options, f"{journal}: first mend the profile")
            return None
        # What only the review shows to be wrong, as a section that it does not have.
        wrong = any(
            each.where.file.endswith(f"journals/{journal}.yaml") for each in problems.errors
        )
        state = "first mend the profile" if wrong else "the profile is in order"
        say(options, f"{journal}: {state}; {looked.summary()}")
        say(options, "    page, type, lengths and lists are measured when the package is made")
        if looked.shorter:
            say(options, "    works are the full form's; `--draft` tells if a shorter one is sent")
        if looked.cyrillic:
            many = f"{looked.cyrillic} works are" if looked.cyrillic > 1 else "1 work is"
            say(options, f"    {many} cited in Cyrillic: `romanised` in the profile changes that")
        return None if problems.stopping else looked.as_data()
    with make_progress(quiet=options.quiet or options.json) as progress:
        packed = submit(review, request, problems, progress)
    if packed is None:
        say(options, f"{journal}: no package was made")
        return None
    made = f"made {len(packed.files)} files in {path_as_shown(packed.folder)}"
    say(options, f"{journal}: {packed.summary()}; {made}")
    for line in packed.told:
        say(options, f"    {line}")
    return packed.as_data()


def _new_profile(options: argparse.Namespace, root: Path) -> int:
    """Write a profile to be filled in."""
    from uchtil.journals.guidelines import telling as told
    from uchtil.pipeline.new_profile import new_profile
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    output = (options.output or root / "output").resolve()
    new = new_profile(root, options.new, problems, output=output, rules=options.rules)
    page = None if new is None else new.page
    if options.json:
        print_json(
            {
                "profile": None if new is None else str(new.path),
                "marked": str(new.marked) if new is not None and new.marked else None,
                "rules": None if page is None else told.as_data(page),
                "problems": as_data(problems),
            }
        )
    else:
        print_problems(problems, options, summarise=True)
        if new is not None and page is None:
            then = f"fill it in, then ./build.py submit {new.path.stem} --check"
            say(options, f"wrote {path_as_shown(new.path)}: {then}")
        elif new is not None and page is not None and new.marked is not None:
            shown = (path_as_shown(new.path), path_as_shown(new.marked))
            for line in told.screen(page, *shown, new.path.stem):
                say(options, line)
    return PROBLEMS if new is None else OK
