"""Works of the review's own authors: an anonymous copy cites them without saying whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from uchtil.bibliography import Reference
from uchtil.bibliography.reference import PersonName
from uchtil.language import language
from uchtil.model import Author


def own_works(references: Iterable[Reference], authors: Sequence[Author]) -> frozenset[str]:
    """Return the keys of works that one of the authors has written or edited.

    A name is theirs if the family name is a word of theirs in any language and the first
    initial agrees; a doubtful one counts as theirs, since what is left in cannot be taken back.
    """
    words = [
        {word.casefold().strip(".,") for name in each.name.values() for word in name.split()}
        for each in authors
    ]
    return frozenset(
        reference.key
        for reference in references
        for names in reference.names.values()
        for name in names
        if any(_theirs(name, known) for known in words)
    )


def _theirs(name: PersonName, words: set[str]) -> bool:
    if not name.family or name.family.casefold() not in words:
        return False
    others = {word[0] for word in words - {name.family.casefold()} if word}
    return not name.given or name.given[0].casefold() in others


def without_names(
    items: Iterable[Mapping[str, Any]], own: frozenset[str], code: str
) -> list[dict[str, Any]]:
    """Return CSL-JSON in which the authors' own works tell nothing but that they are left out."""
    said = language(code).terms.own_work
    return [
        {"id": each["id"], "type": "document", "title": f"[{said}]", "language": each["language"]}
        if each["id"] in own
        else dict(each)
        for each in items
    ]
