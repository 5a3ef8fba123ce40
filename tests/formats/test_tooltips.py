from uchtil.formats.tooltips import ReferenceText, add_tooltips, reference_texts

ENTRY = (
    '<div id="refs" class="references"><div id="ref-a" class="csl-entry" lang="ru-RU">'
    '<div class="csl-left-margin">1.</div><div class="csl-right-inline">Токаев К. <em>Под '
    'стягом</em>\n независимости. <span class="backlinks"><a href="#cite-1">↑1</a></span>'
    "</div></div></div>"
)


def test_a_reference_is_told_without_number_and_links_back():
    assert reference_texts(ENTRY) == {
        "ref-a": ReferenceText(text="Токаев К. Под стягом независимости.", language="ru-RU")
    }


def test_the_text_stands_hidden_beside_the_link():
    body = '<p>[<a href="#ref-a" class="cite" id="cite-1">1</a>, с. 7].</p>'
    assert add_tooltips(body, reference_texts(ENTRY)) == (
        '<p>[<span class="cited"><a href="#ref-a" class="cite" id="cite-1" '
        'aria-describedby="tip-cite-1">1</a><span class="tip" role="tooltip" id="tip-cite-1" '
        'hidden="hidden" lang="ru-RU">Токаев К. Под стягом независимости.</span></span>, с. 7].</p>'
    )


def test_a_link_without_a_reference_stays_as_it_is():
    body = '<p><a href="#ref-b" class="cite" id="cite-1">2</a> <a href="#x">x</a></p>'
    assert add_tooltips(body, reference_texts(ENTRY)) == body


def test_the_text_of_a_reference_cannot_become_markup():
    body = '<p><a href="#ref-a" class="cite" id="c">1</a></p>'
    shown = add_tooltips(body, {"ref-a": ReferenceText(text="<b>&amp;</b>")})
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;</span>" in shown
