"""The parts that a PDF is bound from, each a page of its own to be printed.

A sheet depends on nothing but its own text: page numbers are drawn afterwards, and the
contents are told the pages of their headings.  So a sheet is stale only when its own
text, or the look of it, has changed; and the text in one language is one sheet, whether
it is bound alone or with the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from uchtil.formats.pages import PageEdition, print_page

ELSEWHERE = "https://elsewhere.invalid/#"
"""How a sheet writes a link to a place in another sheet; binding makes it a real one."""

FRONT: Final = "front"
TEXT: Final = "text"
REFERENCES: Final = "references"

_IDENTIFIER = re.compile(r'\bid="([^"]+)"')
_LINK = re.compile(r'href="#([^"]+)"')


def text_page(templates: Path, edition: PageEdition, notes_before: int = 0) -> str:
    """Return the page of the text of an edition in one language.

    ``notes_before`` is how many notes stand before it where it is bound.
    """
    page = print_page(templates, edition, references_html="", sheet=TEXT, notes_before=notes_before)
    return _marked(page)


def references_page(templates: Path, edition: PageEdition, references_html: str) -> str:
    """Return the page of the reference list."""
    page = print_page(
        templates, without_text(edition), references_html=references_html, sheet=REFERENCES
    )
    return _marked(page)


def front_page(templates: Path, edition: PageEdition, pages: Mapping[str, int]) -> str:
    """Return the front, its contents with the page (from 1) of every heading."""
    page = print_page(templates, without_text(edition), references_html="", sheet=FRONT)
    return _LINK.sub(lambda link: f'href="{ELSEWHERE}{link[1]}" data-page="{pages[link[1]]}"', page)


def folio_texts(edition: PageEdition, lengths: Sequence[int]) -> list[tuple[str, str]]:
    """Return each page's language tag and number, in the words of the part it stands in.

    ``lengths`` are the numbers of pages of the front, of each part, and of the list.  What
    belongs to all languages alike has bare numbers.
    """
    total = sum(lengths)
    several = len(edition.parts) > 1
    around = None if several else edition.parts[0]
    texts: list[tuple[str, str]] = []
    for part, length in zip((around, *edition.parts, around), lengths, strict=True):
        for page in range(len(texts) + 1, len(texts) + length + 1):
            if part is None:
                texts.append(("", f"{page} / {total}"))
            else:
                texts.append((part.tag, part.terms.page_of(page, total)))
    return texts


def without_text(edition: PageEdition) -> PageEdition:
    """Return an edition with nothing but what its front prints."""
    return replace(edition, parts=tuple(replace(part, body_html="") for part in edition.parts))


def _marked(page: str) -> str:
    """Mark the links that lead out of this sheet."""
    here = set(_IDENTIFIER.findall(page))

    def mark(match: re.Match[str]) -> str:
        return match[0] if match[1] in here else f'href="{ELSEWHERE}{match[1]}"'

    return _LINK.sub(mark, page)
