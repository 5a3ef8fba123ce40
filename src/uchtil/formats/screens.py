"""Small changes that a body needs to be shown on a screen under a strict policy."""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import Step, wrap


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
