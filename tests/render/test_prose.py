"""What prose can say, what is told when it cannot, and what is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import evidence, fact, measure, quantity, references, sound, table, with_facts
from uchtil.model import Bound, Project, Scale, Section
from uchtil.problems import Location, Problems
from uchtil.render import Article, UseKind, render_article

FILE = "content/sections/01-opening/en.md"


def rendered(text: str, project: Project | None = None) -> tuple[str, list[str], Article]:
    """Render a text as the one English section of a project without any other."""
    project = project or sound()
    sections = {
        ("opening", code): Section(
            slug="opening",
            language=code,
            text=text if code == "en" else "# H\n",
            where=Location(file=f"content/sections/01-opening/{code}.md", line=1),
        )
        for code in ("uz", "ru", "en")
    }
    review = replace(project.review, sections=("opening",))
    problems = Problems()
    article = render_article(
        replace(project, review=review, sections=sections), references(), problems
    )
    told = [str(problem) for problem in problems]
    return article.parts["en"].sections[0].markdown, told, article


BILLIONS = with_facts(
    measure("trade", "2017", "4.5", unit="usd", scale=Scale.BILLION, bound=Bound.OVER),
    fact("month", "1992-11"),
    fact("decade", "199X"),
    fact("bare"),
)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('fact("trade").value', "more than US\\$4.5\u00a0billion"),
        ('fact("trade").number', "4.5\u00a0billion"),
        ('fact("trade").amount', "4.5"),
        ('fact("trade").year', "2017"),
        ('fact("trade").when', "in 2017"),
        ('fact("month").date', "November 1992"),
        ('fact("month").dated', "of November 1992"),
        ('fact("bare").statement', "what bare says (en)"),
        ('fact("bare").label', "what bare says (en)"),
        ('fact("bare").cite', "[@{karimova2019}]"),
        ('cite_facts("bare", "month")', "[@{karimova2019}]"),
        ('cite("karimova2019", page="7")', "[@{karimova2019}, 7]"),
        ('cite("karimova2019", "petrov2008", page=7)', "[@{karimova2019}; @{petrov2008}, 7]"),
        (
            'cite("akhmedov1980", via="karimova2019", page="3")',
            "[@{akhmedov1980}; cited in @{karimova2019}, 3]",
        ),
        ('name("tashkent-metro")', "Tashkent Metro"),
        ('name("tashkent-metro", "short")', "the metro"),
        ('name("tashkent", "short")', "Tashkent"),
        ("fact_count", "4"),
        ("source_count", "2"),
        ("reference_count", "4"),
    ],
)
def test_what_prose_says(expression: str, text: str) -> None:
    assert rendered(f"{{{{ {expression} }}}}", BILLIONS)[:2] == (text, [])


@pytest.mark.parametrize(
    ("cites", "others", "markdown"),
    [
        ((), (), "[@{karimova2019}]"),
        (("akhmedov1980",), (), "[@{akhmedov1980}; cited in @{karimova2019}]"),
        ((), ((),), "[@{karimova2019}; @{petrov2008}]"),
        (
            ("akhmedov1980",),
            (("akhmedov1980",),),
            "[@{akhmedov1980}; cited in @{karimova2019}; cited in @{petrov2008}]",
        ),
        # what one source cites is itself a source of the fact: it is named once
        (("petrov2008",), ((),), "[@{petrov2008}; cited in @{karimova2019}]"),
    ],
)
def test_cited_in(
    cites: tuple[str, ...], others: tuple[tuple[str, ...], ...], markdown: str
) -> None:
    passages = (evidence(cites=cites), *(evidence("petrov2008", cites=each) for each in others))
    project = with_facts(fact("a", evidence=passages))
    assert rendered('{{ fact("a").cite }}', project)[:2] == (markdown, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{{ fact("trad").value }}',
            f"{FILE}:3: error[unknown-fact]: there is no fact `trad`\n    did you mean `trade`?",
        ),
        (
            '{{ fact("bare").date }}',
            f"{FILE}:3: error[fact-lacks]: `.date` is asked of fact `bare`, which has no date\n"
            "    give the fact a date at content/facts/test.yaml:1, or reword the sentence",
        ),
        (
            '{{ fact("month").value }}',
            f"{FILE}:3: error[fact-lacks]: `.value` is asked of fact `month`, which has no value\n"
            "    give the fact a value at content/facts/test.yaml:1, or reword the sentence",
        ),
        (
            '{{ fact("month") }}',
            f'{FILE}:3: error[fact-without-property]: `fact("month")` does not say what to print\n'
            "    write .date, .when, .value, .period, .cite or .statement after it",
        ),
        (
            '{{ fact("month").datee }}',
            f"{FILE}:3: error[undefined-variable]: `datee` means nothing here\n"
            "    did you mean `date`?",
        ),
        (
            '{{ fact("month").date.day }}',
            f"{FILE}:3: error[undefined-variable]: `day` means nothing here\n"
            "    what stands before the dot is plain text: end the expression there",
        ),
        (
            '{{ cite("petrov") }}',
            f"{FILE}:3: error[unknown-key]: unknown key `petrov`\n    did you mean `petrov2008`?",
        ),
        (
            "{{ cite() }}",
            f'{FILE}:3: error[empty-citation]: `cite()` names no work\n    write cite("key")',
        ),
        (
            '{{ cite("petrov2008", folio="3") }}',
            f"{FILE}:3: error[wrong-argument]: `cite()` takes no `folio`\n"
            '    it takes keys, `page` and `via`: cite("key", page="7", via="source")',
        ),
        (
            "{{ fact(trade).value }}",
            f"{FILE}:3: error[missing-quotes]: `fact(trade)` has no straight quotes\n"
            '    write fact("trade")',
        ),
        (
            "{{ fact(“trade”).value }}",
            f"{FILE}:3: error[missing-quotes]: `fact(“trade”)` has no straight quotes\n"
            '    write fact("trade")',
        ),
        (
            '{{ fact("trade).value }}',
            f'{FILE}:3: error[missing-quotes]: `fact("trade)` lacks a quote\n'
            '    write fact("trade")',
        ),
        (
            "{{ fact('trade).value }}",
            f"{FILE}:3: error[missing-quotes]: `fact('trade)` lacks a quote\n"
            '    write fact("trade")',
        ),
        (
            '{{ cite(karimova2019", page="7") }}',
            f'{FILE}:3: error[missing-quotes]: `cite(karimova2019", page="7")` lacks a quote\n'
            '    write cite("karimova2019", page="7")',
        ),
        (
            '{{ cite("karimova2019, "petrov2008", page="7") }}',
            f'{FILE}:3: error[missing-quotes]: `cite("karimova2019, "petrov2008", page="7")` '
            'lacks a quote\n    write cite("karimova2019", "petrov2008", page="7")',
        ),
        (
            '{{ cite(petrov2008, «karimova2019», page="7, x, 9") }}',
            f"{FILE}:3: error[missing-quotes]: "
            '`cite(petrov2008, «karimova2019», page="7, x, 9")` has no straight quotes\n'
            '    write cite("petrov2008", "karimova2019", page="7, x, 9")',
        ),
        (
            '{{ tabel("lines") }} {{ ref("table:lines") }}',
            f"{FILE}:3: error[undefined-variable]: `tabel` means nothing here\n"
            "    did you mean `table`?",
        ),
        (
            '{{ name("tashkend") }}',
            f"{FILE}:3: error[unknown-name]: there is no name `tashkend`\n"
            "    did you mean `tashkent`?",
        ),
        (
            '{{ figure("timelin") }}',
            f"{FILE}:3: error[unknown-exhibit]: there is no figure `timelin`\n"
            "    did you mean `timeline`?",
        ),
        (
            '{{ ref("tables:lines") }}',
            f"{FILE}:3: error[unknown-exhibit]: there is no table or figure `tables:lines`\n"
            "    did you mean `table:lines`?",
        ),
        (
            '{{ ref("table:lines") }}',
            f"{FILE}:3: error[exhibit-not-shown]: "
            "the table `lines` is referred to, but this text does not show it\n"
            '    write {{ table("lines") }} on a line of its own',
        ),
        (
            "{% if x %}",
            f"{FILE}:3: error[template-syntax]: the template cannot be read: "
            "Unexpected end of template. Jinja was looking for the following tags: "
            "'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.\n"
            "    every `{{` needs its `}}`, every `{%` its `%}`",
        ),
    ],
)
def test_what_prose_cannot_say(text: str, told: str) -> None:
    assert rendered(f"# H\n\n{text}\n", BILLIONS)[1] == [told]


def test_a_variable_needs_no_quotes() -> None:
    text = '{% for each in ["month", "trade"] %}{{ fact(each).year }} {% endfor %}'
    assert rendered(text, BILLIONS)[:2] == ("1992 2017 ", [])


@pytest.mark.parametrize("known", ["bare", "*"])
def test_what_could_not_be_read_is_not_told_again(known: str) -> None:
    text = '# H\n\n{{ fact("bare").cite }} {{ cite("bare") }} {{ name("bare") }}\n'
    sections = {
        ("opening", "en"): Section(
            slug="opening", language="en", text=text, where=Location(file=FILE, line=1)
        )
    }
    review = replace(sound().review, sections=("opening",), languages=("en",))
    project = replace(sound(), review=review, sections=sections)
    problems = Problems()
    broken = {kind: frozenset({known}) for kind in ("facts", "references", "names")}
    render_article(project, references(), problems, broken)
    assert list(problems) == []
    render_article(project, references(), problems)
    assert [each.code for each in problems] == ["unknown-fact", "unknown-key", "unknown-name"]


def test_what_is_wrong_in_an_abstract_is_told_at_its_language() -> None:
    abstract = {**sound().review.abstract, "ru": "{{ x }}"}
    problems = Problems()
    review = replace(sound().review, abstract=abstract, sections=())
    render_article(replace(sound(), review=review), references(), problems)
    assert [str(each.where) for each in problems] == ["content/review.yaml:43"]


def test_a_decade_has_no_year() -> None:
    _, told, _ = rendered('# H\n\n{{ fact("decade").year }}\n', BILLIONS)
    assert len(told) == 1
    assert told[0].startswith(
        f"{FILE}:3: error[unprintable-form]: `.year` of fact `decade` cannot be written: "
    )


def test_one_run_tells_every_problem_with_its_line() -> None:
    text = '# H\n\n{{ fact("x").date }}\n\n{{ cite("y") }} {{ z }}\n{{ name("w") }}\n'
    _, told, _ = rendered(text)
    assert [each.partition(" ")[0] for each in told] == [f"{FILE}:{n}:" for n in (3, 5, 5, 6)]


def test_a_table_shown_twice() -> None:
    project = replace(BILLIONS, tables={"listed": table("label", id=("month",))})
    _, told, _ = rendered('# H\n\n{{ table("listed") }}\n\n{{ table("listed") }}\n', project)
    assert told == [
        f"{FILE}:5: error[exhibit-shown-twice]: the table `listed` is already shown at {FILE}:3\n"
        '    write {{ ref("table:listed") }} to refer to it'
    ]


CITED = "[Karimova 2019]{.note-label} [@{karimova2019}]"


def test_a_table_of_facts() -> None:
    columns = ("date", "period", "label", "statement", "value", "status", "sources")
    project = replace(
        BILLIONS, tables={"listed": table(*columns, id=("trade", "bare"))}, figures={}
    )
    markdown, told, article = rendered('{{ table("listed") }}', project)
    assert told == []
    lines = markdown.strip().splitlines()
    assert lines[0] == "::: {#table-listed .exhibit .exhibit-table}"
    assert lines[4] == (
        "| 2017 | 2017 | what trade says (en) | what trade says (en) "
        f"| more than US\\$4.5\u00a0billion | actual | {CITED} |"
    )
    assert lines[5] == (
        f"| n.d. | n.d. | what bare says (en) | what bare says (en) | — | — | {CITED} |"
    )
    assert lines[7] == ": [Table\u00a01.]{.exhibit-number} Caption (en)"
    kinds = [(use.kind, use.id) for use in article.uses if use.section == "opening"]
    assert kinds[:3] == [
        (UseKind.TABLE, "listed"),
        (UseKind.FACT, "trade"),
        (UseKind.WORK, "karimova2019"),
    ]


def test_a_source_that_the_bibliography_lacks_does_not_break_its_table() -> None:
    source = replace(sound().sources["petrov2008"], key="unknown")
    project = replace(
        sound(),
        sources={"unknown": source},
        tables={"listed": table("source", "date", rows="sources")},
    )
    _, told, _ = rendered('# H\n\n{{ table("listed") }}\n', project)
    assert [each.partition(": ")[2].partition(":")[0] for each in told] == ["error[unknown-key]"]


def test_uses_tell_where() -> None:
    *_, article = rendered('# H\n\n{{ fact("first-line").cite }}\n')
    assert [
        (use.kind, use.id, use.language, use.section, str(use.where))
        for use in article.uses
        if use.section != "abstract"
    ] == [
        (UseKind.FACT, "first-line", "en", "opening", f"{FILE}:3"),
        (UseKind.WORK, "karimova2019", "en", "opening", f"{FILE}:3"),
        (UseKind.WORK, "petrov2008", "en", "opening", f"{FILE}:3"),
    ]
    assert article.order == ("karimova2019", "petrov2008")


def test_works_are_numbered_by_the_first_language_and_then_by_the_others() -> None:
    problems = Problems()
    article = render_article(sound(), references(), problems)
    assert article.order == ("akhmedov1980", "karimova2019", "petrov2008", "bulletin2002")


def test_a_value_whose_unit_is_unknown_is_left_out() -> None:
    project = with_facts(fact("a", value=quantity("9", unit="parsec")))
    assert rendered('{{ fact("a").value }}', project)[:2] == ("", [])
