"""The whole article in every language, as Markdown, with what it used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from uchtil.bibliography import Reference
from uchtil.language import language
from uchtil.load.blocks import without_weights
from uchtil.model import Project
from uchtil.model.records import Broken
from uchtil.problems import Location, Problems
from uchtil.render.cyrillic import LATIN, writing_of
from uchtil.render.environment import make_environment, render_text
from uchtil.render.exhibits import Exhibits
from uchtil.render.prose import Prose
from uchtil.render.remarks import render_remarks
from uchtil.render.uses import Use, UseKind

ABSTRACT = "abstract"
"""What is used in the abstract is used in a section of this name."""
FURTHER_ABSTRACTS = {"abstract_short": "abstract-short", "abstract_long": "abstract-long"}
"""So it is with the abstracts of other lengths: their sections by field."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderedSection:
    """One section as Markdown, with the file it was written in."""

    slug: str
    markdown: str
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """The article in one language: what its editions print."""

    language: str
    title: str
    abstract: str
    """Markdown."""
    abstract_short: str = ""
    """Markdown; empty where the review has none.  No ordinary edition prints it."""
    abstract_long: str = ""
    """The same for a long one."""
    keywords: tuple[str, ...]
    sections: tuple[RenderedSection, ...]
    remarks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The texts of all remarks as Markdown, by id and field: also those that nothing shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """The article in all languages, ready for pandoc."""

    parts: Mapping[str, Part]
    """By the code of the language, or of the edition that is made from one (``uz-cyrl``)."""
    uses: tuple[Use, ...]
    order: tuple[str, ...]
    """Keys of the cited works in the order of first use, the same for all languages."""
    unprinted: tuple[Use, ...] = ()
    """What only the short and the long abstract use, which no ordinary edition prints."""


def render_article(
    project: Project,
    references: Mapping[str, Reference],
    problems: Problems,
    broken: Broken = MappingProxyType({}),
) -> Article:
    """Render every section in every language; problems are collected, not raised.

    ``broken`` are the ids of what could not be read (by ``facts``, ``names``, ``remarks``,
    ``tables``, ``figures``, ``references``): told already, they are not told again where
    prose uses them.
    """
    environment = make_environment()
    exhibits = Exhibits(project=project, references=references)
    parts: dict[str, Part] = {}
    uses: list[Use] = []
    unprinted: list[Use] = []
    by_language: list[tuple[list[Use], str]] = []
    for code in project.review.languages:
        prose = Prose(
            project=project,
            references=references,
            language=language(code),
            exhibits=exhibits,
            problems=problems,
            broken=broken,
        )
        prose.remark_texts = render_remarks(environment, prose)
        functions = prose.functions()
        prose.section, prose.place = ABSTRACT, project.review.place("abstract", code)
        abstract = render_text(
            environment, project.review.abstract[code], functions, prose.place, problems
        )
        printed, prose.uses = prose.uses, []
        further = {}
        for name, written in project.review.further_abstracts.items():
            prose.section = FURTHER_ABSTRACTS[name]
            prose.place = project.review.place(name, code)
            further[name] = render_text(
                environment, written[code], functions, prose.place, problems
            )
        unprinted += prose.uses
        prose.uses = printed
        sections = []
        failed = []
        for slug in project.review.sections:
            section = project.sections.get((slug, code))
            if section is None:
                continue
            prose.section, prose.place = slug, section.where
            before = len(problems)
            text = without_weights(section.text)
            markdown = render_text(environment, text, functions, prose.place, problems)
            if len(problems) > before:
                failed.append(section.text)
            sections.append(RenderedSection(slug=slug, markdown=markdown, where=section.where))
        parts[code] = Part(
            language=code,
            title=project.review.title[code],
            abstract=abstract,
            **further,
            keywords=project.review.keywords[code],
            sections=tuple(sections),
            remarks={key: text.markdown for key, text in prose.remark_texts.items()},
        )
        uses += prose.uses
        by_language.append((prose.uses, "\n".join(failed)))
    for each, texts in by_language:
        others = [use for other, _ in by_language if other is not each for use in other]
        _check_exhibits(each, texts, _shown(others), problems)
    for code in project.review.transliterated:
        if LATIN in parts:
            parts[code] = _in_cyrillic(code, parts[LATIN], project)
    return Article(parts=parts, uses=tuple(uses), order=_order(uses), unprinted=tuple(unprinted))


def _shown(uses: list[Use]) -> frozenset[str]:
    """Return the tables and figures that texts show, as references name them."""
    kinds = (UseKind.TABLE, UseKind.FIGURE)
    return frozenset(f"{use.kind.value}:{use.id}" for use in uses if use.kind in kinds)


def _in_cyrillic(code: str, part: Part, project: Project) -> Part:
    """Return the part of an edition that is made from another's text by transliteration."""
    writing = writing_of(project)
    return Part(
        language=code,
        title=writing.cyrillic(part.title),
        abstract=writing.cyrillic_markdown(part.abstract),
        abstract_short=writing.cyrillic_markdown(part.abstract_short),
        abstract_long=writing.cyrillic_markdown(part.abstract_long),
        keywords=tuple(map(writing.cyrillic, part.keywords)),
        sections=tuple(
            replace(each, markdown=writing.cyrillic_markdown(each.markdown))
            for each in part.sections
        ),
    )


def _check_exhibits(
    uses: list[Use], failed: str, elsewhere: frozenset[str], problems: Problems
) -> None:
    """Tell of a table or figure that is shown twice in one text, or only referred to.

    What is shown ``elsewhere``, in other languages, is told to be missing where it should
    stand (``missing-paragraph``), and not here.  ``failed`` are the texts in which something
    was wrong: what they name by id may be an exhibit that would be shown but for that
    (``tabel("x")``), and is not told again.
    """
    # The table or figure that a wrong id was meant for is not known.
    misnamed = {each.where.file for each in problems.errors if each.code == "unknown-exhibit"}
    shown: dict[str, Use] = {}
    for use in uses:
        if use.kind not in (UseKind.TABLE, UseKind.FIGURE):
            continue
        first = shown.setdefault(f"{use.kind.value}:{use.id}", use)
        if first is not use:
            problems.error(
                "exhibit-shown-twice",
                f"the {use.kind.value} `{use.id}` is already shown at {first.where}",
                use.where,
                f'write {{{{ ref("{use.kind.value}:{use.id}") }}}} to refer to it',
            )
    for use in uses:
        if use.kind is not UseKind.REFERENCE or use.where.file in misnamed:
            continue
        if use.id not in shown and use.id not in elsewhere:
            kind, _, exhibit = use.id.partition(":")
            if f'"{exhibit}"' in failed or f"'{exhibit}'" in failed:
                continue
            problems.error(
                "exhibit-not-shown",
                f"the {kind} `{exhibit}` is referred to, but this text does not show it",
                use.where,
                f'write {{{{ {kind}("{exhibit}") }}}} on a line of its own',
            )


def _order(uses: list[Use]) -> tuple[str, ...]:
    """Return the cited works by first use.

    The first language leads; a work that only another language cites follows, so that
    every edition can give every work the same number.
    """
    return tuple(dict.fromkeys(use.id for use in uses if use.kind is UseKind.WORK))
