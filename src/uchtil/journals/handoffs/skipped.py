"""Why a hand-off is not written."""

from __future__ import annotations

from uchtil.journals.phrases import Phrase


class Skipped(Exception):
    """Something that a format cannot do without is not known; the message says what.

    It is no fault of the review: most of it only the journal can give (a DOI), or the
    authors have not given it yet.  A checklist tells it, nothing is stopped by it.
    """

    @property
    def why(self) -> Phrase:
        """The message, to be said in any language."""
        (said,) = self.args
        return said if isinstance(said, Phrase) else Phrase(said)
