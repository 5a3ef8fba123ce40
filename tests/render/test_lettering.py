"""Labels that fit: measured, cut at words, broken into lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.render.figures.lettering import Lettering, lettering

EVEN = Lettering({**dict.fromkeys("abcdefgh (),:…", 500)})
"""Letters that are all as wide as half of their size: in size 2, each is 1 wide."""


def test_widths_are_those_of_the_font(templates: Path) -> None:
    letters = lettering(templates)
    assert letters.width("", 12) == 0
    assert letters.width("iii", 12) < letters.width("жшщ", 12)
    assert letters.width("Oʻzbekiston", 20) == pytest.approx(2 * letters.width("Oʻzbekiston", 10))
    assert set("AaЯяЎўҚқҒғҲҳӘәʻʼ…«»“”—") <= set(letters.widths)


def test_an_unknown_letter_is_taken_for_a_wide_one(templates: Path) -> None:
    letters = lettering(templates)
    assert letters.width("漢", 10) == 7
    assert letters.width("漢", 10) > letters.width("n", 10)


@pytest.mark.parametrize(
    ("text", "room", "fitted"),
    [
        ("abc def", 7, "abc def"),
        ("abcd efgh", 8, "abcd…"),
        ("abcd: efgh", 9, "abcd…"),
        ("abcdefgh", 5, "abcd…"),
        ("a bcdefghabcd", 9, "a bcdefg…"),
        ("abcdefgh", 3, ""),
        ("", 3, ""),
    ],
)
def test_a_label_is_cut_at_a_word(text: str, room: float, fitted: str) -> None:
    assert EVEN.fit(text, 2, room) == fitted
    assert EVEN.width(fitted, 2) <= room


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("abc", 2, ["abc"]),
        ("abc def gh", 2, ["abc def", "gh"]),
        ("abc def gh abc def", 2, ["abc def", "gh abc…"]),
        ("abc (de fg)", 2, ["abc", "(de fg)"]),
        ("abc (de fg abc)", 3, ["abc (de", "fg abc)"]),
        ("abc def", 1, ["abc def"]),
        ("", 2, []),
    ],
)
def test_a_label_is_broken_into_lines(text: str, most: int, lines: list[str]) -> None:
    assert EVEN.wrap(text, 2, 7, most) == lines
