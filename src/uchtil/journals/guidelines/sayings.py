"""A page of rules as it is searched: sentences made even, with the way back to the page's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uchtil.checks.evening import even, in_latin
from uchtil.journals.guidelines.subjects import NAMED, spoken_of
from uchtil.language.sentences import sentences

MOST_WORDS = 10
"""How many words of a page may be quoted."""

_ITEM = re.compile(
    r"\n(?=\s*(?:[-–—─•*·▪●]|\d+[.)]|[a-zа-я]\))\s)|\n\s*\n|\s[•▪●]\s|;\s+(?=[–—•-])"
    r"|(?<=[.;:])\s+(?=[–—-]\s+[A-ZА-ЯЎҚҒҲ])"
    r"|(?<=см\.)\s+(?=[А-ЯЎҚҒҲ])|(?<=[мп][мт]\.)\s+(?=[А-ЯЎҚҒҲ])|(?<=стр\.)\s+(?=[А-Я])"
    r"|(?<=[cs]m\.)\s+(?=[A-Z])"
)
_UZBEK = re.compile("[ўЎҳҲ]")
_CYRILLIC = re.compile("[а-яА-ЯўқғҳЎҚҒҲ]")
_SIGNS = str.maketrans({**dict.fromkeys("–—−‒―", "-"), "ё": "е", "|": ":", "\u00a0": " ", "×": "x"})
_HEADING_WORDS = 7
_BEFORE = re.compile(r"(?:(?<!\S)(?!\w\))\w[\w'()-]*\s){1,2}[(«“]?$")
"""The words just before a place."""
_BEHIND = re.compile(r"[\w'-]*\s+\w[\w'-]*")
"""The next word behind a place."""
_DIGIT = re.compile(r"\d")
_FEW, _FOUND = 2, 4
"""Words that are too few to be found on a page, and those that will do."""
_MARKS = " \n\t\u00a0-–—•*·▪●0123456789.)("
"""What may stand before the first word of a paragraph."""
EXHIBITS = re.compile(
    r"(?<!\w)(?:рисун\w+|иллюстрац\w+|таблиц\w+|ячеек|figures?|illustrations?|tables?|cells|rasm\w*"
    r"|jadval\w*|katak\w*)(?!\w)"
)
"""Figures and tables, and the cells of these."""
_REACH = 8
"""How many pieces of text a heading of figures or tables is above of, at the most."""
_LONGEST_ASIDE = 120
_LONGEST = 1500
"""Characters of a piece of text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Saying:
    """A sentence: its text made even and in small letters, and where it comes from.

    ``heading`` has the subjects of the heading above it, ``under`` is that heading, ``before`` has
    the subjects of the sentence before it in the same paragraph.  An aside begins with a bracket:
    so samples say how the line above is set, and ``before`` is that line's subject.  Uzbek in
    Cyrillic is searched in Latin script.
    """

    text: str
    places: Sequence[int]
    source: str
    heading: tuple[str, ...] = ()
    under: str = ""
    before: tuple[str, ...] = ()
    is_aside: bool = False

    @property
    def is_item(self) -> bool:
        """Whether its paragraph is an item of a list, which begins in small letters."""
        return _first_letter(self.source).islower()

    @property
    def begins(self) -> bool:
        """Whether it is the first sentence of its paragraph."""
        return bool(self.places) and not self.source[: self.places[0]].strip(_MARKS)

    def quote(self, start: int, end: int, *, bare: bool = False) -> str:
        """Return what the page prints there, in whole words and at most ten of them.

        A word or two are hard to find on a page: they are quoted with those beside them, unless
        they shall be ``bare``.
        """
        if not self.places:
            return ""
        if not bare:
            start, end = self._findable(start, end)
        first = self.places[start]
        last = self.places[min(end, len(self.places)) - 1] + 1
        while first and self.source[first - 1].isalnum():
            first -= 1
        while last < len(self.source) and self.source[last].isalnum():
            last += 1
        words = self.source[first:last].replace('"', "").split()
        if len(words) > MOST_WORDS:
            half = MOST_WORDS // 2
            words = [*words[:half], "…", *words[-half + 1 :]]
        said = " ".join(words).strip(" ;,:.–—-")
        if said.find("(") > 0 and said.count("(") == said.count(")") + 1:
            return f"{said.rstrip()})"  # as it is found on the page
        if said.count("(") != said.count(")"):
            said = said.strip(" ()").replace("(", "").replace(")", "")
        return said.strip(" ;,:.–—-")

    def _findable(self, start: int, end: int) -> tuple[int, int]:
        """Return a place with the words before it, and behind it, that make it be found."""
        said = self.text[start:end]
        count = len(said.split())
        if "@" in said or count > _FEW or (count > 1 and _DIGIT.search(said)):
            return start, end
        if before := _BEFORE.search(self.text, 0, start):
            start = before.start()
        lacking = _FOUND - len(self.text[start:end].split())
        for _ in range(lacking):
            if (behind := _BEHIND.match(self.text, end)) is None:
                break
            end = behind.end()
        return start, end

    def opening(self, count: int = 8) -> str:
        """Return the first words of the sentence."""
        words = self.source[self.places[0] :].split() if self.places else []
        whole = len(self.text.split())
        return " ".join(words[: min(count, whole)]).strip(" ;,:.–—-•") + " …" * (whole > count)

    def original(self, start: int, end: int) -> str:
        """Return the page's own letters."""
        return " ".join(self.source[self.places[start] : self.places[end - 1] + 1].split())


def sayings(paragraphs: Sequence[str], languages: Sequence[str] = ()) -> tuple[Saying, ...]:
    """Return the sentences of a page."""
    return tuple(_sayings(paragraphs, languages))


def _sayings(paragraphs: Sequence[str], languages: Sequence[str]) -> Iterator[Saying]:
    heading: tuple[str, ...] = ()
    under, left = "", 0
    above: tuple[str, ...] = ()
    unclosed = 0
    uzbek = sum(bool(_UZBEK.search(each)) for each in paragraphs) * 3 > len(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        language = languages[number] if number < len(languages) else ""
        is_uzbek = language.startswith("uz") or uzbek or bool(_UZBEK.search(paragraph))
        for piece in (slice_ for each in _ITEM.split(paragraph) for slice_ in _slices(each)):
            whole = even(piece)
            if is_uzbek and _CYRILLIC.search(piece):
                whole = in_latin(whole)
            aside = piece.lstrip().startswith("(") or (unclosed > 0 and len(piece) < _LONGEST_ASIDE)
            unclosed = max(0, unclosed + piece.count("(") - piece.count(")")) if aside else 0
            before = above if aside else ()
            left -= 1
            spans = sentences(whole.text)
            for start, end in spans:
                text = _small(whole.text[start:end])
                named = subjects_of(text)
                alone = len(spans) == 1 and not _first_letter(piece).islower()
                if is_heading(text) and (alone or (end == len(whole.text) and text.endswith(":"))):
                    heading = named
                    if named or EXHIBITS.search(text):  # items of a list look like headings, too
                        under, left = text, _REACH
                yield Saying(
                    text=text,
                    places=whole.places[start:end],
                    source=piece,
                    heading=heading,
                    under=under if left > 0 else "",
                    before=before,
                    is_aside=aside,
                )
                before = named[:1] or before
                above = above if aside else named[:1]


def _slices(text: str) -> Iterator[str]:
    """Yield a text in pieces in which searching ends soon; rules have no such sentences."""
    while len(text) > _LONGEST:
        end = text.rfind(" ", _LONGEST // 2, _LONGEST) + 1 or _LONGEST
        yield text[:end]
        text = text[end:]
    yield text


def _first_letter(text: str) -> str:
    return next((each for each in text if each.isalpha()), "")


def _small(text: str) -> str:
    small = text.lower() if len(text.lower()) == len(text) else text
    return small.translate(_SIGNS)


def is_heading(text: str) -> bool:
    """Whether a sentence, in small letters, is as short and bare as a heading."""
    bare = re.sub(r"^\d+(?:\.\d+)*[.)]?\s+", "", text.strip())
    return (
        len(bare.split()) <= _HEADING_WORDS
        and not re.search(r"\d", bare)
        and not bare.endswith((";", "."))
        and not bare.startswith("(")
        and "," not in bare
    )


def subjects_of(text: str) -> tuple[str, ...]:
    """Return what a sentence speaks of, in order."""
    found = (match.lastgroup or "" for match in NAMED.finditer(spoken_of(text)))
    return tuple(dict.fromkeys(found))
