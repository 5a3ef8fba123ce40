"""Sentences, and the language that each is in.

A source has abstracts and lists in other languages than its own, so each sentence is looked at by
itself: first its script, then the words that every text is full of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from uchtil.checks.evening import Even, even, in_latin
from uchtil.language import LANGUAGES, wording_of

_END = re.compile(
    r"(?P<stop>[.!?…])(?P<close>['\")\]]*(?:\[\d+(?:[,;–-] ?\d+)*\])?['\")\]]*)"
    r"(?P<gap> +|(?=[^\W\d_]))"
    r"|(?P<list>;)(?= (?:[^\W\d_]{3,} [A-ZА-ЯЎҚҒҲ]\.))"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LAST = re.compile(r"(?:[^\W\d_]+')*[\w№]+(?:\.[^\W\d_])*\Z")
_ADDRESS = re.compile(
    r"<?https?://[^\s<>]+>?|www\.\S+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b10\.\d{4,9}/\S+"
    r"|\bdoi\.org\S*|\[\d{1,3}(?:[,;–-] ?\d{1,3})*\]"
)
"""What is no prose: addresses, and numbers of notes in square brackets."""
_UNITS = frozenset({"км", "км2", "м", "кг", "га", "km"})
"""Units that have a full stop only where a sentence ends, whatever is said of abbreviations."""
_SCALES = frozenset({"млн", "млрд", "трлн", "mln", "mlrd", "trln"})
"""The like: what is counted has no capital."""
_YEARS = frozenset({"г", "гг"})
_STEM = 5
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "в во на по к с со из от до для при под над об о у за и а но или это эта этот эти он она "
        "они их его её как тогда там так если когда хотя после перед затем впрочем однако мы я вы "
        "ей ему им ими этого этой этим этом такой теперь сейчас сегодня здесь тут уже ещё только "
        "лишь кто что где чтобы поэтому между среди через кроме помимо всего раньше позже позднее "
        "сначала потом зато тем тогдашний вместе население товарооборот торговля экспорт импорт "
        "доля объём число ",
    )
)
"""Words that have a capital only where a sentence begins, in the language that abbreviates most."""
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_FEW_BLOCKS = 3
"""A paragraph of more blocks is one whose lines are parted by empty ones."""
_FILL = "\ue000"
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_UZBEK_CYRILLIC = re.compile("[ўқғҳ]", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence made even, with the place of each character in its paragraph's text.

    Cyrillic Uzbek is in Latin here, and addresses are blotted out.
    """

    text: str
    places: list[int]
    language: str
    number: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the paragraph's text a part of the sentence begins and ends."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=4)
def sentences(paragraph: str, tag: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph of a text whose language is ``tag``.

    Those of the last paragraphs are kept: who reads one asks for them more than once.
    """
    return tuple(_sentences(paragraph, tag))


def _sentences(paragraph: str, tag: str) -> Iterator[Sentence]:
    evened = even(paragraph)
    text = _ADDRESS.sub(lambda match: _FILL * len(match[0]), evened.text)
    before = tag.partition("-")[0]
    if before not in {each.code for each in LANGUAGES}:
        before = ""
    for number, (start, end) in enumerate(_spans(text, _blocks(paragraph, evened)), 1):
        part = Even(text[start:end], evened.places[start:end])
        latin = in_latin(part) if _CYRILLIC.search(part.text) else part
        code = _language(part.text, latin.text) or before or _by_script(part.text)
        shown = latin if code == "uz" else part
        before = code
        yield Sentence(text=shown.text, places=shown.places, language=code, number=number)


def _blocks(paragraph: str, evened: Even) -> frozenset[int]:
    """Return where in the even text a block begins: behind a title or a byline.

    A paragraph runs on over empty lines where no stop stands before them, since texts out of PDF
    have one behind each line; there are many then, and they tell nothing.
    """
    gaps = list(_EMPTY_LINE.finditer(paragraph))
    if not gaps or len(gaps) > _FEW_BLOCKS:
        return frozenset()
    return frozenset(
        bisect_left(evened.places, gap.end())
        for gap in gaps
        if paragraph[gap.end() : gap.end() + 1].isupper()
        or paragraph[gap.end() : gap.end() + 1].isdigit()
    )


def _spans(text: str, blocks: frozenset[int]) -> Iterator[tuple[int, int]]:
    start = 0
    ends = {found.end() for found in _END.finditer(text) if _ends(text, found)}
    for end in sorted(ends | blocks):
        if text[start:end].strip():
            yield start, end
            start = end
    if text[start:].strip():
        yield start, len(text)


def _ends(text: str, found: re.Match[str]) -> bool:
    after = text[found.end() : found.end() + 1]
    if found["list"]:
        return True
    if not found["gap"]:  # no space was left: "etadi.Madaniy"
        before = text[max(0, found.start() - 3) : found.start()]
        whole = len(before) == 3 and before.isalpha() and before[1:].islower()
        return found["stop"] == "." and whole and after.isupper() and not found["close"]
    if after.islower():
        return False
    if found["stop"] != ".":
        return True
    return _ends_at_stop(text, found)


def _ends_at_stop(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, by the word before it and the one behind."""
    last = _LAST.search(text, max(0, found.start() - 30), found.start())
    word = last[0] if last else ""
    initial = word.rpartition(".")[2]
    if len(initial) == 1 and initial.isupper():
        return False
    if word.lower() not in _abbreviations():
        return True
    if word.lower() in _SCALES and text[found.end() : found.end() + 2].isupper():
        return False  # "5 млрд. США"
    if word.lower() in _UNITS | _SCALES and text[: found.start()].rstrip(word)[-2:-1].isdigit():
        return True
    # "…in 2013 г. По …": no preposition has a capital within a sentence.
    follows = _WORD.match(text, found.end())
    if follows is None:
        return False
    low = follows[0].lower()
    return low in _SMALL or (word.lower() in _YEARS and _is_common(low, text))


def _is_common(word: str, text: str) -> bool:
    """Whether a word that has a capital is no name: the text has it without one elsewhere."""
    return len(word) >= _STEM and f" {word[:_STEM]}" in text


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for each in LANGUAGES for word in wording_of(each.code).abbreviations)


def _language(text: str, latin: str) -> str:
    """Return the code of the language that a sentence's words are of; nothing if none tell it."""
    cyrillic, roman = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if not cyrillic and not roman:
        return ""
    uzbek = _score("uz", latin)
    if cyrillic >= roman:
        russian = _score("ru", text) + sum(text.lower().count(letter) for letter in "ыэщ")
        uzbek += 2 * len(_UZBEK_CYRILLIC.findall(text))
        best, code = max((uzbek, "uz"), (russian, "ru"))
        return code if best and uzbek != russian else ""
    english = _score("en", text)
    uzbek += len(re.findall(r"[og]'", text))
    best, code = max((uzbek, "uz"), (english, "en"))
    return code if best and uzbek != english else ""


def _score(code: str, text: str) -> int:
    known = wording_of(code).function_words
    return sum(word.lower() in known for word in _WORD.findall(text))


def _by_script(text: str) -> str:
    return "ru" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "en"
