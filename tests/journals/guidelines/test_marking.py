"""The page of rules with its marks: what was read stands beside its words, what asks is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.marking import KINDS, Note, Piece, Row, marked, marked_page
from uchtil.journals.guidelines.reading import Guidelines, read_guidelines
from uchtil.pipeline.new_profile import read_rules
from uchtil.problems import Problems
from workshop import ROOT

PAGES = ROOT / "tests" / "data" / "journals"
NAMES = sorted(each.stem for each in PAGES.glob("*.yaml"))


def page_of(name: str) -> Guidelines:
    (path,) = (each for each in PAGES.glob(f"{name}.*") if each.suffix != ".yaml")
    page = read_rules(path, Problems())
    assert page is not None
    return page


def rows_of(*paragraphs: str) -> list[Row]:
    return list(marked(read_guidelines(paragraphs)))


def test_lines_stand_beside_their_words() -> None:
    (row,) = rows_of("The left margin is 3 cm, the font Arial, 12 pt.")
    assert [(each.text, each.kind, each.number) for each in row.pieces] == [
        ("The ", "", 0),
        ("left margin is 3 cm", "line", 1),
        (", ", "", 0),
        ("the font Arial", "line", 2),
        (", ", "", 0),
        ("12 pt", "line", 3),
        (".", "", 0),
    ]
    assert row.notes == (
        Note(kind="line", text="page.left: 3", numbers=(1,)),
        Note(kind="line", text="type.font: Arial", numbers=(2,)),
        Note(kind="line", text="type.size: 12", numbers=(3,)),
    )


def test_a_sentence_that_asks_and_was_not_read_is_open() -> None:
    (row,) = rows_of("We are glad of letters. Each article must be printed on blue paper.")
    assert row.pieces[-1] == Piece(
        text="Each article must be printed on blue paper.", kind="open", number=0
    )
    assert row.notes == (Note(kind="open", text="nothing was read"),)


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("Требования к рисункам", id="ru"),
        pytest.param("Maqolaga talablar", id="uz"),
        pytest.param("Mazmuni, shakli va hajmiga umumiy talablar:", id="uz, long"),
        pytest.param("What is required", id="en"),
    ],
)
def test_a_heading_is_not_open(heading: str) -> None:
    assert rows_of(heading) == [Row(pieces=(Piece(text=heading),), notes=())]


def test_what_differs_and_what_no_line_can_say_is_doubtful() -> None:
    notes = [
        note
        for row in rows_of("Line spacing is 1.5.", "The text has line spacing 2.", "Font size.")
        for note in row.notes
    ]
    assert notes == [
        Note(kind="doubt", text="told twice: type.spacing: 1.5", numbers=(1,)),
        Note(kind="doubt", text="told twice: type.spacing: 2", numbers=(1,)),
    ]


def test_a_duty_is_named() -> None:
    (row,) = rows_of("All manuscripts are checked for plagiarism before review.")
    assert row.notes == (Note(kind="duty", text="duty: originality", numbers=(1,)),)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_its_mark(name: str) -> None:
    page = page_of(name)
    rows = list(marked(page))
    noted = " ".join(note.text for row in rows for note in row.notes)
    for each in page.seen:
        if isinstance(each, Find) and each.at >= 0 and each.path in page.filled:
            assert each.path.partition(".")[0] in noted
    for row in rows:
        for note in row.notes:
            assert note.kind == "open" or note.numbers, note


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_page_is_lost(name: str) -> None:
    page = page_of(name)
    shown = "".join(piece.text for row in marked(page) for piece in row.pieces)
    read = dict.fromkeys(id(each.source) for each in page.sayings)
    sources = {id(each.source): each.source for each in page.sayings}
    assert shown.split() == "".join(sources[each] for each in read).split()


def test_the_page_is_escaped_and_asks_nothing_of_the_network(tmp_path: Path) -> None:
    page = read_guidelines(["The left margin must be <script>3 cm</script> wide."])
    html = marked_page(page, ROOT / "templates", journal="mine", file="<b>.html")
    assert "<script>" not in html
    assert "&lt;script&gt;3 cm" in html
    assert "<h1>&lt;b&gt;.html: the rules as read</h1>" in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    assert "languages of manuscripts" in html  # among what is not told


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("В таблицах не допускается цветная заливка.", id="ru"),
        pytest.param("Различать дефис и тире", id="ru, an infinitive"),
        pytest.param("Rasm ostida izoh beriladi.", id="uz"),
        pytest.param("Use straight quotation marks.", id="en"),
        pytest.param("Test all hyperlinks", id="en, short"),
        pytest.param("Adabiyot bilimi ingliz va rus tillarida ham boʻlsa.", id="uz, languages"),
    ],
)
def test_what_is_done_with_a_manuscript_is_open(said: str) -> None:
    (row,) = rows_of(said)
    assert [each.text for each in row.notes] == ["nothing was read"]


def test_a_sentence_that_goes_on_with_an_open_one_is_open() -> None:
    (row,) = rows_of("Graphs must be drawn anew. This includes tables. We print both.")
    assert [each.text.strip() for each in row.pieces if each.kind == "open"] == [
        "Graphs must be drawn anew.",
        "This includes tables.",
    ]


def test_another_file_is_pointed_at() -> None:
    (row,) = rows_of("References are formatted as described in this file.")
    assert row.notes == (
        Note(kind="open", text="another page or file: read it, too", numbers=(1,)),
    )
    assert [each.kind for each in row.pieces if not each.number] == ["", ""]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_mark_has_its_colour(kind: str) -> None:
    style = (ROOT / "templates" / "journals" / "marked.css").read_text(encoding="utf-8")
    assert f"mark.{kind}, " in style


def test_of_several_things_on_the_same_words_the_doubtful_one_has_the_colour() -> None:
    rows = rows_of("Шрифт Times New Roman, 12.", "Кегль 14.")
    assert [each.kind for each in rows[0].pieces if each.number] == ["doubt"]


def test_a_copy_without_names_is_olive() -> None:
    (row,) = rows_of("The journal works with double-blind review.")
    assert Note(kind="sample", text="anonymous: true", numbers=(1,)) in row.notes
