"""Finding a few words in a text, whatever its white space and apostrophes are."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_APOSTROPHES = dict.fromkeys(map(ord, "`´‘’‚‛ʹʻʼʽˈ′„"), "'")
"""What texts write for ʻ and ʼ; the low quotation mark is met as one of them, too."""

_SOFT_HYPHEN = "\u00ad"
_BLOCK = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”»)\]\d]*\Z")
_NEAR = 0.6
"""How alike (0 to 1) a passage must be to be told as the one that may be meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Where words were found: the paragraph, counted from 1, and the characters before."""

    paragraph: int
    offset: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """A passage among the words that stand around it in its paragraph (counted from 1)."""

    paragraph: int
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as the text has it."""

    text: str

    @cached_property
    def _mapped(self) -> tuple[str, list[int]]:
        return _even(self.text)

    @property
    def even(self) -> str:
        """The paragraph with white space and apostrophes made equal."""
        return self._mapped[0]

    def find(self, words: str) -> int | None:
        """Return the characters before the first place of words made equal, if any."""
        found = self.even.find(words)
        return None if found < 0 else self._mapped[1][found]

    def end(self, words: str) -> int:
        """Return the characters up to the end of the first place of words made equal."""
        even, places = self._mapped
        last = even.index(words) + len(words) - 1
        return places[last] + 1


class SearchedText:
    """A text cut into paragraphs, ready to be searched."""

    def __init__(self, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.paragraphs = tuple(Paragraph(each) for each in _paragraphs(text))

    def find(self, words: str) -> Passage | None:
        """Return where the words stand first within one paragraph.

        White space, apostrophes, soft hyphens and line breaks count as equal; everything
        else, letters' case and misprints included, must be exactly as in the text.
        """
        wanted = _even(words)[0]
        for number, paragraph in enumerate(self.paragraphs, 1):
            offset = paragraph.find(wanted)
            if offset is not None:
                return Passage(paragraph=number, offset=offset)
        return None

    def context(self, words: str, around: int = 160) -> Context | None:
        """Return the words as the text has them, with about ``around`` characters on each side.

        What is left out of the paragraph is marked by an ellipsis; white space is one space.
        """
        found = self.find(words)
        if found is None:
            return None
        paragraph = self.paragraphs[found.paragraph - 1]
        start, end = found.offset, paragraph.end(_even(words)[0])
        before, after = paragraph.text[:start], paragraph.text[end:]
        return Context(
            paragraph=found.paragraph,
            before=_shortened(before[::-1], around)[::-1],
            words=" ".join(paragraph.text[start:end].split()),
            after=_shortened(after, around),
        )

    def crosses_paragraphs(self, words: str) -> bool:
        """Whether the words are there, but with the end of a paragraph among them."""
        return _even(words)[0] in " ".join(each.even for each in self.paragraphs)

    def nearest(self, words: str) -> tuple[str, Passage] | None:
        """Return the most similar passage of as many words, as the text has it, if any."""
        wanted = _even(words)[0]
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best, answer = _NEAR, None
        for number, paragraph in enumerate(self.paragraphs, 1):
            for start, passage in _windows(paragraph.text, len(words.split())):
                matcher.set_seq1(_even(passage)[0])
                if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                    continue
                if (ratio := matcher.ratio()) > best:
                    best, answer = ratio, (passage, Passage(paragraph=number, offset=start))
        if answer is None:
            return None
        return " ".join(answer[0].split()), answer[1]


def _shortened(text: str, most: int) -> str:
    """Return the beginning of a text, cut between words, with white space made one space."""
    space = text[:1].isspace()
    words = text.split()
    kept: list[str] = []
    for word in words:
        if len(" ".join([*kept, word])) > most:
            kept.append("…")
            break
        kept.append(word)
    return (" " if space and kept else "") + " ".join(kept)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text.

    Paragraphs are parted by empty lines; but texts taken from PDF have an empty line
    after every line, or where a page ends.  So the text runs on after an empty line if
    what stands before it does not end a sentence, or what follows begins in lower case.
    """
    start = end = 0
    for block in _BLOCK.finditer(text):
        if end and _ENDS_SENTENCE.search(text[start:end]) and not block.group()[0].islower():
            yield text[start:end]
            start = block.start()
        elif not end:
            start = block.start()
        end = block.end()
    if end:
        yield text[start:end]


def _windows(text: str, length: int) -> Iterator[tuple[int, str]]:
    """Yield every run of ``length`` words with its place; the whole text if it is shorter."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    for first in range(max(len(words) - length, 0) + 1):
        start, end = words[first][0], words[min(first + length, len(words)) - 1][1]
        yield start, text[start:end]


def _even(text: str) -> tuple[str, list[int]]:
    """Return the text with differences that do not count removed, and where each came from.

    A soft hyphen goes, with the line break behind it; other white space becomes one space.
    """
    letters: list[str] = []
    places: list[int] = []
    joined = False
    for place, letter in enumerate(text.translate(_APOSTROPHES)):
        if letter == _SOFT_HYPHEN:
            joined = True
        elif letter.isspace():
            if not joined and letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
        else:
            joined = False
            letters.append(letter)
            places.append(place)
    return "".join(letters).rstrip(), places
