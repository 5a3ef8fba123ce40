"""Remarks in prose and in tables, the table of disagreements, the matrix, and counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from specimens import (
    HERE,
    evidence,
    fact,
    measure,
    quantity,
    references,
    sound,
    table,
    with_facts,
    words,
)
from uchtil.facts import Finding, compare
from uchtil.load import load_project
from uchtil.model import (
    Passage,
    Project,
    Remark,
    RemarkKind,
    Section,
    Severity,
    Status,
    Table,
)
from uchtil.problems import Location, Problems
from uchtil.render import Article, UseKind, render_article
from uchtil.render.criticism import disagreements

FILE = "content/sections/01-opening/en.md"
NOWHERE = Location(file="content/remarks.yaml", line=5)


def remark(remark_id: str, *sources: str, **others: Any) -> Remark:
    standard: dict[str, Any] = {
        "kind": RemarkKind.CONFLICT,
        "severity": Severity.MODERATE,
        "statement": words(f"what {remark_id} says"),
        "handling": words(f"what is done about {remark_id}"),
    }
    passages = tuple(
        Passage(source=each, anchor="some words", where=HERE) for each in sources or ["petrov2008"]
    )
    return Remark(id=remark_id, passages=passages, where=NOWHERE, **{**standard, **others})


def with_remarks(*remarks: Remark, facts: tuple[Any, ...] = ()) -> Project:
    return with_facts(*facts, remarks={each.id: each for each in remarks})


def rendered(
    text: str, project: Project, *tables: Table, code: str = "en"
) -> tuple[str, list[str], Article]:
    """Render a text as the one section of a project in one language."""
    section = Section(slug="opening", language=code, text=text, where=Location(file=FILE, line=1))
    review = replace(
        project.review,
        sections=("opening",),
        languages=(code,),
        abstract={code: "None."},
    )
    problems = Problems()
    article = render_article(
        replace(
            project,
            review=review,
            sections={("opening", code): section},
            tables={each.id: each for each in tables},
            figures={},
        ),
        references(),
        problems,
    )
    return article.parts[code].sections[0].markdown, list(map(str, problems)), article


def rows(project: Project, shown: Table, code: str = "en") -> list[list[str]]:
    """Return the cells of a table, its head first."""
    markdown, told, _ = rendered('{{ table("listed") }}', project, shown, code=code)
    assert told == []
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [cells[0], *cells[2:]]


# ------------------------------------------------------------------ remarks

REMARKS = with_remarks(
    remark("a", severity=Severity.SLIGHT, kind=RemarkKind.KEYWORD_ONLY),
    remark("b", "petrov2008", "karimova2019", severity=Severity.SERIOUS),
    remark("c", "karimova2019"),
)


def test_a_table_of_remarks_begins_with_the_most_serious() -> None:
    columns = ("kind", "severity", "statement", "handling", "sources")
    assert rows(REMARKS, table(*columns, rows="remarks")) == [
        ["Kind", "Weight", "What is found", "How this review handles it", "Sources"],
        [
            "conflict",
            "serious",
            "what b says (en)",
            "what is done about b (en)",
            "[Petrov 2008; Karimova 2019]{.note-label} [@{petrov2008}; @{karimova2019}]",
        ],
        [
            "conflict",
            "moderate",
            "what c says (en)",
            "what is done about c (en)",
            "[Karimova 2019]{.note-label} [@{karimova2019}]",
        ],
        [
            "only in the keywords",
            "slight",
            "what a says (en)",
            "what is done about a (en)",
            "[Petrov 2008]{.note-label} [@{petrov2008}]",
        ],
    ]


@pytest.mark.parametrize(
    ("select", "chosen"),
    [
        ({"severity": ("slight", "moderate")}, ["c", "a"]),
        ({"kind": ("conflict",), "source": ("petrov2008",)}, ["b"]),
        ({"id": ("a",)}, ["a"]),
    ],
)
def test_which_remarks_a_table_shows(select: dict[str, tuple[str, ...]], chosen: list[str]) -> None:
    shown = rows(REMARKS, table("statement", rows="remarks", **select))
    assert [row[0] for row in shown[1:]] == [f"what {each} says (en)" for each in chosen]


@pytest.mark.parametrize(
    ("code", "cells"),
    [
        ("uz", ["faqat kalit soʻzlarda", "kichik"]),
        ("ru", ["только в ключевых словах", "малая"]),
    ],
)
def test_kinds_and_severities_are_written_in_the_language(code: str, cells: list[str]) -> None:
    shown = table("kind", "severity", rows="remarks", id=("a",))
    assert rows(REMARKS, shown, code)[1] == cells


def test_the_text_of_a_remark_is_data_but_for_what_stands_in_braces() -> None:
    text = {"en": 'it says *[12]* | {{ fact("trade").year }},\nand {{ name("tashkent") }}'}
    project = with_remarks(
        remark("a", statement=text, handling={"en": "none"}), facts=(measure("trade", "2017", "2"),)
    )
    shown = table("statement", rows="remarks")
    markdown, told, article = rendered('{{ table("listed") }}', project, shown)
    assert told == []
    assert "\n| it says \\*\\[12\\]\\* \\| 2017, and Tashkent |\n" in markdown
    assert [(use.kind, use.id, str(use.where)) for use in article.uses] == [
        (UseKind.TABLE, "listed", f"{FILE}:1"),
        (UseKind.REMARK, "a", f"{FILE}:1"),
        (UseKind.FACT, "trade", "content/remarks.yaml:5"),
        (UseKind.NUMBER, "trade", "content/remarks.yaml:5"),
    ]


def test_what_is_wrong_in_a_remark_is_told_once_whether_it_is_shown_or_not() -> None:
    text = {"en": '{{ fact("trad").year }}\n{{ cite("petrov2008") }}\n{{ x'}
    places = {"statement.en": Location(file="content/remarks.yaml", line=20)}
    project = with_remarks(remark("a", statement=text, handling=words("none"), places=places))
    shown = table("statement", rows="remarks")
    assert rendered("None.", project)[1] == [
        "content/remarks.yaml:22: error[template-syntax]: the template cannot be read: "
        "unexpected end of template, expected 'end of print statement'.\n"
        "    every `{{` needs its `}}`, every `{%` its `%}`"
    ]
    text["en"] = text["en"].partition("\n{{ x")[0]
    for page in ("None.", '{{ table("listed") }}'):
        exhibits = (shown,) if "table" in page else ()
        assert rendered(page, project, *exhibits)[1] == [
            "content/remarks.yaml:20: error[unknown-fact]: there is no fact `trad`",
            "content/remarks.yaml:21: error[undefined-variable]: `cite` means nothing here\n"
            "    known: fact, fact_count, name, reference_count, remark_count, source_count",
        ]


def test_a_remark_is_cited_in_prose() -> None:
    markdown, told, article = rendered('{{ remark("b").cite }}', REMARKS)
    assert (markdown, told) == ("[@{petrov2008}; @{karimova2019}]", [])
    assert [(use.kind, use.id) for use in article.uses] == [
        (UseKind.REMARK, "b"),
        (UseKind.WORK, "petrov2008"),
        (UseKind.WORK, "karimova2019"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{{ remark("bb").cite }}',
            f"{FILE}:1: error[unknown-remark]: there is no remark `bb`\n    did you mean `b`?",
        ),
        (
            '{{ remark("a") }}',
            f'{FILE}:1: error[remark-without-property]: `remark("a")` does not say what to print'
            "\n    write .cite after it; a table of remarks prints its texts",
        ),
    ],
)
def test_what_prose_cannot_say_of_remarks(text: str, told: str) -> None:
    assert rendered(text, REMARKS)[1] == [told]


# ------------------------------------------------------------------ disagreements

CONTESTED = fact(
    "opening",
    "1977-11-06",
    label=words("The opening"),
    resolution=words("The day is followed [1]"),
    evidence=(
        evidence(),
        evidence("petrov2008", "1978"),
        evidence("akhmedov1980", "1977-11-06"),
        evidence("bulletin2002", "1978"),
    ),
)
PETROV = (evidence("petrov2008"),)
DISAGREEMENTS = table("matter", "readings", "handling", rows="disagreements")


def test_contested_facts_come_first_and_conflicts_that_matter_follow() -> None:
    project = with_remarks(
        remark("slight", severity=Severity.SLIGHT),
        remark("moderate", facts=("plain",)),
        remark("misprint", kind=RemarkKind.MISPRINT, severity=Severity.SERIOUS),
        remark("serious", severity=Severity.SERIOUS, statement=words("Told: twice.")),
        facts=(CONTESTED, fact("plain"), fact("open", resolution=words("why"))),
    )
    assert rows(project, DISAGREEMENTS) == [
        ["Matter", "What the sources say", "How this review handles it"],
        [
            "The opening (en)",
            "6\u00a0November 1977 [@{karimova2019}; @{akhmedov1980}]; "
            "1978 [@{petrov2008}; @{bulletin2002}]",
            "The day is followed \\[1\\] (en)",
        ],
        ["what open says (en)", "[@{karimova2019}]", "why (en)"],
        ["—", "Told: twice. (en) [@{petrov2008}]", "what is done about serious (en)"],
        ["Opening", "what moderate says (en) [@{petrov2008}]", "what is done about moderate (en)"],
    ]


def test_a_fact_that_a_listed_remark_tells_of_is_not_told_twice_unless_it_is_contested() -> None:
    open_fact = fact("open", resolution=words("why"))
    project = with_remarks(remark("a", facts=("open", "opening")), facts=(CONTESTED, open_fact))
    assert [row[0] for row in rows(project, DISAGREEMENTS)[1:]] == ["The opening (en)", "Opening"]


def test_every_conflict_that_comparing_finds_stands_in_the_table() -> None:
    first = measure("first", "1977", "9", indicator="stations")
    second = measure("second", "1977", "12", indicator="stations", evidence=PETROV)
    facts = (first, second)
    slight = {"facts": ("first", "second"), "severity": Severity.SLIGHT}
    answering = remark("a", kind=RemarkKind.STALE_TEXT, **slight)
    other = remark("b", kind=RemarkKind.WRONG_NAME, **slight)
    found = rows(with_remarks(answering, other, facts=facts), DISAGREEMENTS)
    assert [row[2] for row in found[1:]] == ["what is done about a (en)"]


def test_a_resolution_tells_both_sides_of_a_conflict_between_facts() -> None:
    first = measure("first", "1977", "9", indicator="stations", resolution=words("why"))
    second = measure("second", "1977", "12", indicator="stations", evidence=PETROV)
    row = [
        "what first says (en)",
        "1977, 9\u00a0stations, actual [@{karimova2019}]; "
        "1977, 12\u00a0stations, actual [@{petrov2008}]",
        "why (en)",
    ]
    assert rows(with_facts(first, second), DISAGREEMENTS)[1:] == [row]
    # A remark of something else does not take its place.
    listed = remark("a", facts=("first",))
    found = rows(with_remarks(listed, facts=(first, second)), DISAGREEMENTS)[1:]
    assert [each[2] for each in found] == ["why (en)", "what is done about a (en)"]
    # One that tells of the conflict does.
    listed = remark("a", facts=("first", "second"))
    found = rows(with_remarks(listed, facts=(first, second)), DISAGREEMENTS)[1:]
    assert [each[2] for each in found] == ["what is done about a (en)"]


def test_a_resolved_fact_tells_its_own_readings_and_the_other_fact() -> None:
    passages = (evidence(), evidence("akhmedov1980", value=quantity("10")))
    first = measure(
        "first", "1977", "9", indicator="stations", resolution=words("why"), evidence=passages
    )
    second = measure("second", "1977", "12", indicator="stations", evidence=PETROV)
    assert rows(with_facts(first, second), DISAGREEMENTS)[1][1] == (
        "9\u00a0stations [@{karimova2019}]; 10\u00a0stations [@{akhmedov1980}]; "
        "1977, 12\u00a0stations, actual [@{petrov2008}]"
    )


def test_the_shipped_review_tells_every_conflict_in_its_table() -> None:
    project = load_project(Path(__file__).resolve().parents[2], Problems())
    assert project is not None
    facts, remarks = disagreements(project)
    told = {fact.id for fact in facts}
    conflicts = [each for each in compare(project) if each.kind is Finding.CONFLICT]
    assert conflicts
    for each in conflicts:
        listed = any(set(each.facts) <= set(remark.facts) for remark in remarks)
        assert listed or told & set(each.facts), each.text


def test_readings_tell_what_differs() -> None:
    contested = measure(
        "length",
        "1977",
        "12",
        unit="kilometre",
        resolution=words("why"),
        evidence=(
            evidence(),
            evidence("petrov2008", value=quantity("14", "kilometre"), status=Status.PLAN),
        ),
    )
    assert rows(with_facts(contested), DISAGREEMENTS)[1][1] == (
        "12\u00a0km, actual [@{karimova2019}]; 14\u00a0km, plan [@{petrov2008}]"
    )


def test_a_citation_stands_before_the_full_stop() -> None:
    one = remark("a", statement={"en": "It is told twice."}, handling={"en": "x"})
    assert rows(with_remarks(one), DISAGREEMENTS)[1][1] == "It is told twice [@{petrov2008}]."


# ------------------------------------------------------------------ matrix


def test_the_matrix_counts_the_facts_that_sources_tell_of_themes() -> None:
    both = (evidence(), evidence("petrov2008"), evidence("petrov2008"))
    project = with_facts(
        fact("a", evidence=both),
        fact("b"),
        fact("c", theme="network", tags=frozenset({"line"})),
    )
    matrix = Table(
        id="listed", kind="matrix", caption=words("C"), select={}, columns=(), where=HERE
    )
    markdown, told, article = rendered('{{ table("listed") }}', project, matrix)
    assert told == []
    assert markdown.splitlines()[1] == "::: {#table-listed .exhibit .exhibit-table .row-heads}"
    assert markdown.splitlines()[4].replace("-", "") == "|  | : | : | : |"
    mark = "{.source-label}"
    assert rows(project, matrix) == [
        [
            "Theme",
            f"[Karimova 2019]{mark} [@{{karimova2019}}]",
            f"[Petrov 2008]{mark} [@{{petrov2008}}]",
            "Total",
        ],
        ["Opening", "2", "1", "2"],
        ["Network", "1", "—", "1"],
        ["Total", "3", "1", "3"],
    ]
    chosen = replace(matrix, select={"tag": ("line",)})
    assert [row[0] for row in rows(project, chosen)[1:]] == ["Network", "Total"]
    assert {use.id for use in article.uses if use.kind is UseKind.WORK} == {
        "karimova2019",
        "petrov2008",
    }


# ------------------------------------------------------------------ counts

COUNTED = with_remarks(
    remark("a"),
    facts=(
        fact("x", tags=frozenset({"line"}), evidence=(evidence(), evidence("petrov2008"))),
        fact("y", tags=frozenset({"line"}), theme="network"),
        *(fact(f"z{number}") for number in range(20)),
    ),
)


@pytest.mark.parametrize(
    ("code", "expression", "text"),
    [
        ("en", 'fact("x").source_count', "2"),
        ("en", 'fact("x").source_count.words', "two"),
        ("uz", "source_count.words", "ikki"),
        ("ru", 'fact("x").source_count.words_as("gen")', "двух"),
        ("ru", 'source_count.words_as("f") | capitalize', "Две"),
        ("en", 'count_facts(tag="line").words', "two"),
        ("en", 'count_facts(tag="line", source="petrov2008").words', "one"),
        ("en", 'count_facts(theme=["opening", "network"])', "22"),
        ("en", 'count_sources(tag="line").words', "two"),
        ("en", 'count_sources(theme="network").words', "one"),
        ("en", 'count_remarks(kind="conflict").words', "one"),
        ("en", "remark_count", "1"),
    ],
)
def test_counts(code: str, expression: str, text: str) -> None:
    markdown, told, article = rendered(f"{{{{ {expression} }}}}", COUNTED, code=code)
    assert (markdown, told) == (text, [])
    assert [use.kind for use in article.uses][-1] is UseKind.NUMBER


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (
            "fact_count.words",
            "error[unprintable-form]: `fact_count` cannot be written in words: "
            "only numbers up to 20 are written in words\n"
            "    print the figures, or reword the sentence",
        ),
        (
            'source_count.words_as("gen")',
            "error[unprintable-form]: `source_count` cannot be written in words: "
            "English words of number have no form `gen`\n"
            "    print the figures, or reword the sentence",
        ),
        (
            'count_facts(tag="lines")',
            'error[counts-nothing]: `count_facts(tag="lines")` counts nothing\n'
            "    look whether the words are those of the facts or remarks, or say it in words",
        ),
        (
            'count_remarks(severty="slight")',
            "error[wrong-argument]: `count_remarks()` takes no `severty`\n"
            "    did you mean `severity`?",
        ),
    ],
)
def test_what_cannot_be_counted(expression: str, told: str) -> None:
    assert rendered(f"{{{{ {expression} }}}}", COUNTED)[1] == [f"{FILE}:1: {told}"]


def test_the_sound_project_has_remarks() -> None:
    assert list(sound().remarks) == ["day-of-second-line", "first-in-region-unsupported"]
