"""What a DOCX file is made by: one record an edition, one for the look of the page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The look of a page: the one place where journals differ.

    Lengths are in centimetres, type sizes in points; ``line_spacing`` is a multiple of
    the single line.  The defaults suit an article on A4 that is read on paper.
    """

    font: str = "Times New Roman"
    size: float = 12
    line_spacing: float = 1.15
    first_line_indent: float = 1.25
    page_width: float = 21.0
    page_height: float = 29.7
    margin_top: float = 2.5
    margin_right: float = 2.5
    margin_bottom: float = 2.5
    margin_left: float = 2.5
    hyphens: bool = False
    """Whether Word may part words at the end of a line."""
    otherwise: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Properties of single styles that are to be set otherwise, by the style's id and the
    names of ``styles.Style``: ``{"Title": {"size": 14, "capitals": True}}``."""

    @property
    def text_width(self) -> float:
        """The width of the lines, in centimetres."""
        return self.page_width - self.margin_left - self.margin_right


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A drawing, its picture for readers that cannot show SVG, and what it shows in words.

    ``svg`` and ``png`` are whole files; the size is taken from the SVG's own width and
    height (or its ``viewBox``) and lessened to fit between the margins.
    """

    svg: bytes
    png: bytes
    alt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DocxSettings:
    """What is said of one edition, in its own words.

    ``language`` is the BCP 47 tag that every run gets which has none of its own.
    ``header`` is the running head (empty: none), ``footer`` a pattern with ``{page}`` and
    ``{pages}`` (``Page {page} of {pages}``).  ``figures`` are found by the key that the
    document's placeholder holds.  ``date`` stands in the properties, so that a file does
    not change with the day it is made on.  ``name`` is how problems call the file.
    """

    language: str
    title: str
    date: datetime.date
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    description: str = ""
    header: str = ""
    footer: str = "{page}"
    header_first: bool = False
    """Whether the first page has the running head, too."""
    contents_levels: int = 3
    figures: Mapping[str, Figure] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    anonymous: bool = False
    """Whether nothing in the file may tell who wrote it."""
    break_addresses: bool = False
    """Whether addresses in lists and notes may break at the ends of lines."""
    name: str = "review.docx"
