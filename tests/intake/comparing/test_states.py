"""States by name, by adjective and by city, and where they stand."""

from __future__ import annotations

from uchtil.intake.comparing.states import places_of_states


def test_where_states_are_named() -> None:
    text = "Nukus va Qizilorda universitetlari Bishkekda uchrashdi"
    assert places_of_states(text, "uz") == {
        "Uzbekistan": (0,),
        "Kazakhstan": (9,),
        "Kyrgyzstan": (35,),
    }
    assert set(places_of_states("Russian and Kazakh envoys in Tashkent", "en")) >= {"Uzbekistan"}


def test_in_uzbek_peoples_stand_for_their_states() -> None:
    found = places_of_states("O'zbek va qozoq yoshlari uchrashdi", "uz")
    assert set(found) == {"Uzbekistan", "Kazakhstan"}
