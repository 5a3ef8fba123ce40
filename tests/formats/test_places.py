from uchtil.formats.places import Counterpart, link_sections

RUSSIAN = Counterpart(tag="ru-RU", endonym="Русский", href="../ru/review.html")
ENGLISH = Counterpart(tag="en-GB", endonym="English", prefix="en-")


def test_each_section_leads_to_its_counterparts():
    body = '<section id="uz-border" class="level2"><h2>Chegara</h2><p>x</p></section>'
    assert link_sections(body, (RUSSIAN, ENGLISH), "Oʻqish tili", "uz-") == (
        '<section id="uz-border" class="level2"><h2>Chegara</h2><p class="elsewhere">'
        '<span class="spoken">Oʻqish tili: </span>'
        '<a href="../ru/review.html#border" lang="ru-RU" hreflang="ru-RU">Русский</a> · '
        '<a href="#en-border" lang="en-GB" hreflang="en-GB">English</a></p><p>x</p></section>'
    )


def test_a_heading_outside_a_section_has_no_links():
    assert link_sections("<h2>x</h2>", (RUSSIAN,), "In") == "<h2>x</h2>"
