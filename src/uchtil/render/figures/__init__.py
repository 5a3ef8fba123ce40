"""Figures drawn from facts, afresh in each language, as SVG."""

from uchtil.render.figures.drawing import Drawing, draw

__all__ = ["Drawing", "draw"]
