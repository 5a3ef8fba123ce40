"""The works that a passage names: by address, DOI, title, or author and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from uchtil.bibliography import Reference
from uchtil.bibliography.merge.folding import fold
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.recognise.forms import evened, keys

_NEAR_YEAR = 60
_LONG_TITLE = 4
_SHORTEST = 5
_WORD = re.compile(r"[^\W\d_]{3,}")


class Works:
    """The works of a bibliography, to be recognised where a text names them."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        self._addresses: dict[str, str] = {}
        self._titles: list[tuple[str, str, str]] = []
        self._authors: dict[str, list[tuple[str, str]]] = {}
        for key, work in references.items():
            for address in (work.fields.get("url", ""), work.fields.get("doi", "")):
                if address:
                    self._addresses[_bare(address)] = key
            title = work.title
            if len(title.split()) >= _LONG_TITLE and not work.title_is_ours:
                for code in ("uz", "ru"):
                    self._titles.append((code, evened(title, code).lower(), key))
            date = work.dates.get("date")
            for author in work.names.get("author", ()):
                if len(author.family) >= _SHORTEST:
                    year = str(date.start.year) if date and date.start else "-"
                    self._authors.setdefault(fold(author.family), []).append((year, key))

    def named(self, passage: Passage) -> tuple[str, ...]:
        """Return the keys of the works that a passage names.

        Where it says that it tells something after somebody, the name of the author is enough.
        """
        found: dict[str, None] = {}
        low = passage.text.lower()
        bare = _bare(low)
        for address, key in self._addresses.items():
            if address in bare:
                found[key] = None
        even = passage.even.lower()
        for _, title, key in self._titles:
            if title in even:
                found[key] = None
        for end, year, key in self._families(passage):
            near = passage.text[end : end + _NEAR_YEAR]
            if passage.told_by or re.search(rf"(?<!\d){year}(?!\d)", near):
                found[key] = None
        return tuple(found)

    def authored(self, passage: Passage) -> tuple[str, ...]:
        """Return the keys of the works whose author a passage names, whatever it says of him."""
        return tuple(dict.fromkeys(key for _, _, key in self._families(passage)))

    def _families(self, passage: Passage) -> Iterator[tuple[int, str, str]]:
        """Yield where a family name of an author ends, with year and key of each of his works."""
        for word in _WORD.finditer(passage.text):
            if word[0][0].isupper() and len(word[0]) >= _SHORTEST:
                for form in _forms(word[0].lower(), passage.language):
                    for year, key in self._authors.get(fold(form), ()):
                        yield word.end(), year, key


def _forms(word: str, code: str) -> frozenset[str]:
    """Return a name and what is left of it without endings."""
    return keys(code, word) | {word}


def _bare(address: str) -> str:
    """Return an address without what may be left out of it."""
    return re.sub(r"https?://|(?<!\w)www\.|(?:dx\.)?doi\.org/", "", address.lower()).rstrip("/")
