"""The list of references in JATS: each as printed, in its parts, and in Latin script."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from uchtil.bibliography.reference import Reference
from uchtil.journals.handoffs import works
from uchtil.journals.handoffs.jats_names import reference_ids
from uchtil.journals.handoffs.works import Item
from uchtil.journals.handoffs.xml import maker
from uchtil.journals.submission import Submission, tag_of

element = maker()

_TYPES = {
    "article-journal": "journal",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "book": "book",
    "chapter": "book",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "paper-conference": "confproc",
    "report": "report",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""CSL types with what ``publication-type`` calls them; others have none."""

_WITHIN = {
    "chapter": "chapter-title",
    "article-journal": "article-title",
    "article-magazine": "article-title",
    "article-newspaper": "article-title",
    "paper-conference": "article-title",
    "webpage": "article-title",
}
"""How a title is marked that stands in something greater; the others are sources themselves."""

_PLAIN = {
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "collection-title": "series",
    "event-title": "conf-name",
    "publisher": "publisher-name",
    "publisher-place": "publisher-loc",
    "ISBN": "isbn",
    "ISSN": "issn",
}


def reference_list(submission: Submission) -> etree._Element:
    """Return the list, numbered in its order."""
    ids = reference_ids(submission)
    return element("ref-list", _references(submission, ids))


def _references(submission: Submission, ids: dict[str, str]) -> Iterator[etree._Element]:
    for number, reference in enumerate(submission.references, 1):
        key, tag = reference.key, tag_of(reference)
        printed = submission.printed.get(key, "")
        romanised = submission.romanised.get(key)
        item = works.item_of(reference)
        yield element(
            "ref",
            {"id": ids[key]},
            element("label", str(number)),
            element(
                "citation-alternatives",
                (
                    element("mixed-citation", {"specific-use": "printed", "xml:lang": tag}, printed)
                    if printed
                    else None
                ),
                _in_parts(item, tag, reference.others, _titles_of(item, reference)),
                _romanised(works.plain(romanised), tag, reference) if romanised else None,
            ),
        )


def latin(tag: str) -> str:
    """Return the tag of the same language in Latin script: ``ru-RU`` → ``ru-Latn``."""
    return f"{tag.partition('-')[0]}-Latn" if tag else ""


def _titles_of(item: Item, reference: Reference) -> works.Titles:
    own, english = str(item.get("title", "")), works.english_title(reference)
    return works.Titles(own=own, english="" if english == own else english)


def _romanised(item: Item, tag: str, reference: Reference) -> etree._Element:
    titles = works.latin_titles(item, reference)
    return _in_parts(item, latin(tag), reference.others, titles, use="romanised")


def _in_parts(
    item: Item, tag: str, others: frozenset[str], titles: works.Titles, *, use: str = "original"
) -> etree._Element:
    """Return what is known of a work, part by part, in the order in which lists have it."""
    return element(
        "element-citation",
        {
            "publication-type": _TYPES.get(item["type"]),
            "specific-use": use,
            "xml:lang": tag,
        },
        _people(item, others),
        _titles(item, titles),
        [element(tag_, str(item[name])) for name, tag_ in _PLAIN.items() if name in item],
        _dates(item),
        _pages(item),
        _addresses(item),
        element("comment", titles.note) if titles.note else None,
    )


def _people(item: Item, others: frozenset[str]) -> Iterator[etree._Element]:
    for role in ("author", "editor", "translator"):
        if role not in item:
            continue
        yield element(
            "person-group",
            {"person-group-type": role},
            [
                (
                    element("collab", name.family)
                    if name.is_body
                    else element(
                        "name",
                        element("surname", name.family),
                        element("given-names", name.given) if name.given else None,
                    )
                )
                for name in works.names(item, role, others=role in others)
            ],
            element("etal") if role in others else None,
        )


def _titles(item: Item, titles: works.Titles) -> Iterator[etree._Element]:
    name = _WITHIN.get(item["type"], "source")
    if titles.own:
        yield element(name, titles.own)
        if titles.english:
            yield element(
                "trans-source" if name == "source" else "trans-title",
                {"xml:lang": "en"},
                titles.english,
            )
    elif titles.english:
        # a description of ours: its English stands for it
        yield element(name, {"xml:lang": "en"}, f"[{titles.english}]")
    if container := item.get("container-title"):
        yield element("source", container)


def _dates(item: Item) -> Iterator[etree._Element]:
    if year := works.years(item):
        points = works.date_parts(item)
        day = works.iso(points[0]) if len(points) == 1 else ""
        yield element("year", {"iso-8601-date": day}, year)
    for point in works.date_parts(item, "accessed"):
        day = works.iso(point)
        yield element(
            "date-in-citation", {"content-type": "access-date", "iso-8601-date": day}, day
        )


def _pages(item: Item) -> Iterator[etree._Element]:
    first, last = works.pages(item)
    if last:
        yield element("fpage", first)
        yield element("lpage", last)
    elif first:
        yield element("page-range", first)
    if count := item.get("number-of-pages"):
        yield element("size", {"units": "page"}, str(count))


def _addresses(item: Item) -> Iterator[etree._Element]:
    if doi := item.get("DOI"):
        yield element("pub-id", {"pub-id-type": "doi"}, doi)
    if url := item.get("URL"):
        yield element("ext-link", {"ext-link-type": "uri", "xlink:href": url}, url)
