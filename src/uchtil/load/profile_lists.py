"""The fields of profiles that tell what is cited, and how it is listed."""

from __future__ import annotations

from uchtil.load.containers import ListOf, MapOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.profile_shapes import Heading, Within
from uchtil.load.shapes import Choice, Flag, Number, Text, Word
from uchtil.model.profiles import Limits, Order, ReferenceList, Romanising, SourceRules

SYSTEMS = Field(
    "systems",
    MapOf(Text(), "the system for"),
    "transliteration by language (`ru`, `kk`, `uz-cyrl`), as `ru: bsi`",
    required=True,
)
TITLE_AS = Field(
    "title",
    Word(("transliterated+english", "english", "transliterated")),
    "what is printed of a title that is not in Latin script",
)
ENGLISH_TITLES = Field(
    "english_titles", Flag(), "whether works in Latin script have an English title too"
)
LANGUAGE_NOTE = Field("note", Text(), "what is added on the language, as `(In {language})`")
NOTE_IN = Field("note_in", Word(("title", "note")), "where it stands")
PLACES = Field("places", Word(("english", "transliterated")), "how places are written")
REPLACED = Field(
    "replaced",
    ListOf(Text(pattern=r"\S+ → \S+", expected="it as `// → .`"), "a pair of signs", 1),
    "what is written for signs that the list may not hold",
)
_TAGS = {"uz-cyrl": "uz-Cyrl"}


def _romanising(values: Values) -> Romanising:
    return Romanising(
        systems={_TAGS.get(code, code): name for code, name in values.need(SYSTEMS).items()},
        title=values.get(TITLE_AS) or "transliterated+english",
        english_titles=bool(values.get(ENGLISH_TITLES)),
        note=values.get(LANGUAGE_NOTE) or "",
        note_in=values.get(NOTE_IN) or "title",
        places=values.get(PLACES) or "english",
        replaced=dict(each.split(" → ") for each in values.items(REPLACED)),
    )


ROMANISED = Record(
    "the romanised list",
    (SYSTEMS, TITLE_AS, ENGLISH_TITLES, LANGUAGE_NOTE, NOTE_IN, PLACES, REPLACED),
    _romanising,
    about="how the list is put into Latin script",
)
LIST_STYLE = Field("style", Text(), "the CSL style of its entries, by name", required=True)
HEADING = Field(
    "heading",
    Heading(),
    "what stands above it, or `{ru: …, en: …}` by the manuscript's language; without it, the "
    "language's own word",
)
ORDER = Field("order", Choice(Order), "its order; without it, that of its style")
LIST_ROMANISED = Field("romanised", ROMANISED, "how it is put into Latin script")
FORBIDDEN = Field(
    "forbidden", Text(), "signs that it may not hold, with spaces between them, as `// —`"
)
LIST = Record(
    "the list",
    (LIST_STYLE, HEADING, ORDER, LIST_ROMANISED, FORBIDDEN),
    lambda values: ReferenceList(
        style=values.need(LIST_STYLE),
        heading=(values.get(HEADING) or {}).get("", ""),
        headings={k: v for k, v in (values.get(HEADING) or {}).items() if k},
        order=values.get(ORDER),
        romanised=values.get(LIST_ROMANISED),
        forbidden=values.get(FORBIDDEN) or "",
    ),
    about="a list of references",
)
SOURCE_LIMITS = Field("limits", Within(), "how many works must be cited")
YEARS = Field("recent_years", Number(), "how many years back a work counts as recent")
SHARE = Field("recent_share", Number(), "how many per cent of the works must be recent")


def _sources(values: Values) -> SourceRules:
    years, share = values.get(YEARS), values.get(SHARE)
    if (years is None) != (share is None):
        values.error(
            "missing-field",
            "`recent_years` and `recent_share` need each other",
            hint="give both, or neither",
        )
    return SourceRules(
        limits=values.get(SOURCE_LIMITS) or Limits(),
        recent_years=None if years is None else int(years),
        recent_share=None if share is None else int(share),
    )


SOURCES = Record(
    "the works", (SOURCE_LIMITS, YEARS, SHARE), _sources, about="how many, and how recent"
)
