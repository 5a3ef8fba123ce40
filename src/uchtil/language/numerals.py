"""Reading numbers and dates out of a finished text, whatever its language writes them like.

"31 October 1998", "31 октября 1998 г." and "1998-yil 31-oktabr" read the same: 31, October
and 1998; so do "4.5 billion", "4,5 млрд" and "4,5 mlrd", and "five", "пяти" and "beshta".
The word for one is not read: it is as often an article or a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English names of months: what a month is called, too, where languages are compared."""

_GAP = "[ \u00a0\u202f]?"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or a month in a text: its value, as all languages share it, and its place."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class NumeralForms:
    """How one language writes numbers.

    ``decimal`` and ``group`` are characters of a regular expression's class.  ``words``,
    ``scales`` and ``months`` map regular expressions to what they stand for; a word of
    ``words`` may be made of tens and a unit ("twenty-five", "oʻn besh").
    """

    decimal: str
    group: str
    words: Mapping[str, int]
    scales: Mapping[str, int]
    months: Mapping[str, int]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern that finds them all; of some languages it takes long to make."""
        figures = rf"\d{{1,3}}(?:[{self.group}]\d{{3}})+(?!\d)|\d+"
        word, scale, month = map("|".join, (self.words, self.scales, self.months))
        return re.compile(
            rf"(?P<figures>{figures})(?:[{self.decimal}](?P<places>\d+))?"
            rf"(?P<scale>{_GAP}(?:{scale}))?"
            rf"|(?<!\w)(?P<month>{month})(?!\w)"
            rf"|(?<!\w)(?P<word>(?:{word})(?:[ \u00a0-](?:{word}))?)(?P<word_scale>{_GAP}"
            rf"(?:{scale}))?(?!\w)"
        )

    def read(self, text: str) -> Iterator[Numeral]:
        """Yield every number and month of a text, in its order."""
        for found in self.pattern.finditer(text):
            if month := found["month"]:
                value = MONTHS[_meaning(month, self.months) - 1]
            elif word := found["word"]:
                parts = re.split("[ \u00a0-]", word)
                count = sum(_meaning(part, self.words) for part in parts)
                value = _plain(Decimal(count) * self._scale(found["word_scale"]))
            else:
                figures = re.sub(rf"[{self.group}]", "", found["figures"])
                number = Decimal(f"{figures}.{found['places'] or '0'}")
                value = _plain(number * self._scale(found["scale"]))
            yield Numeral(value, found.start(), found.end())

    def _scale(self, word: str | None) -> int:
        return _meaning(word.strip(), self.scales) if word else 1


def _meaning(word: str, forms: Mapping[str, int]) -> int:
    """Return what a word stands for by the first expression that it fits."""
    return next(value for form, value in forms.items() if re.fullmatch(form, word))


def _plain(number: Decimal) -> str:
    """Return a number without what says nothing of its value: "4.5", "2000000000"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
