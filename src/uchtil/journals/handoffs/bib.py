"""The entries of the cited works out of ``references.bib``, sign for sign as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.submission import Submission

_ENTRY = re.compile(r"^[ \t]*@[ \t]*(\w+)\s*([{(])", re.MULTILINE)
_KEY = re.compile(r"\s*([^\s,={}()]+)\s*,")


def write(submission: Submission) -> bytes:
    """Return macros and the cited entries, in the order in which the file has them."""
    if not submission.bibliography:
        raise Skipped("the text of the bibliography is not at hand")
    cited = {reference.key for reference in submission.references}
    kept = [
        text
        for kind, key, text in entries(submission.bibliography)
        if kind == "string" or key in cited
    ]
    return ("\n\n".join(kept) + "\n").encode("utf-8")


def entries(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each entry of a bibliography: its type, its key, and all of its text.

    An entry begins a line and ends where its braces are closed; comments between
    entries are left.
    """
    at = 0
    while found := _ENTRY.search(text, at):
        end = _closed(text, found.end() - 1)
        key = _KEY.match(text, found.end())
        yield found[1].lower(), key[1] if key else "", text[found.start() : end].strip()
        at = end


def _closed(text: str, opening: int) -> int:
    """Return where what is opened here has been closed; BibTeX counts braces, escaped or not."""
    closing = {"{": "}", "(": ")"}[text[opening]]
    depth = 0
    for at in range(opening + 1, len(text)):
        sign = text[at]
        if sign == closing and depth == 0:
            return at + 1
        depth += {"{": 1, "}": -1}.get(sign, 0)
    return len(text)
