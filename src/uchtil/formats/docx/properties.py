"""The properties of the file: title, authors, words to find it by; nothing of its making."""

from __future__ import annotations

from html import escape

from uchtil.formats.docx.settings import DocxSettings

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_properties(settings: DocxSettings) -> bytes:
    """Return ``docProps/core.xml``; without authors the file has no creator."""
    moment = f"{settings.date.isoformat()}T00:00:00Z"
    fields = (
        ("dc:title", settings.title),
        ("dc:creator", "; ".join(settings.authors)),
        ("dc:description", settings.description),
        ("dc:language", settings.language),
        ("cp:keywords", ", ".join(settings.keywords)),
    )
    inner = "".join(f"<{tag}>{escape(text, quote=False)}</{tag}>" for tag, text in fields if text)
    inner += "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inner}</cp:coreProperties>"
    ).encode()


def extended_properties() -> bytes:
    """Return ``docProps/app.xml``: which program made the file, and no invented counts."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_EXTENDED}"><Application>uchtil</Application></Properties>'
    ).encode()
