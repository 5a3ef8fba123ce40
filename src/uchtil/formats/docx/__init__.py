"""DOCX: the reference document pandoc writes with, and the finish of what it wrote.

The way of a file: `make_reference` makes the styles, margins, header and footer; pandoc
writes a document with them; `finish` fills in what pandoc cannot know.
"""

from uchtil.formats.docx.finish import finish
from uchtil.formats.docx.raster import rasterise
from uchtil.formats.docx.reference import make_reference
from uchtil.formats.docx.settings import DocxSettings, Figure, Layout

__all__ = ["DocxSettings", "Figure", "Layout", "finish", "make_reference", "rasterise"]
