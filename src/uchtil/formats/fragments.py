"""HTML fragments as trees: read once, changed by small steps, written once.

A step is a function that takes the tree and changes it in place; `rewrite` runs several
over one fragment.  What a step does is told in its own module (`tooltips`, `urls`…).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from lxml import etree, html
from lxml.html import HtmlElement

Step = Callable[[HtmlElement], None]

ROOT = "div"

_OF_CLASS = etree.XPath(
    "descendant-or-self::*[contains(concat(' ', normalize-space(@class), ' '), $name)]"
)


def parse(fragment: str) -> HtmlElement:
    """Return the fragment's tree under one root element, which is not part of it."""
    return html.fragment_fromstring(fragment, create_parent=ROOT)


def serialise(tree: HtmlElement) -> str:
    """Return what stands under the root as HTML."""
    # libxml2 does not know <wbr> as a void element.
    text = str(html.tostring(tree, encoding="unicode")).replace("</wbr>", "")
    return text[len(f"<{ROOT}>") : -len(f"</{ROOT}>")]


def rewrite(fragment: str, *steps: Step) -> str:
    """Return the fragment after all steps, in the given order."""
    tree = parse(fragment)
    for step in steps:
        step(tree)
    return serialise(tree)


def has_class(element: HtmlElement, name: str) -> bool:
    """Tell whether ``name`` is one of the element's classes."""
    return name in element.get("class", "").split()


def with_class(tree: HtmlElement, name: str) -> list[HtmlElement]:
    """Return all elements of that class in document order."""
    # Found by lxml itself: of thousands of elements a few dozen are wanted.
    return cast("list[HtmlElement]", _OF_CLASS(tree, name=f" {name} "))


def is_element(node: HtmlElement) -> bool:
    """Tell elements from comments and processing instructions."""
    return isinstance(node.tag, str)


def wrap(element: HtmlElement, wrapper: HtmlElement) -> None:
    """Put ``wrapper`` in the element's place and the element into it; its tail stays behind."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root cannot be wrapped")
    tail, element.tail = element.tail, None
    parent.replace(element, wrapper)
    wrapper.append(element)
    wrapper.tail = tail


def language_of(element: HtmlElement, default: str = "") -> str:
    """Return the language tag that holds at the element: its own, or the nearest above it."""
    for node in (element, *element.iterancestors()):
        if tag := node.get("lang"):
            return str(tag)
    return default


def lift_anchors(tree: HtmlElement) -> None:
    """Give a paragraph the id of the empty span it begins with (a step).

    pandoc's paragraphs have no attributes, so their ids come as such spans.
    """
    for paragraph in tree.iter("p"):
        first = paragraph[0] if len(paragraph) and not (paragraph.text or "").strip() else None
        if first is None or first.tag != "span" or len(first) or first.text:
            continue
        if set(first.attrib) == {"id"} and not paragraph.get("id"):
            paragraph.set("id", str(first.get("id")))
            first.drop_tree()


def texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, str, bool]]:
    """Yield every text under the element: where it hangs, the text, and whether it is a tail."""
    for node in element.iter():
        if is_element(node) and node.text:
            yield node, node.text, False
        if node is not element and node.tail:
            yield node, node.tail, True
