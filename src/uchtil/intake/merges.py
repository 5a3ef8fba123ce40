"""The file of entries that wait: written for people, who say what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uchtil.load.merges import FOLDER
from uchtil.load.schema_line import schema_line
from uchtil.load.yaml_text import scalar

_HEAD = """\
# Entries of {arrived} that are not in the bibliography: what they are is for you to say.
# Write behind `is` the key of the work that an entry is, `new`, or `leave`; fill in what is empty
# (""), and mend the entry where `why` tells what is wrong with it; `take: [title]` lets an arriving
# field replace ours, `decline: [date]` keeps one from being added. Then run
# `./build.py accept merges/{name}`: what is taken over is marked `done: yes`, and is not asked
# about again.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """An entry that is to wait, or of which a person's ``answer`` is to be remembered."""

    id: str
    why: tuple[str, ...]
    entry: str
    answer: str = ""
    done: bool = False
    lacks_language: bool = False
    decline: tuple[str, ...] = ()


def merge_name(arrived: str, taken: Sequence[str]) -> str:
    """Return what the file is called that holds entries of a bibliography that arrived."""
    stem = arrived.rpartition(".")[0].lower()
    base = re.sub(r"[^a-z0-9]+", "-", stem).strip("-") or "bibliography"
    name, number = base, 1
    while f"{FOLDER}/{name}.yaml" in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def merges_text(name: str, arrived: str, waits: Sequence[Wait]) -> str:
    """Return the text of a file of entries that wait."""
    lines = [schema_line(f"{FOLDER}/{name}.yaml", "merges")]
    lines.append(_HEAD.format(arrived=scalar(arrived), name=name) + f"file: {scalar(arrived)}")
    lines.append("entries:")
    for wait in waits:
        lines += _lines(wait)
    return "\n".join(lines) + "\n"


def _lines(wait: Wait) -> Iterator[str]:
    yield f"  - id: {scalar(wait.id)}"
    yield f"    done: {'yes' if wait.done else 'no'}"
    yield f"    is: {scalar(wait.answer) if wait.answer else _BLANK}"
    if wait.lacks_language:
        yield f"    langid: {_BLANK}"
    if wait.decline:
        yield f"    decline: [{', '.join(wait.decline)}]"
    yield "    why:"
    yield from (f"      - {scalar(each)}" for each in wait.why)
    yield "    entry: |"
    yield from (f"      {line.strip()}" for line in wait.entry.splitlines()[:1])
    yield from (f"      {line}".rstrip() for line in wait.entry.splitlines()[1:])


_BLANK = '""'
