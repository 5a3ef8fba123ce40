"""Which numbers and dates count as typed, and what is told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import HERE, figure, references, sound, table, words
from uchtil.checks.numbers import NumberReport, check_numbers
from uchtil.model import Project, Remark, RemarkKind, Section, Severity, TypedNumber
from uchtil.problems import Location, Problems
from uchtil.render import render_article

FILE = "content/sections/01-opening/en.md"
HINT = (
    '\n    write {{ fact("id").value }}, .date or a count; or list the words, with the reason, '
    "in content/exceptions.yaml"
)


def project(text: str, *exceptions: TypedNumber, **others: object) -> Project:
    """Return a project with one English text and nothing else."""
    sections = {
        ("opening", "en"): Section(
            slug="opening", language="en", text=text, where=Location(file=FILE, line=1)
        )
    }
    review = replace(
        sound().review, sections=("opening",), languages=("en",), abstract=words("None")
    )
    changes = {"tables": {}, "figures": {}, "remarks": {}, "typed_numbers": exceptions, **others}
    return replace(sound(), review=review, sections=sections, **changes)


def checked(project: Project, **broken: frozenset[str]) -> tuple[NumberReport, list[str]]:
    problems = Problems()
    article = render_article(project, references(), Problems())
    report = check_numbers(project, article.uses, problems, broken)
    return report, [str(problem) for problem in problems]


def typed(text: str) -> list[str]:
    """Return what is told to be typed in a text."""
    return [
        each.partition("error[typed-number]: `")[2].partition("`")[0]
        for each in checked(project(text))[1]
    ]


def except_for(text: str) -> TypedNumber:
    return TypedNumber(language="en", words=text, reason="a test", where=HERE)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In 1998, on 31 October 2001, 4.5 billion.", ["1998", "31 October 2001", "4.5 billion"]),
        ("Two articles, twenty-five\u00a0pages, the C5+1.", ["Two", "twenty-five", "5", "1"]),
        ('{{ fact("stations-1977").value }} in {{ fact("length-1977").year }}', []),
        ('{% if true %}{{ name("tashkent") }}{% endif %}{# 1998 #}', []),
        ("{{ 3 }} and {{ “2017” }}", ["{{ 3 }}", "{{ “2017” }}"]),
        ("# 1.2. Heading\n\n1. one\n2. item\n\n[^1] [^2]: note", []),
        ("# After 1998", ["1998"]),
        (
            "[text](#table-1977) [t](https://x.org/a_(1998)) <https://x.org/12> "
            "https://x.org/12 [x](y){#id-3 width=50%}",
            [],
        ),
        ("[see @petrov2008, p. 12] @petrov2008", []),
        ("the first, one of them, both, the XX century", []),
        ('{{ fact("stations-1977").amount }} million', ["million"]),
    ],
)
def test_what_is_typed(text: str, numbers: list[str]) -> None:
    assert typed(text) == numbers


def test_it_is_told_with_its_place_and_the_words_around() -> None:
    text = 'A.\n\nHere {{ fact("first-line").cite }} are now the two countries again.\n'
    report, told = checked(project(text))
    assert told == [
        f"{FILE}:3:48: error[typed-number]: `two` is typed, and not taken from a fact: "
        f"“are now the two countries again.”{HINT}"
    ]
    assert report == NumberReport(from_facts=0, typed=1, exceptions=0)
    assert report.summary() == "0 numbers in prose from facts, 1 typed, 0 exceptions"
    assert checked(project("in {{ 5 }}{{ 1 }} x"))[1][0] == (
        f"{FILE}:1:4: error[typed-number]: `{{{{ 5 }}}}` is typed, and not taken from a fact: "
        f"“in {{{{ 5 }}}}… x”{HINT}"
    )


def test_without_a_list_of_exceptions_it_is_a_warning() -> None:
    without = replace(project("It was 1998."), typed_numbers=None)
    assert checked(without)[1] == [
        f"{FILE}:1:8: warning[typed-number]: `1998` is typed, and not taken from a fact: "
        f"“It was 1998.”{HINT}"
    ]


def test_exceptions() -> None:
    text = 'The two\ncountries, {{ fact("first-line").date }}, and the two others'
    report, told = checked(project(text, except_for("The two countries"), except_for("two seas")))
    assert told == [
        "content/facts/test.yaml:1: warning[unused-exception]: no typed number stands in "
        "`two seas` any more\n    delete the exception",
        f"{FILE}:2:51: error[typed-number]: `two` is typed, and not taken from a fact: "
        f"“…, and the two others”{HINT}",
    ]
    assert (report.from_facts, report.typed, report.exceptions) == (1, 1, 1)
    report, told = checked(project("two seas", except_for("two seas")))
    assert told == []
    assert report.summary() == "0 numbers in prose, all from facts, 1 exception"


def test_an_exception_is_only_for_its_own_words() -> None:
    assert typed("twenty-two seas") == ["twenty-two"]
    one = project("the two seas; twenty-two seas; two seasons", except_for("two seas"))
    assert [each.partition("“")[2].partition("”")[0] for each in checked(one)[1]] == [
        "the two seas; twenty-two seas; two seasons",
        "seas; twenty-two seas; two seasons",
    ]


def test_what_could_not_be_read_is_not_told_again() -> None:
    one = project("It was 1998.", except_for("two seas"))
    assert checked(one, exceptions=frozenset({"*"}))[1] == []
    told = checked(one, remarks=frozenset({"x"}))[1]
    assert [each.partition(": ")[2].partition(":")[0] for each in told] == ["error[typed-number]"]


def test_every_kind_of_prose_is_looked_at() -> None:
    def text(number: str) -> dict[str, str]:
        return {**words("x"), "en": f"there are {number}"}

    remark = Remark(
        id="r",
        kind=RemarkKind.CONFLICT,
        severity=Severity.SLIGHT,
        passages=(),
        statement=text("4, “said to be 44” and «45»"),
        handling=text("5"),
        where=Location(file="content/remarks.yaml", line=3),
        places={"handling.en": Location(file="content/remarks.yaml", line=9, column=7)},
    )
    whole = project(
        "6",
        tables={"t": replace(table("label"), caption=text("1"))},
        figures={"f": replace(figure("timeline"), caption=text("2"), alt=text("3"))},
        remarks={"r": remark},
    )
    whole = replace(whole, review=replace(whole.review, abstract=text("7")))
    assert [each.partition(" is typed")[0] for each in checked(whole)[1]] == [
        "content/facts/test.yaml:1: error[typed-number]: `1`",
        "content/facts/test.yaml:1: error[typed-number]: `2`",
        "content/facts/test.yaml:1: error[typed-number]: `3`",
        "content/remarks.yaml:3: error[typed-number]: `4`",
        "content/remarks.yaml:9: error[typed-number]: `5`",
        "content/review.yaml:57: error[typed-number]: `7`",
        f"{FILE}:1:1: error[typed-number]: `6`",
    ]
