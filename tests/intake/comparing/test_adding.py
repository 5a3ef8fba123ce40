"""What is new in a text: of the two states, and not of one of their neighbours."""

from __future__ import annotations

from intake.comparison import TAGS, shipped
from uchtil.intake.comparing import Verdict


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
