"""Languages that no review is written in, but that a journal may ask a title and abstract in.

Of such a language only little is known: how its metadata are headed, and how it writes
numbers, so that they can be held to those of the review.
"""

from __future__ import annotations

from dataclasses import dataclass

from uchtil.language.numerals import NumeralForms


@dataclass(frozen=True, kw_only=True, slots=True)
class MetadataTerms:
    """What stands over the parts of an article's metadata in one language.

    ``tag`` is the BCP 47 tag, ``endonym`` the language's own name.  ``udc`` and ``irsti`` are
    the signs before the codes of the two classifications.
    """

    tag: str
    endonym: str
    abstract: str
    keywords: str
    funding: str
    references: str
    udc: str
    irsti: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Further:
    """A language of metadata: ``name`` is how messages call it."""

    code: str
    name: str
    terms: MetadataTerms
    numerals: NumeralForms
