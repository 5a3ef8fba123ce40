"""The cited works as RIS, in UTF-8.

A field is a line of its own, so that line breaks and control characters in a text become
spaces.  RIS has no field for a second script: what a work is called in Latin script stands
in a note (``N1``), its English title in the field for translated titles (``TT``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.bibliography.reference import Reference
from uchtil.journals.handoffs import works
from uchtil.journals.handoffs.works import Item
from uchtil.journals.submission import Submission, tag_of
from uchtil.language.romanisation import cyrillic_in

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL types with the reference types of RIS (2011); all else is ``GEN``."""

_PEOPLE = {"author": "AU", "editor": "ED", "translator": "A4"}
_PLAIN = {
    "title": "TI",
    "title-short": "ST",
    "container-title": "T2",
    "collection-title": "T3",
    "edition": "ET",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "publisher": "PB",
    "publisher-place": "CY",
    "genre": "M3",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "note": "N1",
}
_NO_LINE = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def write(submission: Submission) -> bytes:
    """Return the works in the order of the list."""
    records = (
        "".join(f"{tag}  - {_line(text)}\r\n" for tag, text in _fields(reference, submission))
        for reference in submission.references
    )
    return "\r\n".join(records).encode("utf-8")


def _fields(reference: Reference, submission: Submission) -> Iterator[tuple[str, str]]:
    item = works.item_of(reference)
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", reference.key
    yield from _people(item, reference.others)
    for name, tag in _PLAIN.items():
        if name in item:
            yield tag, str(item[name])
    english = works.english_title(reference)
    if english and english != item.get("title"):
        yield "TT", english
    yield from _dates(item)
    first, last = works.pages(item)
    if first:
        yield "SP", first
    if last:
        yield "EP", last
    elif not first and (count := item.get("number-of-pages")):
        yield "SP", str(count)  # of a whole book it is their number
    if number := item.get("ISBN") or item.get("ISSN"):
        yield "SN", str(number)
    romanised = submission.romanised.get(reference.key)
    if romanised and cyrillic_in(_romanised(item, reference.others)):
        note = _romanised(works.plain(romanised), reference.others)
        if note:
            yield "N1", f"In Latin script ({tag_of(reference).partition('-')[0]}): {note}"
    yield "ER", ""


def _people(item: Item, others: frozenset[str]) -> Iterator[tuple[str, str]]:
    for role, tag in _PEOPLE.items():
        for name in works.names(item, role, others=role in others):
            yield tag, ", ".join(part for part in (name.family, name.given) if part)


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the year, and the day as ``YYYY/MM/DD/`` as far as it is known."""
    points = works.date_parts(item)
    if points:
        yield "PY", str(points[0][0])
        yield "DA", _day(points[0])
    for point in works.date_parts(item, "accessed"):
        yield "Y2", _day(point)


def _day(point: tuple[int, ...]) -> str:
    parts = works.iso(point).split("-")
    return "/".join([*parts, *[""] * (3 - len(parts)), ""])


def _romanised(item: Item, others: frozenset[str]) -> str:
    names = works.names(item, "author", others="author" in others)
    people = "; ".join(" ".join(part for part in (n.family, n.given) if part) for n in names)
    parts = (people, item.get("title", ""), item.get("container-title", ""))
    return "".join(
        # an initial's full stop ends the sentence too
        f"{part} " if str(part).endswith((".", "?", "!", "…")) else f"{part}. "
        for part in parts
        if part
    ).strip()


def _line(text: str) -> str:
    return _NO_LINE.sub(" ", text).strip()
