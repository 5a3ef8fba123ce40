"""The checklist: every rule of the journal, what was measured, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from uchtil.formats.pages import single_page
from uchtil.journals.verdicts import Row, Verdict
from uchtil.model.profiles import Profile

WORDS = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "failed",
    Verdict.YOURS: "you must",
    Verdict.UNKNOWN: "not known",
}
"""What is said of each verdict."""


def checklist_page(
    profile: Profile,
    rows: Sequence[Row],
    templates: Path,
    *,
    title: str,
    tag: str,
    made: str,
    files: Sequence[tuple[str, int]],
    told: Sequence[str],
    left_out: Sequence[str],
) -> str:
    """Return the page: ``files`` with their sizes in bytes, ``told`` what else is to be known.

    ``left_out`` tells what the submitted form leaves out of the text, with its place.
    """
    topics = [(topic, list(each)) for topic, each in groupby(rows, key=lambda row: row.topic)]
    return single_page(
        templates,
        "journals/checklist.html.j2",
        "journals/checklist.css",
        profile=profile,
        topics=topics,
        words=WORDS,
        counts={verdict: sum(each.verdict is verdict for each in rows) for verdict in Verdict},
        title=title,
        tag=tag,
        made=made,
        files=files,
        told=told,
        left_out=left_out,
    )
