from uchtil.formats.fragments import rewrite
from uchtil.formats.prints import (
    SHORT_TABLE,
    flatten_citations,
    keep_endings,
    keep_short_tables,
    list_references,
)


def test_references_become_a_real_list():
    body = (
        '<div id="refs" class="references" role="list">'
        '<div id="ref-a" class="csl-entry" role="listitem" lang="ru-RU">x</div></div>'
    )
    assert rewrite(body, list_references) == (
        '<ul id="refs" class="references"><li id="ref-a" class="csl-entry" lang="ru-RU">x</li></ul>'
    )


def test_a_citation_keeps_its_links():
    body = '<p>x <span class="citation" data-cites="a">[<a href="#ref-a">1</a>]</span>.</p>'
    assert rewrite(body, flatten_citations) == '<p>x [<a href="#ref-a">1</a>].</p>'


def test_only_a_short_table_is_kept_whole():
    def table(rows):
        return f"<table><tr><th>h</th></tr>{'<tr><td>x</td></tr>' * rows}</table>"

    assert 'class="short"' in rewrite(table(SHORT_TABLE), keep_short_tables)
    assert 'class="short"' not in rewrite(table(SHORT_TABLE + 1), keep_short_tables)


def test_a_number_keeps_its_ending():
    fragment = "<p>2018-yil 12-martda, <b>22–23-mart</b>, 1990-х; 10-12, a-b</p>"
    assert rewrite(fragment, keep_endings) == (
        "<p>2018-\u2060yil 12-\u2060martda, <b>22–23-\u2060mart</b>, 1990-\u2060х; 10-12, a-b</p>"
    )


def test_addresses_and_drawings_keep_their_hyphens():
    fragment = '<p><a href="x">a.uz/1-b</a></p><svg><text>12-mart</text></svg>'
    assert rewrite(fragment, keep_endings) == fragment
