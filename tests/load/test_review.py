from typing import Any

import pytest

from uchtil.language.terms import CreditRoles
from uchtil.load.review import CREDIT_ROLES, REVIEW
from uchtil.model import Author, Review, Summary, When
from uchtil.problems import Location

from .conftest import Read

TEXT = """\
id: metro
version: 1.0
date: 2026-11-20
languages: [uz, ru, en]
style: gost-numeric
udc: 625.42
title: {uz: a, ru: б, en: c}
abstract: {uz: a, ru: б, en: c}
keywords: {uz: [a], ru: [б], en: [c, d]}
sections: [opening, network]
authors:
  - name: {uz: a, ru: б, en: c}
    affiliation: {uz: a, ru: б, en: c}
    orcid: 0000-0002-1825-0097
    email: a@example.org
    corresponding: true
    roles: [software]
url: https://example.org/a
licence: CC BY 4.0
"""
WORDS = {"uz": "a", "ru": "б", "en": "c"}


def test_where_fields_and_their_texts_stand(read: Read) -> None:
    folded = TEXT.replace(
        "abstract: ", "short_title:\n  uz: >-\n    a\n  ru: b\n  en: c\nabstract: "
    )
    review, told = read(REVIEW, folded)
    lines = folded.splitlines()
    style, short = lines.index("style: gost-numeric") + 1, lines.index("short_title:") + 1
    assert told == []
    assert str(review.place("style")) == f"a.yaml:{style}:8"
    assert str(review.place("short_title", "uz")) == f"a.yaml:{short + 2}"
    assert str(review.place("short_title", "ru")) == f"a.yaml:{short + 3}:7"
    assert str(review.place("style", "uz")) == f"a.yaml:{style}:8"
    assert review.place("nowhere") == review.where


def test_a_whole_review(read: Read) -> None:
    assert read(REVIEW, TEXT) == (
        Review(
            id="metro",
            version="1.0",
            date=When.parse("2026-11-20"),
            languages=("uz", "ru", "en"),
            style="gost-numeric",
            title=WORDS,
            abstract=WORDS,
            keywords={"uz": ("a",), "ru": ("б",), "en": ("c", "d")},
            udc="625.42",
            sections=("opening", "network"),
            authors=(
                Author(
                    name=WORDS,
                    affiliation=WORDS,
                    orcid="0000-0002-1825-0097",
                    email="a@example.org",
                    corresponding=True,
                    roles=("software",),
                    where=Location(file="a.yaml", line=12, column=11),
                ),
            ),
            url="https://example.org/a",
            licence="CC BY 4.0",
            where=Location(file="a.yaml", line=1, column=1),
        ),
        [],
    )


KAZAKH = """\
irsti: 03.20.00
doi: 10.1234/abc
abstract_short: {uz: a, ru: б, en: c}
abstract_long: {uz: d, ru: г, en: f}
metadata:
  kk: {title: а, abstract: ә, keywords: [б]}
"""


def test_what_only_journals_ask_for(read: Read) -> None:
    named = TEXT.replace("- name: {uz: a,", "- name: {uz: a, kk: ә,", 1) + KAZAKH
    review, told = read(REVIEW, named)
    assert told == []
    assert (review.irsti, review.doi, review.abstract_short) == ("03.20.00", "10.1234/abc", WORDS)
    assert review.further_abstracts == {
        "abstract_short": WORDS,
        "abstract_long": {"uz": "d", "ru": "г", "en": "f"},
    }
    assert review.authors[0].name == {**WORDS, "kk": "ә"}
    assert review.metadata == {
        "kk": Summary(
            language="kk",
            title="а",
            abstract="ә",
            keywords=("б",),
            where=Location(file="a.yaml", line=25, column=7),
        )
    }
    assert str(review.metadata["kk"].place("abstract")) == "a.yaml:25:28"
    assert review.metadata["kk"].place("short_title") == review.metadata["kk"].where


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "03.20.00",
            "3.20",
            "a.yaml:20:8: error[wrong-value]: `3.20` cannot be `irsti` of the review\n"
            "    write it as 03.20.00",
        ),
        (
            "10.1234/abc",
            "https://doi.org/10.1234/abc",
            "a.yaml:21:6: error[wrong-value]: `https://doi.org/10.1234/abc` cannot be `doi` of the "
            "review\n    write it as 10.1234/abc, without an address before it",
        ),
        (
            "kk: {title: а",
            "kz: {title: а",
            "a.yaml:25:3: error[unknown-language]: `kz` cannot be a language of `metadata` of the "
            "review\n    `metadata` of the review can be given in kk",
        ),
        (
            "abstract: ә, ",
            "",
            "a.yaml:25:7: error[missing-field]: `metadata` of the review in `kk` has no `abstract`"
            "\n    add `abstract:` (the abstract, 150 to 250 words, without braces)",
        ),
    ],
)
def test_what_is_told_of_it(read: Read, before: str, after: str, message: str) -> None:
    found = read(REVIEW, TEXT + KAZAKH.replace(before, after), "the review")[1]
    assert found == [message]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "version: 1.0",
            "version: first",
            "a.yaml:2:10: error[wrong-value]: `first` cannot be `version` of the review\n"
            "    write it as 1.0.0",
        ),
        (
            "languages: [uz, ru, en]",
            "languages: [uz, ru, en, kz]",
            "a.yaml:4:25: error[unknown-language]: `kz` cannot be a language\n"
            "    write one of: uz, ru, en",
        ),
        (
            "sections: [opening, network]",
            "sections: [opening, opening]",
            "a.yaml:10:21: error[listed-twice]: `opening` stands twice in `sections` of the review"
            "\n    keep one of them",
        ),
        (
            "orcid: 0000-0002-1825-0097",
            "orcid: 0000-0002-1825-0079",
            "a.yaml:14:12: error[wrong-orcid]: the ORCID 0000-0002-1825-0079 is wrong: its check "
            "digit would be 0, not 9\n    copy it again; if only the last digit is wrong, it is "
            "0000-0002-1825-0070",
        ),
        (
            "email: a@example.org",
            "email: a@example",
            "a.yaml:15:12: error[wrong-email]: `a@example` cannot be `email` of the author\n"
            "    write it as name@example.org",
        ),
        (
            "    email: a@example.org\n",
            "",
            "a.yaml:12:5: error[missing-field]: the corresponding author has no `email`\n"
            "    add `email:`",
        ),
        (
            "roles: [software]",
            "roles: [sofware]",
            "a.yaml:17:13: error[unknown-credit-role]: `sofware` cannot be a CRediT role\n"
            "    did you mean `software`?",
        ),
        (
            "url: https://example.org/a",
            "url: example.org/a",
            "a.yaml:18:6: error[wrong-value]: `example.org/a` cannot be `url` of the review\n"
            "    write it as https://example.org/review",
        ),
        (
            "udc: 625.42\n",
            "",
            "a.yaml:1:1: error[missing-field]: the review has no `udc`\n"
            "    add `udc:` (Universal Decimal Classification)",
        ),
        (
            "    affiliation: {uz: a, ru: б, en: c}\n",
            "",
            "a.yaml:12:5: error[missing-field]: the author has no `affiliation`\n"
            "    add `affiliation:` (as printed in each language)",
        ),
    ],
)
def test_what_is_wrong(read: Read, before: str, after: str, message: str) -> None:
    assert TEXT.count(before) == 1
    assert read(REVIEW, TEXT.replace(before, after), "the review")[1] == [message]


def test_the_roles_are_those_that_can_be_printed() -> None:
    printed: Any = CreditRoles.__dataclass_fields__
    assert {role.replace("-", "_") for role in CREDIT_ROLES} == set(printed)


def test_the_family_name_is_in_the_name(read: Read) -> None:
    given = TEXT.replace("  - name: {uz: a, ru: б, en: c}", "  - name: {uz: a d, ru: б, en: c}")
    review, told = read(
        REVIEW, given.replace("    orcid", "    family: {uz: d, ru: б, en: c}\n    orcid")
    )
    assert told == []
    assert review is not None
    assert review.authors[0].parts("uz") == ("d", "a")
    _, told = read(
        REVIEW, given.replace("    orcid", "    family: {uz: x, ru: б, en: c}\n    orcid")
    )
    assert told == [
        "a.yaml:14:13: error[wrong-value]: the family name `x` is not in the name `a d`\n"
        "    write it as in `name`, in the same language"
    ]
