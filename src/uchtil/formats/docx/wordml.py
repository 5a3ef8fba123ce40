"""The words of WordprocessingML: names, a parser that trusts nobody, small builders."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element
"""An element, as lxml has it; its stubs give the class no public name."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

TWIPS_PER_CM = 1440 / 2.54
EMU_PER_TWIP = 635

_PARSER_OPTIONS: Mapping[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
}


def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return the full name of an attribute of the relationships namespace."""
    return f"{{{R}}}{name}"


class HasDoctype(ValueError):
    """XML that brings a document type along, and with it entities."""


def parse(data: bytes) -> Element:
    """Parse XML without network, entities or document types.

    Raises ``ValueError`` where the data is not XML or brings a document type along
    (``HasDoctype``).
    """
    try:
        root: Element = etree.fromstring(data, etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not well-formed XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise HasDoctype("a document type is declared, which no file of this kind needs")
    return root


def serialise(root: Element) -> bytes:
    """Return the bytes of a part, declaration included, with no name left unused."""
    etree.cleanup_namespaces(root)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def twips(centimetres: float) -> int:
    """Return centimetres in twentieths of a point, as most lengths are written."""
    return round(centimetres * TWIPS_PER_CM)


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Make an element of the main namespace; so are its attributes."""
    made: Element = etree.Element(
        w(name), {w(key): str(value) for key, value in attributes.items()}, {"w": W, "r": R}
    )
    made.extend(children)
    return made


def text_run(text: str, *properties: Element) -> Element:
    """Make a run that shows ``text``; tabs become real ones."""
    made = element("r")
    if properties:
        made.append(element("rPr", *properties))
    for index, part in enumerate(text.split("\t")):
        if index:
            made.append(element("tab"))
        if part:
            shown = element("t")
            shown.text = part
            shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(shown)
    return made


def field_runs(instruction: str, shown: str, *properties: Element) -> list[Element]:
    """Make the runs of a field that now shows ``shown``, each with a copy of the properties.

    ISO/IEC 29500-1, 17.16.18: begin, instruction, separator, result, end.
    """

    def run(child: Element) -> Element:
        made = element("r")
        if properties:
            made.append(element("rPr", *(_copy(each) for each in properties)))
        made.append(child)
        return made

    code = element("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        run(element("fldChar", fldCharType="begin")),
        run(code),
        run(element("fldChar", fldCharType="separate")),
        text_run(shown, *(_copy(each) for each in properties)),
        run(element("fldChar", fldCharType="end")),
    ]


def style_of(paragraph: Element) -> str:
    """Return the style id of a paragraph; empty where it has none."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val"), ""))


def shown_text(node: Element) -> str:
    """Return the text that a reader sees in a paragraph or run, tabs included."""
    parts: list[str] = []
    for child in node.iter(w("t"), w("tab")):
        if child.tag == w("t"):
            parts.append(child.text or "")
        elif (above := child.getparent()) is not None and above.tag == w("r"):
            parts.append("\t")
    return "".join(parts)


def _copy(node: Element) -> Element:
    made: Element = copy.deepcopy(node)
    return made


def remove(node: Element) -> None:
    """Take an element out of the tree it stands in."""
    above = node.getparent()
    if above is not None:
        above.remove(node)
