"""`./build.py changes [FROM] [TO]`: what a release said, against another or what is said now."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from uchtil.changes.compare import Changes, How, compare
from uchtil.changes.documents import print_redline, redline_page, write_documents
from uchtil.changes.listing import changes_as_data
from uchtil.changes.page import changes_page
from uchtil.changes.redline import redline
from uchtil.changes.said import Said
from uchtil.pipeline import manifest, places, releases
from uchtil.pipeline.check import examine
from uchtil.pipeline.prepare import prepare, refuse_strays
from uchtil.pipeline.refusals import refuse_foreign, tell_busy
from uchtil.pipeline.release import now
from uchtil.pipeline.staging import CHANGES, OutputBusy, staging, swap_in
from uchtil.problems import Location, Problems, ProblemsFound
from uchtil.progress import Progress

NOW = "now"

FORMATS = ("html", "docx", "pdf")


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is asked for: from which release to which, or to ``now``; both may be left open."""

    root: Path
    output: Path
    old: str = ""
    new: str = NOW
    texts: Path | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The changes that were told, and the files that tell them."""

    folder: Path
    files: tuple[str, ...]
    changes: Changes

    def summary(self) -> str:
        """Return what changed, in a line."""
        changes = self.changes
        between = f"{changes.old.name} → {changes.new.name}"
        if not changes.anything:
            return f"{between}: nothing changed"
        facts = ", ".join(
            f"{count} {how.value}" for how in How if (count := len(changes.with_(how)))
        )
        paragraphs = ", ".join(f"{len(each)} {code}" for code, each in changes.paragraphs.items())
        lags = f"; {len(changes.lags)} texts lag" if changes.lags else ""
        return f"{between}: facts: {facts or 'none'}; paragraphs: {paragraphs}{lags}"


def tell_changes(request: Request, problems: Problems, progress: Progress) -> Told | None:
    """Write what changed; nothing where that cannot be told (``problems`` say why)."""
    if refuse_foreign(request.output, problems):
        return None
    if refuse_strays(request.root, problems):
        return None
    progress.plan(3)
    both = _both(request, problems)
    if both is None:
        return None
    old, new, where = both
    progress.done("both texts")
    try:
        return _write(request, old, new, where, progress)
    except ProblemsFound as found:
        problems.extend(found.problems)
    except OutputBusy:
        tell_busy(request.output, problems)
    return None


def _both(request: Request, problems: Problems) -> tuple[Said, Said, Mapping[str, Location]] | None:
    """Return what was said and what is said, and where the facts stand now."""
    root = request.root
    known = releases.versions(root)
    if not request.old and not known:
        problems.error(
            "unknown-release",
            "nothing has been released yet",
            Location(file=releases.FOLDER),
            "make the first release: `./build.py release VERSION`",
        )
        return None
    old = releases.find(root, request.old or known[-1], problems)
    if request.new != NOW:
        new = releases.find(root, request.new, problems)
        return (old, new, {}) if old and new else None
    if old is None:
        return None
    prepared = prepare(root, problems)
    if prepared is None or problems.errors:
        return None
    # What the other checks find stands in no one's way here: a draft may be compared too.
    examined = examine(prepared, root, request.texts, Problems())
    said = now(root, prepared, problems, name=NOW, examined=examined)
    if said is None:
        return None
    where = {fact.id: fact.where for fact in prepared.project.facts.values()}
    return old, said, where


def _write(
    request: Request, old: Said, new: Said, where: Mapping[str, Location], progress: Progress
) -> Told:
    templates = places.templates_of(request.root)
    changes = compare(old, new)
    # An edition that is made of another's text is in the release only if it was printed then.
    made = [code for code in new.texts if code not in new.languages and code in old.texts]
    redlines = [redline(old, new, code) for code in (*new.languages, *made)]
    named = {red.code: [f"redline-{red.code}.{each}" for each in FORMATS] for red in redlines}
    data = changes_as_data(changes, where, named)
    progress.done("changes")
    folder = request.output / CHANGES
    with staging(request.output) as staged:
        page = changes_page(templates, data)
        (staged / "changes.html").write_text(page, encoding="utf-8", newline="\n")
        told = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        (staged / "changes.json").write_text(told, encoding="utf-8", newline="\n")
        with tempfile.TemporaryDirectory() as scratch:
            write_documents(redlines, staged, Path(scratch), templates / "pandoc")
        for red in redlines:
            html = redline_page(templates, red)
            (staged / f"redline-{red.code}.html").write_text(html, encoding="utf-8", newline="\n")
            print_redline(templates, red, staged / f"redline-{red.code}.pdf")
        files = tuple(sorted(each.name for each in staged.iterdir()))
        (request.output / manifest.FOLDER).mkdir(parents=True, exist_ok=True)
        swap_in(staged, folder)
    progress.done("redlines")
    return Told(folder=folder, files=files, changes=changes)
