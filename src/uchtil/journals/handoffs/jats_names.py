"""Identifiers in JATS, which must be names of XML (NCName) and stand only once."""

from __future__ import annotations

import re

from uchtil.journals.submission import Submission

_FOREIGN = re.compile(r"[^\w.-]")


def xml_name(text: str) -> str:
    """Return an identifier as XML may have it: ``table:trade`` → ``table-trade``."""
    name = _FOREIGN.sub("-", text)
    return name if re.match(r"[^\W\d]", name) else f"x-{name}"


def reference_ids(submission: Submission) -> dict[str, str]:
    """Return the identifier of each work's place in the list, by its key."""
    return {reference.key: xml_name(f"ref-{reference.key}") for reference in submission.references}
