"""Which paragraphs, in which language, rest on facts that changed: they are to be read again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from uchtil.model import Project
from uchtil.problems import Location
from uchtil.render import Article, UseKind

_SHOWN = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Reread:
    """A paragraph that rests on changed facts: where it begins, its first words, the facts."""

    language: str
    section: str
    where: Location
    words: str
    facts: tuple[str, ...]

    def as_data(self) -> dict[str, object]:
        """Return it as plain data."""
        return {
            "language": self.language,
            "section": self.section,
            "file": self.where.file,
            "line": self.where.line,
            "words": self.words,
            "facts": list(self.facts),
        }


def affected(project: Project, article: Article, facts: Collection[str]) -> tuple[Reread, ...]:
    """Return the paragraphs that use any of the facts, in the order of the article.

    A paragraph is found by its lines: those between empty ones, in the file of its section.
    """
    texts = {each.where.file: each.text for each in project.sections.values()}
    starts = {each.where.file: max(each.where.line, 1) for each in project.sections.values()}
    found: dict[tuple[str, int], tuple[str, str, str, dict[str, None]]] = {}
    for use in article.uses:
        if use.kind not in (UseKind.FACT, UseKind.NUMBER) or use.id not in facts:
            continue
        file = use.where.file
        line, words = use.where.line, ""
        if file in texts:
            line, words = _paragraph(texts[file], use.where.line, starts[file])
        entry = found.setdefault((file, line), (use.language, use.section, words, {}))
        entry[3][use.id] = None
    return tuple(
        Reread(
            language=language,
            section=section,
            where=Location(file=file, line=line),
            words=words,
            facts=tuple(ids),
        )
        for (file, line), (language, section, words, ids) in found.items()
    )


def _paragraph(text: str, line: int, start: int) -> tuple[int, str]:
    """Return the first line of the paragraph that a line is in, and its first words."""
    lines = text.split("\n")
    at = min(max(line - start, 0), len(lines) - 1)
    while at > 0 and lines[at - 1].strip():
        at -= 1
    shown = lines[at].strip()
    return at + start, shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rsplit(' ', 1)[0]}…"
