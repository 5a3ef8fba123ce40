"""Which facts a passage tells: points, and what each find leaves room for."""

from __future__ import annotations

from dataclasses import replace

from intake.comparison import TAGS, shipped
from uchtil.intake.comparing.choosing import Choice, choose, points_of
from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.points import ENOUGH, POINTS


def pairings(sentence: str, *facts: str) -> list[Pairing]:
    (passage,) = shipped().passages((sentence,), TAGS["en"])
    found = {each.fact.id: each for each in shipped().pairings(passage)}
    return [found[fact] for fact in facts]


def weighed(pairing: Pairing, points: float) -> Pairing:
    """Return it with signs that come to so many points."""
    return replace(pairing, signs={"words": (points + ENOUGH) / POINTS["words"]})


def ids(chosen: list[Choice]) -> list[str]:
    return [each.pairing.fact.id for each in chosen]


def test_points_are_added_up() -> None:
    assert points_of({"words": 1.0, "claim": 1.0}) == POINTS["words"] + POINTS["claim"] - ENOUGH


def test_too_few_points_choose_nothing() -> None:
    (one,) = pairings("In 2021 mutual trade reached 4 billion dollars.", "trade-2021")
    assert choose([weighed(one, -0.1)]) == []
    assert ids(choose([weighed(one, 0.1)])) == ["trade-2021"]


def test_an_amount_is_of_one_thing() -> None:
    one, two = pairings(
        "Mutual trade between the two countries was to reach 5 billion dollars.",
        "trade-target-2020",
        "trade-target-2018",
    )
    chosen = choose([weighed(one, 3.0), weighed(two, 2.8)])
    assert ids(chosen) == ["trade-target-2020"]


def test_what_fits_as_well_is_named() -> None:
    sentence = "On 15 March 2018 Shavkat Mirziyoyev opened the Year of Uzbekistan in Kazakhstan."
    one, two = pairings(sentence, "year-of-uzbekistan", "visit-mirziyoyev-2018")
    assert ids(choose([weighed(one, 5.0), weighed(two, 4.0)])) == [one.fact.id, two.fact.id]
    assert ids(choose([weighed(one, 5.0), weighed(two, 1.0)])) == [one.fact.id]


def test_a_date_that_an_event_has_disputes_no_other() -> None:
    sentence = (
        "On 22 December 2022 the presidents of Uzbekistan and Kazakhstan signed the treaty on the "
        "demarcation of the border and the Treaty on Allied Relations."
    )
    treaty, declaration = pairings(
        sentence, "allied-relations-treaty-2022", "allied-relations-declaration-2021"
    )
    assert ids(choose([weighed(treaty, 5.0), weighed(declaration, 4.9)])) == [treaty.fact.id]
