"""Blocks of a text, and the weights that they carry."""

from __future__ import annotations

import pytest

from uchtil.load.blocks import Block, blocks_of, lone_weights, without_weights
from uchtil.problems import Location

FILE = Location(file="content/sections/01-a/en.md", line=1)


def blocks(text: str) -> tuple[Block, ...]:
    return blocks_of(text, Location(file="content/sections/01-a/en.md", line=1))


def names(text: str) -> list[str]:
    return [block.name for block in blocks(text)]


def test_blocks_have_the_lines_of_their_file() -> None:
    found = blocks('# A\nTo begin\nwith.\n\n\n{{ table("x") }}\n\n- one\n- two\n\nEnd.\n')
    assert [(each.name, each.first, each.last) for each in found] == [
        ("the heading", 1, 1),
        ("paragraph 1", 2, 3),
        ("the table `x`", 6, 6),
        ("list item 1", 8, 9),
        ("paragraph 2", 11, 11),
    ]
    assert found[1].text == "To begin with."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# A\n\n## B\n\n> C\n\n```\nD\n\nE\n```\n",
            ["the heading", "subheading 1", "quotation 1", "code 1"],
        ),
        ("A {# no\n\ntext #} B\n", ["paragraph 1", "paragraph 2"]),
        ("{% set a = 1 %}\n\nB\n", ["paragraph 1"]),
        ('A {{ fact(\n\n"x").when }} B\n', ["paragraph 1"]),
        ("A[^1]\n\n[^1]: B\n\n[^2]: not printed\n", ["paragraph 1", "note 1"]),
        ('A {{ table("x") }}\n', ["paragraph 1"]),
        ("A\n=\n\nB\n-\n", ["the heading", "subheading 1"]),
    ],
)
def test_kinds_of_blocks(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def weights(text: str) -> list[tuple[str, int, int]]:
    return [(each.name, each.weight, each.standing) for each in blocks(text)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# A {{ weight(2) }}\n\nB.\n", "# A\n\nB.\n"),
        ("# {{ weight(2) }} A\n", "# A\n"),
        ("A\nb. {{ weight(3) }}\n\nC.\n", "A\nb.\n\nC.\n"),
        ("{{ weight(2) }} A.\n", "A.\n"),
        ("A. {{weight( 2 )}} B.\n", "A. B.\n"),
        ("- {{ weight(2) }} a\n- b\n", "- a\n- b\n"),
        ('{{ table("x") }} {{ weight(2) }}\n', '{{ table("x") }}\n'),
        # A line of its own leaves no line, but a comment that holds the end of it.
        ("A\n{{ weight(2) }}\nb.\n", "A\n{#\n#}b.\n"),
        ("A {{ weight(4) }} {{ weight(1) }}\n", "A {{ weight(4) }} {{ weight(1) }}\n"),
    ],
)
def test_a_weight_leaves_nothing(text: str, plain: str) -> None:
    assert without_weights(text) == plain
    assert "weight(2" not in str([block.text for block in blocks(text)])


def test_a_heading_weighs_for_all_below_it() -> None:
    text = (
        "# A\n\nB {{ weight(2) }}\n\n## C {{ weight(2) }}\n\nD\n\n### E {{ weight(3) }}\n\nF\n\n"
        "### G\n\nH {{ weight(3) }}\n\n## I\n\nJ\n"
    )
    assert weights(text) == [
        ("the heading", 1, 1),
        ("paragraph 1", 2, 2),
        ("subheading 1", 2, 2),
        ("paragraph 2", 1, 2),
        ("subheading 1", 3, 3),
        ("paragraph 3", 1, 3),
        ("subheading 2", 1, 2),
        ("paragraph 4", 3, 3),
        ("subheading 2", 1, 1),
        ("paragraph 5", 1, 1),
    ]
    assert weights('# A {{ weight(3) }}\n\n{{ table("x") }}\n')[1] == ("the table `x`", 1, 3)


def test_a_weight_that_no_block_carries() -> None:
    text = "# A\n\n{{ weight(2) }}\n\nB {{ weight(2) }}\n\n{# {{ weight(3) }} #}\n"
    assert lone_weights(text, FILE) == (Location(file=FILE.file, line=3),)
