"""Looking up the passages that show the facts, and remembering where they were seen.

With the full texts at hand every anchor is looked up; without them (they are other
people's, and not part of the project) the build goes by ``content/evidence.lock``.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from uchtil.checks.passages import SearchedText
from uchtil.model import Evidence, Project, Source
from uchtil.problems import Location, Problems

LOCK = "content/evidence.lock"

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Sighting:
    """Where a passage was seen, in which text, and when it was last looked at.

    ``fingerprint`` is that of the text it was seen in.  ``paragraph`` counts from 1;
    ``offset`` is the number of characters before the passage in its paragraph, as the
    text has them.
    """

    fact: str
    source: str
    anchor: str
    fingerprint: str
    paragraph: int
    offset: int
    seen: datetime.date


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceReport:
    """What is known of the passages behind the facts.

    ``sightings`` are those that hold now, sorted.  ``looked_up`` tells how many of them
    were looked up in this run; the others are taken from the lock.  ``missing`` counts the
    passages that neither a text nor the lock shows.
    """

    sightings: tuple[Sighting, ...]
    looked_up: int
    missing: int

    def summary(self) -> str:
        """Return one line that tells how far the evidence was looked at."""
        total = len(self.sightings) + self.missing
        from_lock = len(self.sightings) - self.looked_up
        parts = [f"{self.looked_up} looked up in the texts", f"{from_lock} taken from the lock"]
        if self.missing:
            parts.append(f"{self.missing} not seen")
        return f"{total} passages: {', '.join(parts)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A full text at hand."""

    fingerprint: str
    searched: SearchedText


_Key = tuple[str, str, str]
"""What tells one piece of evidence from another: fact, source and anchor."""


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
    known = {(each.fact, each.source, each.anchor): each for each in read_lock(lock, problems)}
    read = _read_texts(project, texts, problems)
    wanted = list(_all_evidence(project))
    unread = any(evidence.source not in read for _, evidence in wanted)
    if unread and not lock.exists():
        problems.warning(
            "evidence-never-seen",
            "no passage can be shown: neither all texts nor a lock are at hand",
            Location(file=LOCK),
            "run `./build.py check --sources FOLDER` once, with the texts of all sources there",
        )
    sightings: set[Sighting] = set()
    looked_up = missing = 0
    for fact, evidence in wanted:
        source = project.sources[evidence.source]
        text = read.get(source.key)
        sighting: Sighting | None
        if text is not None:
            sighting = _look_up(fact, evidence, text, today, problems)
            looked_up += sighting is not None
        elif lock.exists():
            sighting = _from_lock((fact, source.key, evidence.anchor), source, known)
            if sighting is None:
                _tell_unseen(fact, evidence, source, known, problems)
        else:
            sighting = None
        if sighting is None:
            missing += 1
        else:
            sightings.add(sighting)
    return EvidenceReport(sightings=tuple(sorted(sightings)), looked_up=looked_up, missing=missing)


def write_lock(report: EvidenceReport, path: Path) -> None:
    """Write the sightings: sorted, one a line, the same bytes for the same sightings."""
    lines = [
        json.dumps({**asdict(each), "seen": each.seen.isoformat()}, ensure_ascii=False)
        for each in report.sightings
    ]
    listed = ",\n".join(lines)
    text = f'{{"version": {_VERSION}, "sightings": [\n{listed}\n]}}\n'
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)  # noqa: PTH105 (says that it is done in one step)


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
                fact=str(each["fact"]),
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


def _all_evidence(project: Project) -> Iterator[tuple[str, Evidence]]:
    """Yield what can be looked up; an unknown source is told where the project is loaded."""
    for fact in project.facts.values():
        for evidence in fact.evidence:
            if evidence.source in project.sources:
                yield fact.id, evidence


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
    fact: str, evidence: Evidence, text: _Text, today: datetime.date, problems: Problems
) -> Sighting | None:
    passage = text.searched.find(evidence.anchor)
    if passage is None:
        problems.error(
            "anchor-not-found",
            f"`{evidence.anchor}` does not stand in the text of `{evidence.source}`",
            evidence.where,
            _nearest(evidence.anchor, text.searched),
        )
        return None
    return Sighting(
        fact=fact,
        source=evidence.source,
        anchor=evidence.anchor,
        fingerprint=text.fingerprint,
        paragraph=passage.paragraph,
        offset=passage.offset,
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
    fact: str,
    evidence: Evidence,
    source: Source,
    known: Collection[_Key],
    problems: Problems,
) -> None:
    """Tell why the lock does not show a passage: new, changed, or of another text."""
    if (fact, source.key, evidence.anchor) in known:
        code, message = (
            "evidence-stale",
            f"the evidence of `{fact}` was seen in another text of `{source.key}`",
        )
    elif any(key[:2] == (fact, source.key) for key in known):
        code, message = (
            "evidence-stale",
            f"the anchor of `{fact}` in `{source.key}` is not the one that was seen",
        )
    else:
        code, message = (
            "evidence-never-seen",
            f"the evidence of `{fact}` in `{source.key}` was never looked up",
        )
    problems.warning(
        code,
        message,
        evidence.where,
        "run `./build.py check --sources FOLDER` with the texts there: it writes the lock",
    )
