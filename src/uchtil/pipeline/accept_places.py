"""Where a line of a file as it would be comes from: problems are told at places that there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import yaml

from uchtil.load.yaml_text import Edit
from uchtil.problems import Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A place that there is, and whether it stands in a file of proposals."""

    where: Location
    is_proposed: bool


def moved_by(
    edits: Iterable[tuple[Edit, tuple[str, yaml.Node] | None]], text: str, where: Location
) -> Moved:
    """Return where a line of an edited text comes from.

    ``text`` is the file as it stands; an edit comes with the file and the block of which it puts
    a copy in.  Columns stay where lines only moved, since blocks are indented anew.
    """
    shift = 0
    for (start, end, put_in), origin in sorted(edits, key=lambda each: each[0][0]):
        first = text.count("\n", 0, start) + shift + 1
        lines = put_in.split("\n")
        gap = next((at for at, line in enumerate(lines) if line.strip()), 0)
        more = len(lines) - 1
        if where.line < first + (gap if more else 1):
            break
        if origin is not None and where.line <= first + more:
            file, node = origin
            top, bottom = node.start_mark.line + 1, node.end_mark.line + 1
            line = min(top + where.line - first - gap, bottom) if more else top
            return Moved(where=Location(file=file, line=line), is_proposed=True)
        shift += more - text.count("\n", start, end)
    return Moved(where=replace(where, line=where.line - shift), is_proposed=False)
