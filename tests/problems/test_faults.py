"""Faults that no small review shows: of the programs that make files, and of our own."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from uchtil.formats import pdf
from uchtil.formats.pandoc import PandocFailed
from uchtil.pipeline import build as building
from uchtil.pipeline import convert
from uchtil.pipeline.ahead import Ahead
from uchtil.pipeline.build import Request, build
from uchtil.pipeline.prepare import prepare
from uchtil.pipeline.task import TaskFailed
from uchtil.problems import Location, Problems, ProblemsFound
from uchtil.progress import make_progress
from workshop import ROOT, SOUND

WHERE = Location(file="output/uz/review.pdf")
TEMPLATES = ROOT / "templates"


class Pandoc:
    """Answers as pandoc would."""

    def __init__(self, answer: dict[str, Any] | PandocFailed) -> None:
        self._answer = answer

    def result(self) -> dict[str, Any]:
        if isinstance(self._answer, PandocFailed):
            raise self._answer
        return self._answer


def compared(answer: dict[str, Any] | PandocFailed, work: Any = None) -> list[str]:
    problems = Problems()
    convert._compare(
        work or SimpleNamespace(editions=()),
        Pandoc(answer),  # type: ignore[arg-type]
        {},
        "numeric",
        problems,
    )
    return [str(each) for each in problems]


def test_pandoc_fails() -> None:
    assert compared(PandocFailed("cannot decode byte")) == [
        "templates/pandoc/build.lua: error[pandoc-failed]: pandoc ended with an error: "
        "cannot decode byte\n    this is a fault of the program or of its templates"
    ]


def test_pandoc_warns_and_finds_no_work() -> None:
    answer = {
        "problems": [],
        "said": ["[WARNING] Duplicate identifier"],
        "missing": [{"key": "karimova2019"}],
        "editions": {},
    }
    assert compared(answer) == [
        "bibliography/references.bib: error[unresolved-citation]: "
        "citeproc did not find `karimova2019`",
        "templates/pandoc/build.lua: warning[pandoc]: [WARNING] Duplicate identifier",
    ]


def test_code_that_only_pandoc_sees() -> None:
    prepared = prepare(SOUND, Problems())
    found = {"code": "raw-code", "what": "onclick", "language": "en", "section": "network"}
    answer = {"problems": [found], "said": [], "editions": {}}
    assert compared(answer, SimpleNamespace(editions=(), prepared=prepared)) == [
        "content/sections/02-network/en.md: error[raw-code]: "
        "raw HTML or TeX is not allowed: “onclick”\n"
        "    write Markdown: it is printed in every format"
    ]


def page(style: str = "", body: str = "") -> str:
    return (
        '<!DOCTYPE html><html lang="uz-Latn-UZ"><head><title>x</title>'
        f"<style>{style}</style></head><body><p>Matn{body}.</p></body></html>"
    )


def refused(text: str, tmp_path: Path) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        pdf.write_pdf(text, TEMPLATES, tmp_path / "x.pdf", WHERE)
    return [str(each) for each in found.value.problems]


def test_a_style_that_weasyprint_does_not_know(tmp_path: Path) -> None:
    assert refused(page("p { colour: red; }"), tmp_path) == [
        "output/uz/review.pdf: error[weasyprint]: "
        "Ignored `colour: red` at 1:5, unknown property.\n"
        "    mend the page or its style"
    ]


def test_notes_that_no_layout_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_RELAXED", ())
    note = '<span class="footnote" id="fn1">Izoh</span>'
    assert refused(page(body=note), tmp_path) == [
        "output/uz/review.pdf: error[lost-note]: the notes cannot be laid out: some are lost, or "
        "put off to pages of their own\n"
        "    choose a style that does not cite in notes, or shorten the paragraph"
    ]


def test_a_font_of_the_machine() -> None:
    fonts = {1: SimpleNamespace(family="DejaVu Sans"), 2: SimpleNamespace(family="Source Serif 4")}
    told = pdf._foreign_fonts(SimpleNamespace(fonts=fonts), WHERE, "Source Serif 4")  # type: ignore[arg-type]
    assert [str(each) for each in told] == [
        "output/uz/review.pdf: error[foreign-font]: "
        "the PDF was drawn with DejaVu Sans, a font of this machine\n"
        "    let the style name “Source Serif 4”, or take the character out that it lacks"
    ]


def test_the_program_itself_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TaskFailed("Traceback (most recent call last):\nValueError: of all things\n")

    monkeypatch.setattr(building, "_make", fail)
    problems = Problems()
    output = tmp_path / "output"
    ahead = Ahead.start(SOUND, prints=False)
    with make_progress(quiet=True) as progress:
        made = build(Request(root=SOUND, output=output), problems, progress, ahead)
    assert made is None
    assert [str(each) for each in problems] == [
        f"{output}: error[internal]: the program itself failed: ValueError: of all things\n"
        "    this is a fault of the program: please report it with what you did"
    ]
