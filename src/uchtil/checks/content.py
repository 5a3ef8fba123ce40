"""The facts, the sources and the bibliography against each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from uchtil.bibliography import Crosswalk, Reference, tell_missing
from uchtil.facts import select_facts, select_remarks
from uchtil.model import Fact, Figure, Project
from uchtil.model.records import Broken, is_broken
from uchtil.problems import Location, Problems, did_you_mean
from uchtil.render.criticism import disagreements

_NOTHING: Broken = MappingProxyType({})


def check_content(
    project: Project,
    references: Mapping[str, Reference],
    styles: Collection[str],
    problems: Problems,
    broken: Broken = _NOTHING,
    *,
    crosswalk: Crosswalk | None = None,
) -> None:
    """Check what no single file can tell by itself; ``styles`` are the known styles' names.

    ``broken`` are the ids of what could not be read: told already, not told again here.
    """
    _check_style(project, styles, problems)
    _check_keys(project, references, problems, broken)
    if not broken.get("facts"):  # what could not be read might be what is selected
        _check_exhibits(project, bool(broken.get("remarks")), problems)
    _check_networks(project, crosswalk, problems)
    _check_authors(project, problems)
    tell_missing(references, problems)


def _check_keys(
    project: Project, references: Mapping[str, Reference], problems: Problems, broken: Broken
) -> None:
    """Every source, and every work that a source cites or a remark names, has an entry."""
    for source in project.sources.values():
        if source.key not in references and not is_broken(broken, "references", source.key):
            problems.error(
                "unknown-key",
                f"unknown key `{source.key}`",
                source.where,
                did_you_mean(source.key, references)
                or "add the work to bibliography/references.bib",
            )
    named = [
        (key, evidence.where)
        for fact in project.facts.values()
        for evidence in fact.evidence
        for key in evidence.cites
    ]
    for remark in project.remarks.values():
        where = remark.places.get("references", remark.where)
        named += [(key, where) for key in remark.references]
    for key, where in named:
        if key not in references and not is_broken(broken, "references", key):
            problems.error(
                "unknown-key",
                f"unknown key `{key}`",
                where,
                did_you_mean(key, references) or "add the work to bibliography/references.bib",
            )


def _check_exhibits(project: Project, remarks_unread: bool, problems: Problems) -> None:
    """Check that what is selected can be shown: there is something, on one axis.

    Nothing is told of an exhibit that selects by something unknown: that was told.
    """
    facts = project.facts.values()
    unsure = _unsure(project, problems)
    for table in project.tables.values():
        if table.where in unsure:
            continue
        of_facts = table.kind in ("facts", "matrix")
        if of_facts and not select_facts(facts, table.select):
            _tell_empty(f"the table `{table.id}`", "no fact", table.where, problems)
        if remarks_unread:
            continue
        remarks = project.remarks.values()
        if table.kind == "remarks" and not select_remarks(remarks, table.select):
            _tell_empty(f"the table `{table.id}`", "no remark", table.where, problems)
        if table.kind == "disagreements" and not any(disagreements(project)):
            _tell_empty(f"the table `{table.id}`", "no disagreement", table.where, problems)
    for figure in project.figures.values():
        if figure.where in unsure:
            continue
        chosen = select_facts(facts, figure.select)
        if figure.kind in ("timeline", "bands") and not any(fact.date for fact in chosen):
            _tell_empty(f"the figure `{figure.id}`", "no dated fact", figure.where, problems)
        if figure.kind == "series":
            _check_series(figure, chosen, problems)


def _unsure(project: Project, problems: Problems) -> frozenset[Location]:
    """Return where the exhibits stand in whose records something unknown was told."""
    places = [table.where for table in project.tables.values()]
    places += [figure.where for figure in project.figures.values()]
    return frozenset(
        max(each for each in places if each <= told.where)
        for told in problems.errors
        if told.code.startswith("unknown-")
        and any(each <= told.where and each.file == told.where.file for each in places)
    )


def _check_networks(project: Project, crosswalk: Crosswalk | None, problems: Problems) -> None:
    """Check that there are works to draw where a figure shows who cites what."""
    cited = any(each.cites for fact in project.facts.values() for each in fact.evidence)
    if cited or (crosswalk and any(each.works for each in crosswalk.lists.values())):
        return
    for figure in project.figures.values():
        if figure.kind == "network":
            problems.error(
                "empty-exhibit",
                f"the figure `{figure.id}` has no work to show",
                figure.where,
                "write in bibliography/crosswalk.yaml what the sources list, or take it out",
            )


def _check_series(figure: Figure, facts: list[Fact], problems: Problems) -> None:
    values = [fact.value for fact in facts if fact.value is not None]
    if not values:
        _tell_empty(f"the figure `{figure.id}`", "no fact with a value", figure.where, problems)
    units = sorted({value.unit for value in values})
    if len(units) > 1:
        problems.error(
            "mixed-units",
            f"the figure `{figure.id}` draws {' and '.join(units)} on one axis",
            figure.where,
            "select facts of one unit, or make a figure of each",
        )
    for fact in facts:
        if fact.value is not None and fact.value.amount < 0:
            problems.error(
                "negative-value",
                f"the figure `{figure.id}` cannot draw the value of `{fact.id}`, which is below 0",
                figure.where,
                "leave the fact out of the selection, or show it in a table",
            )


def _tell_empty(exhibit: str, what: str, where: Location, problems: Problems) -> None:
    problems.error(
        "empty-exhibit", f"{exhibit} selects {what}", where, "change `select`, or take it out"
    )


def _check_style(project: Project, styles: Collection[str], problems: Problems) -> None:
    """Check that the review's own citation style is one of those that there are."""
    style = project.review.style
    if style and style not in styles:
        problems.error(
            "unknown-style",
            f"there is no citation style `{style}`",
            project.review.place("style"),
            did_you_mean(style, styles) or f"known: {', '.join(sorted(styles))}",
        )


def _check_authors(project: Project, problems: Problems) -> None:
    """Say once that a review without an author builds."""
    if not project.review.authors and project.review.authors_whole:
        problems.notice(
            "no-author",
            "the review has no named author",
            project.review.place("authors"),
            "give `authors` with name and affiliation in every language, ORCID and e-mail",
        )
