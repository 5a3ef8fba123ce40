"""Conflicts must be answered, and what is contested resolved before it is printed."""

from __future__ import annotations

from dataclasses import replace

from specimens import HERE, evidence, fact, measure, quantity, with_facts, words
from uchtil.checks.comparison import ReadingReport, check_readings
from uchtil.model import (
    Derivation,
    Fact,
    Figuring,
    Passage,
    Project,
    Remark,
    RemarkKind,
    Severity,
)
from uchtil.problems import Location, Problems
from uchtil.render import Use, UseKind

CLASHING = (evidence(), evidence("petrov2008", date="1978"), evidence("petrov2008", "1979"))
CONTESTED = fact("opening", "1977-11-06", evidence=CLASHING)
FIRST = measure("first", "1977", "9", indicator="stations")
SECOND = replace(
    measure("second", "1977", "12", indicator="stations"), where=Location(file="b.yaml", line=7)
)


def checked(project: Project, *used: str, **broken: frozenset[str]) -> list[str]:
    """Return every problem as the command line prints it; ``used`` are printed facts."""
    problems = Problems()
    uses = [
        Use(kind=UseKind.FACT, id=each, language="uz", section="x", where=HERE) for each in used
    ]
    check_readings(project, uses, problems, broken)
    return [str(problem) for problem in problems]


def remark(*facts: str) -> Remark:
    """Return a slight remark of a conflict."""
    return Remark(
        id="why",
        kind=RemarkKind.CONFLICT,
        severity=Severity.SLIGHT,
        passages=(Passage(source="petrov2008", anchor="words", where=HERE),),
        statement=words("x"),
        handling=words("y"),
        facts=facts,
        where=HERE,
    )


def test_a_contested_fact_needs_a_resolution_to_be_printed() -> None:
    told = [
        "content/facts/test.yaml:1: error[contested-fact]: fact `opening` is contested: "
        "petrov2008 gives another reading\n"
        "    add a `resolution` in every language that says which reading is followed and why"
    ]
    assert checked(with_facts(CONTESTED), "opening") == told
    assert checked(with_facts(replace(CONTESTED, resolution=words("why"))), "opening") == []
    answered = with_facts(CONTESTED, remarks={"why": remark("opening")})
    assert checked(answered, "opening") == told
    assert checked(answered) == []


def test_two_sources_that_clash_with_each_other_are_both_named() -> None:
    passages = (evidence(date="1992-11"), evidence("petrov2008", date="1992-12"))
    (told,) = checked(with_facts(fact("a", "1992", evidence=passages)), "a")
    assert "`a` is contested: karimova2019, petrov2008 give another reading" in told


def test_an_unprinted_conflict_must_be_answered_too() -> None:
    assert checked(with_facts(CONTESTED)) == [
        "content/facts/test.yaml:1: error[unanswered-conflict]: nothing answers the conflict of "
        "`opening`: 1977-11-06 (karimova2019), 1978 (petrov2008), 1979 (petrov2008)\n"
        "    mend what is wrong, add a `resolution`, or add a remark to content/remarks.yaml "
        "whose `facts` are opening"
    ]


def test_a_conflict_of_two_facts_is_told_with_both_places() -> None:
    assert checked(with_facts(FIRST, SECOND), "first", "second") == [
        "content/facts/test.yaml:1: error[unanswered-conflict]: nothing answers the conflict of "
        "`first` against `second` (b.yaml:7): 9 station (first, actual), and "
        "12 station (second, actual) for 1977\n"
        "    mend what is wrong, add a `resolution`, or add a remark to content/remarks.yaml "
        "whose `facts` are first, second"
    ]
    resolved = replace(SECOND, resolution=words("why"))
    assert checked(with_facts(FIRST, resolved)) == []
    assert checked(with_facts(FIRST, SECOND, remarks={"why": remark("second", "first")})) == []


def test_a_figure_that_does_not_follow_is_told_where_it_stands() -> None:
    parts = FIRST, measure("other", "1984", "5", indicator="stations")
    sums = Derivation(how=Figuring.SUM, of=("first", "other"), where=HERE)
    total = replace(SECOND, date=None, follows_from=sums)
    (told,) = checked(with_facts(*parts, total))
    assert told.startswith(
        "b.yaml:7: error[unanswered-conflict]: nothing answers the conflict of `second` against "
        "`first` (content/facts/test.yaml:1), `other` (content/facts/test.yaml:1): "
        "12 station (second); 9 station (first), 5 station (other) make 14 station\n"
    )


def test_a_remark_that_could_not_be_read_might_answer() -> None:
    assert checked(with_facts(FIRST, SECOND), remarks=frozenset({"x"})) == []


def test_a_fact_that_could_not_be_read_answers_no_other() -> None:
    unread = checked(with_facts(FIRST, SECOND), facts=frozenset({"x"}))
    assert unread == checked(with_facts(FIRST, SECOND)) != []


def derived(how: Figuring, *of: str) -> Fact:
    """Return a fact that follows from others."""
    derivation = Derivation(how=how, of=of, where=Location(file="c.yaml", line=3))
    return fact("half", value=quantity("50", "percent"), follows_from=derivation)


def test_what_a_figure_follows_from_must_be_figures_of_one_unit() -> None:
    length = measure("length", "1977", "12", unit="kilometre")
    hint = "    name facts whose values it can be reckoned from"
    assert checked(with_facts(FIRST, length, derived(Figuring.SHARE, "first", "length"))) == [
        "c.yaml:3: error[mixed-units]: the value of `half` follows from kilometre and station\n"
        "    name facts of one unit"
    ]
    assert checked(with_facts(FIRST, fact("no"), derived(Figuring.SHARE, "first", "no"))) == [
        f"c.yaml:3: error[wrong-derivation]: the value of `half` follows from `no`, which has "
        f"no value\n{hint}"
    ]
    assert checked(with_facts(FIRST, derived(Figuring.SHARE, "first", "half"))) == [
        f"c.yaml:3: error[wrong-derivation]: the value of `half` follows from itself\n{hint}"
    ]
    assert checked(with_facts(FIRST, derived(Figuring.SHARE, "first", "gone"))) == []
    (told,) = checked(with_facts(FIRST, derived(Figuring.SUM, "first")))
    assert "follows from percent and station" in told


def test_the_summary_is_one_line() -> None:
    answered = with_facts(
        FIRST, SECOND, CONTESTED, remarks={"why": remark("first", "second", "opening")}
    )
    report = check_readings(answered, [], Problems())
    assert report.summary() == (
        "readings: 2 conflicts, 2 answered; 0 differ in precision, 0 in status, 0 repeated; "
        "figures that follow from others: 0 agree, 0 cannot be held to anything"
    )
    assert [each.facts for each in report.about("second")] == [("first", "second")]
    assert ReadingReport().summary().startswith("readings: 0 conflicts, 0 answered; ")
