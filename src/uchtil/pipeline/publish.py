"""What leads to the editions and tells of the build: the index and the report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uchtil.checks.evidence import Tally
from uchtil.checks.readback import FileReading
from uchtil.checks.sightings import LOCK, read_lock
from uchtil.facts import Finding, Support, support_of
from uchtil.formats.csl import style_names
from uchtil.formats.pages import FormatLink, IndexEntry, index_page
from uchtil.formats.report import report_page
from uchtil.language import language
from uchtil.model import Review
from uchtil.pipeline import places
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.listing import evidence_as_data, finding_as_data
from uchtil.pipeline.pages import MEDIA_TYPES, title_of
from uchtil.pipeline.prepare import Prepared
from uchtil.pipeline.report import Basis, details
from uchtil.problems import Problems
from uchtil.render import UseKind

if TYPE_CHECKING:
    from uchtil.checks.evidence import Tally
    from uchtil.checks.parity import Standing
    from uchtil.pipeline.check import Examined


REPORT = "report.html"
"""The report as a page."""


def write_index(
    folder: Path,
    prepared: Prepared,
    editions: Sequence[Edition],
    present: Sequence[str],
    templates: Path,
) -> None:
    """Write the page that leads to every file that there is."""
    review = prepared.project.review
    entries = []
    for edition in sorted(editions, key=lambda each: len(each.parts)):
        links = tuple(
            FormatLink(name=name.upper(), href=edition.file(name), media_type=MEDIA_TYPES[name])
            for name in MEDIA_TYPES
            if edition.file(name) in present
        )
        if not links:
            continue
        main = language(edition.parts[0])
        several = len(edition.parts) > 1
        entries.append(
            IndexEntry(
                code=edition.id,
                languages=edition.parts,
                tag="" if several else main.tag,
                endonym=" · ".join(language(code).endonym for code in edition.parts),
                title=title_of(review, edition),
                main=links[0],
                description=_about(review, edition),
                formats=links,
                heading=" · ".join(
                    language(code).terms.trilingual_edition
                    if several
                    else language(code).terms.edition
                    for code in edition.parts
                ),
            )
        )
    page = index_page(
        templates,
        entries,
        tag=language(review.languages[0]).tag,
        version=review.version,
        report=REPORT,
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


def _about(review: Review, edition: Edition) -> str:
    """Return the authors, where there are any, and the date, in the edition's languages."""
    dates = " · ".join(language(code).date(review.date) for code in edition.parts)
    authors = ", ".join(author.name[edition.parts[0]] for author in review.authors)
    return f"{authors}. {dates}" if authors else dates


def write_report(
    folder: Path,
    prepared: Prepared,
    *,
    examined: Examined,
    style: str,
    present: Sequence[str],
    readings: Mapping[str, FileReading],
    problems: Problems,
    root: Path,
    texts: Path | None,
) -> None:
    """Write ``report.json`` and ``report.html``: what the review rests on, what is wanting.

    Both hold the same.  ``root`` is the project's folder, ``texts`` that of the sources'
    full texts, where it is at hand.
    """
    project = prepared.project
    used = {use.id for use in prepared.article.uses if use.kind is UseKind.FACT}
    shown = {use.id for use in prepared.article.uses if use.kind is UseKind.REMARK}
    cited = set(prepared.article.order)
    report: dict[str, Any] = {
        "review": {
            "id": project.review.id,
            "version": project.review.version,
            "date": str(project.review.date),
            "style": style,
            "authors": len(project.review.authors),
        },
        "facts": {
            "count": len(project.facts),
            "support": _support(prepared),
            "unused": sorted(set(project.facts) - used),
        },
        "evidence": {**_tally(examined.evidence.facts), **evidence_as_data(examined.evidence)},
        "remarks": {
            "count": len(project.remarks),
            "kinds": dict(Counter(each.kind.value for each in project.remarks.values())),
            "severities": dict(Counter(each.severity.value for each in project.remarks.values())),
            "evidence": _tally(examined.evidence.remarks),
            "unused": sorted(set(project.remarks) - shown),
        },
        "readings": {
            "counts": {kind.value: examined.comparison.count(kind) for kind in Finding},
            "findings": [finding_as_data(each) for each in examined.comparison.findings],
        },
        "numbers": {
            "from_facts": examined.numbers.from_facts,
            "typed": examined.numbers.typed,
            "exceptions": examined.numbers.exceptions,
        },
        "languages": _standing(examined.languages),
        "references": {
            "count": len(prepared.references),
            "cited": len(cited),
            "uncited": sorted(set(prepared.references) - cited),
            "incomplete": {
                key: list(reference.missing)
                for key, reference in prepared.references.items()
                if reference.missing
            },
        },
        "citations": {
            name: {
                "count": len(readings[name].citations),
                "works": len({cited.work for cited in readings[name].citations}),
            }
            for name in present
            if name in readings
        },
        "explained": [
            {
                "code": problem.code,
                "reason": reason,
                "message": problem.message,
                "file": problem.where.file,
                "line": problem.where.line,
            }
            for problem, reason in problems.explained
        ],
        "outputs": list(present),
    }
    templates = places.templates_of(root)
    basis = Basis(
        prepared=prepared,
        examined=examined,
        problems=problems,
        lock=read_lock(root / LOCK, Problems()),
        texts=texts,
        style=style,
        styles=sorted(style_names(templates)),
        present=present,
        readings=readings,
    )
    report.update(details(basis))
    (folder / REPORT).write_text(report_page(templates, report), encoding="utf-8")
    text = json.dumps(report, ensure_ascii=False, indent=2)
    (folder / "report.json").write_text(text + "\n", encoding="utf-8")


def _tally(tally: Tally) -> dict[str, int]:
    """Return how the passages of facts or remarks are known."""
    return {
        "passages": tally.passages,
        "looked_up": tally.looked_up,
        "from_lock": tally.from_lock,
        "not_seen": tally.missing,
    }


def _standing(languages: Standing) -> dict[str, object]:
    """Return which texts have not followed which changes."""
    return {
        "confirmed": languages.confirmed,
        "texts": languages.texts,
        "stale": [
            {
                "section": each.section,
                "block": each.block.name,
                "language": each.language,
                "file": each.block.file,
                "line": each.block.first,
                "confirmed": each.confirmed.isoformat(),
                "changes": [
                    {
                        "language": change.language,
                        "since": change.since.isoformat(),
                        "what": change.what,
                        "file": change.where.file,
                        "line": change.where.line,
                    }
                    for change in each.changes
                ],
            }
            for each in languages.stale
        ],
    }


def _support(prepared: Prepared) -> dict[str, dict[str, int]]:
    """Count the facts of each theme by how well they are supported."""
    counts = Counter((fact.theme, support_of(fact)) for fact in prepared.project.facts.values())
    return {
        theme: {support.value: counts[(theme, support)] for support in Support}
        for theme in prepared.project.themes
    }
