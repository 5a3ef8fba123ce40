"""ORCID identifiers: their form and their check digit."""

from __future__ import annotations

import re

_FORM = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)


def check_digit(orcid: str) -> str:
    """Return the check digit that the first 15 digits ask for (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in orcid.replace("-", "")[:15]:
        total = (total + int(digit)) * 2
    result = (12 - total % 11) % 11
    return "X" if result == 10 else str(result)


def orcid_problem(orcid: str) -> tuple[str, str] | None:
    """Return what is wrong with an ORCID and the hint, or ``None`` if it is right."""
    if not _FORM.fullmatch(orcid):
        bare = re.sub(r"^(?:https?://)?(?:www\.)?orcid\.org/", "", orcid)
        hint = f"write {bare}" if _FORM.fullmatch(bare) else "write it as 0000-0002-1825-0097"
        return f"`{orcid}` is not an ORCID", hint
    right = check_digit(orcid)
    if orcid[-1] == right:
        return None
    return (
        f"the ORCID {orcid} is wrong: its check digit would be {right}, not {orcid[-1]}",
        f"copy it again; if only the last digit is wrong, it is {orcid[:-1]}{right}",
    )
