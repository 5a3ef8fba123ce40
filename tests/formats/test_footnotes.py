from uchtil.formats.footnotes import float_footnotes

CALL = '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>'
BACK = '<a href="#fnref1" class="footnote-back">↩︎</a>'


def notes(item):
    return f'<section class="footnotes"><hr><ol><li id="fn1">{item}</li></ol></section>'


def test_a_note_stands_at_its_call():
    body = f"<p>Text{CALL}. More.</p>" + notes(f"<p>See <em>x</em>, p. 7.{BACK}</p>")
    assert float_footnotes(body) == (
        '<p>Text\u2060<span class="footnote" id="fn1">See <em>x</em>, p. 7.</span>. More.</p>'
    )


def test_paragraphs_of_a_note_become_one():
    body = f"<p>Text{CALL}.</p>" + notes(f"<p>One.</p><p><b>Two</b>.{BACK}</p>")
    assert float_footnotes(body) == (
        '<p>Text\u2060<span class="footnote" id="fn1">One. <b>Two</b>.</span>.</p>'
    )


def test_a_call_without_its_note_stays():
    assert float_footnotes(f"<p>Text{CALL}.</p>") == f"<p>Text{CALL}.</p>"
