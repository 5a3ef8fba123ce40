# ruff: noqa: ANN401 (WeasyPrint tells no types, and has no hooks for these)
"""Ways round what WeasyPrint does letter by letter, dot by dot, and length by length.

- A text in a drawing is laid out and drawn as many times as it has letters, since each may
  have a place of its own.  Those without are drawn at once here, kerned as in browsers.
- A leader is as many boxes as it has dots, each with its own element in the structure
  tree: half of what a front consists of.  Here it is one box.
- The glyphs of a font are told as an array of C whose type names its length, and cffi parses
  each type that it has not met: two hundredths of a second a page.  Here the array is open.

These functions are wrapped, not replaced: the release of WeasyPrint is pinned, and tests hold
what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_BY_LETTER = ("rotate", "letter-spacing", "textLength")
"""Attributes that move the letters of a text."""
_PLACES = ("x", "y", "dx", "dy")
"""Attributes that may have a value for each letter."""


class _Whole(str):
    """A text that is its own only letter."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


_LENGTH = re.compile(r"\[\d+\]\Z")


class _OpenArrays:
    """cffi's door, at which an array that is given its values need not be told their number."""

    def __init__(self, ffi: Any) -> None:
        self._ffi = ffi

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ffi, name)

    def new(self, kind: str, values: Any = None) -> Any:
        """Make a new object of C; of an array the type is the same whatever its length."""
        return self._ffi.new(kind if values is None else _LENGTH.sub("[]", kind), values)


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let WeasyPrint draw texts and leaders whole, and tell all arrays by one type."""
    from weasyprint import svg
    from weasyprint.layout import inline
    from weasyprint.pdf import fonts

    draw, leaders, ffi = svg.text, inline.handle_leader, fonts.ffi
    tags = [name for name, draws in svg.TAGS.items() if draws is draw]

    def drawn_whole(picture: Any, node: Any, font_size: float) -> None:
        element = node._etree_node
        text = element.text
        if text and not _has_places(node):
            element.text = _Whole(text)
        try:
            draw(picture, node, font_size)
        finally:
            element.text = text

    def led_whole(context: Any, line: Any, containing_block: Any) -> None:
        leaders(context, line, containing_block)
        _join_leader(context, line)

    svg.text, inline.handle_leader, fonts.ffi = drawn_whole, led_whole, _OpenArrays(ffi)
    svg.TAGS.update(dict.fromkeys(tags, drawn_whole))
    try:
        yield
    finally:
        svg.text, inline.handle_leader, fonts.ffi = draw, leaders, ffi
        svg.TAGS.update(dict.fromkeys(tags, draw))


def _has_places(node: Any) -> bool:
    """Whether letters of a text have places of their own."""
    several = any(len(str(node.get(name, "")).replace(",", " ").split()) > 1 for name in _PLACES)
    return several or any(node.get(name) is not None for name in _BY_LETTER)


def _join_leader(context: Any, line: Any) -> None:
    """Make one box of a leader's dots, which ends where they end."""
    from weasyprint.layout.inline import split_text_box
    from weasyprint.layout.leader import leader_index

    _, leader = leader_index(line)
    if leader is None or len(leader.children) < 2:
        return
    last = leader.children[0]  # they are set from the right
    row = last.copy_with_text(last.text * len(leader.children))
    joined, _, _ = split_text_box(context, row, None, 0)
    joined.position_x = last.position_x + last.width - joined.width
    leader.children = (joined,)
