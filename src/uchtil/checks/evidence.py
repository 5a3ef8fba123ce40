"""Looking up the passages of facts and remarks, and the spellings of names, in the texts.

With the full texts at hand every anchor is looked up; without them (they are other
people's, and not part of the project) the build goes by ``content/evidence.lock``.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from uchtil.checks.passages import Passage as Place
from uchtil.checks.passages import SearchedText
from uchtil.checks.sightings import LOCK, Sighting, read_lock
from uchtil.model import Evidence, Name, Passage, Project, Source
from uchtil.problems import Location, Problems


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


class Why(str, Enum):
    """Why a passage is not seen."""

    NOT_FOUND = "not-found"
    """The text is at hand, and has no such words."""
    NEVER_LOOKED_UP = "never-looked-up"
    """The text is not at hand, and the lock says nothing of that source for the fact."""
    ANCHOR_CHANGED = "anchor-changed"
    """The text is not at hand, and the lock has other words of it for the fact."""
    TEXT_CHANGED = "text-changed"
    """The text is not at hand, and the words were seen in another version of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A passage that is known to stand in its text: in this run looked up, or by the lock.

    ``where`` is the place of its anchor in the content.
    """

    sighting: Sighting
    where: Location
    looked_up: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Unseen:
    """A passage of a fact or a remark (``kind``, ``id``) that nothing shows, and why."""

    kind: str
    id: str
    source: str
    anchor: str
    where: Location
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceReport:
    """What is known of the passages behind the facts, and of those of the remarks.

    ``seen`` and ``unseen`` stand in the order of the content; ``spellings`` counts the forms
    of names that were looked up in this run.
    """

    seen: tuple[Seen, ...]
    unseen: tuple[Unseen, ...]
    facts: Tally
    remarks: Tally
    spellings: int = 0

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """What holds now, sorted, as the lock keeps it."""
        return tuple(sorted({each.sighting for each in self.seen}))

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
        parts = [self.facts.summary("fact")]
        if self.remarks.things:
            parts.append(self.remarks.summary("remark"))
        if self.spellings:
            parts.append(f"{self.spellings} spellings of names looked up")
        return "; ".join(parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class FullText:
    """A full text at hand."""

    fingerprint: str
    searched: SearchedText


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wanted:
    """A passage to be looked up, and the fact or remark that it belongs to."""

    kind: str
    id: str
    passage: Evidence | Passage

    @property
    def name(self) -> str:
        """How messages call it: ``the evidence of `x```."""
        return f"`{self.id}`" if self.kind == "fact" else f"the remark `{self.id}`"


class _Lock:
    """What the lock says, to be asked for single passages."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._known: defaultdict[tuple[str, str, str], list[Sighting]] = defaultdict(list)
        for each in sightings:
            self._known[each.kind, each.id, each.source].append(each)

    def of_source(self, wanted: _Wanted) -> list[Sighting]:
        """Return all that was seen of its source for the same fact or remark."""
        return self._known.get((wanted.kind, wanted.id, wanted.passage.source), [])

    def of(self, wanted: _Wanted) -> Sighting | None:
        """Return where these words were seen, in whatever version of the text."""
        pinned = wanted.passage.paragraph
        for each in self.of_source(wanted):
            if each.anchor == wanted.passage.anchor and pinned in (None, each.paragraph):
                return each
        return None


def check_evidence(
    project: Project, texts: Path | None, lock: Path, today: datetime.date, problems: Problems
) -> EvidenceReport:
    """Look up every anchor in the folder ``texts``, or in the lock where there is no text.

    ``today`` is the date that sightings are given which the lock does not have.  Errors:
    ``anchor-not-found``, ``spelling-not-found``, ``stale-text`` (not the text that was
    registered), ``no-texts``, ``unreadable-encoding`` and ``broken-lock``.  Warnings:
    ``ambiguous-anchor``, ``text-not-found``, ``evidence-never-seen`` and ``evidence-stale``
    (the anchor or the text changed since it was seen).  Notices: ``evidence-moved``, and
    ``text-not-found`` where the lock shows all that the text would, in the review's own folder.
    """
    known = _Lock(read_lock(lock, problems))
    wanted = list(_all_passages(project))
    # A review's own folder may hold the texts of new sources alone: `add` makes it for the first.
    own = texts is not None and texts.absolute() == (lock.parent.parent / "sources").absolute()
    read = _read_texts(project, texts, _shown(project, wanted, known) if own else (), problems)
    unread = any(each.passage.source not in read for each in wanted)
    if unread and not lock.exists():
        problems.warning(
            "evidence-never-seen",
            "no passage can be shown: neither all texts nor a lock are at hand",
            Location(file=LOCK),
            "run `./build.py check --sources FOLDER` once, with the texts of all sources there",
        )
    seen: dict[Sighting, Seen] = {}
    unseen = []
    counts: Counter[tuple[str, str]] = Counter()
    changes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in wanted:
        source = project.sources[each.passage.source]
        text = read.get(source.key)
        old = known.of(each)
        sighting: Sighting | None = None
        if text is not None:
            sighting = _look_up(each, text, old, today, problems)
            why = Why.NOT_FOUND
            changes[source.key].update(_how_changed(sighting, old))
        elif old is not None and old.fingerprint == source.fingerprint:
            sighting = old
        else:
            why = _why_unseen(each, old, known, wanted)
            if lock.exists():
                _tell_unseen(each, why, source, problems)
        if sighting is None:
            counts[each.kind, "missing"] += 1
            unseen.append(
                Unseen(
                    kind=each.kind,
                    id=each.id,
                    source=source.key,
                    anchor=each.passage.anchor,
                    where=each.passage.where,
                    why=why,
                )
            )
        elif sighting not in seen:
            counts[each.kind, "looked up" if text is not None else "from lock"] += 1
            seen[sighting] = Seen(
                sighting=sighting, where=each.passage.where, looked_up=text is not None
            )
    for key, text in read.items():
        if text.fingerprint != project.sources[key].fingerprint:
            _tell_stale_text(project.sources[key], text, changes[key], problems)

    def tally(kind: str, things: int) -> Tally:
        return Tally(
            things=things,
            looked_up=counts[kind, "looked up"],
            from_lock=counts[kind, "from lock"],
            missing=counts[kind, "missing"],
        )

    return EvidenceReport(
        seen=tuple(seen.values()),
        unseen=tuple(unseen),
        facts=tally("fact", len(project.facts)),
        remarks=tally("remark", len(project.remarks)),
        spellings=_check_spellings(project.names, read, problems),
    )


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


# --- The texts ------------------------------------------------------------------------------


def read_text(source: Source, texts: Path) -> FullText:
    """Return the full text of a source.

    Raises ``OSError`` where it is not in the folder ``texts``, ``UnicodeDecodeError`` where
    it is not UTF-8.
    """
    data = (texts / source.text).read_bytes()
    return FullText(
        fingerprint=f"sha256:{hashlib.sha256(data).hexdigest()}",
        searched=SearchedText(
            data.decode("utf-8-sig"), uzbek=source.language.partition("-")[0] == "uz"
        ),
    )


def _shown(project: Project, wanted: Sequence[_Wanted], known: _Lock) -> frozenset[str]:
    """Return the sources of which the lock shows every passage, in the registered text."""
    lacking = set()
    for each in wanted:
        source, old = project.sources[each.passage.source], known.of(each)
        if old is None or old.fingerprint != source.fingerprint:
            lacking.add(source.key)
    return frozenset(project.sources) - lacking


def _read_texts(
    project: Project, texts: Path | None, shown: Collection[str], problems: Problems
) -> Mapping[str, FullText]:
    """Return the texts at hand by source key; ``shown`` are those that nobody need miss."""
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
    found: dict[str, FullText] = {}
    for source in project.sources.values():
        try:
            found[source.key] = read_text(source, texts)
        except OSError:
            tell = problems.notice if source.key in shown else problems.warning
            tell(
                "text-not-found",
                f"the text of `{source.key}` is not among the texts",
                source.where,
                f"put {source.text} there; until then the lock speaks for it",
            )
        except UnicodeDecodeError:
            problems.error(
                "unreadable-encoding",
                f"the text of `{source.key}` is not UTF-8",
                source.where,
                f"save {source.text} again as UTF-8, and register its new fingerprint",
            )
    return found


def _how_changed(sighting: Sighting | None, old: Sighting | None) -> list[str]:
    """Return what a text does to a passage, in words to be counted."""
    if sighting is None:
        return ["lost"]
    moved = old is not None and old.place != sighting.place
    return ["found", "moved"] if moved else ["found"]


def _tell_stale_text(
    source: Source, text: FullText, changes: Counter[str], problems: Problems
) -> None:
    count = changes["found"] + changes["lost"]
    moved = f", {changes['moved']} of them in another place" if changes["moved"] else ""
    problems.error(
        "stale-text",
        f"the text of `{source.key}` is not the one that was registered: "
        f"{changes['found']} of its {count} passages stand in it{moved}",
        source.where,
        f"read it again; then write `fingerprint: {text.fingerprint}`",
    )


# --- A passage in its text ------------------------------------------------------------------


def _look_up(
    wanted: _Wanted,
    text: FullText,
    old: Sighting | None,
    today: datetime.date,
    problems: Problems,
) -> Sighting | None:
    """Return where a passage stands; ``old`` is where it was seen before."""
    passage = wanted.passage
    places = text.searched.places(passage.anchor)
    pinned = passage.paragraph
    found = [each for each in places if pinned in (None, each.paragraph)]
    changed = old is not None and old.fingerprint != text.fingerprint
    if not found:
        in_paragraph = "" if pinned is None else f", paragraph {pinned}"
        before = ""
        if old is not None and changed:
            before = f"; it was seen in paragraph {old.paragraph} on {old.seen}"
        problems.error(
            "anchor-not-found",
            f"`{passage.anchor}` does not stand in the text of `{passage.source}`{in_paragraph}",
            passage.where,
            _hint(passage.anchor, places, text.searched) + before,
        )
        return None
    _tell_ambiguous(wanted, found, problems)
    sighting = Sighting(
        kind=wanted.kind,
        id=wanted.id,
        source=passage.source,
        anchor=passage.anchor,
        fingerprint=text.fingerprint,
        paragraph=found[0].paragraph,
        offset=found[0].offset,
        seen=today,
    )
    if old is None or changed or old.place != sighting.place:
        if old is not None and changed and old.place != sighting.place:
            problems.notice(
                "evidence-moved",
                f"the evidence of {wanted.name} in `{passage.source}` stands in paragraph "
                f"{sighting.paragraph} after {sighting.offset} characters; it stood in paragraph "
                f"{old.paragraph} after {old.offset} (seen on {old.seen})",
                passage.where,
                "read whether it still says so: the text is another version",
            )
        return sighting
    return old


def _tell_ambiguous(wanted: _Wanted, found: Sequence[Place], problems: Problems) -> None:
    """Tell words that stand in several paragraphs: one may say what the other does not."""
    paragraphs = list(dict.fromkeys(each.paragraph for each in found))
    if len(paragraphs) > 1:
        listed = f"{', '.join(map(str, paragraphs[:-1]))} and {paragraphs[-1]}"
        problems.warning(
            "ambiguous-anchor",
            f"`{wanted.passage.anchor}` stands in several paragraphs of "
            f"`{wanted.passage.source}`: {listed}",
            wanted.passage.where,
            f"take other words or more of them, or say which: `paragraph: {paragraphs[0]}`",
        )


def _hint(anchor: str, elsewhere: Sequence[Place], text: SearchedText) -> str:
    if elsewhere:
        number = elsewhere[0].paragraph
        return f"it stands in paragraph {number}: write `paragraph: {number}`"
    if text.crosses_paragraphs(anchor):
        return "it runs over the end of a paragraph: keep to the words on one side"
    if near := text.nearest(anchor):
        return f"nearest, in paragraph {near[1].paragraph}: `{near[0]}`"
    return "nothing there is like it: is it another source?"


def _check_spellings(
    names: Mapping[str, Name], texts: Mapping[str, FullText], problems: Problems
) -> int:
    """Look up the forms of names that sources are said to have; return how many."""
    count = 0
    for name in names.values():
        for source, spellings in name.spellings.items():
            text = texts.get(source)
            for spelling in spellings if text is not None else ():
                assert text is not None
                count += 1
                if text.searched.spells(spelling):
                    continue
                context = text.searched.context(spelling)
                near = (context and context.words) or (text.searched.nearest(spelling) or ("",))[0]
                problems.error(
                    "spelling-not-found",
                    f"`{source}` nowhere spells `{name.id}` as `{spelling}`",
                    name.places.get(f"spellings.{source}", name.where),
                    f"nearest is `{near}`" if near else "nothing there is like it",
                )
    return count


# --- Without its text -----------------------------------------------------------------------


def _why_unseen(
    wanted: _Wanted, old: Sighting | None, known: _Lock, passages: Sequence[_Wanted]
) -> Why:
    """Say why the lock does not show a passage."""
    if old is not None:
        return Why.TEXT_CHANGED
    kept = {
        each.passage.anchor for each in passages if (each.kind, each.id) == (wanted.kind, wanted.id)
    }
    given_up = any(each.anchor not in kept for each in known.of_source(wanted))
    return Why.ANCHOR_CHANGED if given_up else Why.NEVER_LOOKED_UP


def _tell_unseen(wanted: _Wanted, why: Why, source: Source, problems: Problems) -> None:
    messages = {
        Why.TEXT_CHANGED: f"the evidence of {wanted.name} was seen in another text of "
        f"`{source.key}`",
        Why.ANCHOR_CHANGED: f"the anchor of {wanted.name} in `{source.key}` is not the one that "
        "was seen",
        Why.NEVER_LOOKED_UP: f"the evidence of {wanted.name} in `{source.key}` was never looked up",
    }
    problems.warning(
        "evidence-never-seen" if why is Why.NEVER_LOOKED_UP else "evidence-stale",
        messages[why],
        wanted.passage.where,
        f"to look it up, run `./build.py check --sources FOLDER` where {source.text} is in FOLDER",
    )
