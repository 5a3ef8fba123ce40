"""What kind of publication a work is, so that figures can group the works."""

from __future__ import annotations

from collections.abc import Mapping

from uchtil.bibliography.reference import Reference

_BY_TYPE: Mapping[str, str] = {
    "article": "scholarship",
    "article/magazine": "media",
    "article/newspaper": "media",
    "book": "scholarship",
    "collection": "scholarship",
    "inbook": "scholarship",
    "incollection": "scholarship",
    "inproceedings": "scholarship",
    "legislation": "official",
    "proceedings": "scholarship",
    "report": "scholarship",
    "thesis": "scholarship",
    "unpublished": "scholarship",
}


def kind_of(reference: Reference) -> str:
    """Return the kind of a work, one of ``WORK_KINDS``.

    ``keywords`` says it; where that is absent, the entry type does (an article in a
    newspaper or magazine is of the media).  Of a page on a site (``online``) or a bare
    title (``misc``) the type tells nothing: without ``keywords`` its kind is ``other``.
    """
    if "keywords" in reference.fields:
        return reference.fields["keywords"]
    subtype = reference.fields.get("entrysubtype")
    kind = f"{reference.type}/{subtype}" if subtype else reference.type
    return _BY_TYPE.get(kind, "other")
