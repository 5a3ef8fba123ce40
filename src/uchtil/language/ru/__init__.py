"""Russian."""

from uchtil.language.languages import Language
from uchtil.language.ru import counts, dates, numbers
from uchtil.language.ru.numerals import NUMERALS
from uchtil.language.ru.terms import TERMS

RUSSIAN = Language(
    code="ru",
    tag="ru-RU",
    endonym="Русский",
    open_graph="ru_RU",
    hyphenation="ru_RU",
    terms=TERMS,
    dates=dates,
    numbers=numbers,
    counts=counts,
    numerals=NUMERALS,
)
