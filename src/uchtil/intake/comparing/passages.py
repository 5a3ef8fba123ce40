"""The passages of a new source: a sentence, what is found in it, and what it goes on from."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from uchtil.intake.comparing.acts import (
    acts_in,
    goes_on,
    is_base,
    is_told_by_another,
    names_both,
    ordinals_in,
)
from uchtil.intake.comparing.states import places_of_states
from uchtil.intake.comparing.story import Story
from uchtil.intake.comparing.vocabulary import stems_of_even
from uchtil.intake.recognise import Document, Find, FindKind, Named, Recogniser
from uchtil.intake.recognise.sentences import sentences
from uchtil.language.wording import COMPARED
from uchtil.model import Precision, When

_ENTRY = re.compile(
    r"\s*(?:\[?\d{1,3}[.\])]\s|[•*–-]\s)?.{0,200}?(?:https?://|//|\bdoi\b|\bISBN\b|\bS\. ?\d|"
    r"\bС\. ?\d|\bpp?\. ?\d|\bB\. ?\d|№ ?\d+\. ?[–-])",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:и|va|and|hamda)\s*", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*")
_GAP = re.compile(r"\n\s*\n")
_BYLINE = 16
"""Words of the longest line above a text that may tell when it was written."""
_HEAD = 6
"""Such a line is one of so many first sentences."""
_ERA = 40 * 366
"""Days of a period that is too long to be the date of anything."""
_KEPT = 6
"""So many sentences a text may go on without naming again what it is about."""
_HEADING = re.compile(
    r"\s*(?:references?|bibliography|sources|literature|список (?:использованн\w+ )?(?:литературы|"
    r"источников)|литература|источники|foydalanilgan adabiyotlar(?: ro.yxati)?|adabiyotlar|"
    r"manbalar)\W*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Passage:
    """A sentence with its finds; each is itself alone, so that what is found of it can be kept.

    ``start`` and ``end`` are its place in its paragraph's text; ``names`` the ids that it
    names, ``carried`` those of the sentences before, which it may go on from.
    """

    paragraph: int
    sentence: int
    start: int
    end: int
    text: str
    even: str
    language: str
    finds: tuple[Find, ...]
    stems: frozenset[str]
    stems_before: frozenset[str]
    """Those of the sentence before it in its paragraph, where it speaks of what was told there."""
    stems_last: frozenset[str]
    """Those of the sentence before it in its paragraph, whatever it speaks of."""
    acts: Mapping[str, int]
    ordinals: frozenset[int]
    names: frozenset[str]
    carried: frozenset[str]
    mutual: bool
    state_places: Mapping[str, tuple[int, ...]]
    """The states, by their names in English, that it names, or a city of which, and where."""
    told_by: str
    listed: bool
    """Whether it is an entry of the source's own list of works."""
    is_title: bool
    """Whether it is a title or a byline: the text goes on behind it after an empty line."""

    def dates(self) -> tuple[tuple[Find, When], ...]:
        """Return its dates, but for those that something is only measured against."""
        return _dates_of(self)

    @property
    def states(self) -> frozenset[str]:
        """The states, by their names in English, that it names, or a city of which."""
        return frozenset(self.state_places)

    def of(self, kind: FindKind) -> list[Find]:
        """Return its finds of one kind."""
        return [each for each in self.finds if each.kind is kind]

    def documents(self) -> list[tuple[Find, Document]]:
        """Return the documents that it names by title."""
        return [(each, each.value) for each in self.finds if isinstance(each.value, Document)]


@lru_cache(maxsize=4)
def _dates_of(passage: Passage) -> tuple[tuple[Find, When], ...]:
    """Return the dates of a passage, which each fact asks for."""
    told = []
    for find in passage.finds:
        if not (find.kind is FindKind.DATE and isinstance(find.value, When)):
            continue
        before = passage.text[: find.start - passage.start]
        behind = passage.text[find.end - passage.start :]
        compared = find.note == COMPARED or is_base(before, behind, passage.language)
        if not (compared or _is_era(find.value)):
            told.append((find, find.value))
    return tuple(told)


_UP_TO = re.compile(
    r"[^,.;]{0,12}\b(?:по|до|to|till|until|through)\s*\Z|[^,;]{0,6}\Z", re.IGNORECASE
)


_TO = re.compile(r"(?:по|до|to|till|until|through)\b", re.IGNORECASE)


def _joined(finds: Sequence[Find], text: str) -> tuple[Find, ...]:
    """Return finds with "from A" and "to B", and a day and the next, made one period."""
    return tuple(sorted(_joining(finds, text), key=lambda each: each.start))


def _joining(finds: Sequence[Find], text: str) -> Iterator[Find]:
    pending: Find | None = None
    for find in finds:
        value = find.value
        if pending is not None and find.kind is FindKind.DATE:
            period = _period(pending.value, value, text[pending.end : find.start], find.words)
            if period is not None:
                words = text[pending.start : find.end]
                yield replace(pending, end=find.end, words=words, value=period)
                pending = None
                continue
            yield pending
            pending = None
        if isinstance(value, When) and (_is_open(value) or not value.is_span):
            pending = find
        else:
            yield find
    if pending is not None:
        yield pending


def _period(first: object, second: object, between: str, words: str) -> When | None:
    """Return the period that two dates tell, by the words between them and of the second."""
    if not isinstance(first, When) or not isinstance(second, When):
        return None
    if first.start and second.start and not first.is_span and not second.is_span:
        parted = _DASH.fullmatch(between) and first.start.precision > Precision.YEAR
        if parted and first.first < second.first:
            return When(start=first.start, end=second.start)
    if not _is_open(first):
        following = _is_day(first) and _is_day(second) and (second.first - first.first).days == 1
        return (
            When(start=first.start, end=second.start)
            if following and _AND.fullmatch(between)
            else None
        )
    told = second.open_start or between.strip() or _TO.match(words)
    if second.open_end or not _UP_TO.match(between) or not told:
        return None
    end = second.end or second.start
    if end is None or first.start is None or first.start.first > end.last:
        return None
    return When(start=first.start, end=end)


def _is_open(date: When) -> bool:
    return date.open_end and not date.open_start


def _is_day(date: When) -> bool:
    return not date.is_span and date.start is not None and date.start.precision is Precision.DAY


def _is_era(date: When) -> bool:
    """Whether a period is too long to be the date of anything: a century."""
    ends = date.open_start or date.open_end
    return not ends and (date.last - date.first).days > _ERA


def _year_of_byline(finds: Sequence[Find]) -> int | None:
    """Return the year of the one date of a line above a text: "The Courier, 14 June 2025"."""
    dates = [each.value for each in finds if isinstance(each.value, When) and not each.note]
    if any(each.kind is FindKind.AMOUNT for each in finds):
        return None
    if len(dates) != 1 or dates[0].is_span or dates[0].start is None:
        return None
    return dates[0].start.year if dates[0].start.precision >= Precision.YEAR else None


def passages(
    paragraphs: Sequence[str],
    tag: str,
    recogniser: Recogniser,
    year: int | None = None,
    also: Callable[[frozenset[str], str], frozenset[str]] | None = None,
) -> Iterator[Passage]:
    """Yield the sentences of a text; relative dates are those of a text written in ``year``.

    Where that is not known, the line of the author above the text may tell it.
    ``also`` tells what names a sentence's stems mean besides those that stand in it.
    """
    listing = False
    count = 0
    story = Story(year)
    before: deque[frozenset[str]] = deque(maxlen=_KEPT)
    for number, paragraph in enumerate(paragraphs, 1):
        if _HEADING.match(paragraph.partition("\n")[0]) and len(paragraph.split()) < 8:
            listing = True
        found: dict[int, list[Find]] = {}
        for find in recogniser.read(paragraph, tag, number):
            found.setdefault(find.sentence, []).append(find)
        last = frozenset[str]()
        for sentence in sentences(paragraph, tag):
            if not sentence.text.strip():
                continue
            lead = len(sentence.text) - len(sentence.text.lstrip())
            start, end = sentence.span(lead, len(sentence.text.rstrip()))
            is_title = number == 1 and bool(_GAP.match(paragraph, end))
            count += 1
            ends = is_title or not paragraph[end:].strip()
            if year is None and ends and count <= _HEAD and len(sentence.text.split()) <= _BYLINE:
                story.year = _year_of_byline(found.get(sentence.number, ())) or story.year
            told = story.told(_joined(found.get(sentence.number, ()), paragraph), paragraph)
            finds = _joined(tuple(told), paragraph)  # once more, with what the story resolved
            names = frozenset(
                name
                for each in finds
                if isinstance(each.value, Named) and each.value.exact
                for name in (each.value.name, *each.value.others)
            )
            own = stems_of_even(sentence.text, sentence.language)
            yield Passage(
                paragraph=number,
                sentence=sentence.number,
                start=start,
                end=end,
                text=paragraph[start:end],
                even=sentence.text,
                language=sentence.language,
                finds=finds,
                stems=own,
                stems_before=last if goes_on(sentence.text, sentence.language) else frozenset(),
                stems_last=last,
                acts=acts_in(sentence.text, sentence.language),
                ordinals=ordinals_in(sentence.text, sentence.language),
                names=names,
                carried=frozenset().union(*before) - names,
                mutual=names_both(sentence.text, sentence.language),
                state_places=places_of_states(sentence.text, sentence.language),
                told_by=is_told_by_another(sentence.text, sentence.language),
                is_title=is_title,
                listed=listing or bool(_ENTRY.match(paragraph[start:end])),
            )
            last = own
            before.append(names | (also(own, sentence.language) if also else frozenset()))
