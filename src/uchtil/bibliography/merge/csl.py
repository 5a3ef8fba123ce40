"""CSL-JSON (CSL 1.0.2), as Zotero, doi.org and this program write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from uchtil.bibliography.merge.draft import MONTHS, Draft, as_date
from uchtil.bibliography.merge.incoming import Arrival, Broken, Incoming
from uchtil.bibliography.merge.people import stands_for_others
from uchtil.bibliography.merge.vocabulary import (
    CONTAINERS,
    CSL_FIELDS,
    CSL_PLAIN,
    CSL_TYPES,
    PUBLISHERS,
)
from uchtil.bibliography.reference import PersonName
from uchtil.bibliography.vocabulary import NAME_FIELDS
from uchtil.problems import Location, Problems

_NOCASE = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>")
_SPACE = re.compile(r"[ \t\n\r]*")
_NOTE_KEY = re.compile(r"^citation[ -]key:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_IN_LISTS = frozenset({"title", "subtitle", "container-title", "ISSN", "ISBN"})
"""What Crossref gives as lists, though CSL-JSON has texts."""
_LIST = re.compile(r'[ \t\n\r]*(?:\{[ \t\n\r]*"(?:items|references)"[ \t\n\r]*:[ \t\n\r]*)?\[')


def read_csl(text: str, file: str, problems: Problems, default_language: str) -> Arrival:
    """Read CSL-JSON: a list of items, one item, or one item a line.

    Items are read one by one, so that those before a broken one are not lost.  Problems:
    ``broken-incoming``, ``unfit-value``.
    """
    entries: list[Incoming] = []
    broken: list[Broken] = []
    for line, raw, item in _items(text):
        where = Location(file=file, line=line)
        if isinstance(item, dict) and ("title" in item or "type" in item or "author" in item):
            entries.append(_entry(item, raw, where, problems, default_language))
            continue
        reason = item if isinstance(item, str) and not raw else "this is no item of CSL-JSON"
        hint = 'an item is `{"id": …, "type": …, "title": …}`'
        broken.append(Broken(where=where, reason=reason, raw=raw))
        problems.warning("broken-incoming", f"{reason}: it is left out", where, hint)
    return Arrival(file=file, format="csl-json", entries=tuple(entries), broken=tuple(broken))


def _items(text: str) -> Iterator[tuple[int, str, Any]]:
    """Yield the items of a list with their lines and texts; where one is broken, why."""
    decoder = json.JSONDecoder()
    met = _LIST.match(text)
    at, line, counted = (met.end() if met else 0), 1, 0
    while True:
        at = _skip(text, at)
        if at >= len(text) or (met and text[at] == "]"):
            return
        line += text.count("\n", counted, at)
        counted = at
        try:
            item, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            place = getattr(error, "pos", at)
            slip = line + text.count("\n", at, place)
            said = str(getattr(error, "msg", "it is nested too deeply"))
            yield slip, "", f"JSON ends to make sense here, and is not read further ({said})"
            return
        yield line, text[at:end], item
        at = _skip(text, end)
        if text.startswith(",", at):
            at += 1


def _skip(text: str, at: int) -> int:
    met = _SPACE.match(text, at)
    return met.end() if met else at


def _entry(
    item: Mapping[str, Any], raw: str, where: Location, problems: Problems, default: str
) -> Incoming:
    draft = Draft(where=where, problems=problems)
    type_ = str(item.get("type", ""))
    draft.type, subtype = CSL_TYPES.get(type_, ("misc", ""))
    if type_ and type_ not in CSL_PLAIN:
        draft.keep("type", type_)
    if subtype:
        draft.fields["entrysubtype"] = subtype
    note = item.get("note")
    said = _NOTE_KEY.search(note) if isinstance(note, str) else None
    draft.key = str(item.get("citation-key") or (said[1] if said else "") or item.get("id", ""))
    if isinstance(item.get("language"), str):
        draft.told_language = item["language"]
    for name, told in item.items():
        if name in ("type", "citation-key", "language") or told in (None, "", [], {}):
            continue
        value = _first(draft, name, told)
        if name == "id":
            if str(value) != draft.key:
                draft.keep("id", str(value))
        elif name in NAME_FIELDS and isinstance(value, list):
            _take_names(draft, name, value)
        elif name in ("issued", "accessed"):
            _take_date(draft, "date" if name == "issued" else "urldate", name, value)
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            _take_text(draft, name, str(value))
        else:
            draft.keep(name, _as_text(value))
    return draft.done(default_language=default, raw=raw)


def _first(draft: Draft, name: str, value: object) -> object:
    """Return the first of several texts where CSL-JSON has one, and keep the others."""
    if name not in _IN_LISTS or not isinstance(value, list) or not isinstance(value[0], str):
        return value
    if value[1:]:
        draft.keep(name, _as_text(value[1:]))
    return value[0]


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _take_text(draft: Draft, name: str, value: str) -> None:
    field = CSL_FIELDS.get(name, "")
    if name == "container-title":
        field = CONTAINERS.get(draft.type, "series")
    elif name == "publisher":
        field = PUBLISHERS.get(draft.type, "publisher")
    elif name == "genre" and draft.type not in ("thesis", "report"):
        field = "type" if draft.type == "misc" else ""
    text = _NOCASE.sub(r"\1", value)
    bare = _TAG.sub("", text)
    if bare != text and field:
        draft.keep(name, value)
    draft.put(field or "?", bare, called=name, arrived=value, where=draft.where)


def _take_names(draft: Draft, field: str, people: list[Any]) -> None:
    names: list[PersonName] = []
    others = False
    for at, person in enumerate(people):
        if not isinstance(person, dict):
            draft.keep(field, _as_text(person))
            continue
        parts = {part: str(text).strip() for part, text in person.items() if text}
        literal = parts.get("literal", "")
        if literal and at == len(people) - 1 and at and stands_for_others(literal):
            others = True
        elif literal:
            names.append(PersonName(literal=literal))
        elif parts.get("family"):
            given = (parts.get("given", ""), parts.get("dropping-particle", ""))
            names.append(
                PersonName(
                    family=parts["family"],
                    given=" ".join(part for part in given if part),
                    particle=parts.get("non-dropping-particle", ""),
                    suffix=parts.get("suffix", ""),
                )
            )
        elif parts.get("given"):
            names.append(PersonName(literal=parts["given"]))
        further = {
            part: text
            for part, text in person.items()
            if text
            and part
            not in {
                *("literal", "family", "given", "dropping-particle"),
                *("non-dropping-particle", "suffix", "isInstitution", "comma-suffix"),
            }
        }
        if further:
            draft.keep(f"{field} {at + 1}", _as_text(further))
    draft.put_names(field, tuple(names), others=others)


def _take_date(draft: Draft, field: str, name: str, value: object) -> None:
    arrived = _as_text(value)
    text = ""
    if isinstance(value, dict):
        points = value.get("date-parts")
        if isinstance(points, list) and points and all(_is_point(each) for each in points[:2]):
            text = "/".join(_iso(each) for each in points[:2])
        else:
            text = _spelt(str(value.get("raw") or value.get("literal") or ""))
        if text and (value.get("circa") or value.get("season")):
            draft.keep(name, arrived)
    elif isinstance(value, str):
        text = _spelt(value)
    draft.put(field, text or arrived, called=name, arrived=arrived, where=draft.where)


def _is_point(point: object) -> bool:
    return isinstance(point, list) and bool(point) and all(str(part).isdecimal() for part in point)


def _iso(point: list[Any]) -> str:
    figures = [int(part) for part in point[:3]]
    return "-".join(f"{part:04d}" if not at else f"{part:02d}" for at, part in enumerate(figures))


def _spelt(text: str) -> str:
    """Return a date in words (``23 April 2016``, ``April 2016``) in figures; else as it is."""
    if as_date(text):
        return text
    words = re.findall(r"\w+", text.lower())
    months = [MONTHS[word] for word in words if word in MONTHS]
    figures = [word for word in words if word.isdecimal()]
    years = [word for word in figures if len(word) == 4]
    days = [word for word in figures if len(word) <= 2]
    if len(months) == len(years) == 1 and len(days) <= 1 and len(words) == 2 + len(days):
        return "-".join([years[0], f"{months[0]:02d}", *(f"{int(day):02d}" for day in days)])
    return text
