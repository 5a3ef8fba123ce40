"""The fields of ``content/review.yaml``."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from uchtil.language import TRANSLITERATED
from uchtil.load.containers import (
    ByFurtherLanguage,
    ByLanguage,
    ListOf,
    Localised,
    LocalisedByline,
)
from uchtil.load.fields import Field, Record, Values
from uchtil.load.orcid import orcid_problem
from uchtil.load.reading import LANGUAGE_NAMES, Reading
from uchtil.load.rulings import Rulings
from uchtil.load.shapes import Date, Flag, Json, Shape, Text, Word, slug
from uchtil.model import Author, Review, Summary

CREDIT_ROLES = (
    "conceptualization",
    "data-curation",
    "formal-analysis",
    "funding-acquisition",
    "investigation",
    "methodology",
    "project-administration",
    "resources",
    "software",
    "supervision",
    "validation",
    "visualization",
    "writing-original-draft",
    "writing-review-editing",
)
"""The contributor roles of CRediT (ANSI/NISO Z39.104-2022)."""


@dataclass(frozen=True, slots=True)
class Orcid(Shape[str]):
    """An ORCID whose check digit is right."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the ORCID as four groups."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if problem := orcid_problem(text):
            reading.error("wrong-orcid", problem[0], node, problem[1])
            return None
        return text

    def schema(self, defs: Json) -> Json:
        """Return the form; the check digit is the loader's to tell."""
        return {"type": "string", "pattern": r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"}


AUTHOR_NAME = Field("name", LocalisedByline(), "as printed in each language", required=True)
AFFILIATION = Field("affiliation", LocalisedByline(), "as printed in each language", required=True)
FAMILY = Field(
    "family", LocalisedByline(), "which words of the name are the family name, in each language"
)
ORCID = Field("orcid", Orcid(), "as 0000-0002-1825-0097")
EMAIL = Field(
    "email",
    Text(
        pattern=r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+",
        expected="it as name@example.org",
        code="wrong-email",
    ),
    "where readers can write to",
)
CORRESPONDING = Field("corresponding", Flag(), "whether this author answers letters")
ROLES = Field(
    "roles",
    ListOf(Word(CREDIT_ROLES, "unknown-credit-role"), "a CRediT role", unique=True),
    "CRediT roles",
)


def _author(values: Values) -> Author:
    corresponding = values.get(CORRESPONDING) or False
    if corresponding and EMAIL.name not in values.nodes:
        values.error(
            "missing-field", "the corresponding author has no `email`", hint="add `email:`"
        )
    author = Author(
        name=values.need(AUTHOR_NAME),
        affiliation=values.need(AFFILIATION),
        family=values.get(FAMILY),
        orcid=values.get(ORCID) or "",
        email=values.get(EMAIL) or "",
        corresponding=corresponding,
        roles=values.items(ROLES),
        where=values.at(AUTHOR_NAME),
    )
    for code, family in (author.family or {}).items():
        if family and author.name.get(code) and author.parts(code) is None:
            values.error(
                "wrong-value",
                f"the family name `{family}` is not in the name `{author.name[code]}`",
                FAMILY,
                "write it as in `name`, in the same language",
            )
    return author


AUTHOR = Record(
    "the author",
    (AUTHOR_NAME, FAMILY, AFFILIATION, ORCID, EMAIL, CORRESPONDING, ROLES),
    _author,
    about="an author of the review",
)

REVIEW_ID = Field("id", slug(), "kebab-case: the name of the review", required=True)
VERSION = Field(
    "version",
    Text(pattern=r"\d+(?:\.\d+){1,2}", expected="it as 1.0.0", number=True),
    "the version of the review, as 1.0.0",
    required=True,
)
REVIEW_DATE = Field("date", Date(day=True), "the day of this version", required=True)
LANGUAGES = Field(
    "languages",
    ListOf(Word(tuple(LANGUAGE_NAMES), "unknown-language"), "a language", 1, unique=True),
    "the languages that the review is written in",
    required=True,
)
SCRIPTS = Field(
    "transliterated",
    ListOf(Word(tuple(TRANSLITERATED), "unknown-language"), "an edition", unique=True),
    "editions made by transliteration: `uz-cyrl`, Uzbek in Cyrillic script",
)
STYLE = Field("style", slug(), "the citation style by name, as `gost-numeric`", required=True)
UDC = Field("udc", Text(number=True), "Universal Decimal Classification", required=True)
TITLE = Field("title", Localised(), "the title", required=True)
SHORT_TITLE = Field(
    "short_title", Localised(), "a shorter title for running heads, some 45 characters"
)
ABSTRACT = Field("abstract", Localised(), "the abstract, 150 to 250 words", required=True)
ABSTRACT_SHORT = Field(
    "abstract_short",
    Localised(),
    "an abstract of 40 to 50 words, for journals that ask for one; no edition prints it",
)
ABSTRACT_LONG = Field(
    "abstract_long",
    Localised(),
    "an abstract of 250 to 300 words, for journals that ask for one; no edition prints it",
)
KEYWORDS = Field(
    "keywords",
    ByLanguage(ListOf(Text(), "a keyword", 1, unique=True), ()),
    "6 to 10 keywords in each language",
    required=True,
)
SECTIONS = Field(
    "sections",
    ListOf(slug(), "a section", 1, unique=True),
    "the sections in order: the folders of content/sections without their numbers",
    required=True,
)
AUTHORS = Field("authors", ListOf(AUTHOR, "an author"), "the authors in order; may be empty")
FUNDING = Field(
    "funding",
    LocalisedByline(),
    "who paid for the work, in a sentence, or that nobody did; for journals that ask for it",
)
URL = Field(
    "url",
    Text(pattern=r"https?://[^\s/]+\S*", expected="it as https://example.org/review"),
    "where the review can be read",
)
LICENCE = Field("licence", Text(), "the licence, as `CC BY 4.0`")
IRSTI = Field(
    "irsti",
    Text(
        pattern=r"\d\d\.\d\d(?:\.\d\d)?(?:, \d\d\.\d\d(?:\.\d\d)?)*",
        expected="it as 03.20.00",
        number=True,
    ),
    "the code of the rubricator that journals of Kazakhstan ask for, as 03.20.00",
)
DOI = Field(
    "doi",
    Text(pattern=r"10\.\d{4,9}/\S+", expected="it as 10.1234/abc, without an address before it"),
    "the DOI of the published article, as 10.1234/abc",
)
CHANGES = Field(
    "changes",
    Flag(),
    "whether the article ends in a section that tells what changed since the last release",
)
RULINGS = Field("checks", Rulings(), "how much single checks matter in this review, and why")

SUMMARY_TITLE = Field("title", Text(), "the title", required=True)
SUMMARY_SHORT_TITLE = Field("short_title", Text(), "a shorter title for running heads")
SUMMARY_ABSTRACT = Field(
    "abstract", Text(), "the abstract, 150 to 250 words, without braces", required=True
)
SUMMARY_ABSTRACT_SHORT = Field(
    "abstract_short", Text(), "an abstract of 40 to 50 words, without braces"
)
SUMMARY_ABSTRACT_LONG = Field(
    "abstract_long", Text(), "an abstract of 250 to 300 words, without braces"
)
SUMMARY_KEYWORDS = Field(
    "keywords", ListOf(Text(), "a keyword", 1, unique=True), "6 to 10 keywords", required=True
)


def _summary(values: Values) -> Summary:
    return Summary(
        language=values.reading.language,
        title=values.need(SUMMARY_TITLE),
        short_title=values.get(SUMMARY_SHORT_TITLE) or "",
        abstract=values.need(SUMMARY_ABSTRACT),
        abstract_short=values.get(SUMMARY_ABSTRACT_SHORT) or "",
        abstract_long=values.get(SUMMARY_ABSTRACT_LONG) or "",
        keywords=values.need(SUMMARY_KEYWORDS),
        where=values.at(),
        places=values.places(),
    )


SUMMARY = Record(
    "the summary",
    (
        SUMMARY_TITLE,
        SUMMARY_SHORT_TITLE,
        SUMMARY_ABSTRACT,
        SUMMARY_ABSTRACT_SHORT,
        SUMMARY_ABSTRACT_LONG,
        SUMMARY_KEYWORDS,
    ),
    _summary,
    about="title, abstract and keywords in a language that the review is not written in",
)
METADATA = Field(
    "metadata",
    ByFurtherLanguage(SUMMARY),
    "title, abstract and keywords in languages that the review is not written in: `kk`, Kazakh",
)


def _authors_whole(values: Values) -> bool:
    """Whether every author that is given could be read."""
    node = values.nodes.get(AUTHORS.name)
    given = node.value if isinstance(node, yaml.SequenceNode) else ()
    return len(values.items(AUTHORS)) == len(given)


def _review(values: Values) -> Review:
    return Review(
        id=values.need(REVIEW_ID),
        version=values.need(VERSION),
        date=values.need(REVIEW_DATE),
        languages=values.need(LANGUAGES),
        transliterated=values.items(SCRIPTS),
        style=values.need(STYLE),
        title=values.need(TITLE),
        short_title=values.get(SHORT_TITLE),
        abstract=values.need(ABSTRACT),
        abstract_short=values.get(ABSTRACT_SHORT),
        abstract_long=values.get(ABSTRACT_LONG),
        keywords=values.need(KEYWORDS),
        metadata=values.get(METADATA) or {},
        udc=values.need(UDC),
        irsti=values.get(IRSTI) or "",
        doi=values.get(DOI) or "",
        sections=values.need(SECTIONS),
        authors=values.items(AUTHORS),
        authors_whole=_authors_whole(values),
        funding=values.get(FUNDING),
        url=values.get(URL) or "",
        licence=values.get(LICENCE) or "",
        changes=values.get(CHANGES) or False,
        rulings=values.items(RULINGS),
        where=values.at(),
        places=values.places(),
    )


REVIEW = Record(
    "the review",
    (
        REVIEW_ID,
        VERSION,
        REVIEW_DATE,
        LANGUAGES,
        SCRIPTS,
        STYLE,
        UDC,
        IRSTI,
        DOI,
        TITLE,
        SHORT_TITLE,
        ABSTRACT,
        ABSTRACT_SHORT,
        ABSTRACT_LONG,
        KEYWORDS,
        METADATA,
        SECTIONS,
        AUTHORS,
        FUNDING,
        URL,
        LICENCE,
        CHANGES,
        RULINGS,
    ),
    _review,
    about="what the review is: title, authors, abstract, order of sections",
)


def blank_review(values: Values) -> Review | None:
    """Return the review with blanks for what is wrong in it (told already).

    The sections can then be checked in the same run; a project with errors is never
    built.  ``None`` where not even languages, sections and date can be read.
    """
    languages = values.get(LANGUAGES)
    sections, date = values.get(SECTIONS), values.get(REVIEW_DATE)
    if not languages or not sections or date is None:
        return None
    return Review(
        id=values.get(REVIEW_ID) or "",
        version=values.get(VERSION) or "",
        date=date,
        languages=languages,
        transliterated=values.items(SCRIPTS),
        style=values.get(STYLE) or "",
        title=values.get(TITLE) or dict.fromkeys(languages, ""),
        abstract=values.get(ABSTRACT) or dict.fromkeys(languages, ""),
        abstract_short=values.get(ABSTRACT_SHORT),
        abstract_long=values.get(ABSTRACT_LONG),
        keywords=values.get(KEYWORDS) or dict.fromkeys(languages, ()),
        udc=values.get(UDC) or "",
        sections=sections,
        authors=values.items(AUTHORS),
        authors_whole=_authors_whole(values),
        rulings=values.items(RULINGS),
        where=values.at(),
        places=values.places(),
    )
