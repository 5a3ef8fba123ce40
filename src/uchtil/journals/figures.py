"""The figures of a manuscript: drawn in its type, in grey where a journal prints no colours."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from uchtil.formats.docx import Figure, rasterise
from uchtil.formats.figures import in_grey, plain_rules
from uchtil.journals.submission import Caption, Illustration
from uchtil.model.profiles import FigureRules
from uchtil.render.figures import Drawing

FAMILY = "Liberation Serif"
_WIDTH_CM = 16
"""How wide a picture is reckoned to be printed."""


def figures_of(
    drawings: Mapping[tuple[str, str], Drawing], code: str, rules: FigureRules, templates: Path
) -> dict[str, Figure]:
    """Return the figures of one language by the names that documents have for them.

    Each brings its own rules and no variables; the picture beside the drawing is as fine as
    the journal wants.
    """
    stylesheet = (templates / "styles" / "figures.css").read_text(encoding="utf-8")
    if not rules.colour:
        stylesheet = in_grey(stylesheet)
    own = plain_rules(stylesheet).replace("Source Serif 4", FAMILY)
    fonts = tuple(sorted((templates / "fonts" / "liberation").glob("*.ttf")))
    pixels = round(_WIDTH_CM / 2.54 * rules.dots_per_inch)
    made = {}
    for (language, name), drawing in drawings.items():
        if language != code:
            continue
        svg = _with_rules(drawing.svg if rules.colour else in_grey(drawing.svg), own)
        made[f"{code}-{name}"] = Figure(svg=svg, png=_picture(svg, fonts, pixels), alt=drawing.alt)
    return made


def illustrations(
    captions: Sequence[Caption], figures: Mapping[str, Figure], code: str
) -> tuple[Illustration, ...]:
    """Return the figures of a text (``code``: its language) with their files in a package.

    Files are called by the numbers of the captions: an editor looks for "Figure 2", and
    knows nothing of our names.
    """
    made = []
    for each in captions:
        number = re.search(r"\d+", each.label)
        assert number is not None, "each caption is numbered as it is rendered"
        made.append(
            Illustration(
                id=each.id,
                file=f"figures/figure-{number[0]}",
                label=each.label,
                caption=each.text,
                alt=figures[f"{code}-{each.id}"].alt,
            )
        )
    return tuple(made)


@cache
def _picture(svg: bytes, fonts: tuple[Path, ...], pixels: int) -> bytes:
    """Draw a picture, once for all forms of an article: it takes half a second."""
    return with_resolution(rasterise(svg, fonts, FAMILY, pixels), pixels / _WIDTH_CM * 100)


def with_resolution(png: bytes, per_metre: float) -> bytes:
    """Return a picture that tells how many pixels it has to a metre (PNG, chunk ``pHYs``)."""
    chunk = b"pHYs" + struct.pack(">IIB", round(per_metre), round(per_metre), 1)
    made = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    header = 8 + 25  # the signature, and the first chunk, which must be IHDR
    return png[:header] + made + png[header:]


def _with_rules(svg: str, rules: str) -> bytes:
    """Return the drawing as a file of its own, its style within it."""
    declared = re.sub(
        r"(<title[ >])", lambda match: f"<style>{rules}</style>{match[1]}", svg, count=1
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{declared}\n'.encode()
