import pytest

from uchtil.formats.urls import break_addresses, break_points


@pytest.mark.parametrize(
    ("address", "pieces"),
    [
        (
            "https://doi.org/10.5281/zenodo.1",
            ["https://doi.org/", "10", ".5281/", "zenodo.1"],
        ),
        ("https://a.uz/b?c=1&d=e-f", ["https://a.uz/", "b", "?c=", "1&", "d=", "e-f"]),
        ("https://a.uz/long-name_x.html", ["https://a.uz/", "long-name", "_x", ".html"]),
        ("www.mfa.uz", ["www.mfa.uz"]),
    ],
)
def test_an_address_breaks_after_slash_equals_and_ampersand_but_not_at_a_hyphen(address, pieces):
    assert break_points(address) == pieces
    assert "".join(pieces) == address


def test_in_manuscripts_it_breaks_behind_a_hyphen_too():
    address = "https://kun.uz/news/ozbekiston-va_qozogiston-1.html"
    pieces = ["https://kun.uz/", "news/", "ozbekiston-", "va", "_qozogiston-", "1", ".html"]
    assert break_points(address, hyphens=True) == pieces


def test_breaks_stand_in_the_text_only():
    fragment = '<p>URL: <a href="https://a.uz/b/c/d">https://a.uz/b/c/d</a> (20.11.2026) and/or</p>'
    assert break_addresses(fragment) == (
        '<p>URL: <a href="https://a.uz/b/c/d">https://a.uz/<wbr>b/<wbr>c/d</a> '
        "(20.11.2026) and/or</p>"
    )


def test_text_after_an_element_breaks_too():
    assert break_addresses("<p><b>x</b> https://abc.uz/defg</p>") == (
        "<p><b>x</b> https://abc.uz/<wbr>defg</p>"
    )


def test_drawn_text_is_left_alone():
    drawing = "<svg><text>https://abc.uz/defg</text></svg>"
    assert break_addresses(drawing) == drawing
