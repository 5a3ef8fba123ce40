"""Characters that no font of the page holds, told in the texts."""

from __future__ import annotations

import pytest

from uchtil.checks.glyphs import check_glyphs
from uchtil.load.texts import Text
from uchtil.problems import Problems
from workshop import ROOT

COVERAGE = ROOT / "templates" / "fonts" / "coverage.txt"
HINT = "\n    write it with another character, or add a font that holds it"


def told(source: str, file: str = "a.md", style: str = "#") -> list[str]:
    text = Text(file=file, language="uz", source=source, start=0, end=len(source), style=style)
    problems = Problems()
    check_glyphs([text], COVERAGE, problems)
    return [str(each) for each in problems]


def test_each_is_told_once_at_its_line() -> None:
    assert told("# A\n\noʻ 𓀀 va 𓀀, 漢\n") == [
        "a.md:3:4: error[missing-glyph]: no font of the page holds U+13000 EGYPTIAN HIEROGLYPH "
        f"A001{HINT}",
        "a.md:3:12: error[missing-glyph]: no font of the page holds U+6F22 CJK UNIFIED "
        f"IDEOGRAPH-6F22{HINT}",
    ]


@pytest.mark.parametrize("source", ["soft\u00adhyphen\tand\n", '{{ name("𓀀") }}', "`𓀀`"])
def test_what_needs_no_glyph(source: str) -> None:
    assert told(source) == []


def test_of_records_only_what_is_always_printed_is_looked_at() -> None:
    assert told("漢", "content/names.yaml", "'") == []
    assert len(told("a漢a", "content/review.yaml", "'")) == 1
