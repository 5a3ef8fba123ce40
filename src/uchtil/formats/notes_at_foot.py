# ruff: noqa: ANN401 (WeasyPrint tells no types, and has no hooks for these)
"""Ways round what WeasyPrint does note by note at the foot of a page.

- It lays out all notes of a page anew whenever one more is put there or taken away: two thirds
  of the time that a text with many takes.  Here each is laid out once, and its height kept.
- It can lose the notes of lines that it moves to the next page, and goes on.  Here that is
  told at once, so that pages need not be laid out for nothing.

Its functions are wrapped, not replaced: the release of WeasyPrint is pinned, and what stands at
the foot in the end is laid out by WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any


class NoteLost(Exception):
    """A note stands on none of the pages up to the one that calls it, nor waits for the next."""


@contextmanager
def notes_at_foot() -> Iterator[None]:
    """Let WeasyPrint lay out each note once; raises ``NoteLost`` as soon as one is lost."""
    from weasyprint import layout

    context = layout.LayoutContext
    update, pages = context._update_footnote_area, layout.make_all_pages

    def updated(self: Any) -> Any:
        notes, area = self.current_page_footnotes, self.current_footnote_area
        if self.in_column or not notes or not _grows(area) or not all(map(_is_plain, notes)):
            return update(self)
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        area.children = notes
        area.height = sum(_height(self, each) for each in notes)
        self.page_bottom -= area.margin_height()
        return False  # whether they reach beyond their area

    def watched(context: Any, root: Any, html: Any, before: Any) -> Iterator[Any]:
        known = set(before)  # what is taken over has its notes, though they are not laid out anew
        for page in pages(context, root, html, before):
            if page not in known:
                waiting = set(context.footnotes)
                if waiting and any(box.footnote in waiting for box in page.descendants()):
                    raise NoteLost
            yield page

    context._update_footnote_area, layout.make_all_pages = updated, watched
    try:
        yield
    finally:
        context._update_footnote_area, layout.make_all_pages = update, pages


def _grows(area: Any) -> bool:
    """Whether the area is as high as its notes, however many there are."""
    return (area.style["height"], area.min_height, area.max_height) == ("auto", 0, inf)


def _is_plain(note: Any) -> bool:
    """Whether a note is as high by itself as among others: no margin joins a neighbour's."""
    margins = (note.style[f"margin_{side}"] for side in ("top", "bottom"))
    return all(getattr(each, "value", None) == 0 for each in margins)


def _height(context: Any, note: Any) -> float:
    """Return how high a note is at the foot of this page, laid out once for each width."""
    from weasyprint.formatting_structure.build import create_anonymous_boxes
    from weasyprint.layout.block import block_level_layout

    area = context.current_footnote_area
    heights = context.__dict__.setdefault("_heights_of_notes", {})
    key = (note, area.page.width)
    if key not in heights:
        alone = area.copy_with_children([note])
        alone.height = "auto"
        alone = create_anonymous_boxes(alone.deepcopy())
        laid_out, *_ = block_level_layout(context, alone, -inf, None, area.page)
        heights[key] = laid_out.height
    height: float = heights[key]
    return height
