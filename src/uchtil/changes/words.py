"""What is the same and what is not: lines set side by side, and the words within a line.

Words are compared as they are read; how they are set (italic, raised) goes along with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import TypeVar

from uchtil.changes.said import Cell, Line, Mark
from uchtil.checks.parity.align import align

T = TypeVar("T")

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")
_CITES = "citation"


class Op(str, Enum):
    """What became of some words, a line or a row."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Words that stand together, were treated alike, and are set alike."""

    op: Op
    text: str
    kinds: tuple[str, ...] = ()


# ------------------------------------------------------------------ within a line


def runs_of(one: Cell | Line | None, other: Cell | Line | None) -> tuple[Run, ...]:
    """Return how ``one`` becomes ``other``: its words, those taken out and those put in.

    Deleted words stand before those in their place.  Where either is missing, all is
    inserted, or deleted.
    """
    olds, news = _tokens(one), _tokens(other)
    matcher = SequenceMatcher(
        None, [text for text, _ in olds], [text for text, _ in news], autojunk=False
    )
    found: list[Run] = []
    gone: list[Run] = []
    come: list[Run] = []

    def flush() -> None:
        found.extend((*gone, *come))
        gone.clear()
        come.clear()

    codes = matcher.get_opcodes()
    for index, (tag, low, high, start, end) in enumerate(codes):
        if tag == "equal":
            between = 0 < index < len(codes) - 1
            if between and not any(_WORD.search(text) for text, _ in news[start:end]):
                # A blank between two changed words is no island to step on.
                gone += _runs(Op.DELETED, olds[low:high])
                come += _runs(Op.INSERTED, news[start:end])
                continue
            flush()
            found += _runs(Op.SAME, news[start:end])
        else:
            gone += _runs(Op.DELETED, olds[low:high])
            come += _runs(Op.INSERTED, news[start:end])
    flush()
    return tuple(_joined(found))


Token = tuple[str, tuple[str, ...]]
"""A word, a sign or white space, and how it is set."""


def _tokens(said: Cell | Line | None) -> list[Token]:
    """Cut a text into tokens; where its setting changes within a word, the word is cut too."""
    if said is None:
        return []
    marks = [each for each in said.marks if each.kind != _CITES]
    bounds = sorted({place for each in marks for place in (each.start, each.end)})
    found: list[Token] = []
    for match in _TOKEN.finditer(said.text):
        start, end = match.span()
        cuts = [start, *(each for each in bounds if start < each < end), end]
        for first, last in pairwise(cuts):
            kinds = {each.kind for each in marks if each.start <= first and last <= each.end}
            found.append((said.text[first:last], tuple(sorted(kinds))))
    return found


def _runs(op: Op, tokens: Iterable[Token]) -> Iterator[Run]:
    for text, kinds in tokens:
        yield Run(op=op, text=text, kinds=kinds)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last is not None and (last.op, last.kinds) == (run.op, run.kinds):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def is_changed(runs: Iterable[Run]) -> bool:
    """Whether any word was put in or taken out."""
    return any(run.op is not Op.SAME for run in runs)


def works_named(said: Line | Cell, start: int = 0, end: int | None = None) -> str:
    """Return a text, or a part of it, with works in the place of citations.

    So a text in which only the number of a work changed is the same text.
    """
    out, at = [], start
    last = len(said.text) if end is None else end
    for mark in sorted(said.marks, key=lambda each: each.start):
        if mark.kind == _CITES and at <= mark.start and mark.end <= last:
            out += [said.text[at : mark.start], f"[@{mark.value}]"]
            at = mark.end
    return "".join([*out, said.text[at:last]])


def shown(line: Line) -> Line:
    """Return a line with what stands before it, the number of an item or a note, as its text."""
    if not line.label:
        return line
    head = f"{line.label} "
    by = len(head)
    moved = (
        Mark(start=each.start + by, end=each.end + by, kind=each.kind, value=each.value)
        for each in line.marks
    )
    return replace(line, text=head + line.text, marks=tuple(moved), label="")


# ------------------------------------------------------------------ side by side

LEAST = 0.35
"""Lines that share fewer of their words than this are different ones."""


def pairs(
    olds: Sequence[T],
    news: Sequence[T],
    key: Callable[[T], Hashable],
    alike: Callable[[T, T], float],
) -> list[tuple[T | None, T | None]]:
    """Set two sequences side by side: what is equal first, then what is most alike between.

    The order of both is kept, so what was moved is deleted in one place and put in at another.
    """
    matcher = SequenceMatcher(
        None, [key(each) for each in olds], [key(each) for each in news], autojunk=False
    )
    found: list[tuple[T | None, T | None]] = []
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            found += zip(olds[low:high], news[start:end], strict=True)
        else:
            between = align(olds[low:high], news[start:end], alike)
            found += between
    return found


def line_key(line: Line) -> Hashable:
    """Return what equal lines have in common."""
    rows = tuple(tuple(cell.text for cell in row) for row in line.rows)
    return line.kind, line.level, line.label, line.text, rows


def lines_alike(one: Line, other: Line) -> float:
    """Return how well two lines match, 0 where they are different ones."""
    if (one.kind, one.level) != (other.kind, other.level):
        return 0
    if one.kind == "table":
        if len(widest(one)) != len(widest(other)):
            return 0
        return max(LEAST, _share(_text_of(one), _text_of(other)))
    if one.kind == "reference":
        return 1.0 if one.id == other.id else 0
    if one.kind in ("title", "issue", "keywords", "heading"):
        return max(LEAST, _share(one.text, other.text))
    share = _share(one.text, other.text)
    return share if share >= LEAST else 0


def rows_alike(one: Sequence[Cell], other: Sequence[Cell]) -> float:
    """Return how well two rows match: the first cell says most of what a row is about."""
    if not one or not other:
        return 0
    first = _share(one[0].text, other[0].text)
    whole = _share(" ".join(cell.text for cell in one), " ".join(cell.text for cell in other))
    likeness = (first + whole) / 2
    return likeness if likeness >= LEAST else 0


def widest(table: Line) -> tuple[Cell, ...]:
    """Return the row with the most cells."""
    return max(table.rows, key=len, default=())


def _text_of(table: Line) -> str:
    return " ".join(cell.text for row in table.rows for cell in row)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _share(one: str, other: str) -> float:
    """Return which share of their words two texts have in common."""
    if one == other:
        return 1
    first, second = _words(one), _words(other)
    return len(first & second) / len(first | second) if first or second else 0
