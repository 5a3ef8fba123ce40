"""References as text of a .bib file that our own reader reads back to the same values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from uchtil.bibliography.merge.incoming import Kept
from uchtil.bibliography.names import read_names
from uchtil.bibliography.reference import PersonName, Reference
from uchtil.bibliography.values import WrongValue, plain
from uchtil.bibliography.vocabulary import FIELDS, NAME_FIELDS, VERBATIM_FIELDS
from uchtil.model import When

ORDER = (
    *("author", "editor", "translator", "title", "titletype", "subtitle", "shorttitle"),
    *(
        "title_uz",
        "title_ru",
        "title_en",
        "titleenglish",
        "shorttitleenglish",
        "titlerussian",
        "shorttitlerussian",
        "titleuzbek",
        "shorttitleuzbek",
        "type",
        "entrysubtype",
    ),
    *("journaltitle", "journalsubtitle", "booktitle", "eventtitle", "organization", "series"),
    *("edition", "location", "publisher", "institution", "date", "volume", "number", "pages"),
    *("pagetotal", "url", "urldate", "doi", "isbn", "issn", "note", "keywords", "langid"),
)
"""The fields in the order in which new entries have them."""

assert frozenset(ORDER) == FIELDS

_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_OPENS = re.compile(r"@(?=\w*[ \t]*[{(])")


def value_of(reference: Reference, field: str) -> str:
    """Return what a field says, as BibLaTeX writes it, without the braces around it."""
    if field == "langid":
        return reference.language
    if field in reference.names:
        return names_as_text(reference.names[field], others=field in reference.others)
    if field in reference.dates:
        return str(reference.dates[field])
    return reference.fields.get(field, "")


def fields_of(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the fields that a reference has and what they say, in the order of new entries."""
    for field in ORDER:
        if value := value_of(reference, field):
            yield field, value


def names_as_text(names: Iterable[PersonName], *, others: bool = False) -> str:
    """Return names as BibLaTeX has them: ``Family, Given and {A body} and others``."""
    return " and ".join([*(_name(name) for name in names), *(["others"] if others else [])])


def in_braces(field: str, value: str) -> str:
    """Return a value in braces, its own braces escaped where they are text."""
    if field in NAME_FIELDS or field in VERBATIM_FIELDS:
        return "{" + value + "}"
    return "{" + value.replace("{", r"\{").replace("}", r"\}") + "}"


def begins_entry(text: str) -> bool:
    """Whether readers of BibTeX would see the beginning of an entry in a comment."""
    return bool(_OPENS.search(text))


def kept_line(kept: Kept) -> str:
    """Return the line of comment that keeps a field: its value as JSON, in one line."""
    text = json.dumps(kept.value, ensure_ascii=False)
    text = _HIDDEN.sub(lambda met: f"\\u{ord(met[0]):04x}", text)
    # what looks like the beginning of an entry would be one for readers of BibTeX
    text = _OPENS.sub(r"\\u0040", text)
    return f"% kept: {' '.join(kept.name.split())} = {text}"


def fit(reference: Reference, kept: tuple[Kept, ...]) -> tuple[Reference, tuple[Kept, ...]]:
    """Return a reference with only what a .bib file can say, and what is kept with the rest."""
    fields, names, dates = dict(reference.fields), dict(reference.names), dict(reference.dates)
    others = set(reference.others)
    more = list(kept)
    for field, value in reference.fields.items():
        if not _comes_back(field, value):
            more.append(Kept(name=field, value=value))
            del fields[field]
    for field, people in reference.names.items():
        if not _names_come_back(field, people, others=field in others):
            text = names_as_text(people, others=field in others)
            more.append(Kept(name=field, value=text))
            del names[field]
            others.discard(field)
    if "title" not in fields:
        fields.pop("titletype", None)
    made = replace(
        reference,
        fields=MappingProxyType(fields),
        names=MappingProxyType(names),
        dates=MappingProxyType(dates),
        others=frozenset(others),
    )
    return made, tuple(more)


def date_of(text: str) -> When:
    """Return a date that `value_of` has written."""
    return When.parse(text)


def _comes_back(field: str, value: str) -> bool:
    if _FORBIDDEN.search(value) or not value.strip() or value.endswith("\\"):
        return False
    if field in VERBATIM_FIELDS:
        return not any(sign in value for sign in "{}\\") and "@" not in value[:1]
    try:
        return plain(in_braces(field, value)[1:-1], field) == value
    except WrongValue:
        return False


def _names_come_back(field: str, people: tuple[PersonName, ...], *, others: bool) -> bool:
    text = names_as_text(people, others=others)
    if _FORBIDDEN.search(text) or "\\" in text:
        return False
    try:
        return read_names(text, field) == (people, others)
    except WrongValue:
        return False


def _name(name: PersonName) -> str:
    if name.literal:
        return "{" + name.literal + "}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.suffix, name.given) if part)
