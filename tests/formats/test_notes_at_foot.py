"""Notes stand where WeasyPrint puts them by itself, and one that it loses is told at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from weasyprint import HTML

from uchtil.formats.notes_at_foot import NoteLost, notes_at_foot
from uchtil.formats.pdf import write_pdf
from uchtil.pipeline.places import shipped_templates
from uchtil.problems import Location, ProblemsFound

_STYLE = """<style>@page { size: 60mm 80mm; margin: 5mm; @footnote { margin-top: 1mm } }
p { margin: 0; orphans: 2; widows: 2 } .n { float: footnote; font-size: 8pt }</style>"""


def page(words: int, notes: int, style: str = "") -> str:
    """Return a page of 16 notes and more, so many a paragraph and so many words between them."""
    made, paragraphs = 0, []
    while made < 16:
        pieces = []
        for _ in range(notes):
            text = "note " + "long " * (made * 7 % 5 * 3)
            pieces.append("word " * (words + made * 5 % 7) + f'<span class="n" id="n{made}">{text}')
            made += 1
        paragraphs.append("<p>" + "</span> ".join(pieces) + "</span> end of it.</p>")
    return _STYLE.replace("</style>", f"{style}</style>") + "".join(paragraphs)


def laid_out(text: str) -> Any:
    return HTML(string=text).render()


@pytest.mark.parametrize(
    ("words", "notes", "style"),
    [
        (5, 4, ""),
        (13, 3, ""),
        # What is not reckoned is left to WeasyPrint.
        (5, 4, ".n { margin-top: 1mm }"),
        (9, 2, "@page { @footnote { max-height: 20mm } }"),
    ],
)
def test_the_pages_are_weasyprints_own(words: int, notes: int, style: str) -> None:
    text = page(words, notes, style)
    usual = laid_out(text)
    with notes_at_foot():
        quick = laid_out(text)
    assert len(usual.pages) > 4
    assert quick.write_pdf() == usual.write_pdf()


def test_a_lost_note_is_told_before_all_is_laid_out() -> None:
    text = page(5, 3)
    usual = laid_out(text)
    assert "n3" not in set().union(*(each.anchors for each in usual.pages))
    with notes_at_foot(), pytest.raises(NoteLost):
        laid_out(text)
    assert laid_out(text).write_pdf() == usual.write_pdf(), "WeasyPrint is as it was"


def test_notes_put_off_to_pages_of_their_own_are_refused(tmp_path: Path) -> None:
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title>'
    text = page(1, 8, "@page { @bottom-center { content: none } @footnote { max-height: %s } }")
    text = head + text.replace('class="n"', 'class="footnote"').replace(".n {", ".footnote {")
    target = tmp_path / "x.pdf"
    write_pdf(text % "none", shipped_templates(), target, Location(file="x"))
    assert target.is_file()
    # At most one finds room on a page: all others wait.
    with pytest.raises(ProblemsFound, match="put off to pages of their own"):
        write_pdf(text % "5mm", shipped_templates(), target, Location(file="x"))
