"""A sheet to paste from: every field that a journal's form asks for, in every language.

One page without a script or anything from elsewhere.  A text of one line or more stands in
a field of its own that cannot be changed, so that one click and "select all" take all of it.
The field is as high as its text on every screen: the text stands behind it once more, unseen,
and the two share a cell of a grid.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from uchtil.journals.handoffs.licences import licence_url
from uchtil.journals.handoffs.people import ROLES, affiliations_of, name_in, orcid_url
from uchtil.journals.handoffs.xml import clean, maker
from uchtil.journals.submission import Metadata, PrintedList, Submission
from uchtil.model import Author
from uchtil.model.records import text_in

element = maker()

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, label { overflow-wrap: anywhere; }
label { display: block; margin-top: 1rem; font-weight: 600; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); }
.field::after { content: attr(data-text) " "; visibility: hidden; }
.field::after, textarea { grid-area: 1 / 1; box-sizing: border-box; margin: 0; font: inherit;
  padding: .4rem; border: 1px solid #767676; white-space: pre-wrap; overflow-wrap: anywhere; }
textarea { width: 100%; resize: none; overflow: hidden; }
"""
_LANGUAGES = {
    "uz": "Uzbek",
    "uz-cyrl": "Uzbek (Cyrillic)",
    "ru": "Russian",
    "en": "English",
    "kk": "Kazakh",
}


class _Sheet:
    """Fields of a page, each with a number that ties its label to it."""

    def __init__(self) -> None:
        self._number = 0

    def field(self, label: str, text: str, tag: str = "") -> Iterator[etree._Element]:
        """Yield a label and the field under it; nothing where there is no text."""
        text = clean(text).strip()
        if not text:
            return
        self._number += 1
        name = f"field-{self._number}"
        yield element("label", {"for": name}, label)
        area = element("textarea", {"id": name, "rows": 1, "lang": tag, "readonly": "readonly"})
        # a parser drops the first line break, so that one is put there to be dropped
        area.text = f"\n{text}"
        yield element("div", {"class": "field", "data-text": text, "lang": tag}, area)


def write(submission: Submission) -> bytes:
    """Return the sheet as one page of HTML."""
    sheet, own = _Sheet(), submission.own
    page = element(
        "html",
        {"lang": "en"},
        element(
            "head",
            element("meta", {"charset": "utf-8"}),
            element("meta", {"name": "viewport", "content": "width=device-width"}),
            element("title", f"Metadata: {own.title}"),
            element("style", _STYLE),
        ),
        element(
            "body",
            element(
                "main",
                element("h1", "To paste: ", element("span", {"lang": own.tag}, own.title)),
                [_in_language(sheet, each, submission) for each in submission.metadata],
                [
                    _author(sheet, author, number, submission)
                    for number, author in enumerate(submission.review.authors, 1)
                ],
                _article(sheet, submission),
                _figures(sheet, submission),
                _references(sheet, submission),
            ),
        ),
    )
    text: bytes = lxml_html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>")
    return text + b"\n"


def _in_language(sheet: _Sheet, metadata: Metadata, submission: Submission) -> etree._Element:
    review, tag = submission.review, metadata.tag
    names = [name for each in review.authors if (name := name_in(each, metadata))]
    places = [text_in(author.affiliation, metadata.language) for author in review.authors]
    return element(
        "section",
        element("h2", _LANGUAGES.get(metadata.language, metadata.language)),
        sheet.field("Title", metadata.title, tag),
        sheet.field("Short title", text_in(review.short_title or {}, metadata.language), tag),
        sheet.field("Authors", ", ".join(name.printed for name in names), tag),
        sheet.field("Affiliations", "; ".join(dict.fromkeys(filter(None, places))), tag),
        sheet.field("Abstract", metadata.abstract, tag),
        sheet.field("Keywords, by commas", ", ".join(metadata.keywords), tag),
        sheet.field("Keywords, by semicolons", "; ".join(metadata.keywords), tag),
        sheet.field("Funding", text_in(review.funding or {}, metadata.language), tag),
    )


def _author(sheet: _Sheet, author: Author, number: int, submission: Submission) -> etree._Element:
    return element(
        "section",
        element("h2", f"Author {number}"),
        _names(sheet, author, submission),
        [
            sheet.field(f"Affiliation, {_language(each)}", text, each.tag)
            for each, text in affiliations_of(author, submission)
        ],
        sheet.field("ORCID", orcid_url(author)),
        sheet.field("E-mail", author.email),
        sheet.field("Corresponding author", "yes" if author.corresponding else ""),
        sheet.field("CRediT roles", ", ".join(ROLES[role] for role in author.roles)),
    )


def _names(
    sheet: _Sheet, author: Author, submission: Submission
) -> Iterator[Iterator[etree._Element]]:
    for each in submission.metadata:
        name = name_in(author, each)
        if name is None:
            continue
        language, tag = _language(each), each.tag
        yield sheet.field(f"Name, {language}", name.printed, tag)
        yield sheet.field(f"Family name, {language}", name.family, tag)
        yield sheet.field(f"Given names, {language}", name.given, tag)


def _article(sheet: _Sheet, submission: Submission) -> etree._Element:
    review, journal = submission.review, submission.journal
    return element(
        "section",
        element("h2", "Article"),
        sheet.field("Journal", journal.name_in(submission.language)),
        sheet.field("Language of the manuscript", _language(submission.own)),
        sheet.field("UDC", review.udc),
        sheet.field("IRSTI", review.irsti),
        sheet.field("DOI", submission.doi),
        sheet.field("Version", f"{review.version}, {review.date}"),
        sheet.field("Licence", f"{review.licence} {licence_url(review.licence)}"),
        sheet.field("Address", review.url),
        sheet.field(
            f"Words ({submission.counted})" if submission.counted else "Words",
            str(submission.words),
        ),
        sheet.field("References", str(len(submission.references))),
    )


def _figures(sheet: _Sheet, submission: Submission) -> etree._Element | None:
    """Return caption and alternative text of each figure, as forms ask for them with its file."""
    if not submission.figures:
        return None
    tag = submission.own.tag
    return element(
        "section",
        element("h2", "Figures"),
        [
            [
                sheet.field(f"Caption of {each.file}", f"{each.label} {each.caption}", tag),
                sheet.field(f"Alternative text of {each.file}", each.alt, tag),
            ]
            for each in submission.figures
        ],
    )


def _references(sheet: _Sheet, submission: Submission) -> etree._Element | None:
    """Return each list, one entry a line, as forms want it; titles where there is no list."""
    titles = PrintedList(heading="Titles", entries=tuple(e.title for e in submission.references))
    lists = [each for each in submission.lists or (titles,) if each.entries]
    if not lists:
        return None
    return element(
        "section",
        element("h2", "References"),
        [
            sheet.field(
                each.heading, "\n".join(" ".join(entry.split()) for entry in each.entries), each.tag
            )
            for each in lists
        ],
    )


def _language(metadata: Metadata) -> str:
    return _LANGUAGES.get(metadata.language, metadata.language)
