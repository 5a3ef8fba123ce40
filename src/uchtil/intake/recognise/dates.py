"""Dates by the rules of ``language.*.wording``: the longest reading of the words holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from uchtil.intake.recognise.finds import Relative, point, relative
from uchtil.intake.recognise.sentences import Sentence
from uchtil.intake.recognise.tables import LONGEST, just_before
from uchtil.language import wording_of
from uchtil.language.wording import NUMERIC_DATES, SEASON, DateRule, Wording
from uchtil.model import Point, Precision, When

_PIVOT = 70
"""Years in two figures are of this century below it, of the last one from it on."""

BORROWED = "the year of the date before"
"""The note of a date whose year is that of the one before it in the sentence."""

_NO_DIGIT = r"(?<![\d\ue000])"
_SLOTS = {
    "y": rf"{_NO_DIGIT}(?P<y>(?:1[5-9]|20|21)\d\d)(?!\d)",
    "y2": rf"{_NO_DIGIT}(?P<y2>(?:1[5-9]|20|21)\d\d)(?!\d)",
    "Y": rf"{_NO_DIGIT}(?P<y>1[0-4]\d\d)(?!\d)",
    "yy": r"(?P<yy>\d\d)(?!\d)",
    "yy2": r"(?P<yy2>\d\d)(?!\d)",
    "d": rf"{_NO_DIGIT}(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
    "d2": rf"{_NO_DIGIT}(?P<d2>0?[1-9]|[12]\d|3[01])(?!\d)",
    "n": r"(?P<n>0?[1-9]|1[0-2])(?!\d)",
    "n2": r"(?P<n2>0?[1-9]|1[0-2])(?!\d)",
    "cc": rf"{_NO_DIGIT}(?P<cc>[1-9]|1\d|2[01])(?!\d)",
    "dec": rf"{_NO_DIGIT}(?P<dec>(?:1[5-9]|20)\d0)(?!\d)",
    "dd": rf"{_NO_DIGIT}(?P<dd>[1-9]0)(?!\d)",
    "c": r"(?<![\w])(?-i:(?P<c>X{0,2}(?:IX|IV|V?I{1,3}|V)|XX?))(?![A-Za-zА-я](?!h|t))",
    "-": r"[-–—−‒]",
    "hy": r" ?[-–—−‒]? ?",
}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_URGED = re.compile(r"(?<=[^\W\d_])[-–—]\Z|[№/]\Z|\d[.,]\Z|(?<=[^\W\d_])\Z|\$ ?\Z")
_NOT_A_YEAR = re.compile(r"[-–—]?[\w%]|[.,:/]\d| ?(?:%|\$)")
_BESIDE = re.compile(r",? (?:on )?")
"""What stands between a year and a day of it that are told together."""
_BARE = re.compile(r"(?<![\d\ue000])(?P<y>1[89]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class DateFound:
    """A date in a sentence."""

    start: int
    end: int
    value: When | Relative
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Compiled:
    """A rule with its pattern, and the slots without which it is met nowhere."""

    rule: DateRule
    pattern: re.Pattern[str]
    needs: frozenset[str]


@cache
def _rules(code: str) -> tuple[_Compiled, ...]:
    wording = wording_of(code)
    return tuple(
        _Compiled(rule=rule, pattern=_compile(rule.pattern, wording), needs=needs(rule.pattern))
        for rule in (*wording.dates, *NUMERIC_DATES)
    )


_SLOT = re.compile(r"(?<!\?P)<([a-zY-]+\d?)>")
_SIGNS = re.compile(r"\\.|\[[^\]]*\]")
"""What stands in a rule for one sign, which may be a bracket."""
_BRACKETS = re.compile(r"\([^()]*\)")
_FIGURES = "figures"


def needs(pattern: str) -> frozenset[str]:
    """Return the slots that stand in a rule outside of all brackets, and so must be filled."""
    rest, pattern = "", _SIGNS.sub(" ", pattern)
    while rest != pattern:
        rest, pattern = pattern, _BRACKETS.sub(" ", pattern)
    if "|" in rest:
        return frozenset()
    found = {
        match[1]
        for match in _SLOT.finditer(rest)
        if not rest.startswith(("?", "*", "{"), match.end())
    }
    words = {each.rstrip("2") for each in found} & {"m", "q", "h", "s", "od", "dw"}
    return frozenset(words | ({_FIGURES} if found - words - {"m2", "c", "-", "hy"} else set()))


class _Met:
    """Which slots could be filled by a text: few rules need be tried in most sentences."""

    def __init__(self, text: str, code: str) -> None:
        self._text = text
        self._code = code
        self._met: dict[str, bool] = {}

    def all(self, slots: frozenset[str]) -> bool:
        """Whether all of these could be."""
        return all(map(self._is_met, slots))

    def _is_met(self, slot: str) -> bool:
        if slot not in self._met:
            self._met[slot] = _looked_for(slot, self._code).search(self._text) is not None
        return self._met[slot]


@cache
def _looked_for(slot: str, code: str) -> re.Pattern[str]:
    pattern = r"\d" if slot == _FIGURES else _slots(wording_of(code))[slot]
    return re.compile(pattern, re.IGNORECASE)


def _compile(pattern: str, wording: Wording) -> re.Pattern[str]:
    slots = _slots(wording)
    whole = _SLOT.sub(lambda match: slots.get(match[1], match[0]), pattern)
    start = r"(?<!\w)" if re.match(r"[\w(]", whole) and not whole.startswith("(?<") else ""
    return re.compile(start + whole, re.IGNORECASE)


def _slots(wording: Wording) -> dict[str, str]:
    month = "|".join(wording.months)
    return {
        **_SLOTS,
        "m": rf"(?<![^\W\d_])(?P<m>{month})(?!\w)",
        "m2": rf"(?<![^\W\d_])(?P<m2>{month})(?!\w)",
        "q": rf"(?<!\w)(?P<q>{'|'.join(wording.quarters)})",
        "h": rf"(?<!\w)(?P<h>{'|'.join(wording.halves)})",
        "s": rf"(?<!\w)(?P<s>{'|'.join(wording.seasons)})(?!\w)",
        "od": rf"(?<!\w)(?P<od>{'|'.join(reversed(wording.days))})",
        "dw": rf"(?<!\w)(?P<dw>{'|'.join(wording.decades)})(?!\w)",
    }


def dates_in(sentence: Sentence) -> list[DateFound]:
    """Return the dates of a sentence in their order, none within another."""
    wording = wording_of(sentence.language)
    met = _Met(sentence.text, sentence.language)
    found = [
        each
        for compiled in _rules(sentence.language)
        if met.all(compiled.needs)
        for match in compiled.pattern.finditer(sentence.text)
        for each in _read(match, compiled.rule, wording)
        if not _is_part(sentence.text, match.start(), match.end())
    ]
    found.sort(key=lambda each: each.start - each.end)
    found += _foreign(sentence)
    kept: list[DateFound] = []
    for each in found:
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    kept += _bare_years(sentence.text, wording, kept)
    about = re.compile(rf"(?<!\w)(?:{wording.about}) ?\Z", re.IGNORECASE)
    kept = [_hedged(each, sentence.text, about) for each in kept]
    return list(_with_years(sorted(kept, key=lambda each: each.start), sentence.text))


def _with_years(found: list[DateFound], text: str) -> Iterator[DateFound]:
    """Give days without a year that of the date before them in the sentence.

    A year and a day of it that stands right beside are one date: "in 2019, on 9 September",
    "the following year, on 9 September".
    """
    year = 0
    pending: DateFound | None = None
    for each in found:
        value = each.value
        made = each
        beside = pending is not None and bool(_BESIDE.fullmatch(text, pending.end, each.start))
        if isinstance(value, Relative) and _is_of_no_year(value):
            if beside and pending and isinstance(pending.value, Relative):
                joined = replace(value, years=pending.value.years, told=pending.value.told)
                yield replace(each, start=pending.start, value=joined)
                pending = None
                continue
            resolved = value.resolve(year) if year else None
            if resolved and beside and pending:
                yield replace(each, start=pending.start, value=resolved)
                pending = None
                continue
            if resolved:
                note = "; ".join(filter(None, (each.note, BORROWED)))
                made = replace(each, value=resolved, note=note)
        elif isinstance(value, When) and value.start:
            year = year_of(value)
        if pending:
            yield pending
            pending = None
        if _may_have_a_day(made):
            pending = made
        else:
            yield made
    if pending:
        yield pending


def year_of(date: When) -> int:
    """Return the year that "that year" is: of a term of years, the one that was told last."""
    assert date.start is not None
    end = date.end
    if end is not None and date.start.precision is end.precision is Precision.YEAR:
        return end.year
    return date.start.year


def _is_of_no_year(value: Relative) -> bool:
    """Whether a month or a day is told without any year."""
    return value.years is None and bool(value.month) and not value.coming


def _may_have_a_day(found: DateFound) -> bool:
    """Whether a date is a year, or a season of it, of which the day may stand behind."""
    value = found.value
    if isinstance(value, Relative):
        return value.years is not None and not value.month
    year = value.start is not None and value.start.precision is Precision.YEAR
    return (year and not value.is_span) or found.note == SEASON


def _foreign(sentence: Sentence) -> Iterator[DateFound]:
    """Yield the dates that a language of the same script tells with a year.

    A paragraph may go on in another language in what is taken for one sentence.
    """
    for code in {"uz": ("en",), "en": ("uz",)}.get(sentence.language, ()):
        wording = wording_of(code)
        met = _Met(sentence.text, code)
        for compiled in _rules(code)[: len(wording.dates)]:
            if "<y>" not in compiled.rule.pattern or not met.all(compiled.needs):
                continue
            for match in compiled.pattern.finditer(sentence.text):
                if not _is_part(sentence.text, match.start(), match.end()):
                    yield from _read(match, compiled.rule, wording)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether what looks like a date is part of a name or of a number ("EXPO-2017", "1.2005")."""
    return bool(
        re.search(r"\w[-–—]?\Z", text[max(0, start - 2) : start]) and text[start].isdigit()
    ) or bool(re.match(r"[.,]\d", text[end : end + 2]) and text[end - 1].isdigit())


def _bare_years(text: str, wording: Wording, kept: list[DateFound]) -> Iterator[DateFound]:
    """Yield years that stand without a word for them: in brackets, behind "in", in lists."""
    before = re.compile(rf"(?<!\w)(?:{wording.bare_before}) ?\Z", re.IGNORECASE)
    after = re.compile(rf" (?:{wording.bare_after})(?!\w)", re.IGNORECASE)
    for match in _BARE.finditer(text):
        start, end = match.span()
        if any(each.start < end and start < each.end for each in kept):
            continue
        if _URGED.search(just_before(text, start)) or _NOT_A_YEAR.match(text, end):
            continue
        follows = text[end : end + 2]
        if (
            before.search(just_before(text, start))
            or after.match(text, end)
            or not (follows[:1] == " " and follows[1:].islower())
        ):
            yield DateFound(
                start=start, end=end, value=When(start=point(int(match["y"]))), note="a bare year"
            )


def _hedged(found: DateFound, text: str, about: re.Pattern[str]) -> DateFound:
    before = about.search(text, max(0, found.start - LONGEST), found.start)
    value = found.value
    if before is None or not isinstance(value, When) or value.start is None:
        return found
    end = replace(value.end, about=True) if value.end else None
    hedged = replace(value, start=replace(value.start, about=True), end=end)
    return replace(found, start=before.start(), value=hedged)


def _read(match: re.Match[str], rule: DateRule, wording: Wording) -> Iterator[DateFound]:
    """Yield what the words mean; nothing where there is no such day."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    try:
        start, end = match.span()
        if rule.days is not None:
            value = Relative(years=None, days=rule.days, within=rule.within, told=True)
            yield DateFound(start=start, end=end, value=value, note=rule.note)
            return
        if rule.in_month:
            day = _day(groups, wording)
            value = Relative(years=None, day=day, told=True, in_month=True)
            yield DateFound(start=start, end=end, value=value, note=rule.note)
            return
        first, second = _points(groups, rule, wording)
        apart = rule.shape == "apart" and not _follows(first, second)
        if rule.years is not None and not apart:
            value = relative(rule.years, first, second, told=rule.told, coming=rule.coming)
            yield DateFound(start=start, end=end, value=value, note=rule.note)
        elif apart:
            assert second is not None
            split = max(match.end(name) for name in ("y", "m", "d") if _splits(name, groups))
            other = min(match.start(name) for name in ("y2", "m2", "d2") if name in groups)
            for point_, from_, to in ((first, start, split), (second, other, end)):
                told: When | Relative = (
                    _checked(point_)
                    if rule.years is None
                    else relative(rule.years, point_, told=rule.told)
                )
                yield DateFound(start=from_, end=to, value=told, note=rule.note)
        else:
            value_ = _checked(first, second, rule.shape)
            note = rule.note
            if rule.shape == "since" and not note:
                note = "since"
            yield DateFound(start=start, end=end, value=value_, note=note)
    except ValueError:
        return


def _follows(first: Point, second: Point | None) -> bool:
    """Whether a month is the next one after another: "in January and February"."""
    return (
        second is not None
        and first.precision is second.precision is Precision.MONTH
        and first.year == second.year
        and first.month + 1 == second.month
    )


def _splits(name: str, groups: dict[str, str]) -> bool:
    return f"{name}2" in groups


def _checked(first: Point, second: Point | None = None, shape: str = "") -> When:
    """Return the date, read once more, so that what is impossible is refused."""
    if shape == "since":
        return When.parse(f"{first}/..")
    if shape == "until":
        return When.parse(f"../{first}")
    return When.parse(f"{first}/{second}" if second else str(first))


def _points(groups: dict[str, str], rule: DateRule, wording: Wording) -> tuple[Point, Point | None]:
    year = _year(groups, wording)
    if part := _part_of_year(groups, wording):
        return point(year, part[0]), point(year, part[1])
    if "dec" in groups or "dd" in groups or "dw" in groups:
        return Point(precision=Precision.DECADE, year=year), None
    if "c" in groups or "cc" in groups:
        return point(year), point(year + 99)
    month = _month(groups, "m", "n", wording)
    day = _day(groups, wording)
    month2 = _month(groups, "m2", "n2", wording)
    second_year = int(groups.get("y2", year))
    if "yy2" in groups:
        second_year = year - year % 100 + int(groups["yy2"])
        if second_year <= year:
            raise ValueError("a year in two figures that is none")
    first = point(year, month, day)
    if "d2" in groups:
        first = point(year, month or month2, day)
        return first, point(second_year, month2 or month, int(groups["d2"]))
    if month2:
        return first, point(second_year, month2)
    return first, point(second_year) if second_year != year or "y2" in groups else None


def _part_of_year(groups: dict[str, str], wording: Wording) -> tuple[int, int] | None:
    """Return the first and the last month of a quarter, a half or a season."""
    for slot, months, parts, before in (
        ("q", 3, wording.quarters, 0),
        ("h", 6, wording.halves, 0),
        ("s", 3, wording.seasons, 2),  # spring begins in March
    ):
        if slot in groups:
            last = before + months * _place(groups[slot], parts)
            return last - months + 1, last
    return None


def _year(groups: dict[str, str], wording: Wording) -> int:
    for name in ("y", "dec"):
        if name in groups:
            return int(groups[name])
    if "yy" in groups:
        short = int(groups["yy"])
        return short + (2000 if short < _PIVOT else 1900)
    if "c" in groups:
        return _in_century(groups)
    if "cc" in groups:
        return 100 * int(groups["cc"]) - 99
    if "dw" in groups:
        return 1910 + 10 * _place(groups["dw"], wording.decades)
    # Relative dates have no year of their own.
    return 1900 + int(groups["dd"]) if "dd" in groups else 1


def _in_century(groups: dict[str, str]) -> int:
    """Return the first year of a Roman century, or of a decade in it."""
    numbers = [_ROMAN[letter] for letter in groups["c"].upper()]
    signs = [
        -value if any(other > value for other in numbers[at + 1 :]) else value
        for at, value in enumerate(numbers)
    ]
    first = (sum(signs) - 1) * 100
    return first + int(groups["dd"]) if "dd" in groups else first + 1


def _month(groups: dict[str, str], word: str, figures: str, wording: Wording) -> int:
    if word in groups:
        return _place(groups[word], wording.months)
    return int(groups.get(figures, 0))


def _day(groups: dict[str, str], wording: Wording) -> int:
    if "od" in groups:
        return _place(groups["od"], wording.days)
    return int(groups.get("d", 0))


def _place(word: str, patterns: tuple[str, ...]) -> int:
    """Return which of several expressions a word fits, counted from 1."""
    return next(
        number
        for number, pattern in enumerate(patterns, 1)
        if re.fullmatch(pattern, word, re.IGNORECASE)
    )
