"""`.zenodo.json`: what Zenodo takes over when an archive is deposited (its "legacy" fields)."""

from __future__ import annotations

import html
import json
from typing import Any

from uchtil.journals.handoffs.licences import spdx
from uchtil.journals.handoffs.people import affiliations_of, names_of
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.handoffs.xml import clean
from uchtil.journals.submission import Submission
from uchtil.model import Author

_LANGUAGES = {"uz": "uzb", "ru": "rus", "en": "eng", "kk": "kaz"}
"""ISO 639-3, as Zenodo wants it, by the beginning of a tag."""


def write(submission: Submission) -> bytes:
    """Return the metadata; the titles in other languages stand in the description."""
    review, own = submission.review, submission.own
    if not review.authors:
        raise Skipped("the review names no author, and Zenodo asks for one")
    licence = spdx(review.licence).lower()
    data: dict[str, Any] = {
        "title": clean(own.title),
        "upload_type": "publication",
        "publication_type": "article",
        "publication_date": str(review.date),
        "version": review.version,
        "language": _LANGUAGES.get(own.tag.partition("-")[0], ""),
        "creators": [_creator(author, submission) for author in review.authors],
        "description": _description(submission),
        "keywords": list(
            dict.fromkeys(clean(word) for each in submission.metadata for word in each.keywords)
        ),
        "access_right": "open" if licence else "",
        "license": licence,
        "doi": submission.doi,
        "related_identifiers": (
            [{"identifier": review.url, "relation": "isIdenticalTo", "scheme": "url"}]
            if review.url
            else []
        ),
        "references": [
            clean(submission.printed[each.key])
            for each in submission.references
            if submission.printed.get(each.key)
        ],
    }
    given = {name: value for name, value in data.items() if value}
    return (json.dumps(given, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _creator(author: Author, submission: Submission) -> dict[str, str]:
    names = names_of(author, submission)
    if not names:
        raise Skipped("an author has no name in any language of the submission")
    places = affiliations_of(author, submission)
    data = {
        "name": clean(names[0].inverted),
        "affiliation": clean(places[0][1]) if places else "",
        "orcid": author.orcid,
    }
    return {name: value for name, value in data.items() if value}


def _description(submission: Submission) -> str:
    """Return the abstracts as HTML, those in other languages under their titles."""
    parts = []
    for at, each in enumerate(submission.metadata):
        if at:
            parts.append(f"<p><strong>{_text(each.title)}</strong></p>")
        parts += [f"<p>{_text(text)}</p>" for text in each.abstract.split("\n\n") if text]
    return "\n".join(parts)


def _text(text: str) -> str:
    return html.escape(clean(text), quote=False)
