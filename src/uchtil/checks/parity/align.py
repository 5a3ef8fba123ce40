"""The blocks of several languages side by side, by what stands in them.

A block that is missing in one language must not set all later ones against their
neighbours; so blocks are matched by kind and by what they use, not by their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from uchtil.load.blocks import PARAGRAPH, Block, blocks_of
from uchtil.model import Project
from uchtil.render import Article, UseKind
from uchtil.render.article import ABSTRACT, FURTHER_ABSTRACTS
from uchtil.render.uses import Use

A = TypeVar("A")
B = TypeVar("B")

_TELLING = (UseKind.FACT, UseKind.WORK, UseKind.NUMBER, UseKind.REMARK, UseKind.REFERENCE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One block in every language that has it, and what it uses there."""

    section: str
    blocks: Mapping[str, Block]
    uses: Mapping[str, tuple[Use, ...]]
    """By language, in the order of the text."""


def rows_of(project: Project, article: Article) -> tuple[Row, ...]:
    """Set the blocks of all languages side by side, section by section.

    The abstracts are compared like sections of their names.
    """
    uses: dict[tuple[str, str, str], list[Use]] = {}
    for use in (*article.uses, *article.unprinted):
        uses.setdefault((use.section, use.language, use.where.file), []).append(use)
    rows: list[Row] = []
    for section in (ABSTRACT, *FURTHER_ABSTRACTS.values(), *project.review.sections):
        lines: list[dict[str, Block]] = []
        taken: dict[tuple[str, int], tuple[Use, ...]] = {}
        for code in project.review.languages:
            blocks = _blocks(project, section, code)
            for block in blocks:
                own = uses.get((section, code, block.file), ())
                taken[code, block.first] = tuple(
                    use for use in own if block.first <= use.where.line <= block.last
                )
            lines = _merge(lines, code, blocks, taken)
        rows += [
            Row(
                section=section,
                blocks=line,
                uses={code: taken[code, block.first] for code, block in line.items()},
            )
            for line in lines
        ]
    return tuple(rows)


def _blocks(project: Project, section: str, code: str) -> tuple[Block, ...]:
    if section == ABSTRACT:
        review = project.review
        return blocks_of(review.abstract[code], review.place("abstract", code))
    for field, name in FURTHER_ABSTRACTS.items():
        if section == name:
            texts = project.review.further_abstracts.get(field)
            return blocks_of(texts[code], project.review.place(field, code)) if texts else ()
    written = project.sections.get((section, code))
    return blocks_of(written.text, written.where) if written else ()


def _merge(
    lines: list[dict[str, Block]],
    code: str,
    blocks: Sequence[Block],
    taken: Mapping[tuple[str, int], tuple[Use, ...]],
) -> list[dict[str, Block]]:
    """Return the lines with the blocks of one more language beside them."""
    told = {
        key: Counter((use.kind, use.id) for use in uses if use.kind in _TELLING)
        for key, uses in taken.items()
    }

    def alike(line: Mapping[str, Block], block: Block) -> float:
        return max(
            _alike(other, block, told[language, other.first], told[code, block.first])
            for language, other in line.items()
        )

    return [
        {**(line or {}), **({code: block} if block else {})}
        for line, block in align(lines, blocks, alike)
    ]


def _alike(
    one: Block,
    other: Block,
    uses: Counter[tuple[UseKind, str]],
    others: Counter[tuple[UseKind, str]],
) -> float:
    """Return how well two blocks of different languages match; 0 where they cannot."""
    if (one.kind, one.exhibit) != (other.kind, other.exhibit):
        return 0
    if one.kind != PARAGRAPH and not uses and not others:
        return 1
    if not uses and not others:
        shorter, longer = sorted((len(one.text), len(other.text)))
        return 0.5 + shorter / longer / 2
    return 0.2 + 2.8 * (uses & others).total() / (uses | others).total()


def align(
    ones: Sequence[A], others: Sequence[B], alike: Callable[[A, B], float]
) -> list[tuple[A | None, B | None]]:
    """Pair the members of two sequences in their order so that the pairs are most alike.

    ``alike`` is positive for what may be paired.  What has no match stands by itself.
    """
    height, width = len(ones), len(others)
    # best[i][j]: the likeness of the best pairing of all from ones[i] and others[j] on
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    likeness = [[alike(one, other) for other in others] for one in ones]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            apart = max(best[i + 1][j], best[i][j + 1])
            value = likeness[i][j]
            best[i][j] = max(apart, value + best[i + 1][j + 1]) if value > 0 else apart
    pairs: list[tuple[A | None, B | None]] = []
    i = j = 0
    while i < height and j < width:
        if likeness[i][j] > 0 and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((ones[i], others[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((ones[i], None))
            i += 1
        else:
            pairs.append((None, others[j]))
            j += 1
    pairs += [(one, None) for one in ones[i:]]
    pairs += [(None, other) for other in others[j:]]
    return pairs


def told_in(languages: Iterable[str], names: Mapping[str, str]) -> str:
    """Return languages as a message names them: "Uzbek and Russian"."""
    listed = [names.get(code, code) for code in languages]
    return " and ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))
