"""The fields of profiles that tell who publishes, and where the rules stand."""

from __future__ import annotations

from uchtil.load.fields import Field, Record, Values
from uchtil.load.profile_shapes import Issn, NameByLanguage, NoteShape
from uchtil.load.shapes import Date, Text
from uchtil.model.profiles import Journal, Rules

NAME = Field("name", NameByLanguage(), "the journal's name, by language", required=True)
ABBREVIATION = Field("abbreviation", Text(), "its name in short")
PUBLISHER = Field("publisher", Text(), "who publishes it")
COUNTRY = Field(
    "country", Text(pattern="[A-Z]{2}", expected="a code of ISO 3166-1, as UZ"), "where, as UZ"
)
_ISSN = Issn()
ISSN = Field("issn", _ISSN, "of the printed journal")
E_ISSN = Field("e_issn", _ISSN, "of the electronic one")
_ADDRESS = Text(pattern=r"https?://[^\s/]+\S*", expected="it as https://example.org/rules")
URL = Field("url", _ADDRESS, "the journal's site")
EMAIL = Field("email", Text(), "where manuscripts are sent")
OJS_SECTION = Field("section", Text(), "abbreviation of the section in its OJS (default: ART)")
OJS_GROUP = Field("author_group", Text(), "what its OJS calls authors (default: Author)")
OJS_GENRE = Field("genre", Text(), "what its OJS calls a manuscript (default: Article Text)")
_OF_JOURNAL: tuple[Field[str], ...] = (
    ABBREVIATION,
    PUBLISHER,
    COUNTRY,
    ISSN,
    E_ISSN,
    URL,
    EMAIL,
    OJS_SECTION,
    OJS_GROUP,
    OJS_GENRE,
)


def _journal(values: Values) -> Journal:
    given = {each.name: values.get(each) for each in _OF_JOURNAL}
    # The profile's own id is known when all of it has been read.
    return Journal(id="", name=values.need(NAME), **{k: v for k, v in given.items() if v})


JOURNAL = Record("the journal", (NAME, *_OF_JOURNAL), _journal, about="who publishes")

RULES_URL = Field("url", _ADDRESS, "the page of the rules", required=True)
RULES_READ = Field("read", Date(), "the day or month they were read", required=True)
RULES_NOTE = Field("note", NoteShape(), "how they were read, and what is doubtful")
RULES = Record(
    "the origin of the rules",
    (RULES_URL, RULES_READ, RULES_NOTE),
    lambda values: Rules(
        url=values.need(RULES_URL),
        read=values.need(RULES_READ),
        note=values.get(RULES_NOTE),
    ),
    about="where the rules stand, and when they were read",
)
