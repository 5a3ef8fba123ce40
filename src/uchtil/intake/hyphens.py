"""Words that were broken at the end of a line, made whole.

A hyphen there is the word's own (``savdo-iqtisodiy``, ``1991-yil``) or the break's.  No
dictionary decides: the text itself does, by the words that it has elsewhere, and a small table
of what compounds begin with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

SOFT = "\u00ad"
HYPHENS = f"\x02{SOFT}\u2010-"
"""All that ends a broken word; pdfium writes the first where it joins one itself."""


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PART = r"[^\W\d_](?:[’‘'`]?[^\W\d_])*[’‘'`]?"
_AT_HYPHEN = re.compile(rf"({_PART})([\x02\u00ad])\s*({_PART})")
_BEFORE = re.compile(rf"{_PART}\Z")
_AFTER = re.compile(_PART)
_FIRST_PARTS = _table(
    "qoʻllab savdo ijtimoiy siyosiy iqtisodiy madaniy ilmiy harbiy huquqiy texnik transport "
    "yoqilgʻi "
    "қўллаб савдо ижтимоий сиёсий иқтисодий маданий илмий ҳарбий ҳуқуқий техник транспорт ёқилғи "
    "торгово социально политико экономико культурно научно военно технико нормативно "
    "транспортно северо юго западно восточно информационно топливно бизнес вице "
    "socio trade long short well self non co"
)
"""What compounds begin with: their hyphen is their own, even at the end of a line."""

_AND = _table("va hamda yoki ва ҳамда ёки и или and or")
"""Before these a hyphen hangs: it holds the first of two numbers."""

_OPEN_ADDRESS = re.compile(r"(?:https?:/|www\.)\S*[/\-_=&?%\x02]\Z")
"""An address that goes on in the next line."""

_TAIL = 400
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def known_words(lines: Iterable[str]) -> Counter[str]:
    """Count the words of a text that are not broken."""
    known: Counter[str] = Counter()
    for line in lines:
        for each in _WORD.finditer(line):
            beside = line[each.end() : each.end() + 1] + line[: each.start()][-1:]
            if not any(sign in HYPHENS for sign in beside):
                known[each[0].lower()] += 1
    return known


def joined(text: str, rest: str, known: Counter[str]) -> str:
    """Return a text with the words of the next line, the last word made whole."""
    if len(text) > _TAIL:  # what is far before has no say, and a long text takes no longer
        return text[:-_TAIL] + joined(text[-_TAIL:], rest, known)
    if _OPEN_ADDRESS.search(text):
        return text.replace("\x02", "-") + rest
    if text[-1:] and text[-1] in HYPHENS:
        before = _BEFORE.search(text[:-1])
        after = _AFTER.match(rest)
        if before and after:
            whole = _whole(before[0], after[0], soft=text[-1] == SOFT, known=known)
            return text[: before.start()] + whole + rest[after.end() :]
        if re.search(r"\w\Z", text[:-1]):  # "1991-" and "yil", but "1991- va"
            hangs = rest.partition(" ")[0].lower() in _AND
            return f"{text[:-1]}-{' ' if hangs else ''}{rest}"
    if re.search(r"\d[–—]\Z", text) and rest[:1].isdigit():  # "25–" and "30"
        return text + rest
    return f"{text} {rest}"


def _whole(before: str, after: str, *, soft: bool, known: Counter[str]) -> str:
    """Return a word that was broken: with its hyphen if that is its own.

    It is where the text has the word with it elsewhere, or has both halves as words of their own
    and not the whole; where it begins as compounds do; and before a capital letter.
    """
    if soft:
        return before + after
    joined, hyphened = f"{before}{after}", f"{before}-{after}"
    if not after[:1].islower() and not before.isupper():
        return hyphened
    if before.lower() in _FIRST_PARTS and len(after) > 3:
        return hyphened
    seen, seen_hyphened = known[joined.lower()], known[hyphened.lower()]
    if seen != seen_hyphened:
        return joined if seen > seen_hyphened else hyphened
    halves = known[before.lower()] and known[after.lower()]
    return hyphened if halves and min(len(before), len(after)) > 4 else joined


def made_whole(text: str, known: Counter[str]) -> str:
    """Return a text with those words made whole that pdfium has joined itself."""

    def whole(match: re.Match[str]) -> str:
        word = text[text.rfind(" ", 0, match.start()) + 1 : match.start()]
        if "://" in word:  # part of an address
            return f"{match[1]}-{match[3]}"
        return _whole(match[1], match[3], soft=match[2] == SOFT, known=known)

    return _AT_HYPHEN.sub(whole, text).replace("\x02", "-")
