"""Everything that can be checked without making a file."""

from __future__ import annotations

import datetime
from pathlib import Path

from uchtil.checks.evidence import EvidenceReport, check_evidence, write_lock
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.problems import Problems

LOCK = "content/evidence.lock"


def examine(
    root: Path, texts: Path | None, problems: Problems
) -> tuple[Prepared, EvidenceReport] | None:
    """Read, render and check a review; nothing is written."""
    prepared = prepare(root, problems)
    if prepared is None:
        return None
    evidence = check_evidence(
        prepared.project, texts, root / LOCK, datetime.datetime.now(tz=datetime.UTC).date(), problems
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
    if texts is not None and not problems.errors:
        write_lock(evidence, root / LOCK)
    project = prepared.project
    return [
        f"{len(project.facts)} facts, {len(project.sources)} sources, "
        f"{len(prepared.references)} references, {len(prepared.article.order)} of them cited",
        evidence.summary(),
    ]
