"""What amounts of one sentence share: a unit that is told once, numbers told beside another."""

from __future__ import annotations

import re
from itertools import pairwise

from uchtil.intake.recognise.numbers import YEARS, Numbers, Reading
from uchtil.intake.recognise.tables import any_of, ending_at
from uchtil.language.wording import Wording

_SHARED = 30
"""How far apart amounts may be that share a unit which is told once."""
_BEFORE = "the unit of the amount before"
_OF_THEM = re.compile(
    r"(?<!\w)(?:из (?:них|которых|этого числа)|of (?:whom|them|which|these|those)|"
    r"(?:shu|u)lardan|shundan)(?!\w)[^,;.]{0,12}\Z",
    re.IGNORECASE,
)
"""Words by which what follows is a part of what was counted."""
_BEHIND = "the unit of the amount behind"


class Sharing:
    """Gives amounts what is told of others, in one language."""

    def __init__(self, wording: Wording, numbers: Numbers) -> None:
        self._numbers = numbers
        self._between = [each for each in wording.between if each[0]]
        self._grown = re.compile(rf"(?<!\w){any_of(wording.grown)}", re.IGNORECASE)
        self._rest_of = re.compile(rf"(?<!\w){any_of(wording.rest_of)}", re.IGNORECASE)
        self._clause_end = re.compile(any_of(wording.clause_end), re.IGNORECASE)

    def of(self, text: str, found: list[Reading]) -> list[Reading]:
        """Return the amounts of a sentence, with what they share and the numbers told by it."""
        self._share_units(text, found)
        return self._with_others(text, self._with_starts(text, found))

    def _share_units(self, text: str, found: list[Reading]) -> None:
        """Give an amount a unit that is told once, before it or behind it."""
        for first, second in pairwise(found):
            between = text[first.end : second.start]
            scaled = first.scale != 1 and second.scale != 1 and len(between) <= _SHARED
            alike = between == ", " and first.scale == second.scale and second.unit != "times"
            like = scaled or alike
            if not first.unit and second.unit and not first.noun and like:
                first.unit, first.note = second.unit, _BEHIND
            elif not second.unit and first.unit and (second.of_those or _OF_THEM.search(between)):
                second.unit, second.note = first.unit, _BEFORE
        before: Reading | None = None
        for each in found:
            if each.scale == 1:
                continue
            alike = before is not None and before.scale == each.scale
            if before and alike and not each.unit and not each.noun:
                each.unit, each.note = before.unit, _BEFORE
            before = each

    def _with_starts(self, text: str, found: list[Reading]) -> list[Reading]:
        """Add what something grew from, where its unit is told behind what it grew to."""
        if not self._grown.search(text):
            return found
        made: list[Reading] = []
        for each in found:
            for before, between, _ in self._between:
                start = ending_at(
                    rf"(?<!\w){before}(?P<from>{self._numbers.figures.pattern}){between}",
                    text,
                    each.number_at,
                )
                if start and (not made or made[-1].end <= start.start("from")):
                    at = start.start("from"), start.end("from")
                    made.append(
                        Reading(
                            start=at[0],
                            end=at[1],
                            number=self._numbers.value(start["from"]),
                            scale=each.scale,
                            unit=each.unit,
                            noun=each.noun,
                            note="scale and unit of the amount behind",
                        )
                    )
                    break
            made.append(each)
        return made

    def _with_others(self, text: str, found: list[Reading]) -> list[Reading]:
        """Add figures that count what the amount before counts: "from 90 minutes to 25"."""
        made: list[Reading] = []
        for at, each in enumerate(found):
            made.append(each)
            end = found[at + 1].start if at + 1 < len(found) else len(text)
            rest = self._rest(text, each, end) if each.unit or each.noun else None
            if rest:
                made.append(
                    Reading(
                        start=rest.start(),
                        end=rest.end(),
                        number=self._numbers.value(rest[0]),
                        unit=each.unit,
                        noun=each.noun,
                        note=_BEFORE,
                    )
                )
        return made

    def _rest(self, text: str, reading: Reading, end: int) -> re.Match[str] | None:
        """Return the figures of what an amount came to, or is a part of: "520 km of the 972"."""
        places = [match.end() for match in self._rest_of.finditer(text, reading.end, end)]
        for before, between, _ in self._between:
            if ending_at(rf"(?<!\w){before}", text, reading.number_at):
                to = re.compile(between, re.IGNORECASE).match(text, reading.end)
                places += [to.end()] if to else []
        for place in places:
            rest = self._numbers.figures.match(text, place)
            if rest and self._clause_end.match(text, rest.end()):
                return None if self._numbers.value(rest[0]) in YEARS else rest
        return None
