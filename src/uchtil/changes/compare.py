"""How what is said now differs from what was said: facts, sentences, works, sections.

A fact is found again by its id, a work by its key, a section by its name, a paragraph by its
words.  Numbers of works are no part of a sentence: what is renumbered is told once, of the works.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from uchtil.changes.redline import table_rows
from uchtil.changes.said import EvidenceSaid, FactSaid, Lag, Line, Mark, ReferenceSaid, Said
from uchtil.changes.words import (
    Op,
    Run,
    lines_alike,
    pairs,
    runs_of,
    shown,
    works_named,
)
from uchtil.facts import Support
from uchtil.facts.printed import dates_hold, values_hold
from uchtil.facts.sharpening import date_sharper, is_sharper, value_sharper
from uchtil.facts.support import comparable
from uchtil.language.sentences import sentences
from uchtil.model import Status, When

FRONT = "front"
"""Title and keywords are changed in a section of this name."""


class How(str, Enum):
    """What became of a fact; of one, several may be true."""

    ADDED = "added"
    REMOVED = "removed"
    CORRECTED = "corrected"
    """Its reading is another one, and not the same told more exactly."""
    SHARPENED = "sharpened"
    CONTESTED = "contested"
    """Its sources turned out to tell different things."""
    SETTLED = "settled"
    CONFIRMED = "confirmed"
    """A source more shows it, and tells nothing that it contradicts."""
    WEAKENED = "weakened"
    """A passage that showed it is gone."""
    REWORDED = "reworded"
    """Its statement or label was changed in some language."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactChange:
    """What became of one fact."""

    id: str
    how: tuple[How, ...]
    old: FactSaid | None
    new: FactSaid | None
    gained: tuple[EvidenceSaid, ...] = ()
    disputing: tuple[EvidenceSaid, ...] = ()
    """Passages of new sources whose own reading cannot hold together with the fact's."""
    lost: tuple[EvidenceSaid, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphChange:
    """What became of a paragraph in one language: each sentence that changed, word by word.

    ``id`` is that of the paragraph in the editions, as it is now; ``rows`` counts the rows of
    a table by what became of them.
    """

    section: str
    kind: str
    id: str
    op: Op
    sentences: tuple[tuple[Run, ...], ...] = ()
    rows: Mapping[str, int] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkChange:
    """A work that came, went, was merged ``into`` another, or whose entry has other fields."""

    key: str
    how: str
    title: str
    number: int = 0
    into: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Uneven:
    """A section that was changed in some languages only."""

    section: str
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """All that differs between two states of a review."""

    old: Said
    new: Said
    facts: tuple[FactChange, ...]
    paragraphs: Mapping[str, tuple[ParagraphChange, ...]]
    """By language, in the order of the text."""
    works: tuple[WorkChange, ...]
    renumbered: tuple[tuple[str, int, int], ...]
    """Key, number before, number now."""
    sections: tuple[tuple[str, str], ...]
    """Section, and whether it was ``added``, ``removed`` or ``moved``."""
    sources: tuple[tuple[str, str], ...]
    """Source, and whether it was ``added``, ``removed``, or has another ``text``."""
    uneven: tuple[Uneven, ...]
    lags: tuple[Lag, ...]

    def with_(self, how: How) -> tuple[FactChange, ...]:
        """Return the facts of which this is true."""
        return tuple(each for each in self.facts if how in each.how)

    @property
    def anything(self) -> bool:
        """Whether anything at all is said otherwise."""
        return bool(
            self.facts
            or any(self.paragraphs.values())
            or self.works
            or self.renumbered
            or self.sections
            or self.sources
        )


def compare(old: Said, new: Said) -> Changes:
    """Return how ``old`` became ``new``."""
    codes = list(dict.fromkeys((*new.languages, *old.languages)))
    paragraphs = {code: tuple(_paragraphs(old, new, code)) for code in codes}
    return Changes(
        old=old,
        new=new,
        facts=compare_facts(old.facts, new.facts),
        paragraphs=paragraphs,
        works=tuple(_works(old, new)),
        renumbered=tuple(_renumbered(old, new)),
        sections=tuple(_sections(old, new)),
        sources=tuple(_sources(old, new)),
        uneven=tuple(_uneven(paragraphs, new)),
        lags=new.lags,
    )


# ------------------------------------------------------------------ facts


def compare_facts(
    olds: Mapping[str, FactSaid], news: Mapping[str, FactSaid]
) -> tuple[FactChange, ...]:
    """Return what became of the facts, in the order in which they stand now; those gone last."""
    found = []
    for id_, new in news.items():
        old = olds.get(id_)
        if old is None:
            found.append(FactChange(id=id_, how=(How.ADDED,), old=None, new=new))
        elif change := _fact(old, new):
            found.append(change)
    found += [
        FactChange(id=id_, how=(How.REMOVED,), old=old, new=None)
        for id_, old in olds.items()
        if id_ not in news
    ]
    return tuple(found)


def _fact(old: FactSaid, new: FactSaid) -> FactChange | None:
    how = []
    if (old.date, old.value, old.status) != (new.date, new.value, new.status):
        how.append(How.SHARPENED if _sharper(old, new) else How.CORRECTED)
    before = {(each.source, each.anchor): each for each in old.evidence}
    now = {(each.source, each.anchor): each for each in new.evidence}
    # Other words of the same source that show the same are no further confirmation.
    sources, were = ({key[0] for key in each} for each in (now, before))
    came = [each for key, each in now.items() if key[0] not in were]
    disputing = tuple(each for each in came if _clashes(new, each))
    gained = tuple(each for each in came if each not in disputing)
    lost = tuple(each for key, each in before.items() if key[0] not in sources)
    contested = Support.CONTESTED.value
    if (old.support == contested) is not (new.support == contested):
        how.append(How.CONTESTED if new.support == contested else How.SETTLED)
    elif disputing:
        how.append(How.CONTESTED)
    how += [How.CONFIRMED] if gained else []
    how += [How.WEAKENED] if lost else []
    if (old.statement, old.label) != (new.statement, new.label):
        how.append(How.REWORDED)
    if not how:
        return None
    return FactChange(
        id=new.id,
        how=tuple(how),
        old=old,
        new=new,
        gained=gained,
        disputing=disputing,
        lost=lost,
    )


def _clashes(fact: FactSaid, passage: EvidenceSaid) -> bool:
    """Whether a source's own reading cannot hold together with the fact's.

    It is told as ``uchtil.facts.support`` tells it, of what a release has kept.
    """
    dates = fact.date and passage.date
    if dates and not dates_hold(When.parse(passage.date), When.parse(fact.date)):
        return True
    if fact.value is None or passage.value is None:
        return False
    one, other = (Status(each) if each else None for each in (fact.status, passage.status))
    return comparable(other or one, one) and not values_hold(
        passage.value.quantity, fact.value.quantity
    )


def _sharper(old: FactSaid, new: FactSaid) -> bool:
    """Whether the new reading is the old one, told more exactly."""
    if old.status != new.status:
        return False
    dates = date_sharper(*(When.parse(each.date) if each.date else None for each in (old, new)))
    values = value_sharper(*(each.value.quantity if each.value else None for each in (old, new)))
    return is_sharper(dates, values)


# ------------------------------------------------------------------ texts


def _paragraphs(old: Said, new: Said, code: str) -> Iterator[ParagraphChange]:
    before, now = (_parts(said, code) for said in (old, new))
    for section in dict.fromkeys((*now, *before)):
        olds, news = before.get(section, ()), now.get(section, ())
        for one, other in pairs(olds, news, key=_said_key, alike=lines_alike):
            line = other or one
            assert line is not None
            if one and other and _said_key(one) == _said_key(other):
                continue
            op = Op.CHANGED if one and other else Op.INSERTED if other else Op.DELETED
            yield ParagraphChange(
                section=section,
                kind=line.kind,
                id=line.id if other else "",
                op=op,
                sentences=tuple(_sentences(one, other)) if line.kind != "table" else (),
                rows=_rows(one, other) if line.kind == "table" else None,
            )


def _parts(said: Said, code: str) -> dict[str, tuple[Line, ...]]:
    text = said.texts.get(code)
    if text is None:
        return {}
    front = (
        Line(kind="title", text=text.title),
        Line(kind="keywords", text="; ".join(text.keywords)),
    )
    parts = {FRONT: front, "abstract": text.abstract}
    parts.update({each.slug: tuple(map(shown, each.lines)) for each in text.sections})
    return parts


def _said_key(line: Line) -> object:
    """Return what makes a line the same: its words, with works for their numbers."""
    if line.kind == "table":
        cells = tuple(tuple(works_named(cell) for cell in row) for row in line.rows)
        return line.kind, cells
    return line.kind, line.level, works_named(line)


def _sentences(old: Line | None, new: Line | None) -> Iterator[tuple[Run, ...]]:
    """Yield the sentences that changed, each with what became of its words."""
    olds, news = (_cut(each) if each else [] for each in (old, new))
    for one, other in pairs(olds, news, key=works_named, alike=lines_alike):
        if one is None or other is None or works_named(one) != works_named(other):
            yield runs_of(one, other)


def _cut(line: Line) -> list[Line]:
    """Return the sentences of a line as lines of their own."""
    found = []
    for start, end in sentences(line.text):
        marks = tuple(
            Mark(start=each.start - start, end=each.end - start, kind=each.kind, value=each.value)
            for each in line.marks
            if start <= each.start and each.end <= end
        )
        text = line.text[start:end]
        found.append(Line(kind="sentence", text=text, marks=marks))
    return found


def _rows(old: Line | None, new: Line | None) -> dict[str, int]:
    """Count the rows of a table by what became of them."""
    ops = [row.op for row in table_rows(old, new)]
    return {op.value: ops.count(op) for op in Op if op is not Op.SAME and ops.count(op)}


# ------------------------------------------------------------------ works, sections, sources

_NOT_WORDS = re.compile(r"[\W_]+")


def _works(old: Said, new: Said) -> Iterator[WorkChange]:
    now = {mark: key for key, each in new.references.items() for mark in _marks(each)}
    for key, work in new.references.items():
        before = old.references.get(key)
        if before is None:
            yield WorkChange(key=key, how="added", title=title_of(work), number=work.number)
        elif before.csl != work.csl:
            fields = sorted(
                name
                for name in work.csl.keys() | before.csl.keys()
                if work.csl.get(name) != before.csl.get(name)
            )
            yield WorkChange(
                key=key,
                how="changed",
                title=title_of(work),
                number=work.number,
                fields=tuple(fields),
            )
    for key, work in old.references.items():
        if key in new.references:
            continue
        into = next((now[mark] for mark in _marks(work) if mark in now), "")
        yield WorkChange(
            key=key, how="merged" if into else "removed", title=title_of(work), into=into
        )


_NOCASE = re.compile(r"</?span[^>]*>")


def title_of(work: ReferenceSaid) -> str:
    """Return the title of a work, without the signs that citeproc takes."""
    return _NOCASE.sub("", str(work.csl.get("title", "")))


def _marks(work: ReferenceSaid) -> Iterator[tuple[str, str]]:
    """Yield what tells a work from all others."""
    if doi := work.csl.get("DOI"):
        yield "DOI", str(doi).lower()
    if url := work.csl.get("URL"):
        yield "URL", re.sub(r"^https?://(?:www\.)?", "", str(url)).rstrip("/")
    title = unicodedata.normalize("NFKC", title_of(work)).casefold()
    if title := _NOT_WORDS.sub(" ", title).strip():
        yield "title", f"{title}|{work.csl.get('issued')}"


def _renumbered(old: Said, new: Said) -> Iterator[tuple[str, int, int]]:
    for key, work in new.references.items():
        before = old.references.get(key)
        if before and before.number and work.number and before.number != work.number:
            yield key, before.number, work.number


def _sections(old: Said, new: Said) -> Iterator[tuple[str, str]]:
    before, now = list(old.stamps), list(new.stamps)
    order = pairs(before, now, key=str, alike=lambda *_: 0)
    kept = {one for one, other in order if one is not None and other is not None}
    for slug in now:
        if slug not in old.stamps:
            yield slug, "added"
        elif slug not in kept:
            yield slug, "moved"
    yield from ((slug, "removed") for slug in before if slug not in new.stamps)


def _sources(old: Said, new: Said) -> Iterator[tuple[str, str]]:
    for key, source in new.sources.items():
        before = old.sources.get(key)
        if before is None:
            yield key, "added"
        elif before.fingerprint != source.fingerprint:
            yield key, "text"
    yield from ((key, "removed") for key in old.sources if key not in new.sources)


def _uneven(paragraphs: Mapping[str, tuple[ParagraphChange, ...]], new: Said) -> Iterator[Uneven]:
    for section in (FRONT, "abstract", *new.stamps):
        changed = tuple(
            code
            for code in new.languages
            if any(each.section == section for each in paragraphs[code])
        )
        if changed and len(changed) < len(new.languages):
            unchanged = tuple(code for code in new.languages if code not in changed)
            yield Uneven(section=section, changed=changed, unchanged=unchanged)
