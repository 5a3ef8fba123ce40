"""One table of a system: what each Cyrillic letter of one language is in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
UZBEK = "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ"
"""The alphabets of Russian (1918), Kazakh (1957) and Uzbek (1940), in their own orders."""

_TIE = "\u0361"
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a letter is in some places: where ``where``, a regular expression, matches.

    It is matched at the letter, in the word in small letters; a word ends at a hyphen.
    """

    where: re.Pattern[str]
    latin: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The letters, in small letters, and the rules for some of them, the first that fits."""

    letters: Mapping[str, str]
    rules: Mapping[str, tuple[Rule, ...]]

    def has(self, word: str) -> bool:
        """Whether every Cyrillic letter of a word stands in the table."""
        return all(letter in self.letters or not is_cyrillic(letter) for letter in word.lower())

    def word(self, word: str, *, among_capitals: bool) -> str:
        """Return a word in Latin letters; ``among_capitals`` is for words of one letter."""
        return "".join(self._letters(word, among_capitals))

    def _letters(self, word: str, among_capitals: bool) -> Iterator[str]:
        lower = word.lower()
        for place, letter in enumerate(word):
            latin = self._letter(lower, place)
            if not letter.isupper():
                yield latin
            elif len(word) == 1:
                yield cased(latin, among_capitals)
            else:
                around = word[place - 1 : place] if place else "", word[place + 1 : place + 2]
                yield cased(latin, any(each.isupper() for each in around))

    def _letter(self, lower: str, place: int) -> str:
        letter = lower[place]
        for rule in self.rules.get(letter, ()):
            if rule.where.match(lower, place):
                return rule.latin
        return self.letters.get(letter, letter)


def table(letters: str, latin: str, rules: Mapping[str, tuple[Rule, ...]] | None = None) -> Table:
    """Make a table of the letters of an alphabet and, in their order, what they become.

    ``latin`` is parted by spaces; ``-`` stands for nothing.
    """
    pairs = zip(letters, latin.split(), strict=True)
    return Table(
        letters={letter: "" if made == "-" else made for letter, made in pairs},
        rules=rules or {},
    )


def rule(where: str, latin: str) -> Rule:
    """Make a rule."""
    return Rule(re.compile(where), latin)


def cased(latin: str, whole: bool) -> str:
    """Return the Latin of a capital: Shch or, where ``whole``, SHCH.

    Letters under one tie count as one letter and are capitals together (I͡A, T͡S), as the
    Library of Congress writes them.
    """
    if whole or _TIE in latin:
        return latin.upper()
    return latin[:1].upper() + latin[1:]


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text; a hyphen, a full stop or an apostrophe ends one."""
    return _WORD.finditer(text)


def is_cyrillic(letter: str) -> bool:
    """Whether a character is of the blocks of Cyrillic."""
    return (
        "\u0400" <= letter <= "\u052f"
        or "\u1c80" <= letter <= "\u1c8f"
        or "\u2de0" <= letter <= "\u2dff"
        or "\ua640" <= letter <= "\ua69f"
    )
