"""What is submitted: the one record that every hand-off is written from.

A hand-off takes nothing from anywhere else, no clock, no file, no network: the same
submission gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from uchtil.bibliography.reference import Reference
from uchtil.language.tags import is_language_tag, locale_tag
from uchtil.model import Review
from uchtil.model.profiles import Journal


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What the article says of itself in one language, as plain text.

    ``language`` is a code (``uz``, ``uz-cyrl``, ``ru``, ``en``, ``kk``), ``tag`` its
    BCP 47 tag (``uz-Latn-UZ``).  Paragraphs of the abstract are joined by an empty line.
    """

    language: str
    tag: str
    title: str
    abstract: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Manuscript:
    """The file that a journal's editors read."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Caption:
    """The caption of a figure as it is printed; ``label`` is the number with its word."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Illustration:
    """A figure as the manuscript shows it.

    ``file`` is where its files lie in the package, without their ending.
    """

    id: str
    file: str
    label: str
    caption: str
    alt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedList:
    """A list of references below its heading; ``tag`` is empty where each is in its language."""

    heading: str
    entries: tuple[str, ...]
    tag: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """An article on its way to a journal, in the language of its manuscript.

    ``metadata`` begins with the manuscript's own language.  ``references`` are the works
    of the list in its order, and so by their numbers.  ``printed`` and ``romanised`` have
    for their keys the entry as the list prints it (plain text), and its CSL-JSON item in
    Latin script.  ``body`` is pandoc's tree of the cited text.
    """

    review: Review
    journal: Journal
    language: str
    metadata: tuple[Metadata, ...]
    references: tuple[Reference, ...]
    romanised: Mapping[str, Mapping[str, Any]]
    printed: Mapping[str, str]
    body: Mapping[str, Any]
    words: int
    counted: str = ""
    """What of the manuscript these words are, in English: ``text, tables, notes``."""
    doi: str = ""
    """The DOI, once the journal has given one."""
    bibliography: str = ""
    """The text of ``references.bib``: its entries are handed over as they are written."""
    manuscript: Manuscript | None = None
    figures: tuple[Illustration, ...] = ()
    """The figures in the order of the text."""
    lists: tuple[PrintedList, ...] = ()
    """The lists of references as the manuscript prints them."""

    @property
    def own(self) -> Metadata:
        """What the article says of itself in the manuscript's own language."""
        return self.metadata[0]


def tag_of(reference: Reference) -> str:
    """Return the full tag of a work's language; nothing where it is not known."""
    return locale_tag(reference.language) if is_language_tag(reference.language) else ""
