"""Native XML of OJS.

Its schemas are under the GPL and not part of this project; files were held against those of
stable-3_3_0, stable-3_4_0 and stable-3_5_0 when this was written.  What they ask for, and what
OJS does on import, is held here by exact elements in their order.
"""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from lxml import etree

from uchtil.journals.handoffs import HANDOFFS, Skipped
from uchtil.journals.submission import Submission

from .conftest import CARBERRY, HOSTILE

VERSIONS = ("3.3", "3.4", "3.5")
PKP = "{http://pkp.sfu.ca}"


def article(submission: Submission, version: str) -> etree._Element:
    root = etree.fromstring(HANDOFFS[f"ojs-{version}"].write(submission))
    assert all(each.prefix is None for each in root.iter())  # OJS looks at names with prefixes
    assert root.tag == f"{PKP}articles"
    return root[0]


def children(element: etree._Element) -> list[tuple[str, str | None, str]]:
    """Return names, locales and texts."""
    return [
        (etree.QName(each).localname, each.get("locale"), "".join(each.itertext()).strip())
        for each in element
    ]


@pytest.mark.parametrize(
    ("version", "locales"),
    [
        ("3.3", ["uz_UZ@latin", "ru_RU", "en_US", "kk_KZ"]),
        ("3.4", ["uz@latin", "ru", "en", "kk"]),
        ("3.5", ["uz_Latn", "ru", "en", "kk"]),
    ],
)
def test_an_article(small: Submission, version: str, locales: list[str]) -> None:
    made = article(small, version)
    assert dict(made.attrib) == {
        "locale": locales[0],
        "status": "1",
        "stage": "submission",
        "current_publication_id": "1",
        "date_submitted": "2026-11-20",
    }
    publication = made.find(f"{PKP}publication")
    assert children(publication)[:6] == [
        ("id", None, "1"),
        *(("title", code, m.title) for code, m in zip(locales, small.metadata, strict=True)),
        ("abstract", locales[0], "<p>Birinchi band.</p><p>Ikkinchi band.</p>"),
    ]
    assert [name for name, _, _ in children(publication)][6:] == [
        *("abstract", "abstract", "licenseUrl"),
        *("keywords", "keywords", "keywords", "keywords"),
        *("authors", "citations"),
    ]
    author = publication.find(f"{PKP}authors/{PKP}author")
    assert author.get("user_group_ref") == "Author"
    assert [each for each in children(author) if each[0] != "affiliation"] == [
        ("givenname", locales[0], "Josiya"),
        ("givenname", locales[1], "Джосайя"),
        ("givenname", locales[2], "Josiah"),
        ("givenname", locales[3], "Карберри Джосайя"),
        ("familyname", locales[0], "Karberri"),
        ("familyname", locales[1], "Карберри"),
        ("familyname", locales[2], "Carberry"),
        ("email", None, "carberry@example.org"),
        ("orcid", None, "https://orcid.org/0000-0002-1825-0097"),
    ]
    assert [text for _, _, text in children(publication.find(f"{PKP}citations"))] == list(
        small.printed.values()
    )


def test_the_file_is_in_it(small: Submission) -> None:
    file = article(small, "3.5").find(f"{PKP}submission_file/{PKP}file")
    assert (file.get("filesize"), file.get("extension")) == ("2", "docx")
    assert base64.b64decode(file[0].text or "") == b"PK"
    assert article(replace(small, manuscript=None), "3.5").find(f"{PKP}submission_file") is None


def test_what_is_nested_from_3_5_on(small: Submission) -> None:
    old, new = (article(small, version) for version in ("3.4", "3.5"))
    assert children(old.find(f".//{PKP}keywords")) == [
        ("keyword", None, "metro"),
        ("keyword", None, "Toshkent"),
    ]
    assert [each[0].tag for each in new.find(f".//{PKP}keywords")] == [f"{PKP}name"] * 2
    assert len(old.findall(f".//{PKP}author/{PKP}affiliation")) == 3
    assert children(new.find(f".//{PKP}author/{PKP}affiliation"))[0] == (
        "name",
        "uz_Latn",
        "Braun universiteti",
    )


def test_an_affiliation_that_3_5_would_refuse(small: Submission) -> None:
    author = replace(CARBERRY, affiliation={"en": "Brown University"})
    submission = replace(small, review=replace(small.review, authors=(author,)))
    assert article(submission, "3.4").find(f".//{PKP}affiliation") is not None
    assert article(submission, "3.5").find(f".//{PKP}affiliation") is None


@pytest.mark.parametrize("version", VERSIONS)
def test_cyrillic_uzbek(small: Submission, version: str) -> None:
    own = replace(small.own, language="uz-cyrl", tag="uz-Cyrl-UZ")
    author = replace(CARBERRY, name={"uz-cyrl": "Карберри Жосия"}, family=None)
    submission = replace(
        small,
        language="uz-cyrl",
        metadata=(own, *small.metadata[1:]),
        review=replace(small.review, authors=(author,)),
    )
    wanted = {"3.3": "uz_UZ@cyrillic", "3.4": "uz@cyrillic", "3.5": "uz"}[version]
    assert article(submission, version).get("locale") == wanted


def test_only_the_one_who_answers_letters_is_marked(small: Submission) -> None:
    second = replace(CARBERRY, corresponding=False)
    submission = replace(small, review=replace(small.review, authors=(second, CARBERRY)))
    authors = article(submission, "3.3").findall(f".//{PKP}author")
    assert [each.get("primary_contact") for each in authors] == [None, "true"]


@pytest.mark.parametrize("version", VERSIONS)
def test_hostile_texts_come_back(hostile: Submission, version: str) -> None:
    made = article(hostile, version)
    assert made.findtext(f".//{PKP}title") == HOSTILE.replace("\x00\x08\x1b\ufffe", "")
    assert "<script>" not in (made.findtext(f".//{PKP}abstract") or "")


def test_what_is_lacking(small: Submission) -> None:
    def write(**changes: object) -> None:
        HANDOFFS["ojs-3.4"].write(replace(small, review=replace(small.review, **changes)))

    with pytest.raises(Skipped, match="no author"):
        write(authors=())
    with pytest.raises(Skipped, match="Karberri Josiya has no `email`"):
        write(authors=(replace(CARBERRY, email=""),))
    with pytest.raises(Skipped, match="no name in the language"):
        write(authors=(replace(CARBERRY, name={"en": "Josiah Carberry"}),))
