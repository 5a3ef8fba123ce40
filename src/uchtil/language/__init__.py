"""Everything about the languages of the review: one entry a language in one list.

A further language is a package beside ``uz``, ``ru`` and ``en`` (its dates, its numbers,
its words) and one entry in ``LANGUAGES``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from uchtil.language.en import ENGLISH
from uchtil.language.further import Further, MetadataTerms
from uchtil.language.hyphenation import register_hyphenation
from uchtil.language.kk import KAZAKH
from uchtil.language.languages import Language
from uchtil.language.ru import RUSSIAN
from uchtil.language.tags import KNOWN_TAGS, is_language_tag, locale_tag, tag_problem
from uchtil.language.terms import Terms
from uchtil.language.uz import UZBEK

if TYPE_CHECKING:
    from uchtil.language.wording import Wording

__all__ = [
    "FURTHER",
    "KNOWN_TAGS",
    "LANGUAGES",
    "TRANSLITERATED",
    "Further",
    "Language",
    "MetadataTerms",
    "Terms",
    "is_language_tag",
    "language",
    "locale_tag",
    "metadata_terms",
    "register_hyphenation",
    "tag_problem",
    "wording_of",
]

LANGUAGES: tuple[Language, ...] = (UZBEK, RUSSIAN, ENGLISH)
"""The languages that a review can be written in, in the order of the editions."""

TRANSLITERATED: Mapping[str, str] = {"uz-cyrl": "uz"}
"""Codes of what is only another script of a language that reviews are written in.

No text is written in it: it is made from that language's text, by transliteration.
"""

FURTHER: Mapping[str, Further] = {KAZAKH.code: KAZAKH}
"""Languages that no review is written in, and that its metadata can be given in."""

_BY_CODE = {each.code: each for each in LANGUAGES}


def language(code: str) -> Language:
    """Return the language of a content key (``uz``, ``ru``, ``en``) or an edition (``uz-cyrl``).

    Raises ``KeyError`` with the code if there is none; the loader has refused unknown
    codes before that.
    """
    return _uzbek_cyrillic() if code in TRANSLITERATED else _BY_CODE[code]


@cache
def wording_of(code: str) -> Wording:
    """Return the words by which a language tells dates and amounts.

    They are imported when they are asked for: only what reads new sources does.
    """
    from uchtil.language.en.wording import WORDING as ENGLISH_WORDS
    from uchtil.language.ru.wording import WORDING as RUSSIAN_WORDS
    from uchtil.language.uz.wording import WORDING as UZBEK_WORDS

    return {"uz": UZBEK_WORDS, "ru": RUSSIAN_WORDS, "en": ENGLISH_WORDS}[code]


def metadata_terms(code: str) -> MetadataTerms:
    """Return what stands over metadata in a language, an edition (``uz-cyrl``) or ``kk``.

    Raises ``KeyError`` with the code if there is none.
    """
    if code in FURTHER:
        return FURTHER[code].terms
    known = language(code)
    return MetadataTerms(
        tag=known.tag,
        endonym=known.endonym,
        abstract=known.terms.abstract,
        keywords=known.terms.keywords,
        funding=known.terms.funding,
        references=known.terms.references,
        udc=known.terms.udc,
        irsti=known.terms.irsti,
    )


@cache
def _uzbek_cyrillic() -> Language:
    # Imported when it is asked for: its words are transliterated then, which takes a while.
    from uchtil.language.uz.cyrillic import UZBEK_CYRILLIC

    return UZBEK_CYRILLIC
