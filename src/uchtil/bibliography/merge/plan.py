"""What a merge will do with each entry that arrives: shown to people before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from uchtil.bibliography.merge.incoming import Aside, Broken, Incoming, Kept
from uchtil.bibliography.merge.written import fields_of
from uchtil.bibliography.reference import Reference
from uchtil.language.tags import SHORT_TAGS
from uchtil.problems import Problems


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What becomes of one field of an entry that arrived and is the same work as one of ours.

    ``status``: ``equal``; ``alike`` (the same, written otherwise, or said elsewhere: ours
    stays); ``added``; ``kept`` (added as a comment, since there is no field for it);
    ``differs`` (ours stays unless a person says otherwise); ``replaced`` and ``declined`` (a
    person said so: theirs takes the place of ours, or is not added).
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

    def lacking(self, field: str) -> str:
        """Return in words why it has no language, or no title."""
        said = next((each.value for each in self.incoming.kept if _is_of(each, field)), "")
        said = " ".join(said.split())
        if field == "langid":
            return (
                f"its language `{said}` is not known" if said else "it does not tell its language"
            )
        return f"its title holds LaTeX that is not read: {said}" if said else "it has no title"


def _is_of(kept: Kept, field: str) -> bool:
    """Whether what is kept is what an entry tells of its language, or its title."""
    return kept.name.lower() == ("language" if field == "langid" else field)


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


def tell_plan(plan: MergePlan, problems: Problems) -> None:
    """Tell what a person has to decide, to fill in or to mend.

    Problems: ``doubtful-work``, ``language-unknown``, ``entry-waits``.
    """
    lacking = [step for step in plan.steps if "langid" in step.lacks and step.decision != "same"]
    silent = [step for step in lacking if not any(_is_of(each, "langid") for each in step.kept)]
    for step in (each for each in lacking if each not in silent):
        problems.warning(
            "language-unknown",
            f"`{step.incoming.id}`: {step.lacking('langid')}",
            step.incoming.where,
            f"write one of these where it waits: {', '.join(SHORT_TAGS)}",
        )
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
