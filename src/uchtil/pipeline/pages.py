"""From an article and what pandoc wrote to the records that page templates take."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from uchtil.formats.pages import (
    FormatLink,
    Head,
    Heading,
    PageAuthor,
    PageEdition,
    Part,
    Sibling,
    screen_page,
)
from uchtil.formats.parts import count_notes, joined
from uchtil.language import TRANSLITERATED, language
from uchtil.pipeline.editions import TRILINGUAL, Edition, codes_of

if TYPE_CHECKING:
    from uchtil.model import Author, Review
    from uchtil.pipeline.job import Conversion

Texts = Mapping[str, Mapping[str, Any]]
"""What pandoc wrote of each language's text: its body, abstract, and flat list of headings."""

MEDIA_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def edition_page(work: Conversion, edition: Edition, texts: Texts, references: str) -> str:
    """Return the HTML of an edition, whole in itself, with its reference list."""
    return screen_page(
        work.templates,
        page_edition(work, edition, texts),
        references_html=references,
        head=_head(work, edition, texts),
        siblings=_siblings(work, edition),
        formats=[
            FormatLink(name=name.upper(), href=f"review.{name}", media_type=MEDIA_TYPES[name])
            for name in ("pdf", "docx")
        ],
        home="../index.html",
    )


def page_edition(work: Conversion, edition: Edition, texts: Texts) -> PageEdition:
    """Return an edition as the page templates take it."""
    review = work.prepared.project.review
    parts = []
    notes = 0
    for code in edition.parts:
        text = texts[code]
        prefix = f"{code}-" if len(edition.parts) > 1 else ""
        parts.append(
            Part(
                code=code,
                tag=language(code).tag,
                endonym=language(code).endonym,
                title=review.title[code],
                short_title=short_title_of(review, code),
                abstract_html=text["abstract"],
                keywords=review.keywords[code],
                contents=_contents(text["contents"], prefix),
                body_html=_with_figures(joined(text["body"], prefix, notes), code, work),
                terms=language(code).terms,
                authors=authors_of(review, code),
                issue=issue_of(review, code),
                prefix=prefix,
            )
        )
        notes += count_notes(text["body"])
    main = language(edition.parts[0])
    return PageEdition(
        id=edition.id,
        tag=main.tag,
        title=title_of(review, edition),
        parts=tuple(parts),
        terms=main.terms,
        version=review.version,
        udc=review.udc,
        licence=review.licence,
        short_title=parts[0].short_title if len(parts) == 1 else "",
        authors=parts[0].authors,
    )


def title_of(review: Review, edition: Edition) -> str:
    """Return the title of an edition; that of several languages has them all."""
    return " / ".join(review.title[code] for code in edition.parts)


def issue_of(review: Review, code: str) -> str:
    """Return date, version and licence in one line, in one language."""
    here = language(code)
    parts = (here.date(review.date), f"{here.terms.version} {review.version}", review.licence)
    return " · ".join(part for part in parts if part)


def short_title_of(review: Review, code: str) -> str:
    """Return the running head in one language; empty where the review gives none."""
    return review.short_title[code] if review.short_title else ""


def authors_of(review: Review, code: str) -> tuple[PageAuthor, ...]:
    """Return the authors as one language prints them.

    An address is printed for whoever answers letters: the corresponding authors, or all
    who give one where none is named as such.
    """
    terms = language(code).terms
    named = any(author.corresponding for author in review.authors)
    return tuple(
        PageAuthor(
            name=author.name[code],
            affiliation=author.affiliation[code],
            orcid=author.orcid,
            email=author.email if author.corresponding or not named else "",
            contact=terms.corresponding_author if author.corresponding else "",
            contribution=_contribution(author, code),
        )
        for author in review.authors
    )


def _contribution(author: Author, code: str) -> str:
    """Return what an author has done, by CRediT's roles; nothing where none is named."""
    terms = language(code).terms
    roles = [str(getattr(terms.roles, role.replace("-", "_"))) for role in author.roles]
    return f"{terms.contributions}: {'; '.join(roles)}" if roles else ""


def _contents(headings: Sequence[Mapping[str, Any]], prefix: str) -> tuple[Heading, ...]:
    """Nest a flat list of headings by their levels (two levels are shown)."""
    nested: list[Heading] = []
    for heading in headings:
        entry = Heading(id=prefix + heading["id"], text=heading["text"])
        if heading["level"] > 1 and nested:
            last = nested[-1]
            nested[-1] = Heading(id=last.id, text=last.text, children=(*last.children, entry))
        else:
            nested.append(entry)
    return tuple(nested)


_IMAGE = re.compile(r'<img src="figure:([^"]+)"[^>]*>')


def _with_figures(body: str, code: str, work: Conversion) -> str:
    """Put the drawings in the place of the images that name them."""

    def drawing(match: re.Match[str]) -> str:
        return work.drawings[(code, html.unescape(match[1]))].svg

    return _IMAGE.sub(drawing, body)


def _siblings(work: Conversion, edition: Edition) -> list[Sibling]:
    review = work.prepared.project.review
    siblings = [
        Sibling(
            code=code,
            tag=language(code).tag,
            endonym=language(code).endonym,
            href=f"../{code}/review.html",
            current=edition.id == code,
        )
        for code in codes_of(review)
    ]
    if len(review.languages) > 1:
        first = edition.parts[0]
        siblings.append(
            Sibling(
                code=TRILINGUAL,
                tag="",
                endonym=language(first).terms.trilingual_edition,
                href=f"../{TRILINGUAL}/review.html",
                current=edition.id == TRILINGUAL,
                prefix=f"{first}-",
            )
        )
    return siblings


def _head(work: Conversion, edition: Edition, texts: Texts) -> Head:
    """Return what machines read of an edition: only what is known."""
    review = work.prepared.project.review
    base = f"{review.url.rstrip('/')}/" if review.url else "../"
    address = f"{base}{edition.id}/review.html" if review.url else ""
    description = _plain(texts[edition.parts[0]]["abstract"])
    day = str(review.date)
    alternates = tuple(
        (language(code).tag, f"{base}{code}/review.html") for code in codes_of(review)
    )
    citations = [("citation_title", title_of(review, edition))]
    for author in authors_of(review, edition.parts[0]):
        citations.append(("citation_author", author.name))
        citations.append(("citation_author_institution", author.affiliation))
        if author.orcid:
            citations.append(("citation_author_orcid", f"https://orcid.org/{author.orcid}"))
    citations.append(("citation_publication_date", day.replace("-", "/")))
    citations += [("citation_language", TRANSLITERATED.get(code, code)) for code in edition.parts]
    citations += [("citation_keywords", "; ".join(review.keywords[code])) for code in edition.parts]
    if review.url:
        citations.append(("citation_fulltext_html_url", address))
        citations.append(("citation_pdf_url", f"{base}{edition.id}/review.pdf"))
    return Head(
        description=description,
        canonical=address,
        alternates=alternates,
        citations=tuple(citations),
        json_ld=json.dumps(
            _json_ld(work, edition, texts, address), ensure_ascii=False, sort_keys=True
        ),
    )


def _json_ld(work: Conversion, edition: Edition, texts: Texts, address: str) -> dict[str, Any]:
    review = work.prepared.project.review
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": title_of(review, edition),
        "inLanguage": [language(code).tag for code in edition.parts],
        "datePublished": str(review.date),
        "version": review.version,
        "abstract": _plain(texts[edition.parts[0]]["abstract"]),
        "keywords": [word for code in edition.parts for word in review.keywords[code]],
        "citation": [
            {"@type": "CreativeWork", "name": work.prepared.references[key].title}
            for key in work.prepared.article.order
        ],
    }
    if address:
        data["url"] = address
    if review.licence:
        data["license"] = review.licence
    authors = authors_of(review, edition.parts[0])
    if authors:
        data["author"] = [
            {
                "@type": "Person",
                "name": author.name,
                **({"affiliation": author.affiliation} if author.affiliation else {}),
                **({"@id": f"https://orcid.org/{author.orcid}"} if author.orcid else {}),
            }
            for author in authors
        ]
    return data


def _plain(fragment: str) -> str:
    """Return the text of a fragment of pandoc's HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", fragment)).split())
