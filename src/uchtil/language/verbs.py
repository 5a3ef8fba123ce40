"""The words by which a sentence says that something was planned, or that it came about."""

from __future__ import annotations

import re
from dataclasses import dataclass


def words(*patterns: str) -> re.Pattern[str]:
    """Return a pattern of any of these words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Verbs:
    """Words that tell plans from results.

    ``planned`` are said only of what has not come about, ``intended`` also of what may be such
    ("agreed", "will"); ``reached`` of figures that came about.
    """

    planned: re.Pattern[str]
    intended: re.Pattern[str]
    reached: re.Pattern[str]
