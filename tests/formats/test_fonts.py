"""The shipped fonts hold every letter of the review, and are made again byte for byte."""

from pathlib import Path

import pytest

pytest.importorskip("fontTools")
from fontTools.ttLib import TTFont

from uchtil.formats.fonts import STYLES, coverage, widths, write_web_font

FONTS = Path(__file__).resolve().parents[2] / "templates" / "fonts"
LETTERS = "ʻʼ" + "ЎўҚқҒғҲҳЁё" + "ӘәҢңӨөҰұҮүҺһІі" + "–—«»“”„№€₸₽←↑→↓"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("pattern", ["SourceSerif4-{}.ttf", "web/SourceSerif4-{}.woff2"])
def test_every_style_holds_every_letter(style, pattern):
    characters = TTFont(FONTS / pattern.format(style), lazy=True).getBestCmap()
    assert [letter for letter in LETTERS if ord(letter) not in characters] == []


def test_coverage_tells_what_the_fonts_hold():
    fonts = (FONTS / f"SourceSerif4-{style}.ttf" for style in STYLES)
    assert coverage(fonts) == (FONTS / "coverage.txt").read_text(encoding="utf-8")


def test_widths_are_those_of_the_regular_style():
    told = widths(FONTS / "SourceSerif4-Regular.ttf")
    assert told == (FONTS / "widths.txt").read_text(encoding="utf-8")


def test_a_web_font_is_made_again_byte_for_byte(tmp_path):
    made = tmp_path / "made.woff2"
    write_web_font(FONTS / "SourceSerif4-Italic.ttf", made)
    assert made.read_bytes() == (FONTS / "web" / "SourceSerif4-Italic.woff2").read_bytes()


def test_the_licence_lies_beside_the_fonts():
    assert "SIL Open Font License, Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
