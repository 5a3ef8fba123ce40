"""What stands before and behind the text, and in which languages: lists, samples, and blocks.

Pages tell it by a list ("1. title, 2. authors…"), by a sample, or by blocks, each in a language
("Block in English: …").  Only a run of such elements is taken for an order, never a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from uchtil.journals.guidelines.elements import (
    ELSEWHERE,
    MARK,
    NO_LANGUAGE,
    ORDERED,
    PART,
    Element,
    elements,
)
from uchtil.journals.guidelines.finds import Find, Found
from uchtil.journals.guidelines.languages import languages_in
from uchtil.journals.guidelines.sayings import MOST_WORDS, Saying, subjects_of
from uchtil.model.profiles import OTHERS

_NUMBER = r"(?:\W{0,5}\d{1,2}[.)])?\W{0,5}"
_BLOCK = re.compile(
    rf"{_NUMBER}(?:(?:блок|часть|раздел|данные|информация|сведения) )?"
    r"(?:на |по-)\w+(?:ом|и|ем)?"
    r"(?: и \w+ом)? (?:языке|языках)?"
    r"(?: (?:блок|часть)\w*)?(?: (?:указыва|приводя|да)\w+)?\s*:"
    rf"|{_NUMBER}(?:(?:the )?(?:english|russian|uzbek|kazakh)(?:[- ]language)?"
    r" (?:block|part|section|version)|(?:block |part |section |information |data )?"
    r"in (?:english|russian|uzbek|kazakh))\s*:"
    rf"|{_NUMBER}(?:o'zbek|rus|ingliz|qozoq)\w* tili?\w*(?:gi)?(?: (?:blok|qism)\w*)?\s*:"
    rf"|{_NUMBER}(?:блок|block|blok) \w+ \w+\s*:"
)
"""What begins a block of metadata in one language, up to its colon."""
_AGAIN = re.compile(
    r"(?:в той же последовательности|та же информация|то же(?: самое)?|те же (?:данные|сведения)"
    r"|аналогичн\w+ (?:блок|информац|данн)\w*"
    r"|эт[аи] же \w+|(?:его|их|е[её]) перевод|все (?:это|эти данные) повторя\w+"
    r"|the same (?:information|data|elements|block|order)"
    r"|(?:sections?|items?|points?|пункт\w*|позици\w*) \d[\d ,and&и-]*"
    r"|yuqorida\w*(?: ko'rsatilgan)? ma'lumot\w*|указанные выше (?:данные|сведения)"
    r"|the (?:above|information above)"
    r"|(?:xuddi )?shu (?:ma'lumot|tartib)\w*)[^.;]{0,60}"
)
_AT_END = re.compile(r"\W*(?:в конце|at the end|(?:maqola )?oxirida)")
_BOTH = 2
_FEW = 8
_LEAST = 4
"""Elements that make an order of a run; of blocks one fewer will do."""
_FARTHEST = 12
"""Sentences that may stand between two elements of a list."""
_WITH_AUTHORS = ("affiliations", "contacts")
_OF_METADATA = {
    "authors.languages": ("authors", "author-data", "affiliations"),
    "abstract.languages": ("abstract",),
    "keywords.languages": ("keywords",),
}


@dataclass(kw_only=True, slots=True)
class _Run:
    """Elements in the order of the page, before and behind the text."""

    front: list[Element] = field(default_factory=list)
    after: list[Element] = field(default_factory=list)
    ended: bool = False
    ordered: bool = False
    marks: int = 0
    """How often it is said that something comes next."""
    own: str = ""
    """The language that is meant where none is named; empty where that is not known."""
    quotes: list[tuple[str, str]] = field(default_factory=list)
    """Languages with the words that name a block in them."""
    others: dict[str, str] = field(default_factory=dict)
    """The same for a block that is in all languages but the manuscript's own."""

    @property
    def all(self) -> list[Element]:
        return [*self.front, *self.after]

    def has(self, name: str, codes: Sequence[str]) -> bool:
        return any(each.name == name and {*each.codes} >= {*codes} for each in self.all)

    def add(self, element: Element) -> None:
        (self.after if self.ended else self.front).append(element)

    @property
    def is_order(self) -> bool:
        """Whether it is the front matter: title, authors and more stand before the text."""
        names = {each.name for each in self.front}
        if self.ended:  # the abstract may stand behind the text
            names |= {each.name for each in self.after} & {"abstract", "keywords"}
        return (
            (self.ordered or self.marks >= _BOTH)
            and len({each.name for each in self.all}) >= _LEAST - bool(self.quotes)
            and "title" in names
            and bool(names & {"authors", "author-data"})
            and bool(names & {"abstract", "keywords"})
        )


def order(page: Sequence[Saying], language: str = "") -> Found:
    """Yield ``front`` and ``after``, and the languages of blocks.

    ``language`` is the page's: what it asks for without naming one is in that, but for English,
    in which journals of any language tell their rules.
    """
    own = "" if language == "en" else language
    runs = [replace(each, own=own) for each in _runs(page) if each.is_order]
    if not runs:
        return
    best = max(runs, key=lambda run: len([*_blocks(run, run.all)]))
    yield from _languages(best)
    told = [name for name in _blocks(best, best.front) if ":" not in name]
    for each in runs:
        others = [name for name in _blocks(each, each.front) if ":" not in name]
        if [name for name in told if name in others] != [name for name in others if name in told]:
            yield from _as_finds(each)  # told twice, and otherwise
            break
    yield from _as_finds(best)


def _as_finds(run: _Run) -> Iterator[Find]:
    for path, parts in (("front", run.front), ("after", run.after)):
        if names := [*_blocks(run, parts)]:
            value = f"[{', '.join(names)}]"
            yield Find(path=path, value=value, quote=_words(parts))


def _blocks(run: _Run, parts: Iterable[Element]) -> Iterator[str]:
    """Yield the blocks of a profile, each once."""
    first = next((each.codes for each in run.all if each.name not in NO_LANGUAGE), ())
    own = first[0] if first and first[0] != OTHERS else run.own
    yield from dict.fromkeys(name for each in parts for name in each.blocks(own))


def _words(parts: Sequence[Element]) -> str:
    words = list(dict.fromkeys(each.word for each in parts))
    half = MOST_WORDS // 2
    return " … ".join(words[:half]) + " …" * (len(words) > half)


def _languages(run: _Run) -> Found:
    """Yield the languages of authors, abstract and keywords, where blocks tell them."""
    for path, names in _OF_METADATA.items():
        named = [each for each in run.all if each.name in names]
        said: dict[str, str] = {}
        if run.own and named and not named[0].codes:
            said[run.own] = named[0].word
        said |= {code: each.word for each in named for code in each.codes if code != OTHERS}
        said |= {code: words for code, words in run.quotes if code in said}
        if any(OTHERS in each.codes for each in named):
            said |= run.others
        if len(said) >= _BOTH:
            for code, words in said.items():
                yield Find(path=path, value=code, quote=words, choice=True)


def _runs(page: Sequence[Saying]) -> Iterator[_Run]:
    """Yield each run of elements."""
    reader = _Reader()
    for number, saying in enumerate(page):
        reader.read(number, saying)
    yield from (*reader.done, reader.run)


_GIVEN = re.compile(
    r"долж\w+|содерж|представл|указыва|приводи|provid|given|includ|contain|beril|ko'rsat|keltir"
    r"|taqdim"
)
_PARTS = frozenset(("title", "abstract", "keywords", "author", "affiliation", "references"))


def _listed_in(saying: Saying) -> list[str]:
    """Return the languages that what is listed below must be in: "… in Russian and English:"."""
    text = saying.text.rstrip()
    if not text.endswith(":") or not _GIVEN.search(text) or {*subjects_of(text)} & _PARTS:
        return []
    codes = languages_in(text)
    return codes if len(codes) > 1 else []


@dataclass(kw_only=True, slots=True)
class _Reader:
    """Reads a page sentence by sentence into runs.

    A run ends where an element of it comes again, or far from the last one.
    """

    run: _Run = field(default_factory=_Run)
    done: list[_Run] = field(default_factory=list)
    block: tuple[str, ...] = ()
    """The languages of the block that is being read."""
    last: int = 0
    ordered_at: int = -_FARTHEST
    again: bool = False
    """Whether the sentence before asks for the same once more, and in no language yet."""

    def read(self, number: int, saying: Saying) -> None:
        """Take in what a sentence tells."""
        text = saying.text
        if ORDERED.search(text):
            self.ordered_at = number
        if self.run.front and number - self.last > _FARTHEST:
            self._end()
            self.block = ()
        if self._goes_on(number, saying):
            return
        place = 0
        if (codes := _listed_in(saying)) and not _BLOCK.match(text):
            self.block, self.ordered_at = tuple(codes), number
            self.run.quotes += [(code, saying.opening()) for code in codes]
            return
        if (head := _BLOCK.match(text)) and (codes := languages_in(head[0])):
            self.block, self.ordered_at, place = tuple(codes), number, head.end()
            self.run.quotes += [(code, saying.quote(*head.span())) for code in codes]
        elif not (saying.begins or MARK.match(text)):
            return
        self.run.marks += sum(bool(MARK.match(each)) for each in PART.split(text))
        for element in elements(saying, place, self.block):
            self._add(element, number)

    def _goes_on(self, number: int, saying: Saying) -> bool:
        """Whether the same is asked once more in other languages, after whatever sample."""
        codes = languages_in(saying.text)
        if self.again and codes and len(saying.text.split()) <= _FEW:
            _repeat(self.run, tuple(codes), saying.opening())  # a line further
            self.again, self.last = False, number
            return True
        again, other = _AGAIN.search(saying.text), ELSEWHERE.search(saying.text)
        if not (again or other):
            return False
        self.again = bool(again) and not codes
        before = [n for n, each in enumerate(self.done) if each.is_order]
        if before and not self.run.is_order:
            self.run = self.done.pop(before[-1])
        if again and self.run.front and (codes := languages_in(again[0])):
            _repeat(self.run, tuple(codes), saying.quote(*again.span()))
        elif other and saying.text.rstrip().endswith(":"):
            self.block = (OTHERS,)
            self.run.ended = self.run.ended or bool(_AT_END.match(saying.text))
            words = saying.quote(*other.span())
            self.run.others = dict.fromkeys(languages_in(saying.text), words)
        else:
            return False
        self.last = number
        return True

    def _add(self, element: Element, number: int) -> None:
        run = self.run
        if element.name in ("text", "references"):
            run.ended = run.ended or bool(run.front)
            return
        before = run.all[-1] if run.all else element
        known = tuple(name for name in _WITH_AUTHORS if any(e.name == name for e in run.all))
        if element.name == "author-data" and before.name == "authors" and (element.data or known):
            # Their names stand there already.
            for name in element.data or known:
                self._add(replace(element, name=name), number)
            return
        if element.name == "authors" and before.name == "author-data":
            self.last = number  # one of them, in whatever sample
            return
        if run.has(element.name, element.codes):
            if element.name in (before.name, *_WITH_AUTHORS):
                self.last = number  # more of the same
                return
            self._end()
        self.run.add(element)
        self.run.ordered = self.run.ordered or number - self.ordered_at < _FARTHEST // 2
        self.last = number

    def _end(self) -> None:
        self.done.append(self.run)
        self.run = _Run(quotes=self.run.quotes)


def _repeat(run: _Run, codes: tuple[str, ...], quote: str) -> None:
    """Add all elements once more, in other languages."""
    names = dict.fromkeys(each.name for each in run.all if each.name not in NO_LANGUAGE)
    told = next((each.codes[0] for each in run.all if each.codes), "")
    others = tuple(code for code in codes if code != told)
    run.quotes += [(code, quote) for code in codes]
    for name in names:
        if others and not run.has(name, others):
            run.add(Element(name=name, codes=others, word=quote))
