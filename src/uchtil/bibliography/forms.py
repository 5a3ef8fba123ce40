"""The form that the values of some fields must have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from uchtil.bibliography.values import WrongValue
from uchtil.bibliography.vocabulary import SUBTYPES, WORK_KINDS
from uchtil.language.tags import tag_problem
from uchtil.problems import did_you_mean

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_URL = re.compile(r"https?://[^\s/?#]+\.[^\s/?#]+\S*")
_TRACKING = re.compile(r"[?&]((?:utm_\w+|fbclid|gclid|yclid)=[^&#]*)")
_PAGES = re.compile(r"\w+(?:\s*[-–]+\s*\w+)?(?:,\s*\w+(?:\s*[-–]+\s*\w+)?)*")

# what is typed for ʻ and ʼ: ASCII, typographic quotes, accents, and the low and reversed
# quotes that a wrong code page makes of them; a closing quote may end a word rightly
_INSIDE_A_WORD = "'`´‘’‛“”„‟′"
_AT_ITS_END = "'`´‘‛"
_WRONG_O_G = re.compile(rf"[OoGg](?:[{_INSIDE_A_WORD}ʼ](?=\w)|[{_AT_ITS_END}ʼ](?!\w))")
_WRONG_TUTUQ = re.compile(rf"(?<=[^\W\d_OoGg])[{_INSIDE_A_WORD}ʻ](?=[^\W\d_])")


def check_language(tag: str) -> None:
    """Raise ``WrongValue`` unless ``tag`` is a BCP 47 tag that is known here."""
    if wrong := tag_problem(tag):
        raise WrongValue("wrong-language-tag", *wrong)


def check_doi(doi: str) -> None:
    """Raise ``WrongValue`` unless ``doi`` is a bare DOI (``10.…/…``)."""
    if _DOI.fullmatch(doi):
        return
    inside = _DOI.search(doi)
    raise WrongValue(
        "wrong-doi",
        f"`{doi}` is not a bare DOI",
        f"write `{inside[0]}`" if inside else "a DOI looks like `10.5281/zenodo.18430351`",
    )


def check_url(url: str) -> None:
    """Raise ``WrongValue`` for what is no address, and for one that tracks its reader."""
    if not _URL.fullmatch(url):
        raise WrongValue(
            "wrong-url", f"`{url}` is not an address", "write it whole, from `https://` on"
        )
    if tracking := _TRACKING.search(url):
        raise WrongValue(
            "tracking-parameter",
            f"the address carries the tracking parameter `{tracking[1]}`",
            f"leave `{tracking[0]}` out",
        )


def check_pages(pages: str) -> None:
    """Raise ``WrongValue`` unless ``pages`` is a page, a span of pages, or several."""
    if not _PAGES.fullmatch(pages):
        raise WrongValue(
            "wrong-pages",
            f"`{pages}` is not a page or a span of pages",
            "write `80--96`, without `С.` or `pp.`",
        )


def check_subtype(subtype: str) -> None:
    """Raise ``WrongValue`` unless ``entrysubtype`` is one that is known here."""
    if subtype not in SUBTYPES:
        known = " or ".join(f"`{one}`" for one in sorted(SUBTYPES))
        raise WrongValue(
            "wrong-subtype",
            f"the entry subtype `{subtype}` is unknown",
            did_you_mean(subtype, SUBTYPES) or f"write {known}",
        )


def check_keywords(keywords: str) -> None:
    """Raise ``WrongValue`` unless ``keywords`` names one kind of publication."""
    if keywords not in WORK_KINDS:
        raise WrongValue(
            "unknown-keyword",
            f"the keyword `{keywords}` is unknown",
            did_you_mean(keywords, WORK_KINDS)
            or f"write one of {', '.join(WORK_KINDS)}, or leave the field out",
        )


def check_title_type(value: str) -> None:
    """Raise ``WrongValue`` unless ``titletype`` says ``descriptive``."""
    if value != "descriptive":
        raise WrongValue(
            "wrong-title-type",
            f"the title type `{value}` is unknown",
            "write `descriptive`, or leave the field out",
        )


def check_apostrophes(text: str) -> None:
    """Raise ``WrongValue`` where Uzbek in Latin script has another sign for ʻ or ʼ.

    After the rules of Uzbek Latin orthography (1995): oʻ and gʻ take U+02BB, the tutuq
    belgisi U+02BC.
    """
    if found := _WRONG_O_G.search(text):
        right = f"{found[0][0]}ʻ"
    elif found := _WRONG_TUTUQ.search(text):
        right = "ʼ"
    else:
        return
    raise WrongValue(
        "wrong-apostrophe",
        f"`{found[0]}` in an Uzbek text is not written with U+02BB or U+02BC",
        f"write `{right}`",
    )


FORMS: Mapping[str, Callable[[str], None]] = {
    "doi": check_doi,
    "url": check_url,
    "pages": check_pages,
    "entrysubtype": check_subtype,
    "keywords": check_keywords,
    "titletype": check_title_type,
}
"""The check of each field that has a form of its own."""
