"""The text of a DOCX: paragraphs, tables row by row, notes at the end.

Tracked changes count as accepted; what is deleted, hidden or an instruction of a field is left
out.  Of the archive only the parts with text are unpacked.  Written here and not left to
pandoc's reader, which has no bounds for archives, loses text boxes, and takes half a second.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from uchtil.formats.docx.wordml import Element, HasDoctype, parse
from uchtil.intake.archives import Bounds, names_in, unpack
from uchtil.intake.blocks import (
    Block,
    Reading,
    Refused,
    broken,
    entities,
    foreign,
    superscript,
    tidy,
)

_DOCUMENT = re.compile(r"(?:_rels/\.rels|docProps/core\.xml|word/[\w.-]+\.xml)\Z")
_MAIN = "/officeDocument"
"""How the kind of the relationship ends that leads to the main part."""

_LEFT_OUT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "tblPr", "trPr", "tcPr"}
)
_BREAKS = frozenset({"tab", "br", "cr", "ptab"})
_HEADING = re.compile(r"(?:heading|заголовок|sarlavha|berschrift)\s*(\d)\Z", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|название|sarlavha)\Z", re.IGNORECASE)
_CORE = {"title": "title", "creator": "author", "created": "date", "language": "lang"}
_OTHERS = (
    ("xl/", "a table of Excel", "save it as CSV or PDF"),
    ("ppt/", "slides of PowerPoint", "save them as PDF"),
    ("content.xml", "a file of OpenDocument", "save it as DOCX"),
    ("META-INF/container.xml", "an EPUB", "save it as HTML or PDF"),
)


def read_docx(data: bytes, bounds: Bounds) -> Reading:
    """Return what a DOCX says; raises ``Refused``."""
    parts = unpack(data, lambda name: bool(_DOCUMENT.match(name)), bounds)
    main = _main_part(parts)
    if main is None or main not in parts:
        raise _other(data)
    folder = posixpath.dirname(main)
    reader = _Reader(styles=_styles(parts.get(f"{folder}/styles.xml")))
    body = next((each for each in _tree(parts[main]) if _name(each) == "body"), None)
    if body is None:
        raise broken("it has no body")
    blocks = [*reader.blocks(body)]
    for kind in ("footnote", "endnote"):
        notes = parts.get(f"{folder}/{kind}s.xml")
        if notes is not None:
            blocks += reader.notes(kind, _tree(notes))
    metadata = _metadata(parts.get("docProps/core.xml"))
    title = next((each.text for each in blocks if each.level), "")
    return Reading(blocks=tuple(blocks), metadata=metadata, title=title)


def _main_part(parts: Mapping[str, bytes]) -> str | None:
    if "_rels/.rels" not in parts:
        return None
    for each in _tree(parts["_rels/.rels"]):
        if str(each.get("Type", "")).endswith(_MAIN):
            target = posixpath.normpath(str(each.get("Target", "")).lstrip("/"))
            return target if target.startswith("word/") else None
    return None


def _other(data: bytes) -> Refused:
    """Return what is told of a ZIP file that is no DOCX."""
    names = names_in(data)
    for beginning, what, hint in _OTHERS:
        if any(name.startswith(beginning) for name in names):
            return foreign(what, hint)
    if any(name.startswith("word/") for name in names):
        return broken("its main part is missing")
    return foreign("a packed file (ZIP)", "unpack it")


def _tree(data: bytes) -> Element:
    try:
        return parse(data)
    except HasDoctype as error:
        raise entities() from error
    except ValueError as error:
        raise broken(error) from error


def _name(element: Element) -> str:
    """Return the local name: strict files have other namespaces."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _value(element: Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return next(
        (str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), ""
    )


def _child(element: Element | None, name: str) -> Element | None:
    if element is None:
        return None
    return next((each for each in element if _name(each) == name), None)


def _is_on(properties: Element | None, name: str) -> bool:
    found = _child(properties, name)
    return found is not None and _value(found) not in ("0", "false", "off")


def _styles(data: bytes | None) -> Mapping[str, int]:
    """Return the level of each style of headings, by its id; a title's is 1."""
    if data is None:
        return {}
    levels: dict[str, int] = {}
    for style in _tree(data):
        if _name(style) != "style":
            continue
        name = _value(_child(style, "name"))
        if met := _HEADING.match(name):
            levels[_value(style, "styleId")] = int(met[1]) + 1
        elif _TITLE.match(name):
            levels[_value(style, "styleId")] = 1
    return levels


def _metadata(data: bytes | None) -> Mapping[str, str]:
    if data is None:
        return {}
    told = {_CORE.get(_name(each), ""): tidy(each.text or "") for each in _tree(data)}
    return {name: text for name, text in told.items() if name and text}


@dataclass(slots=True)
class _Reader:
    """Reads elements one after the other; notes are numbered as the text calls them."""

    styles: Mapping[str, int]
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            match _name(child):
                case "p":
                    yield from self._paragraph(child)
                case "tbl":
                    yield from self._rows(child)
                case name if name not in _LEFT_OUT:
                    yield from self.blocks(child)

    def notes(self, kind: str, root: Element) -> Iterator[Block]:
        """Yield the notes that the text calls, each with its number."""
        called = {
            _value(each, "id"): each for each in root if _value(each, "type") in ("", "normal")
        }
        for (own, key), number in self.numbers.items():
            if own == kind and key in called:
                text = " ".join(each.text for each in self.blocks(called[key]))
                yield Block(text=f"[{number}] {text}")

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        boxes: list[Element] = []
        text = tidy("".join(self._words(paragraph, boxes)))
        if text:
            style = _value(_child(_child(paragraph, "pPr"), "pStyle"))
            yield Block(text=text, level=self.styles.get(style, 0))
        for box in boxes:
            yield from self.blocks(box)

    def _rows(self, table: Element) -> Iterator[Block]:
        for row in table.iter("{*}tr"):
            cells = [
                " ".join(each.text for each in self.blocks(cell))
                for cell in row
                if _name(cell) == "tc"
            ]
            if any(cells):
                yield Block(text=" | ".join(cells))

    def _words(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        for child in parent:
            name = _name(child)
            if name in _LEFT_OUT:
                continue
            if name == "t":
                yield child.text or ""
            elif name in _BREAKS:
                yield " "
            elif name == "noBreakHyphen":
                yield "-"
            elif name in ("footnoteReference", "endnoteReference"):
                key = (name.removesuffix("Reference"), _value(child, "id"))
                yield f"[{self.numbers.setdefault(key, len(self.numbers) + 1)}]"
            elif name == "txbxContent":
                boxes.append(child)
            elif name == "r":
                yield self._run(child, boxes)
            else:
                yield from self._words(child, boxes)

    def _run(self, run: Element, boxes: list[Element]) -> str:
        properties = _child(run, "rPr")
        if _is_on(properties, "vanish"):
            return ""
        words = "".join(self._words(run, boxes))
        raised = _value(_child(properties, "vertAlign")) == "superscript"
        return superscript(words) if raised else words
