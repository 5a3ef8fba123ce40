"""The parts that a long edition is bound from, each a page of its own to be printed.

A sheet depends on nothing but its own text: page numbers are drawn afterwards, and the
contents are told the pages of their headings.  So a sheet is stale only when its own
text, or the look of it, has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from uchtil.formats.binding import ELSEWHERE
from uchtil.formats.pages import PageEdition, print_page

FRONT, REFERENCES = "front", "references"

_IDENTIFIER = re.compile(r'\bid="([^"]+)"')
_LINK = re.compile(r'href="#([^"]+)"')
_NOTE = re.compile(r'class="footnote-ref"')


def sheet_names(edition: PageEdition) -> tuple[str, ...]:
    """Return the names of an edition's sheets, in the order in which they are bound."""
    return (FRONT, *(part.code for part in edition.parts), REFERENCES)


def sheet_page(templates: Path, edition: PageEdition, name: str, *, references_html: str) -> str:
    """Return the page of one sheet; links to other sheets are marked for the binding.

    Notes go on counting through the parts, so a part knows how many stand before it.
    """
    before = 0
    for part in edition.parts:
        if part.code == name:
            break
        before += len(_NOTE.findall(part.body_html))
    wanted = replace(
        edition,
        parts=tuple(
            part if name in (part.code, FRONT) else replace(part, body_html="")
            for part in edition.parts
        ),
    )
    page = print_page(
        templates,
        wanted,
        references_html=references_html if name == REFERENCES else "",
        sheet=name,
        notes_before=before if name not in (FRONT, REFERENCES) else 0,
    )
    return _marked(page)


def front_page(templates: Path, edition: PageEdition, pages: Mapping[str, int]) -> str:
    """Return the front, its contents with the page (from 1) of every heading."""
    wanted = replace(edition, parts=tuple(replace(part, body_html="") for part in edition.parts))
    page = print_page(templates, wanted, references_html="", sheet=FRONT)
    return _LINK.sub(lambda link: f'href="{ELSEWHERE}{link[1]}" data-page="{pages[link[1]]}"', page)


def folio_texts(edition: PageEdition, lengths: Sequence[int]) -> list[tuple[str, str]]:
    """Return each page's language tag and number, in the words of the part it stands in.

    ``lengths`` are the sheets' numbers of pages, in the order of ``sheet_names``.
    """
    total = sum(lengths)
    texts: list[tuple[str, str]] = []
    parts = {part.code: part for part in edition.parts}
    for name, length in zip(sheet_names(edition), lengths, strict=True):
        for _ in range(length):
            page = len(texts) + 1
            part = parts.get(name)
            if part is None:
                texts.append(("", f"{page} / {total}"))
            else:
                texts.append((part.tag, part.terms.page_of(page, total)))
    return texts


def _marked(page: str) -> str:
    """Mark the links that lead out of this sheet."""
    here = set(_IDENTIFIER.findall(page))

    def mark(match: re.Match[str]) -> str:
        return match[0] if match[1] in here else f'href="{ELSEWHERE}{match[1]}"'

    return _LINK.sub(mark, page)
