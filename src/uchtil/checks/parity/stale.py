"""Which texts have not followed a change in another language, since when, and what changed.

A text is in step with the others when somebody has edited it after them, or has confirmed
it.  What it was in step with is in the lock; paragraphs are found again there by what they
say, so that moving one, or writing one between, makes nothing stale.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from uchtil.checks.parity.align import Row, align
from uchtil.checks.parity.lock import LOCK, Lock, Record, fingerprint, make_lock
from uchtil.checks.parity.words import difference
from uchtil.load.blocks import Block
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.problems import Location, Problems

EditedOn = Callable[[str], datetime.date]
"""Returns the day on which a file of the project was last changed."""

Records = Mapping[str, Record]
"""The records of one paragraph by language."""

_LEAST = 0.15
"""Paragraphs that share fewer of their words than this are different ones."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What changed in the language that was edited: ``what`` is a short difference."""

    language: str
    since: datetime.date
    what: str
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Stale:
    """A block that has not followed changes in other languages."""

    section: str
    language: str
    block: Block
    confirmed: datetime.date
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How the languages stand to each other: how many texts there are, and which are stale.

    ``confirmed`` says whether there is a lock: without one everything counts as in step.
    """

    confirmed: bool
    texts: int
    stale: tuple[Stale, ...] = ()

    def summary(self) -> str:
        """Return one line that tells it."""
        if not self.confirmed:
            return f"{self.texts} texts of paragraphs, never confirmed to say the same"
        return f"{self.texts} texts of paragraphs, {len(self.stale)} of them stale"


def standing(
    rows: Sequence[Row], lock: Lock | None, edited_on: EditedOn, problems: Problems
) -> Standing:
    """Tell which texts are stale (``stale-translation``, a warning).

    Without a lock a notice (``never-confirmed``) says how to begin, if there are several
    languages.  Nothing is told of a section where something is wrong: it has to be edited
    again.
    """
    wrong = {each.where.file for each in problems.errors}
    doubtful = {
        row.section for row in rows if any(block.file in wrong for block in row.blocks.values())
    }
    texts = sum(len(row.blocks) for row in _written(rows))
    if lock is None:
        if any(len(row.blocks) > 1 for row in rows):
            problems.notice(
                "never-confirmed",
                "nobody has confirmed that the languages say the same",
                Location(file=LOCK),
                "read them side by side, then run `./build.py confirm --all`",
            )
        return Standing(confirmed=False, texts=texts)
    known = lock.texts()
    stale = []
    for row, records in _noted(rows, lock, edited_on):
        known.update({fingerprint(block.text): block.text for block in row.blocks.values()})
        for code, block in row.blocks.items():
            if changes := _changes(row, code, records, known):
                each = Stale(
                    section=row.section,
                    language=code,
                    block=block,
                    confirmed=records[code].confirmed,
                    changes=changes,
                )
                stale.append(each)
                if row.section not in doubtful:
                    _tell(each, problems)
    return Standing(confirmed=True, texts=texts, stale=tuple(stale))


def _changes(row: Row, code: str, records: Records, known: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what changed in other languages since a text was in step with them."""
    changes = []
    for other, block in row.blocks.items():
        mark = records[code].against.get(other)
        if other != code and mark is not None and mark != fingerprint(block.text):
            changes.append(
                Change(
                    language=other,
                    since=records[other].written,
                    what=difference(known.get(mark, ""), block.text),
                    where=block.where,
                )
            )
    return tuple(changes)


def _tell(stale: Stale, problems: Problems) -> None:
    changes = "; ".join(
        f"{LANGUAGE_NAMES[each.language]}, changed {each.since}: {each.what}"
        for each in stale.changes
    )
    problems.warning(
        "stale-translation",
        f"{stale.block.name} of `{stale.section}` has not followed {changes}",
        stale.block.where,
        f"edit it too, or run `./build.py confirm {stale.section} {stale.language}` if it is "
        "right as it stands",
    )


# ------------------------------------------------------------------ keeping the lock


def noted(rows: Sequence[Row], lock: Lock, edited_on: EditedOn) -> Lock:
    """Return the lock with what was edited since: an edited text is in step with the others."""
    kept = [each for _, records in _noted(rows, lock, edited_on) for each in records.values()]
    return make_lock(kept, lock.texts())


def confirm(
    rows: Sequence[Row],
    lock: Lock,
    today: datetime.date,
    edited_on: EditedOn,
    chosen: Callable[[str, str], bool],
) -> Lock:
    """Return the lock with the texts of the ``chosen`` sections and languages in step."""
    kept: list[Record] = []
    for row, records in _noted(rows, lock, edited_on):
        for code, record in records.items():
            others = _others(row, code)
            new = chosen(row.section, code) and record.against != others
            kept.append(replace(record, confirmed=today, against=others) if new else record)
    return make_lock(kept, lock.texts())


def _noted(
    rows: Sequence[Row], lock: Lock, edited_on: EditedOn
) -> Iterator[tuple[Row, dict[str, Record]]]:
    """Yield each row with its records as they are after what was edited since."""
    numbers: Counter[str] = Counter()
    for row, kept in _matched(rows, lock):
        numbers[row.section] += 1
        records = {}
        for code, block in row.blocks.items():
            record = kept.get(code)
            if record is None or record.text != block.text:
                day = _day(block, record, edited_on)
                record = Record(
                    section=row.section,
                    paragraph=numbers[row.section],
                    language=code,
                    written=day,
                    confirmed=day,
                    against=_others(row, code),
                    text=block.text,
                )
            else:
                followed = _followed(row, code, kept)
                record = replace(
                    record,
                    paragraph=numbers[row.section],
                    against={**record.against, **followed},
                )
            records[code] = record
        yield row, records


def _others(row: Row, code: str) -> dict[str, str]:
    return {other: fingerprint(block.text) for other, block in row.blocks.items() if other != code}


def _followed(row: Row, code: str, kept: Records) -> dict[str, str]:
    """Return the texts that were edited because this one had changed, with their new marks.

    A text that was stale against this one, and is edited, follows it: it is nothing new that
    this one would have to follow in its turn.
    """
    mine = kept[code]
    found = {}
    for other, block in row.blocks.items():
        theirs = kept.get(other)
        if other == code or theirs is None or theirs.text == block.text:
            continue
        was_stale = theirs.against.get(code) != fingerprint(mine.text)
        if was_stale and mine.against.get(other) == fingerprint(theirs.text):
            found[other] = fingerprint(block.text)
    return found


def _day(block: Block, before: Record | None, edited_on: EditedOn) -> datetime.date:
    """Return the day of a change that no lock has noted yet: never before the last one."""
    day = edited_on(block.file)
    return max(day, before.written) if before else day


# ------------------------------------------------------------------ finding again


def _written(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if any(each.is_written for each in row.blocks.values())]


def _matched(rows: Sequence[Row], lock: Lock) -> Iterator[tuple[Row, Records]]:
    """Yield every written row with the records of the same paragraph, where there are any."""
    kept: dict[str, dict[int, dict[str, Record]]] = {}
    for record in lock.records:
        paragraphs = kept.setdefault(record.section, {})
        paragraphs.setdefault(record.paragraph, {})[record.language] = record
    sections: dict[str, list[Row]] = {}
    for row in _written(rows):
        sections.setdefault(row.section, []).append(row)
    for section, own in sections.items():
        yield from _paired(own, list(kept.get(section, {}).values()))


def _paired(rows: Sequence[Row], kept: Sequence[Records]) -> Iterator[tuple[Row, Records]]:
    """Yield each row with its records: those in order first, then those that were moved."""
    words: dict[str, frozenset[str]] = {}

    def words_of(text: str) -> frozenset[str]:
        if text not in words:
            words[text] = frozenset(text.split())
        return words[text]

    def alike(row: Row, records: Records) -> float:
        shared = [
            (row.blocks[code].text, records[code].text) for code in row.blocks if code in records
        ]
        total = 0.0
        for now, before in shared:
            if now == before:
                total += 1
            else:
                one, other = words_of(now), words_of(before)
                total += len(one & other) / len(one | other)
        mean = total / len(shared) if shared else 0
        return mean if mean >= _LEAST else 0

    found: dict[int, Records] = {}
    left: list[Records] = []
    numbered = list(enumerate(rows))
    for pair, records in align(numbered, kept, lambda one, other: alike(one[1], other)):
        if pair is not None and records is not None:
            found[pair[0]] = records
        elif records is not None:
            left.append(records)
    for index, row in numbered:
        if index not in found and left:
            likeness = [alike(row, records) for records in left]
            if max(likeness) > 0:
                found[index] = left.pop(likeness.index(max(likeness)))
    for index, row in numbered:
        yield row, found.get(index, {})
