from __future__ import annotations

import pytest

from uchtil.bibliography import PersonName
from uchtil.bibliography.names import read_names
from uchtil.bibliography.values import WrongValue


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Рахимов, М.", PersonName(family="Рахимов", given="М.")),
        (
            "Хайруллаев, Икром Илёмжон ўғли",
            PersonName(family="Хайруллаев", given="Икром Илёмжон ўғли"),
        ),
        ("Зиямов", PersonName(family="Зиямов")),
        ("von der Leyen, Ursula", PersonName(particle="von der", family="Leyen", given="Ursula")),
        ("King, Jr., Martin", PersonName(family="King", suffix="Jr.", given="Martin")),
        ("{Ташқи ишлар, ва савдо}", PersonName(literal="Ташқи ишлар, ва савдо")),
        ("{Bread and Roses}", PersonName(literal="Bread and Roses")),
    ],
)
def test_one_name(text: str, name: PersonName) -> None:
    assert read_names(text, "author") == ((name,), False)


def test_several_names_and_others() -> None:
    names, others = read_names("Ионова, Е.\n  and {Bread and Roses} and others", "author")
    assert names == (PersonName(family="Ионова", given="Е."), PersonName(literal="Bread and Roses"))
    assert others


@pytest.mark.parametrize("text", ["Иванов,", "A, B, C, D", "Karimov, A., Rahimov, B., X"])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(WrongValue) as caught:
        read_names(text, "editor")
    assert caught.value.message == f"`{text}` in the field `editor` is not a name"
    assert caught.value.hint == "write `Family, Given`, and `and` between two names"
