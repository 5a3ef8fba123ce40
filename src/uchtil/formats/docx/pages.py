"""Reckons on which page each bookmark will fall, for the numbers of the contents.

Word counts the page numbers of a contents only when it is told to update it (or prints),
and a file that asks it to do so on opening makes it put a question to the reader.  Until
then it shows the numbers that are in the file: so the file holds the best that can be
known without Word.  Lines are filled by the letters' widths, and pages by the rules of
the styles (spaces, widows, headings kept with their text, rows kept whole, footnotes);
what Word does beyond that (kerning, justification by shrinking) can move a heading that
stands at the very edge of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from uchtil.formats.docx.metrics import LINE, text_width
from uchtil.formats.docx.wordml import EMU_PER_TWIP, WP, Element, w

_WORD = re.compile(r"[^ \t\n–—-]*[–—-]+|[^ \t\n–—-]+|[ \t\n]+")
SEPARATOR_HEIGHT = 120
"""The room that the line above the first footnote of a page takes, in twips."""

_CELL_PADDING = 170
_ROW_RULE = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What of a paragraph's style decides how much room it takes; lengths in twips."""

    size: int = 240
    bold: bool = False
    before: int = 0
    after: int = 0
    line: float = 1.0
    left: int = 0
    right: int = 0
    first: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return self.size * LINE * self.line


@dataclass(slots=True)
class Block:
    """Lines that follow each other: a paragraph, or a row of a table (one whole line).

    ``lines`` are heights; ``notes`` the heights of the footnotes that each line brings.
    """

    lines: list[float]
    notes: list[float]
    look: Look
    bookmarks: list[str]
    head: float = 0
    """The height of the head of the table that a row belongs to, repeated on each page."""


def bookmark_pages(body: Element, styles: Element, footnotes: Element | None) -> dict[str, int]:
    """Return the page, counted from 1, on which each bookmark of the body stands."""
    reckoner = _Reckoner(_looks(styles), footnotes, text_area(body))
    return reckoner.paginate(list(reckoner.blocks(body)))


def text_area(body: Element) -> tuple[int, int]:
    """Return width and height of the text area in twips."""
    size = body.find(f"{w('sectPr')}/{w('pgSz')}")
    margins = body.find(f"{w('sectPr')}/{w('pgMar')}")
    assert size is not None and margins is not None, "the reference document sets the page"

    def length(node: Element, name: str) -> int:
        return int(str(node.get(w(name))))

    return (
        length(size, "w") - length(margins, "left") - length(margins, "right"),
        length(size, "h") - length(margins, "top") - length(margins, "bottom"),
    )


class _Reckoner:
    def __init__(
        self, looks: Mapping[str, Look], footnotes: Element | None, page: tuple[int, int]
    ) -> None:
        self._looks = looks
        self._width, self._height = page
        self._footnotes: dict[str, float] = {}
        if footnotes is not None:
            for note in footnotes.findall(w("footnote")):
                self._footnotes[str(note.get(w("id")))] = sum(
                    sum(self._paragraph(p, self._width, []).lines) for p in note.iter(w("p"))
                )

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Yield the blocks of a body in order, bookmarks with the block that follows them."""
        waiting: list[str] = []
        for node in parent.iter(w("bookmarkStart"), w("p"), w("tbl")):
            if any(above.tag in (w("p"), w("tbl")) for above in node.iterancestors()):
                continue
            if node.tag == w("bookmarkStart"):
                waiting.append(str(node.get(w("name"))))
            elif node.tag == w("p"):
                yield self._paragraph(node, self._width, waiting)
                waiting = []
            else:
                yield from self._table(node, waiting)
                waiting = []

    def paginate(self, blocks: list[Block]) -> dict[str, int]:
        """Return the page of each bookmark."""
        pages: dict[str, int] = {}
        page, used, notes, after = 1, 0.0, 0.0, 0
        for index, block in enumerate(blocks):
            # As in HTML, the larger of two spaces that meet is kept: Word's way unless a
            # compatibility setting (doNotUseHTMLParagraphAutoSpacing) says otherwise.
            before = float(max(block.look.before, after))
            need, extra = self._together(blocks, index)
            room = self._height - used - notes - (SEPARATOR_HEIGHT if extra and not notes else 0)
            if used and (block.look.page_break or before + need + extra > room):
                page, used, notes = page + 1, block.head, 0.0
                before = float(block.look.before) if block.look.page_break else 0.0
            for name in block.bookmarks:
                pages[name] = page
            used += before
            for number, (height, note) in enumerate(zip(block.lines, block.notes, strict=True)):
                room = self._height - used - notes
                note_height = note + (SEPARATOR_HEIGHT if note and not notes else 0)
                left = len(block.lines) - number
                # A paragraph leaves at least two lines on a page and takes two along.
                wanted = height * (2 if left == 3 and number == 0 else 1)
                if left == 2 and number > 1 and room < 2 * height:
                    wanted = 2 * height
                if used and number and wanted + note_height > room:
                    page, used, notes = page + 1, 0.0, 0.0
                    note_height = note + (SEPARATOR_HEIGHT if note else 0)
                used += height
                notes += note_height
            after = block.look.after
        return pages

    def _together(self, blocks: list[Block], index: int) -> tuple[float, float]:
        """Return the height, and that of its notes, which must fit for a block to begin here."""
        height = notes = 0.0
        after = 0
        for place in range(index, len(blocks)):
            block = blocks[place]
            whole = block.look.keep_lines or block.look.keep_next or len(block.lines) <= 3
            count = len(block.lines) if whole else 2
            height += sum(block.lines[:count])
            height += max(block.look.before, after) if place > index else 0
            notes += sum(block.notes[:count])
            if not block.look.keep_next:
                break
            after = block.look.after
        return height, notes

    def _table(self, table: Element, bookmarks: list[str]) -> Iterator[Block]:
        head = 0.0
        for row in table.findall(w("tr")):
            height, note = 0.0, 0.0
            for cell in row.findall(w("tc")):
                width = cell.find(f"{w('tcPr')}/{w('tcW')}")
                room = self._width if width is None else int(str(width.get(w("w"))))
                inside = [
                    self._paragraph(p, room - _CELL_PADDING, bookmarks) for p in cell.iter(w("p"))
                ]
                note += sum(sum(each.notes) for each in inside)
                height = max(
                    height,
                    sum(sum(each.lines) + each.look.before + each.look.after for each in inside),
                )
            height += _ROW_RULE
            is_head = row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            yield Block(
                lines=[height],
                notes=[note],
                look=Look(keep_next=is_head),
                bookmarks=bookmarks,
                head=0.0 if is_head else head,
            )
            head += height if is_head else 0.0
            bookmarks = []

    def _paragraph(self, paragraph: Element, width: int, bookmarks: list[str]) -> Block:
        look = self._look_of(paragraph)
        room = width - look.left - look.right
        line, lines, notes = float(look.first), [look.line_height], [0.0]
        names = list(bookmarks)
        for node in paragraph.iter():
            if node.tag == w("t"):
                for word in _WORD.findall(node.text or ""):
                    wide = text_width(word, look.size, bold=look.bold)
                    if word[0] not in " \t\n" and line > 0 and line + wide > room:
                        lines.append(look.line_height)
                        notes.append(0.0)
                        line = 0.0
                    line += wide
            elif node.tag == w("footnoteReference"):
                notes[-1] += self._footnotes.get(str(node.get(w("id"))), 0.0)
            elif node.tag == f"{{{WP}}}extent":
                lines[-1] = max(lines[-1], int(str(node.get("cy"))) / EMU_PER_TWIP)
            elif node.tag == w("bookmarkStart"):
                names.append(str(node.get(w("name"))))
        return Block(lines=lines, notes=notes, look=look, bookmarks=names)

    def _look_of(self, paragraph: Element) -> Look:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return self._looks.get("Normal", Look())
        style = properties.find(w("pStyle"))
        name = "Normal" if style is None else str(style.get(w("val")))
        return _changed(self._looks.get(name, Look()), properties)


def _looks(styles: Element) -> dict[str, Look]:
    """Return the look of each paragraph style, with what it takes from those below it."""
    found = {str(style.get(w("styleId"))): style for style in styles.findall(w("style"))}
    done: dict[str, Look] = {}

    def look(name: str, above: tuple[str, ...] = ()) -> Look:
        style = found.get(name)
        if style is None or name in above:
            return Look()
        if name not in done:
            based = style.find(w("basedOn"))
            base = Look() if based is None else look(str(based.get(w("val"))), (*above, name))
            done[name] = _changed(base, style.find(w("pPr")), style.find(w("rPr")))
        return done[name]

    for name in found:
        look(name)
    return done


def _changed(look: Look, properties: Element | None, run: Element | None = None) -> Look:
    """Return a look with what the properties of a paragraph and its runs say instead."""
    if properties is not None:
        spacing, indent = properties.find(w("spacing")), properties.find(w("ind"))
        look = replace(
            look,
            before=_number(spacing, "before", look.before),
            after=_number(spacing, "after", look.after),
            line=_number(spacing, "line", round(look.line * 240)) / 240,
            left=_number(indent, "left", look.left),
            right=_number(indent, "right", look.right),
            first=_number(indent, "firstLine", -_number(indent, "hanging", -look.first)),
            keep_next=look.keep_next or properties.find(w("keepNext")) is not None,
            keep_lines=look.keep_lines or properties.find(w("keepLines")) is not None,
            page_break=properties.find(w("pageBreakBefore")) is not None,
        )
    if run is not None:
        bold = run.find(w("b"))
        look = replace(
            look,
            size=_number(run.find(w("sz")), "val", look.size // 10) * 10,
            bold=look.bold if bold is None else bold.get(w("val"), "1") not in ("0", "false"),
        )
    return look


def _number(node: Element | None, name: str, otherwise: int) -> int:
    value = None if node is None else node.get(w(name))
    return otherwise if value is None else int(value)
