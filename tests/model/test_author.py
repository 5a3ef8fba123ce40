from __future__ import annotations

import pytest

from uchtil.model import Author
from uchtil.problems import Location


@pytest.mark.parametrize(
    ("name", "family", "parts"),
    [
        ("Josiah Carberry", "Carberry", ("Carberry", "Josiah")),
        ("Carberry, Josiah", "Carberry", ("Carberry", "Josiah")),
        ("Тўраев Анвар Абдуллаевич", "Тўраев", ("Тўраев", "Анвар Абдуллаевич")),
        ("Gabriel  García Márquez", "García Márquez", ("García Márquez", "Gabriel")),
        ("Plato", "Plato", ("Plato", "")),
        ("Josiah Carberry", "Car", None),
        ("Josiah Carberry", "", None),
        ("", "Carberry", None),
    ],
)
def test_a_name_in_parts(name: str, family: str, parts: tuple[str, str] | None) -> None:
    where = Location(file="content/review.yaml")
    author = Author(name={"en": name}, affiliation={}, family={"en": family}, where=where)
    assert author.parts("en") == parts
    assert author.parts("kk") is None
    assert Author(name={"en": name}, affiliation={}, where=where).parts("en") is None
