"""The tree of a page to be printed, as WeasyPrint takes it.

WeasyPrint's own parser is written in Python and takes a tenth of the time that a text is laid
out in.  lxml's takes a fifteenth of that.  It is enough: all that pages are made of has been
through it before (`fragments`), so that nothing is left that parsers understand differently.
"""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from lxml import html

_SVG = "{http://www.w3.org/2000/svg}"
_SPELT = """
    animateMotion animateTransform clipPath foreignObject linearGradient radialGradient textPath
    attributeName calcMode clipPathUnits gradientTransform gradientUnits keyPoints keySplines
    keyTimes lengthAdjust markerHeight markerUnits markerWidth maskContentUnits maskUnits
    pathLength patternContentUnits patternTransform patternUnits preserveAspectRatio refX refY
    repeatCount repeatDur spreadMethod startOffset systemLanguage textLength viewBox
"""
"""Names of SVG's elements and attributes that have capitals, which HTML's have not."""
_CAPITALS = {name.lower(): name for name in _SPELT.split()}
_XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"


def page_tree(page: str) -> Tree.Element:
    """Return the tree of a whole page: drawings in their namespace, HTML in none."""
    root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    return _copied(root, "")


def _copied(element: html.HtmlElement, namespace: str) -> Tree.Element:
    """Return an element of lxml's as one of the standard library's."""
    if element.tag == "svg":
        namespace = _SVG
    tag = str(element.tag)
    if namespace:
        tag = namespace + _CAPITALS.get(tag, tag)
    copy = Tree.Element(tag, _attributes(element, namespace))
    copy.text = element.text
    for child in element:
        inner = _copied(child, namespace) if isinstance(child.tag, str) else Tree.Comment("")
        inner.tail = child.tail
        copy.append(inner)
    return copy


def _attributes(element: html.HtmlElement, namespace: str) -> dict[str, str]:
    """Return an element's attributes, those of a drawing as SVG spells them."""
    attributes = dict(element.attrib)
    if namespace:
        attributes = {_CAPITALS.get(name, name): value for name, value in attributes.items()}
        if "xmlns" in attributes:
            attributes[_XMLNS] = attributes.pop("xmlns")
    return attributes
