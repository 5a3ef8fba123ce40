"""What kind of file bytes are: the content decides, and never the ending of the name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from uchtil.intake.blocks import foreign, locked


class Kind(str, Enum):
    """The kinds that texts are taken from."""

    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "plain text"


ENDINGS: Mapping[str, Kind] = MappingProxyType(
    {
        ".pdf": Kind.PDF,
        ".docx": Kind.DOCX,
        ".docm": Kind.DOCX,
        ".dotx": Kind.DOCX,
        ".htm": Kind.HTML,
        ".html": Kind.HTML,
        ".xhtml": Kind.HTML,
        ".md": Kind.MARKDOWN,
        ".markdown": Kind.MARKDOWN,
        ".txt": Kind.TEXT,
        ".text": Kind.TEXT,
    }
)

_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", "save it as DOCX"),
    (b"\x89PNG", "a picture", "a picture has no text; recognise the letters in it first"),
    (b"\xff\xd8\xff", "a picture", "a picture has no text; recognise the letters in it first"),
    (b"GIF8", "a picture", "a picture has no text; recognise the letters in it first"),
    (b"II*\x00", "a picture", "a picture has no text; recognise the letters in it first"),
    (b"MM\x00*", "a picture", "a picture has no text; recognise the letters in it first"),
    (b"AT&TFORM", "a DjVu file", "save it as PDF with its text"),
    (b"%!PS", "a PostScript file", "save it as PDF"),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it"),
    (b"Rar!", "a packed file (RAR)", "unpack it"),
    (b"BZh", "a packed file (bzip2)", "unpack it"),
    (b"\xfd7zXZ", "a packed file (xz)", "unpack it"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90", "a program", ""),
    (b"SQLite format 3", "a database", ""),
)
"""What other files begin with, what they are, and what can be done."""

_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
"""Readers find the beginning of a PDF within so many bytes (ISO 32000-1, annex H.3)."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|article|section|main|header|div|p|h[1-6]|"
    r"table|ul|ol|blockquote|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\b)", re.IGNORECASE)
_END_TAG = re.compile(r"</[a-z][a-z0-9]*\s*>", re.IGNORECASE)


def is_binary(head: bytes) -> bool:
    """Whether a file that begins so is neither a text nor a page."""
    beginnings = (b"PK", _COMPOUND, *(each[0] for each in _FOREIGN))
    return b"%PDF-" in head[:_PDF_WITHIN] or head.startswith(beginnings)


def kind_of_bytes(data: bytes) -> Kind | None:
    """Return PDF or DOCX, and nothing for what may be a text.

    A ZIP file is called DOCX here; what it holds is looked at when it is unpacked.  Raises
    ``Refused``.
    """
    if b"%PDF-" in data[:_PDF_WITHIN] and not _HTML.match(data[:200].decode("latin-1")):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.DOCX
    if data.startswith(_COMPOUND) and _ENCRYPTED_OFFICE in data:
        raise locked()
    if data.startswith(_COMPOUND):
        raise foreign("a file of Word before 2007", "save it as DOCX")
    for beginning, what, hint in _FOREIGN:
        if data.startswith(beginning):
            raise foreign(what, hint)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise foreign("a picture, a sound or a film")
    return None


def kind_of_text(text: str, ending: str) -> Kind:
    """Return the kind of a text.

    Only between plain text and Markdown does the ending of the name decide, since every text
    can be read as either.  Raises ``Refused`` for XML that is no page.
    """
    if _HTML.match(text) and (_END_TAG.search(text) or "<!doctype" in text[:200].lower()):
        return Kind.HTML
    if _XML.match(text):
        if re.search(r"<(?:\w+:)?html\b", text[:20_000], re.IGNORECASE):
            return Kind.HTML
        raise foreign("an XML file, and no page")
    return Kind.MARKDOWN if ENDINGS.get(ending.lower()) is Kind.MARKDOWN else Kind.TEXT
