"""Citations read back from a finished DOCX file."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from lxml import etree

from uchtil.checks.readback.fallback import english_terms, fallback_terms, is_cyrillic
from uchtil.checks.readback.records import (
    REFERENCE,
    Cited,
    Fault,
    FileReading,
    broken_text,
    dead_links,
    list_number,
    unreadable,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_BOOKMARK = 40
"""Word's limit; pandoc writes a digest of a longer name instead."""

_FURNITURE = ("word/header", "word/footer")


def read_docx(path: Path, works: tuple[str, ...]) -> FileReading:
    """Read citations and the reference list; ``works`` are the keys that may be cited.

    A package that cannot be opened, and parts that are missing or broken, are told in
    ``broken``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            body = _part(archive, "word/document.xml")
            notes = {}
            if "word/footnotes.xml" in names:
                root = _part(archive, "word/footnotes.xml")
                notes = {note.get(f"{_W}id"): note for note in root.iterfind(f"{_W}footnote")}
            furniture = [
                _part(archive, name) for name in sorted(names) if name.startswith(_FURNITURE)
            ]
            default = _default_language(_part(archive, "word/styles.xml"))
    except _BrokenPart as bad:
        return unreadable(bad.name, bad.reason)
    except zipfile.BadZipFile as error:
        return unreadable("the document", error)
    by_bookmark = {_bookmark(REFERENCE + work): work for work in works}
    citations: list[Cited] = []
    references: list[Cited] = []
    bookmarks: set[str] = set()
    anchors: set[str] = set()
    paragraphs: list[etree._Element] = []
    begun: list[str] = []
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
                begun.append(by_bookmark[name])
        elif element.tag == f"{_W}p":
            paragraphs.append(element)
            references += [Cited(work, list_number(_text(element))) for work in begun]
            begun = []
    for part in furniture:
        paragraphs += part.iter(f"{_W}p")
    broken = broken_text(map(_text, paragraphs))
    broken += dead_links(anchors, bookmarks)
    broken += _fallback_terms(paragraphs, default)
    return FileReading(tuple(citations), tuple(references), tuple(broken))


class _BrokenPart(Exception):
    """A part of the package that is missing, or no XML."""

    def __init__(self, name: str, reason: Exception) -> None:
        super().__init__(name)
        self.name = name
        self.reason = reason


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(archive.read(name), parser)
    except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error) as error:
        raise _BrokenPart(name, error) from error


def _in_order(
    body: etree._Element, notes: Mapping[str | None, etree._Element]
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


def _fallback_terms(paragraphs: list[etree._Element], default: str) -> list[Fault]:
    """Look at the language of runs only where a paragraph holds an English term at all."""
    cyrillic = is_cyrillic(default)
    suspects = [each for each in paragraphs if english_terms(_text(each), cyrillic=cyrillic)]
    return fallback_terms(
        passage for paragraph in suspects for passage in _passages(paragraph, default)
    )


def _passages(paragraph: etree._Element, default: str) -> Iterator[tuple[str, str]]:
    """Yield a paragraph's neighbouring runs of one language as (tag, text)."""
    runs = ((_language(run) or default, _text(run)) for run in paragraph.iter(f"{_W}r"))
    for tag, group in groupby(runs, key=lambda run: run[0]):
        yield tag, "".join(text for _, text in group)


def _language(run: etree._Element) -> str:
    language = run.find(f"{_W}rPr/{_W}lang")
    return "" if language is None else language.get(f"{_W}val", "")


def _default_language(styles: etree._Element) -> str:
    language = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    return "" if language is None else language.get(f"{_W}val", "")


def _bookmark(identifier: str) -> str:
    """Return the bookmark name that pandoc gives to an identifier."""
    if len(identifier) <= _LONGEST_BOOKMARK and identifier[0].isalpha():
        return identifier
    return "X" + hashlib.sha1(identifier.encode(), usedforsecurity=False).hexdigest()[1:]
