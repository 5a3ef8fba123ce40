"""Small pieces of Markdown: what is data stays data, as pandoc itself reads it."""

from __future__ import annotations

import subprocess

import pytest

from uchtil.formats.pandoc import pandoc_path
from uchtil.render.markdown import CitedWork, citation, escape, pipe_table

NASTY = [
    "*a* _b_ **c** `d`",
    "[x](javascript:y) ![z](/etc/passwd) <b>t</b>",
    "&lt;script&gt; &amp; &#65;",
    "$x^2$ H~2~O a^b^ ~~gone~~",
    "@someone [@key] {#id .class onclick=x}",
    "a | b \\ c # d ! e",
    "two  spaces,\u00a0one fixed",
    "«Ташкент» oʻzbek ʼ “quoted” - -- --- ...",
    "https://example.org/a_b_c",
    "{{ fact }} {% x %}",
]


def text_of(markdown: str) -> str:
    """Return what pandoc makes of Markdown that is read as the build reads it."""
    reading = "markdown-smart-raw_html-raw_attribute-raw_tex-tex_math_dollars"
    done = subprocess.run(
        [pandoc_path(), "--from", reading, "--to", "plain", "--wrap", "none"],
        input=markdown,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.rstrip("\n")


def test_escaped_text_is_printed_as_it_is() -> None:
    # one process for all: a paragraph each
    printed = text_of("\n\n".join(f"x {escape(text)}" for text in NASTY)).split("\n\n")
    for text, shown in zip(NASTY, printed, strict=True):
        assert " ".join(shown.split()) == " ".join(f"x {text}".split())


def test_escaped_text_is_one_line() -> None:
    assert escape("one\ntwo\n\nthree") == "one two  three"


@pytest.mark.parametrize(
    ("works", "markdown"),
    [
        ([CitedWork(key="a")], "[@{a}]"),
        ([CitedWork(key="a", page="7"), CitedWork(key="b")], "[@{a}, 7; @{b}]"),
        (
            [CitedWork(key="a"), CitedWork(key="b", page="7–9", prefix="cited in")],
            "[@{a}; cited in @{b}, 7–9]",
        ),
        ([CitedWork(key="a", prefix="*see*")], "[\\*see\\* @{a}]"),
    ],
)
def test_citation(works: list[CitedWork], markdown: str) -> None:
    assert citation(works) == markdown


def test_a_table_carries_its_widths() -> None:
    assert pipe_table(["A", "B"], [["1", "2"]], [1, 3]).splitlines() == [
        "| A | B |",
        f"| {'-' * 20} | {'-' * 60} |",
        "| 1 | 2 |",
    ]
