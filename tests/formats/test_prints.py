from uchtil.formats.fragments import rewrite
from uchtil.formats.prints import (
    SHORT_TABLE,
    flatten_citations,
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
