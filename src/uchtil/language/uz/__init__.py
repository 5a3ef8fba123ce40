"""Uzbek in Latin script."""

from uchtil.language.languages import Language
from uchtil.language.uz import counts, dates, inflection, numbers
from uchtil.language.uz.numerals import NUMERALS
from uchtil.language.uz.orthography import ORTHOGRAPHY
from uchtil.language.uz.terms import TERMS
from uchtil.language.uz.verbs import VERBS

UZBEK = Language(
    code="uz",
    tag="uz-Latn-UZ",
    endonym="Oʻzbekcha",
    open_graph="uz_UZ",
    hyphenation="uz_Latn",
    terms=TERMS,
    dates=dates,
    numbers=numbers,
    counts=counts,
    numerals=NUMERALS,
    orthography=ORTHOGRAPHY,
    inflection=inflection,
    verbs=VERBS,
)
