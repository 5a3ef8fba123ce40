"""A shorter article: everything of more than a certain weight is left out before rendering.

Blocks carry weights (``load.blocks``): 1 is never left out, 3 is left out first.  Lines of
what is kept stay what they are, so that every problem still has its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from uchtil.language import TRANSLITERATED
from uchtil.language.prose import JINJA
from uchtil.load.blocks import Block, blocks_of
from uchtil.model import Project, Section
from uchtil.problems import Location

T = TypeVar("T")

_JINJA = re.compile(JINJA, re.DOTALL)
_HEADING = re.compile(r"#+\s+|\s*\{[#.][^{}]*\}")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_WORDS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """Something that a shorter article does without.

    ``what`` is how messages call it ("paragraph 3", "the table `lines`", "the section");
    ``words`` are its heading or its first words, empty for tables and figures.
    """

    section: str
    what: str
    words: str
    weight: int
    where: Location


def trimmed(project: Project, limit: int) -> Project:
    """Return the project without what weighs more than ``limit``.

    Sections of which nothing is left are taken out of the review.  Tables and figures are
    numbered as they are listed, so those that no text shows any more come last; whoever
    refers to one is told (``exhibit-not-shown``).
    """
    sections = {
        key: replace(section, text=_trimmed(section, limit))
        for key, section in project.sections.items()
    }
    kept = [block for section in sections.values() for block in _blocks(section)]
    filled = {
        slug
        for (slug, _), section in sections.items()
        if any(not block.level for block in _blocks(section))
    }
    shown = {(block.kind, block.exhibit) for block in kept if block.exhibit}
    return replace(
        project,
        review=replace(
            project.review,
            sections=tuple(
                slug
                for slug in project.review.sections
                # One that was not read is told elsewhere.
                if slug in filled or not any(slug == each for each, _ in sections)
            ),
        ),
        sections={key: section for key, section in sections.items() if key[0] in filled},
        tables=_first(project.tables, (name for kind, name in shown if kind == "table")),
        figures=_first(project.figures, (name for kind, name in shown if kind == "figure")),
    )


def left_out(project: Project, limit: int, language: str) -> tuple[LeftOut, ...]:
    """Return what ``trimmed`` leaves out in a language, in the order of the text.

    Of a section, or of what stands below a heading, only the heading is told.
    """
    code = TRANSLITERATED.get(language, language)
    shorter = trimmed(project, limit)
    found: list[LeftOut] = []
    for slug in project.review.sections:
        section = project.sections.get((slug, code))
        if section is None:
            continue
        blocks = _blocks(section)
        whole = (slug, code) not in shorter.sections
        below = 1 if whole else 0
        if whole and blocks:
            weight = min((block.standing for block in blocks if not block.level), default=1)
            found.append(_left_out(slug, blocks[0], "the section", weight))
        for block in blocks:
            if below and (not block.level or block.level > below or whole):
                continue
            below = 0
            if block.standing > limit:
                found.append(_left_out(slug, block, block.name, block.standing))
                below = block.level
    return tuple(found)


def _left_out(slug: str, block: Block, what: str, weight: int) -> LeftOut:
    text = _HEADING.sub("", block.text) if block.level else _JINJA.sub("…", block.text)
    words = text.split()
    more = "…" if len(words) > _WORDS and not block.level else ""
    return LeftOut(
        section=slug,
        what=what,
        words="" if block.exhibit else " ".join(words if block.level else words[:_WORDS]) + more,
        weight=weight,
        where=block.where,
    )


def _blocks(section: Section) -> tuple[Block, ...]:
    return blocks_of(section.text, section.where)


def _trimmed(section: Section, limit: int) -> str:
    """Return the text with blank lines instead of what is left out."""
    blocks = _blocks(section)
    gone = [block for block in blocks if block.standing > limit]
    if not gone:
        return section.text
    kept = [block for block in blocks if block.standing <= limit]
    # A note that no kept block leads to goes with the block that did.
    led = {mark for block in kept if block.kind != "note" for mark in _NOTE.findall(block.text)}
    gone += [block for block in kept if block.kind == "note" and _mark(block) not in led]
    start = max(section.where.line, 1)
    lines = section.text.split("\n")
    for block in gone:
        for line in range(block.first, block.last + 1):
            lines[line - start] = ""
    return "\n".join(lines)


def _mark(note: Block) -> str:
    return note.text.partition(":")[0]


def _first(listed: Mapping[str, T], names: Iterable[str]) -> dict[str, T]:
    """Return a mapping with the values of these names before all others."""
    wanted = frozenset(names)
    return {key: listed[key] for key in sorted(listed, key=lambda each: each not in wanted)}
