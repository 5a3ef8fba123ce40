"""The bibliography as CSL-JSON, made so that citeproc changes nothing it should not.

pandoc's own reading of .bib files loses the language, gives Uzbek titles English
capitals and mangles patronymics; so references are handed over as CSL-JSON (CSL 1.0.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from uchtil.bibliography.reference import PersonName, Reference
from uchtil.bibliography.vocabulary import CSL_TYPES, SUBTYPES
from uchtil.language.tags import is_language_tag, locale_tag
from uchtil.model import Point, Precision, When

_TEXTS: Mapping[str, str] = {
    "booktitle": "container-title",
    "eventtitle": "event-title",
    "edition": "edition",
    "institution": "publisher",
    "isbn": "ISBN",
    "issn": "ISSN",
    "location": "publisher-place",
    "note": "note",
    "pagetotal": "number-of-pages",
    "publisher": "publisher",
    "series": "collection-title",
    "shorttitle": "title-short",
    "type": "genre",
    "url": "URL",
    "doi": "DOI",
    "volume": "volume",
}
"""Fields that become one CSL variable as they are; the others are told in the code."""

_TITLES = frozenset({"title", "title-short", "container-title", "collection-title", "event-title"})
_DIGRAPHS = ("Sh", "Ch", "Oʻ", "Gʻ")
"""The letters of Uzbek Latin that take two signs (alphabet of 1995)."""

_CHILD_OF = frozenset({"oʻgʻli", "qizi", "ўғли", "қизи", "ұлы", "қызы", "uly", "qyzy"})
"""What is written behind the father's name: "son of", "daughter of"."""

_OTHERS: Mapping[str, str] = {
    "uz-Latn": "va boshq.",
    "uz-Cyrl": "ва бошқ.",
    "ru": "и др.",
    "kk": "және т.б.",
}
"""What stands for "and others", by the beginning of a tag; elsewhere "et al."."""


def csl_json(references: Iterable[Reference], *, initials: bool = False) -> list[dict[str, Any]]:
    """Return the references as CSL-JSON items, in the order given.

    ``initials`` is for styles that print initials only (``initialize-with``): given names
    are then handed over as initials already, because citeproc makes S. of Shuhrat and O.
    of Oʻtkir, where Uzbek writes Sh. and Oʻ.; other styles need the full names.

    Titles are marked ``nocase``, so that no style changes their capitals.  ``language``
    is a full tag (``uz-Latn-UZ``).  What a reference lacks is not in its item.
    """
    return [_item(reference, initials) for reference in references]


def _item(reference: Reference, initials: bool) -> dict[str, Any]:
    fields = reference.fields
    kind = CSL_TYPES.get(reference.type, "document")
    item: dict[str, Any] = {
        "id": reference.key,
        "type": SUBTYPES.get(fields.get("entrysubtype", ""), kind),
    }
    if is_language_tag(reference.language):
        item["language"] = locale_tag(reference.language)
    for field, names in reference.names.items():
        item[field] = [_name(name, reference.language, initials) for name in names]
        if field in reference.others:
            # CSL-JSON has no sign for "and others": it is said in the work's own language
            item[field].append({"literal": others_in(reference.language)})
    for field, variable in _TEXTS.items():
        if field in fields:
            item[variable] = fields[field]
    for title, subtitle, variable in (
        ("title", "subtitle", "title"),
        ("journaltitle", "journalsubtitle", "container-title"),
    ):
        if title in fields:
            item[variable] = ": ".join(fields[one] for one in (title, subtitle) if one in fields)
    _add_by_type(item, reference)
    if "pages" in fields:
        item["page"] = re.sub(r"\s*[-–]+\s*", "–", fields["pages"])
    for field, variable in (("date", "issued"), ("urldate", "accessed")):
        if field in reference.dates:
            item[variable] = _date(reference.dates[field])
    for variable in _TITLES & item.keys():
        item[variable] = nocase(item[variable])
    return item


def nocase(title: str) -> str:
    """Return a title marked so that no style changes its capitals."""
    return f'<span class="nocase">{title}</span>'


def _add_by_type(item: dict[str, Any], reference: Reference) -> None:
    """Add the fields whose CSL variable depends on what kind of work it is."""
    fields = reference.fields
    if "organization" in fields:
        # on a web page it is the name of the site, elsewhere the body that publishes
        site = reference.type == "online"
        item.setdefault("container-title" if site else "publisher", fields["organization"])
    if "number" in fields:
        if reference.type == "article":
            item["issue"] = fields["number"]
        elif "series" in fields:
            item["collection-number"] = fields["number"]
        else:
            item["number"] = fields["number"]


def others_in(language: str) -> str:
    """Return what stands for "and others" in a language."""
    return next((text for tag, text in _OTHERS.items() if language.startswith(tag)), "et al.")


def _name(name: PersonName, language: str, initials: bool) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    if not (name.given or name.particle or name.suffix):
        # one word is printed as it is, in whatever order a style puts the parts
        return {"literal": name.family}
    given, child_of = _child_of(name.given)
    parts = {
        "family": name.family,
        "given": initials_of(given, language) if initials else given,
        "dropping-particle": child_of,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _child_of(given: str) -> tuple[str, str]:
    """Part ``Икром Илёмжон ўғли`` into the names and ``ўғли``.

    As a dropping particle the word keeps its place behind the given names in both orders
    and is not made an initial (citeproc would write ``oʻgʻli.``).
    """
    names, _, last = given.rpartition(" ")
    return (names, last) if names and last.lower() in _CHILD_OF else (given, "")


def initials_of(given: str, language: str) -> str:
    """Return given names as initials: ``Shuhrat Oʻtkir`` → ``Sh. Oʻ.``."""
    return " ".join(
        "-".join(_initial(part, language) for part in word.split("-")) for word in given.split()
    )


def _initial(word: str, language: str) -> str:
    if word.endswith("."):
        return word
    if language.startswith("uz-Latn") and word.startswith(_DIGRAPHS):
        return f"{word[:2]}."
    return f"{word[:1]}."


def _date(when: When) -> dict[str, Any]:
    """Return a date as CSL date-parts; a decade is a span of years, about is ``circa``."""
    points = [point for point in (when.start, when.end) if point is not None]
    parts = [_parts(point) for point in points]
    if not when.is_span and points[0].precision is Precision.DECADE:
        parts.append([points[0].year + 9])
    date: dict[str, Any] = {"date-parts": parts}
    if any(point.about for point in points):
        date["circa"] = True
    return date


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part]
