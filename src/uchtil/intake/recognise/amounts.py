"""Amounts: a number in figures or words, its scale, what it counts, and how it is hedged.

A number is found first; then what stands beside it is read, step by step, by the words of
``language.*.wording``.  A number that counts nothing is no amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from uchtil.intake.recognise.finds import Amount, Change
from uchtil.intake.recognise.forms import WORD, evened, key, keys
from uchtil.intake.recognise.sentences import Sentence
from uchtil.intake.recognise.tables import Table, any_of, ending_at, just_before
from uchtil.language import wording_of
from uchtil.model import Bound, Quantity, Scale, Status, Unit

_SCALES = {10**3: Scale.THOUSAND, 10**6: Scale.MILLION, 10**9: Scale.BILLION}
_UP_TO = "up-to"
_DASH = " ?[-–—−] ?"
_YEARS = range(1500, 2200)
_SPANS = frozenset({"year", "month", "day"})
_NOUN = re.compile(r" (?P<noun>[^\W\d_A-ZА-ЯЁ][^\W\d_']*(?:'[^\W\d_]+)*)")
_DURING = re.compile(r"(?<!\w)over \Z", re.IGNORECASE)
"""English says it of time too: "fell over five years"."""
_NAME_BEFORE = re.compile(r"(?<=[^.!?:] )[A-ZА-ЯЁ][^\W\d_]{2,} \Z")
"""A word in capitals: "Boeing 737"."""
_NEAR = 140
_BESIDE = 45
"""How many characters away words may stand that say what a number is, and how it changed."""
_SHARED = 30
"""How far apart amounts may be that share a unit which is told once."""
_COMMA = 25
"""How much farther away a comma makes them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AmountFound:
    """An amount in a sentence."""

    start: int
    end: int
    value: Amount
    note: str = ""


@dataclass(kw_only=True, slots=True)
class _Reading:
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
    note: str = ""
    number_at: int = field(init=False)

    def __post_init__(self) -> None:
        self.number_at = self.start


@dataclass(frozen=True, kw_only=True, slots=True)
class _Noun:
    """The words of a unit, each by its key."""

    keys: tuple[str, ...]
    unit: str


def _pattern(words: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}{any_of(words)}{after}", re.IGNORECASE)


class Amounts:
    """Reads the amounts of one language; knows the units of the review."""

    def __init__(self, code: str, units: Mapping[str, Unit]) -> None:
        wording = wording_of(code)
        self.code = code
        self._wording = wording
        self._figures = re.compile(
            rf"(?<![\d.,:/\ue000])\d{{1,3}}(?:[{wording.group}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
            r"|(?<![\d\ue000])\d+(?:[.,]\d+)*"
        )
        numeral = any_of("|".join(sorted(wording.numerals, key=len, reverse=True)))
        self._in_words = re.compile(
            rf"(?<![\w'-]){numeral}(?:{wording.word_join}{numeral})*"
            rf"(?=(?:{wording.suffix})?(?!\w))",
            re.IGNORECASE,
        )
        self._fractions = Table(wording.fractions, before=r"(?<!\w)")
        self._numeral = Table(wording.numerals, after=r"(?!\w)")
        self._scale = Table(
            {f" ?-?{any_of(each)}": value for each, value in wording.scales.items()},
            after=rf"(?=(?:{wording.endings})?(?!\w))",
        )
        self._after = Table(wording.after, before="[ -]?", after=r"(?!\w)")
        self._before = Table(
            wording.before, before=r"(?<!\w)", after=r" (?:(?:на|в|a|an|the) )?(?:чем )?\Z"
        )
        self._counters = Table(wording.counters, before=" ?", after=r"(?!\w)")
        self._units = Table(wording.units, before="[ -]?")
        self._signs = Table(wording.signs, after=r" ?\Z")
        self._signs_after = Table(
            wording.signs, before=" ?", after=rf"(?:{any_of(wording.endings)})?(?!\w)"
        )
        self._statuses = Table(wording.statuses, before=r"(?<!\w)", after=r"(?!\w)")
        self._multiples = Table(wording.multiples, before=r"(?<!\w)", after=r"(?!\w)")
        self._of_those = _pattern(wording.of_those)
        self._ordinal = _pattern(wording.ordinal)
        self._suffix = _pattern(wording.suffix)
        self._refused_before = _pattern(wording.refused_before, after=r"\Z")
        self._refused_behind = _pattern(wording.refused_after, before=" ?")
        self._no_noun = _pattern(wording.no_nouns)
        self._pairs = _pattern(wording.pairs, before=r" (?:\w+ ){0,2}?")
        self._growth = _pattern(wording.growth, before=r"(?<!\w)")
        self._fall = _pattern(wording.fall, before=r"(?<!\w)")
        self._grown = _pattern(wording.grown, before=r"(?<!\w)")
        self._fillers = re.compile(rf"(?: {any_of(wording.fillers)}(?!\w)){{0,3}}", re.IGNORECASE)
        self._endings = _pattern(wording.endings, before="[ -]?", after=r"(?!\w)")
        self._nouns, self._same = self._learn(units)

    def _learn(self, units: Mapping[str, Unit]) -> tuple[tuple[_Noun, ...], dict[str, str]]:
        """Return the words of the review's units, and which of the program's units they are."""
        nouns = []
        same: dict[str, str] = {}
        for unit in units.values():
            for form in dict.fromkeys(unit.forms.get(self.code, {}).values()):
                shown = evened(form, self.code)
                for pattern, own in (*self._wording.units.items(), *self._wording.signs.items()):
                    if re.fullmatch(pattern, shown, re.IGNORECASE):
                        same.setdefault(own, unit.id)
                        break
                else:
                    found = tuple(key(self.code, word) for word in WORD.findall(shown))
                    if found:
                        nouns.append(_Noun(keys=found, unit=unit.id))
        nouns.sort(key=lambda each: -len(each.keys))
        return tuple(nouns), same

    # --- one sentence --------------------------------------------------------------------

    def read(self, sentence: Sentence, taken: list[tuple[int, int]]) -> list[AmountFound]:
        """Return the amounts of a sentence, in their order, but for what is ``taken`` by dates."""
        text = sentence.text
        found: list[_Reading] = []
        for reading in self._numbers(text):
            if any(reading.start < end and start < reading.end for start, end in taken):
                continue
            if found and reading.start < found[-1].end:
                continue
            if self._complete(text, reading, taken):
                found.append(reading)
        self._share_units(text, found)
        found = self._with_starts(text, found)
        return [self._result(text, each) for each in found]

    def _numbers(self, text: str) -> Iterator[_Reading]:
        """Yield the numbers of a text in their order, with their scales."""
        found = [
            _Reading(start=hit.start, end=hit.end, number=Decimal(hit.value), unit="times")
            for hit in self._multiples.finditer(text)
        ]
        for match in self._figures.finditer(text):
            number = self._value(match[0])
            found.append(_Reading(start=match.start(), end=match.end(), number=number))
        for match in self._in_words.finditer(text):
            number = Decimal(self._count(match[0]))
            found.append(
                _Reading(start=match.start(), end=match.end(), number=number, in_words=True)
            )
        for part in self._fractions.finditer(text):
            if self._scale.match(text, part.end):
                found.append(_Reading(start=part.start, end=part.end, number=Decimal(part.value)))
        found.sort(key=lambda each: (each.start, -each.end))
        made = [each if each.unit else self._scaled(text, each) for each in found]
        alone = [
            each
            for each in self._lone_scales(text)
            if not any(other.start < each.end and each.start < other.end for other in made)
        ]
        yield from sorted([*made, *alone], key=lambda each: (each.start, -each.end))

    def _lone_scales(self, text: str) -> Iterator[_Reading]:
        """Yield scale words that stand for one of their kind; a unit must follow them."""
        for hit in self._scale.finditer(text):
            start = (
                hit.start + len(text[hit.start : hit.end]) - len(text[hit.start : hit.end].lstrip())
            )
            if re.search(r"(?:^|[^\w.,])\Z", text[:start]) and text[start : hit.end].isalpha():
                yield _Reading(
                    start=start, end=hit.end, number=Decimal(1), scale=hit.value, lone=True
                )

    def _value(self, figures: str) -> Decimal:
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

    def _count(self, words: str) -> int:
        """Return the number that words stand for: units, tens and hundreds are added up."""
        total = 0
        for word in re.split(self._wording.word_join, words):
            value = self._numeral.of(word)
            total = total * 100 if value == 100 and 0 < total < 10 else total + value
        return total

    def _scaled(self, text: str, reading: _Reading) -> _Reading:
        """Read a range and the scale word behind a number."""
        if not reading.in_words:
            dash = re.compile(_DASH).match(text, reading.end)
            second = self._figures.match(text, dash.end()) if dash else None
            if second and self._value(second[0]) > reading.number:
                reading.upper, reading.end = self._value(second[0]), second.end()
        elif dash := re.compile(_DASH).match(text, reading.end):
            second = self._in_words.match(text, dash.end())
            if second and self._count(second[0]) > reading.number:
                reading.upper, reading.end = Decimal(self._count(second[0])), second.end()
        scale = self._scale.match(text, reading.end)
        if scale:
            reading.scale, reading.end = scale.value, scale.end
            self._add_rest(text, reading)
        return reading

    def _add_rest(self, text: str, reading: _Reading) -> None:
        """Add what follows a scale: "4 mlrd 500 mln", "two thousand five hundred"."""
        if not text.startswith(" ", reading.end) or reading.upper is not None:
            return
        for pattern in (self._figures, self._in_words):
            rest = pattern.match(text, reading.end + 1)
            if rest is None:
                continue
            value = self._value(rest[0]) if rest[0][0].isdigit() else Decimal(self._count(rest[0]))
            scale = self._scale.match(text, rest.end())
            smaller = scale.value if scale else 1
            alike = rest[0][0].isdigit() is not reading.in_words and reading.scale == 1000
            if smaller < reading.scale and value < 1000 and (scale or alike):
                reading.number += value * smaller / reading.scale
                reading.end = scale.end if scale else rest.end()
                return

    # --- what stands beside a number -----------------------------------------------------

    def _complete(self, text: str, reading: _Reading, taken: list[tuple[int, int]]) -> bool:
        """Read on both sides; return whether the number counts anything."""
        if reading.unit == "times":
            self._read_before(text, reading)
            return True
        if self._is_refused(text, reading):
            return False
        self._read_range(text, reading)
        self._read_behind(text, reading, taken)
        self._read_before(text, reading)
        if reading.bound == _UP_TO and self._grown.search(text):
            reading.bound = ""
        return self._counts(text, reading)

    def _is_refused(self, text: str, reading: _Reading) -> bool:
        before = just_before(text, reading.start)
        if re.search(r"[\w№#§/]\Z|\w\+\Z|[^\W\d_][,;]\Z|\w[-–—]\Z|\d[.,:]\Z", before):
            return not self._signs.before(text, reading.start)
        if self._refused_before.search(before):
            return True
        if reading.scale == 1 and self._ordinal.match(text, reading.end):
            return True
        return bool(self._refused_behind.match(text, reading.end))

    def _read_range(self, text: str, reading: _Reading) -> None:
        """Read "from 10 to 12", where nothing grew from the one to the other."""
        if reading.upper is not None or reading.scale != 1:
            return
        for before, between, behind in self._wording.between:
            head = ending_at(rf"(?<!\w){before}", text, reading.start) if before else None
            if before and head is None:
                continue
            middle = re.compile(between, re.IGNORECASE).match(text, reading.end)
            second = self._figures.match(text, middle.end()) if middle else None
            if second is None or self._grown.search(text):
                continue
            if behind and not re.search(behind, text[second.end() : second.end() + 30]):
                continue
            value = self._value(second[0])
            if value <= reading.number:
                continue
            reading.upper, reading.end = value, second.end()
            reading.start = head.start() if head else reading.start
            scale = self._scale.match(text, reading.end)
            if scale:
                reading.scale, reading.end = scale.value, scale.end

    def _read_behind(self, text: str, reading: _Reading, taken: list[tuple[int, int]]) -> None:
        number_end = reading.end
        for _ in range(5):
            moved = (
                self._read_hedge(text, reading)
                or self._read_suffix(text, reading)
                or self._read_unit(text, reading)
            )
            if not moved:
                break
        if not reading.unit:
            ending = self._endings.match(text, reading.end)
            if ending and reading.end == number_end:
                reading.end = ending.end()
        if any(number_end <= start < reading.end for start, _ in taken):
            reading.end, reading.unit, reading.noun = number_end, "", ""

    def _read_hedge(self, text: str, reading: _Reading) -> bool:
        """Read a hedge behind the number; its case ending may belong to the word before it."""
        for start in range(max(reading.end - 4, reading.start + 1), reading.end + 1):
            after = self._after.match(text, start)
            if after and after.end > reading.end and not reading.bound:
                reading.bound, reading.end, reading.counted = after.value, after.end, True
                return True
        return False

    def _read_suffix(self, text: str, reading: _Reading) -> bool:
        suffix = self._suffix.match(text, reading.end)
        if suffix and not reading.counted:
            reading.end, reading.counted = suffix.end(), True
            reading.of_those = bool(self._of_those.search(suffix[0]))
            return True
        counter = self._counters.match(text, reading.end)
        if counter and not reading.implied:
            reading.end, reading.implied, reading.counted = counter.end, counter.value, True
            return True
        return False

    def _read_unit(self, text: str, reading: _Reading) -> bool:
        if reading.unit:
            return False
        own = self._signs_after.match(text, reading.end)
        for gap in (0, self._past_fillers(text, reading.end) - reading.end):
            at = reading.end + gap
            noun = self._noun_at(text, at)
            if noun:
                reading.unit, reading.end = noun
                return True
            unit = own or self._units.match(text, at)
            if unit and not (unit.value in _SPANS and gap):
                reading.unit = self._same.get(unit.value, unit.value)
                reading.end = unit.end
                return True
        return False

    def _past_fillers(self, text: str, at: int) -> int:
        """Return where the words end that may stand between number and noun."""
        match = self._fillers.match(text, at)
        return match.end() if match else at

    def _noun_at(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the review's unit whose words stand there, and where they end."""
        if not text.startswith((" ", "-"), at) and at:
            return None
        words: list[re.Match[str]] = []
        place = at + 1
        while len(words) < 4:
            word = WORD.match(text, place)
            if word is None:
                break
            words.append(word)
            place = word.end() + 1
            if text[word.end() : place] != " ":
                break
        parts = [keys(self.code, word[0]) for word in words]
        if parts and "-" in words[0][0]:  # a noun made of two: "biznes-forum"
            parts[0] |= keys(self.code, words[0][0].rpartition("-")[2])
        for noun in self._nouns:
            if len(noun.keys) <= len(words) and all(
                wanted in part for wanted, part in zip(noun.keys, parts, strict=False)
            ):
                return noun.unit, words[len(noun.keys) - 1].end()
        return None

    def _read_before(self, text: str, reading: _Reading) -> None:
        sign = self._signs.before(text, reading.start)
        if sign and reading.unit in ("", sign.value):
            reading.unit = self._same.get(sign.value, sign.value)
            reading.start = sign.start
        hedge = self._before.before(text, reading.start)
        lasting = reading.unit in _SPANS and hedge and hedge.value == Bound.OVER.value
        if (
            hedge
            and not reading.bound
            and not (lasting and _DURING.search(just_before(text, reading.start)))
        ):
            reading.bound, reading.start = hedge.value, hedge.start

    def _counts(self, text: str, reading: _Reading) -> bool:
        """Whether the number counts or measures something; finds the noun, if no unit is known."""
        year_like = reading.number in _YEARS and reading.scale == 1 and not reading.in_words
        one = reading.number == 1 and reading.scale == 1
        if reading.unit in _SPANS and (year_like or one):
            return False
        if reading.unit or reading.lone:
            known = bool(reading.unit or reading.bound)
            return known and not (reading.in_words and one)
        reading.unit = self._same.get(reading.implied, reading.implied)
        gap = self._past_fillers(text, reading.end)
        noun = _NOUN.match(text, gap) or _NOUN.match(text, reading.end)
        if noun and not self._no_noun.match(noun["noun"]):
            reading.noun = noun["noun"]
        if reading.unit or reading.scale != 1:
            return True
        if reading.in_words and (reading.number < 2 or self._means_both(text, reading)):
            return False
        if reading.counted or (reading.bound and reading.bound != _UP_TO):
            return True
        named = _NAME_BEFORE.search(just_before(text, reading.start)) and not reading.in_words
        return bool(reading.noun) and not year_like and not named

    def _means_both(self, text: str, reading: _Reading) -> bool:
        """Whether "two" only means "both": "the two countries"."""
        two = reading.number == 2 and not reading.counted
        return two and (not reading.noun or bool(self._pairs.match(text, reading.end)))

    def _share_units(self, text: str, found: list[_Reading]) -> None:
        """Give an amount a unit that is told once, before it or behind it."""
        for first, second in pairwise(found):
            between = text[first.end : second.start]
            like = first.scale != 1 and second.scale != 1 and len(between) <= _SHARED
            if not first.unit and second.unit and not first.noun and (like or between == ", "):
                first.unit, first.note = second.unit, "the unit of the amount behind"
            elif not second.unit and second.of_those and first.unit:
                second.unit, second.note = first.unit, "the unit of the amount before"
        before: _Reading | None = None
        for each in found:
            if each.scale == 1:
                continue
            alike = before is not None and before.scale == each.scale
            if before and alike and not each.unit and not each.noun:
                each.unit, each.note = before.unit, "the unit of the amount before"
            before = each

    def _with_starts(self, text: str, found: list[_Reading]) -> list[_Reading]:
        """Add what something grew from, where its unit is told behind what it grew to."""
        if not self._grown.search(text):
            return found
        made: list[_Reading] = []
        for each in found:
            for before, between, _ in self._wording.between:
                if not before:
                    continue
                start = ending_at(
                    rf"(?<!\w){before}(?P<from>{self._figures.pattern}){between}",
                    text,
                    each.number_at,
                )
                if start and (not made or made[-1].end <= start.start("from")):
                    at = start.start("from"), start.end("from")
                    made.append(
                        _Reading(
                            start=at[0],
                            end=at[1],
                            number=self._value(start["from"]),
                            scale=each.scale,
                            unit=each.unit,
                            noun=each.noun,
                            note="scale and unit of the amount behind",
                        )
                    )
                    break
            made.append(each)
        return made

    # --- the result ----------------------------------------------------------------------

    def _result(self, text: str, reading: _Reading) -> AmountFound:
        number, upper, scale = reading.number, reading.upper, reading.scale
        if scale not in (1, *_SCALES):
            number, upper, scale = number * scale / 10**9, upper and upper * scale / 10**9, 10**9
        note = reading.note
        bound = Bound.EXACT
        if reading.bound == _UP_TO:
            bound, note = Bound.UNDER, "up to"
        elif reading.bound:
            bound = Bound(reading.bound)
        quantity = Quantity(
            amount=number,
            unit=reading.unit,
            scale=_SCALES.get(scale, Scale.ONE),
            upper=upper,
            bound=bound,
        )
        value = Amount(
            quantity=quantity,
            noun="" if reading.unit and reading.unit != reading.implied else reading.noun,
            status=self._status(text, reading),
            change=self._change(text, reading),
        )
        end = reading.end
        if text[end - 1] == "." and not text[end:].strip(" '\")"):  # the sentence's own full stop
            end -= 1
        return AmountFound(start=reading.start, end=end, value=value, note=note)

    def _status(self, text: str, reading: _Reading) -> Status | None:
        """Return what the nearest words say of the number."""
        best: tuple[int, int] | None = None
        answer = None
        for match in self._statuses.finditer(text):
            if match.start >= reading.end:
                away = match.start - reading.end
                between = text[reading.end : match.start]
            elif match.end <= reading.start:
                away = reading.start - match.end
                between = text[match.end : reading.start]
                away += _NEAR // 2 if self._wording.verb_last else 0
            else:
                continue
            if ";" in between:
                continue  # a semicolon ends what is said of the number
            away += _COMMA * len(re.findall(r"[,;:](?!\d)", between))
            rank = (away, match.start - match.end)
            if away <= _NEAR and (best is None or rank < best):
                best, answer = rank, Status(match.value)
        return answer

    def _change(self, text: str, reading: _Reading) -> Change | None:
        """Return whether something grew or fell by a percentage or a multiple."""
        if reading.unit not in {self._same.get(each, each) for each in ("percent", "times")}:
            return None
        behind = text[reading.end : reading.end + _BESIDE]
        before = text[max(0, reading.start - _BESIDE) : reading.start]
        places = []
        for pattern, change in ((self._growth, Change.GROWTH), (self._fall, Change.FALL)):
            if hit := pattern.search(behind):
                places.append((hit.start(), change))
            if hits := list(pattern.finditer(before)):
                places.append((len(before) - hits[-1].end() + 10, change))
        return min(places, key=lambda each: each[0])[1] if places else None
