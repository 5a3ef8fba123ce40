"""What was read of the pages of a PDF, and what they come to together.

Without the libraries that read them: a build imports those only where it reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from uchtil.checks.readback.records import REFERENCE, Cited, Fault, FileReading, dead_links


class EnglishTerm(NamedTuple):
    """An English term in another language's text, or in a page's margin."""

    fault: Fault
    in_margin: bool


class PageReading(NamedTuple):
    """What one page holds.

    The same page has the same reading wherever it is met, but for what the structure of the
    file says of it.
    """

    citations: tuple[Cited, ...]
    references: Mapping[str, str]
    """The list's entries by name, each with the number printed before it."""
    broken: tuple[Fault, ...]
    wanted: tuple[str, ...]
    """Names of the places that links lead to."""
    english: tuple[EnglishTerm, ...]
    has_english: bool
    """Whether English terms stand there, allowed or not: the structure decides that."""
    part: str = ""
    """The language of the part of the text that the page begins in, as the structure has it."""

    @classmethod
    def from_data(cls, data: Sequence[Any]) -> PageReading:
        """Return a reading that was kept as JSON."""
        citations, references, broken, wanted, english, has_english, _ = data
        return cls(
            citations=tuple(Cited(*each) for each in citations),
            references=references,
            broken=tuple(Fault(*each) for each in broken),
            wanted=tuple(wanted),
            english=tuple(EnglishTerm(Fault(*fault), in_margin) for fault, in_margin in english),
            has_english=has_english,
        )


class PagesReading(NamedTuple):
    """What some pages of a file hold; those of all its pages together make its reading."""

    pages: tuple[PageReading, ...]
    fingerprints: tuple[str, ...]
    """Of each page, as `same_pages` makes them."""
    listed: tuple[str, ...]
    """Names of all entries of the list, in its order (of the whole file)."""
    destinations: frozenset[str]
    """Names of all places (of the whole file)."""


def join_pages(readings: Sequence[PagesReading]) -> FileReading:
    """Return the reading of a file whose pages were read in pieces, given in their order."""
    whole = readings[0]
    pages = [page for each in readings for page in each.pages]
    numbers = {name: number for page in pages for name, number in page.references.items()}
    references = tuple(Cited(name.removeprefix(REFERENCE), numbers[name]) for name in whole.listed)
    broken = [fault for page in pages for fault in page.broken]
    broken += dead_links({name for page in pages for name in page.wanted}, whole.destinations)
    # Margins have no language of their own: they are not judged where a part is in English.
    has_english = any(page.part.startswith("en") for page in pages)
    broken += [
        found.fault
        for page in pages
        for found in page.english
        if not (found.in_margin and has_english)
    ]
    citations = tuple(cited for page in pages for cited in page.citations)
    return FileReading(citations, references, tuple(broken))
