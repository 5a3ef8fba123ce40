"""The tables themselves: every rule of a date reads its own example, in both scripts of Uzbek."""

from __future__ import annotations

import re

import pytest

from uchtil.intake.recognise.dates import dates_in
from uchtil.intake.recognise.sentences import Sentence
from uchtil.intake.recognise.tables import Table
from uchtil.language import LANGUAGES, wording_of
from uchtil.language.uz.script import to_cyrillic, to_latin
from uchtil.language.wording import NUMERIC_DATES, DateRule
from uchtil.model import Bound, Status

RULES = [
    (language.code, rule)
    for language in LANGUAGES
    for rule in (*wording_of(language.code).dates, *NUMERIC_DATES)
]


def dates_of(text: str, code: str) -> str:
    sentence = Sentence(text=text, places=list(range(len(text))), language=code, number=1)
    return " ".join(str(found.value) for found in dates_in(sentence))


@pytest.mark.parametrize(("code", "rule"), RULES, ids=lambda each: getattr(each, "example", each))
def test_a_rule_reads_its_example(code: str, rule: DateRule) -> None:
    assert dates_of(f"({rule.example})", code) == rule.means


@pytest.mark.parametrize(
    "rule",
    wording_of("uz").dates,
    ids=lambda r: r.example,
)
def test_uzbek_dates_are_read_in_cyrillic_too(rule: DateRule) -> None:
    cyrillic = to_cyrillic(rule.example.replace("o'", "oʻ").replace("'", "ʼ"))
    latin = to_latin(cyrillic).replace("ʻ", "'").replace("ʼ", "'")
    assert dates_of(latin, "uz") == rule.means


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_hedges_and_statuses_are_those_of_the_model(language) -> None:
    wording = wording_of(language.code)
    bounds = {each.value for each in Bound} | {"up-to", "average"}
    assert set(wording.before.values()) | set(wording.after.values()) <= bounds
    assert set(wording.statuses.values()) <= {each.value for each in Status}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_no_table_has_groups_of_its_own(language) -> None:
    wording = wording_of(language.code)
    for table in (wording.before, wording.after, wording.units, wording.scales, wording.statuses):
        for entry in table:
            assert re.compile(entry).groups == 0, entry


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_months_are_twelve_and_told_apart(language) -> None:
    from uchtil.language.numerals import MONTHS

    assert len(wording_of(language.code).months) == len(MONTHS)
    for number in range(1, 13):
        when = f"2017-{number:02d}"
        from uchtil.model import When

        assert (
            dates_of(language.date(When.parse(when)).replace("\u00a0", " "), language.code) == when
        )


def test_a_table_knows_which_entry_was_met() -> None:
    table = Table({"mln|million": 6, "mlrd": 9}, before=" ?")
    hit = table.match("5 mlrd", 1)
    assert hit is not None
    assert (hit.start, hit.end, hit.value) == (1, 6, 9)
    assert table.match("5 ming", 1) is None
    assert [hit.value for hit in table.finditer("mln mlrd million")] == [6, 9, 6]
