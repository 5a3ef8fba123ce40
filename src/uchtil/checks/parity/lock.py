"""``content/languages.lock``: each paragraph as it stood when it was last in step."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from uchtil.checks.locks import UNREADABLE, lock_data
from uchtil.problems import Location, Problems

LOCK = "content/languages.lock"

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One paragraph in one language.

    ``paragraph`` counts the blocks of a section from 1, headings included.  ``text`` is as
    written, with single spaces, ``written`` the day on which it was first met.
    ``against`` holds the fingerprints of the other languages' texts when this one was last
    in step with them, which was on the day ``confirmed``.
    """

    section: str
    paragraph: int
    language: str
    written: datetime.date
    confirmed: datetime.date
    against: Mapping[str, str]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """All records, sorted, and texts of before that one of them is still in step with."""

    records: tuple[Record, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    """By fingerprint."""

    def texts(self) -> dict[str, str]:
        """Return every text that is known, by fingerprint."""
        return {**self.before, **{fingerprint(each.text): each.text for each in self.records}}


def fingerprint(text: str) -> str:
    """Return what tells a text from another: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def make_lock(records: Iterable[Record], known: Mapping[str, str]) -> Lock:
    """Return a lock of these records; ``known`` are texts of before, by fingerprint."""
    sorted_records = tuple(
        sorted(records, key=lambda each: (each.section, each.paragraph, each.language))
    )
    now = {fingerprint(each.text) for each in sorted_records}
    needed = {mark for each in sorted_records for mark in each.against.values()} - now
    before = {mark: known[mark] for mark in sorted(needed) if mark in known}
    return Lock(records=sorted_records, before=before)


def read_lock(path: Path, problems: Problems) -> Lock | None:
    """Return the lock, or nothing where there is none; an empty one if it is ``broken-lock``."""
    try:
        data = lock_data(path, _VERSION)
        if data is None:
            return None
        return Lock(
            records=tuple(
                Record(
                    section=str(each["section"]),
                    paragraph=int(each["paragraph"]),
                    language=str(each["language"]),
                    written=datetime.date.fromisoformat(each["written"]),
                    confirmed=datetime.date.fromisoformat(each["confirmed"]),
                    against={str(code): str(mark) for code, mark in each["against"].items()},
                    text=str(each["text"]),
                )
                for each in data["paragraphs"]
            ),
            before={str(each["fingerprint"]): str(each["text"]) for each in data["before"]},
        )
    except UNREADABLE as error:
        problems.error(
            "broken-lock",
            "the lock cannot be read",
            Location(file=LOCK, line=getattr(error, "lineno", 0)),
            "it is never edited: take the last good one back, or delete it, look whether the "
            "languages say the same, and run `./build.py confirm --all`",
        )
        return Lock()


def write_lock(lock: Lock, path: Path) -> None:
    """Write a lock: sorted, one entry a line, the same bytes for the same records."""
    paragraphs = [
        {
            "section": each.section,
            "paragraph": each.paragraph,
            "language": each.language,
            "written": each.written.isoformat(),
            "confirmed": each.confirmed.isoformat(),
            "against": dict(sorted(each.against.items())),
            "text": each.text,
        }
        for each in lock.records
    ]
    before = [{"fingerprint": mark, "text": text} for mark, text in sorted(lock.before.items())]
    text = (
        f'{{"version": {_VERSION}, "paragraphs": [{_lines(paragraphs)}], '
        f'"before": [{_lines(before)}]}}\n'
    )
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)  # noqa: PTH105 (says that it is done in one step)


def _lines(entries: Iterable[Mapping[str, object]]) -> str:
    listed = ",\n".join(json.dumps(each, ensure_ascii=False) for each in entries)
    return f"\n{listed}\n" if listed else ""
