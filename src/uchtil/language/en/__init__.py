"""English in British spelling."""

from uchtil.language.en import counts, dates, inflection, numbers
from uchtil.language.en.numerals import NUMERALS
from uchtil.language.en.orthography import ORTHOGRAPHY
from uchtil.language.en.terms import TERMS
from uchtil.language.en.verbs import VERBS
from uchtil.language.languages import Language

ENGLISH = Language(
    code="en",
    tag="en-GB",
    endonym="English",
    open_graph="en_GB",
    hyphenation="en_GB",
    terms=TERMS,
    dates=dates,
    numbers=numbers,
    counts=counts,
    numerals=NUMERALS,
    orthography=ORTHOGRAPHY,
    inflection=inflection,
    verbs=VERBS,
)
