"""Sets the drawings in their places: SVG, with a picture for readers that cannot show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from uchtil.formats.docx.package import Package
from uchtil.formats.docx.settings import Figure
from uchtil.formats.docx.wordml import (
    ASVG,
    EMU_PER_TWIP,
    PIC,
    WP,
    A,
    Element,
    R,
    W,
    parse,
    remove,
    shown_text,
    w,
)

PLACEHOLDER = "FigurePlaceholder"
"""The character style of the run that says, by its key, which drawing belongs there."""

_DOCUMENT = "word/document.xml"
_PNG = b"\x89PNG\r\n\x1a\n"

_EMU_PER_UNIT = {
    "": 9525.0,  # a CSS pixel, 1/96 inch
    "px": 9525.0,
    "pt": 12700.0,
    "pc": 152400.0,
    "in": 914400.0,
    "cm": 360000.0,
    "mm": 36000.0,
}

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|in|cm|mm|)\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """The size of a drawing, in English Metric Units (914,400 an inch)."""

    width: int
    height: int

    def within(self, width: int, height: int) -> Size:
        """Return the size lessened to fit, its proportions kept; nothing is made larger."""
        factor = min(1.0, width / self.width, height / self.height)
        return Size(width=round(self.width * factor), height=round(self.height * factor))


def place_figures(
    package: Package, figures: Mapping[str, Figure], width: int, height: int
) -> list[str]:
    """Replace each placeholder by its drawing, at most ``width`` × ``height`` twips large.

    Returns what is wrong, in words: a key that no figure has, a figure that no
    placeholder asks for, a file that is not what it should be.
    """
    wrong: list[str] = []
    placed: set[str] = set()
    for run in list(package.tree(_DOCUMENT).iter(w("r"))):
        style = run.find(f"{w('rPr')}/{w('rStyle')}")
        if style is None or style.get(w("val")) != PLACEHOLDER:
            continue
        key = shown_text(run).strip()
        if key not in figures:
            wrong.append(f"a place is kept for figure `{key}`, which is not given")
            continue
        figure = figures[key]
        try:
            size = svg_size(figure.svg).within(width * EMU_PER_TWIP, height * EMU_PER_TWIP)
        except ValueError as error:
            wrong.append(f"figure `{key}`: {error}")
            continue
        if not figure.png.startswith(_PNG):
            wrong.append(f"figure `{key}`: its picture is not a PNG file")
        if not figure.alt.strip():
            wrong.append(f"figure `{key}` has no text alternative")
        placed.add(key)
        _place(package, run, len(placed), figure, size)
    wrong.extend(
        f"figure `{key}` is given, but no place is kept for it"
        for key in figures
        if key not in placed
    )
    return wrong


def svg_size(svg: bytes) -> Size:
    """Return the size that an SVG file says it has; raises ``ValueError`` where it says none."""
    root = parse(svg)
    lengths = [_emu(str(root.get(name, ""))) for name in ("width", "height")]
    if None in lengths:
        box = re.split(r"[\s,]+", str(root.get("viewBox", "")).strip())
        if len(box) != 4:
            raise ValueError("the drawing has neither a size nor a viewBox")
        lengths = [_emu(box[2]), _emu(box[3])]
    width, height = lengths
    if not width or not height:
        raise ValueError("the drawing's size cannot be read")
    return Size(width=width, height=height)


def _emu(length: str) -> int | None:
    found = _LENGTH.fullmatch(length)
    return None if found is None else round(float(found[1]) * _EMU_PER_UNIT[found[2]])


def _place(package: Package, run: Element, number: int, figure: Figure, size: Size) -> None:
    ids = []
    for extension, kind, data in (
        ("png", "image/png", figure.png),
        ("svg", "image/svg+xml", figure.svg),
    ):
        name = f"media/figure{number}.{extension}"
        package.parts[f"word/{name}"] = data
        package.declare_extension(extension, kind)
        ids.append(package.relate(_DOCUMENT, "image", name))
    png, svg = ids
    alt = f'"{escape(" ".join(figure.alt.split()))}"'
    extent = f'cx="{size.width}" cy="{size.height}"'
    # Office takes the drawing from the extension and all others the picture: [MS-ODRAWXML]
    # 2.2.2, CT_SVGBlip, under the address that Office itself writes.
    drawing = parse(
        f'<w:drawing xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Figure {number}" descr={alt}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="figure{number}.svg" descr={alt}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{png}"><a:extLst>'
        '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing>".encode()
    )
    for child in list(run):
        if child.tag != w("rPr"):
            run.remove(child)
    for style in list(run.iter(w("rStyle"))):
        remove(style)
    run.append(drawing)
