"""Figures drawn from facts, afresh in each language, as SVG."""

from uchtil.render.figures.drawing import Drawing, draw
from uchtil.render.figures.material import Works

__all__ = ["Drawing", "Works", "draw"]
