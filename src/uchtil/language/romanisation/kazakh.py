"""Kazakhstan's own Latin alphabet, in its last decreed edition, that of 2018.

Source: the annex to decree 637 of 19 February 2018, which replaces that of decree 569 of
26 October 2017 (apostrophes).  The alphabets of 2019 and 2021 (ä, ö, ü, ğ, ş) were put forward by
the government's commission and never decreed.

The decree has no letter for what only borrowed words have.  For ё, ц, щ, ъ, ь, э, ю and я the
spelling of the state's own sites of those years is followed (Konstıtýsııa), after the draft rules
that the National Commission approved on 6 December 2018: ıo, s, sh, nothing, nothing, e, ıý, ıa.
"""

from __future__ import annotations

from uchtil.language.romanisation.table import KAZAKH, table

KAZAKH_LATIN = table(
    KAZAKH,
    "a á b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h s ch sh sh - y i - e ıý ıa",
)
