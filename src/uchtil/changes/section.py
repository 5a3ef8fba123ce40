"""The section of the article that tells readers what changed since the release before.

It is made where ``content/review.yaml`` says ``changes: true`` and there is a release older than
the version that is printed; it stands last, in every language and script.  It tells of facts
that the review uses; words and numbers are those that each version printed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from uchtil.bibliography import Reference
from uchtil.changes.compare import FactChange, How, compare_facts
from uchtil.changes.freeze import CHANGES, facts_said, stamps_of
from uchtil.changes.said import FactSaid, Said
from uchtil.language import TRANSLITERATED, language
from uchtil.model import Project, When
from uchtil.problems import Location
from uchtil.render import Article, RenderedSection, UseKind
from uchtil.render.cyrillic import writing_of
from uchtil.render.markdown import escape

READERS = (
    ("new", (How.ADDED,)),
    ("corrected", (How.CORRECTED,)),
    ("sharpened", (How.SHARPENED,)),
    ("contested", (How.CONTESTED,)),
    ("withdrawn", (How.REMOVED,)),
)
"""What readers are told of facts, by the name of its heading in ``NewsWords``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ground:
    """What the section is made of, in any language."""

    project: Project
    article: Article
    references: Mapping[str, Reference]
    base: Said
    changes: tuple[FactChange, ...]


def with_section(
    project: Project, article: Article, references: Mapping[str, Reference], base: Said
) -> Article:
    """Return the article with the section at its end, compared with ``base``."""
    if CHANGES in project.review.sections:
        return article  # a section of that name is the author's own
    used = {use.id for use in article.uses if use.kind is UseKind.FACT}
    changes = compare_facts(base.facts, facts_said(project, used))
    ground = _Ground(
        project=project, article=article, references=references, base=base, changes=changes
    )
    where = Location(file=f"releases/{base.name}.json")
    parts = dict(article.parts)
    for code in project.review.languages:
        lines = _markdown(ground, code)
        section = RenderedSection(slug=CHANGES, markdown="\n".join(lines) + "\n", where=where)
        parts[code] = replace(parts[code], sections=(*parts[code].sections, section))
        for script in project.review.transliterated:
            if TRANSLITERATED[script] == code:
                turned = writing_of(project).cyrillic_markdown(section.markdown)
                made = replace(section, markdown=turned)
                parts[script] = replace(parts[script], sections=(*parts[script].sections, made))
    return replace(article, parts=parts)


def told(
    changes: tuple[FactChange, ...], code: str
) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield what readers are told of: (the name of its heading, [(fact, now, before)]).

    Only of what the review uses, or used; each fact is told once, by what matters most.
    """
    seen: set[str] = set()
    for name, hows in READERS:
        rows = []
        for each in changes:
            fact = each.new or each.old
            if fact is None or each.id in seen or not set(hows) & set(each.how):
                continue
            if not any(said.used for said in (each.old, each.new) if said):
                continue
            seen.add(each.id)
            was = each.old.printed.get(code, "") if each.old and each.new else ""
            now = fact.printed.get(code, "")
            rows.append((words_of(fact, code), now, was if was != now else ""))
        if rows:
            yield name, rows


def words_of(fact: FactSaid, code: str) -> str:
    """Return what a fact is called in a language: its label, else what it says."""
    return (fact.label.get(code) or fact.statement.get(code, fact.id)).rstrip(".")


def _markdown(ground: _Ground, code: str) -> Iterator[str]:
    here = language(code)
    project, article, base = ground.project, ground.article, ground.base
    words = here.terms.news
    yield from (f"# {escape(words.title)}", "", escape(words.since(base.version)), "")
    nothing = True
    for name, rows in told(ground.changes, code):
        nothing = False
        yield from (f"## {escape(getattr(words, name))}", "")
        for label, now, was in rows:
            reading = f": {escape(now)}" if now else ""
            before = f" ({escape(words.was(was))})" if was else ""
            yield f"- {escape(label)}{reading}{before}"
        yield ""
    works = [key for key in article.order if not _was_cited(key, base)]
    if works:
        nothing = False
        yield from (f"## {escape(words.works)}", "")
        yield from (f"- {escape(ground.references[key].title or key)}" for key in works)
        yield ""
    if nothing:
        yield from (escape(words.nothing), "")
    yield from (f"## {escape(words.sections)}", "")
    headings = {each.slug: _heading(each) for each in article.parts[code].sections}
    for slug, stamp in stamps_of(project, article, base).items():
        day = here.date(When.parse(datetime.date.fromisoformat(stamp.date).isoformat()))
        version = escape(f"{here.terms.version} {stamp.version}, {day}")
        yield f"- {headings.get(slug, escape(slug))}: {version[:1].lower()}{version[1:]}"


def _was_cited(key: str, base: Said) -> bool:
    return key in base.references and base.references[key].number > 0


_HEADING = re.compile(r"^#\s+(.*?)(?:\s*\{[^{}]*\})?\s*$", re.MULTILINE)


def _heading(section: RenderedSection) -> str:
    """Return the heading of a section as it is written in Markdown."""
    found = _HEADING.search(section.markdown)
    return found[1] if found else escape(section.slug)
