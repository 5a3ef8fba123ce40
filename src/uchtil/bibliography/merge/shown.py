"""A plan as text for the terminal: a table a work, what is in doubt first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from uchtil.bibliography.merge.plan import Change, MergePlan, Step
from uchtil.bibliography.merge.written import fields_of

_SIGNS = {
    "added": "+",
    "kept": "%",
    "differs": "≠",
    "declined": "-",
    "replaced": "!",
    "alike": "~",
    "equal": "=",
}


def show_plan(plan: MergePlan, *, width: int = 100, everything: bool = False) -> str:
    """Return a plan as people read it.

    Fields that are the same are counted, and shown only with ``everything``.
    """
    return "\n".join(_lines(plan, max(width, 40), everything)) + "\n"


def count_plan(plan: MergePlan) -> str:
    """Return in a line how many entries become what."""
    counts = [
        f"{len(plan.by(decision))} {decision}"
        for decision in ("new", "same", "doubtful", "waiting", "left")
        if plan.by(decision)
    ]
    if plan.broken:
        counts.append(f"{len(plan.broken)} broken")
    return f"{plan.file} ({plan.format}): {', '.join(counts) or 'nothing in it'}"


def _lines(plan: MergePlan, width: int, everything: bool) -> Iterator[str]:
    yield count_plan(plan)
    for step in plan.by("doubtful"):
        yield from _doubtful(step)
    for step in plan.by("waiting"):
        yield from ("", f"… {_name(step)}: {_title(step)}")
        for reason in step.reasons:
            yield from _wrapped(reason, width)
    yield from _all_same(plan.by("same"), width, everything)
    for step in plan.by("new"):
        yield from _new(step, width)
    for each in plan.broken:
        yield from ("", f"! {each.where}: {each.reason}")
    if plan.asides:
        yield from ("", "Kept as a comment, since it belongs to no entry:")
    for aside in plan.asides:
        first = aside.raw.strip().splitlines()[0] if aside.raw.strip() else ""
        yield f"    line {aside.where.line}: {aside.what}: {first[: width - 20]}"


def show_doubt(step: Step) -> str:
    """Return a doubtful entry with what it may be, for whoever has to say."""
    work = [f"    {name:<14} {value}" for name, value in fields_of(step.incoming.reference)]
    return "\n".join([*_doubtful(step), *work]) + "\n"


def _doubtful(step: Step) -> Iterator[str]:
    yield from ("", f"? {_name(step)}: {_title(step)}")
    for candidate in step.candidates:
        yield f"    perhaps {candidate.key}, {candidate.points} points"
        yield from (f"        {reason}" for reason in candidate.reasons)


def _all_same(steps: tuple[Step, ...], width: int, everything: bool) -> Iterator[str]:
    unchanged = 0
    for step in steps:
        shown = [each for each in step.changes if everything or each.status not in _SILENT]
        if not shown and not everything:
            unchanged += 1
            continue
        yield from ("", f"= {_name(step)} is {step.key}: {_title(step)}")
        yield from _wrapped("because " + "; ".join(step.reasons), width)
        for change in shown:
            yield from _change(change, width)
    if unchanged:
        yield from ("", f"= {unchanged} known already, with nothing to add")


def _new(step: Step, width: int) -> Iterator[str]:
    mapped = f" (key: {step.mapped})" if step.mapped else ""
    yield from ("", f"+ {step.key}{mapped}: {_title(step)}")
    if step.lacks:
        yield f"    to be filled in: {', '.join(step.lacks)}"
    assert step.reference is not None
    for name, value in fields_of(step.reference):
        yield from _wrapped(f"+ {name:<14} {value}", width)
    for kept in step.kept:
        yield from _wrapped(f"% {kept.name:<14} {kept.value}", width)


_SILENT = ("equal", "alike")


def _name(step: Step) -> str:
    return f"{step.incoming.id} (line {step.incoming.where.line})"


def _title(step: Step) -> str:
    return step.incoming.reference.title or "[no title]"


def _change(change: Change, width: int) -> Iterator[str]:
    note = f"  ({change.note})" if change.note else ""
    sign = _SIGNS[change.status]
    if change.status in ("added", "kept", "equal", "declined"):
        yield from _wrapped(f"{sign} {change.field:<14} {change.arrived}{note}", width)
        return
    ours = "ours" if change.status == "replaced" else "stays"
    theirs = "taken" if change.status == "replaced" else "there"
    yield from _wrapped(f"{sign} {change.field:<14} {ours}: {change.here or '–'}{note}", width)
    yield from _wrapped(f"  {'':<14} {theirs}: {change.arrived}", width)


def _wrapped(text: str, width: int) -> list[str]:
    line = text.replace("\n", " ").replace("\t", " ")
    if len(line) <= width - 4:
        return [f"    {line}"]
    return textwrap.wrap(
        line,
        width,
        initial_indent=" " * 4,
        subsequent_indent=" " * 21,
        break_long_words=False,
    ) or [""]
