"""Works of the authors themselves, in a copy without names."""

from __future__ import annotations

import pytest

from uchtil.bibliography.reference import PersonName, Reference
from uchtil.journals.selves import own_works, without_names
from uchtil.model import Author
from uchtil.problems import Location

HERE = Location(file="content/review.yaml")
AUTHOR = Author(
    name={"ru": "Джосайя Карберри", "en": "Josiah Carberry"}, affiliation={}, where=HERE
)


def work(**name: str) -> Reference:
    return Reference(
        key="one",
        type="book",
        language="en",
        fields={},
        names={"author": (PersonName(**name),)},
        dates={},
        where=HERE,
    )


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ({"family": "Carberry", "given": "Josiah"}, True),
        ({"family": "Carberry", "given": "J."}, True),
        ({"family": "Карберри", "given": "Д. П."}, True),
        ({"family": "Carberry"}, True),
        ({"family": "Carberry", "given": "Anna"}, False),
        ({"family": "Carbery", "given": "Josiah"}, False),
        ({"literal": "Carberry Institute"}, False),
    ],
)
def test_whose_a_work_is(name: dict[str, str], own: bool) -> None:
    assert own_works([work(**name)], [AUTHOR]) == ({"one"} if own else set())


def test_nothing_of_an_own_work_is_told() -> None:
    items = [
        {"id": "one", "type": "book", "title": "Psychoceramics", "language": "en-GB"},
        {"id": "two", "type": "book", "title": "Pots", "language": "ru-RU"},
    ]
    hidden = without_names(items, frozenset({"one"}), "en")
    assert hidden == [
        {
            "id": "one",
            "type": "document",
            "title": "[work of the author: details removed for anonymous review]",
            "language": "en-GB",
        },
        items[1],
    ]
