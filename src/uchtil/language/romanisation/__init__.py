"""Cyrillic in Latin letters, by the named systems that journals ask for.

`romanise` never leaves a Cyrillic letter: what a system has no letter for is told
(`NotRomanised`), and `covers` says beforehand whether it has a table for a language.

The tables are our own, each from the published one that its module names.  Of the libraries
that have such tables, iuliia 0.13.0 (28 Russian schemes) writes a Cyrillic ё in those of ISO 9,
BGN/PCGN, ALA-LC and BS 2979, ``ShchUKIN`` for ЩУКИН, and knows no Kazakh; transliterate,
cyrtranslit and UzTransliterator know none of these systems for Kazakh and Uzbek; ICU has ISO 9
for Russian only, and is a C++ library; interscript, which has many, is Ruby.  A table is thirty
lines of data; what is left is the case of letters, and that is what they get wrong.
"""

from uchtil.language.romanisation.systems import (
    SYSTEMS,
    NotRomanised,
    System,
    covers,
    cyrillic_in,
    romanise,
)

__all__ = ["SYSTEMS", "NotRomanised", "System", "covers", "cyrillic_in", "romanise"]
