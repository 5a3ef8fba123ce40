"""The same work under two keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from uchtil.bibliography.reference import Reference
from uchtil.problems import Problems

_NOT_WORDS = re.compile(r"[\W_]+")


def tell_duplicates(references: Mapping[str, Reference], problems: Problems) -> None:
    """Tell every work that stands twice: same DOI, same address, or same title and date.

    DOI and address decide (an error); authors, title and date alike are only a strong
    hint (a warning), for an author may publish twice under one title in a year.
    """
    seen: dict[tuple[str, str], Reference] = {}
    told: set[str] = set()
    for reference in references.values():
        for kind, value in _marks(reference):
            first = seen.setdefault((kind, value), reference)
            if first is reference or reference.key in told:
                continue
            told.add(reference.key)
            tell = problems.warning if kind == "authors, title and date" else problems.error
            tell(
                "duplicate-work",
                f"`{reference.key}` is the same work as `{first.key}` "
                f"on line {first.where.line}: same {kind}",
                reference.where,
                f"keep one of them and cite `{first.key}`",
            )


def _marks(reference: Reference) -> Iterator[tuple[str, str]]:
    if doi := reference.fields.get("doi"):
        yield "DOI", doi.lower()
    if url := reference.fields.get("url"):
        bare = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
        yield "address", bare
    if reference.title and not reference.title_is_ours:
        title = _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", reference.title).casefold())
        families = [
            (name.literal or name.family).casefold() for name in reference.names.get("author", ())
        ]
        date = str(reference.dates.get("date", ""))
        yield "authors, title and date", "|".join([title.strip(), *families, date])
