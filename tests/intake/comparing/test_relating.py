"""Facts beside each other, and after what was told."""

from __future__ import annotations

from intake.comparison import TAGS, shipped
from uchtil.intake.comparing.relating import Nearness


def test_of_two_with_one_date_the_one_with_fewer_words_is_behind() -> None:
    (passage,) = shipped().passages(
        ("On 22 December 2022 the Treaty on Allied Relations was signed.",), TAGS["en"]
    )
    signs = {each.fact.id: each.signs for each in shipped().pairings(passage)}
    assert signs["allied-relations-treaty-2022"]["behind in words"] == 0
    assert signs["demarcation-treaty-2022"]["behind in words"] > 0.3


def test_facts_of_one_thing_are_near_each_other() -> None:
    nearness = Nearness(shipped().profiles)
    near = nearness.of("darbaza-cost", "darbaza-start")
    assert near == nearness.of("darbaza-start", "darbaza-cost")
    assert near > nearness.of("darbaza-cost", "karimov-visits")
    assert nearness.of("darbaza-cost", "darbaza-cost") == 0


def test_a_sentence_that_goes_on_is_near_what_was_told_before() -> None:
    (passage,) = shipped().passages(("Its text has 26 articles.",), TAGS["en"])
    before = ("eternal-friendship-treaty-1998",)
    alone, after = (
        {each.fact.id: each.signs for each in shipped().pairings(passage, told)}
        for told in ((), before)
    )
    assert alone["eternal-friendship-articles"]["near what was told"] == 0
    assert after["eternal-friendship-articles"]["near what was told"] > 0.3


def test_what_is_counted_of_two_is_told_beside_each_other() -> None:
    text = "Karimov visited Kazakhstan 25 times, and its president came to Tashkent nine times."
    (passage,) = shipped().passages((text,), TAGS["en"])
    theirs = [
        each for each in shipped().pairings(passage) if each.fact.id == "kazakh-president-visits"
    ]
    like = {
        each.valued.find.words: each.signs["its like beside it"]
        for each in theirs
        if each.valued.find
    }
    assert like["nine times"] == 1
    assert like.get("25 times", 0) == 0  # that amount is the other's
