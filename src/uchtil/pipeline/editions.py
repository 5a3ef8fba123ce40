"""The editions of a review and the files that each of them has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from uchtil.language import TRANSLITERATED
from uchtil.model import Review

TRILINGUAL = "trilingual"
"""The consolidated edition: every language's part, one bibliography."""

FORMATS = ("html", "pdf", "docx")


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """One edition: a language by itself, or all of them together."""

    id: str
    parts: tuple[str, ...]
    """Language codes, in the order of the review."""

    def file(self, format_name: str) -> str:
        """Return the name of one of its files within the output."""
        return f"{self.id}/review.{format_name}"


def codes_of(review: Review) -> tuple[str, ...]:
    """Return what there is an edition of by itself: each language, then its other script."""
    return tuple(
        each
        for code in review.languages
        for each in (code, *(c for c in review.transliterated if TRANSLITERATED[c] == code))
    )


def editions_of(review: Review) -> tuple[Edition, ...]:
    """Return the editions of a review, those of one language first.

    They are ready soonest, so that the work that follows from them can begin.
    """
    single = tuple(Edition(id=code, parts=(code,)) for code in codes_of(review))
    if len(review.languages) < 2:
        return single
    return (*single, Edition(id=TRILINGUAL, parts=review.languages))


def wanted_outputs(
    editions: Sequence[Edition], languages: Sequence[str], formats: Sequence[str]
) -> frozenset[str]:
    """Return the files asked for; an empty choice means all."""
    return frozenset(
        edition.file(name)
        for edition in editions
        for name in formats or FORMATS
        if not languages or edition.id in languages
    )
