"""JATS Journal Publishing 1.3 (ANSI/NISO Z39.96-2021): metadata, text and references.

The version is the author's own (``AO`` of NISO RP-8-2008): what only the journal knows,
volume, pages and the date of publication, is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from uchtil.journals.handoffs.jats_body import Text, text_of
from uchtil.journals.handoffs.jats_references import reference_list
from uchtil.journals.handoffs.licences import licence_url
from uchtil.journals.handoffs.people import (
    CREDIT,
    ROLES,
    PrintedName,
    affiliations_of,
    names_of,
    orcid_url,
)
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.handoffs.xml import document, maker
from uchtil.journals.submission import Metadata, Submission
from uchtil.model import Author
from uchtil.model.records import text_in

element = maker()

_VERSIONS = "http://www.niso.org/publications/rp/RP-8-2008.pdf"

_LINED = frozenset(
    {
        *("article", "front", "journal-meta", "journal-title-group", "publisher", "article-meta"),
        *("article-version-alternatives", "article-categories", "subj-group", "title-group"),
        *("trans-title-group", "contrib-group", "contrib", "name-alternatives", "name"),
        *("aff-alternatives", "author-notes", "permissions", "license", "abstract"),
        *("trans-abstract", "kwd-group", "funding-group", "counts", "body", "sec"),
        *("list", "list-item"),
        *("def-list", "def-item", "def", "table-wrap", "table", "thead", "tbody", "tfoot", "tr"),
        *("caption", "fig", "alternatives", "graphic", "disp-quote", "back", "fn-group", "fn"),
        *("ref-list", "ref", "citation-alternatives", "element-citation", "person-group"),
    }
)
"""Elements that hold elements only: each of these is given a line of its own."""


def write(submission: Submission) -> bytes:
    """Return the article in JATS; it needs the journal's ISSN."""
    journal = submission.journal
    if not (journal.issn or journal.e_issn):
        raise Skipped("the journal's ISSN is not known, and JATS asks for it")
    text = text_of(submission)
    article = element(
        "article",
        {
            "article-type": "review-article",
            "dtd-version": "1.3",
            "xml:lang": submission.own.tag,
        },
        element("front", _journal_meta(submission), _article_meta(submission, text)),
        element("body", text.sections),
        element(
            "back",
            element("fn-group", text.notes) if text.notes else None,
            reference_list(submission) if submission.references else None,
        ),
    )
    _in_lines(article)
    return document(article, prefixes=("xlink", "ali"))


def _journal_meta(submission: Submission) -> etree._Element:
    journal = submission.journal
    name = journal.name_in(submission.language)
    others = [
        element("trans-title-group", {"xml:lang": each.tag}, element("trans-title", text))
        for each in submission.metadata
        if (text := journal.name.get(each.language)) and text != name
    ]
    return element(
        "journal-meta",
        element("journal-id", {"journal-id-type": "publisher-id"}, journal.id),
        element(
            "journal-title-group",
            element("journal-title", name),
            others,
            element("abbrev-journal-title", journal.abbreviation) if journal.abbreviation else None,
        ),
        element("issn", {"publication-format": "print"}, journal.issn) if journal.issn else None,
        (
            element("issn", {"publication-format": "electronic"}, journal.e_issn)
            if journal.e_issn
            else None
        ),
        (
            element(
                "publisher",
                element("publisher-name", journal.publisher),
                (
                    element(
                        "publisher-loc",
                        element("country", {"country": journal.country}, journal.country),
                    )
                    if journal.country
                    else None
                ),
            )
            if journal.publisher
            else None
        ),
        element("self-uri", {"xlink:href": journal.url}, journal.url) if journal.url else None,
    )


def _article_meta(submission: Submission, text: Text) -> etree._Element:
    review = submission.review
    own, *others = submission.metadata
    return element(
        "article-meta",
        element("article-id", {"pub-id-type": "doi"}, submission.doi) if submission.doi else None,
        element("article-id", {"pub-id-type": "manuscript"}, review.id),
        _version(submission),
        element(
            "article-categories",
            element("subj-group", {"subj-group-type": "udc"}, element("subject", review.udc)),
        ),
        element(
            "title-group",
            element("article-title", {"xml:lang": own.tag}, own.title),
            [
                element(
                    "trans-title-group",
                    {"xml:lang": each.tag},
                    element("trans-title", each.title),
                )
                for each in others
            ],
        ),
        _contributors(submission),
        element("pub-date-not-available"),
        _permissions(submission),
        element("self-uri", {"xlink:href": review.url}, review.url) if review.url else None,
        element("abstract", {"xml:lang": own.tag}, _paragraphs(own)) if own.abstract else None,
        [
            element("trans-abstract", {"xml:lang": each.tag}, _paragraphs(each))
            for each in others
            if each.abstract
        ],
        [
            element(
                "kwd-group",
                {"kwd-group-type": "author", "xml:lang": each.tag},
                [element("kwd", word) for word in each.keywords],
            )
            for each in submission.metadata
            if each.keywords
        ],
        [
            element(
                "funding-group", {"xml:lang": each.tag}, element("funding-statement", statement)
            )
            for each in submission.metadata
            if (statement := text_in(review.funding or {}, each.language))
        ],
        element(
            "counts",
            element("fig-count", {"count": text.figures}),
            element("table-count", {"count": text.tables}),
            element("ref-count", {"count": len(submission.references)}),
            element("word-count", {"count": submission.words}),
        ),
    )


def _version(submission: Submission) -> etree._Element:
    review = submission.review
    return element(
        "article-version-alternatives",
        element(
            "article-version",
            {"article-version-type": "number", "iso-8601-date": str(review.date)},
            review.version,
        ),
        element(
            "article-version",
            {
                "article-version-type": "status",
                "vocab": "JAV",
                "vocab-identifier": _VERSIONS,
                "vocab-term": "Author's Original",
            },
            "AO",
        ),
    )


def _paragraphs(metadata: Metadata) -> Iterator[etree._Element]:
    return (element("p", paragraph) for paragraph in metadata.abstract.split("\n\n"))


def _permissions(submission: Submission) -> etree._Element | None:
    licence = submission.review.licence
    url = licence_url(licence)
    if not licence:
        return None
    return element(
        "permissions",
        element(
            "license",
            {"xlink:href": url},
            element("ali:license_ref", url) if url else None,
            element("license-p", licence),
        ),
    )


# ---------------------------------------------------------------- authors


def _contributors(submission: Submission) -> Iterator[etree._Element]:
    """Yield the authors, where they work, and whom to write to."""
    authors = submission.review.authors
    if not authors:
        return
    places: dict[tuple[tuple[str, str], ...], str] = {}
    contributors = []
    for author in authors:
        where = tuple((each.tag, text) for each, text in affiliations_of(author, submission))
        if where:
            places.setdefault(where, f"aff{len(places) + 1}")
        contributors.append(_contributor(author, submission, places.get(where, "")))
    yield element("contrib-group", contributors)
    for texts, number in places.items():
        yield element(
            "aff-alternatives",
            {"id": number},
            [
                element("aff", {"xml:lang": tag}, element("institution", text))
                for tag, text in texts
            ],
        )
    letters = [
        element("corresp", {"id": f"cor{number}"}, element("email", author.email))
        for number, author in enumerate(authors, 1)
        if author.corresponding
    ]
    if letters:
        yield element("author-notes", letters)


def _contributor(author: Author, submission: Submission, place: str) -> etree._Element:
    number = submission.review.authors.index(author) + 1
    names = names_of(author, submission)
    return element(
        "contrib",
        {"contrib-type": "author", "corresp": "yes" if author.corresponding else None},
        (
            element("contrib-id", {"contrib-id-type": "orcid"}, orcid_url(author))
            if author.orcid
            else None
        ),
        element("name-alternatives", map(_name, names)) if names else None,
        [_role(role) for role in author.roles],
        element("xref", {"ref-type": "aff", "rid": place}) if place else None,
        (
            element("xref", {"ref-type": "corresp", "rid": f"cor{number}"})
            if author.corresponding
            else None
        ),
    )


def _name(name: PrintedName) -> etree._Element:
    tag = {"xml:lang": name.metadata.tag}
    if not name.family:
        return element("string-name", tag, name.printed)
    first = name.printed.startswith(name.family)
    style = {"name-style": "eastern" if first else "western"}
    parts: Iterable[etree._Element | None] = (
        element("surname", name.family),
        element("given-names", name.given) if name.given else None,
    )
    return element("name", style, tag, parts)


def _role(role: str) -> etree._Element:
    return element(
        "role",
        {
            "vocab": "credit",
            "vocab-identifier": CREDIT,
            "vocab-term": ROLES[role],
            "vocab-term-identifier": f"{CREDIT}contributor-roles/{role}/",
        },
        ROLES[role],
    )


def _in_lines(root: etree._Element) -> None:
    """Put what stands in elements that hold no text on lines of its own."""
    for each in root.iter(*_LINED):
        if len(each):
            each.text = "\n"
            for child in each:
                child.tail = "\n"
