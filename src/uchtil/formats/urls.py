"""Lets long addresses break, at sensible places and without a hyphen.

A ``<wbr>`` is put at punctuation much as *The Chicago Manual of Style* (17th ed., 14.18)
has it: after ``/``, ``=`` and ``&``, before ``.`` ``_`` ``?`` ``#`` ``%`` ``~`` and the like;
none in the name of the site, none at a hyphen, which could be taken for one that the break had
added, and none after ``//`` (which Chicago allows), since ``https://`` would be left alone on
its line.  The address itself, and the text that is copied from the page, stay as they are.

Manuscripts, whose lists journals want set to both margins, break at hyphens too: half an address
in Latin letters is hyphens, and lines would be torn wide.
"""

from __future__ import annotations

import itertools
import re

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import rewrite, texts

ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|10\.\d{4,}/)[^\s<>«»“”]+", re.IGNORECASE)
"""An address as printed: up to white space or a quotation mark."""

_BREAK = re.compile(r"(?<=[^/:]/)(?!/)|(?<=[=&])|(?<![/.\-_?#%~,;+@=&:])(?=[._?#%~,;+@])")
_HYPHEN = re.compile(_BREAK.pattern + r"|(?<=[^\-/]-)(?!-)")
_KEEP = 3
"""No break within the first or last characters of an address."""
_HOST = re.compile(r"(?:https?://)?[^/?#]+", re.IGNORECASE)
"""What names the site: short enough to stay whole, and "https://mfa" is no beginning."""


def break_addresses(fragment: str) -> str:
    """Return the fragment with places to break in every printed address."""
    return rewrite(fragment, addresses)


def break_points(address: str, *, hyphens: bool = False) -> list[str]:
    """Return the address in the pieces between which it may break."""
    host = _HOST.match(address)
    first = max(_KEEP, host.end() if host else 0)
    cuts = [
        match.start()
        for match in (_HYPHEN if hyphens else _BREAK).finditer(address)
        if first <= match.start() <= len(address) - _KEEP
    ]
    edges = [0, *cuts, len(address)]
    return [address[start:end] for start, end in itertools.pairwise(edges)]


def addresses(tree: HtmlElement, *, hyphens: bool = False) -> None:
    """Let addresses break: the step that `break_addresses` runs."""
    for node, text, is_tail in list(texts(tree)):
        if ADDRESS.search(text) and not _in_graphic(node, is_tail):
            _insert(node, text_pieces(text, hyphens=hyphens), is_tail)


def text_pieces(text: str, *, hyphens: bool = False) -> list[str]:
    """Return the text in pieces between which its addresses may break."""
    pieces = [""]
    position = 0
    for match in ADDRESS.finditer(text):
        first, *others = break_points(match.group(), hyphens=hyphens)
        pieces[-1] += text[position : match.start()] + first
        pieces += others
        position = match.end()
    pieces[-1] += text[position:]
    return pieces


def _insert(node: HtmlElement, pieces: list[str], is_tail: bool) -> None:
    parent = node.getparent() if is_tail else node
    if parent is None:
        return
    index = parent.index(node) + 1 if is_tail else 0
    if is_tail:
        node.tail = pieces[0]
    else:
        node.text = pieces[0]
    for offset, piece in enumerate(pieces[1:]):
        opportunity = Element("wbr")
        opportunity.tail = piece
        parent.insert(index + offset, opportunity)


def _in_graphic(node: HtmlElement, is_tail: bool) -> bool:
    """Tell whether the text is drawn (SVG), where ``<wbr>`` means nothing."""
    start = node.getparent() if is_tail else node
    return start is not None and any(
        element.tag == "svg" for element in (start, *start.iterancestors())
    )
