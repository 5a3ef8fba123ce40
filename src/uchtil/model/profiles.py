"""What a journal asks for, as records: one profile is one file of ``templates/journals``.

A rule that is not known is absent (``None``, or an empty collection), and nothing is then
asked for; what the journal is known to have a rule for, and not which, stands in
``Profile.unknown``.  Lengths are in centimetres, type sizes in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from uchtil.model.dates import When
from uchtil.problems import Location

OTHERS = "others"
"""What stands for all languages that a journal takes manuscripts in, but the manuscript's own."""


class Unit(str, Enum):
    """What a length is counted in; characters include the spaces."""

    WORDS = "words"
    CHARACTERS = "characters"
    PAGES = "pages"


class Region(str, Enum):
    """A part of a manuscript, as lengths are counted."""

    FRONT = "front"
    TEXT = "text"
    TABLES = "tables"
    NOTES = "notes"
    REFERENCES = "references"


class Block(str, Enum):
    """What stands before or after the text."""

    UDC = "udc"
    IRSTI = "irsti"
    DOI = "doi"
    TITLE = "title"
    AUTHORS = "authors"
    AFFILIATIONS = "affiliations"
    CONTACTS = "contacts"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    FUNDING = "funding"
    """Who paid for the work; without a word where the review does not say."""
    AUTHOR_DATA = "author-data"
    """Of each author the name, affiliation, ORCID and address; the last two once where blocks of
    several languages follow one another."""
    EDITION = "edition"
    """Which version it is, of which day, and under which licence: for preprints."""
    CAPTIONS = "captions"
    """The captions of the figures as a list, for journals that take these as files alone."""


class Form(str, Enum):
    """How much of the review is submitted; the numbers are weights that are kept."""

    FULL = "full"
    MEDIUM = "medium"
    SHORT = "short"
    FITTING = "fitting"
    """The longest that fits the journal's length."""

    @property
    def weight(self) -> int:
        """The greatest weight of a paragraph that this form keeps."""
        return {"full": 3, "medium": 2, "short": 1, "fitting": 3}[self.value]


class Order(str, Enum):
    """The order of a list of references."""

    CITATION = "citation"
    ALPHABETICAL = "alphabetical"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How many there may be, ends included; ``None`` is no limit."""

    at_least: int | None = None
    at_most: int | None = None

    def admit(self, count: int) -> bool:
        """Whether so many are right."""
        return (self.at_least is None or count >= self.at_least) and (
            self.at_most is None or count <= self.at_most
        )

    def falls_short(self, count: int) -> bool:
        """Whether so many are too few."""
        return self.at_least is not None and count < self.at_least


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """Where the rules come from: address, day or month they were read, and in what way."""

    url: str
    read: When
    note: Note | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """The page; a standard format is given by its size."""

    width: Decimal = Decimal("21")
    height: Decimal = Decimal("29.7")
    top: Decimal | None = None
    right: Decimal | None = None
    bottom: Decimal | None = None
    left: Decimal | None = None
    number: str | None = None
    """Where the number of the page stands: ``bottom-center``, ``top-right``… or ``none``."""
    number_size: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How paragraphs of one kind are set; ``None`` is not ruled.

    ``spacing`` is a multiple of the single line, ``indent`` that of the first line.
    """

    size: Decimal | None = None
    spacing: Decimal | None = None
    indent: Decimal | None = None
    align: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Typography:
    """The type of the text, and what is set otherwise."""

    font: str = "Times New Roman"
    text: Look = field(default_factory=Look)
    others: Mapping[str, Look] = field(default_factory=dict)
    """By kind: ``title``, ``author``, ``abstract``, ``references``, ``notes``…"""
    hyphens: bool | None = None
    """Whether words may be parted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Length:
    """How long a manuscript may be, and what of it counts."""

    unit: Unit
    limits: Limits
    counts: frozenset[Region] = frozenset(Region)


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontBlock:
    """A block before or after the text, in the manuscript's language or in another (``others``)."""

    block: Block
    language: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AbstractRules:
    """What is asked of abstracts, in which languages (empty: the manuscript's)."""

    languages: tuple[str, ...] = ()
    words: Mapping[str, Limits] = field(default_factory=dict)
    """By language; ``""`` is for all others."""
    characters: Limits = field(default_factory=Limits)
    sentences: Limits = field(default_factory=Limits)

    def limits(self, language: str) -> Limits:
        """Return how many words an abstract in this language may have."""
        return self.words.get(language) or self.words.get("") or Limits()


@dataclass(frozen=True, kw_only=True, slots=True)
class KeywordRules:
    """What is asked of keywords, in which languages (empty: the manuscript's)."""

    languages: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    separator: str | None = None
    """The sign between them; a comma where nothing is ruled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AuthorRules:
    """What an author has to give, and in which languages (empty: the manuscript's)."""

    fields: frozenset[str] = frozenset()
    """``affiliation``, ``orcid``, ``email``, ``roles``."""
    languages: tuple[str, ...] = ()
    at_most: int | None = None
    names: str | None = None
    """``full`` (as the review has them), ``initials-first``, ``initials-last``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Romanising:
    """How a list in Latin script is made."""

    systems: Mapping[str, str]
    """Names of systems by the language of works in Cyrillic: ``ru``, ``kk``, ``uz-Cyrl``."""
    title: str = "transliterated+english"
    """What is printed of a title: ``transliterated+english``, ``english``, ``transliterated``."""
    english_titles: bool = False
    """Whether works in Latin script have an English title too, unless they are in English."""
    note: str = ""
    """What is added on the language: ``(In {language})``."""
    note_in: str = "title"
    """Where: behind the ``title``, or as the ``note`` of the work."""
    places: str = "english"
    """Whether places are in English or ``transliterated``."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """What is written for signs that the list may not hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceList:
    """One list of references.

    ``style`` is a CSL style by name.  Numbers are those of the first list.  ``heading``
    is empty where the language's own word is meant.
    """

    style: str
    heading: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    """By language of the manuscript, where it goes by that; its own is then the ``heading``."""
    order: Order | None = None
    """``None`` until it is known how its style orders it."""
    romanised: Romanising | None = None
    forbidden: str = ""
    """Signs that the list may not hold."""
    size: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceRules:
    """How many works must be cited, and how old they may be."""

    limits: Limits = field(default_factory=Limits)
    recent_years: int | None = None
    """What counts as recent, counted back from the day of the review."""
    recent_share: int | None = None
    """How many per cent of the works must be recent."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureRules:
    """How figures are handed over."""

    colour: bool = True
    separate: bool = False
    """Whether each is also wanted as a file of its own."""
    dots_per_inch: int = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Journal:
    """Who publishes, as far as files have to name it.

    ``name`` is by language; where a journal has one name, it stands under its own language.
    ``issn`` is that of print, ``e_issn`` the electronic one; ``country`` is a code of
    ISO 3166-1 (``UZ``).  ``section``, ``author_group`` and ``genre`` are what the journal's
    OJS calls the section (its abbreviation), its authors and the manuscript; the defaults
    are those of a fresh OJS.
    """

    id: str
    name: Mapping[str, str]
    abbreviation: str = ""
    issn: str = ""
    e_issn: str = ""
    publisher: str = ""
    country: str = ""
    url: str = ""
    email: str = ""
    section: str = "ART"
    author_group: str = "Author"
    genre: str = "Article Text"

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in the first that there is."""
        return self.name.get(language) or next(iter(self.name.values()), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something that is said to the author, by language; under ``""`` where that is not told."""

    text: Mapping[str, str]

    def said(self, language: str) -> str:
        """Return it in a language, else in English, else in the first that it is given in."""
        own = self.text.get(language) or self.text.get(language.partition("-")[0])
        return own or self.text.get("en") or next(iter(self.text.values()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """A journal's rules."""

    id: str
    journal: Journal
    rules: Rules
    languages: tuple[str, ...]
    """Languages (``uz-cyrl`` for the other script) that a manuscript may be in, the usual first."""
    paper: Paper
    type: Typography
    lengths: tuple[Length, ...] = ()
    form: Form = Form.FITTING
    front: tuple[FrontBlock, ...]
    after: tuple[FrontBlock, ...] = ()
    codes: frozenset[str] = frozenset()
    """Codes that must be given: ``udc``, ``irsti``, ``doi``."""
    title_words: Limits = field(default_factory=Limits)
    abstract: AbstractRules
    keywords: KeywordRules
    authors: AuthorRules
    citations: str
    """The CSL style of citations in the text, by name."""
    romanised: Romanising | None = None
    """How works are put into Latin script wherever they are cited: for texts in English."""
    lists: tuple[ReferenceList, ...]
    """Empty where works are told in notes alone."""
    usual_list: bool = False
    """Whether nothing is said of lists: there is one then, unless the style cites in notes."""
    sources: SourceRules = field(default_factory=SourceRules)
    sections: tuple[str, ...] = ()
    """Sections that an article must have, by the review's names of them."""
    anonymous: bool = False
    """Whether a copy without names is wanted."""
    figures: FigureRules = field(default_factory=FigureRules)
    package: tuple[str, ...]
    """What is handed over, by name: ``manuscript``, ``jats``…"""
    file_name: str = "{journal}-{part}"
    duties: tuple[Note, ...] = ()
    """What only the author can do."""
    unknown: tuple[Note, ...] = ()
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)

    def place(self, name: str) -> Location:
        """Return where a field of the profile is given; else the profile's place."""
        return self.places.get(name, self.where)
