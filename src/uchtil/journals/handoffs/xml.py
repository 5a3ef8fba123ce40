"""Elements of XML, written as calls: ``element("p", {"id": "a"}, "text", child)``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, cast

from lxml import etree

Content: TypeAlias = (
    "str | etree._Element | Mapping[str, str | int | None] | Iterable[Content] | None"
)
"""What an element is made of: text, elements, attributes (a mapping), lists of these, nothing."""

Maker: TypeAlias = Callable[..., etree._Element]

NAMESPACES = {
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "ai": "http://www.crossref.org/AccessIndicators.xsd",
}
"""The namespaces that names may have before them."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) does not admit even as a reference: control characters, mostly."""


def clean(text: str) -> str:
    """Return a text without the characters that no XML may hold."""
    return _NO_XML.sub("", text)


def maker(namespace: str = "") -> Maker:
    """Return a function that makes elements; names without a prefix are in the namespace."""

    def element(name: str, *content: Content) -> etree._Element:
        # the namespace is declared as the default one: OJS knows its elements by bare names
        shown = cast("dict[str, str]", {None: namespace}) if namespace else None
        made = etree.Element(_qualified(name, namespace), nsmap=shown)
        add(made, *content)
        return made

    return element


def add(element: etree._Element, *content: Content) -> None:
    """Add attributes, text and children; empty attributes are left out."""
    for each in content:
        if each is None:
            continue
        if isinstance(each, str):
            _add_text(element, clean(each))
        elif isinstance(each, etree._Element):
            element.append(each)
        elif isinstance(each, Mapping):
            for name, value in each.items():
                if value not in (None, ""):
                    element.set(_qualified(name, ""), clean(str(value)))
        else:
            add(element, *each)


def document(
    root: etree._Element, *, prefixes: Iterable[str] = (), indented: bool = False
) -> bytes:
    """Return the bytes of a document; ``prefixes`` are declared at its root.

    It may be indented where no element holds text together with elements.
    """
    if indented:
        etree.indent(root)
    etree.cleanup_namespaces(root, top_nsmap={prefix: NAMESPACES[prefix] for prefix in prefixes})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _qualified(name: str, namespace: str) -> str:
    prefix, colon, local = name.partition(":")
    if colon:
        return f"{{{NAMESPACES[prefix]}}}{local}"
    return f"{{{namespace}}}{name}" if namespace else name


def _add_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
