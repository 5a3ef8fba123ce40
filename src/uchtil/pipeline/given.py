"""The entry that is given with a new source: as text, as a file, or by its DOI.

It is held against the bibliography as entries are that arrive in bulk: a work that is there
already keeps its entry and its key.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from uchtil import __version__
from uchtil.bibliography import Reference, raw_entries, read_bibliography
from uchtil.bibliography.merge import (
    Arrival,
    Incoming,
    Step,
    arrival_of,
    entry_text,
    foldings,
    plan_merge,
    read_unified,
)
from uchtil.intake.doi import RESOLVER, bare_doi, look_up
from uchtil.intake.identity import SHORT_TAGS, propose_key
from uchtil.load.shapes import slug
from uchtil.pipeline.arriving import read_arriving
from uchtil.problems import Location, Problems
from uchtil.web import Guard, Manners
from uchtil.web.requests import Client

_EXCHANGED = str.maketrans("ou", "aa")
"""Усманов is Usmonov, and Узбекистан Oʻzbekiston."""

_STEM = 6
"""So many letters of a word stay the same when it is declined."""

_OPTION = Location(file="--bib")
_WRITTEN_OUT = re.compile(r"\s*(?:@|[\[{]|TY  ?- )")
_AS_DOI = re.compile(r"\s*(?:10\.|doi:|https?://)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class LookUp:
    """How DOIs are looked up; each host has ``timeout`` seconds between two words."""

    resolver: str = RESOLVER
    allow_private: bool = False
    timeout: float = 20.0


LOOK_UP = LookUp()
"""Tests put another in its place, which asks this machine."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """The entry of a source: its key, and its text where the bibliography has none yet."""

    key: str
    text: str = ""
    missing: tuple[str, ...] = ()
    """The fields that nobody knows yet."""
    year: int | None = None
    told: str = ""
    """What is to be known of it, in a line."""


def year_of(work: Reference) -> int | None:
    """Return the year of a work, where it has a date."""
    date = work.dates.get("date")
    return date.start.year if date is not None and date.start is not None else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What was given: the entry or what names it, and a key if one is chosen.

    ``language`` and ``beginning`` are those of the text.
    """

    bib: str
    key: str
    language: str
    beginning: str = ""


def given_entry(
    given: Given, bibliography: Path, references: Mapping[str, Reference], problems: Problems
) -> Entry | None:
    """Return the entry that is given or named; ``references`` are those of the bibliography.

    Problems: those of `arrival_of` and `look_up`, ``entry-unreadable``, ``entry-not-one``,
    ``entry-doubtful`` and ``entry-other-text``.
    """
    told = Problems()
    key = given.key
    arrival = _arrival(given.bib, SHORT_TAGS.get(given.language, ""), told)
    if arrival is not None and key:
        arrival = _chosen(arrival, key)
    if arrival is None or len(arrival.entries) != 1 or arrival.broken:
        problems.extend(told)
        if arrival is not None:
            problems.error("entry-not-one", *_why_not_one(arrival))
        return None
    (incoming,) = arrival.entries
    _tell_other_text(incoming.reference, given, problems)
    if key in references:
        return Entry(key=key, year=year_of(references[key]))
    unified = read_unified(bibliography, bibliography.name, Problems())
    if unified is None:  # its errors are told where it is read
        return None
    decisions = {incoming.id: "new"} if key else {}
    (step,) = plan_merge(unified, arrival, decisions=decisions).steps
    if step.decision == "doubtful":
        candidates = [each.key for each in step.candidates]
        if incoming.key not in candidates:
            problems.error(
                "entry-doubtful",
                f"it may be the same work as {', '.join(f'`{each}`' for each in candidates)}",
                _OPTION,
                f"if it is, say so: --key {candidates[0]}; if not, give it a key of its own",
            )
            return None
        step = replace(step, decision="same", key=incoming.key, reasons=("the same key",))
    if step.decision == "same":
        because = "; ".join(step.reasons)
        return Entry(
            key=step.key,
            year=year_of(references[step.key]),
            told=f"the bibliography has this work as `{step.key}` ({because}): its entry stays",
        )
    return _new(key, step, references, problems, told)


def _why_not_one(arrival: Arrival) -> tuple[str, Location, str]:
    """Return what is wrong with what was given, where, and what to do."""
    count = len(arrival.entries)
    if arrival.broken and count <= 1:
        broken = arrival.broken[0]
        message = "one of the entries is broken" if count else broken.reason
        return message, broken.where, "mend it, or say with --key which of them is meant"
    return (
        f"{count} entries were given, and a source has one",
        _OPTION,
        "give the entry of this source alone, or say which it is with --key",
    )


def _tell_other_text(work: Reference, given: Given, problems: Problems) -> None:
    """Tell that an entry seems to be of another work than the text."""
    name = f"`{work.key}`" if work.key else "the entry"
    hint = "see whether it is the entry of this text"
    told, read = (tag.partition("-")[0] for tag in (work.language, given.language))
    if told and read not in ("", "und", told):
        problems.warning(
            "entry-other-text",
            f"{name} is in {work.language}, and the text is in {given.language}",
            _OPTION,
            hint,
        )
        return
    words = _telling_words(work)
    present = set(_folded_words(given.beginning))
    if words and not any(each.startswith(word) for word in words for each in present):
        problems.warning(
            "entry-other-text",
            f"neither a word of the title nor an author of {name} stands in the text's beginning",
            _OPTION,
            hint,
        )


def _telling_words(work: Reference) -> set[str]:
    """Return the beginnings of words by which a text would show that it is this work."""
    people = (*work.names.get("author", ()), *work.names.get("editor", ()))
    names = (word for each in people for word in _folded_words(each.family or each.literal))
    titles = () if work.title_is_ours else (work.title, work.english_title)
    long = (word[:_STEM] for title in titles for word in _folded_words(title or ""))
    return {word for word in names if len(word) > 2} | {word for word in long if len(word) >= 4}


def _folded_words(text: str) -> Iterator[str]:
    """Yield the words of a text folded, with the vowels as one that languages exchange."""
    for folded in foldings(text):
        yield from (word.translate(_EXCHANGED) for word in folded.split())


def _chosen(arrival: Arrival, key: str) -> Arrival:
    """Return a bibliography with only the entry of a key, where there is one among several."""
    entries = tuple(each for each in arrival.entries if each.key == key)
    return replace(arrival, entries=entries, broken=()) if len(entries) == 1 else arrival


def _new(
    key: str, step: Step, references: Mapping[str, Reference], problems: Problems, told: Problems
) -> Entry:
    """Return a new entry: as it was written where it can stand so, else in our own form."""
    work = step.reference
    assert work is not None
    key = key or _key(step, work, references)
    text = _as_written(step.incoming, key)
    if not text:
        problems.extend(told)
        text = entry_text(replace(step, key=key))
    return Entry(key=key, text=text, missing=step.lacks, year=year_of(work))


def _key(step: Step, work: Reference, references: Mapping[str, Reference]) -> str:
    """Return the key that arrived, if it can be one here, or one made of author and year."""
    arrived = step.incoming.key
    if re.fullmatch(slug().pattern, arrived) and arrived[:1].isalpha() and not step.mapped:
        return arrived
    people = work.names.get("author") or work.names.get("editor") or ()
    family = (people[0].family or people[0].literal) if people else ""
    year = year_of(work)
    return propose_key(family, str(year or ""), work.title, work.language, references)


def _as_written(incoming: Incoming, key: str) -> str:
    """Return an entry of BibTeX to the letter under a key; nothing where it cannot stand so."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "given.bib"
        file.write_text(incoming.raw, encoding="utf-8")
        told = Problems()
        found = read_bibliography(file, "--bib", told)
    if told.errors or list(found) != [incoming.key] or incoming.kept:
        return ""
    (text,) = raw_entries(incoming.raw, (incoming.key,))
    head = rf"(@\s*\w+\s*[{{(]\s*){re.escape(incoming.key)}(?=\s*,)"
    return "\n".join([*incoming.comments, re.sub(head, rf"\g<1>{key}", text, count=1)])


def _arrival(bib: str, language: str, problems: Problems) -> Arrival | None:
    if _WRITTEN_OUT.match(bib):
        return arrival_of(bib, "--bib", problems, language=language)
    path = Path(bib)
    if path.is_file():
        return read_arriving(path, bib, problems, language=language)
    if _AS_DOI.match(bib):
        return _looked_up(bib, language, problems)
    problems.error(
        "entry-unreadable",
        f"`{bib}` is neither an entry, nor a file that can be read, nor a DOI",
        _OPTION,
        "give `@type{key, …}` in quotes, a file with one entry (.bib, .ris, .json) or a DOI (10.…)",
    )
    return None


def _looked_up(doi: str, language: str, problems: Problems) -> Arrival | None:
    client = Client(
        agent=f"uchtil/{__version__} (looks up a DOI that its user has given)",
        guard=Guard(allow_private=LOOK_UP.allow_private),
        manners=Manners(pause=0),
        timeout=LOOK_UP.timeout,
    )
    item = look_up(doi, client, _OPTION, problems, resolver=LOOK_UP.resolver)
    if item is None:
        return None
    # A DOI is the name of the record, and no key.
    text = json.dumps({**item, "id": ""}, ensure_ascii=False)
    arrival = arrival_of(text, f"doi:{bare_doi(doi)}", problems, suffix=".json", language=language)
    if arrival is None:
        return None
    # Agencies tell much besides (funders, licences, whole lists), and tell it again when asked.
    return replace(arrival, entries=tuple(replace(each, kept=()) for each in arrival.entries))
