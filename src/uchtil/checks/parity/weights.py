"""The weights of blocks, by which a shorter article is made (``render.trimming``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from uchtil.checks.parity.align import Row, told_in
from uchtil.checks.parity.uses import lines_of
from uchtil.load.blocks import lone_weights
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Project
from uchtil.problems import Problems
from uchtil.render import UseKind


def check_weights(project: Project, rows: Sequence[Row], problems: Problems) -> None:
    """Tell weights that would make a shorter article wrong.

    Errors: ``wrong-weight`` (two in one block, or one outside of any), ``weights-differ``
    (between languages), ``exhibit-outweighed`` (a table or figure that would be left out
    before a block that refers to it; told once, in the first language).
    """
    for section in project.sections.values():
        for where in lone_weights(section.text, section.where):
            problems.error(
                "wrong-weight",
                "no block carries this weight",
                where,
                "write it in a line of the paragraph, list, table, figure or heading",
            )
    for row in rows:
        _compare(row, problems)
    _check_exhibits(rows, problems)


def _compare(row: Row, problems: Problems) -> None:
    for block in row.blocks.values():
        if len(block.weights) > 1:
            problems.error(
                "wrong-weight",
                f"{block.name} of `{row.section}` carries {len(block.weights)} weights",
                block.where,
                "keep one of them",
            )
            return
    weights = {code: block.weight for code, block in row.blocks.items()}
    # Most languages are taken to be right; of as many, those that carry a weight.
    counts = Counter(weights.values())
    usual = max(counts, key=lambda weight: (counts[weight], weight))
    others = [code for code, weight in weights.items() if weight == usual]
    for code, weight in weights.items():
        if weight != usual:
            should = f"write {{{{ weight({usual}) }}}}" if usual > 1 else "write no weight"
            problems.error(
                "weights-differ",
                f"{row.blocks[code].name} of `{row.section}` has weight {weight} here, "
                f"and {usual} in {told_in(others, LANGUAGE_NAMES)}",
                row.blocks[code].where,
                f"{should} here too; see {lines_of(row, others)}",
            )


def _check_exhibits(rows: Sequence[Row], problems: Problems) -> None:
    standing: dict[str, int] = {}
    for row in rows:
        for block in row.blocks.values():
            if block.exhibit:
                standing.setdefault(f"{block.kind}:{block.exhibit}", block.standing)
    for row in rows:
        code = next(iter(row.blocks))
        block = row.blocks[code]
        told: set[str] = set()
        for use in row.uses[code]:
            weight = standing.get(use.id, 1) if use.kind is UseKind.REFERENCE else 1
            if weight > block.standing and use.id not in told:
                told.add(use.id)
                kind, _, exhibit = use.id.partition(":")
                problems.error(
                    "exhibit-outweighed",
                    f"the {kind} `{exhibit}` has weight {weight}, and is referred to in "
                    f"{block.name} of `{row.section}`, which has {block.standing}",
                    use.where,
                    "a shorter article would refer to what it does not show: give both one weight",
                )
