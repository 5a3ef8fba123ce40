"""JATS: valid against the schema of the last draft of 1.3, and exact where it matters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from uchtil.journals.handoffs import Skipped
from uchtil.journals.handoffs.jats import write
from uchtil.journals.handoffs.works import latin_titles
from uchtil.journals.submission import Submission

from .conftest import HOSTILE, SMALL, blocks, header, link, para, words

XML = "{http://www.w3.org/XML/1998/namespace}"
XLINK = "{http://www.w3.org/1999/xlink}"
JATS = "{http://www.ncbi.nlm.nih.gov/JATS1}"

Faults = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def faults(schemas: Path) -> Faults:
    """What the schema finds wrong.

    Crossref's copy of it has JATS in a namespace, and is of the draft before 1.3.
    """
    path = schemas / "crossref" / "JATS-journalpublishing1-3d2-mathml3.xsd"
    schema = etree.XMLSchema(etree.parse(path))

    def found(data: bytes) -> list[str]:
        root = etree.fromstring(data)
        assert root.attrib.pop("dtd-version") == "1.3"
        for each in root.iter():
            if not each.tag.startswith("{"):
                each.tag = f"{JATS}{each.tag}"
        schema.validate(root)
        return [error.message for error in schema.error_log]

    return found


def body(*given: dict[str, Any], **changes: Any) -> etree._Element:
    """Return the body of an article that has these blocks."""
    return article(replace(SMALL, body=blocks(*given), **changes)).find("body")


def article(submission: Submission) -> etree._Element:
    return etree.fromstring(write(submission))


def xml(element: etree._Element) -> str:
    """Return an element as text, without line breaks that only make it readable."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return (
        text.replace("\n", "")
        .replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
        .replace(' xmlns:ali="http://www.niso.org/schemas/ali/1.0/"', "")
    )


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_the_shipped_review(code: str, shipped_of: dict[str, Submission], faults: Faults) -> None:
    submission = shipped_of[code]
    data = write(submission)
    assert faults(data) == []
    root = etree.fromstring(data)
    assert root.get(f"{XML}lang") == submission.own.tag
    assert len(root.findall(".//ref")) == len(submission.references)
    assert len(root.findall("body/sec")) == len(submission.review.sections)
    assert len(root.findall(".//table-wrap")) == 9
    assert [each.get("id") for each in root.findall(".//fig")][:1] == ["figure-citations"]
    for each in root.iter("xref"):
        assert root.xpath("count(//*[@id=$name])", name=each.get("rid")) == 1
    cited = {each.get("rid") for each in root.iter("xref") if each.get("ref-type") == "bibr"}
    assert cited == {each.get("id") for each in root.iter("ref")}
    labels = [each.text for each in root.findall(".//table-wrap/label")]
    assert len(labels) == 9
    heads = root.findall(".//th[@scope='row']")
    assert heads


def test_small_and_hostile_ones_are_valid(
    small: Submission, hostile: Submission, faults: Faults
) -> None:
    assert faults(write(small)) == []
    assert faults(write(replace(small, doi="10.5555/metro.1"))) == []
    assert faults(write(hostile)) == []
    assert write(small) == write(small)
    title = article(hostile).findtext(".//article-title")
    assert title == HOSTILE.replace("\x00\x08\x1b\ufffe", "")


def test_who_paid_is_told_in_each_language(small: Submission, faults: Faults) -> None:
    funding = {"uz": "Ish mablagʻsiz bajarilgan.", "en": "Nobody paid\nfor this work."}
    paid = replace(small, review=replace(small.review, funding=funding))
    assert faults(write(paid)) == []
    assert [xml(each) for each in article(paid).iter("funding-group")] == [
        '<funding-group xml:lang="uz-Latn-UZ"><funding-statement>Ish mablagʻsiz bajarilgan.'
        "</funding-statement></funding-group>",
        '<funding-group xml:lang="en-GB"><funding-statement>Nobody paid for this work.'
        "</funding-statement></funding-group>",
    ]
    assert article(small).find(".//funding-group") is None


def test_names_by_language(small: Submission) -> None:
    contributor = article(small).find(".//contrib")
    assert [xml(each) for each in contributor.find("name-alternatives")] == [
        '<name name-style="eastern" xml:lang="uz-Latn-UZ"><surname>Karberri</surname>'
        "<given-names>Josiya</given-names></name>",
        '<name name-style="eastern" xml:lang="ru-RU"><surname>Карберри</surname>'
        "<given-names>Джосайя</given-names></name>",
        '<name name-style="western" xml:lang="en-GB"><surname>Carberry</surname>'
        "<given-names>Josiah</given-names></name>",
        '<string-name xml:lang="kk-KZ">Карберри Джосайя</string-name>',
    ]
    assert contributor.findtext("contrib-id") == "https://orcid.org/0000-0002-1825-0097"
    assert contributor.findall("role")[1].get("vocab-term-identifier") == (
        "https://credit.niso.org/contributor-roles/writing-review-editing/"
    )
    assert contributor.findall("role")[1].text == "Writing – review & editing"


def test_what_is_told_once_for_each_language(small: Submission) -> None:
    meta = article(small).find("front/article-meta")
    assert [each.get(f"{XML}lang") for each in meta.findall("title-group/trans-title-group")] == [
        "ru-RU",
        "en-GB",
        "kk-KZ",
    ]
    assert [each.get(f"{XML}lang") for each in meta.findall("trans-abstract")] == ["ru-RU", "en-GB"]
    assert [each.text for each in meta.findall("abstract/p")] == [
        "Birinchi band.",
        "Ikkinchi band.",
    ]
    assert len(meta.findall("kwd-group")) == 4
    assert len(meta.findall("aff-alternatives/aff")) == 3
    assert xml(meta.find("counts")) == (
        '<counts><fig-count count="0"/><table-count count="0"/><ref-count count="2"/>'
        '<word-count count="1"/></counts>'
    )


def test_without_authors_and_without_an_issn(small: Submission, faults: Faults) -> None:
    anonymous = write(replace(small, review=replace(small.review, authors=(), licence="", url="")))
    assert faults(anonymous) == []
    assert b"contrib" not in anonymous
    with pytest.raises(Skipped, match="ISSN"):
        write(replace(small, journal=replace(small.journal, issn="", e_issn="")))


def test_a_reference_in_both_scripts(small: Submission) -> None:
    printed, original, romanised = article(small).find(".//ref[1]/citation-alternatives")
    assert printed.text == "Каримов И. И. История метро // Транспорт. 2026."
    assert (original.get(f"{XML}lang"), romanised.get(f"{XML}lang")) == ("ru-RU", "ru-Latn")
    assert xml(original.find("person-group")) == (
        '<person-group person-group-type="author"><name><surname>Каримов</surname>'
        "<given-names>Икром Илёмжон ўғли</given-names></name>"
        "<collab>Институт транспорта</collab><etal/></person-group>"
    )
    assert original.findtext("pub-id") == "10.5555/12345678"
    assert original.findtext("trans-title") == "A history of the metro"
    assert romanised.findtext("article-title") == "Istoriya metro"
    assert xml(romanised.find("trans-title")) == (
        '<trans-title xml:lang="en">A history of the metro</trans-title>'
    )
    assert romanised.find("person-group/etal") is not None


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Istoriya [History]", ("Istoriya", "History", "")),
        ("Istoriya [History] (In Russian)", ("Istoriya", "History", "(In Russian)")),
        ("Istoriya [History] [in Russ.]", ("Istoriya", "History", "[in Russ.]")),
        ("[History] (In Russian)", ("", "History", "(In Russian)")),
        ("Istoriya (In Russian)", ("Istoriya", "", "(In Russian)")),
        ("Istoriya (1990)", ("Istoriya (1990)", "", "")),
        ("Istoriya [1990] goda", ("Istoriya [1990] goda", "", "")),
    ],
)
def test_a_title_in_latin_script_is_parted(
    title: str, parts: tuple[str, str, str], small: Submission, faults: Faults
) -> None:
    made = latin_titles({"title": title}, small.references[0])
    assert (made.own, made.english, made.note) == parts
    item = {**small.romanised["karimov2026"], "title": title}
    text = write(replace(small, romanised={"karimov2026": item}))
    assert faults(text) == []
    citation = etree.fromstring(text).find(".//ref[1]/citation-alternatives")[2]
    assert citation.findtext("article-title") == (parts[0] or f"[{parts[1]}]")
    assert citation.findtext("comment", "") == parts[2]


def test_brackets_of_a_work_without_an_english_title_are_its_own(small: Submission) -> None:
    page = small.references[1]
    made = latin_titles({"title": "Metro [yangi]"}, page)
    assert (made.own, made.english) == ("Metro [yangi]", "")


def test_sections_lie_in_each_other() -> None:
    made = body(
        para(*words("before")),
        header(1, "a", "A"),
        para(*words("one"), name="a-p1"),
        header(2, "a-s1", "B"),
        para(*words("two")),
        header(1, "b:c", "C"),
    )
    assert xml(made) == (
        '<body><p>before</p><sec id="a"><title>A</title><p id="a-p1">one</p>'
        '<sec id="a-s1"><title>B</title><p>two</p></sec></sec>'
        '<sec id="b-c"><title>C</title></sec></body>'
    )


def test_links_lead_to_what_there_is() -> None:
    table = {
        "t": "Div",
        "c": [
            ["table:lines", ["exhibit"], []],
            [
                {
                    "t": "Table",
                    "c": [["", [], []], [None, []], [], [["", [], []], []], [], [["", [], []], []]],
                }
            ],
        ],
    }
    made = body(
        header(1, "a", "A"),
        para(
            {
                "t": "Cite",
                "c": [
                    [],
                    [{"t": "Str", "c": "["}, link("#ref-karimov2026", "1"), {"t": "Str", "c": "]"}],
                ],
            },
            link("#table:lines", "T"),
            link("#a", "S"),
            link("#nowhere", "N"),
            link("https://example.org/", "E"),
        ),
        table,
    )
    assert xml(made.find(".//p")) == (
        '<p>[<xref ref-type="bibr" rid="ref-karimov2026">1</xref>]'
        '<xref ref-type="table" rid="table-lines">T</xref><xref ref-type="sec" rid="a">S</xref>N'
        '<ext-link ext-link-type="uri" xlink:href="https://example.org/">E</ext-link></p>'
    )
    assert made.find(".//table-wrap").get("id") == "table-lines"


def test_every_other_block_and_inline(faults: Faults) -> None:
    plain = [{"t": "Plain", "c": words("x")}]
    russian = ["", [], [["lang", "ru"]]]
    given = (
        header(1, "a", "A"),
        {"t": "BulletList", "c": [plain, [*plain, {"t": "CodeBlock", "c": [["", [], []], "<c>"]}]]},
        {"t": "OrderedList", "c": [[1, {"t": "LowerAlpha"}, {"t": "Period"}], [plain]]},
        {"t": "DefinitionList", "c": [[words("term"), [plain]]]},
        {"t": "BlockQuote", "c": [para(*words("quoted"))]},
        {"t": "CodeBlock", "c": [["", [], []], "a < b"]},
        {"t": "LineBlock", "c": [words("one"), words("two")]},
        {"t": "HorizontalRule"},
        {"t": "RawBlock", "c": ["html", "<b>"]},
        {"t": "Div", "c": [russian, [para(*words("слово")), {"t": "BulletList", "c": [plain]}]]},
        para(
            {"t": "Emph", "c": words("i")},
            {"t": "Strong", "c": words("b")},
            {"t": "Superscript", "c": words("2")},
            {"t": "SmallCaps", "c": words("s")},
            {"t": "Quoted", "c": [{"t": "DoubleQuote"}, words("q")]},
            {"t": "Code", "c": [["", [], []], "c"]},
            {"t": "Math", "c": [{"t": "InlineMath"}, "x<y"]},
            {"t": "Span", "c": [russian, words("слово")]},
            {"t": "RawInline", "c": ["html", "<b>"]},
            {
                "t": "Note",
                "c": [para(*words("noted")), {"t": "BlockQuote", "c": [para(*words("q"))]}],
            },
        ),
    )
    data = write(replace(SMALL, body=blocks(*given)))
    assert faults(data) == []
    root = etree.fromstring(data)
    assert xml(root.findall("body/sec/p")[-1]) == (
        "<p><italic>i</italic><bold>b</bold><sup>2</sup><sc>s</sc>“q”<monospace>c</monospace>"
        "<inline-formula><tex-math>x&lt;y</tex-math></inline-formula>"
        '<named-content content-type="language" xml:lang="ru">слово</named-content>'
        '<xref ref-type="fn" rid="fn1"><sup>1</sup></xref></p>'
    )
    assert [each.tag for each in root.find("body/sec") if each.get(f"{XML}lang") == "ru"] == [
        "p",
        "list",
    ]
    assert xml(root.find("back/fn-group/fn")) == (
        '<fn id="fn1"><label>1</label><p>noted</p><p><disp-quote><p>q</p></disp-quote></p></fn>'
    )


def test_tables_and_figures() -> None:
    number = {"t": "Span", "c": [["", ["exhibit-number"], []], words("Jadval 1.")]}
    caption = [None, [{"t": "Plain", "c": [number, {"t": "Space"}, *words("Chiziqlar")]}]]
    right = {"t": "AlignRight"}
    default = {"t": "AlignDefault"}

    def cell(text: str, rows: int = 1, columns: int = 1) -> list[Any]:
        return [["", [], []], default, rows, columns, [{"t": "Plain", "c": words(text)}]]

    none = ["", [], []]
    table = {
        "t": "Table",
        "c": [
            none,
            caption,
            [[default, {"t": "ColWidthDefault"}], [right, {"t": "ColWidthDefault"}]],
            [none, [[none, [cell("A"), cell("B")]]]],
            [[none, 0, [], [[none, [cell("a", rows=2), cell("b")]]]]],
            [none, []],
        ],
    }
    image = {"t": "Image", "c": [none, [], ["figure:lines", ""]]}
    figure = {
        "t": "Figure",
        "c": [["figure-lines", [], []], caption, [{"t": "Plain", "c": [image]}]],
    }
    made = body(
        header(1, "a", "A"),
        {"t": "Div", "c": [["table-lines", ["exhibit", "row-heads"], []], [table]]},
        figure,
    )
    assert xml(made.find(".//table-wrap")) == (
        '<table-wrap id="table-lines"><label>Jadval 1.</label><caption><p>Chiziqlar</p></caption>'
        '<table><thead><tr><th scope="col">A</th><th scope="col" align="right">B</th></tr></thead>'
        '<tbody><tr><th scope="row" rowspan="2">a</th><td align="right">b</td></tr></tbody>'
        "</table></table-wrap>"
    )
    assert xml(made.find(".//fig")) == (
        '<fig id="figure-lines"><label>Jadval 1.</label><caption><p>Chiziqlar</p></caption>'
        '<alternatives><graphic xlink:href="figures/figure-1.svg" mimetype="image" '
        'mime-subtype="svg+xml"><alt-text>Chiziqlar chizmasi</alt-text></graphic>'
        '<graphic xlink:href="figures/figure-1.png" mimetype="image" mime-subtype="png">'
        "<alt-text>Chiziqlar chizmasi</alt-text></graphic></alternatives></fig>"
    )


def test_an_address_in_a_note_is_no_link_within_its_reference(faults: Faults) -> None:
    outer = link("#ref-karimov2026", "Karimov.")
    outer["c"][1].append(link("https://example.org/", "https://example.org/"))
    submission = replace(SMALL, body=blocks(header(1, "a", "Matn"), {"t": "Para", "c": [outer]}))
    assert faults(write(submission)) == []
    (reference,) = article(submission).find("body").iter("xref")
    assert "".join(reference.itertext()) == "Karimov.https://example.org/"
