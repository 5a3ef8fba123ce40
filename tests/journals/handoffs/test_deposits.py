"""CITATION.cff, Zenodo's metadata, and what all formats have in common."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml

from uchtil.journals.handoffs import HANDOFFS, Skipped
from uchtil.journals.handoffs.licences import licence_url, spdx
from uchtil.journals.submission import Submission

from .conftest import CARBERRY, HOSTILE

DOI = "10.5555/metro.1"


def test_cff(
    small: Submission, hostile: Submission, shipped_of: dict[str, Submission], schemas: Path
) -> None:
    schema = json.loads((schemas / "cff_v1.2.0.json").read_bytes())
    validator = jsonschema.validators.validator_for(schema)(schema)
    for each in (small, replace(small, doi=DOI), hostile, *shipped_of.values()):
        data = yaml.safe_load(HANDOFFS["cff"].write(each))
        assert list(validator.iter_errors(data)) == []
    data = yaml.safe_load(HANDOFFS["cff"].write(small))
    assert data["authors"] == [
        {
            "family-names": "Karberri",
            "given-names": "Josiya",
            "affiliation": "Braun universiteti",
            "email": "carberry@example.org",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
        }
    ]
    assert data["license"] == "CC-BY-4.0"
    article = data["preferred-citation"]
    assert (article["type"], article["status"], article["journal"]) == (
        "article",
        "submitted",
        "Namuna jurnali",
    )
    known = yaml.safe_load(HANDOFFS["cff"].write(replace(small, doi=DOI)))["preferred-citation"]
    assert known["doi"] == DOI
    assert "status" not in known


def test_zenodo(small: Submission, hostile: Submission) -> None:
    data = json.loads(HANDOFFS["zenodo"].write(small))
    assert data["creators"] == [
        {
            "name": "Karberri, Josiya",
            "affiliation": "Braun universiteti",
            "orcid": "0000-0002-1825-0097",
        }
    ]
    assert (data["language"], data["license"], data["upload_type"]) == (
        "uzb",
        "cc-by-4.0",
        "publication",
    )
    assert data["keywords"] == ["metro", "Toshkent", "метро", "Tashkent"]
    assert data["references"] == list(small.printed.values())
    bad = json.loads(HANDOFFS["zenodo"].write(hostile))
    assert "<script>" not in bad["description"]
    assert bad["title"] == HOSTILE.replace("\x00\x08\x1b\ufffe", "")


@pytest.mark.parametrize("name", ["cff", "zenodo", "ojs-3.3", "ojs-3.4", "ojs-3.5"])
def test_formats_that_need_an_author(small: Submission, name: str) -> None:
    for authors in ((), (replace(CARBERRY, name={"de": "Josiah Carberry"}),)):
        with pytest.raises(Skipped, match="author"):
            HANDOFFS[name].write(replace(small, review=replace(small.review, authors=authors)))


@pytest.mark.parametrize("name", HANDOFFS)
def test_the_same_bytes_each_time(small: Submission, name: str) -> None:
    submission = replace(small, doi=DOI)
    data = HANDOFFS[name].write(submission)
    assert data == HANDOFFS[name].write(submission)
    assert data.decode("utf-8").endswith("\n")


def test_files_have_names_of_their_own() -> None:
    assert len({each.file for each in HANDOFFS.values()}) == len(HANDOFFS)


@pytest.mark.parametrize(
    ("licence", "url", "identifier"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        (
            "CC BY-NC-SA 4.0",
            "https://creativecommons.org/licenses/by-nc-sa/4.0/",
            "CC-BY-NC-SA-4.0",
        ),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("all rights reserved", "", ""),
    ],
)
def test_licences(licence: str, url: str, identifier: str) -> None:
    assert (licence_url(licence), spdx(licence)) == (url, identifier)
