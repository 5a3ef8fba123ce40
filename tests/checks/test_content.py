"""What no single file can tell by itself."""

from __future__ import annotations

from dataclasses import replace

from specimens import evidence, fact, figure, measure, references, sound, table, with_facts
from uchtil.checks.content import check_content
from uchtil.model import Project
from uchtil.problems import Location, Problems

STYLES = ("gost-numeric", "apa")


def told(project: Project) -> list[str]:
    """Return every problem as the command line prints it."""
    problems = Problems()
    check_content(project, references(), STYLES, problems)
    return [str(problem) for problem in problems]


def shown(project: Project, *exhibits: object) -> list[str]:
    """Return what is told of a project with these tables and figures alone."""
    tables = {each.id: each for each in exhibits if hasattr(each, "columns")}
    figures = {each.id: each for each in exhibits if not hasattr(each, "columns")}
    return told(replace(project, tables=tables, figures=figures))


def test_the_sound_project_has_no_problem() -> None:
    assert told(sound()) == []


def test_a_source_that_is_not_in_the_bibliography() -> None:
    source = replace(sound().sources["petrov2008"], key="petrow2008")
    project = replace(sound(), sources={**sound().sources, "petrow2008": source})
    assert told(project) == [
        f"{source.where}: error[unknown-key]: unknown key `petrow2008`\n"
        "    did you mean `petrov2008`?"
    ]


def test_a_work_that_a_source_cites_is_not_in_the_bibliography() -> None:
    passage = evidence(cites=("nobody",))
    assert "\n".join(shown(with_facts(fact(evidence=(passage,))))) == (
        "content/facts/test.yaml:1: error[unknown-key]: unknown key `nobody`\n"
        "    add the work to bibliography/references.bib"
    )


def test_what_could_not_be_read_is_not_told_again() -> None:
    nothing = table("label", tag=("none",))
    project = with_facts(fact(evidence=(evidence(cites=("nobody",)),)), tables={"listed": nothing})
    for key in ("nobody", "*"):
        problems = Problems()
        broken = {"references": frozenset({key}), "facts": frozenset({"x"})}
        check_content(project, references(), STYLES, problems, broken)
        assert list(problems) == []


def test_a_review_without_an_author_builds_and_says_so() -> None:
    project = replace(sound(), review=replace(sound().review, authors=()))
    assert told(project) == [
        "content/review.yaml:10:3: notice[no-author]: the review has no named author\n"
        "    give `authors` with name and affiliation in every language, ORCID and e-mail"
    ]


def test_exhibits_that_would_be_empty() -> None:
    project = with_facts(fact("undated", tags=frozenset({"line"})))
    assert shown(project, table("label", tag=("none",)), figure("timeline", tag=("line",))) == [
        "content/facts/test.yaml:1: error[empty-exhibit]: the table `listed` selects no fact\n"
        "    change `select`, or take it out",
        "content/facts/test.yaml:1: error[empty-exhibit]: "
        "the figure `drawn` selects no dated fact\n"
        "    change `select`, or take it out",
    ]
    assert shown(project, figure("series", tag=("line",))) == [
        "content/facts/test.yaml:1: error[empty-exhibit]: "
        "the figure `drawn` selects no fact with a value\n"
        "    change `select`, or take it out"
    ]


def test_values_of_two_units_share_no_axis() -> None:
    project = with_facts(measure("a", "1977", "9"), measure("b", "1978", "12", unit="kilometre"))
    assert shown(project, figure("series", kind=("measure",))) == [
        "content/facts/test.yaml:1: error[mixed-units]: "
        "the figure `drawn` draws kilometre and station on one axis\n"
        "    select facts of one unit, or make a figure of each"
    ]


def test_a_value_below_nothing_cannot_be_drawn() -> None:
    project = with_facts(measure("loss", "1977", "-9"))
    assert shown(project, figure("series", kind=("measure",))) == [
        "content/facts/test.yaml:1: error[negative-value]: "
        "the figure `drawn` cannot draw the value of `loss`, which is below 0\n"
        "    leave the fact out of the selection, or show it in a table"
    ]


def test_bands_without_a_date() -> None:
    project = with_facts(fact())
    assert shown(project, figure("bands")) == [
        "content/facts/test.yaml:1: error[empty-exhibit]: the figure `drawn` selects "
        "no dated fact\n    change `select`, or take it out"
    ]
    assert shown(with_facts(fact(date="1977")), figure("bands")) == []


def test_a_network_without_works() -> None:
    assert shown(with_facts(fact()), figure("network")) == [
        "content/facts/test.yaml:1: error[empty-exhibit]: the figure `drawn` has no work to show\n"
        "    write in bibliography/crosswalk.yaml what the sources list, or take it out"
    ]
    cited = fact(evidence=(evidence(cites=("akhmedov1980",)),))
    assert shown(with_facts(cited), figure("network")) == []


def test_tables_of_source_criticism_that_would_be_empty() -> None:
    project = with_facts(fact("undated"))
    for kind, what in (("remarks", "remark"), ("disagreements", "disagreement")):
        assert shown(project, table("handling", rows=kind)) == [
            f"content/facts/test.yaml:1: error[empty-exhibit]: the table `listed` selects no {what}"
            "\n    change `select`, or take it out"
        ]
        assert shown(sound(), table("handling", rows=kind)) == []
    assert shown(project, table(rows="matrix", tag=("none",))) == [
        "content/facts/test.yaml:1: error[empty-exhibit]: the table `listed` selects no fact\n"
        "    change `select`, or take it out"
    ]


def test_a_work_that_a_remark_names_is_not_in_the_bibliography() -> None:
    remark = replace(sound().remarks["day-of-second-line"], references=("karimova2018",))
    assert told(replace(sound(), remarks={"a": remark})) == [
        "content/remarks.yaml:7:17: error[unknown-key]: unknown key `karimova2018`\n"
        "    did you mean `karimova2019`?"
    ]


def test_what_selects_by_something_unknown_is_not_told_to_be_empty() -> None:
    exhibits = [
        replace(table("label", tag=("x",)), id="one", where=Location(file="e.yaml", line=3)),
        replace(table("label", tag=("y",)), id="two", where=Location(file="e.yaml", line=9)),
    ]
    project = replace(sound(), tables={each.id: each for each in exhibits}, figures={})
    problems = Problems()
    problems.error("unknown-tag", "unknown tag `x`", Location(file="e.yaml", line=7))
    check_content(project, references(), STYLES, problems)
    assert [str(each.where) for each in problems.errors if each.code == "empty-exhibit"] == [
        "e.yaml:9"
    ]
