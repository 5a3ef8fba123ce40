# ruff: noqa: ANN401 (WeasyPrint tells no types, and has no hooks for this)
"""Keeps the notes at the foot of a page in their order.

WeasyPrint adds a note to the foot as it lays out the line that calls it.  A line that it lays
out once more (to move the next one to another page, so as not to leave too few behind) has its
notes taken from the foot and added again, behind those of lines that stayed: 271 before 270.
Here the foot is sorted each time before it is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_NUMBER = re.compile(r"\d+$")


@contextmanager
def notes_in_order() -> Iterator[None]:
    """Let WeasyPrint lay out the notes of a page by the numbers in their identifiers."""
    from weasyprint.layout import LayoutContext

    update = LayoutContext._update_footnote_area

    def update_in_order(context: Any) -> Any:
        context.current_page_footnotes.sort(key=_number)
        return update(context)

    LayoutContext._update_footnote_area = update_in_order
    try:
        yield
    finally:
        LayoutContext._update_footnote_area = update


def _number(note: Any) -> int:
    """Return the number at the end of a note's identifier (``fn12``)."""
    found = _NUMBER.search(note.element.get("id", ""))
    return int(found[0]) if found else 0
