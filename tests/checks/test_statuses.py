"""Plans that are told as results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import measure, with_facts
from uchtil.checks.statuses import check_statuses
from uchtil.language import language
from uchtil.load.texts import Text
from uchtil.model import Fact, Status
from uchtil.problems import Problems

PLAN = measure("plan", "2022", "5", status=Status.PLAN)
RESULT = measure("result", "2021", "4")
AT = "content/facts/test.yaml:1: warning[plan-as-result]: "


def told(code: str, source: str, *facts: Fact, field: str = "#") -> list[str]:
    text = Text(file="a.md", language=code, source=source, start=0, end=len(source), style=field)
    problems = Problems()
    check_statuses(with_facts(*(facts or (PLAN, RESULT))), [text], problems)
    return [str(each) for each in problems]


@pytest.mark.parametrize(
    ("status", "statement", "expected"),
    [
        (
            Status.ACTUAL,
            {"en": "Trade was planned to reach this.", "ru": "Торговля достигла этого."},
            "the status of `a` is actual, and its statement says “planned” in English",
        ),
        (
            Status.ESTIMATE,
            {"uz": "Shunga yetkazish rejalashtirilgan.", "ru": "Это цель сторон."},
            "the status of `a` is estimate, and its statement says “rejalashtirilgan” in Uzbek "
            "and “цель” in Russian",
        ),
        (
            Status.TARGET,
            {"uz": "Savdo shu darajaga yetgan.", "en": "Trade is to reach this."},
            "the status of `a` is target, and its statement says “yetgan” in Uzbek",
        ),
    ],
)
def test_a_statement_that_its_status_contradicts(
    status: Status, statement: dict[str, str], expected: str
) -> None:
    fact = replace(measure("a", "2022", "5", status=status), statement=statement)
    assert told("en", "", fact) == [
        f"{AT}{expected}\n    the verb in the source decides: give it the right status, or mend "
        "the statement"
    ]


@pytest.mark.parametrize(
    ("code", "source", "verb"),
    [
        ("en", 'A plan; then trade\nreached {{ fact("plan").value }}.', "reached"),
        ("ru", 'Торговля достигла {{ fact("plan").number }} долл.', "достигла"),
        ("uz", 'Savdo {{ fact("plan").value }}ga yetgan. Reja shu.', "yetgan"),
    ],
)
def test_a_sentence_that_tells_a_plan_as_a_result(code: str, source: str, verb: str) -> None:
    line = 1 + source[: source.index("{{")].count("\n")
    (problem,) = told(code, source)
    assert problem.startswith(f"a.md:{line}:")
    assert problem.endswith(
        "warning[plan-as-result]: `plan` is a plan, and this sentence tells it as a result: "
        f"“{verb}”\n    say that it was planned, or name the fact that tells what came about"
    )


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("en", 'Trade was planned to reach {{ fact("plan").value }}.'),
        ("en", 'They agreed that trade reached {{ fact("plan").value }}.'),
        ("en", 'Trade reached {{ fact("result").value }}.'),
        ("en", 'Trade reached {{ fact("result").value }}, of {{ fact("plan").value }}.'),
        ("en", 'Trade reached its peak in {{ fact("plan").year }}.'),
        ("en", 'Trade reached {{ fact("nothing").value }}.'),
        ("ru", 'Торговлю условились довести до {{ fact("plan").value }}: рост достиг пика.'),
        ("uz", 'Savdoni {{ fact("plan").value }}ga yetkazishga kelishilgan.'),
    ],
)
def test_what_is_told_as_it_is(code: str, source: str) -> None:
    assert told(code, source) == []


def test_what_is_no_template_prints_no_number() -> None:
    assert told("en", 'reached {{ fact("plan").value }}', field='"') == []


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_each_word_of_a_plan_is_one_of_an_intention(code: str) -> None:
    verbs = language(code).verbs
    assert verbs is not None
    words = {
        "uz": ("rejalashtirilgan", "rejasi", "maqsadi", "koʻzlangan", "moʻljallangan"),
        "ru": ("запланировано", "планом", "целью", "намечено", "предполагается"),
        "en": ("planned", "targets", "aimed", "intended", "expected"),
    }[code]
    for word in words:
        assert verbs.planned.fullmatch(word), word
        assert verbs.intended.fullmatch(word), word
        assert not verbs.reached.search(word), word
