"""Field by field: what becomes of an entry that is the same work as one of ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from rapidfuzz import fuzz

from uchtil.bibliography.merge.folding import foldings, skeleton
from uchtil.bibliography.merge.incoming import Kept
from uchtil.bibliography.merge.numbers import page_of
from uchtil.bibliography.merge.plan import Change
from uchtil.bibliography.merge.written import fields_of, value_of
from uchtil.bibliography.reference import Reference
from uchtil.bibliography.vocabulary import DATE_FIELDS, NAME_FIELDS
from uchtil.language.tags import is_language_tag, locale_tag
from uchtil.model import When

_ROMANISED = re.compile(r"In Latin script \([a-z]+\): ", re.DOTALL)
_SUBTITLES = {"title": "subtitle", "journaltitle": "journalsubtitle"}


def changes_of(
    here: Reference,
    arrived: Reference,
    kept: Iterable[Kept] = (),
    kept_here: tuple[Kept, ...] = (),
    *,
    taken: Collection[str] = (),
    declined: Collection[str] = (),
) -> Iterable[Change]:
    """Tell what becomes of each field.

    ``taken`` are those that a person wants replaced, ``declined`` those that none wants added.
    """
    said = _all_said(here)
    if arrived.type != here.type:
        yield Change(
            field="entry type", status="differs", here=here.type, arrived=arrived.type, note=""
        )
    for field, value in fields_of(arrived):
        present = value_of(here, field)
        status, note = _status(here, arrived, field, said)
        if field in taken and status in ("alike", "differs") and present:
            status = "replaced"
        if field in declined and status == "added":
            status, note = "declined", "a person said so"
        yield Change(field=field, status=status, here=present, arrived=value, note=note)
    for each in kept:
        if each in kept_here:
            yield Change(field=each.name, status="equal", here=each.value, arrived=each.value)
            continue
        alike = _is_said(each.value, said, here)
        yield Change(
            field=each.name,
            status="alike" if alike else "kept",
            here=alike,
            arrived=each.value,
            note="said already" if alike else "as a comment",
        )


def _status(
    here: Reference, arrived: Reference, field: str, said: Mapping[str, str]
) -> tuple[str, str]:
    """Return what becomes of a field, and a word about it."""
    present, value = value_of(here, field), value_of(arrived, field)
    if present == value:
        return "equal", ""
    if present:
        return _both(here, arrived, field)
    if belongs := _belongs_to_what_differs(here, arrived, field):
        return "differs", belongs
    if elsewhere := _said_elsewhere(here, field, value, said):
        return "alike", elsewhere
    return "added", ""


def _belongs_to_what_differs(here: Reference, arrived: Reference, field: str) -> str:
    """Return why a field that ours lacks is not for our value of another; else nothing."""
    if field == "titletype":
        return "it belongs to the title"
    if field == "entrysubtype" and arrived.type != here.type:
        return "it belongs to the entry type"
    if field == "urldate" and not _same_address(here, arrived):
        return "it is of another address"
    return ""


def _said_elsewhere(here: Reference, field: str, value: str, said: Mapping[str, str]) -> str:
    """Return where ours says already what a field would add; nothing where nowhere."""
    if field == "url" and "doi" in here.fields and here.fields["doi"].lower() in value.lower():
        return "the address of the DOI"
    if field in ("subtitle", "shorttitle") and _folded_in(value, here.title):
        return "it is in the title"
    figures = (*DATE_FIELDS, "volume", "number", "pages", "edition")
    where = "" if field in figures else said.get(_plainly(value), "")
    return f"said in `{where}`" if where else ""


def _both(here: Reference, arrived: Reference, field: str) -> tuple[str, str]:
    """Return what is to say of a field that both have, with other words."""
    present, value = value_of(here, field), value_of(arrived, field)
    if field in DATE_FIELDS:
        return _dates(here.dates[field], arrived.dates[field])
    if alike := _alike(here, field, present, value):
        return "alike", alike
    if field in NAME_FIELDS and len(value) > len(present) + 2:
        return "differs", "fuller" if skeleton(value)[:3] == skeleton(present)[:3] else ""
    if field == "title" and here.title_is_ours and not arrived.title_is_ours:
        return "differs", "ours is a description"
    return "differs", ""


def _dates(present: When, value: When) -> tuple[str, str]:
    if not present.agrees_with(value):
        return "differs", ""
    longer = len(str(value)) > len(str(present))
    return ("differs", "more exact") if longer else ("alike", "less exact")


def _alike(here: Reference, field: str, present: str, value: str) -> str:
    """Return in what a value says the same as ours in another way; nothing where it does not."""
    said = ""
    if set(foldings(present)) & set(foldings(value)) or (
        field == "doi" and present.lower() == value.lower()
    ):
        said = "spelt otherwise"
    elif field == "langid" and is_language_tag(present) and is_language_tag(value):
        said = "the same language" if locale_tag(present) == locale_tag(value) else ""
    elif field == "url" and page_of(present) and page_of(present) == page_of(value):
        said = "the same page"
    elif field in ("title", "journaltitle"):
        subtitle = here.fields.get(_SUBTITLES[field], "")
        whole = f"{present}: {subtitle}" if subtitle else present
        if set(foldings(whole)) & set(foldings(value)):
            said = "with its subtitle"
        elif _folded_in(value, present):
            said = "cut"
    return said


def _same_address(here: Reference, arrived: Reference) -> bool:
    ours, theirs = here.fields.get("url", ""), arrived.fields.get("url", "")
    return not ours or not theirs or page_of(ours) == page_of(theirs)


def _folded_in(part: str, whole: str) -> bool:
    return any(f" {one} " in f" {two} " for one in foldings(part) for two in foldings(whole) if one)


def _all_said(reference: Reference) -> dict[str, str]:
    """Return what the fields of a reference say, evened, each with the field that says it."""
    found: dict[str, str] = {}
    for field, value in fields_of(reference):
        found.setdefault(_plainly(value), field)
    found.setdefault(reference.type, "entry type")
    return found


def _plainly(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_said(value: str, said: dict[str, str], here: Reference) -> str:
    """Return what of ours says already what is to be kept; nothing where nothing does.

    Also a line that this program's own RIS writes: the work in Latin script.
    """
    flat = _plainly(value)
    if field := said.get(flat):
        return value_of(here, field) or here.type
    if _ROMANISED.match(value):
        tail = foldings(_ROMANISED.sub("", value))
        for title in filter(None, (here.title, here.english_title)):
            if any(fuzz.partial_ratio(a, b) >= 90 for a in foldings(title) for b in tail):
                return title
    return ""


def merged_with(here: Reference, arrived: Reference, changes: Iterable[Change]) -> Reference:
    """Return our reference with what is added and replaced."""
    written = {each.field for each in changes if each.status in ("added", "replaced")}
    if not written:
        return here
    fields, names, dates = dict(here.fields), dict(here.names), dict(here.dates)
    others = set(here.others)
    language = here.language
    for field in written:
        if field == "langid":
            language = arrived.language
        elif field in arrived.names:
            names[field] = arrived.names[field]
            (others.add if field in arrived.others else others.discard)(field)
        elif field in arrived.dates:
            dates[field] = arrived.dates[field]
        elif field in arrived.fields:
            fields[field] = arrived.fields[field]
    if "title" in written and not arrived.title_is_ours:
        fields.pop("titletype", None)
    return replace(
        here,
        language=language,
        fields=MappingProxyType(fields),
        names=MappingProxyType(names),
        dates=MappingProxyType(dates),
        others=frozenset(others),
    )
