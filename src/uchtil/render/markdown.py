"""Small pieces of pandoc's Markdown, written so that data stays data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

_SPECIAL = re.compile(r"([\\`*_\[\]<>@~^$|#{}!&])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>@~^$|#{}!&])")
_CITATION = re.compile(r"\s*\[[^\[\]@]*@\{[^\[\]]*\]")


def escape(text: str) -> str:
    """Return ``text`` so that pandoc prints it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))


def unescape(markdown: str) -> str:
    """Return what `escape` was given; citations, which only pandoc can print, are left out."""
    return _ESCAPED.sub(r"\1", _CITATION.sub("", markdown))


_SPAN = re.compile(r"(?<!\\)\[([^\[\]]*)\]\{[^{}]*\}")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)


def plain(markdown: str) -> str:
    """Return a text without its marks: paragraphs on one line each, with empty lines between.

    For abstracts, which hold words and no more: spans, emphasis and escapes are known.
    """
    shown = _EMPHASIS.sub(r"\2", _SPAN.sub(r"\1", markdown))
    paragraphs = re.split(r"\n\s*\n", unescape(shown.replace("\\ ", "\xa0")).strip())
    return "\n\n".join(re.sub(r"[ \n\t]+", " ", each).strip() for each in paragraphs if each)


@dataclass(frozen=True, kw_only=True, slots=True)
class CitedWork:
    """One work in a citation: its key, pages, and the words before it."""

    key: str
    page: str = ""
    prefix: str = ""


def citation(works: Iterable[CitedWork]) -> str:
    """Return a citation of one or more works, ``[@{a}, 7; cited in @{b}]``.

    Pages are written as a bare number: pandoc then labels them in the language of the
    document, whereas a label written here would be printed as it stands.
    """
    items = []
    for work in works:
        prefix = f"{escape(work.prefix)} " if work.prefix else ""
        page = f", {work.page}" if work.page else ""
        items.append(f"{prefix}@{{{work.key}}}{page}")
    return f"[{'; '.join(items)}]"


def pipe_table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    numeric: Collection[int] = (),
) -> str:
    """Return a pipe table; ``widths`` are the columns' relative widths.

    The columns at the places ``numeric`` (from 0) are set to the right.

    The rule's dashes carry the widths, which pandoc takes when a line of the table is
    longer than its column width of 72: the rule is made long enough to be that.
    """
    unit = max(1, -(-80 // sum(widths)))
    lines = [_row(head), _row(_rule(widths, unit, numeric))]
    lines += [_row(row) for row in rows]
    return "\n".join(lines)


def _rule(widths: Sequence[int], unit: int, numeric: Collection[int]) -> list[str]:
    return [
        f"{'-' * (width * unit)}{':' if place in numeric else ''}"
        for place, width in enumerate(widths)
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
