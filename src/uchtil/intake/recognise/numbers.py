"""Numbers in figures and words, with their scales, as they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from uchtil.intake.recognise.tables import Table, any_of
from uchtil.language.wording import Wording

_HALF = Decimal("0.5")
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
YEARS = range(1500, 2200)
"""Numbers that in figures are rather years."""
_DASH = re.compile(" ?[-–—−] ?")


@dataclass(kw_only=True, slots=True)
class Reading:
    """A number while what stands beside it is read."""

    start: int
    end: int
    number: Decimal
    upper: Decimal | None = None
    scale: int = 1
    in_words: bool = False
    bound: str = ""
    unit: str = ""
    implied: str = ""
    noun: str = ""
    counted: bool = False
    of_those: bool = False
    lone: bool = False
    """Whether only a scale is told: "a billion dollars"."""
    single: bool = False
    """Whether no number is told at all: "a year later"."""
    part: bool = False
    """Whether it is a part of one that must have a unit: "half a kilometre"."""
    many: int = 1
    """Of how many ones it is a number: of 10 years, of 12."""
    away: int = 0
    note: str = ""
    number_at: int = field(init=False)

    def __post_init__(self) -> None:
        self.number_at = self.start

    def times(self, many: int) -> None:
        """Make it a number of ones, which was one of so many: decades of years."""
        number = self.number * many
        self.number = Decimal(int(number)) if number == int(number) else number
        self.upper = self.upper and self.upper * many
        self.many = many


class Numbers:
    """Reads the numbers of one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.figures = re.compile(
            rf"(?<![\d.,:/\ue000])\d{{1,3}}(?:[{wording.group}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
            r"|(?<![\d\ue000])\d+(?:[.,]\d+)*"
        )
        numeral = any_of("|".join(sorted(wording.numerals, key=len, reverse=True)))
        glued = any_of("|".join(wording.after))  # "olti yuzdan ortiq"
        self._in_words = re.compile(
            rf"(?<![\w'-]){numeral}(?:{wording.word_join}{numeral})*"
            rf"(?=(?:{wording.suffix})?(?!\w)|{glued}(?!\w))",
            re.IGNORECASE,
        )
        self._ends = re.compile(rf"(?:\d|(?<!\w){numeral}) ?\Z", re.IGNORECASE)
        self._fractions = Table(wording.fractions, before=r"(?<!\w)")
        self._and_half = re.compile(any_of(wording.and_half), re.IGNORECASE)
        self._numeral = Table(wording.numerals, before=r"(?<!\w)", after=r"(?!\w)")
        stem = any_of("|".join(sorted(wording.stems, key=len, reverse=True)))
        self._stem = Table(wording.stems)
        self._stems = re.compile(
            rf"(?<!\w){stem}+(?={any_of(wording.stems_before)})", re.IGNORECASE
        )
        self.scale = Table(
            {f" ?-?{any_of(each)}": value for each, value in wording.scales.items()},
            after=rf"(?=(?:{wording.endings})?(?!\w))",
        )
        self._alone = re.compile(
            rf"(?<![\w.,]){any_of(wording.alone)}(?=(?:{wording.endings})?(?!\w))", re.IGNORECASE
        )
        self._wholes = Table(
            {
                **{word: f"{number} times" for word, number in wording.multiples.items()},
                **wording.wholes,
            },
            before=r"(?<!\w)",
            after=r"(?!\w)",
        )
        self._shares = Table(wording.shares, before=r"(?<!\w)")
        self._singles = re.compile(rf"(?<!\w){any_of(wording.singles)}", re.IGNORECASE)

    def read(self, text: str) -> list[Reading]:
        """Return the numbers of a text in their order; of two that overlap the longer comes first.

        A share in words is one in percent ("a third"); ``wholes`` are a number and its unit.
        """
        found = [*self._whole(text), *self._plain(text)]
        found.sort(key=lambda each: (each.start, -each.end))
        made = [each if each.unit else self._scaled(text, each) for each in found]
        for each in (*self._lone_scales(text), *self._lone_spans(text)):
            if not any(other.start < each.end and each.start < other.end for other in made):
                made.append(each)
        return sorted(made, key=lambda each: (each.start, -each.end))

    def _whole(self, text: str) -> Iterator[Reading]:
        for hit in self._wholes.finditer(text):
            number, unit = hit.value.split()
            yield Reading(start=hit.start, end=hit.end, number=Decimal(number), unit=unit)
        for hit in self._shares.finditer(text):
            yield Reading(start=hit.start, end=hit.end, number=Decimal(hit.value), unit="percent")

    def _plain(self, text: str) -> Iterator[Reading]:
        for match in self.figures.finditer(text):
            number = self.value(match[0])
            yield Reading(start=match.start(), end=match.end(), number=number)
        for match in self._in_words.finditer(text):
            for total, start, end in self._in_words_at(match):
                yield Reading(start=start, end=end, number=Decimal(total), in_words=True)
        for match in self._stems.finditer(text):
            number = Decimal(sum(hit.value for hit in self._stem.finditer(match[0])))
            yield Reading(start=match.start(), end=match.end(), number=number, in_words=True)
        for part in self._fractions.finditer(text):
            yield Reading(
                start=part.start, end=part.end, number=Decimal(part.value), in_words=True, part=True
            )

    def _lone_scales(self, text: str) -> Iterator[Reading]:
        """Yield scale words that stand for one of their kind; a unit must follow them."""
        for match in self._alone.finditer(text):
            hit = self.scale.match(text, match.start())
            if hit:
                reading = Reading(
                    start=match.start(), end=hit.end, number=Decimal(1), scale=hit.value, lone=True
                )
                self.add_half(text, reading)
                yield self._plainly(reading)

    def _lone_spans(self, text: str) -> Iterator[Reading]:
        """Yield the places where one span of time is told without a number: "a year"."""
        for match in self._singles.finditer(text):
            yield Reading(
                start=match.start(), end=match.end(), number=Decimal(1), in_words=True, single=True
            )

    def value(self, figures: str) -> Decimal:
        """Return the number that figures with separators stand for."""
        bare = figures.replace(" ", "")
        signs = [each for each in bare if each in ".,"]
        if len(signs) > 1:
            group = signs[0]
            bare = (
                bare.replace(group, "") if signs.count(group) > 1 or len(set(signs)) > 1 else bare
            )
        elif signs == [","] and "," in self._wording.group and re.fullmatch(r"\d{1,3},\d{3}", bare):
            bare = bare.replace(",", "")
        return Decimal(bare.replace(",", "."))

    def _in_words_at(self, match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
        """Yield the numbers that words stand for, with their places: "three and four" are two.

        Units are added to tens, and both to hundreds.
        """
        total = start = end = 0
        lowest = _THOUSAND
        for each in self._numeral.finditer(match[0]):
            if total and each.value == _HUNDRED and total < _TEN:
                total, lowest = total * _HUNDRED, _HUNDRED
            elif total and each.value < lowest:
                total, lowest = total + each.value, _lowest(each.value)
            else:
                if total:
                    yield total, match.start() + start, match.start() + end
                total, lowest, start = each.value, _lowest(each.value), each.start
            end = each.end
        yield total, match.start() + start, match.start() + end

    def _scaled(self, text: str, reading: Reading) -> Reading:
        """Read a range and the scale word behind a number."""
        self.add_half(text, reading)
        if not reading.in_words:
            dash = _DASH.match(text, reading.end)
            second = self.figures.match(text, dash.end()) if dash else None
            if second and self.value(second[0]) > reading.number:
                reading.upper, reading.end = self.value(second[0]), second.end()
        elif dash := _DASH.match(text, reading.end):
            words = self._in_words.match(text, dash.end())
            value, _, end = next(self._in_words_at(words)) if words else (0, 0, 0)
            if value > reading.number:
                reading.upper, reading.end = Decimal(value), end
        scale = self.scale.match(text, reading.end)
        if scale:
            reading.scale, reading.end = scale.value, scale.end
            self._add_rest(text, reading)
            self._read_like(text, reading)
        return self._plainly(reading)

    def _read_like(self, text: str, reading: Reading) -> None:
        """Read a range with the scale told twice: "1.2bn–1.5bn"."""
        dash = _DASH.match(text, reading.end)
        second = self.figures.match(text, dash.end()) if dash and reading.upper is None else None
        scale = self.scale.match(text, second.end()) if second else None
        if second and scale and scale.value == reading.scale:
            value = self.value(second[0])
            if value > reading.number:
                reading.upper, reading.end = value, scale.end

    def at(self, text: str, place: int) -> tuple[Decimal, int] | None:
        """Return the number that stands at a place, and where it ends."""
        if match := self.figures.match(text, place):
            return self.value(match[0]), match.end()
        if match := self._in_words.match(text, place):
            value, _, end = next(self._in_words_at(match))
            return Decimal(value), end
        return None

    def ends(self, text: str) -> bool:
        """Whether a text ends with a number."""
        return bool(self._ends.search(text))

    def add_half(self, text: str, reading: Reading) -> None:
        """Add the half that is told behind a number, or behind what it counts."""
        if half := self._and_half.match(text, reading.end):
            reading.number, reading.end = reading.number + _HALF * reading.many, half.end()

    def read_scale(self, text: str, reading: Reading) -> None:
        """Read the scale word behind a number."""
        if scale := self.scale.match(text, reading.end):
            reading.scale, reading.end = scale.value, scale.end
            self._plainly(reading)

    def _plainly(self, reading: Reading) -> Reading:
        """Return a reading without a scale that is none of the model's: two dozen are 24."""
        if reading.scale < _THOUSAND:
            reading.times(reading.scale)
            reading.scale = 1
        return reading

    def _add_rest(self, text: str, reading: Reading) -> None:
        """Add what follows a scale: "4 mlrd 500 mln", "two thousand five hundred"."""
        if not text.startswith(" ", reading.end) or reading.upper is not None:
            return
        rest = self.at(text, reading.end + 1)
        if rest is None:
            return
        value, end = rest
        scale = self.scale.match(text, end)
        smaller = scale.value if scale else 1
        in_words = not text[reading.end + 1].isdigit()
        alike = in_words is reading.in_words and reading.scale == _THOUSAND
        if smaller < reading.scale and value < _THOUSAND and (scale or alike):
            reading.number += value * smaller / reading.scale
            reading.end = scale.end if scale else end


def _lowest(value: int) -> int:
    """Return what is less than all that may be added to a number: units to 20, nothing to 5."""
    for step in (_HUNDRED, _TEN):
        if value % step == 0:
            return step
    return 0
