"""Russian."""

from uchtil.language.languages import Language
from uchtil.language.ru import counts, dates, inflection, numbers
from uchtil.language.ru.numerals import NUMERALS
from uchtil.language.ru.orthography import ORTHOGRAPHY
from uchtil.language.ru.terms import TERMS
from uchtil.language.ru.verbs import VERBS

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
    orthography=ORTHOGRAPHY,
    inflection=inflection,
    verbs=VERBS,
)
