import pytest

from uchtil.formats.figures import print_colours
from uchtil.formats.fragments import rewrite

SHEET = ":root { --fig-ink: #111; } /* a note */ .fig-text { fill: var(--fig-ink); }"


def test_a_drawing_holds_its_colours_after_its_title():
    drawing = '<svg><title>T</title><path stroke="var(--fig-ink)"></path></svg>'
    assert rewrite(drawing, print_colours(SHEET)) == (
        "<svg><title>T</title><style>.fig-text { fill: #111; }</style>"
        '<path stroke="#111"></path></svg>'
    )


def test_a_fallback_is_taken_for_an_unknown_variable():
    assert 'fill="red"' in rewrite('<svg><g fill="var(--x, red)"></g></svg>', print_colours(SHEET))


def test_an_unknown_variable_without_one_is_an_error():
    with pytest.raises(KeyError, match="--fig-lost"):
        rewrite('<svg><g fill="var(--fig-lost)"></g></svg>', print_colours(SHEET))
