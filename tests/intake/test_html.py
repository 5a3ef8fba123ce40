"""Pages: what of them is text."""

from __future__ import annotations

import pytest

from uchtil.intake.blocks import Refused
from uchtil.intake.html import declared_encoding, read_html

LONG = "Savdo aylanmasi 2022-yilda 4,6 mlrd dollarga yetdi. " * 4


def texts(page: str) -> list[str]:
    return [block.text for block in read_html(page).blocks]


@pytest.mark.parametrize(
    "extra",
    [
        "<script>savdo()</script>",
        "<style>p { color: red }</style>",
        "<nav>Bosh sahifa</nav>",
        "<div role=navigation>Bosh sahifa</div>",
        "<div class='sidebar left'>Boshqa xabarlar</div>",
        "<div id=cookie>Cookie</div>",
        "<p hidden>yashirin</p>",
        "<p style='display: none'>yashirin</p>",
        "<form><button>Qidirish</button></form>",
        "<header>Sayt</header>",
        "<footer>© 2026</footer>",
        "<!-- izoh -->",
        "<ul><li><a href=1>Bir</a><li><a href=2>Ikki</a><li><a href=3>Uch</a></ul>",
    ],
)
def test_what_is_no_text_is_left_out(extra: str) -> None:
    assert texts(f"<html><body>{extra}<p>{LONG}</p></body></html>") == [LONG.strip()]


def test_what_only_its_name_calls_a_menu_stays_where_it_is_most_of_the_page() -> None:
    assert texts(f"<body><div class=menu><p>{LONG}</p></div></body>") == [LONG.strip()]


def test_the_article_of_a_page() -> None:
    page = f"<body><p>Reklama</p><article><header><h1>A</h1></header><p>{LONG}</p></article></body>"
    assert texts(page) == ["A", LONG.strip()]
    teasers = "".join(f"<article><p>{each} {LONG}</p></article>" for each in "abc")
    assert len(texts(f"<body>{teasers}</body>")) == 3


def test_a_heading_that_stands_before_the_article_is_the_title() -> None:
    reading = read_html(f"<body><h1>Nom</h1><main><h2>A</h2><p>{LONG}</p></main></body>")
    assert reading.title == "Nom"


def test_blocks_lines_cells_and_raised_figures() -> None:
    page = """<p>bir<br>ikki<br><br>uch <b>to</b>rt</p>besh<ul><li>olti</ul>
    <table><tr><th>Yil<td>2022</tr><tr><td>mlrd<td>4,6</tr></table>
    <p>10<sup>6</sup> m<sup>2</sup>, shartnoma<sup><a href="#n">3</a></sup> &amp; h.k.</p>"""
    assert texts(page) == [
        *("bir ikki", "uch tort", "besh", "olti", "Yil | 2022", "mlrd | 4,6"),
        "10⁶ m², shartnoma[3] & h.k.",
    ]


def test_what_a_page_says_of_itself() -> None:
    page = """<html lang=uz><head><title>Sayt: nom</title><meta property="og:title" content="Nom">
    <meta name="citation_author" content="A. B."><meta name="citation_author" content="C. D.">
    <meta name="DC.date" content="2026-05-01"><meta name="citation_doi" content="10.1/x"></head>
    <body><p>a</p></body></html>"""
    assert read_html(page).metadata == {
        "title": "Nom",
        "author": "A. B.",
        "date": "2026-05-01",
        "doi": "10.1/x",
        "lang": "uz",
    }
    assert read_html("<p>a <time datetime=2026-01-02>kecha</time></p>").metadata == {
        "date": "2026-01-02"
    }


def test_a_declared_encoding() -> None:
    assert declared_encoding(b"<meta charset='koi8-r'>") == "koi8-r"
    assert declared_encoding(b'<meta content="text/html; charset=cp1251">') == "cp1251"
    assert declared_encoding(b'<?xml version="1.0" encoding="utf-8"?>') == "utf-8"
    assert declared_encoding(b"<p>") == ""


def test_entities_of_its_own() -> None:
    with pytest.raises(Refused) as caught:
        read_html('<!DOCTYPE html [ <!ENTITY a "aaaa"> ]><html><p>&a;</p></html>')
    assert caught.value.code == "source-entities"


def test_nesting_without_end() -> None:
    """Nothing is lost in silence: it is read to its end, or refused."""
    page = "<div>" * 100_000 + "ichida" + "</div>" * 100_000
    try:
        assert texts(page) == ["ichida"]
    except Refused as refused:
        assert refused.code == "source-broken"
