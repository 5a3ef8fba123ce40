"""Margins: sides and numbers, paired in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from uchtil.journals.guidelines.finds import Find, Found, Told, decimal
from uchtil.journals.guidelines.sayings import Saying

_CM = {"mm": Decimal("0.1"), "cm": Decimal(1), "in": Decimal("2.54")}
UNIT = (
    r"(?:(?P<mm>мм|mm|миллиметр\w*|millimet\w+)|(?P<cm>см|cm|sm|сантиметр\w*|centimet\w+"
    r"|santimetr\w*)"
    r"|(?P<in>in\.|inch(?:es)?|дюйм\w*|'|dyuym\w*))(?!\w)"
)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_IN_WORDS = {"one": "1", "two": "2", "one and a half": "1.5", "один": "1", "два": "2"}
_WORDS = "|".join(sorted(_IN_WORDS, key=len, reverse=True))


MARGINS = re.compile(
    r"(?<!\w)(?:пол(?:е|я|ей|ях|ями)|отступы? (?:с каждой стороны|со всех сторон|от кра|страниц"
    r"|сверху|слева|справа)\w*|margins?"
    r"|fields?(?= ?[-:])"
    r"|hoshiya\w*|maydon\w*|chet(?:lar|i|dan)\w*|chegara\w*|abzatsdan tashqari|joy qoldir\w*"
    r"|qoldiril\w*|the left and right indents?)(?!\w)"
)
_TOKEN = re.compile(
    r"(?P<left>(?<!\w)(?:лев\w+|слева|left(?:-hand)?|chap\w*)(?!\w)(?: tomon\w*)?)"
    r"|(?P<right>(?<!\w)(?:прав(?:ое|ого|ая|ый|ой|ым)|справа|right(?:-hand)?"
    r"|o'ng\w*)(?!\w)(?: tomon\w*)?)"
    r"|(?P<top>(?<!\w)(?:верх\w+|сверху|top|upper|head|yuqori\w*|tepa\w*|ust(?:i|ki"
    r"|dan))(?!\w)(?: tomon\w*)?)"
    r"|(?P<bottom>(?<!\w)(?:нижн\w+|снизу|bottom|lower|foot|past\w*|quyi\w*|ost(?:i|ki"
    r"|dan))(?!\w)(?: tomon\w*)?)"
    r"|(?P<flanks>(?<!\w)(?:(?:ikki )?yonlar\w*|ikki (?:yon|tomon|chet)\w*|по бокам|both sides))"
    r"|(?P<others>(?<!\w)(?:остальн\w+|others?|qolgan\w*|boshqa\w*))"
    r"|(?P<all>(?<!\w)(?:со всех сторон|с каждой стороны|все(?:х)? (?:пол\w+|сторон\w*)"
    r"|по всем сторон\w+|\(все\)"
    r"|все"
    r"|all (?:four )?(?:sides|around|round|margins)|each side|every side|on all"
    r"|(?:hamma|barcha|har|to'rt(?:ala)?) (?:tomon|taraf)\w*|по периметру|кругом))"
    r"|(?P<stop>(?<!\w)(?:абзац\w*|отступ перв\w+|красн\w+|indent\w*|xat ?boshi\w*|satr bosh\w*"
    r"|abzats\w*"
    r"|paragraph\w*|интервал\w*|spacing|interval\w*|кегл\w*|шрифт\w*|font|shrift\w*|колонтитул\w*"
    r"|(?:про)?нумер\w*|номер\w*|number\w*|raqam\w*))"
    rf"|(?P<number>(?<![\d.,])(?:{_NUMBER}|(?<!\w)(?:{_WORDS})(?!\w)))[\s-]*(?:{UNIT})?"
)
_SIDES = ("top", "right", "bottom", "left")
_MOST_CM = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class _Token:
    """A side, ``all`` or ``others``, a number with its unit, or a ``stop``: another rule."""

    name: str
    number: str
    unit: str
    start: int
    end: int

    @property
    def is_side(self) -> bool:
        return self.name in (*_SIDES, "flanks", "all", "others")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Given:
    """A margin in centimetres, and where it is told."""

    value: str
    start: int
    end: int


def margins(saying: Saying) -> Found:
    """Yield the margin of each side that a sentence tells."""
    spoken = MARGINS.search(saying.text)
    inside = range(*spoken.span()) if spoken else range(0)
    tokens = [
        each for each in _tokens(saying.text) if each.name != "stop" or each.start not in inside
    ]
    tokens = [
        each
        for before, each in zip([None, *tokens], tokens, strict=False)
        if before is None or not _is_of_stop(saying.text, before, each)
    ]
    later = [each for each in tokens if spoken is not None and each.start > spoken.start()]
    sided = any(each.is_side for each in later) or not any(each.is_side for each in tokens)
    direct = [
        each
        for each in tokens
        if each.name == "number" and _MARGINS_BEHIND.match(saying.text, each.end)
    ]
    if direct and not any(each.is_side for each in tokens):
        tokens = direct  # "1.5 spacing and 3 cm margins"
    numbers = [each for each in later if each.name == "number"]
    if sided and (any(each.unit for each in numbers) or (numbers and not _measured(tokens))):
        # What is measured before margins are spoken of is something else.
        tokens = [
            each
            for each in tokens
            if each.is_side or each in later or _MARGINS_BEHIND.match(saying.text, each.end)
        ]
    named = {each.name for each in tokens} & {*_SIDES}
    measured = {each.unit for each in tokens if each.name == "number"} - {""}
    if spoken is not None and not measured and (unit := _likely_unit(tokens, named)):
        measured = {unit}
    if spoken is not None and not measured and len(named) > 1:
        numbers = [each for each in tokens if each.name == "number"]
        if numbers:
            quote = saying.quote(spoken.start(), numbers[0].end)
            yield Told(about="margins without their unit", quote=quote, path="page.left")
    if not measured or (spoken is None and len(named) < len(_SIDES) - 1):
        return
    yield from _as_finds(saying, _Pairing(units=measured).of(tokens))


def _likely_unit(tokens: Sequence[_Token], named: Collection[str]) -> str:
    """Return the unit of margins that have none where all four can only be in one."""
    numbers = [float(each.number.replace(",", ".")) for each in tokens if each.number[:1].isdigit()]
    if len(named) < len(_SIDES) or not numbers:
        return ""
    if _LEAST_IN_CM <= max(numbers) <= _MOST_IN_CM:
        return "cm"  # no margin is of two inches
    return "mm" if _LEAST_IN_MM <= min(numbers) <= max(numbers) <= _MOST_IN_MM else ""


_LEAST_IN_CM, _MOST_IN_CM = 2, 4
_LEAST_IN_MM, _MOST_IN_MM = 10, 40


def _measured(tokens: Sequence[_Token]) -> bool:
    return any(each.unit for each in tokens)


def _is_of_stop(text: str, before: _Token, token: _Token) -> bool:
    """Whether a number is that of the rule before it, as the indent's or the line spacing's."""
    between = text[before.end : token.start]
    if _MARGINS_BEHIND.match(text, token.end) or _SIDE_BEHIND.match(text, token.end):
        return False
    return before.name == "stop" and token.name == "number" and not MARGINS.search(between)


_SIDE_BEHIND = re.compile(
    r"\s(?:(?:on|at|from) the )?(?:top|bottom|left|right|сверху|снизу|слева|справа)(?!\w)"
)
_MARGINS_BEHIND = re.compile(r"[\s-]*(?:wide )?(?:margins?|пол(?:я|ей|ями)|hoshiya\w*)(?!\w)")
"""What tells that a number is a margin: "a 12-point font with 1-inch margins"."""


def _all_but(tokens: Sequence[_Token], first: _Token) -> Sequence[_Token]:
    """Return the sides with numbers of their own behind a number that is of all the others."""
    rest = [each for each in tokens if each.start > first.start and each.name != "stop"]
    sides = {each.name for each in rest if each.is_side}
    parted = rest and rest[0].is_side and rest[-1].name == "number" and bool(rest[-1].unit)
    return rest if first.name == "number" and parted and sides < {*_SIDES} else ()


@dataclass(kw_only=True, slots=True)
class _Pairing:
    """Which number is of which sides: of those before it, or of those behind it."""

    units: set[str]
    given: dict[str, _Given] = field(default_factory=dict)
    _waiting: list[_Token] = field(default_factory=list)
    _last: _Given | None = None

    def of(self, tokens: Sequence[_Token]) -> dict[str, _Given]:
        """Return the margins by side; ``all`` and ``others`` too."""
        first = next(e for e in tokens if e.is_side or (e.name == "number" and e.unit))
        if (but := _all_but(tokens, first)) and (told := self._measured(first)) is not None:
            self.given["others"] = told  # "2 cm, at the top 2.5 cm"
            for each in but:
                self._sides_first(each)
        elif first.name == "number":  # "2 cm at the top"
            alone = not any(each.is_side for each in tokens)
            for each in tokens:
                self._numbers_first(each, alone)
        else:
            for each in tokens:
                self._sides_first(each)
            self._behind()
        return self.given

    def _numbers_first(self, token: _Token, alone: bool) -> None:
        if token.name == "stop":
            self._last = None
        elif token.is_side and self._last is not None:
            told = _Given(value=self._last.value, start=self._last.start, end=token.end)
            self.given.setdefault(token.name, told)
        elif (told_here := self._measured(token)) is not None:
            self._last = told_here
            if alone:
                self.given.setdefault("all", told_here)

    def _sides_first(self, token: _Token) -> None:
        if token.name == "stop":
            self._waiting = []
        elif token.is_side:
            self._waiting.append(token)
        elif (told := self._measured(token)) is not None:
            for side in self._waiting:
                each = _Given(value=told.value, start=side.start, end=told.end)
                self.given.setdefault(side.name, each)
            self._last = None if self._waiting else told
            self._waiting = []

    def _behind(self) -> None:
        """Give sides that stand at the end the number before them: "and 3 cm on top and bottom"."""
        if self._last is not None:
            for side in self._waiting:
                told = _Given(value=self._last.value, start=self._last.start, end=side.end)
                self.given.setdefault(side.name, told)

    def _measured(self, token: _Token) -> _Given | None:
        """Return a number as a margin; without a unit it has the one that the others have."""
        if token.name != "number" or (not token.unit and len(self.units) > 1):
            return None
        value = to_cm(token.number, token.unit or min(self.units))
        if Decimal(value) > _MOST_CM:
            return None
        return _Given(value=value, start=token.start, end=token.end)


def _as_finds(saying: Saying, given: dict[str, _Given]) -> Iterator[Find]:
    rest = given.get("others") or given.get("all")
    if "others" in given and not {*given} & {*_SIDES}:
        rest = None
    for side in _SIDES:
        flank = given.get("flanks") if side in ("left", "right") else None
        if told := given.get(side) or flank or rest:
            quote = saying.quote(told.start, told.end)
            yield Find(path=f"page.{side}", value=told.value, quote=quote)


def _tokens(text: str) -> Iterator[_Token]:
    """Yield sides, numbers and what ends a rule, in order."""
    # "Поля (мм): левое 30": the unit stands once, before all numbers or behind the last.
    general = re.search(rf"(?:пол\w+|margins?|hoshiya\w*)[^\d]{{0,25}}?[(,]\s*(?:в )?{UNIT}", text)
    unit_of_all = general.lastgroup or "" if general else ""
    for match in _TOKEN.finditer(text):
        groups = match.groupdict()
        name = next(each for each in groups if groups[each])
        unit = next((each for each in _CM if groups[each]), "") or (
            unit_of_all if name == "number" else ""
        )
        if name == "number" and re.match(r"\s*(?:pt|пт|кегл|%|стр|лет|pages)", text[match.end() :]):
            continue
        yield _Token(
            name=name,
            number=groups["number"] or "",
            unit=unit,
            start=match.start(),
            end=match.end(),
        )


def to_cm(text: str, unit: str) -> str:
    """Return a length in centimetres; ``unit`` is ``mm``, ``cm`` or ``in``."""
    number = Decimal(_IN_WORDS.get(text, text).replace(",", "."))
    return decimal(str((number * _CM[unit]).quantize(Decimal("0.01"))))
