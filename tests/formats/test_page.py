"""The page for the screen and the index: whole in themselves, and safe."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest
import sample_page as sample
from lxml import html

from uchtil.formats.pages import (
    FormatLink,
    IndexEntry,
    content_policy,
    counter_content,
    css_string,
    index_page,
    running_title,
    screen_page,
)
from uchtil.language import language


def page(code, **changes):
    edition = sample.edition(code, paragraphs=2)
    return screen_page(
        sample.TEMPLATES,
        replace(edition, **changes) if changes else edition,
        references_html=sample.references("uz-" if code == "trilingual" else "", 2),
        head=sample.head(code),
        siblings=sample.siblings(code),
        formats=sample.FORMATS,
        home="../index.html",
    )


@pytest.fixture(scope="module")
def russian():
    return page("ru")


@pytest.fixture(scope="module")
def russian_tree(russian):
    return html.document_fromstring(russian)


@pytest.fixture(scope="module")
def trilingual_tree():
    return html.document_fromstring(page("trilingual"))


def test_nothing_is_asked_of_the_network(russian, russian_tree):
    assert russian_tree.xpath("//@src | //link[@rel='stylesheet']") == []
    assert re.findall(r"url\((?!\"data:).*", russian) == []
    assert "@import" not in russian


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_allows_exactly_what_the_page_holds(russian, tag):
    text = re.search(rf"<{tag}>(.*?)</{tag}>", russian, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    policy = html.document_fromstring(russian).xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )[0]
    assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_no_style_attribute_is_left(russian_tree):
    assert russian_tree.xpath("//@style") == []
    assert russian_tree.xpath("//td[@class='as-1']")


def test_every_id_is_there_once_and_every_link_within_leads_somewhere(trilingual_tree):
    ids = trilingual_tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    places = {f"#{each}" for each in ids}
    described = {f"#{each}" for each in trilingual_tree.xpath("//@aria-describedby")}
    assert {x for x in trilingual_tree.xpath("//a/@href") if x.startswith("#")} - places == set()
    assert described
    assert described - places == set()


def test_the_switch_and_each_section_lead_to_the_other_languages(russian_tree):
    switch = [
        (link.get("href"), link.get("hreflang"), link.get("aria-current"), link.get("data-prefix"))
        for link in russian_tree.xpath("//nav[@class='switch']//a")
    ]
    assert switch == [
        ("../uz/review.html", "uz-Latn-UZ", None, ""),
        ("../ru/review.html", "ru-RU", "page", ""),
        ("../en/review.html", "en-GB", None, ""),
        ("../trilingual/review.html", None, None, "ru-"),
    ]
    assert russian_tree.xpath("//section[@id='border']/p[@class='elsewhere']/a/@href") == [
        "../uz/review.html#border",
        "../en/review.html#border",
    ]


def test_the_trilingual_page_leads_within_itself(trilingual_tree):
    links = trilingual_tree.xpath("//section[@id='ru-border']/p[@class='elsewhere']/a/@href")
    assert links == ["#uz-border", "#en-border"]
    assert trilingual_tree.xpath("//body/@data-prefixes") == ["uz- ru- en-"]
    parts = trilingual_tree.xpath("//div[@class='part']")
    assert [part.get("lang") for part in parts] == ["uz-Latn-UZ", "ru-RU", "en-GB"]


def test_each_citation_is_described_by_its_reference(russian_tree):
    link = russian_tree.xpath("//p[@id='border-p1']//a[@class='cite']")[0]
    tip = russian_tree.get_element_by_id(link.get("aria-describedby"))
    number = link.text
    entry = russian_tree.get_element_by_id(f"ref-w{number}")
    assert tip.get("role") == "tooltip"
    assert tip.get("lang") == entry.get("lang")
    assert tip.text in " ".join(entry.text_content().split())


def test_machines_are_told_only_what_is_known(russian_tree):
    assert russian_tree.xpath("//meta[@name='author' or @name='citation_author']") == []
    assert russian_tree.xpath("//meta[@name='citation_title']/@content") == [sample.TITLE["ru"]]
    assert russian_tree.xpath("//link[@rel='alternate']/@hreflang") == [
        "uz-Latn-UZ",
        "ru-RU",
        "en-GB",
    ]
    data = russian_tree.xpath("//script[@type='application/ld+json']")[0].text
    assert json.loads(data)["name"] == "</script>"
    assert "</" not in data


def test_words_of_the_content_are_escaped():
    tree = html.document_fromstring(page("en", title='A <b>"B"</b> & C', licence="<i>"))
    assert tree.xpath("//h1")[0].text == 'A <b>"B"</b> & C'
    assert "<i>" in tree.xpath("//footer")[0].text_content()


def test_the_same_input_gives_the_same_page(russian):
    assert page("ru") == russian


def test_the_index_leads_to_all_editions_and_formats():
    links = tuple(
        FormatLink(name=name, href=f"uz/review.{name.lower()}") for name in ("HTML", "PDF")
    )
    entry = IndexEntry(
        code="uz",
        languages=("uz",),
        tag="uz-Latn-UZ",
        endonym="Oʻzbekcha",
        title=sample.TITLE["uz"],
        main=links[0],
        formats=links,
        heading="Oʻzbekcha matn",
    )
    page = index_page(sample.TEMPLATES, [entry], tag="uz-Latn-UZ", version="1.0", report="r.html")
    tree = html.document_fromstring(page)
    assert tree.xpath("//footer//a/@href") == ["r.html"]
    assert tree.xpath("//main//a/@href") == ["uz/review.html", "uz/review.html", "uz/review.pdf"]
    assert tree.xpath("//section/@lang") == ["uz-Latn-UZ"]
    assert "script-src" not in content_policy("x", "")


def test_page_numbers_are_told_in_each_languages_words():
    assert [counter_content(language(code).terms.page_of) for code in ("uz", "en")] == [
        'counter(page) "-bet, jami\u00a0" counter(pages)',
        '"Page\u00a0" counter(page) " of\u00a0" counter(pages)',
    ]


def test_a_css_string_cannot_end_the_style():
    assert css_string('a"</style>\\') == '"a\\22 \\3c /style\\3e \\5c "'


@pytest.mark.parametrize(
    ("title", "short"), [("A and B: a review", "A and B"), ("At 12:30", "At 12:30")]
)
def test_a_long_title_is_shortened_at_its_colon(title, short):
    assert running_title(title) == short
