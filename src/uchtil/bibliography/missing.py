"""What a reference lacks: told, never filled in."""

from __future__ import annotations

from collections.abc import Mapping

from uchtil.bibliography.reference import Reference
from uchtil.problems import Location, Problems

_EXPECTED: Mapping[str, tuple[str, ...]] = {
    "article": ("author", "title", "journaltitle", "date", "volume|number", "pages"),
    "article/newspaper": ("author", "title", "journaltitle", "date"),
    "article/magazine": ("author", "title", "journaltitle", "date", "number"),
    "book": ("author|editor", "title", "location", "publisher", "date", "pagetotal"),
    "collection": ("editor", "title", "location", "publisher", "date", "pagetotal"),
    "inbook": ("author", "title", "booktitle", "location", "publisher", "date", "pages"),
    "incollection": ("author", "title", "booktitle", "location", "publisher", "date", "pages"),
    "inproceedings": ("author", "title", "booktitle", "location", "date", "pages"),
    "legislation": ("title", "number", "date"),
    "misc": ("author", "title", "publisher|organization|url", "date"),
    "online": ("author", "title", "organization", "date", "url", "urldate"),
    "proceedings": ("editor", "title", "location", "publisher", "date", "pagetotal"),
    "report": ("author", "title", "institution", "location", "date"),
    "thesis": ("author", "title", "institution", "location", "date", "pagetotal"),
    "unpublished": ("author", "title", "date"),
}
"""The fields of a complete entry, after GOST R 7.0.5-2008 and APA 7; ``a|b``: one of both."""

_CALLED: Mapping[str, str] = {
    "author": "author",
    "author|editor": "author or editor",
    "booktitle": "title of the book",
    "date": "date",
    "editor": "editor",
    "given": "given name of the author",
    "institution": "institution",
    "journaltitle": "journal",
    "location": "place",
    "number": "number",
    "organization": "name of the site",
    "pages": "pages",
    "pagetotal": "number of pages",
    "publisher": "publisher",
    "publisher|organization|url": "publisher or address",
    "title": "title",
    "url": "address",
    "urldate": "date of access",
    "volume|number": "volume or number",
}


def missing_fields(reference: Reference) -> tuple[str, ...]:
    """Return what a complete entry of the reference's type has and this one lacks.

    The names are those of BibLaTeX fields, ``a|b`` where one of several would do, and
    ``given`` for an author without even an initial.  A title that is our own description
    counts as missing; so does a date of access where there is an address.
    """
    subtype = reference.fields.get("entrysubtype")
    expected = _EXPECTED.get(f"{reference.type}/{subtype}") or _EXPECTED.get(reference.type, ())
    lacking = [
        field for field in expected if not any(_has(reference, one) for one in field.split("|"))
    ]
    if any(not (name.given or name.literal) for name in reference.names.get("author", ())):
        lacking.insert(0, "given")
    if "url" in reference.fields and "urldate" not in reference.dates and "urldate" not in lacking:
        lacking.append("urldate")
    return tuple(lacking)


def field_in_words(field: str) -> str:
    """Return what messages call a field that is missing: "volume or number"."""
    return _CALLED[field]


def tell_missing(references: Mapping[str, Reference], problems: Problems) -> None:
    """Tell, as a notice for each reference, what its source does not print.

    Nothing is told of an entry with an error: what seems to lack may be what is wrong.
    """
    wrong = [each.where for each in problems.errors]
    for reference in references.values():
        lacking = missing_fields(reference)
        if lacking and not any(_within(place, reference, references) for place in wrong):
            what = ", ".join(_CALLED[field] for field in lacking)
            problems.notice(
                "incomplete-reference", f"`{reference.key}` lacks: {what}", reference.where
            )


def _within(place: Location, reference: Reference, references: Mapping[str, Reference]) -> bool:
    """Whether a place is in the entry of a reference: before the next one begins."""
    here = reference.where
    if place.file != here.file or place.line < here.line:
        return False
    starts = (each.where.line for each in references.values())
    return not any(here.line < start <= place.line for start in starts)


def _has(reference: Reference, field: str) -> bool:
    if field == "title" and reference.title_is_ours:
        return False
    return field in reference.fields or field in reference.names or field in reference.dates
