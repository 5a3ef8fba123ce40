"""One language uses one thing where the others use another: told once, at its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from specimens import measure, references, sound
from uchtil.checks.parity import check_parity, rows_of
from uchtil.model import Section
from uchtil.problems import Location, Problems
from uchtil.render import render_article

F1, F2, LINE = '{{ fact("stations-1977").value }}', '{{ fact("length-1977").value }}', "first-line"


def told(texts: Mapping[str, str], **others: Any) -> list[str]:
    """Return what is told of one paragraph, ``texts`` by language."""
    sections = {
        ("opening", code): Section(
            slug="opening",
            language=code,
            text=f"# H\n\n{text}\n",
            where=Location(file=f"{code}.md", line=1),
        )
        for code, text in texts.items()
    }
    review = replace(sound().review, sections=("opening",), languages=tuple(texts))
    project = replace(sound(), review=review, sections=sections, **others)
    problems = Problems()
    article = render_article(project, references(), problems)
    problems = Problems()
    check_parity(project, rows_of(project, article), problems)
    return [str(each) for each in problems if each.where.file != "content/review.yaml"]


def test_the_number_of_another_fact() -> None:
    both = f"{F1} {F2}"
    assert told({"uz": both, "ru": f"a\n{F1} {F1}", "en": both}) == [
        "ru.md:4: error[facts-differ]: paragraph 1 of `opening` prints “9\u00a0станций” in "
        "Russian, from `stations-1977`, where Uzbek and English print `length-1977`\n"
        "    print `length-1977` here too; see uz.md:3 and en.md:3"
    ]


def test_a_sum_is_told_without_the_signs_of_markdown() -> None:
    facts = {
        each.id: each
        for each in (measure("sum", "2017", "5", unit="usd"), measure("other", "2017", "7"))
    }
    one, other = (f'{{{{ fact("{each}").value }}}}' for each in ("other", "sum"))
    (problem,) = told({"uz": one, "ru": one, "en": other}, facts=facts)
    assert problem.startswith(
        "en.md:3: error[facts-differ]: paragraph 1 of `opening` prints “US$5” in English, from "
    )


def test_of_two_languages_the_second_is_told() -> None:
    (problem,) = told({"uz": F1, "en": F2})
    assert problem.startswith("en.md:3: error[facts-differ]: paragraph 1 of `opening` prints")
    assert "in English, from `length-1977`, where Uzbek prints `stations-1977`" in problem


def test_another_count() -> None:
    one, other = "{{ fact_count }}", "{{ source_count }}"
    (problem,) = told({"uz": one, "ru": one, "en": other})
    assert problem == (
        "en.md:3: error[numbers-differ]: paragraph 1 of `opening` prints “2” in English, from "
        "`source_count`, where Uzbek and Russian print `fact_count`\n"
        "    print `fact_count` here too; see uz.md:3 and ru.md:3"
    )


def test_the_evidence_of_another_fact() -> None:
    one, other = '{{ fact("first-line").cite }}', '{{ fact("first-in-region").cite }}'
    (problem,) = told({"uz": other, "ru": one, "en": one})
    assert problem == (
        "uz.md:3: error[facts-differ]: paragraph 1 of `opening` uses the fact `first-in-region` in "
        "Uzbek, where Russian and English use `first-line`\n"
        "    use `first-line` here too; see ru.md:3 and en.md:3"
    )


def test_a_reference_to_another_table_or_to_none() -> None:
    one, other = '{{ ref("table:lines") }}', '{{ ref("table:sources") }}'
    assert told({"uz": one, "ru": one, "en": other})[0].startswith(
        "en.md:3: error[exhibits-differ]: paragraph 1 of `opening` uses a reference to "
        "`table:sources` in English, where Uzbek and Russian use `table:lines`\n"
    )
    assert told({"uz": one, "ru": one, "en": "a"}) == [
        "en.md:3: error[exhibits-differ]: paragraph 1 of `opening` uses a reference to "
        "`table:lines` in Uzbek and Russian, but not here\n"
        "    use it here, or take it out at uz.md:3 and ru.md:3"
    ]


@pytest.mark.parametrize("odd", ["{{ fact('first-line').year }}", "a"])
def test_what_is_no_exchange_is_told_as_before(odd: str) -> None:
    one = "{{ fact('first-line').date }} {{ fact('first-line').cite }}"
    (problem,) = told({"uz": one, "ru": one, "en": f"{odd} {{{{ fact('first-line').cite }}}}"})
    assert problem.startswith("en.md:3: error[numbers-differ]: ")


def test_two_figures_of_one_kind_the_other_way_round() -> None:
    facts = {
        each.id: each
        for each in (measure("low", "2017", "10", indicator="x"),
                     measure("high", "2023", "230", indicator="x"),
                     measure("other", "2023", "3", indicator="y"))
    }  # fmt: skip
    low, high, other = (f'{{{{ fact("{each}").value }}}}' for each in facts)
    told_of = partial(told, facts=facts)
    assert told_of({"uz": f"{low} {high}", "ru": f"{high}\n{low}", "en": f"{low} {high}"}) == [
        "ru.md:3: warning[order-differs]: paragraph 1 of `opening` prints `high` "
        "(“230\u00a0станций”) before `low` in Russian, Uzbek and English the other way round\n"
        "    see whether the two figures are exchanged; if not, build the sentence as in "
        "uz.md:3 and en.md:3"
    ]
    assert told_of({"uz": f"{low} {other}", "ru": f"{other} {low}"}) == [], "of other kinds"
    twice = f"{low} {high} {low}"
    assert told_of({"uz": twice, "ru": twice, "en": f"{low} {low} {high}"}) == []
