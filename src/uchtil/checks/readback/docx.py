"""Citations read back from a finished DOCX file."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from uchtil.checks.readback.records import REFERENCE, Cited, FileReading, broken_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_BOOKMARK = 40
"""Word's limit; pandoc writes a digest of a longer name instead."""


def read_docx(path: Path, works: tuple[str, ...]) -> FileReading:
    """Read citations and the reference list; ``works`` are the keys that may be cited."""
    with zipfile.ZipFile(path) as archive:
        body = _parse(archive.read("word/document.xml"))
        notes = {}
        if "word/footnotes.xml" in archive.namelist():
            root = _parse(archive.read("word/footnotes.xml"))
            notes = {note.get(f"{_W}id"): note for note in root.iterfind(f"{_W}footnote")}
    by_bookmark = {_bookmark(REFERENCE + work): work for work in works}
    citations, references, texts = [], [], []
    bookmarks, anchors = set(), set()
    for element in _in_order(body, notes):
        if element.tag == f"{_W}hyperlink":
            anchor = element.get(f"{_W}anchor")
            if anchor:
                anchors.add(anchor)
                if anchor in by_bookmark:
                    citations.append(Cited(by_bookmark[anchor], _text(element)))
        elif element.tag == f"{_W}bookmarkStart":
            name = element.get(f"{_W}name", "")
            bookmarks.add(name)
            if name in by_bookmark:
                references.append(Cited(by_bookmark[name], ""))
        elif element.tag == f"{_W}p":
            texts.append(_text(element))
    broken = broken_text(texts)
    broken += [
        f"a link leads to the bookmark “{anchor}”, which is not there"
        for anchor in sorted(anchors - bookmarks)
    ]
    return FileReading(tuple(citations), tuple(references), tuple(broken))


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _in_order(
    body: etree._Element, notes: dict[str | None, etree._Element]
) -> Iterator[etree._Element]:
    """Yield elements in reading order, each note where it is referred to."""
    for element in body.iter(etree.Element):
        yield element
        if element.tag == f"{_W}footnoteReference":
            note = notes.get(element.get(f"{_W}id"))
            if note is not None:
                yield from note.iter(etree.Element)


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _bookmark(identifier: str) -> str:
    """Return the bookmark name that pandoc gives to an identifier."""
    if len(identifier) <= _LONGEST_BOOKMARK and identifier[0].isalpha():
        return identifier
    return "X" + hashlib.sha1(identifier.encode(), usedforsecurity=False).hexdigest()[1:]
