"""Moves footnotes into the text, where WeasyPrint floats them to the foot of the page.

`compose.lua` writes ``<a href="#fn1" class="footnote-ref">`` in the text and the notes in a
``<div class="footnotes">`` at the end.  For print, each note becomes a
``<span class="footnote">`` at its call (style: ``float: footnote``).
"""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import rewrite, with_class
from uchtil.formats.prints import WORD_JOINER


def float_footnotes(body_html: str) -> str:
    """Return the body with every note at its call and no list of notes."""
    return rewrite(body_html, footnotes)


def footnotes(tree: HtmlElement) -> None:
    """Put every note at its call: the step that `float_footnotes` runs.

    A second paragraph of a note is joined to the first with a space: a note is one run
    of text at the foot of the page.  A call without its note stays as it is.
    """
    notes: dict[str, HtmlElement] = {}
    for section in with_class(tree, "footnotes"):
        for item in section.iter("li"):
            notes[f"#{item.get('id')}"] = item
    for call in with_class(tree, "footnote-ref"):
        note = notes.get(str(call.get("href", "")))
        if note is not None:
            _replace(call, _as_span(note))
    for section in with_class(tree, "footnotes"):
        section.drop_tree()


def _as_span(note: HtmlElement) -> HtmlElement:
    span = Element("span", {"class": "footnote"})
    if identifier := note.get("id"):
        span.set("id", identifier)
    for back in with_class(note, "footnote-back"):
        back.drop_tree()
    span.text = (note.text or "").strip()
    for block in list(note):
        if block.tag != "p":
            span.append(block)
            continue
        _append_text(span, (" " if len(span) or span.text else "") + (block.text or ""))
        for child in list(block):
            span.append(child)
    _strip_end(span)
    return span


def _append_text(element: HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _strip_end(element: HtmlElement) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip()
    else:
        element.text = (element.text or "").rstrip()


def _replace(call: HtmlElement, span: HtmlElement) -> None:
    """Put the note in the call's place; a ``<sup>`` around the call goes with it."""
    outer = call.getparent()
    if outer is not None and outer.tag == "sup" and len(outer) == 1:
        call = outer
        outer = call.getparent()
    if outer is not None:
        span.tail = call.tail
        outer.replace(call, span)
        # The note's mark must not begin a line.
        before = span.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + WORD_JOINER
        else:
            outer.text = (outer.text or "") + WORD_JOINER
