"""What was found in a page of rules: a field of a profile, its value, and the words it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from uchtil.journals.guidelines.sayings import Saying
from uchtil.journals.guidelines.subjects import ASIDE_JOINED, JOINED, NAMED, spoken_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Find:
    """A value as a profile writes it, under the path of its field (``page.left``).

    Of a ``choice`` several may hold together (languages, fields); of all others only one can.
    ``at`` is the number of the sentence that tells it, -1 where several do.
    """

    path: str
    value: str
    quote: str
    choice: bool = False
    at: int = field(default=-1, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the page says and no field can hold as it says it.

    ``path`` is the field that it would rule, where there is one; ``at`` is as that of a find.
    """

    about: str
    quote: str
    path: str = ""
    at: int = field(default=-1, compare=False)


_ALL = re.compile(
    r"[^\w]*(?:\d+[.)] )?(?:all (?:the )?text|весь текст|the (?:entire|whole) (?:text|paper"
    r"|manuscript))"
)
"""Of such a sentence, what it names besides is a part of the text."""

Found = Iterator[Find | Told]


_INSIDE = re.compile(r"(?<!\w)(?:в|in) $")
_APART = re.compile(r"[,;.(]|(?<!\w)(?:и|а также|and|va|hamda)(?!\w)")
"""What shows that a subject is of something else than what stands before it."""


@lru_cache(maxsize=64)
def _named_in(text: str) -> tuple[re.Match[str], ...]:
    """Return the subjects that a sentence names; of one sentence they are asked for often."""
    return tuple(NAMED.finditer(text))


def about(saying: Saying, place: int, *, asides: bool = False) -> tuple[str, ...]:
    """Return the subjects spoken of at a place: the last that were named before it, else none.

    With ``asides`` what stands in parentheses does not part them.
    """
    if _ALL.match(saying.text):
        return ("text",)
    text = spoken_of(saying.text)
    run: list[str] = []
    end = 0
    between = ASIDE_JOINED if asides else JOINED
    for match in _named_in(text):
        if match.end() > place:
            break
        name = match.lastgroup or ""
        if run and name == "text" and _INSIDE.search(text, 0, match.start()):
            continue  # "subheadings in the text"
        if name == "other" and _is_aside(text, match.start(), place):
            continue
        joined = run and between.fullmatch(text, end, match.start())
        run = [*run, name] if joined else [name]
        end = match.end()
    return tuple(run)


def _is_aside(text: str, start: int, place: int) -> bool:
    """Whether something is named in brackets that are closed before a place."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    return ")" in text[start:place]


def just_after(saying: Saying, place: int, reach: int = 30) -> tuple[str, ...]:
    """Return the subjects that are named just behind a place."""
    text = spoken_of(saying.text)
    run: list[str] = []
    end = place
    for match in _named_in(text):
        if match.end() <= place:
            continue
        between = text[end : match.start()]
        if run and not JOINED.fullmatch(between):
            break
        if not run and (len(between) > reach or _APART.search(between)):
            break
        run.append(match.lastgroup or "")
        end = match.end()
    return tuple(run)


def decimal(text: str) -> str:
    """Return a number as profiles write it: with a point, without needless noughts."""
    whole, _, part = text.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def unique(finds: Iterable[Find]) -> dict[str, list[Find]]:
    """Return finds by path, each value once, in the order of the page."""
    by_path: dict[str, list[Find]] = {}
    for each in finds:
        there = by_path.setdefault(each.path, [])
        if each.value not in {one.value for one in there}:
            there.append(each)
    return by_path
