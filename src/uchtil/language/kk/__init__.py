"""Kazakh, as far as metadata needs it: no review is written in it."""

from uchtil.language.further import Further, MetadataTerms
from uchtil.language.kk.numerals import NUMERALS

KAZAKH = Further(
    code="kk",
    name="Kazakh",
    terms=MetadataTerms(
        tag="kk-KZ",
        endonym="қазақша",
        abstract="Аңдатпа",
        keywords="Түйін сөздер",
        funding="Қаржыландыру",
        references="Әдебиеттер",
        udc="ӘОЖ",
        irsti="ХҒТАР",
    ),
    numerals=NUMERALS,
)
"""The words are those that journals of Kazakhstan print over the parts of an article."""
