"""What is found in a text: dates, amounts, names and documents, each with its place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from uchtil.language.wording import UNKNOWN
from uchtil.model import Point, Precision, Quantity, Status, When


class FindKind(str, Enum):
    """What a find is."""

    DATE = "date"
    AMOUNT = "amount"
    NAME = "name"
    DOCUMENT = "document"


class Change(str, Enum):
    """What the words beside a percentage or a multiple say: it is what something changed by."""

    GROWTH = "growth"
    FALL = "fall"


@dataclass(frozen=True, kw_only=True, slots=True)
class Relative:
    """A date told from the time of writing: "last year", "in August this year", "on 31 October".

    ``years`` is the distance from the year of the text; ``None`` where no year is told at all.
    ``told`` says that it is the distance from the date before in the text ("the following year").
    ``days`` is the distance from the day before in the text ("that evening", "the next day"),
    or ``within`` a period from its first day ("on the second day").
    ``coming`` is the next such month after the date before ("the following May"), ``in_month`` a
    day of its month, or all of it ("that same month").
    ``last_month`` and ``last_day`` are those of the end of a period.
    """

    years: int | None
    month: int = 0
    day: int = 0
    last_month: int = 0
    last_day: int = 0
    told: bool = False
    days: int | None = None
    within: bool = False
    coming: bool = False
    in_month: bool = False

    def resolve(self, year: int) -> When | None:
        """Return the date in a text that was written in ``year``; nothing if that is impossible."""
        if self.days is not None or self.in_month:
            return None
        wanted = year + (self.years or 0)
        text = f"{wanted:04d}" + _figures(self.month, self.day)
        if self.last_month:
            text += f"/{wanted:04d}" + _figures(self.last_month, self.last_day)
        try:
            return When.parse(text)
        except ValueError:
            return None

    def after(self, day: datetime.date) -> When:
        """Return the day that is told from another."""
        told = day + datetime.timedelta(days=self.days or 0)
        return When(start=point(told.year, told.month, told.day))

    def __str__(self) -> str:
        if self.days is not None:
            return f"rel:day{self.days:+d}"
        if self.in_month:
            return f"rel:month{_figures(0, self.day)}"
        years = "next" if self.coming else "?" if self.years is None else str(self.years)
        last = f"/{_figures(self.last_month, self.last_day)[1:]}" if self.last_month else ""
        return f"rel:{years}{_figures(self.month, self.day)}{last}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """A number with what it counts or measures.

    The ``unit`` of ``quantity`` is the id of a unit of the review where it has such a one, else
    one of the program's (``kilometre``, ``eur``…), or empty: then ``noun`` is the word that
    follows, as the text has it, if any.  ``status`` is a hint by the words nearby, ``change``
    tells that something grew or fell by this much, ``away`` that it is how much later (1) or
    earlier (-1) something was.
    """

    quantity: Quantity
    noun: str = ""
    status: Status | None = None
    change: Change | None = None
    away: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A known name: its id in ``content/names.yaml``, and others that the words may mean too.

    ``exact`` says that a form of it stands there, and not only what is spelt alike.
    """

    name: str
    others: tuple[str, ...] = ()
    exact: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A treaty, an agreement, a law…: its kind, its title as told, and the date beside it."""

    kind: str
    title: str
    date: When | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Find:
    """Something found: where it stands, in which words, and what they mean.

    ``paragraph`` is counted from 1, as in the locks; ``start`` and ``end`` are places in the text
    of that paragraph, and ``words`` exactly what stands there, line breaks included.  ``sentence``
    is counted from 1 in its paragraph, ``language`` the code (``uz``, ``ru``, ``en``) of the
    language that the sentence is in.  ``note`` says what a reader should know ("by", "the century
    is not told").
    """

    kind: FindKind
    paragraph: int
    sentence: int
    start: int
    end: int
    words: str
    value: When | Relative | Amount | Named | Document
    language: str
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Together:
    """The finds of one sentence, in their order: what is said of each other."""

    paragraph: int
    sentence: int
    finds: tuple[Find, ...]

    def of(self, kind: FindKind) -> tuple[Find, ...]:
        """Return those of one kind."""
        return tuple(each for each in self.finds if each.kind is kind)

    def date_of(self, find: Find) -> Find | None:
        """Return the date that an amount, a name or a document most likely goes with.

        That is the last one before it, else the first one behind it.
        """
        dates = self.of(FindKind.DATE)
        before = [each for each in dates if each.end <= find.start]
        behind = [each for each in dates if each.start >= find.end]
        return before[-1] if before else behind[0] if behind else None


def together(finds: Iterable[Find]) -> tuple[Together, ...]:
    """Return the finds sentence by sentence."""
    sentences: dict[tuple[int, int], list[Find]] = {}
    for find in finds:
        sentences.setdefault((find.paragraph, find.sentence), []).append(find)
    return tuple(
        Together(paragraph=paragraph, sentence=sentence, finds=tuple(each))
        for (paragraph, sentence), each in sentences.items()
    )


def point(year: int, month: int = 0, day: int = 0, *, about: bool = False) -> Point:
    """Return a point in time, as exact as it is told."""
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return Point(precision=precision, year=year, month=month, day=day, about=about)


def relative(
    years: int,
    first: Point,
    last: Point | None = None,
    *,
    told: bool = False,
    coming: bool = False,
) -> Relative:
    """Return a relative date by a rule's number of years, and points of no year."""
    return Relative(
        years=None if years == UNKNOWN else years,
        told=told or years == UNKNOWN,
        coming=coming,
        month=first.month,
        day=first.day,
        last_month=last.month if last else 0,
        last_day=last.day if last else 0,
    )


def _figures(month: int, day: int) -> str:
    return "".join(f"-{each:02d}" for each in (month, day) if each)
