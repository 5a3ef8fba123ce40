"""Puts the reference beside each citation, to be shown on hover and on focus.

The text lies in the page itself, so that it needs no script; style sheets show it, and
the page's small script hides it again on Escape (WCAG 2.2, success criterion 1.4.13:
dismissible, hoverable, persistent).  `hidden` keeps it out of plain readings of the
page, and ``aria-describedby`` gives it to a screen reader that asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import Step, has_class, language_of, parse, rewrite, with_class


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceText:
    """A reference as plain text, and its language (BCP 47; empty if not marked)."""

    text: str
    language: str = ""


def reference_texts(references_html: str) -> dict[str, ReferenceText]:
    """Return the text of every entry of a reference list, by its id (``ref-key``).

    Numbers in the margin and links back are left out: they say nothing at the citation.
    """
    found: dict[str, ReferenceText] = {}
    for entry in with_class(parse(references_html), "csl-entry"):
        for name in ("csl-left-margin", "backlinks"):
            for part in with_class(entry, name):
                part.drop_tree()
        text = " ".join(entry.text_content().split())
        found[str(entry.get("id", ""))] = ReferenceText(text=text, language=language_of(entry))
    return found


def add_tooltips(body_html: str, references: Mapping[str, ReferenceText]) -> str:
    """Return the body with the reference's text beside each link to it.

    A citation whose reference is not in ``references`` is left as it is: whether every
    citation has its entry is checked elsewhere.
    """
    return rewrite(body_html, tooltips(references))


def tooltips(references: Mapping[str, ReferenceText]) -> Step:
    """Return the step that `add_tooltips` runs."""

    def step(tree: HtmlElement) -> None:
        for number, link in enumerate(with_class(tree, "cite"), start=1):
            reference = references.get(str(link.get("href", "")).removeprefix("#"))
            if link.tag != "a" or reference is None:
                continue
            identifier = f"tip-{link.get('id') or number}"
            tip = Element("span", {"class": "tip", "role": "tooltip", "id": identifier})
            tip.set("hidden", "hidden")
            if reference.language:
                tip.set("lang", reference.language)
            tip.text = reference.text
            link.set("aria-describedby", identifier)
            _wrap_with(link, tip)

    return step


def _wrap_with(link: HtmlElement, tip: HtmlElement) -> None:
    parent = link.getparent()
    if parent is None or has_class(parent, "cited"):
        return
    wrapper = Element("span", {"class": "cited"})
    tail, link.tail = link.tail, None
    parent.replace(link, wrapper)
    wrapper.extend((link, tip))
    wrapper.tail = tail
