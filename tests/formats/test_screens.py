from uchtil.formats.fragments import lift_anchors, rewrite
from uchtil.formats.screens import (
    keep_endings_on_screen,
    lift_styles,
    open_links_elsewhere_safely,
    scrollable_exhibits,
    style_rules,
)


def test_a_table_scrolls_in_a_region_named_by_its_caption():
    body = '<div id="table-a"><table><caption>A</caption><tr><td>1</td></tr></table></div>'
    assert rewrite(body, scrollable_exhibits) == (
        '<div id="table-a"><div class="scroll" tabindex="0" role="region" '
        'aria-labelledby="table-a-caption"><table><caption id="table-a-caption">A</caption>'
        "<tr><td>1</td></tr></table></div></div>"
    )


def test_a_drawing_is_named_by_the_figures_caption():
    body = '<figure id="f"><svg></svg><figcaption>F</figcaption></figure>'
    assert rewrite(body, scrollable_exhibits) == (
        '<figure id="f"><div class="scroll" tabindex="0" role="region" '
        'aria-labelledby="f-caption"><svg></svg></div>'
        '<figcaption id="f-caption">F</figcaption></figure>'
    )


def test_style_attributes_become_classes():
    rules: dict[str, str] = {}
    body = '<p style="text-align: right;">a</p><p class="x" style="text-align:  right;">b</p>'
    assert rewrite(body, lift_styles(rules)) == '<p class="as-1">a</p><p class="x as-1">b</p>'
    assert style_rules(rules) == ".as-1{text-align: right;}\n"


def test_only_links_to_other_sites_are_marked():
    body = '<a href="https://a.uz">a</a><a href="#b">b</a>'
    assert rewrite(body, open_links_elsewhere_safely) == (
        '<a href="https://a.uz" rel="noreferrer">a</a><a href="#b">b</a>'
    )


def test_an_anchor_at_the_start_becomes_the_paragraphs_id():
    body = (
        '<p><span id="border-p1"></span>Text <span id="x"></span>more.</p>'
        '<p><span id="y">z</span></p>'
    )
    assert rewrite(body, lift_anchors) == (
        '<p id="border-p1">Text <span id="x"></span>more.</p><p><span id="y">z</span></p>'
    )


def test_a_number_and_its_ending_stay_on_one_line():
    body = (
        "<p>1998-yil 31-oktabrda, <em>1990–1995-yillar</em> va 2,5-jadval; 1998-1999, "
        '<a href="#x">1-jadvalda</a> <code>1-a</code> https://a.org/1-yil</p>'
    )
    kept = '<span class="whole">{}</span>'.format
    assert rewrite(body, keep_endings_on_screen) == (
        f"<p>{kept('1998-yil')} {kept('31-oktabrda')}, <em>{kept('1990–1995-yillar')}</em> va "
        f'{kept("2,5-jadval")}; 1998-1999, <a href="#x">{kept("1-jadvalda")}</a> '
        "<code>1-a</code> https://a.org/1-yil</p>"
    )
