"""Texts of drawings and leaders are drawn whole, and look as WeasyPrint means them to."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from uchtil.formats.pdf import write_pdf
from uchtil.pipeline.places import shipped_templates
from uchtil.problems import Location

_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title>
<style>@page {{ size: 120mm 60mm; margin: 5mm; @bottom-center {{ content: none }} }}
a::after {{ content: leader(". ") attr(data-page) }}</style></head><body>{}</body></html>"""

_DRAWN = """<svg viewBox="0 0 300 40" width="300" height="40"><title>t</title>
<text x="10" y="20" font-family="Source Serif 4" font-size="12"{}>AVAVA</text></svg>"""


def printed(folder: Path, body: str) -> Path:
    target = folder / "page.pdf"
    write_pdf(_PAGE.format(body), shipped_templates(), target, Location(file="page"))
    return target


def drawn(path: Path) -> list[str]:
    """Return the operators of the first page and of what is drawn into it."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        forms = page.obj.Resources.get("/XObject", {})
        parts = [page, *(forms[name] for name in forms)]
        return [str(step.operator) for part in parts for step in pikepdf.parse_content_stream(part)]


def test_a_leader_is_one_text_that_fills_its_line(tmp_path: Path) -> None:
    path = printed(tmp_path, '<p><a style="display: block" data-page="7">Trade</a></p>')
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_range()
    assert text.count(". ") > 20
    line = text.splitlines()[0]
    assert line.startswith("Trade . ") and line.endswith(". 7")
    assert drawn(path).count("BT") < 6


def test_a_text_of_a_drawing_is_drawn_at_once(tmp_path: Path) -> None:
    operators = drawn(printed(tmp_path, _DRAWN.format("")))
    assert operators.count("Tm") == 1


@pytest.mark.parametrize("places", [' letter-spacing="4"', ' rotate="10"', ' dx="0 5"'])
def test_letters_with_places_of_their_own_keep_them(tmp_path: Path, places: str) -> None:
    operators = drawn(printed(tmp_path, _DRAWN.format(places)))
    assert operators.count("Tm") == len("AVAVA")


def test_the_glyphs_of_a_font_are_told_by_one_type(tmp_path: Path) -> None:
    from weasyprint.text.ffi import ffi

    before = set(ffi._parsed_types)
    printed(tmp_path, "<p>Seven letters <em>and some more</em></p>")
    types = [each for each in ffi._parsed_types if each.startswith("hb_codepoint_t")]
    assert set(types) - before <= {"hb_codepoint_t[]"}, "another for each length"
    assert "hb_codepoint_t[]" in types
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert "and some more" in document[0].get_textpage().get_text_range()
