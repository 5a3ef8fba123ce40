"""The facts, the sources and the bibliography against each other."""

from __future__ import annotations

from collections.abc import Mapping

from uchtil.bibliography import Reference, tell_missing
from uchtil.facts import readings_clash
from uchtil.model import Project
from uchtil.problems import Problems, did_you_mean


def check_content(
    project: Project, references: Mapping[str, Reference], problems: Problems
) -> None:
    """Check what no single file can tell by itself."""
    _check_keys(project, references, problems)
    _check_resolutions(project, problems)
    _check_authors(project, problems)
    tell_missing(references, problems)


def _check_keys(
    project: Project, references: Mapping[str, Reference], problems: Problems
) -> None:
    """Every source and every work that a source cites stands in the bibliography."""
    for source in project.sources.values():
        if source.key not in references:
            problems.error(
                "unknown-key",
                f"unknown key `{source.key}`",
                source.where,
                did_you_mean(source.key, references)
                or "add the work to bibliography/references.bib",
            )
    for fact in project.facts.values():
        for evidence in fact.evidence:
            for key in evidence.cites:
                if key not in references:
                    problems.error(
                        "unknown-key",
                        f"unknown key `{key}`",
                        evidence.where,
                        did_you_mean(key, references)
                        or "add the work to bibliography/references.bib",
                    )


def _check_resolutions(project: Project, problems: Problems) -> None:
    """A contested fact is printed only with a resolution in every language."""
    for fact in project.facts.values():
        clashing = [e.source for e in fact.evidence if readings_clash(fact, e)]
        if clashing and fact.resolution is None:
            problems.error(
                "contested-fact",
                f"fact `{fact.id}` is contested: {', '.join(clashing)} gives another reading",
                fact.where,
                "add a `resolution` in every language that says which reading is followed and why",
            )


def _check_authors(project: Project, problems: Problems) -> None:
    """A review without an author builds, and says so once."""
    if not project.review.authors:
        problems.notice(
            "no-author",
            "the review has no named author",
            project.review.where,
            "give `authors` with name and affiliation in every language, ORCID and e-mail",
        )
