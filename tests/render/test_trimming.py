"""A shorter article: what is left out, what stays where it was, what is told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import references, sound
from uchtil.model import Project, Section
from uchtil.problems import Location, Problems
from uchtil.render import UseKind, render_article
from uchtil.render.trimming import left_out, trimmed

OPENING = """\
# Opening

Always.

Often.[^a] {{ weight(2) }}

{{ table("sources") }} {{ weight(2) }}

## More {{ weight(3) }}

Seldom, with the fact {{ fact("first-line").when }} and words.

[^a]: A note.
"""
NETWORK = """\
# Network {{ weight(2) }}

{{ table("lines") }}

{{ figure("timeline") }} {{ weight(3) }}
"""


def project(**texts: str) -> Project:
    """Return a review of these sections, the same text in every language."""
    whole = sound()
    sections = {
        (slug, code): Section(
            slug=slug,
            language=code,
            text=text,
            where=Location(file=f"{slug}/{code}.md", line=1),
        )
        for slug, text in texts.items()
        for code in ("uz", "ru", "en")
    }
    return replace(whole, review=replace(whole.review, sections=tuple(texts)), sections=sections)


WHOLE = project(opening=OPENING, network=NETWORK)


def test_all_of_it_is_the_same_without_weights() -> None:
    bare = {"opening": OPENING, "network": NETWORK}
    for weight in (2, 3):
        bare = {k: v.replace(f" {{{{ weight({weight}) }}}}", "") for k, v in bare.items()}
    problems = Problems()
    assert trimmed(WHOLE, 3) == WHOLE
    assert render_article(WHOLE, references(), problems) == render_article(
        project(**bare), references(), problems
    )
    assert len(problems) == 0


def test_what_is_kept_stays_in_its_line() -> None:
    text = trimmed(WHOLE, 2).sections["opening", "en"].text
    assert text == OPENING.partition("## More")[0] + "\n" * 4 + "[^a]: A note.\n"
    assert trimmed(WHOLE, 1).sections["opening", "en"].text == "# Opening\n\nAlways.\n" + "\n" * 10


def test_a_section_of_which_nothing_is_left_is_taken_out() -> None:
    shorter = trimmed(WHOLE, 1)
    assert shorter.review.sections == ("opening",)
    assert {slug for slug, _ in shorter.sections} == {"opening"}
    assert trimmed(WHOLE, 2).review.sections == ("opening", "network")
    alone = project(opening="# A\n\nB. {{ weight(2) }}\n")
    assert trimmed(alone, 1).review.sections == ()


def test_what_is_shown_is_numbered_from_one() -> None:
    kept = project(
        opening='# A\n\n{{ table("lines") }} {{ weight(2) }}\n\n{{ table("sources") }}\n'
    )
    assert list(sound().tables) == ["lines", "sources"]
    assert list(trimmed(kept, 2).tables) == ["lines", "sources"]
    assert list(trimmed(kept, 1).tables) == ["sources", "lines"]


def test_a_reference_to_what_is_left_out_is_told() -> None:
    text = '# A\n\n{{ table("lines") }} {{ weight(2) }}\n\nSee {{ ref("table:lines") }}.\n'
    problems = Problems()
    render_article(trimmed(project(opening=text), 1), references(), problems)
    assert {(each.code, each.where.line) for each in problems} == {("exhibit-not-shown", 5)}
    problems = Problems()
    render_article(trimmed(project(opening=text), 2), references(), problems)
    assert len(problems) == 0


def test_uses_of_what_is_left_out_are_not_recorded() -> None:
    article = render_article(trimmed(WHOLE, 1), references(), Problems())
    assert [use for use in article.uses if use.section == "opening"] == []
    whole = render_article(WHOLE, references(), Problems())
    assert UseKind.TABLE in {use.kind for use in whole.uses}


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (3, []),
        (
            2,
            [
                ("opening", "subheading 1", "More", 3, 9),
                ("network", "the figure `timeline`", "", 3, 5),
            ],
        ),
        (
            1,
            [
                ("opening", "paragraph 2", "Often.[^a]", 2, 5),
                ("opening", "the table `sources`", "", 2, 7),
                ("opening", "subheading 1", "More", 3, 9),
                ("network", "the section", "Network", 2, 1),
            ],
        ),
    ],
)
def test_what_is_left_out_is_listed(limit: int, told: list[tuple[object, ...]]) -> None:
    for language in ("en", "uz-cyrl"):
        found = left_out(WHOLE, limit, language)
        assert [
            (each.section, each.what, each.words, each.weight, each.where.line) for each in found
        ] == told


def test_only_the_first_words_are_listed() -> None:
    text = (
        '# A\n\nB.\n\nIt was {{ fact("x").when }} that one two three four five. {{ weight(2) }}\n'
    )
    (found,) = left_out(project(opening=text), 1, "en")
    assert found.words == "It was … that one two three four…"


def test_the_shipped_review_can_be_short(root) -> None:  # type: ignore[no-untyped-def]
    """Its weights leave at most two tables and one figure, and nothing that refers to others."""
    from uchtil.pipeline.prepare import prepare

    prepared = prepare(root, Problems())
    assert prepared is not None
    for limit, tables, figures in ((2, 4, 2), (1, 2, 1)):
        problems = Problems()
        shorter = trimmed(prepared.project, limit)
        article = render_article(shorter, prepared.references, problems)
        assert problems.errors == ()
        shown = [use.kind for use in article.uses if use.language == "en"]
        assert shown.count(UseKind.TABLE) <= tables
        assert shown.count(UseKind.FIGURE) <= figures
