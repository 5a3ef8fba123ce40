"""Known names in all their forms: cases, endings, scripts, and the spellings met in sources.

A name's words are looked for in the language of the sentence; what is spelt alike but for how it
was transliterated is found by what all transliterations have in common (``checks.names``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from uchtil.checks.evening import is_cyrillic
from uchtil.checks.names import skeleton
from uchtil.intake.recognise.finds import Named
from uchtil.intake.recognise.forms import evened, key, keys
from uchtil.intake.recognise.sentences import Sentence
from uchtil.model import Name

_SHORTEST = 5
"""Letters of a name that can be told from another word when it is spelt otherwise."""
_LONG = 12
"""Characters that initials may have."""
_ACRONYM = 6
_INITIALS = re.compile(r"(?:(?:[A-ZА-ЯЁЎҚҒҲ](?:h|')?\.)[ -]?){1,2}\Z")
_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*(?:(?<=[oOgG])')?")


@dataclass(frozen=True, kw_only=True, slots=True)
class NameFound:
    """A name in a sentence."""

    start: int
    end: int
    value: Named
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Form:
    """One form of a name: its words by their keys, and whether the first has a capital."""

    words: tuple[str, ...]
    capital: bool
    acronym: str
    name: str
    rank: int
    """Accepted forms come before short ones, and those before spellings of sources."""


class Names:
    """Finds the names of a review in the sentences of one language."""

    def __init__(self, code: str, names: Mapping[str, Name]) -> None:
        self.code = code
        self._forms: dict[str, list[_Form]] = {}
        self._alike: dict[str, str] = {}
        for name in names.values():
            for rank, text in _texts(name, code):
                self._learn(name, rank, evened(text, code))
        for forms in self._forms.values():
            forms.sort(key=lambda each: (-len(each.words), each.rank))

    def _learn(self, name: Name, rank: int, text: str) -> None:
        words = _PARTS.findall(text)
        if not words or not any(len(word) > 1 for word in words):
            return
        if "." in text and len(words) == 2 and min(map(len, words)) > 1:  # an address: kun.uz
            return
        form = _Form(
            words=tuple(key(self.code, word) for word in words),
            capital=words[0][0].isupper(),
            acronym=words[0] if len(words) == 1 and words[0].isupper() else "",
            name=name.id,
            rank=rank,
        )
        self._forms.setdefault(form.words[0], []).append(form)
        if name.type in ("person", "place") and rank < 2 and words[-1][0].isupper():
            common = skeleton(key(self.code, words[-1]))
            if len(common) >= _SHORTEST and (len(words) == 1 or name.type == "person"):
                self._alike.setdefault(common, name.id)

    def read(self, sentence: Sentence) -> list[NameFound]:
        """Return the names of a sentence in their order, the longest where several may be."""
        words = list(_PARTS.finditer(sentence.text))
        found = []
        at = 0
        while at < len(words):
            length, named = self._at(words, at)
            if named is None:
                at += 1
                continue
            start, end = words[at].start(), words[at + length - 1].end()
            if before := _INITIALS.search(sentence.text, max(0, start - _LONG), start):
                start = before.start()
            found.append(NameFound(start=start, end=end, value=named))
            at += length
        return found

    def _at(self, words: list[re.Match[str]], at: int) -> tuple[int, Named | None]:
        mine = keys(self.code, words[at][0])
        fitting = [
            form
            for each in mine
            for form in self._forms.get(each, ())
            if self._fits(form, words, at)
        ]
        if fitting:
            longest = max(len(form.words) for form in fitting)
            best = sorted(
                (form for form in fitting if len(form.words) == longest),
                key=lambda form: (form.rank, -len(form.words[-1])),
            )
            ids = tuple(dict.fromkeys(form.name for form in best))
            return longest, Named(name=ids[0], others=ids[1:])
        word = words[at][0]
        if word[0].isupper() and len(word) >= _SHORTEST:
            for each in sorted(mine, key=len, reverse=True):
                if len(each) >= _SHORTEST and (alike := self._alike.get(skeleton(each))):
                    return 1, Named(name=alike, exact=False)
        return 0, None

    def _fits(self, form: _Form, words: list[re.Match[str]], at: int) -> bool:
        if at + len(form.words) > len(words):
            return False
        if form.acronym:
            word = words[at][0]
            same = word.lower() if len(form.acronym) > _ACRONYM else word
            return same.startswith(form.acronym if same is word else form.acronym.lower())
        if form.capital and not words[at][0][0].isupper():
            return False
        return all(
            wanted in keys(self.code, other[0])
            for wanted, other in zip(form.words[1:], words[at + 1 :], strict=False)
        )


def _texts(name: Name, code: str) -> Iterator[tuple[int, str]]:
    """Yield the forms of a name that a text in a language may have, the accepted one first."""
    if code in name.forms:
        yield 0, name.forms[code]
        if name.forms[code].startswith("The "):
            yield 0, name.forms[code].removeprefix("The ")
    if name.short and code in name.short:
        yield 1, name.short[code]
    for spelling in _spellings(name):
        if _may_be(spelling, code):
            yield 2, spelling


def _spellings(name: Name) -> Iterable[str]:
    return dict.fromkeys(each for spellings in name.spellings.values() for each in spellings)


def _may_be(spelling: str, code: str) -> bool:
    """Whether a text in the language may have a spelling: English has no Cyrillic in it."""
    return code != "en" or not is_cyrillic(spelling)
