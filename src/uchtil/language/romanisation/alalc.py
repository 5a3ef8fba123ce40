"""ALA-LC: the tables of the American Library Association and the Library of Congress.

Sources: "Russian" (2012) and "Non-Slavic languages (in Cyrillic script)" (1997, Kazakh and Uzbek)
of the ALA-LC romanization tables, and the Library's own program for them, lcnetdev/scriptshifter
(tables russian, kazakh_cyrillic, uzbek_cyrillic of December 2025); both agree.

Letters that stand for one are held together by a tie (U+0361), as t͡s and i͡a.  Outside of catalogues
the ties are often left out; that is a system of its own here, with all other marks kept.
"""

from __future__ import annotations

from uchtil.language.romanisation.table import KAZAKH, RUSSIAN, UZBEK, Table, table

ALA_LC_RUSSIAN = table(
    RUSSIAN,
    "a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a",
)

ALA_LC_KAZAKH = table(
    KAZAKH,
    "a ă b v g gh d e ë zh z i ĭ k q l m n n͡g o ȯ p r s t u ū u̇ "
    "f kh ḣ t͡s ch sh shch ʺ y ī ʹ ė i͡u i͡a",
)

ALA_LC_UZBEK = table(
    UZBEK,
    "a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh ʺ ʹ ė i͡u i͡a ŭ q gh ḣ",
)


def without_ties(tied: Table) -> Table:
    """Return a table without its ties."""
    letters = {letter: latin.replace("\u0361", "") for letter, latin in tied.letters.items()}
    return Table(letters=letters, rules=tied.rules)
