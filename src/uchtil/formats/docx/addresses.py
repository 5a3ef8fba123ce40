"""Lets addresses in lists and notes break at the ends of lines, without a hyphen.

Word parts an address at its hyphens alone, and so tears the line before a long one wide where
lists are set to both margins.  A zero-width space is put at each sensible place: it is seen
nowhere and a link leads where it led, but whoever copies the printed address copies it too.
"""

from __future__ import annotations

from typing import Final

from uchtil.formats.docx.wordml import Element, style_of, w
from uchtil.formats.urls import text_pieces

_STYLES: Final = frozenset({"Bibliography", "FootnoteText"})
_PLACE: Final = "\u200b"


def break_addresses(root: Element) -> None:
    """Let the addresses break in each paragraph of a list and each note."""
    for paragraph in root.iter(w("p")):
        if style_of(paragraph) in _STYLES:
            for text in paragraph.iter(w("t")):
                text.text = _PLACE.join(text_pieces(text.text or "", hyphens=True))
