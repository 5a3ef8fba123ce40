"""Everything that can be checked without making a file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from uchtil.checks.evidence import (
    LOCK,
    EvidenceReport,
    Sighting,
    check_evidence,
    read_lock,
    write_lock,
)
from uchtil.checks.spelling import SpellingReport, check_spelling
from uchtil.load.words import read_words
from uchtil.pipeline import places
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.problems import Problems


def examine(
    root: Path, texts: Path | None, problems: Problems
) -> tuple[Prepared, EvidenceReport] | None:
    """Read, render and check a review; nothing is written."""
    prepared = prepare(root, problems)
    if prepared is None:
        return None
    evidence = check_evidence(
        prepared.project,
        texts,
        root / LOCK,
        datetime.datetime.now(tz=datetime.UTC).date(),
        problems,
    )
    return prepared, evidence


def check(root: Path, texts: Path | None, problems: Problems) -> list[str]:
    """Check a review and return a summary in lines.

    With the sources' texts at hand, what was seen of the evidence is written to
    ``content/evidence.lock``, so that those who have no texts can go by it.
    """
    examined = examine(root, texts, problems)
    if examined is None:
        return []
    prepared, evidence = examined
    spelling = _spell(root, prepared, problems) if prepared.names_read else None
    if texts is not None and not problems.errors:
        _keep_lock(evidence, root / LOCK)
    project = prepared.project
    return [
        f"{len(project.facts)} facts, {len(project.sources)} sources, "
        f"{len(prepared.references)} references, {len(prepared.article.order)} of them cited",
        evidence.summary(),
        prepared.numbers.summary(),
        *([spelling.summary()] if spelling else []),
    ]


def _spell(root: Path, prepared: Prepared, problems: Problems) -> SpellingReport:
    """Look all words up: not in a build, which must not wait for dictionaries."""
    words = read_words(root, prepared.project.review.languages, problems)
    return check_spelling(prepared.project, prepared.texts, words, places.dictionaries(), problems)


def _keep_lock(evidence: EvidenceReport, path: Path) -> None:
    """Write the lock if a passage was found elsewhere than it says, or not at all before.

    Only then: a new date alone would make the report stale each day.
    """

    def places(sightings: Iterable[Sighting]) -> list[tuple[object, ...]]:
        return [
            (
                each.kind,
                each.id,
                each.source,
                each.anchor,
                each.fingerprint,
                each.paragraph,
                each.offset,
            )
            for each in sightings
        ]

    if places(evidence.sightings) != places(read_lock(path, Problems())):
        write_lock(evidence, path)
