"""``content/facts.lock``: what the facts said when each text that rests on them was confirmed."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from uchtil.checks.locks import UNREADABLE, lock_data
from uchtil.checks.resting.states import State, count_mark, read_state
from uchtil.problems import Location, Problems
from uchtil.render.uses import Counted

LOCK = "content/facts.lock"

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A text by the fingerprint of its words, and the facts as they were on the day ``confirmed``.

    ``section`` is for people who read the file; ``facts`` has the mark of each fact's state,
    ``counts`` that of what each count came to.
    """

    section: str
    language: str
    text: str
    confirmed: datetime.date
    facts: Mapping[str, str]
    counts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """The records by language and words, and the states and counts that they name, by mark."""

    records: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    counts: Mapping[str, Counted] = field(default_factory=dict)


def make_lock(
    records: Iterable[Record], known: Mapping[str, State], counts: Mapping[str, Counted]
) -> Lock:
    """Return a lock of these records, with those of the known states and counts that they name."""
    ordered = sorted(records, key=lambda each: (each.section, each.language, each.text))
    needed = {mark for each in ordered for mark in each.facts.values()} & known.keys()
    counted = {mark for each in ordered for mark in each.counts.values()} & counts.keys()
    return Lock(
        records={(each.language, each.text): each for each in ordered},
        states={
            mark: known[mark] for mark in sorted(needed, key=lambda each: (known[each].fact, each))
        },
        counts={
            mark: counts[mark]
            for mark in sorted(counted, key=lambda each: (counts[each].name, each))
        },
    )


def read_lock(path: Path, problems: Problems) -> Lock | None:
    """Return the lock, or nothing where there is none; an empty one if it is ``broken-lock``."""
    try:
        data = lock_data(path, _VERSION)
        if data is None:
            return None
        return make_lock(
            [_record(each) for each in data["paragraphs"]],
            {str(each["mark"]): read_state(each) for each in data["facts"]},
            {count_mark(each): each for each in map(_count, data.get("counts", ()))},
        )
    except UNREADABLE as error:
        problems.error(
            "broken-lock",
            "the lock cannot be read",
            Location(file=LOCK, line=getattr(error, "lineno", 0)),
            "it is never edited: take the last good one back, or delete it, reread what rests on "
            "facts that changed, and run `./build.py confirm --all`",
        )
        return Lock()


def _record(data: Mapping[str, Any]) -> Record:
    return Record(
        section=str(data["section"]),
        language=str(data["language"]),
        text=str(data["text"]),
        confirmed=datetime.date.fromisoformat(data["confirmed"]),
        facts={str(fact): str(mark) for fact, mark in data["facts"].items()},
        counts={str(name): str(mark) for name, mark in data.get("counts", {}).items()},
    )


def _count(data: Mapping[str, Any]) -> Counted:
    return Counted(
        name=str(data["count"]),
        number=int(data["number"]),
        sources=tuple(str(each) for each in data.get("sources", ())),
    )


def lock_bytes(lock: Lock) -> bytes:
    """Return the file: sorted, one entry a line, the same bytes for the same records."""
    paragraphs = [
        {
            "section": each.section,
            "language": each.language,
            "text": each.text,
            "confirmed": each.confirmed.isoformat(),
            "facts": dict(sorted(each.facts.items())),
            **({"counts": dict(sorted(each.counts.items()))} if each.counts else {}),
        }
        for each in lock.records.values()
    ]
    facts = [{"mark": mark, **state.as_data()} for mark, state in lock.states.items()]
    counts = [
        {
            "count": each.name,
            "number": each.number,
            **({"sources": list(each.sources)} if each.sources else {}),
        }
        for each in lock.counts.values()
    ]
    more = f', "counts": [{_lines(counts)}]' if counts else ""
    return (
        f'{{"version": {_VERSION}, "paragraphs": [{_lines(paragraphs)}], '
        f'"facts": [{_lines(facts)}]{more}}}\n'
    ).encode()


def write_lock(lock: Lock, path: Path) -> None:
    """Write a lock in one step."""
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_bytes(lock_bytes(lock))
    os.replace(unfinished, path)  # noqa: PTH105 (says that it is done in one step)


def _lines(entries: Iterable[Mapping[str, object]]) -> str:
    listed = ",\n".join(json.dumps(each, ensure_ascii=False) for each in entries)
    return f"\n{listed}\n" if listed else ""
