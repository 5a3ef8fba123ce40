"""Keys that tell another year than their entries: the data may be another work's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from uchtil.bibliography.reference import Reference
from uchtil.problems import Problems

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def tell_key_years(references: Mapping[str, Reference], problems: Problems) -> None:
    """Warn of a key such as ``rahimov2016`` over a work of another year (``key-year``).

    Keys are the review's own and nothing is printed of them; but two entries whose data were
    exchanged look right by themselves, and every citation of them would be wrong.
    """
    for reference in references.values():
        date = reference.dates.get("date")
        year = _YEAR.search(reference.key)
        if date is None or year is None:
            continue
        if not date.first.year <= int(year[0]) <= date.last.year:
            problems.warning(
                "key-year",
                f"the key `{reference.key}` says {year[0]}, and the work is dated {date}",
                reference.where,
                "see whether these are the data of another work; if not, give it another key",
            )
