"""Why a hand-off is not written."""

from __future__ import annotations


class Skipped(Exception):
    """Something that a format cannot do without is not known; the message says what.

    It is no fault of the review: most of it only the journal can give (a DOI), or the
    authors have not given it yet.  A checklist tells it, nothing is stopped by it.
    """
