"""Deposits for Crossref, held against its own schema (XSD 1.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from uchtil.journals.handoffs import Skipped
from uchtil.journals.handoffs.crossref import SCHEMA, write
from uchtil.journals.submission import Submission

DOI = "10.5555/metro.1"
"""Under the prefix that Crossref keeps for examples."""
NAMES = {"c": SCHEMA, "ai": "http://www.crossref.org/AccessIndicators.xsd"}

Faults = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def faults(schemas: Path) -> Faults:
    """What the schema finds wrong; nothing is fetched."""
    folder = schemas / "crossref"
    modules = folder / "standard-modules"
    schema = xmlschema.XMLSchema11(
        str(folder / "crossref5.5.0.xsd"),
        locations={
            "http://www.w3.org/1998/Math/MathML": str(modules / "mathml3" / "mathml3.xsd"),
            "http://www.w3.org/XML/1998/namespace": str(modules / "xml.xsd"),
        },
        use_fallback=False,
        allow="local",
    )
    return lambda data: [str(error.reason) for error in schema.iter_errors(data.decode())]


def test_what_is_given_is_valid(
    small: Submission, hostile: Submission, shipped_of: dict[str, Submission], faults: Faults
) -> None:
    for each in (small, hostile, *shipped_of.values()):
        assert faults(write(replace(each, doi=DOI))) == []
    anonymous = replace(small, doi=DOI, review=replace(small.review, authors=(), licence=""))
    assert faults(write(anonymous)) == []


def test_the_schema_is_awake(small: Submission, faults: Faults) -> None:
    assert faults(write(replace(small, doi="no doi"))) != []


def test_a_deposit(small: Submission) -> None:
    root = etree.fromstring(write(replace(small, doi=DOI)))
    text = lambda path: root.xpath(f"string(//c:{path})", namespaces=NAMES)  # noqa: E731
    assert text("doi_data/c:doi") == DOI
    assert text("doi_data/c:resource") == "https://example.org/metro"
    assert text("timestamp") == "20261120000000"
    assert text("depositor_name") == "Sample Press"
    assert [each.text for each in root.iterfind(".//c:titles/c:title", NAMES)] == [
        each.title for each in small.metadata
    ]
    assert [each.text for each in root.iterfind(".//c:original_language_title", NAMES)] == [
        "Toshkent metrosi"
    ] * 3
    assert [each.get("language") for each in root.find(".//c:alt-name", NAMES)] == [
        "ru",
        "en",
        "kk",
    ]
    first, second = root.findall(".//c:citation", NAMES)
    assert (first.get("key"), first.get("type")) == ("ref1", "journal_article")
    assert [each.text for each in first] == ["10.5555/12345678", small.printed["karimov2026"]]
    assert [each.text for each in second] == [small.printed["uzdaily-metro"]]


def test_the_batch_is_named_after_what_is_in_it(small: Submission) -> None:
    def batch(submission: Submission) -> str | None:
        return etree.fromstring(write(submission)).findtext(".//c:doi_batch_id", None, NAMES)

    with_doi = replace(small, doi=DOI)
    assert write(with_doi) == write(with_doi)
    assert batch(with_doi) != batch(replace(with_doi, printed={}))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "no DOI"),
        ({"doi": DOI, "url": ""}, "no `url`"),
        ({"doi": DOI, "publisher": ""}, "publisher"),
    ],
)
def test_what_is_lacking(small: Submission, changed: dict[str, str], reason: str) -> None:
    made = replace(
        small,
        doi=changed.get("doi", ""),
        review=replace(small.review, url=changed.get("url", small.review.url)),
        journal=replace(small.journal, publisher=changed.get("publisher", "P")),
    )
    with pytest.raises(Skipped, match=reason):
        write(made)


def test_letters_go_to_an_author_where_the_journal_has_no_address(small: Submission) -> None:
    without = replace(small, doi=DOI, journal=replace(small.journal, email=""))
    assert b"<email_address>carberry@example.org<" in write(without)
    with pytest.raises(Skipped, match="address"):
        write(replace(without, review=replace(small.review, authors=())))
