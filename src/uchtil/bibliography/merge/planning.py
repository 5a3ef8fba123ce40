"""What becomes of each entry that arrives: decided against what the bibliography will hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from uchtil.bibliography.merge.fields import changes_of, merged_with
from uchtil.bibliography.merge.incoming import Arrival, Incoming, Kept
from uchtil.bibliography.merge.index import Index
from uchtil.bibliography.merge.keys import KEY, key_made_of
from uchtil.bibliography.merge.likeness import SAME, Likeness, likeness
from uchtil.bibliography.merge.plan import Candidate, MergePlan, Step
from uchtil.bibliography.merge.profile import profile_of
from uchtil.bibliography.merge.unified import Unified
from uchtil.bibliography.merge.written import fit
from uchtil.bibliography.reference import Reference

_CLOSE = 6
"""Candidates that are less than this many points apart are equally good."""


def plan_merge(
    unified: Unified,
    arrival: Arrival,
    *,
    decisions: Mapping[str, str] | None = None,
    take: Collection[tuple[str, str]] = (),
    decline: Collection[tuple[str, str]] = (),
) -> MergePlan:
    """Plan how a bibliography that arrived is merged into ours; nothing is written.

    ``decisions`` are a person's, by the entries' ids: ``new``, ``leave``, or the key of the
    work that the entry is.  ``take`` names fields, each by id and field, whose arriving value
    is to replace ours, and ``decline`` those that are not to be added.  Raises ``KeyError`` for
    a decision that names a key there is not.

    Entries are taken in their order, each held against what the bibliography will then be; so
    a work that stands twice in the file that arrives is added once.  What is doubtful is looked
    at again at the end, when more may be known: merging once more decides nothing further.
    """
    planner = _Planner(unified, decisions or {}, frozenset(take), frozenset(decline))
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


def standing_alone(incoming: Incoming) -> Step:
    """Return an entry as a new one under its own key, or under one that can be a key."""
    fitted, kept = fit(incoming.reference, incoming.kept)
    key = fitted.key if KEY.fullmatch(fitted.key) else key_made_of(fitted)
    if fitted.key not in ("", key):
        kept = (*kept, Kept(name="key", value=fitted.key))
    reference = replace(fitted, key=key)
    return Step(incoming=incoming, decision="new", key=key, reference=reference, kept=kept)


class _Planner:
    def __init__(
        self,
        unified: Unified,
        decisions: Mapping[str, str],
        take: frozenset[tuple[str, str]],
        decline: frozenset[tuple[str, str]],
    ) -> None:
        self._decisions = decisions
        self._take = take
        self._decline = decline
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
        declined = {field for name, field in self._decline if name == incoming.id}
        present = self._kept.get(key, ())
        changes = tuple(changes_of(here, fitted, kept, present, taken=taken, declined=declined))
        merged = merged_with(here, fitted, changes)
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
        if KEY.fullmatch(arrived) and arrived.lower() not in self._taken:
            return arrived, ""
        if KEY.fullmatch(arrived):
            reason = f"`{arrived}` is another work's"
            base = arrived
        else:
            reason = f"`{arrived}` cannot be a key" if arrived else "the entry came without a key"
            base = key_made_of(reference)
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
