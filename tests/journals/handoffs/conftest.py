"""Submissions: a small one made by hand, a hostile one, and the review that is shipped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

from uchtil.bibliography import read_bibliography
from uchtil.bibliography.reference import PersonName, Reference
from uchtil.journals.submission import (
    Illustration,
    Journal,
    Manuscript,
    Metadata,
    PrintedList,
    Submission,
)
from uchtil.load import load
from uchtil.model import Author, Review, When
from uchtil.problems import Location, Problems
from workshop import ROOT

HERE = Location(file="content/review.yaml", line=1)
TAGS = {"uz": "uz-Latn-UZ", "uz-cyrl": "uz-Cyrl-UZ", "ru": "ru-RU", "en": "en-GB", "kk": "kk-KZ"}
LANGUAGES = ("uz", "ru", "en")

CARBERRY = Author(
    name={
        "uz": "Karberri Josiya",
        "ru": "Карберри Джосайя",
        "en": "Josiah Carberry",
        "kk": "Карберри Джосайя",
    },
    family={"uz": "Karberri", "ru": "Карберри", "en": "Carberry"},
    affiliation={
        "uz": "Braun universiteti",
        "ru": "Брауновский университет",
        "en": "Brown University",
    },
    orcid="0000-0002-1825-0097",
    email="carberry@example.org",
    corresponding=True,
    roles=("conceptualization", "writing-review-editing"),
    where=HERE,
)
"""ORCID's example record, with names made for the tests."""

JOURNAL = Journal(
    id="namuna",
    name={"uz": "Namuna jurnali", "en": "Sample Journal"},
    abbreviation="Sample J.",
    issn="2049-3630",
    e_issn="2049-3649",
    publisher="Sample Press",
    country="UZ",
    url="https://journal.example.org/",
    email="editor@example.org",
)

REVIEW = Review(
    id="metro",
    version="1.0.0",
    date=When.parse("2026-11-20"),
    languages=("uz", "ru", "en"),
    style="gost-numeric",
    title={},
    abstract={},
    keywords={},
    udc="625.42",
    sections=("opening",),
    authors=(CARBERRY,),
    url="https://example.org/metro",
    licence="CC BY 4.0",
    where=HERE,
)

METADATA = (
    Metadata(
        language="uz",
        tag=TAGS["uz"],
        title="Toshkent metrosi",
        abstract="Birinchi band.\n\nIkkinchi band.",
        keywords=("metro", "Toshkent"),
    ),
    Metadata(
        language="ru",
        tag=TAGS["ru"],
        title="Ташкентский метрополитен",
        abstract="Один абзац.",
        keywords=("метро",),
    ),
    Metadata(
        language="en",
        tag=TAGS["en"],
        title="The Tashkent Metro",
        abstract="One paragraph.",
        keywords=("metro", "Tashkent"),
    ),
    Metadata(
        language="kk", tag=TAGS["kk"], title="Ташкент метросы", abstract="", keywords=("метро",)
    ),
)

ARTICLE = Reference(
    key="karimov2026",
    type="article",
    language="ru",
    fields={
        "title": "История метро",
        "title_en": "A history of the metro",
        "journaltitle": "Транспорт",
        "volume": "2",
        "number": "3",
        "pages": "10--19",
        "doi": "10.5555/12345678",
        "url": "https://example.org/a?b=1&c=2",
    },
    names={
        "author": (
            PersonName(family="Каримов", given="Икром Илёмжон ўғли"),
            PersonName(literal="Институт транспорта"),
        )
    },
    dates={"date": When.parse("2026-01-30"), "urldate": When.parse("2026-11-20")},
    others=frozenset({"author"}),
    where=Location(file="bibliography/references.bib", line=3),
)
PAGE = Reference(
    key="uzdaily-metro",
    type="online",
    language="uz-Latn",
    fields={"title": "Metro ochildi", "organization": "UzDaily"},
    names={},
    dates={"date": When.parse("1977")},
    where=Location(file="bibliography/references.bib", line=14),
)

BIBLIOGRAPHY = """\
% Works.

@article{karimov2026,
  author = {Каримов, Икром Илёмжон ўғли and {Институт транспорта} and others},
  title  = {История   {метро}} ,
}

@book{never-cited,
  title = {Never cited},
}

% The next one is a page.
  @online{ uzdaily-metro ,
  title = {Metro ochildi \\} @ home},
}
"""


def words(text: str) -> list[dict[str, Any]]:
    """Return a text as pandoc's inlines."""
    made: list[dict[str, Any]] = []
    for at, word in enumerate(text.split(" ")):
        made += [{"t": "Space"}] * bool(at)
        made.append({"t": "Str", "c": word})
    return made


def blocks(*given: dict[str, Any]) -> dict[str, Any]:
    """Return blocks as pandoc's tree."""
    return {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": list(given)}


def para(*inlines: dict[str, Any], name: str = "") -> dict[str, Any]:
    """Return a paragraph, with the empty span that names it."""
    span = [{"t": "Span", "c": [[name, [], []], []]}] if name else []
    return {"t": "Para", "c": [*span, *inlines]}


def header(level: int, name: str, text: str) -> dict[str, Any]:
    """Return a heading."""
    return {"t": "Header", "c": [level, [name, [], []], words(text)]}


def link(target: str, text: str) -> dict[str, Any]:
    """Return a link."""
    return {"t": "Link", "c": [["", [], []], words(text), [target, ""]]}


SMALL = Submission(
    review=REVIEW,
    journal=JOURNAL,
    language="uz",
    metadata=METADATA,
    references=(ARTICLE, PAGE),
    romanised={
        "karimov2026": {
            "id": "karimov2026",
            "type": "article-journal",
            "language": "ru-RU",
            "title": "Istoriya metro [A history of the metro]",
            "container-title": "Transport",
            "author": [
                {"family": "Karimov", "given": "Ikrom Ilyomzhon", "dropping-particle": "oʻgʻli"},
                {"literal": "Institut transporta"},
                {"literal": "et al."},
            ],
            "issued": {"date-parts": [[2026, 1, 30]]},
        }
    },
    printed={
        "karimov2026": "Каримов И. И. История метро // Транспорт. 2026.",
        "uzdaily-metro": "Metro ochildi // UzDaily. 1977.",
    },
    lists=(
        PrintedList(
            heading="Adabiyotlar",
            entries=("Каримов И. И. История метро // Транспорт. 2026.", "Metro ochildi."),
        ),
        PrintedList(
            heading="References",
            entries=("Karimov I. Istoriya metro.", "Metro ochildi."),
            tag="en-GB",
        ),
    ),
    body=blocks(header(1, "opening", "Kirish"), para(*words("Matn."), name="opening-p1")),
    words=1,
    bibliography=BIBLIOGRAPHY,
    manuscript=Manuscript(
        name="metro-uz.docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        data=b"PK",
    ),
    figures=(
        Illustration(
            id="lines",
            file="figures/figure-1",
            label="1-rasm.",
            caption="Chiziqlar",
            alt="Chiziqlar chizmasi",
        ),
    ),
)

HOSTILE = "<script>alert('1')</script> ]]> & \"a\" \x00\x08\x1b\ufffe </textarea> --> \\} @x{"


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Where the schemas of JATS, Crossref, CITATION.cff and CSL-JSON lie."""
    try:
        package = distribution("commonmeta-py")
    except PackageNotFoundError:
        pytest.skip("the schemas are missing: run `make setup-tests`")
    return Path(str(package.locate_file("commonmeta/resources")))


@pytest.fixture
def small() -> Submission:
    """A submission made by hand."""
    return SMALL


@pytest.fixture
def hostile() -> Submission:
    """A submission that has in every text what might break a file."""
    bad = HOSTILE
    author = replace(
        CARBERRY,
        name=dict.fromkeys(TAGS, f"Josiah {bad}"),
        affiliation=dict.fromkeys(TAGS, bad),
        family=None,
    )
    return replace(
        SMALL,
        review=replace(REVIEW, authors=(author,), udc=bad, licence=bad),
        journal=replace(
            JOURNAL, name={"uz": bad}, publisher=bad, abbreviation=bad, author_group=bad
        ),
        metadata=tuple(
            replace(each, title=bad, abstract=f"{bad}\n\n{bad}", keywords=(bad,))
            for each in METADATA
        ),
        references=(
            replace(
                ARTICLE,
                fields={"title": bad, "journaltitle": bad, "publisher": bad},
                names={"author": (PersonName(family=bad, given=bad),)},
                others=frozenset(),
            ),
            PAGE,
        ),
        romanised={},
        printed=dict.fromkeys(SMALL.printed, bad),
        lists=(PrintedList(heading=bad, entries=(bad,)),),
        body=blocks(
            header(1, "a:b 1", bad),
            para({"t": "Str", "c": bad}, link("https://example.org/?a=1&b=\"'<", bad), name="p 1"),
        ),
        figures=(replace(SMALL.figures[0], label=bad, caption=bad, alt=bad),),
        manuscript=replace(SMALL.manuscript, name=bad) if SMALL.manuscript else None,
    )


@pytest.fixture(scope="session")
def shipped_of(shipped_output: Path) -> dict[str, Submission]:
    """The review that is shipped as a submission in each of its languages."""
    texts = shipped_output / ".uchtil" / "texts"
    problems = Problems()
    path = ROOT / "bibliography" / "references.bib"
    works = read_bibliography(path, "bibliography/references.bib", problems)
    project = load(ROOT, problems).project
    review = project.review
    kept = {
        code: next(path for path in texts.iterdir() if is_text(path, code)) for code in LANGUAGES
    }
    read = {
        code: json.loads(path.with_suffix(".blocks.json").read_bytes())
        for code, path in kept.items()
    }
    metadata = {
        code: Metadata(
            language=code,
            tag=TAGS[code],
            title=review.title[code],
            abstract=plain(tree["blocks"][0]["c"][1]),
            keywords=review.keywords[code],
        )
        for code, tree in read.items()
    }
    made = {}
    for code, tree in read.items():
        text = json.loads(kept[code].read_bytes())
        listed = json.loads(text["list"])["blocks"][0]["c"][1]
        made[code] = Submission(
            review=replace(review, authors=(CARBERRY,), url="https://example.org/review"),
            journal=JOURNAL,
            language=code,
            metadata=(metadata[code], *(each for one, each in metadata.items() if one != code)),
            references=tuple(works[key] for key in text["order"]),
            romanised={},
            printed=dict(
                zip(text["order"], (plain(entry["c"][1]) for entry in listed), strict=True)
            ),
            body=tree,
            words=len(plain(tree["blocks"]).split()),
            bibliography=path.read_text(encoding="utf-8"),
            figures=tuple(
                Illustration(
                    id=each.id,
                    file=f"figures/figure-{number}",
                    label=f"{number}.",
                    caption=each.caption[code],
                    alt=each.caption[code],
                )
                for number, each in enumerate(project.figures.values(), 1)
            ),
        )
    return made


def is_text(path: Path, code: str) -> bool:
    """Whether a kept file is a language's text, and not its blocks or that of `uz-cyrl`."""
    return re.fullmatch(rf"{code}-[0-9a-f]{{32}}\.json", path.name) is not None


def plain(tree: object) -> str:
    """Return the text of a tree of pandoc's."""
    return " ".join("".join(_plain(tree)).split())


def _plain(tree: object) -> Iterable[str]:
    if isinstance(tree, list):
        for each in tree:
            yield from _plain(each)
    elif isinstance(tree, dict):
        if tree.get("t") in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif tree.get("t") == "Str":
            yield tree["c"]
        else:
            yield from _plain(tree.get("c"))
            if tree.get("t") in ("Para", "Plain", "Header"):
                yield " "
