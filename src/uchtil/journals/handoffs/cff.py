"""CITATION.cff 1.2.0: how the review is to be cited, for GitHub, Zenodo and Zotero."""

from __future__ import annotations

from typing import Any

import yaml

from uchtil.journals.handoffs.licences import spdx
from uchtil.journals.handoffs.people import affiliations_of, names_of, orcid_url
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.handoffs.xml import clean
from uchtil.journals.submission import Submission
from uchtil.model import Author


def write(submission: Submission) -> bytes:
    """Return the file: the project itself is a data set, what is cited is the article."""
    review, own = submission.review, submission.own
    if not review.authors:
        raise Skipped("the review names no author, and CITATION.cff asks for one")
    people = [_person(author, submission) for author in review.authors]
    data = {
        "cff-version": "1.2.0",
        "message": "If you use this review, please cite the article.",
        "type": "dataset",
        "title": clean(own.title),
        "abstract": clean(own.abstract),
        "authors": people,
        "keywords": list(dict.fromkeys(clean(word) for word in own.keywords)),
        "version": review.version,
        "date-released": str(review.date),
        "license": spdx(review.licence),
        "url": review.url,
        "preferred-citation": _article(submission, people),
    }
    text = yaml.safe_dump(_given(data), allow_unicode=True, sort_keys=False, width=100)
    return text.encode("utf-8")


def _article(submission: Submission, people: list[dict[str, str]]) -> dict[str, Any]:
    journal = submission.journal
    return _given(
        {
            "type": "article",
            "title": clean(submission.own.title),
            "authors": [dict(person) for person in people],
            "journal": clean(journal.name_in(submission.language)),
            "issn": journal.e_issn or journal.issn,
            "languages": [submission.own.tag.partition("-")[0]],
            "year": submission.review.date.first.year,
            "url": submission.review.url,
            "doi": submission.doi,
            "status": "" if submission.doi else "submitted",
        }
    )


def _person(author: Author, submission: Submission) -> dict[str, str]:
    """Return an author; a name that is not taken apart is printed as a family name is."""
    names = names_of(author, submission)
    if not names:
        raise Skipped("an author has no name in any language of the submission")
    places = affiliations_of(author, submission)
    return _given(
        {
            "family-names": clean(names[0].family or names[0].printed),
            "given-names": clean(names[0].given),
            "affiliation": clean(places[0][1]) if places else "",
            "email": author.email,
            "orcid": orcid_url(author),
        }
    )


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}
