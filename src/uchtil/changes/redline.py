"""The whole text of one language with what was taken out and what was put in.

Parts of the text are set side by side by what they are (title, abstract, a section by its
name, the list), their lines by their words, tables by their rows.  What stands in another place
than before is deleted there and inserted here.  Not told: another setting of the same words
(italic), and drawings, which are no words; their captions are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uchtil.changes.said import Cell, Line, Said
from uchtil.changes.words import (
    Op,
    Run,
    is_changed,
    line_key,
    lines_alike,
    pairs,
    rows_alike,
    runs_of,
    shown,
    widest,
)
from uchtil.language import language

ABSTRACT, FRONT, REFERENCES = "abstract", "front", "references"


@dataclass(frozen=True, kw_only=True, slots=True)
class RedRow:
    """A row of a table, with what became of the words of each cell."""

    op: Op
    cells: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RedLine:
    """A line, and what became of it; ``line`` is as it is now, or was where it is deleted."""

    op: Op
    line: Line
    part: str
    """The section that it stands in, ``front``, ``abstract`` or ``references``."""
    runs: tuple[Run, ...] = ()
    rows: tuple[RedRow, ...] = ()
    heads: int = 0
    """So many of the rows are a table's head, or were."""


Parts = list[tuple[str, tuple[Line, ...]]]
"""A whole text, part by part."""


def document(said: Said, code: str) -> Parts:
    """Return all lines of a text in one language, as they are read from the top."""
    text, terms = said.texts[code], language(code).terms
    front = [
        Line(kind="title", text=text.title),
        *(Line(kind="author", text=each) for each in text.authors),
        Line(kind="issue", text=text.issue),
    ]
    abstract = [
        Line(kind="abstract title", text=terms.abstract),
        *(
            replace(each, kind="abstract") if each.kind == "paragraph" else each
            for each in text.abstract
        ),
        Line(kind="keywords", text=f"{terms.keywords}: {'; '.join(text.keywords)}"),
    ]
    listed = sorted((each for each in said.references.values() if each.line), key=_number)
    entries = [replace(each.line, id=each.key) for each in listed if each.line]
    heads = [Line(kind="heading", level=1, text=terms.references)] if entries else []
    return [
        (FRONT, tuple(front)),
        (ABSTRACT, tuple(abstract)),
        *((each.slug, tuple(map(shown, each.lines))) for each in text.sections),
        (REFERENCES, (*heads, *entries)),
    ]


def _number(reference: object) -> int:
    return int(getattr(reference, "number", 0))


@dataclass(frozen=True, kw_only=True, slots=True)
class Redline:
    """A whole text in one language, as it was said and as it is, in one."""

    old: Said
    new: Said
    code: str
    lines: tuple[RedLine, ...]

    @property
    def title(self) -> str:
        """The title as it is, or was where the text is gone."""
        said = self.new if self.code in self.new.texts else self.old
        return said.texts[self.code].title

    def tag_of(self, line: RedLine) -> str:
        """Return the language of an entry of the list; nothing of a line in the text's own."""
        if line.line.kind != "reference":
            return ""
        key = line.line.id
        known = self.new.references.get(key) or self.old.references.get(key)
        return known.language if known else ""


def redline(old: Said, new: Said, code: str) -> Redline:
    """Return how a text became another; a language that one of them lacks is all new or gone."""
    before = document(old, code) if code in old.texts else []
    now = document(new, code) if code in new.texts else []
    found: list[RedLine] = []
    for one, other in pairs(before, now, key=lambda part: part[0], alike=lambda *_: 0):
        part = (other or one or ("", ()))[0]
        olds, news = one[1] if one else (), other[1] if other else ()
        found += (
            _line(first, second, part)
            for first, second in pairs(olds, news, key=line_key, alike=lines_alike)
        )
    return Redline(old=old, new=new, code=code, lines=tuple(found))


def _line(old: Line | None, new: Line | None, part: str) -> RedLine:
    line = new or old
    assert line is not None
    op = Op.SAME if old and new else Op.INSERTED if new else Op.DELETED
    if line.kind == "table":
        head, rest = (tuple(_rows(old, new, heads=each)) for each in (True, False))
        rows = head + rest
        if op is Op.SAME and any(each.op is not Op.SAME for each in rows):
            op = Op.CHANGED
        return RedLine(op=op, line=line, part=part, rows=rows, heads=len(head))
    runs = runs_of(old, new)
    if op is Op.SAME and is_changed(runs):
        op = Op.CHANGED
    return RedLine(op=op, line=line, part=part, runs=runs)


def table_rows(old: Line | None, new: Line | None) -> tuple[RedRow, ...]:
    """Return what became of the rows of a table."""
    return (*_rows(old, new, heads=True), *_rows(old, new, heads=False))


Row = tuple[Cell, ...]


def _rows(old: Line | None, new: Line | None, *, heads: bool) -> Iterator[RedRow]:
    """Yield the rows of two tables of as many columns: of their heads, or what is below."""
    width = len(widest(new or old or Line(kind="table")))
    olds, news = (_some(each, heads=heads) for each in (old, new))
    for one, other in pairs(olds, news, key=_row_key, alike=_heads if heads else rows_alike):
        cells = tuple(runs_of(_cell(one, place), _cell(other, place)) for place in range(width))
        op = Op.SAME if one and other else Op.INSERTED if other else Op.DELETED
        if op is Op.SAME and any(map(is_changed, cells)):
            op = Op.CHANGED
        yield RedRow(op=op, cells=cells)


def _some(table: Line | None, *, heads: bool) -> tuple[Row, ...]:
    if table is None:
        return ()
    return table.rows[: table.heads] if heads else table.rows[table.heads :]


def _row_key(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _heads(_one: Row, _other: Row) -> float:
    return 1  # a table's head stays its head, whatever it says


def _cell(row: Row | None, place: int) -> Cell | None:
    """Return a cell; a row that is there has one in each place, be it empty."""
    if row is None:
        return None
    return row[place] if place < len(row) else Cell(text="")


# ------------------------------------------------------------------ both sides


def texts_of(lines: Sequence[RedLine], *, new: bool) -> list[str]:
    """Return what is left when all changes are accepted (``new``) or rejected, by paragraphs."""
    gone = Op.DELETED if new else Op.INSERTED
    found = []
    for line in lines:
        if line.op is gone:
            continue
        if line.line.kind == "table":
            for row in line.rows:
                if row.op is not gone:
                    found += [_left(cell, gone) for cell in row.cells]
        else:
            found.append(_left(line.runs, gone))
    return found


def _left(runs: Sequence[Run], gone: Op) -> str:
    return "".join(run.text for run in runs if run.op is not gone)


def texts_said(said: Said, code: str) -> list[str]:
    """Return the paragraphs of a text as the release has them, cells of tables one by one."""
    found = []
    for _, lines in document(said, code) if code in said.texts else []:
        for line in lines:
            if line.kind == "table":
                width = len(widest(line))
                for row in line.rows:
                    found += [cell.text for cell in row] + [""] * (width - len(row))
            else:
                found.append(line.text)
    return found
