"""Addresses in lists and notes may break; those of the text are left."""

from __future__ import annotations

from lxml import etree

from uchtil.formats.docx.addresses import break_addresses
from uchtil.formats.docx.wordml import W


def paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_addresses_break_in_lists_and_notes() -> None:
    address = "URL: https://kun.uz/news/savdo-markazi/ (2.11.2026) va/yoki"
    root = etree.fromstring(
        f'<w:body xmlns:w="{W}">'
        + "".join(paragraph(each, address) for each in ("Bibliography", "FootnoteText", "BodyText"))
        + "</w:body>"
    )
    break_addresses(root)
    broken = "URL: https://kun.uz/\u200bnews/\u200bsavdo-\u200bmarkazi/ (2.11.2026) va/yoki"
    assert ["".join(each.itertext()) for each in root] == [broken, broken, address]
