"""Texts made even for a search: what does not count is taken away, and every place is kept.

Sources come out of PDF and word processors: lines are broken inside words, one apostrophe is
written with a dozen signs, letters are composed of two characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

QUOTE = "'"
"""What every apostrophe and quotation mark becomes, and any run of them."""

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_SOFT_HYPHEN = "\u00ad"
# The last four are combining commas, met as the sign of oʻ and gʻ.
_QUOTES = "'`´‘’‚‛“”„‟«»‹›\"′‵″‶ʹʺʻʼʽʾʿˈˊˋˮ˝՚＇＂\u0312-\u0315"
_COMPOSED = "[^\\W_]?[\u0300-\u0311\u0316-\u036f]+"

_UNEVEN = re.compile(
    rf"(?P<soft>[{_INVISIBLE}]*{_SOFT_HYPHEN}[\s{_INVISIBLE}{_SOFT_HYPHEN}]*)"
    rf"|(?P<space>[{_INVISIBLE}]*\s[\s{_INVISIBLE}]*)"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    "|(?P<hyphen>[\u2010\u2011])"
    rf"|(?P<composed>{_COMPOSED})"
    rf"|(?P<quote>(?:[{_QUOTES}]|,,|<<|>>)+)"
)
_TOKEN = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SECOND_CAPITAL = re.compile("(?<=[SCT])[HS]|(?<=Y)[AEOU]")


@dataclass(frozen=True, slots=True)
class Even:
    """A text made even, and for each of its characters the place in the text it comes from."""

    text: str
    places: list[int]


def even(text: str, *, quotes: bool = True) -> Even:
    """Make white space, apostrophes, quotation marks, hyphens and composition equal.

    White space becomes one space, and none at the ends; a soft hyphen goes with the line break
    behind it, as do characters that nobody sees; letters are composed (NFC).  Without
    ``quotes`` apostrophes and quotation marks stay as they are.
    """
    made: list[str] = []
    places: list[int] = []
    done = 0
    for match in _UNEVEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "quote" and not quotes:
            continue
        made.append(text[done:start])
        places.extend(range(done, start))
        done = end
        if kind == "space":
            instead = " " if places else ""
        elif kind == "composed":
            instead = unicodedata.normalize("NFC", match[0])
        else:
            instead = {"hyphen": "-", "quote": QUOTE}.get(str(kind), "")
        made.append(instead)
        places.extend([start] * len(instead))
    made.append(text[done:])
    places.extend(range(done, len(text)))
    whole = "".join(made).rstrip()
    return Even(whole, places[: len(whole)])


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return bool(_CYRILLIC.search(text))


def in_latin(text: Even) -> Even:
    """Return a text made even in the Latin script of Uzbek, word by word.

    Within a word that becomes longer or shorter, places are those of its beginning, its end,
    and what lies proportionally between them.  The second letter of sh, ch, ts, ye, yo, yu
    and ya is small, since АҚШ is written AQSH and AQSh.
    """
    from uchtil.language.uz.script import to_latin  # only few texts need it

    known: dict[str, str] = {}
    made: list[str] = []
    places: list[int] = []
    done = 0

    def add(piece: str, start: int, end: int) -> None:
        steps = max(len(piece) - 1, 1)
        made.append(piece)
        if len(piece) == end - start:
            places.extend(text.places[start:end])
        else:
            places.extend(
                text.places[start + round(each * (end - start - 1) / steps)]
                for each in range(len(piece))
            )

    for token in _TOKEN.finditer(text.text):
        start, end = token.span()
        word = token[0]
        if word not in known:
            known[word] = even(to_latin(word)).text if is_cyrillic(word) else word
        add(text.text[done:start], done, start)
        add(known[word], start, end)
        done = end
    add(text.text[done:], done, len(text.text))
    whole = _SECOND_CAPITAL.sub(lambda match: match[0].lower(), "".join(made))
    return Even(whole, places)
