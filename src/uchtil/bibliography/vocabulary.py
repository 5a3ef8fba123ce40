"""The entry types and fields that a bibliography of this project may use.

A subset of BibLaTeX (biblatex manual 3.20, sections 2.1 and 2.2), documented in
``docs/bibliography.md``.  A type or a field that is not used should not be there: what
is not known here is told as a slip.
"""

from __future__ import annotations

from collections.abc import Mapping

NAME_FIELDS = ("author", "editor", "translator")
DATE_FIELDS = ("date", "urldate")
VERBATIM_FIELDS = ("url", "doi")

FIELDS: frozenset[str] = frozenset(
    {
        *NAME_FIELDS,
        *DATE_FIELDS,
        *VERBATIM_FIELDS,
        "title",
        "subtitle",
        "titletype",
        "shorttitle",
        # translations of the title that the work itself prints; not part of a reference
        "title_uz",
        "title_ru",
        "title_en",
        # the title in English for lists in Latin script: the printed one, or our translation
        "titleenglish",
        "shorttitleenglish",
        # a description of ours in the other languages, for texts that cite by author and year
        "titlerussian",
        "shorttitlerussian",
        "titleuzbek",
        "shorttitleuzbek",
        "journaltitle",
        "journalsubtitle",
        "booktitle",
        "eventtitle",
        "organization",
        "publisher",
        "institution",
        "location",
        "edition",
        "series",
        "volume",
        "number",
        "pages",
        "pagetotal",
        "type",
        "entrysubtype",
        "isbn",
        "issn",
        "note",
        "keywords",
        "langid",
    }
)

CSL_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "book": "book",
    "collection": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "legislation": "legislation",
    "misc": "document",
    "online": "webpage",
    "proceedings": "book",
    "report": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
}
"""The entry types, each with the CSL type (CSL 1.0.2, appendix III) that it becomes."""

SUBTYPES: Mapping[str, str] = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
}
"""What ``entrysubtype`` may say of an article, each with the CSL type that it becomes."""

WORK_KINDS = ("official", "media", "scholarship", "encyclopaedia", "other")
"""What ``keywords`` may say of a work: what kind of publication it is.

The order is that in which figures show them (``uchtil.bibliography.kinds``).
"""

FIELD_ALIASES: Mapping[str, str] = {
    "year": "date",
    "month": "date",
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "language": "langid",
    "issue": "number",
    "site": "organization",
    "website": "organization",
    "accessed": "urldate",
    "link": "url",
    "annote": "note",
}
"""Names of BibTeX and of habit, each with the name that is used here."""

TYPE_ALIASES: Mapping[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "webpage": "online",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "newspaper": "article",
}
