"""Quotation marks around a name that holds some itself: «Журнал „Мысль“»."""

from __future__ import annotations

import re

from uchtil.language import language

_MARK = re.compile(r'[«»„“”"]')
_BEFORE_WORDS = re.compile(r"(?:^|[\s(\[«„“–—-])$")


def quoted(text: str, code: str) -> str:
    """Return a text in a language's quotation marks; those inside become the inner ones.

    A text that is wholly in quotation marks already gets no second pair.
    """
    signs = language(code).orthography
    if _MARK.match(text) and _MARK.match(text[-1]) and len(_MARK.findall(text)) == 2:
        text = text[1:-1]
    opening, closing = signs.quotes
    return f"{opening}{with_marks(text, signs.inner)}{closing}"


def with_marks(text: str, marks: tuple[str, str]) -> str:
    """Return a text with these quotation marks in the place of its own."""

    def mark(match: re.Match[str]) -> str:
        return marks[0] if _BEFORE_WORDS.search(text[: match.start()]) else marks[1]

    return _MARK.sub(mark, text)
