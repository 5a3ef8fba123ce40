"""What stands before and after the text of a manuscript, as blocks for ``manuscript.lua``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from uchtil.bibliography.csl import initials_of
from uchtil.journals.submission import Metadata
from uchtil.language import language, metadata_terms
from uchtil.model import Author, Review
from uchtil.model.profiles import Block, FrontBlock, Profile
from uchtil.model.records import text_in

NBSP = "\u00a0"

Json = dict[str, Any]
"""A block, as the script reads it."""

NAMING = frozenset(
    {Block.AUTHORS, Block.AFFILIATIONS, Block.CONTACTS, Block.AUTHOR_DATA, Block.FUNDING}
)
"""Blocks that tell who wrote the article: a grant has a holder."""

_CLOSE = frozenset(",;")
"""Signs that have a space behind them only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """What blocks are made of."""

    review: Review
    metadata: Mapping[str, Metadata]
    """By language."""
    language: str
    """The manuscript's own."""
    anonymous: bool = False
    separator: str = ","
    """The sign between keywords."""
    names: str = "full"
    """How authors are called: see ``AuthorRules.names``."""

    def blocks(self, wanted: Sequence[FrontBlock]) -> Iterator[Json]:
        """Yield the blocks in order; those that name authors are left out of an anonymous copy."""
        before: Block | None = None
        for each in wanted:
            if self.anonymous and each.block in NAMING:
                continue
            code = each.language or self.language
            if each.block is Block.AUTHOR_DATA:
                # ORCID and address are the same in all languages: where one language follows the
                # other, once is enough; what stands by itself has all. The name is in full,
                # whatever is made of it elsewhere: no other block tells it.
                yield from self._author_data(code, contacts=before is not Block.AUTHOR_DATA)
            else:
                yield from self._block(each.block, code)
            before = each.block

    def _block(self, block: Block, code: str) -> Iterator[Json]:
        terms = metadata_terms(code)
        said = self.metadata[code]
        match block:
            case Block.UDC:
                if self.review.udc:
                    yield text("UDC", f"{terms.udc} {self.review.udc}", terms.tag)
            case Block.IRSTI:
                if self.review.irsti:
                    yield text("UDC", f"{terms.irsti} {self.review.irsti}", terms.tag)
            case Block.DOI:
                if self.review.doi:
                    yield text("UDC", f"DOI {self.review.doi}", terms.tag)
            case Block.EDITION:
                yield text("Date", self._edition(), metadata_terms(self.language).tag)
            case Block.TITLE:
                yield text("Title", said.title, terms.tag)
            case Block.ABSTRACT:
                first, *others = said.abstract.split("\n\n")
                yield text("Abstract", first, terms.tag, label=f"{terms.abstract}.")
                yield from (text("Abstract", each, terms.tag) for each in others)
            case Block.KEYWORDS:
                space = "" if self.separator in _CLOSE else " "
                words = f"{space}{self.separator} ".join(said.keywords)
                yield text("Keywords", words, terms.tag, label=f"{terms.keywords}:")
            case Block.CAPTIONS:
                here = language(self.language)
                yield {"kind": "captions", "text": here.terms.figures, "tag": here.tag}
            case _:
                yield from self._people(block, code, terms.tag)

    def _edition(self) -> str:
        here, review = language(self.language), self.review
        said = (here.date(review.date), f"{here.terms.version} {review.version}", review.licence)
        return " · ".join(each for each in said if each)

    def _people(self, block: Block, code: str, tag: str) -> Iterator[Json]:
        authors = self.review.authors
        if block is Block.AUTHORS and authors:
            names = ", ".join(called(each, code, self.names) for each in authors)
            yield text("Author", names, tag)
        elif block is Block.AFFILIATIONS:
            for affiliation in dict.fromkeys(affiliation_in(each, code) for each in authors):
                if affiliation:
                    yield text("Affiliation", affiliation, tag)
        elif block is Block.CONTACTS:
            for each in authors:
                address = each.email if each in corresponding(authors) else ""
                told = (f"ORCID {each.orcid}" if each.orcid else "", address)
                if any(told):
                    yield text("Affiliation", "; ".join(filter(None, told)), tag)
        elif block is Block.FUNDING and (funding := text_in(self.review.funding or {}, code)):
            yield text("Abstract", funding, tag, label=f"{metadata_terms(code).funding}.")

    def _author_data(self, code: str, *, contacts: bool) -> Iterator[Json]:
        tag = metadata_terms(code).tag
        for each in self.review.authors:
            yield text("Author", name_in(each, code), tag)
            data = data_of(each, code) if contacts else [affiliation_in(each, code)]
            if any(data):
                yield text("Affiliation", "; ".join(data), tag)


def text(style: str, words: str, tag: str, *, label: str = "") -> Json:
    """Return a paragraph of plain text; ``label`` stands before it in bold."""
    made = {"kind": "text", "style": style, "text": words, "tag": tag}
    return {**made, "label": label} if label else made


def markdown(style: str, words: str, tag: str) -> Json:
    """Return paragraphs written in Markdown."""
    return {"kind": "markdown", "style": style, "markdown": words, "tag": tag}


def name_in(author: Author, code: str) -> str:
    """Return an author's name in a language; what is not given in it is told beforehand."""
    return text_in(author.name, code)


def called(author: Author, code: str, names: str) -> str:
    """Return how an author is called in a manuscript; a name of unknown parts stays as it is."""
    parts = author.parts(code) if names != "full" else None
    if parts is None or not parts[1]:
        return name_in(author, code)
    family, given = parts
    tag = metadata_terms(code).tag
    short = f"{initials_of(given, tag)}".replace(" ", NBSP)
    return NBSP.join((short, family) if names == "initials-first" else (family, short))


def full_names(profile: Profile, authors: Sequence[Author], code: str) -> Iterator[str]:
    """Yield each name that a manuscript in a language gives in full, whatever is ruled of names."""
    for each in (*profile.front, *profile.after):
        if each.block is Block.AUTHOR_DATA:
            yield from (name_in(author, each.language or code) for author in authors)


def affiliation_in(author: Author, code: str) -> str:
    """Return an author's affiliation in a language."""
    return text_in(author.affiliation, code)


def data_of(author: Author, code: str) -> list[str]:
    """Return what is printed of an author beside the name."""
    orcid = f"ORCID {author.orcid}" if author.orcid else ""
    return [each for each in (affiliation_in(author, code), orcid, author.email) if each]


def corresponding(authors: Sequence[Author]) -> Sequence[Author]:
    """Return those who answer letters: who is named as such, else all."""
    return [each for each in authors if each.corresponding] or authors


def lists(profile: Profile, code: str) -> Iterator[Json]:
    """Yield the lists of references, each below its heading."""
    here = metadata_terms(code)
    for number, each in enumerate(profile.lists, 1):
        tag = language("en").tag if each.romanised else here.tag
        heading = each.heading or here.references
        yield {"kind": "heading", "text": heading, "id": f"references-{number}", "tag": tag}
        yield {"kind": "list", "index": number}
