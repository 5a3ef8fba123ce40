"""`./build.py release 1.1`: what the review says is frozen into one file.

Version and date are those of ``content/review.yaml``, which the command demands and does not
write: so a release is one new file, put in its place in one step, and a release that fails or
is killed leaves every file as it was.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from uchtil.changes.freeze import freeze
from uchtil.changes.lines import lines_of
from uchtil.changes.said import Lag, Said, version_key, write_said
from uchtil.pipeline import places, releases
from uchtil.pipeline.check import Examined, examine
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.problems import Location, Problems, ProblemsFound


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """The release that was made, and its file within the project."""

    said: Said
    file: str

    def summary(self) -> str:
        """Return what was frozen, in a line."""
        said = self.said
        cited = sum(1 for each in said.references.values() if each.number)
        return (
            f"released {said.version} of {said.date}: {len(said.facts)} facts, "
            f"{len(said.languages)} languages, {cited} works cited"
        )


def release(root: Path, version: str, texts: Path | None, problems: Problems) -> Released | None:
    """Freeze what the review says as a version; nothing is written where that cannot be."""
    prepared = prepare(root, problems)
    if prepared is None:
        return None
    examined = examine(prepared, root, texts, problems)
    _check_version(root, version, prepared, problems)
    _check_stale(examined, problems)
    if problems.stopping:
        return None
    said = now(root, prepared, problems, name=version)
    if said is None or problems.stopping:
        return None
    file = f"{releases.FOLDER}/{version}.json"
    if not _write(root / file, write_said(said)):
        _tell_exists(version, problems)
        return None
    return Released(said=said, file=file)


def now(
    root: Path,
    prepared: Prepared,
    problems: Problems,
    *,
    name: str = "now",
    examined: Examined | None = None,
) -> Said | None:
    """Return what the review says as it stands; nothing where there are problems (told)."""
    review = prepared.project.review
    base = releases.before(root, review.version, problems)
    if problems.errors:
        return None
    try:
        lines = lines_of(
            prepared.article,
            prepared.references,
            review.languages,
            transliterated=[
                code for code in review.transliterated if code in prepared.article.parts
            ],
            style=review.style,
            templates=places.templates_of(root),
        )
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None
    return freeze(
        prepared.project,
        prepared.article,
        prepared.references,
        lines,
        style=review.style,
        base=base,
        name=name,
        lags=_lags(examined) if examined else (),
    )


def _lags(examined: Examined) -> list[Lag]:
    return [
        Lag(
            section=each.section,
            language=each.language,
            block=each.block.name,
            changed=tuple(change.language for change in each.changes),
            file=each.block.file,
            line=each.block.first,
        )
        for each in examined.languages.stale
    ]


def _check_version(root: Path, version: str, prepared: Prepared, problems: Problems) -> None:
    """Tell of a version that is not the review's, is there already, or goes back."""
    review = prepared.project.review
    known = releases.versions(root)
    if any(_key(each) == _key(version) for each in known):
        _tell_exists(version, problems)
        return
    if version != review.version:
        problems.error(
            "release-version",
            f"the review says that it is version {review.version}, not {version}",
            review.place("version"),
            f"write `version: {version}` here, and the day of the release as `date`",
        )
        return
    if known and _key(known[-1]) > _key(version):
        problems.error(
            "release-version",
            f"version {version} is older than the last release, {known[-1]}",
            review.place("version"),
            "give it a higher number",
        )
        return
    base = releases.before(root, version, problems)
    if base is not None and str(review.date) < base.date:
        problems.error(
            "release-date",
            f"version {version} is dated {review.date}, before the last release "
            f"({base.version} of {base.date})",
            review.place("date"),
            "write the day of this release",
        )


def _key(version: str) -> tuple[int, ...]:
    try:
        return version_key(version)
    except ValueError:
        return ()


def _tell_exists(version: str, problems: Problems) -> None:
    problems.error(
        "release-exists",
        f"version {version} has been released already",
        Location(file=f"{releases.FOLDER}/{version}.json"),
        "a release is never changed: give this one a higher number in content/review.yaml",
    )


def _check_stale(examined: Examined, problems: Problems) -> None:
    """Tell of texts that have not followed others or the facts: a release would freeze it."""
    stale = examined.languages.stale
    if stale:
        first = stale[0]
        count = "1 text has" if len(stale) == 1 else f"{len(stale)} texts have"
        problems.error(
            "release-stale",
            f"{count} not followed a change in another language",
            first.block.where,
            "the warnings `stale-translation` tell each: edit or confirm them first",
        )
    rests = examined.rests.stale
    if rests:
        first_text = rests[0].paragraph
        count = "1 text rests" if len(rests) == 1 else f"{len(rests)} texts rest"
        problems.error(
            "release-stale",
            f"{count} on facts that say something else since it was confirmed"
            if len(rests) == 1
            else f"{count} on facts that say something else since they were confirmed",
            first_text.where,
            "the warnings `stale-reading` tell each: reread, then edit or confirm them first",
        )


def _write(path: Path, data: bytes) -> bool:
    """Put a new file in its place in one step; whether there was none before.

    The file is whole before it has its name, and a name that is taken is never overwritten.
    """
    path.parent.mkdir(exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        os.link(name, path)
    except FileExistsError:
        return False
    finally:
        Path(name).unlink(missing_ok=True)
    return True
