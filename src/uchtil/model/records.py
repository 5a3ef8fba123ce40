"""The records of a review: frozen, complete, and impossible to hold invalid data.

Records know where they were written (``where``), so that a check made much later can
still name the file and the line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from uchtil.model.dates import When
from uchtil.problems import Location, Ruling

Localised = Mapping[str, str]
"""A text in every language of the review, by language code (``uz``, ``ru``, ``en``)."""


def text_in(texts: Localised, language: str) -> str:
    """Return a text of one line in a language; nothing where it is not given in it.

    It is asked for by its key: texts in Cyrillic Uzbek are made when they are.
    """
    try:
        return " ".join(texts[language].split())
    except KeyError:
        return ""


Broken = Mapping[str, frozenset[str]]
"""Ids of what could not be read, by kind: ``facts``, ``names``, ``references``…

What is wrong with them was told where they stand, so no use of them is told again.
"""

EVERYTHING = "*"
"""Stands among the broken ids where a whole file could not be read: any id may be in it."""


def is_broken(broken: Broken, kind: str, wanted: str) -> bool:
    """Whether an id is, or may be, one of those that could not be read."""
    ids = broken.get(kind, frozenset())
    return wanted in ids or EVERYTHING in ids


class Kind(str, Enum):
    """What a fact is: something that happened, a measured value, or an assertion."""

    EVENT = "event"
    MEASURE = "measure"
    CLAIM = "claim"


class Status(str, Enum):
    """What a value is: what came about, a guess, what is intended, what is aimed at."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    PLAN = "plan"
    TARGET = "target"


class Bound(str, Enum):
    """How a source hedges a value: "about 100", "more than 100", "nearly 100"…"""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    NEARLY = "nearly"
    AT_LEAST = "at-least"


class Figuring(str, Enum):
    """How one figure follows from others."""

    GROWTH = "growth"
    """By how many per cent the second is more than the first."""
    TIMES = "times"
    """How many times the first the second is."""
    SHARE = "share"
    """How many per cent of the second the first is."""
    SUM = "sum"
    """What all of them make together."""


class RemarkKind(str, Enum):
    """What is wrong with what sources say, or how they say it."""

    CONFLICT = "conflict"
    UNDATED = "undated"
    MISPRINT = "misprint"
    DAMAGE = "damage"
    WRONG_NAME = "wrong-name"
    ORPHAN_CITATION = "orphan-citation"
    UNCITED_LIST = "uncited-list"
    DUPLICATE_WORK = "duplicate-work"
    MISPLACED_CITATION = "misplaced-citation"
    NUMBERING = "numbering"
    KEYWORD_ONLY = "keyword-only"
    UNSUPPORTED = "unsupported"
    STALE_TEXT = "stale-text"
    MISSING_DATA = "missing-data"


class Severity(str, Enum):
    """How much a remark matters: it changes what may be said, has to be told, or is noted."""

    SERIOUS = "serious"
    MODERATE = "moderate"
    SLIGHT = "slight"


class Scale(str, Enum):
    """The scale word that a number is told with."""

    ONE = "one"
    THOUSAND = "thousand"
    MILLION = "million"
    BILLION = "billion"

    @property
    def factor(self) -> int:
        """The number that the scale word stands for."""
        return {"one": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}[self.value]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A value with its unit, as exact as it is told.

    ``unit`` is the id of a unit in ``content/terms.yaml``.  ``upper`` is the upper end
    of a range (10 to 12); ``amount`` and ``upper`` count in ``scale``.
    """

    amount: Decimal
    unit: str
    scale: Scale = Scale.ONE
    upper: Decimal | None = None
    bound: Bound = Bound.EXACT

    @property
    def number(self) -> Decimal:
        """The plain number: amount times scale, without hedge or upper end."""
        return self.amount * self.scale.factor


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The passage of one source that shows a fact, and what that source says.

    ``anchor`` holds the few words (ten at most) that pin the passage, exactly as in the
    text.  ``date``, ``value`` and ``status`` are this source's own reading, given only
    where it differs from the fact's or is less precise.  ``cites`` holds the keys of the
    works that the source itself names for it.  ``paragraph`` says which place is meant
    where the words stand in several paragraphs.
    """

    source: str
    anchor: str
    paragraph: int | None = None
    date: When | None = None
    value: Quantity | None = None
    status: Status | None = None
    cites: tuple[str, ...] = ()
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Derivation:
    """What a figure follows from: of a fact, other facts; of an indicator, another one.

    ``of`` are ids: base and result of a ``growth`` or ``times``, part and whole of a
    ``share``, the parts of a ``sum``.  An indicator's ``of`` is the one indicator whose
    values are meant; which of them is told by the period (``uchtil.facts.figuring``).
    """

    how: Figuring
    of: tuple[str, ...]
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something that the sources say, with the passages that show it."""

    id: str
    kind: Kind
    theme: str
    statement: Localised
    evidence: tuple[Evidence, ...]
    label: Localised | None = None
    date: When | None = None
    value: Quantity | None = None
    status: Status | None = None
    indicator: str | None = None
    names: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    resolution: Localised | None = None
    follows_from: Derivation | None = None
    """Facts from whose values this one's can be reckoned, so that they can be held together."""
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A place in one source's text, pinned by a few words (ten at most) exactly as printed.

    ``paragraph`` says which place is meant where the words stand in several paragraphs.
    """

    source: str
    anchor: str
    paragraph: int | None = None
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something that is wrong with the sources, where it is seen, and what is done about it.

    ``facts`` are the ids of the facts concerned, ``references`` keys of the bibliography.
    ``statement`` says what is wrong, ``handling`` how the review goes about it; both may
    take dates and values from facts, as prose does.
    """

    id: str
    kind: RemarkKind
    severity: Severity
    passages: tuple[Passage, ...]
    statement: Localised
    handling: Localised
    facts: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each field's value begins, and its text in each language (``statement.uz``)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TypedNumber:
    """A number or a date that may stand in prose though no fact gives it, and why.

    ``words`` are the words around it, exactly as in the prose of ``language``.
    """

    language: str
    words: str
    reason: str
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """What a number counts, as a word or sign in each language.

    ``forms`` maps a language to its CLDR plural categories (``one``, ``few``, ``many``,
    ``other``); ``before`` marks the languages in which the sign precedes the number
    (``US$``).
    """

    id: str
    forms: Mapping[str, Mapping[str, str]]
    before: frozenset[str] = frozenset()
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A theme or an indicator: an id with its name in every language."""

    id: str
    name: Localised
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """A person, place, body, document or project: the accepted form in each language.

    ``short`` is the form used after the first mention.  ``spellings`` are the forms met
    in the sources, by source key.  ``valid`` is the time to which the name belongs.
    """

    id: str
    type: str
    forms: Localised
    short: Localised | None = None
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    valid: When | None = None
    note: Localised | None = None
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each field's value begins, and each part of it (``spellings.tursunov2026``)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One of the reviewed texts: its bibliography key, language, and fingerprint.

    ``text`` is the name of the file that holds the full text (not part of the project);
    ``fingerprint`` is ``sha256:`` and the hexadecimal digest of its bytes.
    """

    key: str
    text: str
    fingerprint: str
    language: str
    label: Localised
    covers: Localised
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """An author of the review, as printed in each language.

    ``family`` says which words of the name are the family name: nobody can tell that from
    the name itself, of which they are now the last ("Josiah Carberry") and now the first.

    ``name`` and ``affiliation`` may also be given in languages of which only metadata is
    given (``kk``): see ``Summary``.
    """

    name: Localised
    affiliation: Localised
    family: Localised | None = None
    orcid: str = ""
    email: str = ""
    corresponding: bool = False
    roles: tuple[str, ...] = ()
    where: Location

    def parts(self, language: str) -> tuple[str, str] | None:
        """Return the family name and the rest of the name in a language.

        ``None`` where the family name is not told, or is none of the name's words.
        """
        family = text_in(self.family or {}, language)
        words = text_in(self.name, language)
        parts = re.split(rf"(?<!\S){re.escape(family)}(?![^\s,])", words, maxsplit=1)
        if not family or len(parts) != 2:
            return None
        return family, " ".join(" ".join(parts).replace(",", " ").split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of ``facts``, ``sources``, ``remarks``, ``disagreements``, or a ``matrix``."""

    id: str
    kind: str
    caption: Localised
    select: Mapping[str, tuple[str, ...]]
    columns: tuple[str, ...]
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each field's value begins, and its text in each language (``caption.uz``)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A figure drawn afresh in each language.

    Facts make a ``timeline``, a ``series`` of values, or ``bands`` (themes by year); the
    sources' own lists make a ``network`` of who cites what.
    """

    id: str
    kind: str
    caption: Localised
    alt: Localised
    select: Mapping[str, tuple[str, ...]]
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each field's value begins, and its text in each language (``alt.uz``)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One section in one language: Markdown with Jinja, as written by its author.

    If it was ``turned``, its file has it in another script.
    """

    slug: str
    language: str
    text: str
    where: Location
    turned: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """What a review says of itself in a language that it is not written in, as plain text.

    Journals ask for it: those of Kazakhstan want title, abstract and keywords in Kazakh too.
    """

    language: str
    title: str
    short_title: str = ""
    abstract: str
    abstract_short: str = ""
    abstract_long: str = ""
    keywords: tuple[str, ...]
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where each field's value begins."""

    def place(self, name: str) -> Location:
        """Return where a field is given, else the place of the whole."""
        return self.places.get(name, self.where)


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """What ``content/review.yaml`` says."""

    id: str
    version: str
    date: When
    languages: tuple[str, ...]
    transliterated: tuple[str, ...] = ()
    """Editions made from a language's text by transliteration (``uz-cyrl``)."""
    style: str
    title: Localised
    short_title: Localised | None = None
    """For running heads; the title itself where there is none."""
    abstract: Localised
    abstract_short: Localised | None = None
    """For journals that ask for 40 to 50 words; ordinary editions do not print it."""
    abstract_long: Localised | None = None
    """For journals that ask for 250 to 300 words; ordinary editions do not print it."""
    keywords: Mapping[str, tuple[str, ...]]
    metadata: Mapping[str, Summary] = field(default_factory=dict)
    """Title, abstract and keywords in languages that the review is not written in (``kk``)."""
    udc: str
    irsti: str = ""
    """The code of the International Rubricator of Scientific and Technical Information."""
    doi: str = ""
    """Of the published article, where it has one: ``10.1234/abc``."""
    sections: tuple[str, ...]
    authors: tuple[Author, ...] = ()
    authors_whole: bool = True
    """Whether every author that is given could be read; what could not has been told."""
    funding: Localised | None = None
    """Who paid for the work, in a sentence: for journals that ask for it."""
    url: str = ""
    licence: str = ""
    changes: bool = False
    """Whether the article tells at its end what changed since the last release."""
    rulings: tuple[Ruling, ...] = ()
    """How much single checks matter in this review, and why."""
    where: Location
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    """Where the value of each given field begins, by field (``style``); that of a text by
    field and language (``abstract.uz``)."""

    @property
    def further_abstracts(self) -> Mapping[str, Localised]:
        """The abstracts of other lengths that are given, by field."""
        given = {"abstract_short": self.abstract_short, "abstract_long": self.abstract_long}
        return {field: texts for field, texts in given.items() if texts is not None}

    def place(self, name: str, language: str = "") -> Location:
        """Return where a field is given, or its text in a language; else the review's place."""
        inner = self.places.get(f"{name}.{language}") if language else None
        return inner or self.places.get(name, self.where)


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """Everything that a review is made from, except its bibliography."""

    review: Review
    sources: Mapping[str, Source]
    names: Mapping[str, Name]
    facts: Mapping[str, Fact]
    themes: Mapping[str, Term]
    indicators: Mapping[str, Term]
    units: Mapping[str, Unit]
    tables: Mapping[str, Table]
    figures: Mapping[str, Figure]
    sections: Mapping[tuple[str, str], Section]
    """Sections by slug and language."""
    remarks: Mapping[str, Remark] = field(default_factory=dict)
    typed_numbers: tuple[TypedNumber, ...] | None = None
    """The exceptions to the rule that numbers in prose come from facts, where it is kept to."""
    relations: Mapping[str, Derivation] = field(default_factory=dict)
    """What the figures of an indicator follow from, by the indicator's id."""
    cyrillic: Mapping[str, str] = field(default_factory=dict)
    """Uzbek names in Latin with the Cyrillic forms that the rules would not make of them."""
