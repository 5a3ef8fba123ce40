"""From a review that has been read and rendered to what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from uchtil.bibliography import Reference, csl_json
from uchtil.changes.lines import Lines
from uchtil.changes.said import (
    EvidenceSaid,
    FactSaid,
    Lag,
    ReferenceSaid,
    Said,
    SectionSaid,
    SourceSaid,
    Stamp,
    TextSaid,
    ValueSaid,
)
from uchtil.facts import support_of
from uchtil.language import language, locale_tag
from uchtil.model import Evidence, Fact, Localised, Project, Quantity, Review
from uchtil.model.records import text_in
from uchtil.render import Article, UseKind

CHANGES = "what-changed"
"""The section that tells what changed: it is made, and so no part of what is compared."""

_GAP = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def paragraphs_of(markdown: str) -> tuple[str, ...]:
    """Return a text's pieces between blank lines, without white space around them."""
    return tuple(each.strip() for each in _GAP.split(markdown.strip()) if each.strip())


def stamps_of(project: Project, article: Article, base: Said | None) -> dict[str, Stamp]:
    """Return in which version each section last changed, in any language.

    It is this one where the rendered text is not that of ``base``, the release before.
    """
    review = project.review
    now = Stamp(version=review.version, date=str(review.date))
    return {
        slug: now
        if base is None or slug not in base.stamps or _changed(slug, review, article, base)
        else base.stamps[slug]
        for slug in review.sections
    }


def _changed(slug: str, review: Review, article: Article, base: Said) -> bool:
    for code in review.languages:
        now = [each for each in article.parts[code].sections if each.slug == slug]
        before = [
            each for text in [base.texts.get(code)] if text for each in text.sections
            if each.slug == slug
        ]  # fmt: skip
        if len(now) != len(before):
            return True
        if any(
            paragraphs_of(one.markdown) != other.markdown
            for one, other in zip(now, before, strict=True)
        ):
            return True
    return False


def freeze(
    project: Project,
    article: Article,
    references: Mapping[str, Reference],
    lines: Lines,
    *,
    style: str,
    base: Said | None,
    name: str = "",
    lags: Sequence[Lag] = (),
) -> Said:
    """Return all that a review says; ``base`` is the release before it."""
    review = project.review
    used = {use.id for use in article.uses if use.kind is UseKind.FACT}
    facts = facts_said(project, used)
    items = {each["id"]: each for each in csl_json(references.values())}
    printed = {line.id: (number, line) for number, line in enumerate(lines.references, 1)}
    listed = [*printed, *sorted(set(references) - set(printed))]
    return Said(
        review=review.id,
        version=review.version,
        date=str(review.date),
        style=style,
        languages=review.languages,
        texts={code: _text(review, article, lines, code) for code in lines.sections},
        facts=facts,
        sources={
            key: SourceSaid(
                key=key,
                label=_texts(source.label, review),
                language=source.language,
                fingerprint=source.fingerprint,
            )
            for key, source in project.sources.items()
        },
        references={
            key: ReferenceSaid(
                key=key,
                number=printed[key][0] if key in printed else 0,
                csl=items[key],
                language=locale_tag(references[key].language),
                line=printed[key][1] if key in printed else None,
            )
            for key in listed
        },
        stamps=stamps_of(project, article, base),
        name=name or review.version,
        lags=tuple(lags),
    )


def facts_said(project: Project, used: set[str] | frozenset[str]) -> dict[str, FactSaid]:
    """Return the facts with their readings in words; ``used`` are those that prose uses."""
    return {fact.id: _fact(project, fact, used=fact.id in used) for fact in project.facts.values()}


def _text(review: Review, article: Article, lines: Lines, code: str) -> TextSaid:
    here = language(code)
    part = article.parts[code]
    parts = (here.date(review.date), f"{here.terms.version} {review.version}", review.licence)
    return TextSaid(
        title=text_in(review.title, code),
        short_title=text_in(review.short_title or {}, code),
        authors=tuple(
            "; ".join(filter(None, (text_in(each.name, code), text_in(each.affiliation, code))))
            for each in review.authors
        ),
        issue=" · ".join(each for each in parts if each),
        keywords=part.keywords,
        abstract_markdown=paragraphs_of(part.abstract),
        abstract=lines.abstracts[code],
        sections=tuple(
            SectionSaid(
                slug=each.slug,
                markdown=paragraphs_of(each.markdown),
                lines=lines.sections[code][each.slug],
            )
            for each in part.sections
            if each.slug != CHANGES or CHANGES in review.sections
        ),
    )


def _fact(project: Project, fact: Fact, *, used: bool) -> FactSaid:
    review = project.review
    return FactSaid(
        id=fact.id,
        kind=fact.kind.value,
        theme=fact.theme,
        date=str(fact.date or ""),
        value=_value(fact.value),
        status=fact.status.value if fact.status else "",
        indicator=fact.indicator or "",
        names=fact.names,
        tags=tuple(sorted(fact.tags)),
        support=support_of(fact).value,
        used=used,
        label=_texts(fact.label, review),
        statement=_texts(fact.statement, review),
        resolution=_texts(fact.resolution, review),
        printed={
            code: reading for code in review.languages if (reading := _reading(project, fact, code))
        },
        evidence=tuple(map(_evidence, fact.evidence)),
    )


def _texts(texts: Localised | None, review: Review) -> dict[str, str]:
    return {code: text_in(texts, code) for code in review.languages} if texts else {}


def _value(quantity: Quantity | None) -> ValueSaid | None:
    if quantity is None:
        return None
    return ValueSaid(
        amount=str(quantity.amount),
        unit=quantity.unit,
        scale=quantity.scale.value,
        upper="" if quantity.upper is None else str(quantity.upper),
        bound=quantity.bound.value,
    )


def _evidence(evidence: Evidence) -> EvidenceSaid:
    return EvidenceSaid(
        source=evidence.source,
        anchor=evidence.anchor,
        paragraph=evidence.paragraph or 0,
        date=str(evidence.date or ""),
        value=_value(evidence.value),
        status=evidence.status.value if evidence.status else "",
        cites=evidence.cites,
    )


def _reading(project: Project, fact: Fact, code: str) -> str:
    """Return what a fact says in words; a plan is told as such, a result is only told."""
    here = language(code)
    said = [here.date(fact.date)] if fact.date else []
    if fact.value:
        unit = project.units.get(fact.value.unit)
        said.append(here.value(fact.value, unit) if unit else here.number(fact.value))
    if fact.status and fact.status.value != "actual":
        said.append(here.terms.status(fact.status))
    return ", ".join(said)
