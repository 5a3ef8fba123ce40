"""A deposit for Crossref (schema 5.5.0), which the journal sends to register the DOI.

A deposit needs the DOI and the address that it leads to.  The date of publication is the
review's own until the journal puts another; the time stamp is that day too, so that the same
review gives the same deposit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from uchtil.journals.handoffs.licences import licence_url
from uchtil.journals.handoffs.people import (
    PrintedName,
    affiliations_of,
    corresponding,
    names_of,
    orcid_url,
)
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.handoffs.works import item_of
from uchtil.journals.handoffs.xml import document, maker
from uchtil.journals.submission import Submission
from uchtil.model import Author

SCHEMA = "http://www.crossref.org/schema/5.5.0"
_PLACE = "https://www.crossref.org/schemas/crossref5.5.0.xsd"

element = maker(SCHEMA)

_TYPES = {
    "article-journal": "journal_article",
    "article-magazine": "journal_article",
    "book": "book",
    "chapter": "book_chapter",
    "paper-conference": "conference_paper",
    "report": "report",
    "thesis": "dissertation",
    "webpage": "web_resource",
}
"""CSL types with what Crossref calls a citation of one; all else is ``other``."""


def write(submission: Submission) -> bytes:
    """Return the deposit; it needs a DOI, an address, and who deposits."""
    journal, review = submission.journal, submission.review
    letters = journal.email or next((each.email for each in corresponding(submission)), "")
    for known, lack in (
        (submission.doi, "no DOI is given yet: the journal gives it"),
        (review.url, "the review has no `url` that the DOI could lead to"),
        (journal.publisher, "the journal's publisher, who deposits, is not known"),
        (letters, "no address for Crossref's letters is known, of the journal or an author"),
    ):
        if not known:
            raise Skipped(lack)
    body = element("body", _journal(submission))
    digest = hashlib.sha256(etree.tostring(body, method="c14n")).hexdigest()
    return document(
        element(
            "doi_batch",
            {"version": "5.5.0", "xsi:schemaLocation": f"{SCHEMA} {_PLACE}"},
            element(
                "head",
                element("doi_batch_id", f"{review.id}-{digest[:16]}"),
                element("timestamp", f"{review.date.first:%Y%m%d}000000"),
                element(
                    "depositor",
                    element("depositor_name", journal.publisher),
                    element("email_address", letters),
                ),
                element("registrant", journal.publisher),
            ),
            body,
        ),
        prefixes=("xsi", "jats", "ai"),
        indented=True,
    )


def _journal(submission: Submission) -> etree._Element:
    journal = submission.journal
    return element(
        "journal",
        element(
            "journal_metadata",
            element("full_title", journal.name_in(submission.language)),
            element("abbrev_title", journal.abbreviation) if journal.abbreviation else None,
            [
                element("issn", {"media_type": kind}, number)
                for kind, number in (("print", journal.issn), ("electronic", journal.e_issn))
                if number
            ],
        ),
        _article(submission),
    )


def _article(submission: Submission) -> etree._Element:
    review, day = submission.review, submission.review.date.first
    licence = licence_url(review.licence)
    authors = review.authors
    return element(
        "journal_article",
        {"publication_type": "full_text", "language": language_of(submission.own.tag)},
        _titles(submission),
        (
            element(
                "contributors",
                [_person(author, at, submission) for at, author in enumerate(authors)],
            )
            if authors
            else None
        ),
        [
            element(
                "jats:abstract",
                {"xml:lang": each.tag},
                [element("jats:p", paragraph) for paragraph in each.abstract.split("\n\n")],
            )
            for each in submission.metadata
            if each.abstract
        ],
        element(
            "publication_date",
            {"media_type": "online"},
            element("month", f"{day:%m}"),
            element("day", f"{day:%d}"),
            element("year", f"{day:%Y}"),
        ),
        (
            element("ai:program", {"name": "AccessIndicators"}, element("ai:license_ref", licence))
            if licence
            else None
        ),
        element("doi_data", element("doi", submission.doi), element("resource", review.url)),
        element("citation_list", _citations(submission)) if submission.references else None,
    )


def _titles(submission: Submission) -> Iterator[etree._Element]:
    """Yield the title, and each translation of it together with the original."""
    own, *others = submission.metadata
    yield element("titles", element("title", own.title))
    original = {"language": language_of(own.tag)}
    for each in others:
        yield element(
            "titles",
            element("title", each.title),
            element("original_language_title", original, own.title),
        )


def _person(author: Author, at: int, submission: Submission) -> etree._Element:
    names = names_of(author, submission)
    if not names:
        raise Skipped("an author has no name in any language of the submission")
    places = affiliations_of(author, submission)
    first, *others = names
    return element(
        "person_name",
        {
            "sequence": "additional" if at else "first",
            "contributor_role": "author",
            "language": language_of(first.metadata.tag),
        },
        _parts(first),
        (
            element(
                "affiliations", element("institution", element("institution_name", places[0][1]))
            )
            if places
            else None
        ),
        element("ORCID", orcid_url(author)) if author.orcid else None,
        element("alt-name", map(_other, others)) if others else None,
    )


def _parts(name: PrintedName) -> list[etree._Element]:
    """Return the parts of a name; an undivided one is a surname, as Crossref has single names."""
    surname = element("surname", name.family or name.printed)
    return [element("given_name", name.given), surname] if name.given else [surname]


def _other(name: PrintedName) -> etree._Element:
    marked = {"language": language_of(name.metadata.tag)}
    if not name.family:
        return element("string-name", marked, name.printed)
    given = element("given_name", name.given) if name.given else None
    return element("name", marked, element("surname", name.family), given)


def _citations(submission: Submission) -> Iterator[etree._Element]:
    for number, reference in enumerate(submission.references, 1):
        doi = reference.fields.get("doi", "")
        printed = submission.printed.get(reference.key) or reference.title
        yield element(
            "citation",
            {"key": f"ref{number}", "type": _TYPES.get(item_of(reference)["type"], "other")},
            element("doi", doi) if doi else None,
            element("unstructured_citation", printed) if printed else None,
        )


def language_of(tag: str) -> str:
    """Return the language of a tag without script and country: ``uz-Cyrl-UZ`` → ``uz``."""
    return tag.partition("-")[0]
