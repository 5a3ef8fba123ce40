"""Numbers that name a work: DOI, ISBN, ISSN and addresses, each in one form; parts of works."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ISBN = re.compile(r"(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx]")
_ISSN = re.compile(r"\b(\d{4})-?(\d{3}[\dXx])\b")
_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|yclid|ref|from)=[^&]*")
_TRACKED = re.compile(r"([?&])(?:utm_\w+|fbclid|gclid|yclid)=[^&#]*&?")
_FRONT_PAGES = re.compile(r"/?(?:(?:uz|oz|ru|en|kz|kk|index\.(?:html?|php))/?)?")
_PART = re.compile(
    r"\b(?:volumes?|vol|tome?|teil|band|bd|part|pt|book|issue|chast|том|т|част[ьи]|ч|книга|кн"
    r"|выпуск|вып|жилд|қисм|jild|qism|kitob|китоб|бөлім|том)\b\.?\s*(?P<after>\d+|[ivx]+)\b"
    r"|\b(?P<before>\d+|[ivx]+)\s*-?\s*(?:jild|qism|kitob|жилд|қисм|китоб|том|бөлім|часть)\b",
    re.IGNORECASE,
)
_LAST_FIGURE = re.compile(r"(?<![\w-])(\d{1,2}|[IVX]+)\W*$")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def bare_doi(text: str) -> str:
    """Return a DOI without resolver and label, as it is written; nothing where there is none."""
    found = _DOI.search(unquote(text) if "%2F" in text.upper() else text)
    return found[0].rstrip(".,;") if found else ""


def isbns(text: str) -> frozenset[str]:
    """Return the ISBNs in a text, each with 13 digits and without hyphens."""
    return frozenset(_isbn13(re.sub(r"[\s-]", "", met[0])) for met in _ISBN.finditer(text))


def issns(text: str) -> frozenset[str]:
    """Return the ISSNs in a text, without hyphens."""
    return frozenset((met[1] + met[2]).upper() for met in _ISSN.finditer(text))


def _isbn13(text: str) -> str:
    if len(text) == 13:
        return text
    digits = "978" + text[:9]
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return digits + str(-total % 10)


def untracked(url: str) -> str:
    """Return an address without the parameters that only track its reader."""
    bare = _TRACKED.sub(r"\1", url)
    return re.sub(r"[?&](?=#|$)", "", bare)


def page_of(url: str) -> str:
    """Return an address in one form for comparing; nothing for the front page of a site."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").replace(".m.", ".")
    path = unquote(parts.path).rstrip("/")
    query = _TRACKING.sub("", parts.query).strip("&")
    if not host or (not query and _FRONT_PAGES.fullmatch(path)):
        return ""
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def part_of(title: str) -> int | None:
    """Return which volume or part a title names; nothing where it names none.

    ``Том 2``, ``2-jild``, ``Part II``; a lone small figure at the end counts too.
    """
    if met := _PART.search(title):
        return _count(met["after"] or met["before"])
    if met := _LAST_FIGURE.search(title):
        return _count(met[1])
    return None


def _count(figure: str) -> int:
    if figure.isdecimal():
        return int(figure)
    values = [_ROMAN[sign] for sign in figure.lower()]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))
