"""BCP 47 tags (RFC 5646) of the languages that sources are written in.

A closed list on purpose: BCP 47 admits any well-formed tag, so that ``uz-Latin-UZ`` or
``kz-KZ`` would pass for right and silently fall back to English further on.  A library
of all the world's languages would let them pass too.
"""

from __future__ import annotations

import re

from uchtil.problems import did_you_mean

_LOCALES: dict[str, tuple[str, ...]] = {
    "uz-Latn-UZ": ("uz-Latn",),
    "uz-Cyrl-UZ": ("uz-Cyrl",),
    "ru-RU": ("ru",),
    "en-GB": ("en",),
    "en-US": (),
    "kk-KZ": ("kk", "kk-Cyrl", "kk-Cyrl-KZ"),
    "kk-Latn-KZ": ("kk-Latn",),
    "kaa-Latn-UZ": ("kaa-Latn",),
    "kaa-Cyrl-UZ": ("kaa-Cyrl",),
    "ky-KG": ("ky",),
    "tg-TJ": ("tg",),
    "tk-TM": ("tk",),
    "tr-TR": ("tr",),
    "az-Latn-AZ": ("az-Latn",),
    "tt-RU": ("tt",),
    "fa-IR": ("fa",),
    "uk-UA": ("uk",),
    "de-DE": ("de",),
    "fr-FR": ("fr",),
    "zh-Hans-CN": ("zh-Hans",),
    "ja-JP": ("ja",),
    "ko-KR": ("ko",),
}
"""Full tags, each with the shorter or longer ones that mean the same locale."""

_FULL_TAG = {tag: full for full, others in _LOCALES.items() for tag in (full, *others)}

KNOWN_TAGS: tuple[str, ...] = tuple(_FULL_TAG)
"""Every tag that a source or a work may carry."""

SHORT_TAGS: tuple[str, ...] = tuple(
    min((full, *others), key=len) for full, others in _LOCALES.items()
)
"""The shortest tag of each locale, for people to choose from."""

_MISTAKEN = {"kz": "kk-KZ", "kg": "ky-KG", "tj": "tg-TJ", "tm": "tk-TM", "gb": "en-GB"}
"""Country codes that are taken for language codes."""

_ENGLISH_NAMES = {
    "uzbek": "uz-Latn-UZ",
    "russian": "ru-RU",
    "english": "en-GB",
    "kazakh": "kk-KZ",
    "karakalpak": "kaa-Latn-UZ",
    "kyrgyz": "ky-KG",
    "tajik": "tg-TJ",
    "turkmen": "tk-TM",
    "turkish": "tr-TR",
    "german": "de-DE",
    "french": "fr-FR",
}
"""Names of languages, as BibTeX's babel writes them, that are taken for tags."""


def is_language_tag(text: str) -> bool:
    """Whether ``text`` is a tag known here, spelt as RFC 5646 (2.1.1) recommends."""
    return text in _FULL_TAG


def locale_tag(tag: str) -> str:
    """Return the full tag by which locales are known: ``ru`` → ``ru-RU``.

    Raises ``ValueError`` with a sentence for people if the tag is not known.
    """
    full = _FULL_TAG.get(tag)
    if full is None:
        raise ValueError(f"`{tag}` is not a language tag known here")
    return full


def tag_problem(tag: str) -> tuple[str, str] | None:
    """Return what is wrong with a language tag and the hint, or ``None`` if it is right.

    Uzbek needs its script (``uz-Latn-UZ``, ``uz-Cyrl-UZ``): by itself ``uz`` does not
    tell which locale a citation is printed with.
    """
    if is_language_tag(tag):
        return None
    head, *rest = re.split(r"[-_]", tag)
    if head.lower() == "uz" and (not rest or rest[0].upper() == "UZ"):
        return (
            f"the language tag `{tag}` does not tell the script",
            "write `uz-Latn-UZ` or `uz-Cyrl-UZ`",
        )
    message = f"`{tag}` is not a language tag known here"
    by_case = {known.lower(): known for known in KNOWN_TAGS}
    meant = (
        by_case.get(tag.lower().replace("_", "-"))
        or _MISTAKEN.get(head.lower())
        or _ENGLISH_NAMES.get(tag.lower())
    )
    hint = f"did you mean `{meant}`?" if meant else did_you_mean(tag, KNOWN_TAGS)
    return message, hint or "write a BCP 47 tag such as `uz-Latn-UZ`, `ru-RU` or `en-GB`"
