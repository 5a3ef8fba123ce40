"""Looking up the passages of facts and remarks, and remembering where they were seen.

With the full texts at hand every anchor is looked up; without them (they are other
people's, and not part of the project) the build goes by ``content/evidence.lock``.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from uchtil.checks.passages import SearchedText
from uchtil.model import Evidence, Passage, Project, Source
from uchtil.problems import Location, Problems

LOCK = "content/evidence.lock"

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Sighting:
    """Where a passage was seen, in which text, and when it was last looked at.

    ``kind`` is ``fact`` or ``remark``, ``id`` which one it belongs to.  ``fingerprint`` is
    that of the text it was seen in.  ``paragraph`` counts from 1; ``offset`` is the number
    of characters before the passage in its paragraph, as the text has them.
    """

    kind: str
    id: str
    source: str
    anchor: str
    fingerprint: str
    paragraph: int
    offset: int
    seen: datetime.date


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many passages of so many facts or remarks there are, and how they are known.

    ``looked_up`` were looked up in this run, ``from_lock`` are taken from the lock;
    ``missing`` are those that neither a text nor the lock shows.
    """

    things: int
    looked_up: int
    from_lock: int
    missing: int

    @property
    def passages(self) -> int:
        """All of them."""
        return self.looked_up + self.from_lock + self.missing

    def summary(self, noun: str) -> str:
        """Return "7 facts: 10 passages, 10 looked up in the texts, 0 taken from the lock"."""
        parts = [
            f"{self.things} {noun}{'' if self.things == 1 else 's'}: {self.passages} passages",
            f"{self.looked_up} looked up in the texts",
            f"{self.from_lock} taken from the lock",
        ]
        if self.missing:
            parts.append(f"{self.missing} not seen")
        return ", ".join(parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceReport:
    """What is known of the passages behind the facts, and of those of the remarks.

    ``sightings`` are those that hold now, sorted.
    """

    sightings: tuple[Sighting, ...]
    facts: Tally
    remarks: Tally

    @property
    def looked_up(self) -> int:
        """How many passages were looked up in this run."""
        return self.facts.looked_up + self.remarks.looked_up

    @property
    def missing(self) -> int:
        """How many passages neither a text nor the lock shows."""
        return self.facts.missing + self.remarks.missing

    def summary(self) -> str:
        """Return one line that tells how far the evidence was looked at."""
        facts = self.facts.summary("fact")
        return f"{facts}; {self.remarks.summary('remark')}" if self.remarks.things else facts


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A full text at hand."""

    fingerprint: str
    searched: SearchedText


_Key = tuple[str, str, str, str]
"""What tells one passage from another: `fact` or `remark`, its id, source and anchor."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wanted:
    """A passage to be looked up, and the fact or remark that it belongs to."""

    kind: str
    id: str
    passage: Evidence | Passage

    @property
    def key(self) -> _Key:
        return self.kind, self.id, self.passage.source, self.passage.anchor

    @property
    def name(self) -> str:
        """How messages call it: ``the evidence of `x```."""
        return f"`{self.id}`" if self.kind == "fact" else f"the remark `{self.id}`"


def check_evidence(
    project: Project, texts: Path | None, lock: Path, today: datetime.date, problems: Problems
) -> EvidenceReport:
    """Look up every anchor in the folder ``texts``, or in the lock where there is no text.

    ``today`` is the date that sightings of this run are given.  Errors:
    ``anchor-not-found``, ``stale-text`` (not the text that was registered), ``no-texts``,
    ``unreadable-encoding`` and ``broken-lock``.  Warnings: ``text-not-found``,
    ``evidence-never-seen`` and ``evidence-stale`` (the anchor or the text changed since it
    was seen).
    """
    known = {
        (each.kind, each.id, each.source, each.anchor): each for each in read_lock(lock, problems)
    }
    read = _read_texts(project, texts, problems)
    wanted = list(_all_passages(project))
    unread = any(each.passage.source not in read for each in wanted)
    if unread and not lock.exists():
        problems.warning(
            "evidence-never-seen",
            "no passage can be shown: neither all texts nor a lock are at hand",
            Location(file=LOCK),
            "run `./build.py check --sources FOLDER` once, with the texts of all sources there",
        )
    sightings: set[Sighting] = set()
    counts: Counter[tuple[str, str]] = Counter()
    for each in wanted:
        source = project.sources[each.passage.source]
        text = read.get(source.key)
        sighting: Sighting | None = None
        if text is not None:
            sighting = _look_up(each, text, today, problems)
        elif lock.exists():
            sighting = _from_lock(each.key, source, known)
            if sighting is None:
                _tell_unseen(each, source, known, problems)
        if sighting is None:
            counts[each.kind, "missing"] += 1
        elif sighting not in sightings:
            counts[each.kind, "looked up" if text is not None else "from lock"] += 1
            sightings.add(sighting)

    def tally(kind: str, things: int) -> Tally:
        return Tally(
            things=things,
            looked_up=counts[kind, "looked up"],
            from_lock=counts[kind, "from lock"],
            missing=counts[kind, "missing"],
        )

    return EvidenceReport(
        sightings=tuple(sorted(sightings)),
        facts=tally("fact", len(project.facts)),
        remarks=tally("remark", len(project.remarks)),
    )


def write_lock(report: EvidenceReport, path: Path) -> None:
    """Write the sightings: sorted, one a line, the same bytes for the same sightings."""
    lines = [json.dumps(_as_data(each), ensure_ascii=False) for each in report.sightings]
    listed = ",\n".join(lines)
    text = f'{{"version": {_VERSION}, "sightings": [\n{listed}\n]}}\n'
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)  # noqa: PTH105 (says that it is done in one step)


def _as_data(sighting: Sighting) -> dict[str, object]:
    """Return a sighting as the lock has it: ``{"fact": "border-treaty", "source": …}``."""
    data = {**asdict(sighting), "seen": sighting.seen.isoformat()}
    return {str(data.pop("kind")): data.pop("id"), **data}


def read_lock(path: Path, problems: Problems) -> tuple[Sighting, ...]:
    """Return the sightings of the lock; none where there is no lock."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError):
        text = ""
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise ValueError("unknown version")
        return tuple(
            Sighting(
                kind="remark" if "remark" in each else "fact",
                id=str(each["remark"] if "remark" in each else each["fact"]),
                source=str(each["source"]),
                anchor=str(each["anchor"]),
                fingerprint=str(each["fingerprint"]),
                paragraph=int(each["paragraph"]),
                offset=int(each["offset"]),
                seen=datetime.date.fromisoformat(each["seen"]),
            )
            for each in data["sightings"]
        )
    except (ValueError, KeyError, TypeError) as error:
        problems.error(
            "broken-lock",
            "the lock cannot be read",
            Location(file=LOCK, line=getattr(error, "lineno", 0)),
            "it is never edited: delete it, and run with the texts to make it again",
        )
        return ()


def _all_passages(project: Project) -> Iterator[_Wanted]:
    """Yield what can be looked up; an unknown source is told where the project is loaded."""
    for fact in project.facts.values():
        for evidence in fact.evidence:
            if evidence.source in project.sources:
                yield _Wanted(kind="fact", id=fact.id, passage=evidence)
    for remark in project.remarks.values():
        for passage in remark.passages:
            if passage.source in project.sources:
                yield _Wanted(kind="remark", id=remark.id, passage=passage)


def _read_texts(project: Project, texts: Path | None, problems: Problems) -> Mapping[str, _Text]:
    """Return the texts at hand by source key."""
    if texts is None:
        return {}
    if not texts.is_dir():
        problems.error(
            "no-texts",
            f"there is no folder of texts at {texts}",
            Location(file="content/sources.yaml"),
            "give the folder that holds the sources' full texts",
        )
        return {}
    found: dict[str, _Text] = {}
    for source in project.sources.values():
        try:
            data = (texts / source.text).read_bytes()
        except OSError:
            problems.warning(
                "text-not-found",
                f"the text of `{source.key}` is not among the texts",
                source.where,
                f"put {source.text} there; until then the lock speaks for it",
            )
            continue
        fingerprint = f"sha256:{hashlib.sha256(data).hexdigest()}"
        if fingerprint != source.fingerprint:
            problems.error(
                "stale-text",
                f"the text of `{source.key}` is not the one that was registered",
                source.where,
                f"read it again; then write `fingerprint: {fingerprint}`",
            )
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems.error(
                "unreadable-encoding",
                f"the text of `{source.key}` is not UTF-8",
                source.where,
                f"save {source.text} again as UTF-8, and register its new fingerprint",
            )
            continue
        found[source.key] = _Text(fingerprint=fingerprint, searched=SearchedText(text))
    return found


def _look_up(
    wanted: _Wanted, text: _Text, today: datetime.date, problems: Problems
) -> Sighting | None:
    passage = wanted.passage
    found = text.searched.find(passage.anchor)
    if found is None:
        problems.error(
            "anchor-not-found",
            f"`{passage.anchor}` does not stand in the text of `{passage.source}`",
            passage.where,
            _nearest(passage.anchor, text.searched),
        )
        return None
    return Sighting(
        kind=wanted.kind,
        id=wanted.id,
        source=passage.source,
        anchor=passage.anchor,
        fingerprint=text.fingerprint,
        paragraph=found.paragraph,
        offset=found.offset,
        seen=today,
    )


def _nearest(anchor: str, text: SearchedText) -> str:
    if text.crosses_paragraphs(anchor):
        return "it runs over the end of a paragraph: keep to the words on one side"
    if near := text.nearest(anchor):
        return f"nearest, in paragraph {near[1].paragraph}: `{near[0]}`"
    return "nothing there is like it: is it another source?"


def _from_lock(key: _Key, source: Source, known: Mapping[_Key, Sighting]) -> Sighting | None:
    old = known.get(key)
    return old if old is not None and old.fingerprint == source.fingerprint else None


def _tell_unseen(
    wanted: _Wanted, source: Source, known: Collection[_Key], problems: Problems
) -> None:
    """Tell why the lock does not show a passage: new, changed, or of another text."""
    if wanted.key in known:
        code, message = (
            "evidence-stale",
            f"the evidence of {wanted.name} was seen in another text of `{source.key}`",
        )
    elif any(key[:3] == wanted.key[:3] for key in known):
        code, message = (
            "evidence-stale",
            f"the anchor of {wanted.name} in `{source.key}` is not the one that was seen",
        )
    else:
        code, message = (
            "evidence-never-seen",
            f"the evidence of {wanted.name} in `{source.key}` was never looked up",
        )
    problems.warning(
        code,
        message,
        wanted.passage.where,
        "run `./build.py check --sources FOLDER` with the texts there: it writes the lock",
    )
