"""The texts of a review that rest on facts or counts: paragraphs in each language, and remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uchtil.checks.parity.align import Row
from uchtil.checks.parity.lock import fingerprint
from uchtil.language.prose import JINJA
from uchtil.model import Project, Remark
from uchtil.problems import Location
from uchtil.render import Article, UseKind
from uchtil.render.uses import Counted, Use

REMARKS = "remarks"
"""What the texts of remarks are confirmed as: they stand in no section of their own."""

_SHOWN = 90
_JINJA = re.compile(JINJA, re.DOTALL)
_MARK_UP = re.compile(r"^#+ |[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}|^[-*+] ")
_LEFT_OUT = re.compile(r"…(?:\s*…)+")
_RESTING = (UseKind.FACT, UseKind.NUMBER)


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A text in one language, where it begins, the facts and the counts that it rests on."""

    section: str
    language: str
    name: str
    """How messages call it: "paragraph 3"."""
    text: str
    where: Location
    facts: tuple[str, ...]
    counts: Mapping[str, Counted] = field(default_factory=dict)
    """By name: "source_count"."""

    @property
    def key(self) -> tuple[str, str]:
        """By what it is found again, wherever it was moved: its language and its words."""
        return self.language, fingerprint(self.text)

    @property
    def words(self) -> str:
        """Its first words, without what is printed of facts between them."""
        plain = _LEFT_OUT.sub("…", _MARK_UP.sub("", _JINJA.sub("…", self.text)))
        if len(plain) <= _SHOWN:
            return plain
        return f"{plain[:_SHOWN].rsplit(' ', 1)[0].rstrip(' …')} …"


def paragraphs_of(project: Project, article: Article, rows: Sequence[Row]) -> tuple[Paragraph, ...]:
    """Return the texts that rest on facts: language by language, in the order of the article.

    A table or a figure is none: it prints what its facts say now.
    """
    found = []
    for code in project.review.languages:
        for row in rows:
            block = row.blocks.get(code)
            uses = row.uses.get(code, ())
            facts, counts = _facts(uses, project), _counts(uses)
            if block is not None and block.is_written and (facts or counts):
                found.append(
                    Paragraph(
                        section=row.section,
                        language=code,
                        name=block.name,
                        text=block.text,
                        where=block.where,
                        facts=facts,
                        counts=counts,
                    )
                )
        own = [use for use in article.uses if use.language == code and use.section == REMARKS]
        for remark in project.remarks.values():
            found += _of_remark(remark, code, project, own)
    return tuple(found)


def _of_remark(
    remark: Remark, code: str, project: Project, used: Sequence[Use]
) -> Iterator[Paragraph]:
    """Yield what a remark says: both texts rest on the facts that it is about."""
    for name, texts in (("statement", remark.statement), ("handling", remark.handling)):
        where = remark.places.get(f"{name}.{code}", remark.where)
        text = " ".join(texts[code].split())
        uses = [
            use
            for use in used
            if use.where.file == where.file
            and where.line <= use.where.line <= where.line + texts[code].count("\n")
        ]
        about = [each for each in remark.facts if each in project.facts]
        facts = tuple(dict.fromkeys((*about, *_facts(uses, project))))
        counts = _counts(uses)
        if facts or counts:
            yield Paragraph(
                section=REMARKS,
                language=code,
                name=f"the {name} of `{remark.id}`",
                text=text,
                where=where,
                facts=facts,
                counts=counts,
            )


def _facts(uses: Sequence[Use], project: Project) -> tuple[str, ...]:
    ids = dict.fromkeys(use.id for use in uses if use.kind in _RESTING)
    return tuple(each for each in ids if each in project.facts)


def _counts(uses: Sequence[Use]) -> dict[str, Counted]:
    return {use.counted.name: use.counted for use in uses if use.counted is not None}
