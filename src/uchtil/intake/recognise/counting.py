"""Whether a number counts or measures anything, and what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from uchtil.intake.recognise.numbers import YEARS, Reading
from uchtil.intake.recognise.tables import Table, any_of, just_before
from uchtil.language.wording import Wording

UP_TO = "up-to"
SPANS = frozenset({"year", "month", "week", "day", "hour", "minute"})
"""Units of time, of which one is told without a number."""
_NOUN = re.compile(r" (?P<noun>[^\W\d_A-ZА-ЯЁ][^\W\d_']*(?:'[^\W\d_]+)*)")
_NAME_BEFORE = re.compile(r"(?<=[^.!?:] )[A-ZА-ЯЁ][^\W\d_]{2,} \Z")
"""A word in capitals: "Boeing 737"."""
_APART = re.compile(r"(?:[^\W\d_]{3}|\)), \Z")
"""Before a number that is told in apposition to the clause before it."""
_NUMBERED = re.compile(r"[\w№#§/]\Z|\w\+\Z|[^\W\d_][,;]\Z|\w[-–—]\Z|\d[.,:]\Z")
"""Before a number that is part of a name or of another."""
_TWO = 2
_NEAR = 140
"""How many characters before a number that may be told which it is the number of."""


def pattern(words: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    """Return words as one expression, between what must stand around it."""
    return re.compile(f"{before}{any_of(words)}{after}", re.IGNORECASE)


class Counting:
    """Knows the words of one language by which a number counts something, or nothing."""

    def __init__(self, wording: Wording, same: Mapping[str, str]) -> None:
        self._same = same
        before = {"before": r"(?<!\w)", "after": r" \Z"}
        self._signs = Table(wording.signs, after=r" ?\Z")
        self._ordinal = pattern(wording.ordinal)
        self._refused_before = pattern(wording.refused_before, after=r"\Z")
        self._refused_behind = pattern(wording.refused_after, before=" ?")
        numerals = "|".join(wording.numerals)
        self._no_noun = pattern(rf"{wording.no_nouns}|{any_of(numerals)}(?!\w)")
        self._pairs = pattern(wording.pairs, before=r" (?:\w+ ){0,2}?")
        self._both = pattern(wording.both, **before)
        self._only = pattern(wording.only, **before)
        self._groups = pattern(wording.groups, **before)
        self._partitive = pattern(wording.partitive)
        self._clause_end = pattern(wording.clause_end)
        tally, comes_to, end = wording.tally
        self._tally = (
            pattern(tally, before=r"(?<!\w)", after=r"(?!\w)"),
            pattern(comes_to, before=r"(?<!\w)", after=r"\Z"),
            pattern(end),
        )
        first, second = wording.span
        self._span = (
            pattern(first or "(?!)", **before),
            pattern(second, before=" ?", after=r"(?!\w)"),
        )
        self._fillers = re.compile(rf"(?: {any_of(wording.fillers)}(?!\w)){{0,3}}", re.IGNORECASE)

    def is_refused(self, text: str, reading: Reading) -> bool:
        """Whether the words beside a number say that it counts nothing."""
        before = just_before(text, reading.start)
        if reading.single:
            return False
        if _NUMBERED.search(before):
            return not self._signs.before(text, reading.start)
        if self._refused_before.search(before):
            return True
        if reading.scale == 1 and self._ordinal.match(text, reading.end):
            return True
        return bool(self._refused_behind.match(text, reading.end))

    def counts(self, text: str, reading: Reading) -> bool:
        """Whether the number counts or measures something; finds the noun, if no unit is known."""
        one = reading.number == 1 and reading.scale == 1
        if reading.single or (reading.unit in SPANS and one and not reading.upper):
            return reading.unit in SPANS and self._is_span(text, reading)
        if reading.unit in SPANS and _is_year_like(text, reading):
            return False
        if reading.part:
            return bool(reading.unit) or reading.scale != 1
        if reading.unit or reading.lone:
            known = bool(reading.unit or reading.bound) or self._is_many(text, reading)
            known = known or (reading.scale == 1 and self._counts_people(text, reading))
            return known and not (reading.in_words and one)
        reading.unit = self._same.get(reading.implied, reading.implied)
        gap = self.past_fillers(text, reading.end)
        reading.noun = self._noun_at(text, gap) or self._noun_at(text, reading.end)
        return bool(reading.unit) or reading.scale != 1 or self._counts_plainly(text, reading)

    def _counts_plainly(self, text: str, reading: Reading) -> bool:
        """Whether a number with neither unit nor scale counts something."""
        if reading.in_words and (reading.number < _TWO or self._means_both(text, reading)):
            return False
        if reading.counted or (reading.bound and reading.bound != UP_TO):
            return True
        if not reading.noun:
            return self._counts_another(text, reading) or self._counts_people(text, reading)
        before = just_before(text, reading.start)
        named = _NAME_BEFORE.search(before) and not reading.in_words
        # "The Group of Seven met": the number is part of a name.
        of_name = text[reading.start].isupper() and self._groups.search(before)
        return not _is_year_like(text, reading) and not named and not of_name

    def ends(self, text: str, at: int) -> bool:
        """Whether a clause ends at a place, so that nothing is counted behind it."""
        return bool(self._clause_end.match(text, at))

    def past_fillers(self, text: str, at: int) -> int:
        """Return where the words end that may stand between number and noun."""
        match = self._fillers.match(text, at)
        return match.end() if match else at

    def _noun_at(self, text: str, at: int) -> str:
        noun = _NOUN.match(text, at)
        return noun["noun"] if noun and not self._no_noun.match(noun["noun"]) else ""

    def _counts_people(self, text: str, reading: Reading) -> bool:
        """Whether it counts the members of a group: "a staff of seven"."""
        before = just_before(text, reading.start).removesuffix("a ")
        group = self._groups.search(before)
        if group is None or text[reading.start].isupper():
            return False
        reading.unit = self._same.get("person", "person")
        return True

    def _is_span(self, text: str, reading: Reading) -> bool:
        """Whether one year, month… is told as a span: hedged, or later or earlier."""
        if reading.away or reading.bound not in ("", UP_TO):
            return True
        before, behind = just_before(text, reading.start), text[reading.end :]
        first, second = self._span
        return bool(first.search(before) or second.match(behind))

    def _is_many(self, text: str, reading: Reading) -> bool:
        """Whether a word for a dozen, or a hundred, has a noun: "a dozen agreements"."""
        if reading.scale != 1:
            return False
        reading.noun = self._noun_at(text, self.past_fillers(text, reading.end))
        return bool(reading.noun)

    def _counts_another(self, text: str, reading: Reading) -> bool:
        """Whether a number counts what was named elsewhere in the sentence."""
        if self._partitive.match(text, reading.end) or self._stands_alone(text, reading):
            return not _is_year_like(text, reading)
        before = text[max(0, reading.number_at - _NEAR) : reading.number_at]
        tally, comes_to, end = self._tally
        told = tally.search(before)
        return (
            told is not None
            and not re.search("[;:]", before[told.end() :])
            and bool(comes_to.search(before) and end.match(text, reading.end))
        )

    def _stands_alone(self, text: str, reading: Reading) -> bool:
        """Whether a number counts what was named elsewhere: "only nine", "…, sixteen."."""
        if not self._clause_end.match(text, reading.end):
            return False
        if self._only.search(just_before(text, reading.start)):
            return True
        last = reading.in_words and not text[reading.end :].strip(" .!?'\")")
        return last and bool(_APART.search(text[: reading.start]))

    def _means_both(self, text: str, reading: Reading) -> bool:
        """Whether "two" only means "both": "the two countries"."""
        two = reading.number == 2 and not reading.counted and not reading.bound
        if not two:
            return False
        both = self._both.search(just_before(text, reading.start))
        pair = self._pairs.match(text, reading.end)
        alone = not reading.noun and not self._stands_alone(text, reading)
        return bool(alone or both or pair)


def _is_year_like(text: str, reading: Reading) -> bool:
    figures = re.match(r"\d{4}(?!\d)", text[reading.number_at :])
    return bool(figures) and reading.number in YEARS and reading.scale == 1
