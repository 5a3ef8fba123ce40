"""The entries of the cited works out of ``references.bib``, sign for sign as written."""

from __future__ import annotations

from uchtil.bibliography import raw_entries
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.submission import Submission


def write(submission: Submission) -> bytes:
    """Return the cited entries, and the abbreviations that they may use, as the file has them."""
    if not submission.bibliography:
        raise Skipped("the text of the bibliography is not at hand")
    cited = {reference.key for reference in submission.references}
    return ("\n\n".join(raw_entries(submission.bibliography, cited)) + "\n").encode("utf-8")
