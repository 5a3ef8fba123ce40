"""A reference as it is compared: folded once, so that comparing costs little."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uchtil.bibliography.merge.folding import foldings
from uchtil.bibliography.merge.numbers import isbns, issns, page_of, part_of
from uchtil.bibliography.merge.vocabulary import FAMILIES
from uchtil.bibliography.reference import PersonName, Reference
from uchtil.model import Precision, When

_BREAK = re.compile(r"\s*(?:[:;?!.]\s+|\s[—–-]+\s+|\s*//\s*|\s+=\s+|\()")
_TRANSLATIONS = ("title_uz", "title_ru", "title_en", "titleenglish")
_CONTAINERS = ("journaltitle", "booktitle", "organization")
_SERIAL = re.compile(r"\d+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A name folded: the family's, given names and what they begin with, and all words."""

    family: tuple[str, ...]
    given: frozenset[str]
    initials: tuple[str, ...]
    words: frozenset[str]
    is_body: bool
    shown: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What is compared of a reference."""

    kind: str
    title: str
    titles: tuple[str, ...]
    short: tuple[str, ...]
    translations: tuple[str, ...]
    ours: bool
    part: int | None
    people: tuple[Person, ...]
    open_list: bool
    date: When | None
    container: tuple[str, ...]
    volume: str
    number: str
    first_page: str
    pages: str
    doi: str
    isbns: frozenset[str]
    issns: frozenset[str]
    address: str


def profile_of(reference: Reference) -> Profile:
    """Return what is compared of a reference."""
    fields = reference.fields
    title = fields.get("title", "")
    whole = ": ".join(fields[one] for one in ("title", "subtitle") if one in fields)
    main = _BREAK.split(whole, maxsplit=1)[0] if whole else ""
    titles = foldings(whole) if whole else ()
    short = tuple(each for each in foldings(main) if each not in titles) if main else ()
    translated = [fields[one] for one in _TRANSLATIONS if one in fields]
    translations = (each for text in translated for each in foldings(text))
    container = next((fields[one] for one in _CONTAINERS if one in fields), "")
    pages = fields.get("pages", "")
    people = reference.names.get("author") or reference.names.get("editor", ())
    field = "author" if "author" in reference.names else "editor"
    return Profile(
        kind=FAMILIES.get(reference.type, "any"),
        title=title,
        titles=titles,
        short=short,
        translations=tuple(each for each in dict.fromkeys(translations) if each not in titles),
        ours=reference.title_is_ours,
        part=part_of(whole),
        people=tuple(_person(name) for name in people),
        open_list=field in reference.others,
        date=reference.dates.get("date"),
        container=foldings(container) if container else (),
        volume=_figure(fields.get("volume", "")),
        number=_figure(fields.get("number", "")),
        first_page=_figure(pages),
        pages="-".join(_SERIAL.findall(pages)),
        doi=fields.get("doi", "").casefold(),
        isbns=isbns(fields.get("isbn", "")),
        issns=issns(fields.get("issn", "")),
        address=page_of(fields.get("url", "")),
    )


_O_WITH_SIGN = re.compile("[ОO][ʻʼ'’‘`]|Ў")


def _person(name: PersonName) -> Person:
    family = name.literal or f"{name.particle} {name.family}".strip()
    folded = foldings(family)
    given = re.findall(r"[^\W\d_]+[ʻʼ'’‘`]?", name.given)
    initials = tuple(_initial(word) for word in given)
    names = {word for each in foldings(name.given) for word in each.split() if len(word) > 2}
    words = {word for each in (*folded, *foldings(name.given)) for word in each.split()}
    shown = name.literal or " ".join(part for part in (name.family, name.given) if part)
    return Person(
        family=folded,
        given=frozenset(names),
        initials=initials,
        words=frozenset(words),
        is_body=bool(name.literal),
        shown=shown,
    )


def _initial(word: str) -> str:
    """Return the sign that a given name begins with; empty for i and its like, which fold away.

    S, Sh and Ch count as one: Шуҳрат is abbreviated as Sh. and, abroad, as S.  Oʻktam is У. in
    Russian, and U. where that is transliterated.
    """
    signs = {each[:1] for each in foldings(word)}
    if _O_WITH_SIGN.match(word):
        signs.add("u")
    return "".join(sorted("s" if sign in ("S", "C") else sign for sign in signs if sign)).lower()


def _figure(text: str) -> str:
    """Return the first figure of a value, else the value folded: ``№ 2 (14)`` is 2."""
    met = _SERIAL.search(text)
    return (met[0].lstrip("0") or "0") if met else " ".join(text.casefold().split())


def years_of(date: When) -> tuple[int, int]:
    """Return the first and the last year that a date may mean."""
    return date.first.year, date.last.year


def is_exact(date: When) -> bool:
    """Whether a date is a single day."""
    return not date.is_span and date.start is not None and date.start.precision is Precision.DAY
