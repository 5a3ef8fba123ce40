"""What became of the facts since the texts that rest on them were written or confirmed.

A text whose facts read otherwise now is stale until it is edited or confirmed; one whose facts
are shown by more sources, or by fewer, is to be reread.  One that prints a count of sources says
more of them than how many they are ("six articles in Uzbek"): it is stale when one came or went.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from uchtil.checks.resting.lock import Lock, Record, make_lock
from uchtil.checks.resting.paragraphs import Paragraph
from uchtil.checks.resting.states import State, count_mark, state_of
from uchtil.facts.sharpening import date_sharper, is_sharper, value_sharper
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Fact
from uchtil.problems import Problems
from uchtil.render.uses import Counted


class What(str, Enum):
    """What became of a fact; several may be true."""

    SHARPENED = "reading-sharpened"
    CHANGED = "reading-changed"
    REWORDED = "statement-reworded"
    """A claim's: what it says is its statement."""
    CONTESTED = "contested"
    SETTLED = "settled"
    GAINED = "support-gained"
    LOST = "support-lost"


_WORDS = {
    What.SHARPENED: "is told more exactly now ({before} → {now})",
    What.CHANGED: "has another reading now ({before} → {now})",
    What.REWORDED: "is worded otherwise now",
    What.CONTESTED: "is contested now",
    What.SETTLED: "is contested no longer",
}
"""What makes a text stale, as messages tell it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactNews:
    """A fact as it was when a text was confirmed and as it is now."""

    what: tuple[What, ...]
    before: State
    now: State

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.now.fact

    @property
    def gained(self) -> tuple[str, ...]:
        """The sources that show it now and did not then."""
        return tuple(each for each in self.now.sources if each not in self.before.sources)

    @property
    def lost(self) -> tuple[str, ...]:
        """The sources that showed it then and do not now."""
        return tuple(each for each in self.before.sources if each not in self.now.sources)

    @property
    def told(self) -> str:
        """What became of what it says, in words."""
        before, now = self.before.reading, self.now.reading
        return " and ".join(
            _WORDS[each].format(before=before, now=now) for each in self.what if each in _WORDS
        )

    @property
    def makes_stale(self) -> bool:
        """Whether the text may say what is not so any more."""
        return any(each in _WORDS for each in self.what)


@dataclass(frozen=True, kw_only=True, slots=True)
class CountNews:
    """What a count came to when a text was confirmed, and what it comes to now."""

    before: Counted
    now: Counted

    @property
    def name(self) -> str:
        """What prose calls it: "source_count"."""
        return self.now.name

    @property
    def came(self) -> tuple[str, ...]:
        """The sources that are counted now and were not then."""
        return tuple(each for each in self.now.sources if each not in self.before.sources)

    @property
    def went(self) -> tuple[str, ...]:
        """The sources that were counted then and are not now."""
        return tuple(each for each in self.before.sources if each not in self.now.sources)

    @property
    def makes_stale(self) -> bool:
        """Whether it counts other sources now."""
        return bool(self.came or self.went)

    @property
    def told(self) -> str:
        """What became of it, in words."""
        moved = (f"{', '.join(each)} {verb}" for each, verb in self._moves if each)
        return "; ".join((f"{self.before.number} → {self.now.number}", *moved))

    @property
    def _moves(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (self.came, "came"), (self.went, "went")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reread:
    """A text to be reread: the day on which it was confirmed, what became of its facts since."""

    paragraph: Paragraph
    confirmed: datetime.date
    facts: tuple[FactNews, ...]
    counts: tuple[CountNews, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether it has to be edited or confirmed."""
        return any(each.makes_stale for each in self.facts) or any(
            each.makes_stale for each in self.counts
        )

    def told(self) -> str:
        """Return it in one line."""
        facts = ", ".join((*(each.id for each in self.facts), *(each.name for each in self.counts)))
        stale = ", stale until confirmed" if self.is_stale else ""
        return f"{self.paragraph.where} ({facts}{stale}): {self.paragraph.words}"

    def as_data(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "language": self.paragraph.language,
            "section": self.paragraph.section,
            "block": self.paragraph.name,
            "file": self.paragraph.where.file,
            "line": self.paragraph.where.line,
            "words": self.paragraph.words,
            "stale": self.is_stale,
            "facts": [each.id for each in self.facts],
            "counts": [each.name for each in self.counts],
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How the texts stand to their facts: how many rest on some, and which are to be reread.

    ``noted`` says whether there is a lock: without one nothing is known of before.
    """

    noted: bool
    texts: int
    reread: tuple[Reread, ...] = ()

    @property
    def stale(self) -> tuple[Reread, ...]:
        """The texts that have to be edited or confirmed."""
        return tuple(each for each in self.reread if each.is_stale)

    def summary(self) -> str:
        """Return one line that tells it; nothing where there is nothing to be reread."""
        if not self.reread:
            return ""
        return (
            f"{self.texts} texts rest on facts or counts, {len(self.reread)} of them to be reread, "
            f"{len(self.stale)} of these stale"
        )


def standing(
    paragraphs: Sequence[Paragraph],
    facts: Mapping[str, Fact],
    lock: Lock | None,
    problems: Problems,
) -> Standing:
    """Tell which texts rest on facts that read otherwise now (``stale-reading``, a warning)."""
    if lock is None:
        return Standing(noted=False, texts=len(paragraphs))
    states = _States(facts)
    found = []
    for paragraph in paragraphs:
        record = lock.records.get(paragraph.key)
        if record is None:
            continue
        news = tuple(_news(paragraph, record, lock, states))
        counts = tuple(_count_news(paragraph, record, lock))
        if news or counts:
            found.append(
                Reread(paragraph=paragraph, confirmed=record.confirmed, facts=news, counts=counts)
            )
    for each in found:
        if each.is_stale:
            _tell(each, problems)
    return Standing(noted=True, texts=len(paragraphs), reread=tuple(found))


def _news(
    paragraph: Paragraph, record: Record, lock: Lock, states: Mapping[str, State]
) -> Iterator[FactNews]:
    for id_ in paragraph.facts:
        before = lock.states.get(record.facts.get(id_, ""))
        now = states[id_]
        if before is not None and before != now:
            what = tuple(_what(before, now, paragraph.language))
            if what:
                yield FactNews(what=what, before=before, now=now)


def _count_news(paragraph: Paragraph, record: Record, lock: Lock) -> Iterator[CountNews]:
    for name, now in paragraph.counts.items():
        before = lock.counts.get(record.counts.get(name, ""))
        if before is not None and before != now:
            yield CountNews(before=before, now=now)


def _what(before: State, now: State, language: str) -> Iterator[What]:
    if (before.date, before.value, before.status) != (now.date, now.value, now.status):
        finer = before.status == now.status and is_sharper(
            date_sharper(before.date, now.date), value_sharper(before.value, now.value)
        )
        yield What.SHARPENED if finer else What.CHANGED
    if before.statement.get(language) != now.statement.get(language):
        yield What.REWORDED
    if before.contested is not now.contested:
        yield What.CONTESTED if now.contested else What.SETTLED
    if set(now.sources) - set(before.sources):
        yield What.GAINED
    if set(before.sources) - set(now.sources):
        yield What.LOST


def _tell(stale: Reread, problems: Problems) -> None:
    paragraph = stale.paragraph
    facts = [f"`{each.id}` {each.told}" for each in stale.facts if each.makes_stale]
    counts = [f"`{each.name}` ({each.told})" for each in stale.counts if each.makes_stale]
    told = "rests on facts that changed: " * bool(facts) + "; ".join(facts)
    if counts:
        told += ", and " * bool(facts) + f"counts other sources now: {'; '.join(counts)}"
    problems.warning(
        "stale-reading",
        f"{paragraph.name} of `{paragraph.section}` in {LANGUAGE_NAMES[paragraph.language]} was "
        f"confirmed on {stale.confirmed}, and {told}",
        paragraph.where,
        f"reread it; then edit it, or run `./build.py confirm {paragraph.section} "
        f"{paragraph.language}` if it is right as it stands",
    )


# ------------------------------------------------------------------ keeping the lock


def noted(
    paragraphs: Sequence[Paragraph], facts: Mapping[str, Fact], lock: Lock, today: datetime.date
) -> Lock:
    """Return the lock with what was written or edited since: it rests on the facts as they are."""
    return _kept(paragraphs, facts, lock, today, lambda _section, _language: False)


def confirm(
    paragraphs: Sequence[Paragraph],
    facts: Mapping[str, Fact],
    lock: Lock,
    today: datetime.date,
    chosen: Callable[[str, str], bool],
) -> Lock:
    """Return the lock with ``chosen`` sections and languages resting on the facts as they are."""
    return _kept(paragraphs, facts, lock, today, chosen)


def _kept(
    paragraphs: Sequence[Paragraph],
    facts: Mapping[str, Fact],
    lock: Lock,
    today: datetime.date,
    chosen: Callable[[str, str], bool],
) -> Lock:
    states = _States(facts)
    records: dict[tuple[str, str], Record] = {}
    counted = dict(lock.counts)
    for paragraph in paragraphs:
        language, text = paragraph.key
        now = {id_: states[id_].mark for id_ in paragraph.facts}
        counts_now = {name: count_mark(each) for name, each in paragraph.counts.items()}
        counted |= {counts_now[name]: each for name, each in paragraph.counts.items()}
        record = lock.records.get(paragraph.key)
        changed = record is None or (record.facts, record.counts) != (now, counts_now)
        if record is None or (chosen(paragraph.section, language) and changed):
            record = Record(
                section=paragraph.section,
                language=language,
                text=text,
                confirmed=today,
                facts=now,
                counts=counts_now,
            )
        else:
            was = {id_: record.facts.get(id_, mark) for id_, mark in now.items()}
            counts_were = {name: record.counts.get(name, mark) for name, mark in counts_now.items()}
            record = replace(record, section=paragraph.section, facts=was, counts=counts_were)
        records[paragraph.key] = record
    known = {**lock.states, **{each.mark: each for each in states.values()}}
    return make_lock(records.values(), known, counted)


class _States(dict[str, State]):
    """What the facts say now, each told when it is first asked for."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        super().__init__()
        self._facts = facts

    def __missing__(self, id_: str) -> State:
        self[id_] = state_of(self._facts[id_])
        return self[id_]


def only(standing: Standing, facts: Collection[str]) -> tuple[Reread, ...]:
    """Return the texts to be reread on account of some facts, with what became of these.

    What became of counts is kept: a count is of no single fact.
    """
    found = []
    for each in standing.reread:
        news = tuple(one for one in each.facts if one.id in facts)
        if news or each.counts:
            found.append(replace(each, facts=news))
    return tuple(found)
