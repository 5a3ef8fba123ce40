"""Small changes that a body needs to be printed well by WeasyPrint."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from uchtil.formats.fragments import texts, with_class

WORD_JOINER = "\u2060"
"""Forbids a break and is not seen; readers of PDF text leave it out."""

_ENDING = re.compile(r"(?<=\d)-(?=[^\W\d_])")
_DRAWN = frozenset({"text", "title", "desc", "a"})

SHORT_TABLE = 8
"""A table of so many rows or fewer is not split between pages."""


def list_references(tree: HtmlElement) -> None:
    """Make real lists of reference lists, for the PDF's tags (a step).

    WeasyPrint takes a list from ``<ul>``, not from ``role="list"``.
    """
    for references in with_class(tree, "references"):
        references.tag = "ul"
        references.attrib.pop("role", None)
        for entry in with_class(references, "csl-entry"):
            entry.tag = "li"
            entry.attrib.pop("role", None)


def flatten_citations(tree: HtmlElement) -> None:
    """Take the element around a citation away and leave what is in it (a step).

    WeasyPrint 70 can end a line right after a citation, far too early, where another
    one begins near the end of the next; without nested elements it does not.
    """
    for citation in with_class(tree, "citation"):
        citation.drop_tag()


def keep_endings(tree: HtmlElement) -> None:
    """Keep a number and its ending on one line: ``12-mart``, ``1990-х`` (a step).

    A line may end after a hyphen; the ending alone would then begin the next one.  Links
    and drawings are left as they are.
    """
    for node, text, is_tail in list(texts(tree)):
        if "-" not in text or (not is_tail and node.tag in _DRAWN):
            continue
        kept = _ENDING.sub(f"-{WORD_JOINER}", text)
        if is_tail:
            node.tail = kept
        else:
            node.text = kept


def keep_short_tables(tree: HtmlElement) -> None:
    """Mark tables short enough to stay on one page with the class ``short`` (a step)."""
    for table in tree.iter("table"):
        if len(list(table.iter("tr"))) <= SHORT_TABLE + 1:
            table.set("class", f"{table.get('class', '')} short".strip())
