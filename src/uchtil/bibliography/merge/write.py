"""A plan carried out: entries appended, fields put in, every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uchtil.bibliography.merge.incoming import Aside, Incoming, Kept
from uchtil.bibliography.merge.plan import Change, MergePlan, Step
from uchtil.bibliography.merge.planning import standing_alone
from uchtil.bibliography.merge.unified import EntrySpan, FieldSpan, Unified
from uchtil.bibliography.merge.written import begins_entry, fields_of, in_braces, kept_line

_WIDTH = 12
"""Names of fields are filled up to this width, as the shipped bibliography has them."""


def merged_text(unified: Unified, plan: MergePlan) -> str:
    """Return the text of the bibliography after a merge.

    Fields are put behind the last of their entry, in the entry's own manner; what has no field
    becomes a line ``% kept: name = "…"`` above it; new entries come at the end, and behind them,
    as comments, what belongs to no entry.  Where a person chose the arriving value it takes the
    place of ours.  All else is left to the letter.
    """
    end = unified.line_end
    edits: list[tuple[int, int, str]] = []
    appended: dict[str, str] = {}
    # two entries that arrive may both add to one of ours: they are written together
    changes: dict[str, list[Change]] = {}
    for step in plan.steps:
        if step.decision == "same":
            changes.setdefault(step.key, []).extend(step.changes)
        elif step.decision == "new":
            appended[step.key] = ""
    for step in plan.steps:
        if step.decision == "new":
            appended[step.key] = entry_text(step, changes.get(step.key, ()), end)
    for key, each in changes.items():
        if key in unified.spans:
            edits += _edits(unified, unified.spans[key], each, end)
    text = _edited(unified.text, edits)
    pieces = [*appended.values(), *_asides(plan.asides, unified.text, end)]
    if not pieces:
        return text
    if text and not text.endswith(("\n", "\r")):
        text += end
    gap = end if text else ""
    return text + gap + (end + end).join(pieces) + end


def incoming_text(incoming: Incoming) -> str:
    """Return an entry that arrived as text in our own form, which reads back as it arrived."""
    return entry_text(standing_alone(incoming))


def _asides(asides: Iterable[Aside], text: str, end: str) -> Iterator[str]:
    """Yield what belongs to no entry as comments, but for those that the text has already."""
    present = f"\n{_lines(text)}\n" if asides else ""
    seen = set()
    for aside in asides:
        comment = _lines(aside.raw)
        plain = all(line.startswith("%") for line in comment.split("\n"))
        if not plain or begins_entry(comment):
            comment = kept_line(Kept(name=aside.what.partition(" (")[0], value=aside.raw))
        if comment and f"\n{comment}\n" not in present and comment not in seen:
            seen.add(comment)
            yield comment.replace("\n", end)


def _lines(text: str) -> str:
    """Return the lines of a text that are not empty, without the white space around them."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    pieces = []
    done = 0
    for start, stop, piece in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[done:start], piece]
        done = stop
    return "".join([*pieces, text[done:]])


def entry_text(step: Step, later: Iterable[Change] = (), end: str = "\n") -> str:
    """Return a new entry, with what later entries of the same file add to it."""
    assert step.reference is not None
    values = dict(fields_of(step.reference))
    kept = list(step.kept)
    for change in later:
        if change.status in ("added", "replaced"):
            values[change.field] = change.arrived
        elif change.status == "kept":
            kept.append(Kept(name=change.field, value=change.arrived))
    lines = [*step.incoming.comments, *(kept_line(each) for each in kept)]
    lines.append(f"@{step.reference.type}{{{step.key},")
    lines += [f"  {name:<{_WIDTH}} = {in_braces(name, value)}," for name, value in values.items()]
    return end.join([*lines, "}"])


def _edits(
    unified: Unified, span: EntrySpan, changes: Iterable[Change], end: str
) -> list[tuple[int, int, str]]:
    edits: list[tuple[int, int, str]] = []
    added: dict[str, str] = {}
    kept: list[Kept] = []
    fields = {field.name: field for field in span.fields}
    for change in changes:
        if change.status == "added":
            added[change.field] = change.arrived
        elif change.status == "kept":
            kept.append(Kept(name=change.field, value=change.arrived))
        elif change.status == "replaced" and change.field in added:
            added[change.field] = change.arrived
        elif change.status == "replaced":
            place = fields[change.field]
            edits.append((place.value, place.end, in_braces(change.field, change.arrived)))
            ours = fields.get("titletype")
            if change.field == "title" and ours and not change.arrived.startswith("["):
                edits.append(_removal(unified.text, ours))
    if added:
        edits.append(_addition(unified.text, span, added, end))
    if kept:
        lines = "".join(kept_line(each) + end for each in kept)
        start = unified.text.rfind("\n", 0, span.start) + 1
        alone = not unified.text[start : span.start].strip()
        edits.append((start, start, lines) if alone else (span.start, span.start, end + lines))
    return edits


def _addition(text: str, span: EntrySpan, added: dict[str, str], end: str) -> tuple[int, int, str]:
    """Return how fields are put behind the last one, in the manner of the entry."""
    if not span.fields:
        fields = ", ".join(f"{name} = {in_braces(name, value)}" for name, value in added.items())
        head = text[span.start : span.end - 1].rstrip()
        lead = " " if head.endswith(",") else ", "
        return span.start + len(head), span.end - 1, lead + fields
    last = span.fields[-1]
    place = last.end
    while text[place].isspace():
        place += 1
    comma = text[place] == ","
    place = place + 1 if comma else last.end
    line = text.rfind("\n", 0, last.start) + 1
    indent = text[line : last.start]
    if indent.strip() or line <= span.start:  # all on one line
        fields = ", ".join(f"{name} = {in_braces(name, value)}" for name, value in added.items())
        return place, place, f" {fields}," if comma else f", {fields}"
    equals = text.index("=", last.start + len(last.name))
    width = max(len(text[last.start : equals].rstrip()), equals - last.start - 1)
    after = " " * (last.value - equals - 1)
    before = " " if equals and text[equals - 1] == " " else ""
    lines = [
        f"{indent}{name:<{width if before else 0}}{before}={after}{in_braces(name, value)}"
        for name, value in added.items()
    ]
    body = f",{end}".join(lines)
    return place, place, f"{end}{body}," if comma else f",{end}{body}"


def _removal(text: str, field: FieldSpan) -> tuple[int, int, str]:
    """Return how a field is taken out, with its comma and its line."""
    stop = field.end
    while text[stop].isspace():
        stop += 1
    stop = stop + 1 if text[stop] == "," else field.end
    line = text.rfind("\n", 0, field.start) + 1
    after = stop
    while text[after] in " \t\r":
        after += 1
    if not text[line : field.start].strip() and text[after] == "\n":
        return line, after + 1, ""
    return field.start, stop, ""
