"""The cited works as plain CSL-JSON, from which lists in other formats are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from uchtil.bibliography.csl import csl_json
from uchtil.bibliography.reference import Reference

_NOTE = r"(?P<note>[\[(][Ii]n [A-Z][A-Za-z. ]*[\])])"
_WITH_ENGLISH = re.compile(rf"(?:(?P<own>.*?) )?\[(?P<english>.*?)\](?: {_NOTE})?", re.DOTALL)
_WITH_NOTE = re.compile(rf"(?P<own>.*) {_NOTE}", re.DOTALL)
_NOCASE = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)

Item = Mapping[str, Any]
"""A work in CSL-JSON (CSL 1.0.2)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """A person's name in two parts, or a body's in ``family`` alone."""

    family: str
    given: str = ""
    is_body: bool = False


def item_of(reference: Reference) -> Item:
    """Return a work as CSL-JSON, its titles without mark-up."""
    return plain(csl_json([reference])[0])


def plain(item: Item) -> Item:
    """Return an item without the spans that keep citeproc from changing capitals."""
    return {
        name: _NOCASE.sub(r"\1", value) if isinstance(value, str) else value
        for name, value in item.items()
    }


def names(item: Item, role: str, *, others: bool = False) -> tuple[Name, ...]:
    """Return the people and bodies of a role (``author``).

    ``others`` says that the last of them stands for "and others" and is no name.
    """
    found = item.get(role, [])
    return tuple(_name(each) for each in (found[:-1] if others else found))


def english_title(reference: Reference) -> str:
    """Return the English title that a work prints, or that is given for it; else nothing."""
    return reference.fields.get("titleenglish") or reference.fields.get("title_en", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    """A title as a list in Latin script prints it, in its parts.

    ``own`` is the work's, transliterated; it is empty where English alone stands for it.
    ``note`` is what tells the language: ``(In Russian)``.
    """

    own: str
    english: str = ""
    note: str = ""


def latin_titles(item: Item, reference: Reference) -> Titles:
    """Part the title of an item in Latin script that has its English in brackets behind it.

    Only a work that has an English title, and is not in English itself, has it there: other
    brackets are the title's own.
    """
    title = str(item.get("title", ""))
    english = "" if reference.language.startswith("en") else english_title(reference)
    found = _WITH_ENGLISH.fullmatch(title) if english else None
    if found is not None:
        return Titles(own=found["own"] or "", english=found["english"], note=found["note"] or "")
    found = _WITH_NOTE.fullmatch(title)
    return Titles(own=title) if found is None else Titles(own=found["own"], note=found["note"])


def date_parts(item: Item, name: str = "issued") -> tuple[tuple[int, ...], ...]:
    """Return a date as its points, each year, month, day as far as they are known."""
    return tuple(tuple(part) for part in item.get(name, {}).get("date-parts", ()))


def iso(parts: tuple[int, ...]) -> str:
    """Return a point in time as ISO 8601: ``2026-01``."""
    return "-".join(f"{part:04d}" if at == 0 else f"{part:02d}" for at, part in enumerate(parts))


def years(item: Item) -> str:
    """Return the year, or the years of a span: ``1991–1995``."""
    return "–".join(dict.fromkeys(str(part[0]) for part in date_parts(item)))


def pages(item: Item) -> tuple[str, str]:
    """Return first and last page; the second is empty where there is one, or several spans."""
    first, dash, last = str(item.get("page", "")).partition("–")
    return (
        (first, last)
        if dash and "–" not in last and "," not in last
        else (item.get("page", ""), "")
    )


def _name(name: Mapping[str, str]) -> Name:
    if "literal" in name:
        return Name(family=name["literal"], is_body=True)
    family = (name.get("non-dropping-particle", ""), name.get("family", ""), name.get("suffix", ""))
    given = (name.get("given", ""), name.get("dropping-particle", ""))
    return Name(family=_joined(family), given=_joined(given))


def _joined(parts: tuple[str, ...]) -> str:
    return " ".join(part for part in parts if part)
