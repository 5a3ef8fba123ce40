"""What a merge will do with each entry that arrives: shown to people before anything is done."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from rapidfuzz import fuzz

from uchtil.bibliography.merge.folding import foldings, skeleton
from uchtil.bibliography.merge.incoming import Arrival, Aside, Broken, Incoming, Kept
from uchtil.bibliography.merge.index import Index
from uchtil.bibliography.merge.likeness import SAME, Likeness, likeness
from uchtil.bibliography.merge.numbers import page_of
from uchtil.bibliography.merge.profile import profile_of
from uchtil.bibliography.merge.unified import Unified
from uchtil.bibliography.merge.written import fields_of, fit, value_of
from uchtil.bibliography.reference import Reference
from uchtil.bibliography.vocabulary import DATE_FIELDS, NAME_FIELDS
from uchtil.language.tags import is_language_tag, locale_tag
from uchtil.model import When
from uchtil.problems import Problems

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
_ROMANISED = re.compile(r"In Latin script \([a-z]+\): ", re.DOTALL)
_CLOSE = 6
"""Candidates that are less than this many points apart are equally good."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What becomes of one field of an entry that arrived and is the same work as one of ours.

    ``status``: ``equal``; ``alike`` (the same, written otherwise, or said elsewhere: ours
    stays); ``added``; ``kept`` (added as a comment, since there is no field for it);
    ``differs`` (ours stays unless a person says otherwise); ``replaced`` (a person said so).
    """

    field: str
    status: str
    here: str
    arrived: str
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A work of ours that an entry may be: its key, points, reasons."""

    key: str
    points: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What becomes of one entry.

    ``new``, ``same``, ``doubtful``; ``left`` by a person; or ``waiting``, since something is to
    be filled in or mended first.

    ``key`` is the key that the entry will have, or the one that it is the same as; of one that
    is doubtful or waits it is empty.  ``mapped`` says why the key is not the one that arrived.
    ``reference`` and ``kept`` are what will be written of a new one; ``lacks`` what a person
    has to fill in before the review can be built.
    """

    incoming: Incoming
    decision: str
    key: str = ""
    mapped: str = ""
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[Change, ...] = ()
    reference: Reference | None = None
    kept: tuple[Kept, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class MergePlan:
    """All that a merge will do, entry by entry, in the order of the file that arrived."""

    file: str
    format: str
    steps: tuple[Step, ...]
    broken: tuple[Broken, ...] = ()
    asides: tuple[Aside, ...] = ()

    def by(self, decision: str) -> tuple[Step, ...]:
        """Return the steps of one decision."""
        return tuple(step for step in self.steps if step.decision == decision)

    @property
    def keys(self) -> Mapping[str, str]:
        """Each entry that arrived, by its id, with the key of the work in our bibliography."""
        return {step.incoming.id: step.key for step in self.steps if step.key}

    @property
    def changes_nothing(self) -> bool:
        """Whether the bibliography stays as it is."""
        writes = ("added", "kept", "replaced")
        return not any(
            step.decision == "new" or any(each.status in writes for each in step.changes)
            for step in self.steps
        )

    def as_data(self) -> dict[str, Any]:
        """Return the plan as data that JSON can hold."""
        return {
            "file": self.file,
            "format": self.format,
            "entries": [_step_as_data(step) for step in self.steps],
            "broken": [
                {"line": each.where.line, "reason": each.reason, "text": each.raw}
                for each in self.broken
            ],
            "asides": [
                {"line": each.where.line, "what": each.what, "text": each.raw}
                for each in self.asides
            ],
        }


def _step_as_data(step: Step) -> dict[str, Any]:
    return {
        "id": step.incoming.id,
        "line": step.incoming.where.line,
        "decision": step.decision,
        "key": step.key,
        "mapped": step.mapped,
        "reasons": list(step.reasons),
        "candidates": [
            {"key": each.key, "points": each.points, "reasons": list(each.reasons)}
            for each in step.candidates
        ],
        "changes": [
            {
                "field": each.field,
                "status": each.status,
                "here": each.here,
                "arrived": each.arrived,
                "note": each.note,
            }
            for each in step.changes
        ],
        "lacks": list(step.lacks),
        "fields": dict(fields_of(step.reference)) if step.reference else {},
        "kept": [{"name": each.name, "value": each.value} for each in step.kept],
    }


def plan_merge(
    unified: Unified,
    arrival: Arrival,
    *,
    decisions: Mapping[str, str] | None = None,
    take: Collection[tuple[str, str]] = (),
) -> MergePlan:
    """Plan how a bibliography that arrived is merged into ours; nothing is written.

    ``decisions`` are a person's, by the entries' ids: ``new``, ``leave``, or the key of the
    work that the entry is.  ``take`` names fields, each by id and field, whose arriving value
    is to replace ours.  Raises ``KeyError`` for a decision that names a key there is not.

    Entries are taken in their order, each held against what the bibliography will then be; so
    a work that stands twice in the file that arrives is added once.  What is doubtful is looked
    at again at the end, when more may be known: merging once more decides nothing further.
    """
    planner = _Planner(unified, decisions or {}, frozenset(take))
    steps = [planner.step(incoming) for incoming in arrival.entries]
    while True:
        again = [
            planner.step(step.incoming) if step.decision == "doubtful" else step for step in steps
        ]
        if [each.decision for each in again] == [each.decision for each in steps]:
            break
        steps = again
    return MergePlan(
        file=arrival.file,
        format=arrival.format,
        steps=tuple(steps),
        broken=arrival.broken,
        asides=arrival.asides,
    )


def hold(plan: MergePlan, reasons: Mapping[str, tuple[str, ...]]) -> MergePlan:
    """Return a plan in which entries wait, by their ids, with why.

    Entries that are the same as a new one wait with it.
    """
    held = {
        step.key: step.incoming.id
        for step in plan.steps
        if step.decision == "new" and step.incoming.id in reasons
    }
    made = []
    for step in plan.steps:
        why = reasons.get(step.incoming.id, ())
        if not why and step.decision == "same" and step.key in held:
            why = (f"it is the same work as `{held[step.key]}`, which waits",)
        waits = replace(step, decision="waiting", key="", mapped="", reasons=why, changes=())
        made.append(waits if why else step)
    return replace(plan, steps=tuple(made))


def standing_alone(incoming: Incoming) -> Step:
    """Return an entry as a new one under its own key, or under one that can be a key."""
    fitted, kept = fit(incoming.reference, incoming.kept)
    key = fitted.key if _KEY.fullmatch(fitted.key) else _key_made_of(fitted)
    if fitted.key not in ("", key):
        kept = (*kept, Kept(name="key", value=fitted.key))
    reference = replace(fitted, key=key)
    return Step(incoming=incoming, decision="new", key=key, reference=reference, kept=kept)


def tell_plan(plan: MergePlan, problems: Problems) -> None:
    """Tell what a person has to decide, to fill in or to mend.

    Problems: ``doubtful-work``, ``language-unknown``, ``entry-waits``.
    """
    silent = [step for step in plan.steps if "langid" in step.lacks and step.decision != "same"]
    if silent:
        others = len(silent) - 1
        name = f"`{silent[0].incoming.id}`"
        problems.warning(
            "language-unknown",
            f"{name} and {others} more do not tell their language"
            if others
            else f"{name} does not tell its language",
            silent[0].incoming.where,
            "tell the language of all that lack one (--language en), or write it where they wait",
        )
    for step in plan.steps:
        name, where = step.incoming.id, step.incoming.where
        if step.decision == "doubtful":
            keys = ", ".join(f"`{each.key}`" for each in step.candidates)
            problems.warning(
                "doubtful-work",
                f"`{name}` may be the same work as {keys}, and is not merged",
                where,
                "say which it is, or that it is new",
            )
        elif step.decision == "waiting" and "langid" not in step.lacks:
            problems.warning(
                "entry-waits", f"`{name}` is not merged: {'; '.join(step.reasons)}", where
            )


class _Planner:
    def __init__(
        self,
        unified: Unified,
        decisions: Mapping[str, str],
        take: frozenset[tuple[str, str]],
    ) -> None:
        self._decisions = decisions
        self._take = take
        self._known: dict[str, Reference] = dict(unified.references)
        self._kept: dict[str, tuple[Kept, ...]] = dict(unified.kept)
        self._taken = {key.lower() for key in self._known}
        self._index = Index()
        self._identical: dict[object, str] = {}
        for key, reference in self._known.items():
            self._remember(key, reference)

    def step(self, incoming: Incoming) -> Step:
        fitted, kept = fit(incoming.reference, incoming.kept)
        decision = self._decisions.get(incoming.id, "")
        if decision == "leave":
            return Step(incoming=incoming, decision="left", reasons=("a person said so",))
        if decision == "new":
            return self._new(incoming, fitted, kept, ("a person said so",))
        if decision:
            if decision not in self._known:
                raise KeyError(decision)
            return self._same(incoming, fitted, kept, decision, ("a person said so",))
        if (key := self._identical.get(_identity(fitted))) is not None:
            return self._same(incoming, fitted, kept, key, ("every field is the same",))
        return self._judged(incoming, fitted, kept)

    def _judged(self, incoming: Incoming, fitted: Reference, kept: tuple[Kept, ...]) -> Step:
        profile = profile_of(fitted)
        found = [(likeness(profile, other), key) for key, other in self._index.candidates(profile)]
        found.sort(key=lambda each: (-each[0].points, each[1]))
        same = [(like, key) for like, key in found if like.decision == "same"]
        if same and not _is_close(same):
            like, key = same[0]
            return self._same(incoming, fitted, kept, key, like.reasons)
        asked = same or [each for each in found if each[0].decision == "doubtful"]
        if asked:
            candidates = tuple(
                Candidate(key=key, points=like.points, reasons=like.reasons)
                for like, key in asked[:5]
            )
            return Step(incoming=incoming, decision="doubtful", candidates=candidates)
        return self._new(incoming, fitted, kept, _why_new(found))

    def _new(
        self,
        incoming: Incoming,
        fitted: Reference,
        kept: tuple[Kept, ...],
        reasons: tuple[str, ...],
    ) -> Step:
        key, mapped = self._key_for(fitted)
        if mapped and fitted.key:
            kept = (*kept, Kept(name="key", value=fitted.key))
        reference = replace(fitted, key=key)
        self._taken.add(key.lower())
        self._known[key] = reference
        self._kept[key] = kept
        self._remember(key, reference)
        lacks = [] if reference.language else ["langid"]
        if not reference.title:
            lacks.append("title")
        return Step(
            incoming=incoming,
            decision="new",
            key=key,
            mapped=mapped,
            reasons=reasons,
            reference=reference,
            kept=kept,
            lacks=tuple(lacks),
        )

    def _same(
        self,
        incoming: Incoming,
        fitted: Reference,
        kept: tuple[Kept, ...],
        key: str,
        reasons: tuple[str, ...],
    ) -> Step:
        here = self._known[key]
        taken = {field for name, field in self._take if name == incoming.id}
        changes = tuple(_changes(here, fitted, kept, self._kept.get(key, ()), taken))
        merged = _merged(here, fitted, changes)
        more = tuple(
            Kept(name=each.field, value=each.arrived) for each in changes if each.status == "kept"
        )
        if merged is not here:
            self._known[key] = merged
            self._remember(key, merged)
        self._kept[key] = (*self._kept.get(key, ()), *more)
        mapped = "" if fitted.key in ("", key) else f"the work has the key `{key}` here"
        return Step(
            incoming=incoming,
            decision="same",
            key=key,
            mapped=mapped,
            reasons=reasons,
            changes=changes,
            lacks=() if merged.language else ("langid",),
        )

    def _remember(self, key: str, reference: Reference) -> None:
        self._index.add(key, profile_of(reference))
        self._identical.setdefault(_identity(reference), key)

    def _key_for(self, reference: Reference) -> tuple[str, str]:
        """Return the key of a new entry, and why it is not the one that arrived."""
        arrived = reference.key
        if _KEY.fullmatch(arrived) and arrived.lower() not in self._taken:
            return arrived, ""
        if _KEY.fullmatch(arrived):
            reason = f"`{arrived}` is another work's"
            base = arrived
        else:
            reason = f"`{arrived}` cannot be a key" if arrived else "the entry came without a key"
            base = _key_made_of(reference)
        number = 1
        key = base
        while key.lower() in self._taken:
            number += 1
            key = f"{base}-{number}"
        return key, reason


def _identity(reference: Reference) -> object:
    """Return what is the same of two references that say the same."""
    return (
        reference.type,
        reference.language,
        frozenset(reference.fields.items()),
        frozenset(reference.names.items()),
        frozenset((name, str(date)) for name, date in reference.dates.items()),
        reference.others,
    )


def _is_close(same: list[tuple[Likeness, str]]) -> bool:
    """Whether a second work fits as well as the first, so that a person has to choose."""
    return len(same) > 1 and same[0][0].points - same[1][0].points < _CLOSE


def _why_new(found: list[tuple[Likeness, str]]) -> tuple[str, ...]:
    if not found or found[0][0].points < SAME // 2:
        return ("no work of ours is like it",)
    like, key = found[0]
    against = tuple(reason for reason in like.reasons if "(-" in reason)
    return (f"nearest is `{key}`, with {like.points} points", *against)


def _key_made_of(reference: Reference) -> str:
    """Return a key of the family name, or a word of the title, and the year."""
    people = reference.names.get("author") or reference.names.get("editor") or ()
    text = (people[0].family or people[0].literal) if people else reference.title
    words = [word for word in re.findall(r"[a-z]+", _ascii(text)) if len(word) > 2 or people]
    date = reference.dates.get("date")
    year = str(date.first.year) if date and date.start else ""
    words = words or ["work"]
    return f"{words[0]}{year}" if people else "-".join([*words[:2], *([year] if year else [])])


_SPELT = {
    **dict(zip("абвгдезийклмнопрстуфэ", "abvgdeziyklmnoprstufe", strict=True)),
    **{"ё": "yo", "ж": "j", "х": "x", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": ""},
    **{"ы": "i", "ь": "", "ю": "yu", "я": "ya", "ў": "o", "қ": "q", "ғ": "g", "ҳ": "h"},
    **{"ә": "a", "і": "i", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h"},
}


def _ascii(text: str) -> str:
    """Return a text in small ASCII letters, for keys: readable, and nothing rests on it."""
    flat = unicodedata.normalize("NFC", text).casefold()
    flat = re.sub(r"[’‘'`´ʻʼ]", "", "".join(_SPELT.get(sign, sign) for sign in flat))
    bare = unicodedata.normalize("NFKD", flat)
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


# --- Field by field ------------------------------------------------------------------------------


def _changes(
    here: Reference,
    arrived: Reference,
    kept: Iterable[Kept],
    kept_here: tuple[Kept, ...],
    taken: set[str],
) -> Iterable[Change]:
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


_SUBTITLES = {"title": "subtitle", "journaltitle": "journalsubtitle"}


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


def _merged(here: Reference, arrived: Reference, changes: Iterable[Change]) -> Reference:
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
