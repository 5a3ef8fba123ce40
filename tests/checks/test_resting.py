"""What facts said when texts were confirmed, kept, and held against what they say now."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from uchtil.checks.resting import (
    Paragraph,
    Standing,
    What,
    confirm,
    lock_bytes,
    noted,
    only,
    read_lock,
    standing,
    write_lock,
)
from uchtil.checks.resting.lock import Lock
from uchtil.model import Bound, Evidence, Fact, Kind, Quantity, Scale, Status, When
from uchtil.problems import Location, Problems

THEN, NOW = datetime.date(2026, 3, 2), datetime.date(2026, 11, 30)
HERE = Location(file="a.md", line=3)


def evidence(source: str, **own: object) -> Evidence:
    return Evidence(source=source, anchor="words", where=HERE, **own)  # type: ignore[arg-type]


LENGTH = Fact(
    id="length",
    kind=Kind.MEASURE,
    theme="metro",
    statement={"uz": "Uzunlik.", "en": "The length."},
    evidence=(evidence("one"), evidence("two", date=When.parse("197X"))),
    date=When.parse("1977"),
    value=Quantity(
        amount=Decimal("12.50"),
        unit="km",
        scale=Scale.THOUSAND,
        upper=Decimal(14),
        bound=Bound.ABOUT,
    ),
    status=Status.PLAN,
    where=HERE,
)
CLAIM = Fact(
    id="first",
    kind=Kind.CLAIM,
    theme="metro",
    statement={"uz": "Birinchi.", "en": "The first."},
    evidence=(evidence("one"),),
    where=HERE,
)
FACTS = {"length": LENGTH, "first": CLAIM}


def paragraph(text: str, *facts: str, language: str = "en", section: str = "opening") -> Paragraph:
    return Paragraph(
        section=section,
        language=language,
        name="paragraph 1",
        text=text,
        where=HERE,
        facts=facts,
    )


TEXTS = (paragraph("Both.", "length", "first"), paragraph("Ikkovi.", "first", language="uz"))


def stand(facts: dict[str, Fact], lock: Lock, *texts: Paragraph) -> Standing:
    return standing(texts or TEXTS, facts, lock, Problems())


def test_what_is_kept_is_read_back_and_says_that_nothing_changed(tmp_path: Path) -> None:
    lock = noted(TEXTS, FACTS, Lock(), THEN)
    path = tmp_path / "facts.lock"
    write_lock(lock, path)
    assert read_lock(path, Problems()) == lock
    assert path.read_bytes() == lock_bytes(noted(TEXTS, FACTS, lock, NOW))
    assert stand(FACTS, lock).reread == ()
    data = json.loads(path.read_bytes())
    (length,) = (each for each in data["facts"] if each["fact"] == "length")
    assert (length["date"], length["value"]["amount"], length["value"]["upper"]) == (
        *("1977", "12.50"),
        "14",
    )


LENGTH_NEWS = [
    ({"date": When.parse("1977-05")}, (What.SHARPENED,), True),
    ({"date": When.parse("1978")}, (What.CHANGED,), True),
    ({"status": Status.ACTUAL}, (What.CHANGED,), True),
    ({"value": None}, (What.CHANGED,), True),
    ({"statement": {"uz": "Boshqa.", "en": "Other words."}}, (), False),
    ({"evidence": (evidence("one"), evidence("three"))}, (What.GAINED, What.LOST), False),
    (
        {"evidence": (evidence("one"), evidence("two", date=When.parse("1990")))},
        (What.CONTESTED,),
        True,
    ),
]


@pytest.mark.parametrize(("changed", "what", "stale"), LENGTH_NEWS)
def test_what_became_of_a_fact(
    changed: dict[str, object], what: tuple[What, ...], stale: bool
) -> None:
    lock = noted(TEXTS, FACTS, Lock(), THEN)
    now = {**FACTS, "length": replace(LENGTH, **changed)}  # type: ignore[arg-type]
    found = stand(now, lock).reread
    assert [(each.paragraph, each.confirmed) for each in found] == (
        [(TEXTS[0], THEN)] if what else []
    )
    for each in found:
        assert [(one.id, one.what) for one in each.facts] == [("length", what)]
        assert each.is_stale is stale
    if What.CONTESTED in what:  # and back
        lock = noted(TEXTS, now, Lock(), THEN)
        assert stand(FACTS, lock).reread[0].facts[0].what == (What.SETTLED,)


def test_a_claim_is_its_statement_language_by_language() -> None:
    lock = noted(TEXTS, FACTS, Lock(), THEN)
    now = {**FACTS, "first": replace(CLAIM, statement={"uz": "Yagona.", "en": " The\nfirst."})}
    (uzbek,) = stand(now, lock).reread
    assert uzbek.paragraph is TEXTS[1]
    assert uzbek.facts[0].what == (What.REWORDED,)


def test_a_text_is_found_by_its_words_and_an_edited_one_is_new() -> None:
    lock = noted(TEXTS, FACTS, Lock(), THEN)
    now = {**FACTS, "length": replace(LENGTH, date=When.parse("1978"))}
    moved = paragraph("Both.", "length", section="network")
    assert len(stand(now, lock, moved).reread) == 1
    edited = paragraph("Both, then.", "length")
    assert stand(now, lock, edited).reread == ()
    later = noted([edited], now, lock, NOW)
    assert [each.confirmed for each in later.records.values()] == [NOW]
    assert [str(each.date) for each in later.states.values()] == ["1978"]  # no other is needed
    assert len(stand(FACTS, later, edited).reread) == 1


def test_confirming_a_section_in_one_language() -> None:
    lock = noted(TEXTS, FACTS, Lock(), THEN)
    now = {**FACTS, "first": replace(CLAIM, statement={"uz": "Yagona.", "en": "The only one."})}
    assert len(stand(now, lock).stale) == 2
    lock = confirm(
        TEXTS, now, lock, NOW, lambda section, code: (section, code) == ("opening", "uz")
    )
    assert [each.paragraph.language for each in stand(now, lock).stale] == ["en"]
    assert {each.confirmed for each in lock.records.values()} == {THEN, NOW}
    assert confirm(TEXTS, now, lock, NOW, lambda *_: False) == lock


def test_a_fact_that_a_text_newly_rests_on_is_noted_as_it_is() -> None:
    lock = noted([paragraph("Both.", "length")], FACTS, Lock(), THEN)
    now = {**FACTS, "length": replace(LENGTH, date=When.parse("1978"))}
    lock = noted(TEXTS[:1], now, lock, NOW)
    changed = {**now, "first": replace(CLAIM, evidence=(*CLAIM.evidence, evidence("two")))}
    (found,) = stand(changed, lock).reread
    assert [(one.id, one.what) for one in found.facts] == [
        ("length", (What.CHANGED,)),
        ("first", (What.GAINED,)),
    ]
    assert [each.facts[0].id for each in only(stand(changed, lock), ["first"])] == ["first"]


def test_without_a_lock_nothing_is_known_of_before() -> None:
    assert standing(TEXTS, FACTS, None, Problems()) == Standing(noted=False, texts=2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 2}',
        '{"version": 1, "paragraphs": [{}], "facts": []}',
        '{"version": 1, "paragraphs": [], "facts": [{"mark": "a", "fact": "b", "date": "x"}]}',
        '{"version": 1, "paragraphs": [], "facts": [{"mark": "a", "fact": "b", "sources": [], '
        '"value": {"amount": "x", "unit": "km", "scale": "one", "bound": "exact"}}]}',
        "[" * 100_000,
    ],
)
def test_a_broken_lock_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.lock"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    assert read_lock(path, problems) == Lock()
    assert [each.code for each in problems.errors] == ["broken-lock"]
