"""The fields of profiles that tell what is asked of single parts, and how long all may be."""

from __future__ import annotations

from uchtil.load.containers import ListOf, MapOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.profile_shapes import ASKED_LANGUAGES, Within
from uchtil.load.shapes import Choice, Flag, Number, Word
from uchtil.model.profiles import (
    AbstractRules,
    AuthorRules,
    FigureRules,
    KeywordRules,
    Length,
    Limits,
    Region,
    Unit,
)

SEPARATORS = (",", ";", "·", "–", "—")
"""What may stand between keywords."""

NAMES = ("full", "initials-first", "initials-last")
"""How an author is called: as the review does, ``J. Carberry``, ``Carberry J.``"""


def _languages(about: str, among: tuple[str, ...] = ASKED_LANGUAGES) -> Field[tuple[str, ...]]:
    shape = ListOf(Word(among, "unknown-language"), "a language", 1, unique=True)
    return Field("languages", shape, about)


LENGTH_UNIT = Field("unit", Choice(Unit), "what is counted", required=True)
LENGTH_LIMITS = Field("limits", Within(), "how many", required=True)
LENGTH_COUNTS = Field(
    "counts", ListOf(Choice(Region), "a part", 1, unique=True), "what counts; without it, all does"
)
LENGTH = Record(
    "the length",
    (LENGTH_UNIT, LENGTH_LIMITS, LENGTH_COUNTS),
    lambda values: Length(
        unit=values.need(LENGTH_UNIT),
        limits=values.need(LENGTH_LIMITS),
        counts=frozenset(values.get(LENGTH_COUNTS) or Region),
    ),
    about="how long a manuscript may be",
)

ABSTRACT_LANGUAGES = _languages("languages of the abstracts; without it, the manuscript's")
ABSTRACT_WORDS = Field("words", Within(), "words in each abstract")
ABSTRACT_OTHERWISE = Field(
    "otherwise", MapOf(Within(), "the words in"), "words in single languages, where they differ"
)
ABSTRACT_CHARACTERS = Field("characters", Within(), "characters in each abstract, with spaces")
ABSTRACT_SENTENCES = Field("sentences", Within(), "sentences in each abstract")


def _abstract(values: Values) -> AbstractRules:
    words: dict[str, Limits] = dict(values.get(ABSTRACT_OTHERWISE) or {})
    if everywhere := values.get(ABSTRACT_WORDS):
        words[""] = everywhere
    return AbstractRules(
        languages=values.items(ABSTRACT_LANGUAGES),
        words=words,
        characters=values.get(ABSTRACT_CHARACTERS) or Limits(),
        sentences=values.get(ABSTRACT_SENTENCES) or Limits(),
    )


ABSTRACT = Record(
    "the abstract",
    (
        ABSTRACT_LANGUAGES,
        ABSTRACT_WORDS,
        ABSTRACT_OTHERWISE,
        ABSTRACT_CHARACTERS,
        ABSTRACT_SENTENCES,
    ),
    _abstract,
    about="what is asked of abstracts",
)
KEYWORD_LANGUAGES = _languages("languages of the keywords; without it, the manuscript's")
KEYWORD_LIMITS = Field("limits", Within(), "how many in each language")
KEYWORD_SEPARATOR = Field("separator", Word(SEPARATORS), "the sign between them, as `;`")
KEYWORDS = Record(
    "the keywords",
    (KEYWORD_LANGUAGES, KEYWORD_LIMITS, KEYWORD_SEPARATOR),
    lambda values: KeywordRules(
        languages=values.items(KEYWORD_LANGUAGES),
        limits=values.get(KEYWORD_LIMITS) or Limits(),
        separator=values.get(KEYWORD_SEPARATOR),
    ),
    about="what is asked of keywords",
)
AUTHOR_FIELDS = Field(
    "fields",
    ListOf(Word(("affiliation", "orcid", "email", "roles")), "a field", 1, unique=True),
    "what each author has to give (the address: the corresponding one)",
)
AUTHOR_LANGUAGES = _languages("languages of their names; without it, the manuscript's")
AUTHOR_MOST = Field("at_most", Number(), "how many authors there may be")
AUTHOR_NAMES = Field("names", Word(NAMES), "how they are called: `initials-first` is J. Carberry")


def _authors(values: Values) -> AuthorRules:
    most = values.get(AUTHOR_MOST)
    return AuthorRules(
        fields=frozenset(values.items(AUTHOR_FIELDS)),
        languages=values.items(AUTHOR_LANGUAGES),
        at_most=None if most is None else int(most),
        names=values.get(AUTHOR_NAMES),
    )


AUTHORS = Record(
    "the author data",
    (AUTHOR_FIELDS, AUTHOR_LANGUAGES, AUTHOR_MOST, AUTHOR_NAMES),
    _authors,
    about="what is asked of authors",
)

COLOUR = Field("colour", Flag(), "whether figures may have colours")
SEPARATE = Field("separate", Flag(), "whether each is wanted as a file of its own")
RESOLUTION = Field("dots_per_inch", Number(), "how fine pictures must be")
FIGURES = Record(
    "the figures",
    (COLOUR, SEPARATE, RESOLUTION),
    lambda values: FigureRules(
        colour=values.get(COLOUR) is not False,
        separate=bool(values.get(SEPARATE)),
        dots_per_inch=int(values.get(RESOLUTION) or 300),
    ),
    about="how figures are handed over",
)
