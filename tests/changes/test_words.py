"""Words and lines side by side."""

from __future__ import annotations

import pytest

from uchtil.changes.said import Cell, Line, Mark
from uchtil.changes.words import (
    Op,
    line_key,
    lines_alike,
    pairs,
    runs_of,
    shown,
    works_named,
)
from uchtil.language.sentences import sentences


def told(one: str, other: str) -> str:
    """Return what became of the words, as [-gone-]{+come+}."""
    signs = {Op.SAME: "{}", Op.INSERTED: "{{+{}+}}", Op.DELETED: "[-{}-]"}
    return "".join(
        signs[run.op].format(run.text) for run in runs_of(Cell(text=one), Cell(text=other))
    )


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("the same", "the same", "the same"),
        ("signed in 1998", "signed in 1999", "signed in [-1998-]{+1999+}"),
        ("a b c", "a c", "a [-b -]c"),
        ("a c", "a b c", "a {+b +}c"),
        # no island of a blank between two changed words
        ("one two three", "eins zwei three", "[-one two-]{+eins zwei+} three"),
        # the Uzbek letters oʻ and ʼ are letters: one word
        ("yoʻl maʼlum", "yoʻq maʼlum", "[-yoʻl-]{+yoʻq+} maʼlum"),
        # a no-break space is not a space
        ("12 km", "12\u00a0km", "12[- -]{+\u00a0+}km"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("[1; 2]", "[1; 3]", "[1; [-2-]{+3+}]"),
    ],
)
def test_words(one: str, other: str, wanted: str) -> None:
    assert told(one, other) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b c d e f", "f e d c b a"),
        ("«А», “Б” — В.", "«Б», “А” – Г!"),
        ("  two  spaces ", " one space"),
        ("line\nbreak", "line\tbreak\n"),
    ],
)
def test_both_texts_are_left_to_the_letter(one: str, other: str) -> None:
    runs = runs_of(Cell(text=one), Cell(text=other))
    assert "".join(run.text for run in runs if run.op is not Op.INSERTED) == one
    assert "".join(run.text for run in runs if run.op is not Op.DELETED) == other


def test_words_keep_how_they_are_set() -> None:
    old = Cell(text="a word here", marks=(Mark(start=2, end=6, kind="emphasis"),))
    new = Cell(text="a wordy here", marks=(Mark(start=2, end=6, kind="strong"),))
    assert [(run.op.value, run.text, run.kinds) for run in runs_of(old, new)] == [
        ("same", "a ", ()),
        ("same", "word", ("strong",)),
        ("inserted", "y", ()),
        ("same", " here", ()),
    ]


def test_a_new_number_of_a_work_is_no_other_text() -> None:
    one = Line(
        kind="paragraph", text="So [1].", marks=(Mark(start=3, end=6, kind="citation", value="a"),)
    )
    other = Line(
        kind="paragraph", text="So [12].", marks=(Mark(start=3, end=7, kind="citation", value="a"),)
    )
    assert works_named(one) == works_named(other) == "So [@a]."


def test_a_label_becomes_text() -> None:
    line = shown(
        Line(kind="item", label="•", text="an item", marks=(Mark(start=3, end=7, kind="strong"),))
    )
    assert (line.text, line.label, line.marks[0].start, line.marks[0].end) == (
        "• an item",
        "",
        5,
        9,
    )


def test_moved_lines_are_deleted_and_inserted() -> None:
    one, two, three = (
        Line(kind="paragraph", text=text)
        for text in ("First of them all.", "Second, by its words.", "Third and last line.")
    )
    found = pairs([one, two, three], [two, three, one], key=line_key, alike=lines_alike)
    assert found == [(one, None), (two, two), (three, three), (None, one)]


def test_lines_that_share_little_are_different_ones() -> None:
    one = Line(kind="paragraph", text="Trade grew from year to year.")
    other = Line(kind="paragraph", text="The border was drawn in 2001.")
    assert pairs([one], [other], key=line_key, alike=lines_alike) in (
        [(one, None), (None, other)],
        [(None, other), (one, None)],
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Signed on 6 Nov. and so on.", 1),
        ("See p. 12 and vol. 3 of A. Smith.", 1),
        ("Показано в табл. 1 и на рис. 2. Третья открылась в 2001 г. и работает.", 2),
        ("“Quoted.” Then more.", 2),
        ("2001-yil 26-oktabrda. Keyin yana.", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    found = sentences(text)
    assert len(found) == count
    assert "".join(text[start:end] for start, end in found) == text
