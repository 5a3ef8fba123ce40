"""Merging a bibliography that arrives into the review's own: all that is certain, or nothing.

What is doubtful, and what the review could not be built with, is not merged: it waits in
``intake/merges/`` until a person says what it is, and `accept` takes it over.
"""

from __future__ import annotations

import bisect
import re
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from uchtil.bibliography import Reference, read_bibliography
from uchtil.bibliography.duplicates import tell_duplicates
from uchtil.bibliography.merge import (
    Arrival,
    Change,
    Incoming,
    MergePlan,
    Step,
    Unified,
    arrival_of,
    changes_of,
    fields_of,
    hold,
    incoming_text,
    merged_text,
    plan_merge,
    read_unified,
    unified_of,
)
from uchtil.intake.merges import Wait, merge_name, merges_text
from uchtil.load import load
from uchtil.load.merges import FOLDER, MergeFile, Waiting, merge_files, read_merge_file
from uchtil.load.project import SOURCES_PATH
from uchtil.load.yaml_nodes import read_yaml
from uchtil.load.yaml_text import scalar
from uchtil.pipeline import transaction
from uchtil.pipeline.arriving import read_arriving
from uchtil.pipeline.mend import apply
from uchtil.pipeline.prepare import refuse_strays
from uchtil.pipeline.transaction import LAST, Changed, Version
from uchtil.problems import Location, Problem, Problems, did_you_mean
from uchtil.problems.rulings import Ruling

_BIBLIOGRAPHY = "bibliography/references.bib"
_ENDINGS = frozenset({".bib", ".ris", ".json"})
_WRITES = frozenset({"added", "replaced"})
"""What becomes of fields that the build reads; what is kept as a comment it does not."""
_OF_SOURCES = ("author", "title", "date")
"""What is not added unasked to a source of the review, whose label may say that it has none."""

_NAMED = re.compile(r"`([^`]+)`")


def is_bibliography(path: Path) -> bool:
    """Whether a file is a bibliography by its name, and no source."""
    return path.suffix.lower() in _ENDINGS


@dataclass(frozen=True, kw_only=True, slots=True)
class Merging:
    """A bibliography that arrived, ours, and what is said of single entries.

    ``answers`` are a person's, by the entries' ids, and ``take`` fields that are to replace ours
    (see `plan_merge`).  ``waits`` tells in which file an entry waits already.  ``file`` is set
    where the entries come from such a file.
    """

    root: Path
    unified: Unified
    known: frozenset[tuple[str, str]]
    """The errors that our bibliography has already."""
    arrival: Arrival
    answers: Mapping[str, str] = field(default_factory=dict)
    take: frozenset[tuple[str, str]] = frozenset()
    decline: frozenset[tuple[str, str]] = frozenset()
    """Fields that are not to be added to ours, each by the entry's id."""
    waits: Mapping[str, str] = field(default_factory=dict)
    file: MergeFile | None = None
    sources: frozenset[str] = frozenset()
    """The keys of works that are sources of the review."""

    def answered(
        self,
        answers: Mapping[str, str],
        take: Iterable[tuple[str, str]] = (),
        decline: Iterable[tuple[str, str]] = (),
    ) -> Merging:
        """Return it with what a person has said."""
        return replace(
            self,
            answers={**self.answers, **answers},
            take=self.take.union(take),
            decline=self.decline.union(decline),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """What a merge would do: its plan, and the files before and after."""

    plan: MergePlan
    files: Mapping[str, Version]
    waits: Mapping[str, str] = field(default_factory=dict)
    """The files in which entries wait, or will, by their ids."""

    def as_data(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "keys": dict(self.plan.keys),
            "waits": dict(self.waits),
            "plan": self.plan.as_data(),
        }


# --- what arrives -----------------------------------------------------------------------------


def read_merging(
    root: Path, path: Path, languages: Sequence[str], problems: Problems
) -> Merging | None:
    """Read a bibliography that arrives, and ours; nothing where that cannot be, which is told."""
    if refuse_strays(root, problems):
        return None
    transaction.recover(root)
    ours = _ours(root, problems)
    arrival = read_arriving(path, str(path), problems, language=" ".join(languages))
    if arrival is not None and not arrival.entries:
        problems.error(
            "no-entry-read",
            "no entry of the file could be read",
            Location(file=str(path)),
            "mend what is told of it, and add the file again",
        )
    remembered = list(_remembered(root, problems))
    if ours is None or arrival is None or problems.errors:
        return None
    unified, known = ours
    answers, waits = {}, {}
    decline: set[tuple[str, str]] = set()
    for incoming in arrival.entries if remembered else ():
        text = incoming_text(incoming).strip()
        for file, waiting in remembered:
            named = file.arrived == path.name and waiting.id == incoming.id
            if not named and waiting.entry.strip() != text:
                continue
            if waiting.done and (waiting.answer == "leave" or waiting.answer in unified.references):
                answers[incoming.id] = waiting.answer
                decline.update((incoming.id, field) for field in waiting.decline)
            elif waiting.done:
                continue  # the work has gone since
            waits[incoming.id] = file.document.file
    return Merging(
        root=root,
        unified=unified,
        known=known,
        arrival=arrival,
        answers=answers,
        decline=frozenset(decline),
        waits=waits,
        sources=frozenset(_source_keys(root)),
    )


def _source_keys(root: Path) -> Iterator[str]:
    """Yield the keys of the review's sources, as far as their file can be read."""
    document = read_yaml(root, SOURCES_PATH, Problems())
    if document is None or not isinstance(document.node, yaml.MappingNode):
        return
    for name, listed in document.node.value:
        if name.value != "sources" or not isinstance(listed, yaml.SequenceNode):
            continue
        for source in listed.value:
            if isinstance(source, yaml.MappingNode):
                yield from (str(value.value) for key, value in source.value if key.value == "key")


def _ours(root: Path, problems: Problems) -> tuple[Unified, frozenset[tuple[str, str]]] | None:
    told = Problems()
    unified = read_unified(root / _BIBLIOGRAPHY, _BIBLIOGRAPHY, told)
    if unified is None:
        problems.extend(told.errors)
        return None
    return unified, frozenset(_told(each) for each in told.errors)


def _remembered(root: Path, problems: Problems) -> Iterator[tuple[MergeFile, Waiting]]:
    """Yield every entry that waits, or waited and was decided."""
    for name in merge_files(root):
        file = read_merge_file(root, name, problems)
        if file is not None:
            yield from ((file, each) for each in file.entries)


# --- what waits -------------------------------------------------------------------------------


def waiting_file(root: Path, name: str) -> str:
    """Return the file in which entries wait under a name; nothing where there is none.

    Where a source has the name too, it is meant, unless ``merges/`` stands before the name.
    """
    path = Path(name)
    stem = path.name.removesuffix(".yaml")
    file = f"{FOLDER}/{stem}.yaml"
    source = path.parent.name != "merges" and (root / "intake" / f"{stem}.yaml").is_file()
    return file if file in merge_files(root) and not source else ""


def decided_files(root: Path) -> list[str]:
    """Return the files of entries that wait in which a person has decided something."""
    files = [read_merge_file(root, name, Problems()) for name in merge_files(root)]
    return [
        each.document.file
        for each in files
        if each is not None and any(entry.is_decided for entry in each.entries)
    ]


def read_waiting(root: Path, file: str, problems: Problems) -> Merging | None:
    """Read the entries that wait in a file, with what a person has said of them."""
    if refuse_strays(root, problems):
        return None
    transaction.recover(root)
    ours = _ours(root, problems)
    waiting = read_merge_file(root, file, problems)
    if ours is None or waiting is None:
        return None
    unified, known = ours
    entries = []
    for each in waiting.entries:
        if each.done:
            continue
        arrival = arrival_of(
            each.entry, file, Problems(), suffix=".bib", language=each.language or ""
        )
        if arrival is None or len(arrival.entries) != 1 or arrival.broken:
            problems.error(
                "entry-not-one",
                f"the text of `{each.id}` is not one entry",
                each.where,
                "mend it; it begins `@type{key,`",
            )
            continue
        reference = replace(arrival.entries[0].reference, where=each.where)
        entries.append(replace(arrival.entries[0], id=each.id, reference=reference))
    arrival = Arrival(file=file, format="bibtex", entries=tuple(entries))
    decided = [each for each in waiting.entries if each.is_decided]
    answers = {each.id: each.answer for each in decided}
    new = {each.key for each in entries if answers.get(each.id) == "new"}
    _check_answers(decided, {*unified.references, *new}, problems)
    _check_fields(decided, {each.id: each for each in entries}, problems)
    if problems.errors:
        return None
    return Merging(
        root=root,
        unified=unified,
        known=known,
        arrival=arrival,
        answers=answers,
        take=frozenset((each.id, field) for each in decided for field in each.take),
        decline=frozenset((each.id, field) for each in decided for field in each.decline),
        waits={each.id: file for each in waiting.entries},
        file=waiting,
    )


def _check_answers(decided: Sequence[Waiting], keys: set[str], problems: Problems) -> None:
    """Tell of answers that name no work."""
    for each in decided:
        if each.answer in ("new", "leave") or each.answer in keys:
            continue
        problems.error(
            "unknown-key",
            f"`{each.id}` cannot be `{each.answer}`, which is no work of the bibliography",
            each.where,
            did_you_mean(each.answer, keys) or "write the key of a work, `new` or `leave`",
        )


def _check_fields(
    decided: Sequence[Waiting], entries: Mapping[str, Incoming], problems: Problems
) -> None:
    """Tell of fields that are to be taken or declined, and that the entry has not."""
    for each in decided:
        if each.id not in entries:
            continue
        present = dict(fields_of(entries[each.id].reference))
        for option, names in (("take", each.take), ("decline", each.decline)):
            for unknown in (name for name in names if name not in present):
                problems.error(
                    "unknown-field",
                    f"`{each.id}` has no field `{unknown}`, which `{option}` names",
                    each.where,
                    did_you_mean(unknown, present) or f"it has {', '.join(present)}",
                )


def decided_only(merging: Merging) -> Merging:
    """Return it with only the entries of which a person has said what they are."""
    answers = merging.answers
    entries = [each for each in merging.arrival.entries if each.id in answers]
    entries.sort(key=lambda each: answers[each.id] != "new")  # others may be the same as these
    return replace(merging, arrival=replace(merging.arrival, entries=tuple(entries)))


# --- the plan ---------------------------------------------------------------------------------


def plan(merging: Merging, problems: Problems) -> Merged:
    """Return what the merge would do; what could not be built with it waits.

    Where the entries have waited already, what is wrong with them is told as an error.
    """
    made = planned(merging)
    if merging.file is None:
        made = hold(
            made,
            {
                step.incoming.id: tuple(step.lacking(each) for each in step.lacks)
                for step in made.by("new")
                if step.lacks
            },
        )
        made = hold(
            made,
            {
                step.incoming.id: tuple(_why_asked(step.key, each) for each in added)
                for step, added in added_to_sources(merging, made)
                if step.incoming.id not in merging.answers
            },
        )
    while faults := _faults(merging, made):
        if merging.file is not None:
            for each in merging.arrival.entries:
                for fault in faults.get(each.id, ()):
                    problems.add(replace(fault, where=each.where))
            break
        made = hold(made, {id_: tuple(each.message for each in faults[id_]) for id_ in faults})
    return _files(merging, made)


def planned(merging: Merging) -> MergePlan:
    """Return what is recognised, before anything is looked at again."""
    return plan_merge(
        merging.unified,
        merging.arrival,
        decisions=merging.answers,
        take=merging.take,
        decline=merging.decline,
    )


def added_to_sources(
    merging: Merging, made: MergePlan
) -> Iterator[tuple[Step, tuple[Change, ...]]]:
    """Yield what would be added to sources of the review and is not added unasked."""
    for step in made.by("same"):
        added = _asked_about(step.changes)
        if added and step.key in merging.sources:
            yield step, added


def _asked_about(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(each for each in changes if each.status == "added" and each.field in _OF_SOURCES)


def _why_asked(key: str, change: Change) -> str:
    return (
        f"it is {key}, a source of the review, to which it would add {change.field}: "
        f"{change.arrived}; write `is: {key}`, and `decline: [{change.field}]` beside it if "
        "that is not to be added"
    )


def _faults(merging: Merging, made: MergePlan) -> dict[str, list[Problem]]:
    """Return the errors that our bibliography would have and has not, by the entries' ids.

    Only what is new or changed is read again, as the build would read it.
    """
    unified = merging.unified
    concerned: dict[str, list[str]] = {}
    for step in made.steps:
        writes = any(each.status in _WRITES for each in step.changes)
        if step.decision == "new" or (step.decision == "same" and writes):
            concerned.setdefault(step.key, []).append(step.incoming.id)
    part = _part_of(unified, concerned)
    text = merged_text(part, replace(made, asides=()))
    told, doubled = Problems(), Problems()
    with tempfile.TemporaryDirectory(prefix="uchtil-") as folder:
        path = Path(folder) / "references.bib"
        path.write_text(text, encoding="utf-8", newline="")
        references = read_bibliography(path, _BIBLIOGRAPHY, told) if concerned else {}
    tell_duplicates({**unified.references, **references}, doubled)
    faults: dict[str, list[Problem]] = {}
    if unread := concerned.keys() - references.keys():  # all that is told then may be of these
        for key in unread:
            where = Location(file=_BIBLIOGRAPHY)
            broken = Problem(code="broken-entry", message=f"`{key}` cannot be read", where=where)
            faults |= {id_: [broken] for id_ in concerned[key]}
        return faults
    if told.errors or doubled.errors:
        for each in (told, doubled):
            each.rule(_rulings(merging.root))
        for key, error in (*_placed(told.errors, references), *_doubled(doubled.errors, concerned)):
            if _told(error) in merging.known:
                continue
            # of no entry in particular: then none can be trusted
            ids = concerned.get(key) or [id_ for each in concerned.values() for id_ in each]
            for id_ in ids:
                faults.setdefault(id_, []).append(error)
    return faults


def _part_of(unified: Unified, keys: Iterable[str]) -> Unified:
    """Return a bibliography with only some of its entries, and with all that is no entry."""
    wanted = frozenset(keys)
    pieces, done = [], 0
    for key, span in sorted(unified.spans.items(), key=lambda each: each[1].start):
        pieces.append(unified.text[done : span.end if key in wanted else span.start])
        done = span.end
    text = "".join([*pieces, unified.text[done:]])
    kept = {key: work for key, work in unified.references.items() if key in wanted}
    return unified_of(text, unified.file, kept)


def _placed(
    errors: Iterable[Problem], references: Mapping[str, Reference]
) -> Iterator[tuple[str, Problem]]:
    """Yield errors with the key of the entry that they stand in."""
    lines = sorted((each.where.line, key) for key, each in references.items())
    for error in errors:
        at = bisect.bisect_right(lines, (error.where.line, "\U0010ffff"))
        inside = at and error.code not in ("broken-entry", "stray-text")
        if error.code != "duplicate-work":
            yield lines[at - 1][1] if inside else "", error


def _doubled(errors: Iterable[Problem], concerned: Container[str]) -> Iterator[tuple[str, Problem]]:
    """Yield errors about two works with the key of the one that is new or changed."""
    for error in errors:
        message = re.sub(r" on line \d+", "", error.message)
        keys = [key for key in _NAMED.findall(message) if key in concerned]
        yield next(iter(keys), ""), replace(error, message=message)


def _told(error: Problem) -> tuple[str, str]:
    return error.code, re.sub(r" on line \d+", "", error.message)


def _rulings(root: Path) -> tuple[Ruling, ...]:
    project = load(root, Problems()).project
    return () if project is None else tuple(project.review.rulings)


# --- the files --------------------------------------------------------------------------------


def _files(merging: Merging, made: MergePlan) -> Merged:
    """Return what would be written: the bibliography, and what waits or has waited."""
    files: dict[str, Version] = {}
    before = merging.unified.text.encode("utf-8")
    after = merged_text(merging.unified, made).encode("utf-8")
    if after != before:
        there = (merging.root / _BIBLIOGRAPHY).is_file()
        files[_BIBLIOGRAPHY] = Version(before=before if there else None, after=after)
    if merging.file is not None:
        files |= _marked_done(merging, merging.file, made)
        return Merged(plan=made, files=files)
    held = [step.incoming.id for step in (*made.by("doubtful"), *made.by("waiting"))]
    places = {id_: merging.waits[id_] for id_ in held if id_ in merging.waits}
    waits = list(_waits(merging, made))
    if not waits:
        return Merged(plan=made, files=files, waits=places)
    arrived = Path(made.file).name
    name = merge_name(arrived, merge_files(merging.root))
    waiting = f"{FOLDER}/{name}.yaml"
    text = merges_text(name, arrived, waits)
    files[waiting] = Version(before=None, after=text.encode("utf-8"))
    return Merged(plan=made, files=files, waits={**dict.fromkeys(held, waiting), **places})


def _waits(merging: Merging, made: MergePlan) -> Iterator[Wait]:
    """Yield what is to wait, and what a person has just said, so that it is not asked again."""
    remembered = merging.waits
    for step in made.steps:
        id_ = step.incoming.id
        if id_ in remembered:
            continue
        if step.decision in ("doubtful", "waiting"):
            yield Wait(
                id=id_,
                why=tuple(_why(merging, step)),
                entry=incoming_text(step.incoming),
                answer="new" if step.lacks == ("langid",) else "",
                lacks_language=not step.incoming.reference.language,
            )
        elif id_ in merging.answers and step.reasons == ("a person said so",):
            answer = step.key if step.decision != "left" else "leave"
            text = incoming_text(step.incoming)
            declined = tuple(field for name, field in sorted(merging.decline) if name == id_)
            yield Wait(
                id=id_, why=step.reasons, entry=text, answer=answer, done=True, decline=declined
            )


def _why(merging: Merging, step: Step) -> Iterator[str]:
    yield from step.reasons
    for each in step.candidates:
        yield f"perhaps {each.key} ({each.points} points): {'; '.join(each.reasons)}"
    for each in step.candidates:
        here = merging.unified.references.get(each.key)
        if here is None or each.key not in merging.sources:
            continue
        for added in _asked_about(changes_of(here, step.incoming.reference)):
            yield f"if {_why_asked(each.key, added)}"


def _marked_done(merging: Merging, file: MergeFile, made: MergePlan) -> dict[str, Version]:
    """Return the file of what waits, with what is taken over now marked as done."""
    steps = {step.incoming.id: step for step in made.steps}
    edits = []
    for each in file.entries:
        step = steps.get(each.id)
        if step is None or each.done:
            continue
        edits.append(_edit(each, "done", "yes"))
        answer = step.key or "leave"
        if answer != each.answer:
            edits.append(_edit(each, "is", scalar(answer)))
    name = file.document.file
    before = (merging.root / name).read_bytes()
    return {name: Version(before=before, after=apply(before, sorted(edits)))} if edits else {}


def _edit(waiting: Waiting, field: str, text: str) -> tuple[int, int, str]:
    node = waiting.nodes[field]
    return node.start_mark.index, node.end_mark.index, text


def carry_out(root: Path, merged: Merged, problems: Problems) -> bool:
    """Write what was planned: all files or none; return whether it was done."""
    before = (root / LAST).read_bytes() if (root / LAST).is_file() else None
    note = transaction.as_note(merged.files, {"merged": dict(merged.plan.keys)})
    try:
        transaction.write_all(root, {**merged.files, LAST: Version(before=before, after=note)})
    except Changed as changed:
        problems.error(
            "changed-meanwhile",
            "the file was changed while it was looked at; nothing was written",
            Location(file=str(changed)),
            "run the command again",
        )
        return False
    return True
