"""The cited works as CSL-JSON 1.0.2, which every manager of references reads."""

from __future__ import annotations

import json

from uchtil.journals.handoffs.works import item_of
from uchtil.journals.submission import Submission


def write(submission: Submission) -> bytes:
    """Return the works in the order of the list, titles without mark-up."""
    items = [item_of(reference) for reference in submission.references]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
