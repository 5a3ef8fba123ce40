"""Finding a few words in a text, whatever its signs and its line breaks are.

First the words are looked for as they are, but for signs that never count (`evening`).  Where
they are not found so, the text may be damaged: a word is broken at the end of its line, a
quotation mark is lost or has become ``?``, a letter is one of the other script that looks the
same.  A text in Uzbek may also be in the other script.  Letters, their case and misprints
included, must be exactly as in the text, and words whole.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from uchtil.checks.evening import QUOTE, Even, even, in_latin, is_cyrillic
from uchtil.language.orthography import HOMOGLYPHS

_LOST = "\ufffd"
"""What a reader puts for a character that it does not know."""

_BLOCK = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”»)\]\d]*\Z")
_TAIL = 200
"""In so many of its last characters a paragraph shows whether it ends a sentence."""
_NEAR = 0.6
"""How alike (0 to 1) a passage must be to be told as the one that may be meant."""
_CANDIDATES = 20
"""How many places are compared letter by letter to find the nearest."""

_ALIKE = {
    letter: f"[{latin}{cyrillic}]"
    for latin, cyrillic in HOMOGLYPHS.items()
    for letter in (latin, cyrillic)
}


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
    def evened(self) -> Even:
        """The paragraph made even, with places."""
        return even(self.text)

    @property
    def even(self) -> str:
        """The paragraph made even."""
        return self.evened.text


@dataclass(frozen=True, slots=True)
class _Found:
    """The number of a paragraph, and where in its text the words begin and end."""

    paragraph: int
    start: int
    end: int


class SearchedText:
    """A text cut into paragraphs, ready to be searched.

    ``uzbek`` says that it is in Uzbek, so that it may be in the other script than the words.
    """

    def __init__(self, text: str, *, uzbek: bool = False) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.paragraphs = tuple(Paragraph(each) for each in _paragraphs(text))
        self._uzbek = uzbek

    def places(self, words: str) -> tuple[Passage, ...]:
        """Return every place where the words stand within one paragraph."""
        return tuple(
            Passage(paragraph=each.paragraph, offset=each.start) for each in self._search(words)
        )

    def find(self, words: str) -> Passage | None:
        """Return where the words stand first, if anywhere."""
        return next(iter(self.places(words)), None)

    def spells(self, words: str) -> bool:
        """Whether the text has just these words, apostrophes and quotation marks included.

        They may be part of longer words, and broken at the end of a line or a page.
        """
        wanted = even(words, quotes=False).text
        if wanted in self._spelt:
            return True
        return re.search(r"(?:- )?".join(map(re.escape, wanted)), self._spelt) is not None

    def context(
        self, words: str, around: int = 160, paragraph: int | None = None
    ) -> Context | None:
        """Return the words as the text has them, with about ``around`` characters on each side.

        What is left out of the paragraph is marked by an ellipsis; white space is one space.
        It is the first place, or the first in ``paragraph``.
        """
        for found in self._search(words):
            if paragraph in (None, found.paragraph):
                text = self.paragraphs[found.paragraph - 1].text
                before, after = text[: found.start], text[found.end :]
                return Context(
                    paragraph=found.paragraph,
                    before=_shortened(before[::-1], around)[::-1],
                    words=" ".join(text[found.start : found.end].split()),
                    after=_shortened(after, around),
                )
        return None

    def crosses_paragraphs(self, words: str) -> bool:
        """Whether the words are there, but with the end of a paragraph among them."""
        return even(words).text in " ".join(each.even for each in self.paragraphs)

    def nearest(self, words: str) -> tuple[str, Passage] | None:
        """Return the most similar passage of as many words, as the text has it, if any."""
        wanted = even(words)
        near = self._windows.nearest(wanted.text)
        if near is None and self._other_script(wanted.text):
            near = self._latin_windows.nearest(in_latin(wanted).text)
        if near is None:
            return None
        text = self.paragraphs[near.paragraph - 1].text
        passage = Passage(paragraph=near.paragraph, offset=near.start)
        return " ".join(text[near.start : near.end].split()), passage

    # --- how it is done -----------------------------------------------------------------

    @cached_property
    def _evened(self) -> tuple[Even, ...]:
        return tuple(each.evened for each in self.paragraphs)

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the paragraphs, from 1, in which what stands between two spaces stands."""
        having: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self._evened, 1):
            for piece in dict.fromkeys(each.text.split(" ")):
                having[piece].append(number)
        return having

    @cached_property
    def _latin(self) -> tuple[Even, ...]:
        return tuple(map(in_latin, self._evened))

    @cached_property
    def _spelt(self) -> str:
        return even("\n".join(each.text for each in self.paragraphs), quotes=False).text

    @cached_property
    def _windows(self) -> _Windows:
        return _Windows(self._evened)

    @cached_property
    def _latin_windows(self) -> _Windows:
        return _Windows(self._latin)

    def _other_script(self, wanted: str) -> bool:
        """Whether a text in Uzbek and the words sought may be in different scripts."""
        return self._uzbek and (
            is_cyrillic(wanted) or any(is_cyrillic(each.even) for each in self.paragraphs)
        )

    def _search(self, words: str) -> list[_Found]:
        """Return the places of words: as they are; else damaged; else in the other script."""
        wanted = even(words)
        if not wanted.text:
            return []
        found = self._as_they_are(wanted.text)
        if not found:
            found = self._in(self._evened, _damaged(wanted.text))
        if not found and self._other_script(wanted.text):
            latin = in_latin(wanted).text
            found = self._in(self._latin, _damaged(latin, dates=True))
        return found

    def _as_they_are(self, wanted: str) -> list[_Found]:
        """Return the places of words made even, in the paragraphs that have the rarest of them.

        The first and the last may be parts of longer words there; those between them are not.
        """
        texts = self._evened
        having = [self._having.get(each, ()) for each in wanted.split(" ")[1:-1]]
        numbers = min(having, key=len) if having else range(1, len(texts) + 1)
        return [
            self._at(number, texts[number - 1], start, end)
            for number in numbers
            for start, end in _literally(texts[number - 1].text, wanted)
            if _is_whole(texts[number - 1].text, start, end)
        ]

    def _in(self, texts: Sequence[Even], pattern: re.Pattern[str]) -> list[_Found]:
        return [
            self._at(number, each, *match.span())
            for number, each in enumerate(texts, 1)
            for match in pattern.finditer(each.text)
            if match[0] and _is_whole(each.text, *match.span())
        ]

    def _at(self, number: int, text: Even, start: int, end: int) -> _Found:
        own = self.paragraphs[number - 1].text
        last = text.places[end - 1] + 1
        while last < len(own) and unicodedata.combining(own[last]):
            last += 1
        return _Found(number, text.places[start], last)


def _literally(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word and no number is cut: "2 mlrd" does not stand in "12 mlrd" or "4,2 mlrd".

    A figure behind a word does not count: it is the number of a note.
    """
    first, last = text[start], text[end - 1]
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if (first.isalpha() and before[-1:].isalpha()) or (last.isalpha() and after[:1].isalpha()):
        return False
    # oʻ and gʻ are letters; other marks may be those of a quotation, endings follow them
    if first.isalpha() and re.search(f"[oOgG]{QUOTE}\\Z", before):
        return False
    if last in "oOgG" and after[:1] == QUOTE and after[1:].isalpha():
        return False
    if first.isdigit() and re.search(r"\d[.,]?\Z", before):
        return False
    return not (last.isdigit() and re.match(r"\d|[.,]\d", after))


def _damaged(wanted: str, *, dates: bool = False) -> re.Pattern[str]:
    """Return a pattern of words made even, as damaged texts have them.

    With ``dates`` the hyphen or space behind a figure does not count: ``2017 йил`` is
    ``2017-yil``.
    """
    mark = rf"(?:[{QUOTE}{_LOST}]|\?(?=\w))?"
    parts = []
    for place, sign in enumerate(wanted):
        before, after = wanted[place - 1 : place], wanted[place + 1 : place + 2]
        if sign in (QUOTE, _LOST, "?"):
            # Part of a letter (oʻ) or of a word: it may be damaged, but must be there.
            inside = before.isalpha() and (after.isalpha() or before in "oOgG")
            parts.append(f"[?{QUOTE}{_LOST}]{'' if inside or sign == '?' else '?'}")
        elif dates and before.isdigit() and sign in " -" and after.isalpha():
            parts.append("(?:- ?| )")
        elif sign == " ":
            parts.append("?" if before == "-" else rf"[{QUOTE}{_LOST}]? {mark}")
        elif sign == "-":
            parts.append("- " if after == " " else "- ?")
        else:
            parts.append(_ALIKE.get(sign) or re.escape(sign))
            if sign.isalpha() and after.isalpha():
                parts.append("(?:- )?")
    return re.compile("".join(parts))


class _Windows:
    """Every run of words of a text, to find the one that is most like another."""

    def __init__(self, texts: Sequence[Even]) -> None:
        self._texts = texts
        self._words: list[tuple[int, int, int]] = []
        """Each word's paragraph (from 0), start and end."""
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        """The words that have three letters in a row."""
        for number, each in enumerate(texts):
            for match in re.finditer(r"\S+", each.text):
                for three in _threes(match[0]):
                    self._having[three].append(len(self._words))
                self._words.append((number, *match.span()))

    def nearest(self, wanted: str) -> _Found | None:
        """Return the most similar run of about as many words in one paragraph, if one is near."""
        length = len(wanted.split())
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best, answer = _NEAR, None
        for first in self._candidates(wanted, length):
            number, start, _ = self._words[first]
            for last in range(max(first + length - 2, first), first + length + 1):
                if last >= len(self._words) or self._words[last][0] != number:
                    break
                end = self._words[last][2]
                matcher.set_seq1(self._texts[number].text[start:end])
                if matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
                    places = self._texts[number].places
                    best, answer = ratio, _Found(number + 1, places[start], places[end - 1] + 1)
        return answer

    def _candidates(self, wanted: str, length: int) -> list[int]:
        """Return the first words of the runs that have the most in common with the wanted one."""
        shared: Counter[int] = Counter()
        for three in {each for word in wanted.split() for each in _threes(word)}:
            shared.update(self._having.get(three, ()))
        sums = [0, *accumulate(shared[each] for each in range(len(self._words)))]
        runs = {
            first: sums[min(first + length, len(self._words))] - sums[first]
            for first in range(len(self._words))
        }
        some = [first for first, count in runs.items() if count]
        return sorted(some, key=lambda first: (-runs[first], first))[:_CANDIDATES]


def _threes(word: str) -> set[str]:
    """Return what a word has of three letters in a row, its ends counted as letters."""
    framed = f" {word} "
    return {framed[each : each + 3] for each in range(len(framed) - 2)}


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
        tail = text[max(start, end - _TAIL) : end]  # a text without a full stop takes no longer
        if end and _ENDS_SENTENCE.search(tail) and not block.group()[0].islower():
            yield text[start:end]
            start = block.start()
        elif not end:
            start = block.start()
        end = block.end()
    if end:
        yield text[start:end]
