from pathlib import Path

from uchtil.formats.glyphs import missing_glyphs
from uchtil.problems import Location

COVERAGE = Path(__file__).resolve().parents[2] / "templates" / "fonts" / "coverage.txt"
WHERE = Location(file="output/uz/review.pdf")


def test_every_letter_of_the_languages_is_there():
    assert missing_glyphs("<p>Oʻzbekiston, eʼlon, Қозоғистон, Ҳ, Ў — №</p>", COVERAGE, WHERE) == []


def test_a_missing_character_is_named_with_its_place():
    found = missing_glyphs("<p>Markaziy <b>1998</b>‑yil oxirida</p>", COVERAGE, WHERE)
    assert [str(problem) for problem in found] == [
        "output/uz/review.pdf: error[missing-glyph]: no font of the page holds "
        "U+2011 NON-BREAKING HYPHEN, in “‑yil oxirida”\n"
        "    write it with another character, or add a font that holds it"
    ]


def test_a_character_written_as_a_reference_is_found():
    assert len(missing_glyphs("<p>&#x6F22; &#x6F22;</p>", COVERAGE, WHERE)) == 1


def test_what_is_not_printed_may_hold_any_character():
    page = "<html><head><style>/* ‑ */</style></head><body><p>x</p></body></html>"
    assert missing_glyphs(page, COVERAGE, WHERE) == []
