"""Taking in a new source: its text is kept, and what it does to the facts is proposed.

Nothing of it enters the review: `accept` does that, after people have looked.
"""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from uchtil.bibliography import Reference, read_bibliography
from uchtil.intake.compare import Comparer
from uchtil.intake.comparing import Match
from uchtil.intake.identity import propose_entry
from uchtil.intake.keeping import fingerprint, keep_text, text_name
from uchtil.intake.proposals import proposals_file, proposals_text
from uchtil.intake.texts import SourceText, read_source
from uchtil.load import load_project
from uchtil.load.proposals import FOLDER
from uchtil.load.shapes import slug
from uchtil.model import Project
from uchtil.pipeline import transaction
from uchtil.pipeline.given import Entry, Given, given_entry, year_of
from uchtil.pipeline.prepare import refuse_strays
from uchtil.problems import Location, Problems
from uchtil.progress import Progress

_BIBLIOGRAPHY = "bibliography/references.bib"
_DONE = re.compile(r"^\s+accept:\s*done\b", re.MULTILINE)
_FINGERPRINT = re.compile(r"^  fingerprint: (sha256:[0-9a-f]{64})$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is to be taken in: a file; a key, if it is chosen; and ``bib``, of which it is.

    ``bib`` is an entry, a file that holds it, or a DOI.  ``again`` replaces the proposals of the
    very text, of which nothing was accepted.
    """

    path: Path
    key: str = ""
    bib: str = ""
    again: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """A source that was taken in: its key, where its proposals lie, and what they are."""

    key: str
    file: str
    source: SourceText
    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    """The fields of its entry that nobody knows yet."""
    told: str = ""
    """What is to be known of its entry, in a line."""

    def summary(self) -> str:
        """Return one line that tells what was found."""
        counts = Counter(each.verdict.value for each in self.matches)
        doubtful = sum(each.doubtful for each in self.matches)
        told = ", ".join(f"{count} {name}" for name, count in counts.items()) or "nothing known"
        more = f" ({doubtful} of them doubtful)" if doubtful else ""
        return f"{self.key}: {len(self.matches)} proposals in {self.file}: {told}{more}"

    def as_data(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "key": self.key,
            "file": self.file,
            "language": self.source.language,
            "missing": list(self.missing),
            "told": self.told,
            "proposals": [
                {
                    "id": f"p{number}",
                    "verdict": each.verdict.value,
                    "fact": each.fact,
                    "others": list(each.others),
                    "paragraph": each.paragraph,
                    "anchor": each.anchor,
                    "date": None if each.told.date is None else str(each.told.date),
                    "why": list(each.why),
                    "score": each.score,
                }
                for number, each in enumerate(self.matches, 1)
            ],
        }


def add(
    root: Path, texts: Path, request: Request, problems: Problems, progress: Progress
) -> Added | None:
    """Take in a source; ``texts`` is the folder of the texts.  Problems tell why it was not."""
    if refuse_strays(root, problems):
        return None
    transaction.recover(root, texts)
    told = Problems()
    project = load_project(root, told)
    references = read_bibliography(root / _BIBLIOGRAPHY, _BIBLIOGRAPHY, told)
    if project is None or told.errors:
        problems.extend(told.errors)
        return None
    source = read_source(request.path, problems)
    before = None if source is None else _added_before(source, root)
    if source is None or _is_known(source, root, project, before, problems, again=request.again):
        return None
    entry = _entry(request, source, references, root, problems)
    if entry is None or not _is_free(entry, root, project, before, problems):
        return None
    comparer = Comparer(project, references)
    matches = comparer.compare(
        source.paragraphs,
        source.language,
        year=entry.year,
        come_to=_course(source.paragraphs, progress),
    )
    text = proposals_text(entry.key, source, entry.text, matches, project)
    file = proposals_file(entry.key)
    change = {file: transaction.Version(before=None, after=text.encode("utf-8"))}
    if before is not None:
        was = (root / before).read_bytes()
        change = {before: transaction.Version(before=was, after=None), **change}
        if before == file:
            change[file] = transaction.Version(before=was, after=text.encode("utf-8"))
    if not _keep(root, change, source.text, texts / text_name(entry.key), problems):
        return None
    if before not in (None, file):
        _forget_text(texts / text_name(Path(before or "").stem), fingerprint(source.text))
    return Added(
        key=entry.key,
        file=file,
        source=source,
        matches=matches,
        missing=entry.missing,
        told=entry.told,
    )


_STEP = 20_000
"""So many signs of a text are one step of it: a second's work, or less."""


def _course(paragraphs: Sequence[str], progress: Progress) -> Callable[[int], None]:
    """Return what is told the paragraph that was come to; of a short text it tells nothing."""
    read = [0, *accumulate(map(len, paragraphs))]
    steps = read[-1] // _STEP
    if steps < 2:
        return lambda paragraph: None
    progress.plan(steps)
    done = 0

    def come_to(paragraph: int) -> None:
        nonlocal done
        while (done + 1) * _STEP <= read[paragraph - 1]:
            done += 1
            progress.done(f"compared up to paragraph {paragraph} of {len(paragraphs)}")

    return come_to


_BEGINNING = 5000
"""So many signs of a text are its beginning, where title and authors stand."""


class _NotKept(Exception):
    """The text cannot be kept, and problems tell why."""


def _keep(
    root: Path,
    files: Mapping[str, transaction.Version],
    text: str,
    place: Path,
    problems: Problems,
) -> bool:
    """Write the proposals and keep the text: both or, also when killed, neither."""

    def put() -> None:
        if not keep_text(text, place.parent, place.name, problems):
            raise _NotKept

    kept = transaction.Text(folder=place.parent, name=place.name, data=text.encode(), put=put)
    try:
        transaction.write_all(root, files, kept)
    except _NotKept:
        return False
    return True


def _added_before(source: SourceText, root: Path) -> str | None:
    """Return the file of proposals of this very text, if there is one."""
    mark = fingerprint(source.text)
    for path in sorted((root / FOLDER).glob("*.yaml")):
        found = _FINGERPRINT.search(path.read_text(encoding="utf-8", errors="replace"))
        if found is not None and found[1] == mark and not path.is_symlink():
            return f"{FOLDER}/{path.name}"
    return None


def _is_known(
    source: SourceText,
    root: Path,
    project: Project,
    before: str | None,
    problems: Problems,
    *,
    again: bool,
) -> bool:
    """Whether the very text is there already, which is told; ``before`` are its proposals.

    These may be made ``again`` where none was accepted.
    """
    mark = fingerprint(source.text)
    for known in project.sources.values():
        if known.fingerprint == mark:
            problems.error(
                "source-known",
                f"this very text is the source `{known.key}` already",
                known.where,
                "take what was accepted of it back first: `./build.py undo`, if it was the last"
                if again
                else "there is nothing to add",
            )
            return True
    if before is None:
        return False
    key, where = Path(before).stem, Location(file=before)
    if not again:
        problems.error(
            "source-known",
            f"this very text was added already, as `{key}`",
            where,
            f"its proposals lie there; `./build.py accept {key}` takes them, and "
            "`./build.py add --again FILE` (with `--key`, `--bib`) makes them anew",
        )
        return True
    if _DONE.search((root / before).read_text(encoding="utf-8", errors="replace")):
        problems.error(
            "source-known",
            f"proposals of this very text were accepted already, of `{key}`",
            where,
            "take that back first: `./build.py undo`, if it was the last acceptance",
        )
        return True
    return False


def _forget_text(path: Path, mark: str) -> None:
    """Take away the text that was kept under another key, if it is this very one."""
    with contextlib.suppress(OSError):
        if not path.is_symlink() and fingerprint(path.read_bytes().decode()) == mark:
            path.unlink()


def _entry(
    request: Request,
    source: SourceText,
    references: Mapping[str, Reference],
    root: Path,
    problems: Problems,
) -> Entry | None:
    """Return the entry of a source: the one given, that which there is, or a proposed one."""
    if request.bib:
        given = Given(
            bib=request.bib,
            key=request.key,
            language=source.language,
            beginning=f"{source.title_guess}\n{source.text[:_BEGINNING]}",
        )
        return given_entry(given, root / _BIBLIOGRAPHY, references, problems)
    if request.key in references:
        return Entry(key=request.key, year=year_of(references[request.key]))
    proposed = propose_entry(source, references)
    text, key = proposed.entry, proposed.key
    if request.key:
        text, key = text.replace(f"{{{key},", f"{{{request.key},", 1), request.key
    return Entry(key=key, text=text, missing=proposed.missing)


def _is_free(
    entry: Entry, root: Path, project: Project, before: str | None, problems: Problems
) -> bool:
    """Whether no source has the key yet, and it can be the name of a file; else it is told."""
    if not re.fullmatch(slug().pattern, entry.key):
        problems.error(
            "source-key",
            f"`{entry.key}` cannot be the key of a source",
            Location(file="--key"),
            "choose another with --key: small letters, figures and hyphens",
        )
        return False
    taken = entry.key in project.sources
    file = proposals_file(entry.key)
    if taken or (file != before and (root / file).exists()):
        where = (
            project.sources[entry.key].where if taken else Location(file=proposals_file(entry.key))
        )
        problems.error(
            "source-key-taken",
            f"there is a source `{entry.key}` already, with another text",
            where,
            "choose another key with --key",
        )
        return False
    return True
