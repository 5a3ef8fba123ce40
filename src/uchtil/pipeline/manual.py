"""What the docs say of each check: one entry a code, under a heading that is the code."""

from __future__ import annotations

import re
from pathlib import Path

from uchtil.pipeline import places
from uchtil.problems import CHECKS

_HEADING = re.compile(r"^(#{2,4}) (.+)$", re.MULTILINE)


def pages(docs: Path) -> list[Path]:
    """Return the pages that hold entries: ``checks.md`` and those in ``checks/``."""
    return [docs / "checks.md", *sorted((docs / "checks").glob("*.md"))]


def entries(page: str) -> dict[str, str]:
    """Return the entries of one page by code; what is no entry is left out."""
    headings = list(_HEADING.finditer(page))
    found = {}
    for number, heading in enumerate(headings):
        following = headings[number + 1 :]
        end = following[0].start() if following else len(page)
        for code in heading[2].split(", "):
            if code in CHECKS:
                found[code] = page[heading.end() : end].strip()
    return found


def entry_of(code: str) -> str:
    """Return the entry of one check, with its usual severity and where it stands."""
    check = CHECKS[code]
    usual = f"{check.severity.value}{', always' if check.fixed else ''}"
    for path in pages(places.docs()):
        text = entries(path.read_text(encoding="utf-8")).get(code) if path.is_file() else None
        if text is not None:
            where = path.relative_to(places.docs().parent).as_posix()
            return f"{code} ({usual}; {where})\n\n{text}"
    return f"{code} ({usual})"
