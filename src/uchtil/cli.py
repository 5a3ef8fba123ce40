"""Arguments, progress, exit codes: the only room that prints.

The imports at the top are kept few: a build with nothing to do must end before the
first heavy library is loaded, so each command imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil import __version__
from uchtil.pipeline.freshness import nothing_to_do

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uchtil.pipeline.accept import Plan
    from uchtil.pipeline.ahead import Ahead
    from uchtil.pipeline.forms import Reviewed
    from uchtil.pipeline.merging import Merged, Merging
    from uchtil.problems import Problem, Problems

OK, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130

_EPILOG = """\
exit codes:
  0    all is well (there may be warnings and notices)
  1    there are errors; the last good output is as it was
  2    the command line cannot be understood
  130  interrupted; the last good output is as it was
"""

_LINKS_EPILOG = """\
Each address is asked once, a host's one after the other with a second between them, and what
answered well is not asked again for 30 days, the rest for a day. Of a dead one an archived copy
is looked for. Dead addresses are warnings; it is an error if none could be looked at, since
there is no network: then nothing is known.
"""

_WATCH_EPILOG = """\
Ctrl-C ends it; a build that runs then leaves the last good output. On a drive of the network,
where nobody tells what is saved, set WATCHFILES_FORCE_POLLING=1. Beside it, `serve` shows the
output and refreshes it.
"""

_LANGUAGES = ("uz", "uz-cyrl", "ru", "en", "trilingual")
_FORMATS = ("html", "pdf", "docx")
_STYLES = ("gost-numeric", "gost-alphabetical", "apa", "chicago-notes")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(_with_command(sys.argv[1:] if arguments is None else arguments))
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        print("interrupted; the last good output is as it was", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: not our error. Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        if error.filename is None or error.strerror is None:
            raise
        print(f"{_text(error.filename)}: error[system]: {error.strerror}", file=sys.stderr)
        return PROBLEMS


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Make `build` the command where none is named."""
    given = list(arguments)
    if any(argument in ("-h", "--help", "--version") for argument in given[:1]):
        return given
    if not given or given[0].startswith("-"):
        return ["build", *given]
    return given


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="uchtil",
        description="Make a review article in Uzbek, Russian and English from facts and one "
        "bibliography, as PDF, DOCX and HTML with the same citations everywhere.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"uchtil {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--project",
        type=Path,
        metavar="DIR",
        help="the project (default: this folder or the nearest one above it that holds "
        "content/review.yaml)",
    )
    common.add_argument("--quiet", action="store_true", help="print problems and nothing else")
    common.add_argument("--json", action="store_true", help="print JSON instead of text")
    strict = argparse.ArgumentParser(add_help=False)
    strict.add_argument(
        "--strict", action="store_true", help="let warnings stop the work, as errors do"
    )
    texts = argparse.ArgumentParser(add_help=False)
    texts.add_argument(
        "--sources",
        type=Path,
        metavar="DIR",
        help="the folder with the full texts of the sources (default: $UCHTIL_SOURCES, else "
        "sources/ in the project); without them evidence.lock is used",
    )
    outputs = argparse.ArgumentParser(add_help=False)
    outputs.add_argument(
        "--language",
        action="append",
        choices=_LANGUAGES,
        default=[],
        help="make only this edition (may be given several times; default: all)",
    )
    outputs.add_argument(
        "--format",
        action="append",
        choices=_FORMATS,
        default=[],
        help="make only this format (may be given several times; default: all)",
    )
    outputs.add_argument(
        "--style", choices=_STYLES, help="the citation style (default: the review's own)"
    )
    outputs.add_argument(
        "--output", type=Path, metavar="DIR", help="where to put the results (default: output/)"
    )

    def command(
        name: str, run: object, help_text: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=help_text,
            description=help_text[0].upper() + help_text[1:] + ".",
            parents=[common, *parents],
            epilog=_EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(run=run)
        return added

    build = command(
        "build", _build, "make what is not up to date (the default)", outputs, texts, strict
    )
    build.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many PDFs to make side by side (default: the number of cores)",
    )
    check = command(
        "check",
        _check,
        "read, render and check the review; write nothing but what was seen (the locks)",
        texts,
        strict,
    )
    check.add_argument(
        "--notices",
        action="store_true",
        help="list every notice (default: those of which there are many are counted)",
    )
    confirm = command(
        "confirm",
        _confirm,
        "say that a section's text in one language is right as it stands, though another "
        "language was changed",
    )
    confirm.add_argument(
        "section",
        nargs="?",
        metavar="SECTION",
        help="a section, `abstract`, `abstract-short` or `abstract-long`",
    )
    confirm.add_argument(
        "code", nargs="?", metavar="LANGUAGE", help="a language of the review: uz, ru, en"
    )
    confirm.add_argument(
        "--all",
        action="store_true",
        help="confirm every section in every language; this makes the first lock",
    )
    fix = command("fix", _fix, "mend signs that are wrong for sure, after showing them")
    fix.add_argument("--yes", action="store_true", help="write without asking")
    fix.add_argument("--dry-run", action="store_true", help="show the changes and write nothing")
    links = command(
        "links",
        _links,
        "look whether the web addresses of the review lead to what they should",
        strict,
    )
    links.epilog = f"{_LINKS_EPILOG}\n{_EPILOG}"
    links.add_argument(
        "--refresh", action="store_true", help="ask also what has been asked not long ago"
    )
    links.add_argument(
        "--allow-private",
        action="store_true",
        help="ask machines of this network too, and this one; only for a review that you trust",
    )
    submit = command(
        "submit",
        _submit,
        "make the package that a journal asks for, held to the journal's rules",
        texts,
        strict,
    )
    submit.add_argument(
        "journal",
        nargs="*",
        metavar="JOURNAL",
        help="profiles of templates/journals; without one, those that there are are listed",
    )
    submit.add_argument(
        "--language",
        choices=_LANGUAGES[:-1],
        help="the language of the manuscript (default: the first that the journal takes)",
    )
    submit.add_argument(
        "--new",
        default="",
        metavar="ID",
        help="write a new profile to fill in, templates/journals/ID.yaml",
    )
    submit.add_argument(
        "--rules",
        type=Path,
        metavar="FILE",
        help="with --new: the journal's own page of rules (HTML, PDF, DOCX, text), which fills in "
        "what it tells",
    )
    submit.add_argument(
        "--check",
        action="store_true",
        help="read the profile and hold the content against it, but make nothing",
    )
    submit.add_argument(
        "--draft",
        action="store_true",
        help="make the package even where rules are not kept: the checklist tells which",
    )
    submit.add_argument(
        "--output", type=Path, metavar="DIR", help="where to put the results (default: output/)"
    )
    _add_news(command, outputs, texts, strict)
    command("facts", _facts, "list the facts with their evidence")
    transliterate = command(
        "transliterate",
        _transliterate,
        "print a file of Markdown or YAML with its Uzbek in the other script",
    )
    transliterate.add_argument("file", type=Path, metavar="FILE")
    transliterate.add_argument(
        "--to", choices=("cyrillic", "latin"), required=True, help="the script to print it in"
    )
    _intake_commands(command, texts)
    explain = command(
        "explain",
        _explain,
        "say why each step of a build would run, show one fact or remark with its passages, or "
        "tell what a check means",
        outputs,
        texts,
    )
    explain.add_argument(
        "fact",
        nargs="?",
        metavar="FACT",
        help="the id of a fact or a remark to show (remark:ID where both have the same), or the "
        "code of a check",
    )
    return parser


def _add_news(
    command: Callable[..., argparse.ArgumentParser],
    outputs: argparse.ArgumentParser,
    texts: argparse.ArgumentParser,
    strict: argparse.ArgumentParser,
) -> None:
    """Add the commands that tell what is new: of the review, or of its output."""
    release = command(
        "release",
        _release,
        "freeze what the review says as a version, in a file of its own",
        texts,
        strict,
    )
    release.add_argument(
        "version", metavar="VERSION", help="the `version` that content/review.yaml gives: 1.1"
    )
    changes = command(
        "changes",
        _changes,
        "tell what changed since a release, for readers and for editors, with redlines",
        texts,
    )
    changes.add_argument(
        "old", nargs="?", default="", metavar="FROM", help="a release (default: the last)"
    )
    changes.add_argument(
        "new", nargs="?", default="now", metavar="TO", help="a release, or `now` (the default)"
    )
    changes.add_argument(
        "--output", type=Path, metavar="DIR", help="where to put the results (default: output/)"
    )
    watch = command(
        "watch",
        _watch,
        "build, and build again whenever something is saved",
        outputs,
        texts,
        strict,
    )
    watch.epilog = f"{_WATCH_EPILOG}\n{_EPILOG}"
    serve = command(
        "serve",
        _serve,
        "show the output in the browser, on this machine alone, refreshed after each build",
    )
    serve.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help="the port to listen on (default: 8150, or the next that is free)",
    )
    serve.add_argument("--open", action="store_true", help="open the browser")
    serve.add_argument("--output", type=Path, metavar="DIR", help="what to show (default: output/)")


def _port(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError(f"`{text}` is no port; write a number from 1 to 65535")
    return number


def _intake_commands(
    command: Callable[..., argparse.ArgumentParser], texts: argparse.ArgumentParser
) -> None:
    """Add the commands for new sources."""
    added = command(
        "add",
        _add,
        "take in the text of a new source, and propose what it does to the facts; or merge a "
        "bibliography into the review's own",
        texts,
    )
    added.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="a source: PDF, DOCX, HTML, Markdown or text; or a bibliography: .bib, .ris, .json",
    )
    source = added.add_argument_group("of a source")
    source.add_argument("--key", default="", help="its key (default: made of its entry or title)")
    source.add_argument(
        "--bib",
        default="",
        metavar="ENTRY",
        help="its entry: BibTeX, a file with one entry (.bib, .ris, .json of CSL), or a DOI, which "
        "doi.org is asked for",
    )
    merged = added.add_argument_group("of a bibliography")
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
    accept = command(
        "accept", _accept, "move the proposals that are marked `accept: yes` into the review", texts
    )
    accept.add_argument(
        "file",
        nargs="?",
        default="",
        metavar="KEY",
        help="of which source (default: of all), or of which bibliography the entries that wait",
    )
    accept.add_argument(
        "--all-confirmed",
        action="store_true",
        help="accept also what confirms a fact, where no other fact fits as well",
    )
    accept.add_argument("--yes", action="store_true", help="write without asking")
    command("undo", _undo, "take the last acceptance or merge back, byte for byte")


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a number of jobs; write 1 or more")
    return number


# ------------------------------------------------------------------ commands


def _build(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    output = (options.output or root / "output").resolve()
    wanted = _wanted(options)
    texts = _texts(options, root)
    if nothing_to_do(root, output, wanted, options.style, texts, strict=options.strict):
        if options.json:
            _print_json({"built": True, "made": [], "problems": []})
        else:
            _say(options, "nothing to do: everything is up to date")
        return OK
    from uchtil.pipeline.ahead import Ahead

    # Before anything else is imported: they ready themselves while the content is read.
    ahead = Ahead.start(root, prints="pdf" in (options.format or _FORMATS))
    collecting = gc.isenabled()
    gc.disable()  # A build ends soon: looking for rubbish three hundred times frees nothing.
    try:
        return _make(options, root, output, texts, ahead)
    finally:
        if collecting:
            gc.enable()
        ahead.stop()


def _make(
    options: argparse.Namespace, root: Path, output: Path, texts: Path | None, ahead: Ahead
) -> int:
    """Build what is stale, and tell of it."""
    from uchtil.pipeline.build import Request, build
    from uchtil.problems import Problems
    from uchtil.progress import make_progress

    problems = Problems(strict=options.strict)
    progress = make_progress(quiet=options.quiet or options.json)
    request = Request(
        root=root,
        output=output,
        editions=tuple(options.language),
        formats=tuple(options.format),
        style=options.style,
        jobs=options.jobs,
        texts=texts,
    )
    with progress:
        made = build(request, problems, progress, ahead)
    if options.json:
        _print_json({"built": made is not None, "made": made or [], "problems": _as_data(problems)})
    else:
        _print_problems(problems, options, summarise=True)
        if made is not None:
            _say(options, f"made {len(made)} files in {_shown(output)}")
    return OK if made is not None else PROBLEMS


def _submit(options: argparse.Namespace) -> int:
    root = _root(options)
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
    review = read_review(root, _texts(options, root), problems)
    done: list[dict[str, object] | None] = []
    for journal in options.journal:
        told = Problems(strict=options.strict)
        done.append(_submit_to(options, root, journal, review, told))
        problems.extend(told)
    if options.json:
        packages = [each for each in done if each is not None]
        _print_json({"packages": packages, "problems": _as_data(problems)})
    else:
        _print_problems(problems, options, summarise=True)
    return PROBLEMS if None in done else OK


def _list_journals(options: argparse.Namespace, root: Path) -> int:
    from uchtil.pipeline.profiles import known_journals

    journals = known_journals(root)
    if options.json:
        _print_json(journals)
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
                _say(options, f"{journal}: first mend the profile")
            return None
        _say(options, f"{journal}: the profile is in order; {looked.summary()}")
        _say(options, "    page, type, lengths and lists are measured when the package is made")
        return None if problems.stopping else looked.as_data()
    with make_progress(quiet=options.quiet or options.json) as progress:
        packed = submit(review, request, problems, progress)
    if packed is None:
        _say(options, f"{journal}: no package was made")
        return None
    made = f"made {len(packed.files)} files in {_shown(packed.folder)}"
    _say(options, f"{journal}: {packed.summary()}; {made}")
    for line in packed.told:
        _say(options, f"    {line}")
    return packed.as_data()


def _new_profile(options: argparse.Namespace, root: Path) -> int:
    """Write a profile to be filled in."""
    from uchtil.journals.guidelines.telling import as_data, screen
    from uchtil.pipeline.profiles import new_profile
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    new = new_profile(root, options.new, problems, options.rules)
    page = None if new is None else new.page
    if options.json:
        _print_json(
            {
                "profile": None if new is None else str(new.path),
                "rules": None if page is None else as_data(page),
                "problems": _as_data(problems),
            }
        )
    else:
        _print_problems(problems, options, summarise=True)
        if new is not None and page is None:
            _say(
                options,
                f"wrote {_shown(new.path)}: fill it in, then ./build.py submit "
                f"{new.path.stem} --check",
            )
        elif new is not None and page is not None:
            for line in screen(page, _shown(new.path), new.path.stem):
                _say(options, line)
    return PROBLEMS if new is None else OK


def _release(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.release import release
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    released = release(root, options.version, _texts(options, root), problems)
    if options.json:
        file = released.file if released else ""
        _print_json({"released": file, "problems": _as_data(problems)})
    else:
        _print_problems(problems, options, summarise=True)
        if released is not None:
            _say(options, released.summary())
            _say(options, f"made {released.file}; keep it with the review (git)")
    return OK if released is not None else PROBLEMS


def _changes(options: argparse.Namespace) -> int:
    root = _root(options)
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
        texts=_texts(options, root),
    )
    with progress:
        told = tell_changes(request, problems, progress)
    # What is wrong with the review beside this is told by a check.
    errors = Problems()
    errors.extend(problems.errors)
    if options.json:
        files = [str(told.folder / name) for name in told.files] if told else []
        summary = told.summary() if told else ""
        _print_json({"made": files, "summary": summary, "problems": _as_data(errors)})
    else:
        _print_problems(errors, options)
        if told is not None:
            _say(options, told.summary())
            _say(options, f"made {len(told.files)} files in {_shown(told.folder)}")
    return OK if told is not None else PROBLEMS


def _watch(options: argparse.Namespace) -> int:
    root = _root(options)
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
        told = ", ".join(saved[:_MANY]) + (f" and {len(saved) - _MANY} more" * (len(saved) > _MANY))
        _say(options, f"saved {told}" if saved else "building; Ctrl-C ends it")
        sys.stdout.flush()  # before the build, which prints by itself

    with contextlib.suppress(KeyboardInterrupt):  # the way to end it
        keep_building(root, _texts(options, root), arguments, tell)
    _say(options, "no longer watching")
    return OK


def _serve(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.serve import Server

    output = (options.output or root / "output").resolve()
    if not (output / "index.html").is_file():
        print(
            f"{_shown(output)}: error[nothing-built]: there is no output to show\n"
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
        print(f"{server.address} shows {_shown(output)}; Ctrl-C ends it", flush=True)
        if options.open:
            import webbrowser

            webbrowser.open(server.address)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        _say(options, "no longer serving")
    finally:
        server.stop()
    return OK


def _check(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.check import check
    from uchtil.problems import Problems

    problems = Problems(strict=options.strict)
    summary = check(root, _texts(options, root), problems)
    if options.json:
        _print_json(_as_data(problems))
    else:
        _print_problems(problems, options, summarise=not options.notices)
        for line in summary:
            _say(options, line)
        if any(problems):
            _say(options, "what a code in brackets means: ./build.py explain CODE")
    return PROBLEMS if problems.stopping else OK


def _confirm(options: argparse.Namespace) -> int:
    root = _root(options)
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
        _print_json({"confirmed": done is not None, "problems": _as_data(errors)})
    elif done is None:
        _print_problems(errors, options)
    else:
        _say(options, done)
    return PROBLEMS if done is None else OK


def _fix(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.mend import find_changes, write_changes
    from uchtil.problems import Problems

    problems = Problems()
    changes = find_changes(root, problems)
    if changes is None:
        return _refuse(problems, options)
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
        agreed = _agreed(options, f"write {_so_many(count, len(changes))}?")
        if agreed is None:
            return PROBLEMS
        write = agreed
    if write:
        write_changes(root, changes)
    if options.json:
        _print_json({"written": write, "changes": data})
    elif not changes:
        _say(options, "nothing to mend")
    else:
        _say(options, f"{'mended' if write else 'would mend'} {_so_many(count, len(changes))}")
    return OK


def _so_many(signs: int, files: int) -> str:
    return f"{signs} place{'' if signs == 1 else 's'} in {files} file{'' if files == 1 else 's'}"


def _agreed(options: argparse.Namespace, question: str, command: str = "fix") -> bool | None:
    """Ask; nothing where there is nobody to answer."""
    if options.json or not sys.stdin.isatty():
        look = ", or only look with --dry-run" if command in ("fix", "add") else ""
        print(
            f"{command}: error[not-asked]: nothing was written, since there is nobody to ask\n"
            f"    write all of it with --yes{look}",
            file=sys.stderr,
        )
        return None
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")


def _links(options: argparse.Namespace) -> int:
    root = _root(options)
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
        _print_json({"addresses": addresses, "problems": _as_data(problems)})
    else:
        _print_problems(problems, options)
        if looked is not None and (looked.answers or not problems.errors):
            _say(options, looked.summary())
    return PROBLEMS if problems.stopping else OK


def _facts(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.load import load_project
    from uchtil.pipeline.listing import fact_as_data, fact_as_line
    from uchtil.pipeline.prepare import refuse_strays
    from uchtil.problems import Problems

    problems = Problems()
    project = None if refuse_strays(root, problems) else load_project(root, problems)
    if project is None or problems.errors:
        return _refuse(problems, options)
    if options.json:
        _print_json([fact_as_data(fact) for fact in project.facts.values()])
    else:
        for fact in project.facts.values():
            print(fact_as_line(fact))
    return OK


def _add(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.merging import is_bibliography

    arrives = is_bibliography(options.file)
    names = ("key", "bib") if arrives else ("language", "yes", "dry_run")
    if wrong := [f"--{each.replace('_', '-')}" for each in names if getattr(options, each)]:
        what = (
            "a source, and this is a bibliography"
            if arrives
            else "a bibliography (.bib, .ris, .json)"
        )
        print(f"uchtil add: error: {', '.join(wrong)}: only of {what}", file=sys.stderr)
        return USAGE
    if arrives:
        return _without_collecting(lambda: _merge(root, options))
    from uchtil.pipeline.add import Request, add
    from uchtil.problems import Problems

    problems = Problems()
    request = Request(path=options.file, key=options.key, bib=options.bib)
    added = add(root, _texts(options, root) or root / "sources", request, problems)
    if options.json:
        _print_json({"added": added and added.as_data(), "problems": _as_data(problems)})
    else:
        _print_problems(problems, options)
        if added is not None:
            _say(options, added.summary())
            if added.told:
                _say(options, added.told)
            if added.missing:
                _say(options, f"its entry lacks {', '.join(added.missing)}: see {added.file}")
            _say(options, f"mark what is right there, then run ./build.py accept {added.key}")
    return PROBLEMS if added is None else OK


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
    if not (options.yes or options.dry_run) and _can_ask(options):
        tags = [] if options.language else _ask_languages(merging)
        if tags:
            problems = Problems()
            merging = read_merging(root, options.file, tags, problems)
            if merging is None:
                return _refuse_merge(problems, options)
        merging = _ask_what_they_are(merging)
    merged = plan(merging, problems)
    tell_plan(merged.plan, problems)
    return _finish_merge(root, options, merged, problems)


def _refuse_merge(problems: Problems, options: argparse.Namespace) -> int:
    if not options.json:
        return _refuse(problems, options)
    none: dict[str, object] = {"written": False, "keys": {}, "waits": {}, "plan": None}
    _print_json({**none, "problems": _as_data(problems)})
    return PROBLEMS


def _accept_waiting(root: Path, options: argparse.Namespace, file: str) -> int:
    from uchtil.pipeline.merging import decided_only, plan, read_waiting
    from uchtil.problems import Problems

    problems = Problems()
    merging = read_waiting(root, file, problems)
    if merging is None:
        return _refuse(problems, options)
    if not merging.answers and not options.yes and _can_ask(options):
        merging = _ask_what_they_are(merging)
    if not merging.answers:
        _say(options, f"nothing is decided in {file}; {len(merging.arrival.entries)} entries wait")
        if options.json:
            _print_json({"written": False, "keys": {}, "waits": {}, "problems": []})
        return OK
    merged = plan(decided_only(merging), problems)
    if problems.errors:
        return _refuse(problems, options)
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
        _print_problems(problems, options)
    write = bool(merged.files) and not look_only
    if write and asked:
        agreed = _agreed(options, f"{count_plan(merged.plan)}: write it?", command)
        if agreed is None:
            return PROBLEMS
        write = agreed
    failed = Problems()
    written = write and carry_out(root, merged, failed)
    problems.extend(failed)
    if options.json:
        _print_json({"written": written, **merged.as_data(), "problems": _as_data(problems)})
        return PROBLEMS if write and not written else OK
    _print_problems(failed, options)
    if written:
        _say(options, f"merged {count_plan(merged.plan)}; ./build.py undo takes it back")
    elif not merged.files:
        _say(options, "nothing to write: all of it is there already, or waits")
    if written or not merged.files:
        for file in sorted(set(merged.waits.values())):
            name = file.removeprefix("intake/").removesuffix(".yaml")
            _say(options, f"say in {file} what waits, then run ./build.py accept {name}")
    return PROBLEMS if write and not written else OK


def _ask_languages(merging: Merging) -> list[str]:
    """Ask in which language the entries are that do not tell it."""
    from uchtil.language.tags import is_language_tag
    from uchtil.pipeline.merging import planned

    silent = [step for step in planned(merging).by("new") if "langid" in step.lacks]
    if not silent:
        return []
    for step in silent[:_MANY]:
        print(f"{step.incoming.id}: {step.incoming.reference.title}")
    if len(silent) > _MANY:
        print(f"and {len(silent) - _MANY} more")
    while True:
        try:
            answer = input("these tell no language; which? [en, ru, uz-Latn…; Enter: they wait] ")
        except EOFError:
            return []
        tags = answer.replace(",", " ").split()
        if all(is_language_tag(tag) for tag in tags):
            return tags
        print("no tag of a language; several may be given, for each script one")


def _ask_what_they_are(merging: Merging) -> Merging:
    """Ask of each doubtful entry what it is, and whether fields that differ are to be taken."""
    from uchtil.bibliography.merge import show_doubt
    from uchtil.pipeline.merging import planned

    answers: dict[str, str] = {}
    for step in planned(merging).by("doubtful"):
        print(show_doubt(step), end="")
        keys = [each.key for each in step.candidates]
        choices = {str(number): key for number, key in enumerate(keys, 1)}
        choices |= {"n": "new", "l": "leave", "": "", "q": "q"}
        told = "/".join(f"{number}: {key}" for number, key in enumerate(keys, 1))
        answer = "?"
        while answer not in choices:
            try:
                answer = input(f"what is it? [{told}/n: new/l: leave out/Enter: it waits/q] ")
            except EOFError:
                answer = "q"
            answer = answer.strip().lower()
        if answer == "q":
            break
        if choices[answer]:
            answers[step.incoming.id] = choices[answer]
    merging = merging.answered(answers)
    return merging.answered({}, _ask_fields(merging))


def _ask_fields(merging: Merging) -> set[tuple[str, str]]:
    """Ask whether fields that differ from ours are to take their place."""
    from uchtil.pipeline.merging import planned

    differing = [
        (step, each)
        for step in planned(merging).by("same")
        for each in step.changes
        if each.status == "differs" and each.field != "entry type" and each.here
    ]
    if not differing:
        return set()
    count = len(differing)
    told = "1 field differs" if count == 1 else f"{count} fields differ"
    try:
        answer = input(f"{told}, and ours stay; look at them one by one? [y/N] ")
    except EOFError:
        return set()
    if answer.strip().lower() not in ("y", "yes"):
        return set()
    shown = [
        f"{step.key} {each.field}\n    ours: {each.here}\n    there: {each.arrived}"
        for step, each in differing
    ]
    picked = _one_by_one(shown, "take theirs?")
    return {
        (step.incoming.id, each.field)
        for (step, each), wanted in zip(differing, picked, strict=False)
        if wanted
    }


def _can_ask(options: argparse.Namespace) -> bool:
    return not options.json and sys.stdin.isatty()


def _without_collecting(work: Callable[[], int]) -> int:
    """Do what makes a million records, none of which is rubbish."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return work()
    finally:
        if collecting:
            gc.enable()


def _accept(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.merging import decided_files, waiting_file

    if file := waiting_file(root, options.file):
        return _without_collecting(lambda: _accept_waiting(root, options, file))
    code = _accept_proposals(root, options)
    for file in [] if options.file else decided_files(root):
        name = file.removeprefix("intake/").removesuffix(".yaml")
        _say(options, f"decided too: {file}; ./build.py accept {name} takes it over")
    return code


def _accept_proposals(root: Path, options: argparse.Namespace) -> int:
    from uchtil.pipeline.accept import Wish, carry_out, marked, plan, proposed
    from uchtil.problems import Problems

    problems = Problems()
    wish = Wish(file=options.file, all_confirmed=options.all_confirmed)
    open_ = proposed(root, wish, problems)
    if open_ is None:
        return _refuse(problems, options)
    chosen = marked(open_, wish)
    asked = not options.yes and not options.json and sys.stdin.isatty()
    if asked and not chosen:
        picked = _one_by_one([each.told() for each in open_])
        chosen = [each for each, wanted in zip(open_, picked, strict=False) if wanted]
    if not chosen:
        _say(options, f"nothing is marked `accept: yes`; {len(open_)} proposals are open")
        if options.json:
            _print_json({"written": False, "accepted": [], "problems": []})
        return OK
    made = plan(root, chosen, _texts(options, root), problems)
    if made is None:
        return _refuse(problems, options)
    if not options.json and (not options.quiet or asked):
        print(made.diff, end="")
    write = True
    if not options.yes:
        agreed = _agreed(options, f"accept {len(chosen)} proposals?", "accept")
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
        _print_json(
            {
                "written": written,
                "accepted": made.accepted,
                "facts": made.facts,
                "reread": [each.as_data() for each in made.reread],
                "problems": _as_data(problems),
            }
        )
        return
    _print_problems(problems, options)
    if written:
        _say(options, f"accepted {', '.join(made.accepted)}")
        for each in made.reread:
            _say(options, f"to reread: {each.told()}")


def _one_by_one(told: Sequence[str], question: str = "accept?") -> list[bool]:
    """Ask of each; ``q`` says no to all that are left."""
    answers: list[bool] = []
    for each in told:
        print(each)
        try:
            answer = input(f"{question} [y/N/q] ").strip().lower()
        except EOFError:
            answer = "q"
        if answer in ("q", "quit"):
            break
        answers.append(answer in ("y", "yes"))
    return answers


def _undo(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.accept import undo
    from uchtil.problems import Problems

    problems = Problems()
    files = undo(root, problems)
    if files is None:
        return _refuse(problems, options)
    if options.json:
        _print_json({"restored": files, "problems": []})
    else:
        _say(options, f"as before: {', '.join(files)}")
    return OK


def _transliterate(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.transliterate import transliterate
    from uchtil.problems import Problems

    problems = Problems()
    text = transliterate(root, options.file, problems, cyrillic=options.to == "cyrillic")
    if text is None:
        return _refuse(problems, options)
    if options.json:
        _print_json({"text": text})
    else:
        print(text, end="")
    return OK


def _explain(options: argparse.Namespace) -> int:
    entry = _entry(options.fact or "")
    if not entry:
        return _explain_review(options)
    if options.json:
        _print_json({"check": options.fact, "text": entry})
    else:
        print(entry)
    return OK


def _explain_review(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return PROBLEMS
    from uchtil.pipeline.explain import explain_steps, explain_thing
    from uchtil.pipeline.listing import story_as_data, story_as_text
    from uchtil.problems import Problems

    problems = Problems()
    if options.fact:
        story = explain_thing(root, options.fact, problems, _texts(options, root))
        if story is None:
            return _refuse(problems, options)
        if options.json:
            _print_json(story_as_data(story))
        else:
            print("\n".join(story_as_text(story, _marker())))
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
        return _refuse(problems, options)
    if options.json:
        _print_json([{"output": name, "reasons": reasons} for name, reasons in steps.items()])
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


# ------------------------------------------------------------------ helpers


def _root(options: argparse.Namespace) -> Path | None:
    """Return the project's folder, or say that there is none."""
    start = (options.project or Path.cwd()).absolute()
    folders = [start] if options.project else [start, *start.parents]
    for folder in folders:
        if (folder / "content").is_dir():
            if (folder / "intake" / ".unfinished").exists():
                from uchtil.pipeline.transaction import recover

                # a killed `add` or `accept` is taken back before anything is read
                recover(folder, _texts(options, folder))
            return folder
    print(
        f"{start}: error[no-project]: there is no review here\n"
        "    a project holds content/review.yaml; go to its folder or name it with --project",
        file=sys.stderr,
    )
    return None


def _texts(options: argparse.Namespace, root: Path) -> Path | None:
    """Return the folder of the sources' texts, where there is one."""
    given = getattr(options, "sources", None)  # commands that need no texts have no option
    if given is not None:
        return Path(given)
    named = os.environ.get("UCHTIL_SOURCES")
    if named:
        return Path(named)
    inside = root / "sources"
    return inside if inside.is_dir() else None


def _wanted(options: argparse.Namespace) -> frozenset[str]:
    """Return the outputs named on the command line; empty means all, ``*`` any edition."""
    if not options.language and not options.format:
        return frozenset()
    return frozenset(
        f"{edition}/review.{name}"
        for edition in options.language or ("*",)
        for name in options.format or _FORMATS
    )


def _marker() -> Callable[[str], str]:
    """Return what sets words off: bold and underlined on a terminal, else in brackets."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    if sys.stdout.isatty() and not plain:
        return lambda words: f"\x1b[1;4m{words}\x1b[0m"
    return lambda words: f"[[{words}]]"


def _say(options: argparse.Namespace, line: str) -> None:
    if not options.quiet and not options.json:
        print(line)


def _refuse(problems: Problems, options: argparse.Namespace) -> int:
    """Tell why a command that only looks has nothing to show."""
    if options.json:
        _print_json(_as_data(problems))
    else:
        _print_problems(problems, options, summarise=True)
    return PROBLEMS


_MANY = 3
"""More notices of one kind than this are told in one line."""


def _print_problems(
    problems: Problems, options: argparse.Namespace, *, summarise: bool = False
) -> None:
    """Print problems; ``summarise`` counts the notices of which there are many."""
    from collections import Counter

    from uchtil.problems import Severity

    shown: Iterable[Problem] = [
        each for each in problems if not options.quiet or each.severity is not Severity.NOTICE
    ]
    counts: Counter[str] = Counter()
    if summarise:
        notices = Counter(each.code for each in shown if each.severity is Severity.NOTICE)
        counts = Counter({code: count for code, count in notices.items() if count > _MANY})
    for problem in shown:
        if problem.code not in counts:
            print(problem, file=sys.stderr)
    if counts:
        told = ", ".join(f"{count} {code}" for code, count in counts.items())
        print(f"notices: {told}; `check --notices` lists them", file=sys.stderr)
    if len(problems.errors) > 0:
        count = len(problems.errors)
        print(f"{count} error{'s' if count > 1 else ''}", file=sys.stderr)
    if problems.strict and problems.warnings:
        count = len(problems.warnings)
        one = count == 1
        told = "1 warning, an error" if one else f"{count} warnings, errors"
        print(f"{told} by --strict", file=sys.stderr)


def _as_data(problems: Problems) -> list[dict[str, object]]:
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "file": problem.where.file,
            "line": problem.where.line,
            "column": problem.where.column,
            "hint": problem.hint,
        }
        for problem in problems
    ]


def _print_json(data: object) -> None:
    import json

    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _text(name: str | bytes | int) -> str:
    return os.fsdecode(name) if isinstance(name, bytes) else str(name)


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
