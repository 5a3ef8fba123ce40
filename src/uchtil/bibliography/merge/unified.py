"""The unified bibliography as a text that entries are put into, each byte else as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from uchtil.bibliography.merge.bibtex import comment_above, kept_lines
from uchtil.bibliography.merge.incoming import Kept
from uchtil.bibliography.read import read_bibliography
from uchtil.bibliography.reference import Reference
from uchtil.bibliography.values import end_of_part
from uchtil.problems import Problems

_MARK = "\ufeff"
_HEAD = re.compile(r"@\s*\w+\s*[{(]\s*[^\s,={}()]*\s*,?")
_FIELD = re.compile(r"[\s,]*([^\s,={}\"#()]+)\s*=\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldSpan:
    """Where a field stands in a text: its name, and the two ends of its value."""

    name: str
    start: int
    value: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EntrySpan:
    """Where an entry stands in a text, and its fields."""

    start: int
    end: int
    fields: tuple[FieldSpan, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unified:
    """The bibliography of a review: what it says, and its text to the letter.

    ``file`` is the path that problems name; ``kept`` holds what lines of comment above an entry
    keep of it, ``spans`` where entries stand in ``text``.
    """

    file: str
    text: str
    references: Mapping[str, Reference]
    kept: Mapping[str, tuple[Kept, ...]]
    spans: Mapping[str, EntrySpan]

    @property
    def line_end(self) -> str:
        """How lines end in the file."""
        return "\r\n" if self.text.count("\r\n") * 2 > self.text.count("\n") else "\n"


def read_unified(path: Path, shown_as: str, problems: Problems) -> Unified | None:
    """Read the bibliography that others are merged into; nothing where it has an error.

    A bibliography with errors is told and left alone: what is not understood cannot be added
    to.  A project that has none yet begins with an empty one.
    """
    if not path.exists():
        return unified_of("", shown_as, {})
    own = Problems()
    references = read_bibliography(path, shown_as, own)
    empty = [each for each in own.errors if each.code == "empty-file"]
    problems.extend(each for each in own if each not in empty)
    # what a merge leaves for a person to fill in does not stop the next one
    if any(each.code not in _OPEN for each in own.errors):
        return None
    return unified_of(path.read_bytes().decode("utf-8"), shown_as, references)


_OPEN = frozenset({"empty-file", "missing-language", "missing-title", "duplicate-work"})


def unified_of(text: str, file: str, references: Mapping[str, Reference]) -> Unified:
    """Return a bibliography by its text and what was read of it."""
    spans: dict[str, EntrySpan] = {}
    kept: dict[str, tuple[Kept, ...]] = {}
    at = 0
    above: tuple[str, int] | None = None
    for block in parse_string(text, parse_stack=[]).blocks:
        raw = block.raw or ""
        at = text.index(raw, at)
        if isinstance(block, bib.Entry) and block.key in references and block.key not in spans:
            spans[block.key] = EntrySpan(
                start=at, end=at + len(raw), fields=tuple(_fields(raw, at))
            )
            if above:
                line = (block.start_line or 0) - above[1] - len(above[0].splitlines()) + 1
                found = kept_lines(comment_above(above[0], line)[1])[0]
                kept[block.key] = found
        above = None
        if isinstance(block, bib.ImplicitComment):
            above = (block.comment, block.start_line or 0)
        at += len(raw)
    return Unified(file=file, text=text, references=references, kept=kept, spans=spans)


def _fields(raw: str, at: int) -> list[FieldSpan]:
    found: list[FieldSpan] = []
    head = _HEAD.match(raw)
    place = head.end() if head else len(raw)
    while met := _FIELD.match(raw, place):
        end = met.end() + end_of_part(raw[met.end() :])
        found.append(
            FieldSpan(
                name=met[1].lower(), start=at + met.start(1), value=at + met.end(), end=at + end
            )
        )
        place = end
    return found
