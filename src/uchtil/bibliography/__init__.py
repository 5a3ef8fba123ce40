"""The bibliography: read and checked, mapped onto the sources' own lists, made CSL-JSON.

The only room that imports bibtexparser.  `uchtil.bibliography.romanised`, the list in Latin script,
is not imported here: builds do not need it.
"""

from uchtil.bibliography.crosswalk import (
    Crosswalk,
    CrosswalkEntry,
    ListKind,
    SourceList,
    read_crosswalk,
)
from uchtil.bibliography.csl import csl_json
from uchtil.bibliography.kinds import kind_of
from uchtil.bibliography.missing import field_in_words, missing_fields, tell_missing
from uchtil.bibliography.read import raw_entries, read_bibliography, unread_keys
from uchtil.bibliography.reference import PersonName, Reference

__all__ = [
    "Crosswalk",
    "CrosswalkEntry",
    "ListKind",
    "PersonName",
    "Reference",
    "SourceList",
    "csl_json",
    "field_in_words",
    "kind_of",
    "missing_fields",
    "raw_entries",
    "read_bibliography",
    "read_crosswalk",
    "tell_missing",
    "unread_keys",
]
