"""Notes at the foot of a page stay in their order."""

from __future__ import annotations

import io
import re

import pypdfium2
from sample_page import TEMPLATES
from weasyprint import HTML

from uchtil.formats.note_order import notes_in_order

STYLE = """
@font-face { font-family: "Liberation Serif";
  src: url("fonts/liberation/LiberationSerif-Regular.ttf") }
@page { size: 80mm 60mm; margin: 8mm }
html { font: 9pt "Liberation Serif" }
p { orphans: 2; widows: 2; margin: 0 }
.footnote { float: footnote; font-size: 7pt }
"""


def notes_as_printed() -> list[int]:
    """Print paragraphs with notes of all lengths; returns the notes as they stand on the pages."""
    paragraphs, number = [], 0
    for size in (23, 47, 31, 52, 28, 44, 37, 58, 26, 49):
        words = []
        for word in range(size):
            words.append("word")
            if (word * 5 + size) % 8 == 0:
                number += 1
                more = "x " * (number * 7 % 26)
                words[-1] += f'<span class="footnote" id="fn{number}">note {number} {more}</span>'
        paragraphs.append(f"<p>{' '.join(words)}</p>")
    source = HTML(
        string=f"<style>{STYLE}</style>{''.join(paragraphs)}", base_url=f"{TEMPLATES.as_uri()}/"
    )
    with pypdfium2.PdfDocument(io.BytesIO(source.write_pdf())) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return [int(each) for each in re.findall(r"note (\d+)", text)]


def test_notes_are_in_order() -> None:
    with notes_in_order():
        printed = notes_as_printed()
    assert len(printed) > 40
    assert printed == sorted(printed)


def test_weasyprint_still_needs_it() -> None:
    printed = notes_as_printed()
    assert printed != sorted(printed), "take `note_order` out: WeasyPrint does it now"
