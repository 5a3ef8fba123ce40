"""The fields of ``bibliography/crosswalk.yaml``, for its schema.

The file is read by ``uchtil.bibliography.crosswalk``, which knows the works that it may
name; a test holds the two together.
"""

from __future__ import annotations

from uchtil.load.containers import ListOf, MapOf
from uchtil.load.facts import KEY
from uchtil.load.fields import Field, Record, Values
from uchtil.load.shapes import Text, Word

ENTRY = Field("entry", Text(number=True), "the number printed in the source", required=True)
WORKS = Field(
    "works", ListOf(KEY, "a key", 1, unique=True), "keys in references.bib", required=True
)
LOCATORS = Field("locators", MapOf(Text(number=True), "the page in"), "the page cited, by key")
NOTE = Field("note", Text(), "what an editor should know")

LIST_KEY = Field("key", KEY, "key of a source in sources.yaml", required=True)
UNCITED = Field(
    "uncited",
    ListOf(Text(number=True), "an entry", unique=True),
    "entries that the text itself does not cite",
)
KIND = Field("list", Word(("numbered", "footnotes", "none")), "what list it has", required=True)


def _fields(values: Values) -> frozenset[str]:
    """Return the names of the fields: what a record is made of is the bibliography's."""
    return frozenset(values.values)


LIST_ENTRY = Record(
    "the list entry",
    (ENTRY, WORKS, LOCATORS, NOTE),
    _fields,
    about="one entry of a source's own list",
    title=ENTRY,
)
ENTRIES = Field("entries", ListOf(LIST_ENTRY, "an entry"), "the entries in order", required=True)

SOURCE_LIST = Record(
    "the list",
    (LIST_KEY, KIND, UNCITED, NOTE, ENTRIES),
    _fields,
    about="one source's own list of references",
    title=LIST_KEY,
)
LISTS = Field("sources", ListOf(SOURCE_LIST, "a source"), "the sources' lists", required=True)

CROSSWALK_FILE = Record(
    "the crosswalk",
    (LISTS,),
    _fields,
    about="what each entry of each source's own list became in references.bib",
)
