"""The network: who cites what, what is only listed, and what several sources share."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from specimens import HERE, evidence, fact, figure, references, sound, with_facts
from uchtil.bibliography import Crosswalk, CrosswalkEntry, ListKind, Reference, SourceList
from uchtil.language import language
from uchtil.model import Fact
from uchtil.render.figures import Works, draw
from uchtil.render.figures.lettering import Lettering, lettering
from uchtil.render.figures.material import Material
from uchtil.render.figures.network import WIDTH, Link, links_of, network, short_name

SVG = "{http://www.w3.org/2000/svg}"
Golden = Callable[[str, str], None]


def listed(key: str, *works: str, kind: str = "numbered", uncited: str = "") -> SourceList:
    """Return the list of a source: one work an entry, numbered from 1."""
    return SourceList(
        key=key,
        kind=ListKind(kind),
        entries=tuple(
            CrosswalkEntry(entry=str(number), works=(work,), locators={}, where=HERE)
            for number, work in enumerate(works, 1)
        ),
        uncited=frozenset(uncited.split()),
        where=HERE,
    )


def material(templates: Path, *lists: SourceList, facts: tuple[Fact, ...] = ()) -> Material:
    """Return the sound project with the lists of its sources."""
    return Material(
        project=with_facts(*facts),
        works=Works(references=references(), crosswalk=Crosswalk(lists={e.key: e for e in lists})),
        lettering=lettering(templates),
    )


def link(source: str, work: str, *, cited: bool) -> Link:
    return Link(source=source, work=work, cited=cited)


# ------------------------------------------------------------------ what is linked


def test_evidence_shows_what_the_text_cites(templates: Path) -> None:
    cited = fact(evidence=(evidence(cites=("bulletin2002",)),))
    given = material(templates, listed("karimova2019", "akhmedov1980", "bulletin2002"))
    assert links_of([cited], given) == [
        link("karimova2019", "akhmedov1980", cited=False),
        link("karimova2019", "bulletin2002", cited=True),
    ]


def test_a_footnote_is_a_citation(templates: Path) -> None:
    given = material(
        templates, listed("karimova2019", "akhmedov1980", "bulletin2002", kind="footnotes")
    )
    assert {each.cited for each in links_of([], given)} == {True}


def test_what_the_text_leaves_uncited_is_only_listed(templates: Path) -> None:
    """Evidence may be a sentence of the list itself; the crosswalk tells that."""
    cited = fact(evidence=(evidence(cites=("akhmedov1980", "bulletin2002")),))
    own = listed("karimova2019", "akhmedov1980", "bulletin2002", "akhmedov1980", uncited="2 3")
    assert links_of([cited], material(templates, own)) == [
        link("karimova2019", "akhmedov1980", cited=True),
        link("karimova2019", "bulletin2002", cited=False),
    ]


def test_a_work_that_is_cited_and_not_listed(templates: Path) -> None:
    cited = fact(evidence=(evidence("petrov2008", cites=("akhmedov1980",)),))
    assert links_of([cited], material(templates, listed("petrov2008", kind="none"))) == [
        link("petrov2008", "akhmedov1980", cited=True)
    ]


# ------------------------------------------------------------------ where things stand


def test_works_stand_in_groups_and_bear_the_letters_of_their_sources(templates: Path) -> None:
    given = material(
        templates,
        listed("karimova2019", "bulletin2002", "akhmedov1980"),
        listed("petrov2008", "akhmedov1980", "karimova2019"),
    )
    geometry, _ = network([], given, language("en"))
    assert [(each["key"], each["marks"], each["shared"]) for each in geometry["works"]] == [
        ("bulletin2002", "A", False),
        ("akhmedov1980", "A B", True),
        ("karimova2019", "B", False),
    ]
    assert [head["text"] for head in geometry["heads"]] == ["Scholarship (3)"]
    assert [entry["kind"] for entry in geometry["legend"]] == ["cited", "listed", "shared"]
    assert len(geometry["links"]) == 4


def test_the_legend_tells_of_shared_works_only_where_there_are(templates: Path) -> None:
    geometry, _ = network(
        [], material(templates, listed("karimova2019", "akhmedov1980")), language("en")
    )
    assert [entry["kind"] for entry in geometry["legend"]] == ["cited", "listed"]


def test_a_source_without_a_list_says_so(templates: Path) -> None:
    given = material(templates, listed("karimova2019", "akhmedov1980"))
    geometry, told = network([], given, language("en"))
    assert [source["counts"] for source in geometry["sources"]] == [
        ["listed: 1", "cited in the text: 0"],
        ["no list in the copy reviewed"],
    ]
    assert told == [
        f"{sound().sources['karimova2019'].label['en']} — only in the list (1): “Тошкент метроси”",
        f"{sound().sources['petrov2008'].label['en']} — no list in the copy reviewed",
    ]


def test_what_is_cited_without_a_list_is_not_counted_as_listed(templates: Path) -> None:
    cited = fact(evidence=(evidence("petrov2008", cites=("akhmedov1980",)),))
    geometry, told = network([cited], material(templates), language("en"))
    assert [source["counts"] for source in geometry["sources"]] == [
        ["no list in the copy reviewed"],
        ["no list in the copy reviewed", "cited in the text: 1"],
    ]
    assert told[1].endswith(" — cited in the text (1): “Тошкент метроси”")


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_nothing_overlaps_or_leaves_the_drawing(code: str, templates: Path) -> None:
    given = material(
        templates,
        listed("karimova2019", *references()),
        listed("petrov2008", *references()),
    )
    geometry, _ = network([], given, language(code))
    rows = sorted(
        [work["y"] for work in geometry["works"]] + [head["y"] for head in geometry["heads"]]
    )
    assert all(after - before >= 12 for before, after in pairwise(rows))
    assert rows[-1] < geometry["height"]
    for work in geometry["works"]:
        assert work["x"] + given.lettering.width(work["text"], geometry["label_size"]) <= WIDTH
    last = geometry["legend"][-1]
    assert last["x"] + 42 + given.lettering.width(last["text"], 12) <= WIDTH


# ------------------------------------------------------------------ the labels


WIDE = Lettering({})
"""Letters that are all 0.7 of their size wide."""


def work(**fields: str) -> Reference:
    return Reference(
        key="w", type="online", language="ru", fields=fields, names={}, dates={}, where=HERE
    )


@pytest.mark.parametrize(
    ("fields", "room", "label"),
    [
        ({"title": "Слово", "organization": "UzDaily"}, 200, "UzDaily: Слово"),
        ({"title": "Слово", "url": "https://www.gazeta.uz/ru"}, 200, "gazeta.uz: Слово"),
        ({"title": "Слово", "organization": "Очень длинное имя"}, 100, "Слово"),
        (
            {"title": "[a]", "titletype": "descriptive", "url": "https://mfa.uz/"},
            200,
            "[a]",
        ),
        ({"title": "[a]", "titletype": "descriptive", "journaltitle": "Сўз"}, 200, "Сўз: [a]"),
        ({"title": "Слово о слове", "shorttitle": "Слово"}, 200, "Слово"),
    ],
)
def test_the_short_name_of_a_work(fields: dict[str, str], room: float, label: str) -> None:
    assert short_name(work(**fields), WIDE, 10, room) == label


def test_author_and_year_come_first() -> None:
    book = references()["akhmedov1980"]
    assert short_name(book, WIDE, 10, 250) == "Аҳмедов 1980: Тошкент метроси"
    assert short_name(book, WIDE, 10, 150) == "Аҳмедов 1980…"
    assert short_name(book, WIDE, 10, 90) == "Тошк… (1980)"


# ------------------------------------------------------------------ the drawing


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_the_drawing(golden: Golden, templates: Path, code: str) -> None:
    cited = fact(evidence=(evidence(cites=("bulletin2002",)),))
    given = material(
        templates,
        listed("karimova2019", "akhmedov1980", "bulletin2002"),
        listed("petrov2008", "akhmedov1980"),
        facts=(cited,),
    )
    drawing = draw(figure("network"), given.project, language(code), templates, given.works)
    root = etree.fromstring(drawing.svg)
    assert root.findtext(f"{SVG}desc") == drawing.alt
    tags = {text.text: text.get("lang") for text in root.iter(f"{SVG}text") if text.get("lang")}
    assert tags["Smith 2002: A third line for Tashkent"] == "en"
    assert tags["Аҳмедов 1980: Тошкент метроси"] == "uz-Cyrl"
    golden(f"figures/network.{code}.svg", drawing.svg + "\n")
