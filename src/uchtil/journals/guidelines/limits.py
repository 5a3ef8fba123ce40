"""How many there may be, as pages of rules say it: "не более 10", "150–200", "kamida 5 ta"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
    "одного": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, "двенадцати": 12,
    "пятидесяти": 50, "двухсот": 200, "трехсот": 300,
    "пятнадцати": 15, "двадцати": 20,
    "три": 3, "пять": 5, "семь": 7, "десять": 10, "uch": 3, "besh": 5, "yetti": 7, "o'nta": 10,
}  # fmt: skip
_NUMBER = (
    r"(?:\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?(?!\d)|(?:"
    + "|".join(sorted(_SMALL, key=len, reverse=True))
    + r")(?!\w))"
)
_SCALE = r"(?:\s?(?:тыс(?:\.|яч\w*)?|thousand|k(?!\w)|ming)(?!\w))"
_LEAST = (
    r"не менее(?: чем)?|не меньше(?: чем)?|не долж\w+ быть менее|минимум"
    r"|миним\w+ (?:количеств\w+ )?-?|at least"
    r"|no(?:t)? (?:less|fewer) than|minimum(?: of)?"
    r"|min\.?|kamida|eng kam\w*|more than|более(?! чем на)|от(?= \d+ (?:и|s)\b)"
)
_MOST = (
    r"не более(?: чем| чем)?|не больше|не долж\w+ (?:быть )?(?:превыша\w+|больше|более)"
    r"|не превыша\w+|до"
    r"|максимум|максим\w+ (?:количеств\w+ |объем )?-?|max(?:imum)?\.?(?: of)?|up to"
    r"|no(?:t)? (?:more"
    r"|longer) than|not (?:be )?(?:more|longer|greater) than|not (?:to )?exceed(?:ing)?"
    r"(?: more than)?|at most|under|fewer than|less than|ko'pi bilan|eng ko'pi\w*|within|менее"
)
_EXTREMES = {
    "least": r"минимальн\w+|minim(?:um|al)|eng kam",
    "most": r"максимальн\w+|maximum|maximal|eng ko'p|maksimal",
}
_REACH = 90
_EXTREME = re.compile(
    rf"(?<!\w)(?:(?P<least>{_EXTREMES['least']})|(?P<most>{_EXTREMES['most']})) [^.;:()\d]{{3,60}}$"
)
"""What bounds a number from some words before it: "the minimum size of an article is 4 pages"."""
_ABOUT = (
    r"около|ок\.|примерно|порядка|ориентировочно|ca\.?|circa|c\.|about|approx(?:imately|\.)?|around"
    r"|taxminan|roughly|~|≈"
)
_FROM = r"от|с|between|from|в пределах|в объеме|of|объемом"
_TO = (
    r"\s?(?:-|--|до|to|\.\.\.|…|(?(from)(?:and|и|va)|(?(least)(?:and|и|va)|(?!))))\s?"
    r"(?:до |не более(?: чем)? |не превыша\w+ |n(?:o|ot) (?:more|longer) than |at most |maximum "
    r"|ko'pi bilan )?"
)
"""What stands between two numbers of a range; "and" only where "between" came before."""
_UNIT_BETWEEN = r"(?:\s?(?:pages?|стр\w*\.?|слов\w*|words?|characters|знаков|bet|so'z|ta|sahifa))?"
AMOUNT = re.compile(
    rf"(?:(?<!\w)(?:(?P<least>(?<!не )(?<!no )(?<!not )(?<!not be )(?:{_LEAST}))|(?P<most>{_MOST})"
    rf"|(?P<about>{_ABOUT})|(?P<from>{_FROM}))\s?[-:]?\s?)?"
    rf"(?<![\w.,\[/])(?P<a>{_NUMBER})(?P<as>{_SCALE})?"
    rf"(?:(?:{_UNIT_BETWEEN}{_TO}|(?:\s?(?:bet|so'z|ta|sahifa)?\s?(?:dan"
    rf"|tadan)\s))(?P<b>{_NUMBER})(?P<bs>{_SCALE})?)?"
)
_MOST_BEHIND = re.compile(
    r"\s?[,(]?\s?(?:\w+ ){0,2}?(?:максимум|max(?:imum)?(?!\w)|or (?:less|fewer|under)|и менее"
    r"|не более|(?:gacha|gacha)(?!\w)"
    r"|[^.;\d]{0,25}?(?:oshma|ko'p (?:bo'lma|emas)|ortiq (?:bo'lma|emas)|ortma))"
    r"|\w*gacha"
)
_NO_MORE = re.compile(
    r"\s?(?:dan |tadan )?(?:oshma|ko'p (?:bo'lma|emas)|ortiq (?:bo'lma|emas)|ortma)\w*"
)
"""What makes the most of a range that stands before it: "10-12 betdan oshmasligi"."""
_ABOUT_BEHIND = re.compile(
    r"\s?(?:approx(?:imately|\.)?|примерно|ориентировочно|taxminan)(?!\w)(?!\s?\d)"
)
_LEAST_BEHIND = re.compile(
    r"\s?[,(]?\s?(?:\w+ ){0,2}?(?:минимум|minimum(?!\w)|or more|и более|и выше"
    r"|[^.;\d]{0,25}?(?:kam (?:bo'lma|emas)|kam bo'lma))|\w*dan kam"
    r"|\s?(?:\w*dan )?kam(?=,| va| hamda)"
)


_SPREAD = re.compile(
    r"\s?\(?\s?(?:±|\+ ?/? ?-)\s?(?P<n>\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+)\s?(?P<share>%)?\s?\)?"
)
_SPREAD_BEFORE = re.compile(r"(?:±|\+ ?/? ?-)\s?$")


def is_spread(match: re.Match[str]) -> bool:
    """Whether a number only tells by how much another one may be missed: "500 ±100"."""
    return bool(_SPREAD_BEFORE.search(match.string, 0, match.start("a")))


_IN_WORDS = {"least": " or more", "most": " or fewer"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """A number or two with what makes limits of them; ``start`` to ``end`` is where it stands."""

    first: int
    last: int | None
    bound: str
    start: int
    end: int

    def spread(self, text: str, behind: int) -> tuple[Amount, int]:
        """Return the range that a "±" behind a number makes of it, and where its words end."""
        match = _SPREAD.match(text, behind)
        if match is None or self.last is not None:
            return self, behind
        by = int(re.sub(r"\D", "", match["n"]))
        by = self.first * by // 100 if match["share"] else by
        if not 0 < by < self.first:
            return self, behind
        return replace(self, first=self.first - by, last=self.first + by, bound=""), match.end()

    def limits(self, text: str, behind: int) -> tuple[str, int]:
        """Return the limits as a profile writes them, and where their words end.

        They are empty where it is only about so many.
        ``behind`` is where words that bound the number from behind may begin.
        """
        if self.bound == "about" or _ABOUT_BEHIND.match(text, behind):
            return "", behind
        if self.last is not None and self.bound == "most":
            return f"{self.last} or fewer", behind
        if self.last is not None and self.bound == "least":
            return f"{self.first} or more", behind
        if self.last is not None and (over := _NO_MORE.match(text, behind)):
            return f"{self.last} or fewer", over.end()
        if self.last is not None:
            return (f"{self.first}-{self.last}" if self.last > self.first else ""), behind
        bound = self.bound or ("most" if text[:behind].endswith("gacha") else "")
        for name, words in (("least", _LEAST_BEHIND), ("most", _MOST_BEHIND)):
            if bound in ("", name) and (match := words.match(text, behind)):
                bound, behind = name, match.end()
                break
        return f"{self.first}{_IN_WORDS.get(bound, '')}", behind


def amount_of(match: re.Match[str], factor: int = 1) -> Amount | None:
    """Return what an expression of ``AMOUNT`` found, or nothing where it is no whole number."""
    first = _value(match["a"], match["as"] or (match["b"] and match["bs"]), factor)
    last = _value(match["b"], match["bs"], factor) if match["b"] else None
    if first is None or (match["b"] and last is None):
        return None
    if last is not None and first * 1000 == last and not match["as"]:
        return None
    bound = next((each for each in ("least", "most", "about") if match[each]), "")
    if bound == "least" and match["b"] and re.search(r"[^\W\d]", _between(match)):
        bound = ""  # "no less than 7 and no more than 12"
    if not bound and (extreme := _EXTREME.search(_just_before(match))):
        bound = extreme.lastgroup or ""
    if bound == "most" and last is not None and match["most"] == "within":
        bound = ""
    return Amount(first=first, last=last, bound=bound, start=match.start(), end=match.end())


def _just_before(match: re.Match[str]) -> str:
    """Return the words before the first number."""
    return match.string[max(0, match.start("a") - _REACH) : match.start("a")]


def _between(match: re.Match[str]) -> str:
    """Return what stands between the two numbers of a range."""
    return match.string[match.end("a") : match.start("b")]


def _value(text: str, scale: str | None, factor: int) -> int | None:
    if text in _SMALL:
        number = Decimal(_SMALL[text])
    elif scale or factor > 1 or len(text.replace(",", ".").rpartition(".")[2]) != 3:
        number = Decimal(text.replace(" ", "").replace(",", "."))
    else:
        number = Decimal(text.replace(" ", "").replace(".", "").replace(",", ""))
    number *= (1000 if scale else 1) * factor
    return int(number) if number == int(number) else None
