"""RIS, as Zotero, EndNote, Scopus and this program write it.

Read here and not by rispy (0.10): it drops what stands between records and the second of two
single tags, parts from the lines that things stood on, and renames tags before their dialect is
known; what is left of its work is to part a line in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.bibliography.merge.draft import Draft, as_date, told_apart
from uchtil.bibliography.merge.incoming import Arrival, Aside, Broken, Incoming
from uchtil.bibliography.merge.numbers import issns
from uchtil.bibliography.merge.vocabulary import (
    CONTAINERS,
    PUBLISHERS,
    RIS_FIELDS,
    RIS_PEOPLE,
    RIS_PLAIN,
    RIS_TYPES,
)
from uchtil.bibliography.reference import PersonName
from uchtil.problems import Location, Problems

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|\s*)")
_WHOLE_BOOKS = ("book", "collection", "proceedings", "thesis", "report")
_PEOPLE_TWICE = ("book", "collection")
"""Types whose ``A2`` Zotero takes for editors of the series."""


class _Record:
    """The lines of one record: tag, value, line."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.tags: list[tuple[str, str, int]] = []
        self.raw: list[str] = []


def read_ris(text: str, file: str, problems: Problems, default_language: str) -> Arrival:
    """Read a file of RIS; a record without its beginning or end is told with its line.

    Problems: ``broken-incoming``, ``unfit-value``.
    """
    entries: list[Incoming] = []
    broken: list[Broken] = []
    asides: list[Aside] = []
    record: _Record | None = None

    def give_up(reason: str, hint: str, line: int, raw: str) -> None:
        where = Location(file=file, line=line)
        broken.append(Broken(where=where, reason=reason, raw=raw))
        problems.warning("broken-incoming", f"{reason}: it is left out", where, hint)

    for number, line in enumerate(text.split("\n"), start=1):
        met = _LINE.fullmatch(line.rstrip())
        tag, value = (met[1], (met[2] or "").strip()) if met else ("", line.strip())
        if record is None:
            if tag == "TY":
                record = _Record(number)
            elif tag and tag != "ER":
                give_up(
                    f"the line `{line.strip()}` stands in no record",
                    "a record begins with `TY  - `",
                    number,
                    line,
                )
                continue
            elif value:
                where = Location(file=file, line=number)
                asides.append(Aside(where=where, what="text", raw=line))
                continue
            else:
                continue
        elif tag == "TY":
            give_up(
                "the record is never closed",
                "a record ends with `ER  - `",
                record.line,
                "\n".join(record.raw),
            )
            record = _Record(number)
        record.raw.append(line)
        if tag == "ER":
            entries.append(_entry(record, file, problems, default_language))
            record = None
        elif tag:
            record.tags.append((tag, value, number))
        elif value:  # a value that goes on
            before = record.tags.pop()
            record.tags.append((before[0], f"{before[1]}\n{value}".strip(), before[2]))
    if record is not None:
        give_up(
            "the record is never closed",
            "a record ends with `ER  - `",
            record.line,
            "\n".join(record.raw),
        )
    return Arrival(
        file=file,
        format="ris",
        entries=tuple(entries),
        broken=tuple(broken),
        asides=tuple(asides),
    )


def _entry(record: _Record, file: str, problems: Problems, default_language: str) -> Incoming:
    draft = Draft(where=Location(file=file, line=record.line), problems=problems)
    type_ = record.tags[0][1].upper()
    draft.type, subtype = RIS_TYPES.get(type_, ("misc", ""))
    if subtype:
        draft.fields["entrysubtype"] = subtype
    if type_ not in RIS_PLAIN:
        draft.keep("TY", type_)
    found: dict[str, str] = {}
    for tag, value, line in record.tags[1:]:
        if value:
            _take(draft, tag, value, Location(file=file, line=line), found)
    _take_people(draft, record)
    _take_dates(draft, record, file)
    _take_pages(draft, found, draft.where)
    return draft.done(default_language=default_language, raw="\n".join(record.raw))


def _take(draft: Draft, tag: str, value: str, where: Location, found: dict[str, str]) -> None:
    field = ""
    match tag:
        case "ID" if not draft.key:
            draft.key = value
            return
        case "LA" if not draft.told_language:
            draft.told_language = value
            return
        case "SP" | "EP" if tag not in found:
            found[tag] = value
            return
        case "PY" | "Y1" | "DA" | "Y2":
            return
        case _ if tag in RIS_PEOPLE:
            return
        case "T2":
            field = CONTAINERS.get(draft.type, "series")
        case "PB":
            field = PUBLISHERS.get(draft.type, "publisher")
        case "M1":
            field = "number"
        case "M3" if draft.type in ("thesis", "report"):
            field = "type"
        case "SN":
            field = "issn" if issns(value) and draft.type not in _WHOLE_BOOKS else "isbn"
        case "JF" | "JO" if draft.type != "article":
            field = ""
        case _:
            field = RIS_FIELDS.get(tag, "")
    flat = " ".join(value.split())
    draft.put(field or "?", flat, called=tag, arrived=value, where=where)


def _take_people(draft: Draft, record: _Record) -> None:
    for tag, field in RIS_PEOPLE.items():
        written = [value for each, value, _ in record.tags[1:] if each == tag and value]
        if tag == "A2" and draft.type in _PEOPLE_TWICE and written:
            for value in written:
                draft.keep(tag, value)
            continue
        parts, others = told_apart(written)
        names = tuple(_name(draft, part) for part in parts)
        draft.put_names(field, names, others=others)


def _name(draft: Draft, text: str) -> PersonName:
    """Return a name; without a comma RIS means a body, unless it surely is a person's."""
    flat = " ".join(text.split())
    return draft.name(flat, suffix_last=True, where=draft.where) or PersonName(literal=flat)


def _take_dates(draft: Draft, record: _Record, file: str) -> None:
    dates: list[tuple[str, str, Location]] = []
    for tag, value, line in _dated(record):
        where = Location(file=file, line=line)
        if tag == "Y2":
            draft.put("urldate", _day(value), called=tag, arrived=value, where=where)
        else:
            dates.append((tag, value, where))
    # the most exact comes first; the others only repeat it
    dates.sort(key=lambda each: len(_day(each[1])) if as_date(_day(each[1])) else 0, reverse=True)
    for tag, value, where in dates:
        present = draft.dates.get("date")
        if present is None or not str(present).startswith(_day(value)):
            draft.put("date", _day(value), called=tag, arrived=value, where=where)


def _dated(record: _Record) -> Iterator[tuple[str, str, int]]:
    return (each for each in record.tags if each[0] in ("PY", "Y1", "DA", "Y2") and each[1])


def _day(value: str) -> str:
    """Return ``2016/04/23/`` as ``2016-04-23``; what is no such date as it is."""
    parts = value.strip().split("/")
    if not all(part.strip().isdecimal() or not part for part in parts[:3]) or len(parts) > 4:
        return value.strip()
    if len(parts) == 4 and parts[3].strip():
        return value.strip()  # a season or an edition: it would be lost
    figures = [part.strip() for part in parts[:3] if part.strip()]
    return "-".join([figures[0], *(f"{int(each):02d}" for each in figures[1:])]) if figures else ""


def _take_pages(draft: Draft, found: dict[str, str], where: Location) -> None:
    first, last = found.get("SP", ""), found.get("EP", "")
    if first and not last and draft.type in _WHOLE_BOOKS and first.isdecimal():
        draft.put("pagetotal", first, called="SP", arrived=first, where=where)
    elif first or last:
        pages = f"{first}--{last}" if first and last and first != last else first or last
        draft.put("pages", pages, called="SP", arrived=pages, where=where)
