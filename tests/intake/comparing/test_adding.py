"""What is new in a text: of the two states, and not of one of their neighbours."""

from __future__ import annotations

from intake.comparison import TAGS, shipped
from uchtil.intake.comparing import Verdict
from uchtil.intake.comparing.adding import signs_of_adding


def adds(state: str) -> list[int]:
    """Return the sentences that are candidates, where this state joins an organisation."""
    text = (
        "Oʻzbekiston va Qozogʻiston 1999-yilda bitim tuzdi. Oʻsha yilning dekabrida "
        f"{state} va Qozogʻiston Jahon savdo tashkilotiga kirdi."
    )
    matches = shipped().compare([text], TAGS["uz"])
    return [each.sentence for each in matches if each.verdict is Verdict.ADDS and each.sentence > 1]


def test_a_neighbour_of_the_two_states_is_no_party() -> None:
    assert adds("Oʻzbekiston") == [2]
    assert adds("Qirgʻiziston") == []


def test_what_the_writer_did_himself_is_less_likely_of_concern() -> None:
    profiles = shipped().profiles
    (mine,) = shipped().passages(("I lived in Tashkent and Almaty for 7 years.",), TAGS["en"])
    (theirs,) = shipped().passages(("Tashkent and Almaty agreed on 7 flights.",), TAGS["en"])
    first, second = (signs_of_adding(each, profiles) for each in (mine, theirs))
    assert first is not None
    assert second is not None
    assert (first["of the writer"], second["of the writer"]) == (1, 0)
    assert first["parties side by side"] == second["parties side by side"] == 1


def test_a_sentence_without_date_and_amount_adds_nothing() -> None:
    (passage,) = shipped().passages(("The two countries are neighbours.",), TAGS["en"])
    assert signs_of_adding(passage, shipped().profiles) is None


def test_what_passes_between_states_is_told_from_what_each_has() -> None:
    texts = (
        "Uzbekistan exported 86 tonnes of fruit.",
        "Uzbekistan has 37 million people and Kazakhstan 20 million people.",
    )
    found = []
    for text in texts:
        (passage,) = shipped().passages((text,), TAGS["en"])
        signs = signs_of_adding(passage, shipped().profiles)
        assert signs is not None
        found.append((signs["passes between states"], signs["a figure of each"]))
    assert found == [(1, 0), (0, 1)]
