"""Our own descriptions of works without a title, in the language of the text that cites them.

A style that cites by author and year puts such a description into the sentence: "([Article on
the CIS], n.d.)"; one that cites in notes, below it, again and again.  It is a word of the review's
and not of the work's, and so in the text's language, in the list too, where readers look for what
the text says.  What a work itself prints stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from uchtil.bibliography.csl import csl_json, nocase
from uchtil.bibliography.reference import Reference
from uchtil.language.tags import locale_tag

_FIELDS = {"uz": ("uzbek", "uz-Latn"), "ru": ("russian", "ru"), "en": ("english", "en")}
"""How the fields of a description end, and the tag of their language."""


def described_in(
    references: Iterable[Reference], code: str, *, initials: bool = False
) -> list[dict[str, Any]]:
    """Return the works as ``csl_json`` does, descriptions in a language as far as it has them.

    Their terms ("n.d.") are of that language then: nothing of such a work is in its own.
    """
    works = list(references)
    items = csl_json(works, initials=initials)
    if code not in _FIELDS:
        return items
    language, tag = _FIELDS[code]
    for reference, item in zip(works, items, strict=True):
        title = reference.fields.get(f"title{language}")
        if not (reference.title_is_ours and title):
            continue
        item["title"] = nocase(title)
        short = reference.fields.get(f"shorttitle{language}")
        item.pop("title-short", None)
        if short:
            item["title-short"] = nocase(short)
        item["language"] = locale_tag(tag)
    return items
