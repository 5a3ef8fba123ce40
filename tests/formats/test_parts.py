from uchtil.formats.parts import count_notes, joined

TEXT = (
    '<section id="a" class="level2"><h2>A</h2>\n'
    '<p><span id="a-p1"></span>See <a href="#table-b">Table 1</a>'
    '<sup><a href="#fn1" class="footnote-ref" id="fn1-ref" role="doc-noteref">1</a></sup>'
    ' <a href="#ref-x" class="cite" id="cite-1">2</a>, id=&quot;x&quot;.</p></section>\n'
    '<div class="footnotes" role="doc-endnotes">\n<ol>\n'
    '<li id="fn1"><p>N. <a href="#fn1-ref" class="footnote-back">↩</a></p></li>\n</ol>\n</div>'
)


def test_a_text_alone_stays() -> None:
    assert joined(TEXT, "") == TEXT


def test_names_and_links_have_the_prefix_but_not_links_to_the_list() -> None:
    text = joined(TEXT, "ru-")
    assert '<section id="ru-a"' in text
    assert '<span id="ru-a-p1">' in text
    assert '<a href="#ru-table-b">' in text
    assert '<a href="#ref-x" class="cite" id="ru-cite-1">2</a>' in text
    assert 'href="#ru-fn1" class="footnote-ref" id="ru-fn1-ref"' in text
    assert "id=&quot;x&quot;" in text


def test_notes_are_numbered_on() -> None:
    text = joined(TEXT, "ru-", 6)
    assert '<a href="#ru-fn7" class="footnote-ref" id="ru-fn7-ref" role="doc-noteref">7</a>' in text
    assert '<ol start="7">\n<li id="ru-fn7"><p>N. <a href="#ru-fn7-ref"' in text


def test_notes_are_counted() -> None:
    assert count_notes(TEXT) == 1
    assert count_notes("<p>None</p>") == 0
