"""Draws the picture that stands beside an SVG drawing, with resvg.

resvg draws with the fonts it is given and nothing of the machine's, so that the same
drawing gives the same bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from uchtil.formats.docx.wordml import parse

WIDTH = 1000
"""The picture's width in pixels: 160 an inch over the 16 cm between the margins.

Only programs that cannot show SVG show it, and drawing it takes long."""


def rasterise(
    svg: bytes, fonts: Sequence[Path], family: str = "Source Serif 4", width: int = WIDTH
) -> bytes:
    """Return the PNG picture of a drawing, so many pixels wide.

    ``fonts`` are the only fonts used; ``family`` is the one for text that names a generic
    family or one that is not there.  Raises ``ValueError`` where the drawing is broken.
    """
    import resvg_py

    parse(svg)
    picture: bytes = bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8"),
            width=width,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(font) for font in fonts],
            font_family=family,
            serif_family=family,
            sans_serif_family=family,
        )
    )
    return picture
