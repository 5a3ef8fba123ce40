"""BGN/PCGN: what the geographical boards of the United States and of Britain agreed on.

Sources, as published on gov.uk ("Romanization systems", checked for accuracy in 2017 and 2019):

* Russian: the system of 1947.  Note 1: е is ye initially, after the vowels а е ё и о у ы э ю я and
  after й ъ ь.  Note 2: ё is yë in the same places, else ë.  Note 3: in unusual sequences of
  letters, chiefly of names that are not Russian, a dot *may* part them (т·с); that is a system of
  its own here, since lists of references are not printed so.  ъ is U+201D, ь is U+2019.
* Kazakh: the system of 1979.  Its dots (notes 1) may be left out, and are.
* Uzbek: the table of correspondences of 2000, which is the alphabet of 1995 letter by letter
  (so ц is ts and ь an apostrophe, where the rules of spelling ask for s and nothing:
  ``uzbek-latin`` has those).  Apostrophes are U+2018 and U+2019.

The tables are also held by interscript/maps (bgnpcgn-rus-1947, -kaz-1979, -uzb-2000).

The setting "BGN" of translit.net, which many journals mean by that name, is simpler: e and e
whatever stands before them.  Source: the table in the rules of journals.ucp.by.
"""

from __future__ import annotations

from uchtil.language.romanisation.table import KAZAKH, RUSSIAN, UZBEK, rule, table

_VOWELS = "аеёиоуыэюя"
_YE = rf"(?:(?<!\w)|(?<=[{_VOWELS}йъь]))"
_E = {
    "е": (rule(f"{_YE}е", "ye"),),
    "ё": (rule(f"{_YE}ё", "yë"),),
}
_LATIN = "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya"

BGN_RUSSIAN = table(RUSSIAN, _LATIN, _E)

BGN_RUSSIAN_DOTTED = table(
    RUSSIAN,
    _LATIN,
    {
        **_E,
        "й": (rule("й(?=[ауыэ])", "y·"),),
        "ы": (
            rule(f"(?<=[{_VOWELS}])ы(?=[ауыэ])", "·y·"),
            rule(f"(?<=[{_VOWELS}])ы", "·y"),
            rule("ы(?=[ауыэ])", "y·"),
        ),
        "э": (rule(rf"(?<=[^\W{_VOWELS}йъь])э", "·e"),),
        "т": (rule("т(?=с)", "t·"),),
        "ш": (rule("ш(?=ч)", "sh·"),),
    },
)

BGN_KAZAKH = table(
    KAZAKH,
    "a ä b v g gh d e yo zh z ī y k q l m n ng o ö p r s t ū u ü "
    "f kh h ts ch sh shch ” y i ’ ė yu ya",
)

BGN_UZBEK = table(
    UZBEK,
    "a b v g d e yo j z i y k l m n o p r s t u f x ts ch sh ’ ’ e yu ya o‘ q g‘ h",
    {"е": (rule(r"(?:(?<!\w)|(?<=[аеёиоуэюяўйь]))е", "ye"),)},
)

TRANSLIT_NET_BGN_RUSSIAN = table(
    RUSSIAN,
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya",
)
