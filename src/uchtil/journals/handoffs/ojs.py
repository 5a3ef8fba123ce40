"""Native XML of Open Journal Systems, in the dialects of 3.3, 3.4 and 3.5.

They differ in the names of locales (``uz_UZ@latin``, ``uz@latin``, ``uz_Latn``; from 3.5
on ``uz`` is Uzbek in Cyrillic), and 3.5 in how keywords and affiliations are nested.
The order of elements is that of ``native.xsd`` and ``pkp-native.xsd`` of these versions.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from uchtil.journals.handoffs.licences import licence_url
from uchtil.journals.handoffs.people import affiliations_of, names_of, orcid_url
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.handoffs.xml import Content, document, maker
from uchtil.journals.phrases import Phrase
from uchtil.journals.submission import Metadata, Submission
from uchtil.model import Author

element = maker("http://pkp.sfu.ca")


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """What is particular to a version: its locales by our codes of languages, and its nesting.

    ``names_nested`` says that a keyword and an affiliation hold their text in a ``name``.
    """

    locales: Mapping[str, str]
    names_nested: bool = False


DIALECTS = {
    "3.3": Dialect(
        locales={
            "uz": "uz_UZ@latin",
            "uz-cyrl": "uz_UZ@cyrillic",
            "ru": "ru_RU",
            "en": "en_US",
            "kk": "kk_KZ",
        }
    ),
    "3.4": Dialect(
        locales={
            "uz": "uz@latin",
            "uz-cyrl": "uz@cyrillic",
            "ru": "ru",
            "en": "en",
            "kk": "kk",
        }
    ),
    "3.5": Dialect(
        locales={"uz": "uz_Latn", "uz-cyrl": "uz", "ru": "ru", "en": "en", "kk": "kk"},
        names_nested=True,
    ),
}


def writer(version: str) -> Callable[[Submission], bytes]:
    """Return the function that writes one version's dialect."""
    dialect = DIALECTS[version]

    def write(submission: Submission) -> bytes:
        """Return the article with its authors and its manuscript."""
        return _write(submission, dialect)

    return write


def _write(submission: Submission, dialect: Dialect) -> bytes:
    authors = submission.review.authors
    if not authors:
        raise Skipped("the review names no author, and OJS asks for one")
    for author in authors:
        if not author.email:
            name = next(iter(names_of(author, submission)), None)
            called = name.printed if name else "an author"
            raise Skipped(
                Phrase("{name} has no `email`, and OJS asks for everybody's", name=called)
            )
    return document(
        element(
            "articles",
            element(
                "article",
                {
                    "locale": dialect.locales[submission.language],
                    "status": 1,
                    "stage": "submission",
                    "current_publication_id": 1,
                    "date_submitted": str(submission.review.date),
                },
                element("id", {"type": "internal", "advice": "ignore"}, "1"),
                _file(submission, dialect),
                _publication(submission, dialect),
            ),
        ),
        indented=True,
    )


def _file(submission: Submission, dialect: Dialect) -> etree._Element | None:
    manuscript = submission.manuscript
    if manuscript is None:
        return None
    return element(
        "submission_file",
        {
            "stage": "submission",
            "id": 1,
            "file_id": 1,
            "genre": submission.journal.genre,
            "language": submission.own.tag.partition("-")[0],
        },
        element("name", {"locale": dialect.locales[submission.language]}, manuscript.name),
        element(
            "file",
            {
                "id": 1,
                "filesize": len(manuscript.data),
                "extension": PurePosixPath(manuscript.name).suffix.removeprefix("."),
            },
            element(
                "embed",
                {"encoding": "base64", "mime_type": manuscript.media_type},
                base64.b64encode(manuscript.data).decode("ascii"),
            ),
        ),
    )


def _publication(submission: Submission, dialect: Dialect) -> etree._Element:
    review = submission.review
    url = licence_url(review.licence)

    def localised(name: str, content: Callable[[Metadata], Content]) -> Iterator[etree._Element]:
        for each in submission.metadata:
            if inner := content(each):
                yield element(name, {"locale": dialect.locales[each.language]}, inner)

    return element(
        "publication",
        {
            "version": 1,
            "status": 1,
            "primary_contact_id": _contact(review.authors),
            "section_ref": submission.journal.section,
            "seq": 0,
        },
        element("id", {"type": "internal", "advice": "ignore"}, "1"),
        (
            element("id", {"type": "doi", "advice": "update"}, submission.doi)
            if submission.doi
            else None
        ),
        localised("title", lambda each: each.title),
        localised("abstract", _abstract),
        element("licenseUrl", url) if url else None,
        localised("keywords", lambda each: _keywords(each, dialect)),
        element(
            "authors",
            [
                _author(author, number, submission, dialect)
                for number, author in enumerate(review.authors, 1)
            ],
        ),
        element(
            "citations",
            [
                element("citation", submission.printed.get(each.key) or each.title)
                for each in submission.references
            ],
        ),
    )


def _contact(authors: Iterable[Author]) -> int:
    """Return the number of the author who answers letters, else of the first."""
    return next((at for at, author in enumerate(authors, 1) if author.corresponding), 1)


def _abstract(metadata: Metadata) -> str:
    """Return the abstract as HTML, which OJS keeps abstracts in, as the text of an element."""
    paragraphs = metadata.abstract.split("\n\n") if metadata.abstract else []
    return "".join(f"<p>{_escaped(paragraph)}</p>" for paragraph in paragraphs)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _keywords(metadata: Metadata, dialect: Dialect) -> list[etree._Element]:
    return [
        element("keyword", element("name", word) if dialect.names_nested else word)
        for word in metadata.keywords
    ]


def _author(
    author: Author, number: int, submission: Submission, dialect: Dialect
) -> etree._Element:
    names = names_of(author, submission)
    if not names or names[0].metadata.language != submission.language:
        raise Skipped("an author has no name in the language of the manuscript")
    return element(
        "author",
        {
            # OJS takes any value for a yes, also the word "false"
            "primary_contact": ("true" if number == _contact(submission.review.authors) else None),
            "include_in_browse": "true",
            "user_group_ref": submission.journal.author_group,
            "seq": number - 1,
            "id": number,
        },
        [
            element(
                "givenname",
                {"locale": dialect.locales[name.metadata.language]},
                name.given or name.printed,
            )
            for name in names
        ],
        [
            element("familyname", {"locale": dialect.locales[name.metadata.language]}, name.family)
            for name in names
            if name.given
        ],
        _affiliation(author, submission, dialect),
        element("email", author.email),
        element("orcid", orcid_url(author)) if author.orcid else None,
    )


def _affiliation(author: Author, submission: Submission, dialect: Dialect) -> Content:
    """Return where an author works.

    3.5 refuses an affiliation that is not named in the language of the manuscript.
    """
    places = affiliations_of(author, submission)
    name = "name" if dialect.names_nested else "affiliation"
    texts = [
        element(name, {"locale": dialect.locales[each.language]}, text) for each, text in places
    ]
    if not dialect.names_nested:
        return texts
    own = any(each.language == submission.language for each, _ in places)
    return element("affiliation", texts) if own else None
