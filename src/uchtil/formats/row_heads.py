"""Tables in which the first cell of a row is its head, as the first of a column is."""

from __future__ import annotations

from lxml.html import HtmlElement

from uchtil.formats.fragments import with_class

ROW_HEADS = "row-heads"
"""The class of such a table; it is written by ``uchtil.render.exhibits``."""


def row_heads(tree: HtmlElement) -> None:
    """Make heads of the first cells of rows, and say what each head belongs to (a step).

    Pandoc's pipe tables have heads of columns alone.  Assistive technology reads both out
    with a cell, and WeasyPrint links them in the tags of a PDF.
    """
    for table in with_class(tree, ROW_HEADS):
        for head in table.iterfind(".//thead//th"):
            head.set("scope", "col")
        for row in table.iterfind(".//tbody/tr"):
            row[0].tag = "th"
            row[0].set("scope", "row")
