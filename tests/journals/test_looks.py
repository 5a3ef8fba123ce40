"""How manuscripts are set: what is ruled, what is usual, what follows from a neighbour."""

from __future__ import annotations

from dataclasses import replace

from uchtil.journals.looks import layout_of, look_of
from uchtil.load.profiles import load_profile
from uchtil.model.profiles import Look, Profile
from uchtil.problems import Problems
from workshop import ROOT


def profile(**others: Look) -> Profile:
    made = load_profile(ROOT, ROOT / "templates", "vak-history", Problems())
    assert made is not None
    return replace(made, type=replace(made.type, others=others))


def test_names_in_italics_are_not_bold_as_well() -> None:
    assert look_of(profile(), "author").bold
    assert look_of(profile(author=Look(italic=True)), "author") == Look(
        italic=True, bold=False, align="center"
    )
    assert look_of(profile(author=Look(italic=True, bold=True)), "author").bold
    made = layout_of(profile(author=Look(italic=True))).otherwise["Author"]
    assert (made["bold"], made["italic"]) == (False, True)


def test_places_of_work_stand_as_their_authors_do() -> None:
    assert look_of(profile(), "affiliation").align == "center"
    right = Look(align="right")
    assert look_of(profile(author=right), "affiliation").align == "right"
    both = profile(author=right, affiliation=Look(align="left"))
    assert look_of(both, "affiliation").align == "left"
