"""Small changes that a body needs to be shown on a screen under a strict policy."""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import Step, with_class, wrap


def scrollable_tables(tree: HtmlElement) -> None:
    """The step that lets a wide table scroll in its own box, by keyboard too.

    The box is a region named by the table's caption (WCAG 2.2, 1.4.10 and 2.1.1).
    """
    for table in list(tree.iter("table")):
        box = Element("div", {"class": "scroll", "tabindex": "0"})
        caption = next(table.iter("caption"), None)
        if caption is not None:
            if not caption.get("id"):
                caption.set("id", f"{_nearest_id(table)}-caption")
            box.set("role", "region")
            box.set("aria-labelledby", str(caption.get("id")))
        wrap(table, box)


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
    """The step that tells no other site where its reader came from."""
    for link in tree.iter("a"):
        if str(link.get("href", "")).startswith(("http:", "https:")):
            link.set("rel", "noreferrer")


def list_references(tree: HtmlElement) -> None:
    """The step that makes real lists of reference lists, for the PDF's tags.

    WeasyPrint takes a list from ``<ul>``, not from ``role="list"``.
    """
    for references in with_class(tree, "references"):
        references.tag = "ul"
        references.attrib.pop("role", None)
        for entry in with_class(references, "csl-entry"):
            entry.tag = "li"
            entry.attrib.pop("role", None)
