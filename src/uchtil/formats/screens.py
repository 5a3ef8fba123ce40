"""Small changes that a body needs to be shown on a screen under a strict policy."""

from __future__ import annotations

import re

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import Step, texts, wrap

_WITH_ENDING = re.compile(r"(?<![\w/.%=-])\d+(?:[–.,]\d+)*-[^\W\d_]+")
_DRAWN = frozenset({"svg", "code", "pre"})


def scrollable_exhibits(tree: HtmlElement) -> None:
    """Let a wide table or drawing scroll in its own box, by keyboard too (a step).

    The box is a region named by the caption (WCAG 2.2, 1.4.10 and 2.1.1): on a narrow
    screen a table keeps its columns, and a drawing letters that can be read.
    """
    for exhibit in list(tree.iter("table", "svg")):
        box = Element("div", {"class": "scroll", "tabindex": "0"})
        around = exhibit if exhibit.tag == "table" else exhibit.getparent()
        caption = next(around.iter("caption", "figcaption"), None) if around is not None else None
        if caption is not None:
            if not caption.get("id"):
                caption.set("id", f"{_nearest_id(exhibit)}-caption")
            box.set("role", "region")
            box.set("aria-labelledby", str(caption.get("id")))
        wrap(exhibit, box)


def _nearest_id(element: HtmlElement) -> str:
    """Return the element's id or that of the nearest around it (``table`` if none has one)."""
    around = (str(node.get("id", "")) for node in (element, *element.iterancestors()))
    return next(filter(None, around), "table")


def keep_endings_on_screen(tree: HtmlElement) -> None:
    """Keep a number and its ending on one line: ``1998-yil``, ``1990-х`` (a step).

    By an element, not by a sign that is not seen: who searches the page or copies from it
    finds what is written.
    """
    for node, text, is_tail in list(texts(tree)):
        parent = node.getparent() if is_tail else node
        if parent is None or not _WITH_ENDING.search(text) or _is_drawn(parent):
            continue
        pieces = _WITH_ENDING.split(text)
        kept = _WITH_ENDING.findall(text)
        index = parent.index(node) + 1 if is_tail else 0
        if is_tail:
            node.tail = pieces[0]
        else:
            node.text = pieces[0]
        for offset, (word, after) in enumerate(zip(kept, pieces[1:], strict=True)):
            span = Element("span", {"class": "whole"})
            span.text, span.tail = word, after
            parent.insert(index + offset, span)


def _is_drawn(element: HtmlElement) -> bool:
    return any(each.tag in _DRAWN for each in (element, *element.iterancestors()))


def lift_styles(rules: dict[str, str]) -> Step:
    """Return the step that turns ``style`` attributes into classes.

    A policy that allows only the page's own style sheet (by its hash) forbids the
    attribute.  The step adds to ``rules``, from declarations to the class that stands
    for them; `style_rules` writes them.
    """

    def step(tree: HtmlElement) -> None:
        for element in tree.xpath("//*[@style]"):
            declarations = " ".join(str(element.attrib.pop("style")).split())
            name = rules.setdefault(declarations, f"as-{len(rules) + 1}")
            element.set("class", f"{element.get('class', '')} {name}".strip())

    return step


def style_rules(rules: dict[str, str]) -> str:
    """Return the style sheet for the classes that `lift_styles` gave."""
    return "".join(f".{name}{{{declarations}}}\n" for declarations, name in rules.items())


def open_links_elsewhere_safely(tree: HtmlElement) -> None:
    """Tell no other site where its reader came from (a step)."""
    for link in tree.iter("a"):
        if str(link.get("href", "")).startswith(("http:", "https:")):
            link.set("rel", "noreferrer")
