"""Amounts: a number in figures or words, its scale, what it counts, and how it is hedged.

A number is found first; then what stands beside it is read, step by step, by the words of
``language.*.wording``.  A number that counts nothing is no amount.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from uchtil.intake.recognise.counting import SPANS, UP_TO, Counting, pattern
from uchtil.intake.recognise.finds import Amount, Change
from uchtil.intake.recognise.forms import WORD, evened, key, keys
from uchtil.intake.recognise.numbers import Numbers, Reading
from uchtil.intake.recognise.sentences import Sentence
from uchtil.intake.recognise.sharing import Sharing
from uchtil.intake.recognise.tables import Table, any_of, ending_at, just_before
from uchtil.language import wording_of
from uchtil.model import Bound, Quantity, Scale, Status, Unit

_SCALES = {10**3: Scale.THOUSAND, 10**6: Scale.MILLION, 10**9: Scale.BILLION}
_AVERAGE = "average"
"""No hedge of a number, but a range that is an average is told roughly."""
_DURING = re.compile(r"(?<!\w)over \Z", re.IGNORECASE)
"""English says it of time too: "fell over five years"."""
_NEAR = 140
_BESIDE = 45
"""How many characters away words may stand that say what a number is, and how it changed."""
_COMMA = 25
"""How much farther away a comma makes them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AmountFound:
    """An amount in a sentence."""

    start: int
    end: int
    value: Amount
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Noun:
    """The words of a unit, each by its key."""

    keys: tuple[str, ...]
    unit: str


class Amounts:
    """Reads the amounts of one language; knows the units of the review."""

    def __init__(self, code: str, units: Mapping[str, Unit]) -> None:
        wording = wording_of(code)
        self.code = code
        self._wording = wording
        self._numbers = Numbers(wording)
        self._after = Table(wording.after, before="[ -]?", after=r"(?!\w)")
        self._before = Table(
            wording.before,
            before=r"(?<!\w)",
            after=r" (?:(?:на|в|через|спустя|a|an|the) )?(?:чем )?\Z",
        )
        self._counters = Table(wording.counters, before=" ?", after=r"(?!\w)")
        self._units = Table(wording.units, before="[ -]?")
        self._signs = Table(wording.signs, after=r" ?\Z")
        self._signs_after = Table(
            wording.signs, before=" ?", after=rf"(?:{any_of(wording.endings)})?(?!\w)"
        )
        self._statuses = Table(wording.statuses, before=r"(?<!\w)", after=r"(?!\w)")
        self._of_those = pattern(wording.of_those)
        self._suffix = pattern(wording.suffix)
        self._later, self._earlier, self._measured = (
            (
                pattern(first or "(?!)", before=r"(?<!\w)", after=r" \Z"),
                pattern(second or "(?!)", before=r" ?", after=r"(?!\w)"),
            )
            for first, second in (wording.later, wording.earlier, wording.measured)
        )
        self._inverted = Table(wording.inverted, before=r"(?<!\w)", after=r" \Z")
        self._growth = pattern(wording.growth, before=r"(?<!\w)")
        self._fall = pattern(wording.fall, before=r"(?<!\w)")
        self._grown = pattern(wording.grown, before=r"(?<!\w)")
        self._endings = pattern(wording.endings, before="[ -]?", after=r"(?!\w)")
        self._nouns, self._same = self._learn(units)
        self._counting = Counting(wording, self._same)
        self._sharing = Sharing(wording, self._numbers)

    def _learn(self, units: Mapping[str, Unit]) -> tuple[tuple[_Noun, ...], dict[str, str]]:
        """Return the words of the review's units, and which of the program's units they are."""
        nouns = []
        same: dict[str, str] = {}
        for unit in units.values():
            for form in dict.fromkeys(unit.forms.get(self.code, {}).values()):
                shown = evened(form, self.code)
                for words, own in (*self._wording.units.items(), *self._wording.signs.items()):
                    if re.fullmatch(words, shown, re.IGNORECASE):
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
        found: list[Reading] = []
        for reading in self._numbers.read(text):
            if any(reading.start < end and start < reading.end for start, end in taken):
                continue
            if found and reading.start < found[-1].end:
                continue
            if self._complete(text, reading, taken):
                found.append(reading)
        return [self._result(text, each) for each in self._sharing.of(text, found)]

    # --- what stands beside a number -----------------------------------------------------

    def _complete(self, text: str, reading: Reading, taken: list[tuple[int, int]]) -> bool:
        """Read on both sides; return whether the number counts anything."""
        if self._counting.is_refused(text, reading):
            return False
        if reading.unit:  # told by the number's own word
            reading.unit = self._same.get(reading.unit, reading.unit)
            self._read_hedge(text, reading)
            self._read_before(text, reading)
            self._read_away(text, reading)
            return True
        self._read_range(text, reading)
        self._read_behind(text, reading, taken)
        self._read_before(text, reading)
        self._read_inverted(text, reading, taken)
        self._read_away(text, reading)
        if reading.bound == UP_TO and self._grown.search(text):
            reading.bound = ""
        if reading.bound == _AVERAGE:
            reading.bound = Bound.ABOUT.value if reading.upper is not None else ""
        return self._counting.counts(text, reading)

    def _read_range(self, text: str, reading: Reading) -> None:
        """Read "from 10 to 12", where nothing grew from the one to the other."""
        if reading.upper is not None or reading.scale != 1:
            return
        for before, between, behind in self._wording.between:
            head = ending_at(rf"(?<!\w){before}", text, reading.start) if before else None
            if before and head is None:
                continue
            middle = re.compile(between, re.IGNORECASE).match(text, reading.end)
            second = self._numbers.at(text, middle.end()) if middle else None
            if second is None or self._grown.search(text):
                continue
            value, end = second
            if behind and not re.search(behind, text[end : end + 30]):
                continue
            if value <= reading.number:
                continue
            reading.upper, reading.end = value, end
            reading.start = head.start() if head else reading.start
            self._numbers.read_scale(text, reading)

    def _read_behind(self, text: str, reading: Reading, taken: list[tuple[int, int]]) -> None:
        number_end = reading.end
        for _ in range(5):
            moved = (
                self._read_hedge(text, reading)
                or self._read_scale(text, reading)
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

    def _read_hedge(self, text: str, reading: Reading) -> bool:
        """Read a hedge behind the number; its case ending may belong to the word before it."""
        for start in range(max(reading.end - 5, reading.start + 1), reading.end + 1):
            after = self._after.match(text, start)
            if after and after.value == UP_TO and reading.upper is not None:
                continue  # the end of a range
            if after and after.end >= reading.end and not reading.bound:
                reading.bound, reading.end, reading.counted = after.value, after.end, True
                return True
        return False

    def _read_scale(self, text: str, reading: Reading) -> bool:
        """Read a scale behind a hedge: "45 с лишним тысяч"."""
        end = reading.end
        if reading.bound and reading.scale == 1 and not reading.unit:
            self._numbers.read_scale(text, reading)
        return reading.end > end

    def _read_suffix(self, text: str, reading: Reading) -> bool:
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

    def _read_unit(self, text: str, reading: Reading) -> bool:
        if reading.unit:
            return False
        own = self._signs_after.match(text, reading.end)
        for gap in (0, self._counting.past_fillers(text, reading.end) - reading.end):
            at = reading.end + gap
            noun = self._noun_at(text, at)
            if noun:
                reading.unit, reading.end = noun
                return True
            unit = own or self._units.match(text, at)
            if unit and not (unit.value.rpartition(" ")[2] in SPANS and gap):
                many, _, name = unit.value.rpartition(" ")
                reading.unit = self._same.get(name, name)
                if many:
                    reading.times(int(many))
                reading.end = unit.end
                self._numbers.add_half(text, reading)
                return True
        return False

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

    def _read_before(self, text: str, reading: Reading) -> None:
        sign = self._signs.before(text, reading.start)
        if sign and reading.unit in ("", sign.value):
            reading.unit = self._same.get(sign.value, sign.value)
            reading.start = sign.start
        hedge = self._before.before(text, reading.start)
        over = hedge is not None and hedge.value == Bound.OVER.value
        lasting = over and reading.unit in SPANS and not reading.single
        if (
            hedge
            and not reading.bound
            and not (lasting and _DURING.search(just_before(text, reading.start)))
        ):
            reading.bound, reading.start = hedge.value, hedge.start

    def _read_inverted(self, text: str, reading: Reading, taken: list[tuple[int, int]]) -> None:
        """Read what is counted where it stands first, for it is then about so many."""
        hit = self._inverted.before(text, reading.start)
        if hit is None or reading.unit or reading.bound or reading.scale != 1 or reading.single:
            return
        before = just_before(text, hit.start)
        if not self._counting.ends(text, reading.end) or self._numbers.ends(before):
            return
        if any(start < hit.end and hit.start < end for start, end in taken):
            return
        if hit.value.isdigit():
            reading.scale = int(hit.value)
        else:
            reading.unit = self._same.get(hit.value, hit.value)
        reading.start, reading.bound = hit.start, Bound.ABOUT.value

    def _read_away(self, text: str, reading: Reading) -> None:
        """Read whether a span of time is how much later or earlier something was."""
        if reading.unit not in SPANS:
            return
        before, behind = just_before(text, reading.start), text[reading.end :]
        words = text[reading.start : reading.end]
        first, second = self._measured
        if first.search(before) or second.match(behind):
            return
        for sign, (first, second) in ((1, self._later), (-1, self._earlier)):
            if first.search(before) or second.match(behind) or second.search(words):
                reading.away = sign
                return

    # --- the result ----------------------------------------------------------------------

    def _result(self, text: str, reading: Reading) -> AmountFound:
        number, upper, scale = reading.number, reading.upper, reading.scale
        if scale not in (1, *_SCALES):
            number, upper, scale = number * scale / 10**9, upper and upper * scale / 10**9, 10**9
        note = reading.note
        bound = Bound.EXACT
        if reading.bound == UP_TO:
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
            away=reading.away,
        )
        end = reading.end
        if text[end - 1] == "." and not text[end:].strip(" '\")"):  # the sentence's own full stop
            end -= 1
        return AmountFound(start=reading.start, end=end, value=value, note=note)

    def _status(self, text: str, reading: Reading) -> Status | None:
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

    def _change(self, text: str, reading: Reading) -> Change | None:
        """Return whether something grew or fell by a percentage or a multiple."""
        if reading.unit not in {self._same.get(each, each) for each in ("percent", "times")}:
            return None
        behind = text[reading.end : reading.end + _BESIDE]
        before = text[max(0, reading.start - _BESIDE) : reading.start]
        places = []
        for verbs, change in ((self._growth, Change.GROWTH), (self._fall, Change.FALL)):
            if hit := verbs.search(behind):
                places.append((hit.start(), change))
            if hits := list(verbs.finditer(before)):
                places.append((len(before) - hits[-1].end() + 10, change))
        return min(places, key=lambda each: each[0])[1] if places else None
