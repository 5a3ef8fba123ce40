"""Small numbers in Russian words, and how typed numbers and dates are known."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLAIN = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
    "двадцать",
]

FORMS: tuple[str, ...] = ("f", "gen", "dat", "ins", "prep")
"""Feminine, and the four oblique cases; the plain form is the masculine nominative."""

_IRREGULAR: Mapping[int, Mapping[str, str]] = {
    0: {"f": "ноль", "gen": "ноля", "dat": "нолю", "ins": "нолём", "prep": "ноле"},
    1: {"f": "одна", "gen": "одного", "dat": "одному", "ins": "одним", "prep": "одном"},
    2: {"f": "две", "gen": "двух", "dat": "двум", "ins": "двумя", "prep": "двух"},
    3: {"f": "три", "gen": "трёх", "dat": "трём", "ins": "тремя", "prep": "трёх"},
    4: {"f": "четыре", "gen": "четырёх", "dat": "четырём", "ins": "четырьмя", "prep": "четырёх"},
    8: {"f": "восемь", "gen": "восьми", "dat": "восьми", "ins": "восемью", "prep": "восьми"},
}

TYPED = re.compile(
    r"\b(?:дв(?:а|е|ух|ум|умя|ое|оих|оим|оими)|тр(?:и|[её]х|[её]м|емя|ое|оих|оим|оими)"
    r"|четыр(?:е|[её]х|[её]м|ьмя)|четвер(?:о|ых|ым|ыми)|пятер(?:о|ых|ым|ыми)"
    r"|пять(?:ю)?|пяти|шест(?:ь|и|ью)|сем(?:ь|и)|восемь(?:ю)?|восьм(?:и|ью)|девят(?:ь|и|ью)"
    r"|десят(?:ь|и|ью)|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат(?:ь|и|ью)"
    r"|(?:два|три)дцат(?:ь|и|ью)|сорока?|(?:пять|шесть|семь|восемь)десят"
    r"|(?:пяти|шести|семи|восьми)десяти|(?:пятью|шестью|семью|восемью|восьмью)десятью"
    r"|девяност[оа]|сто|ста|двести|двух?сот|триста|тр[её]хсот|четыреста|четыр[её]хсот"
    r"|(?:пять|шесть|семь|восемь|девять|пяти|шести|семи|восьми|девяти)сот"
    r"|тысяч(?:а|у|е|ей)?|(?:милли(?:он|ард)|триллион)(?:а|у|ом|е|ов)?"
    r"|(?:двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност)"
    r"(?:ые|ых|ым|ыми)"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяюе]|[её]м)"
    r"|(?:март|август)(?:а|у|ом|е)?|ма(?:й|я|ю|е|ем))\b",
    re.IGNORECASE,
)
"""Cardinal and collective numbers from two on, decades (девяностые), and months.

``семью`` is left out: it is also the accusative of "family".
"""


def words(count: int, form: str = "") -> str:
    """Return a number up to twenty in words, in one of ``FORMS``."""
    if form and form not in FORMS:
        raise ValueError(f"Russian words of number have no form `{form}`: {', '.join(FORMS)}")
    if not 0 <= count < len(_PLAIN):
        raise ValueError(f"only numbers up to {len(_PLAIN) - 1} are written in words")
    plain = _PLAIN[count]
    if not form:
        return plain
    if count in _IRREGULAR:
        return _IRREGULAR[count][form]
    if form == "f":
        return plain
    return f"{plain}ю" if form == "ins" else f"{plain.removesuffix('ь')}и"
