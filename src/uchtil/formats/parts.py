"""Puts the texts of several languages into one page: their names and notes apart.

pandoc writes each language's text once, as an edition in that language alone has it.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r'\b(id="|href="#(?!ref-))([^"]+)')
_NOTE: Final = re.compile(r"fn(\d+)")
_NUMBER: Final = re.compile(r'(class="footnote-ref"[^>]*>)(\d+)')
_LIST: Final = re.compile(r'(role="doc-endnotes">\s*<ol)(?=>)')


def joined(body: str, prefix: str, notes_before: int = 0) -> str:
    """Return a text with ``prefix`` before every name in it and in links to those.

    Links to the reference list stay: there is one list.  Notes are numbered on from
    ``notes_before``.  In pandoc's HTML a quotation mark within text or an attribute is
    written ``&quot;``, so what looks like an ``id`` is one.
    """
    if notes_before:
        body = _NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + notes_before}", body)
        body = _LIST.sub(rf'\1 start="{notes_before + 1}"', body)
    if not prefix:
        return body

    def named(found: re.Match[str]) -> str:
        name = found[2]
        if notes_before:
            name = _NOTE.sub(lambda note: f"fn{int(note[1]) + notes_before}", name, count=1)
        return f"{found[1]}{prefix}{name}"

    return _NAME.sub(named, body)


def count_notes(body: str) -> int:
    """Return how many notes a text has."""
    return len(_NUMBER.findall(body))
