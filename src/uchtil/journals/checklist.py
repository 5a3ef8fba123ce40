"""The checklist: every rule of the journal, what was measured, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from uchtil.formats.pages import single_page
from uchtil.journals.phrases import Phrase, noted, written
from uchtil.journals.verdicts import Row, Verdict
from uchtil.language import language
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
    code: str,
    version: str,
    date: str,
    files: Sequence[tuple[str, int]],
    told: Sequence[str],
    left_out: Sequence[str],
) -> str:
    """Return the page in the manuscript's language, ``code``.

    ``files`` are with their sizes in bytes, ``told`` is what else is to be known, ``left_out``
    what the submitted form leaves out of the text, with its place.
    """
    topics = [(topic, list(each)) for topic, each in groupby(rows, key=lambda row: row.topic)]

    def say(text: str, **given: object) -> str:
        return written(text if isinstance(text, Phrase) else Phrase(text, **given), code)

    return single_page(
        templates,
        "journals/checklist.html.j2",
        "journals/checklist.css",
        profile=profile,
        journal=profile.journal.name_in(code),
        topics=topics,
        words=WORDS,
        counts={verdict: sum(each.verdict is verdict for each in rows) for verdict in Verdict},
        note=noted(profile.rules.note, code) if profile.rules.note else "",
        title=title,
        tag=language(code).tag,
        version=version,
        date=date,
        files=files,
        told=told,
        left_out=left_out,
        say=say,
        thousands="," if code == "en" else "\u00a0",
    )
