"""Markdown that would come out wrong, told where it stands; and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import sound
from uchtil.checks.markup import check_markup
from uchtil.model import Section
from uchtil.problems import Location, Problems

FILE = "content/sections/01-opening/en.md"


def told(text: str) -> list[str]:
    """Return what is told of a text, as the command line prints it."""
    where = Location(file=FILE, line=1)
    section = Section(slug="opening", language="en", text=text, where=where)
    problems = Problems()
    check_markup(replace(sound(), sections={("opening", "en"): section}), problems)
    return [str(problem) for problem in problems]


def test_the_sound_project_has_none() -> None:
    problems = Problems()
    check_markup(sound(), problems)
    assert list(problems) == []


@pytest.mark.parametrize(
    ("text", "column", "shown", "key"),
    [
        ("[@petrov2008]", 2, "@petrov2008", "petrov2008"),
        ("[-@petrov2008, p. 7]", 3, "@petrov2008", "petrov2008"),
        ("As @petrov2008.", 4, "@petrov2008", "petrov2008"),
        ("As @{a b}", 4, "@{a b}", "a b"),
        ("{{ cite('x') }} @doi:10/a-b, c", 17, "@doi:10/a-b", "doi:10/a-b"),
    ],
)
def test_a_citation_by_hand(text: str, column: int, shown: str, key: str) -> None:
    assert told(f"# H\n\n{text}\n") == [
        f"{FILE}:3:{column}: error[raw-citation]: `{shown}` cites by hand\n"
        f'    write {{{{ cite("{key}") }}}}; if it is no citation, write \\{shown}'
    ]


def test_each_work_of_a_citation_by_hand() -> None:
    assert [each.partition(" ")[0] for each in told("[@a;\n@b]")] == [
        f"{FILE}:1:2:",
        f"{FILE}:2:1:",
    ]


@pytest.mark.parametrize(
    ("text", "column", "target", "hint"),
    [
        ("[x](#nowhere)", 5, "nowhere", None),
        ("[x](#openin 'title')", 5, "openin", "did you mean `opening`?"),
        ("[x](<#table-line>)", 6, "table-line", "did you mean `table-lines`?"),
        ("[x](#qqq-p3)", 5, "qqq-p3", None),
        ("[x](#)", 5, "", None),
        ("[x]: #nowhere", 6, "nowhere", None),
    ],
)
def test_a_dead_link(text: str, column: int, target: str, hint: str | None) -> None:
    hint = hint or 'link to a section as (#slug), to a table or figure by {{ ref("table:id") }}'
    assert told(f"# H\n\n{text}\n") == [
        f"{FILE}:3:{column}: error[dead-link]: the link leads to `#{target}`, which is nowhere\n"
        f"    {hint}"
    ]


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("<b>x</b>", "<b>", "write **bold**"),
        ("<B>x</B>", "<B>", "write **bold**"),
        ("</p>", "</p>", "leave an empty line between paragraphs"),
        ("<br/>", "<br/>", "end the line with a backslash"),
        (
            '<script src="x">',
            '<script src="x">',
            "leave it out, or write \\<script to print the sign",
        ),
        ("<!-- x -->", "<!--", "write a comment as {# … #}"),
        ("<a\nhref='x'>", "<a href='x'>", "write [text](address)"),
    ],
)
def test_html(text: str, shown: str, hint: str) -> None:
    assert told(f"# H\n\n{text}\n") == [
        f"{FILE}:3:1: error[raw-html]: `{shown}` is HTML, which a text may not hold\n    {hint}"
    ]


def test_a_note_that_is_not_there() -> None:
    assert told("# H\n\nWord[^1] and[^a].\n\n[^1]: There.\n") == [
        f"{FILE}:3:13: error[missing-note]: the note `[^a]` is nowhere in this text\n"
        "    write it on a line of its own: [^a]: …"
    ]


def test_a_note_that_nothing_leads_to() -> None:
    assert told("# H\n\nWord.\n\n[^1]: There.\n") == [
        f"{FILE}:5:1: warning[unused-note]: no word of this text leads to the note `[^1]`, "
        "so it is not printed\n"
        "    write [^1] behind the word that it belongs to, or delete the note"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "me@example.org and \\@handle and `@code` and ``a `@b` c``",
        "<https://example.org/@someone> and [x](https://example.org/@someone) <me@example.org>",
        "```\n@code <b> [^1] [x](#y)\n```",
        "~~~ {.x}\n@code <b>\n~~~",
        "{# @x <b> [^9] #}{{ '@x <b>' }}{% if 1 %}{% endif %}",
        "[x](#opening) [x](#network-p12) [x](#opening-s2) [x](#table-lines) [x](#figure-timeline)",
        "[x](#here) [word]{#here}",
        "[x](#{{ fact_count }}) [x](https://example.org/#part)",
        "a < b > c, x <y and z>, 3<5, \\<b>",
        "note^[in place] and[^1]\n\n[^1]: there",
        "a \\[^1]",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert told(f"# H\n\n{text}\n") == []
