"""The languages of a review: what one is, and how it writes dates and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from uchtil.language.forms import CountForms, DateForms, Inflection, NumberForms, year
from uchtil.language.numerals import NumeralForms
from uchtil.language.orthography import Orthography
from uchtil.language.terms import Terms
from uchtil.language.verbs import Verbs
from uchtil.model import Quantity, Unit, When


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """A language that the review is written in.

    ``code`` is the key in the content files (``uz``), ``tag`` the full BCP 47 tag of
    what is printed (``uz-Latn-UZ``), ``endonym`` the language's own name, ``open_graph``
    the locale as the Open Graph protocol writes it (``uz_UZ``), ``hyphenation`` the name
    that WeasyPrint's hyphenator looks up.
    """

    code: str
    tag: str
    endonym: str
    open_graph: str
    hyphenation: str
    terms: Terms
    dates: DateForms
    numbers: NumberForms
    counts: CountForms
    numerals: NumeralForms
    orthography: Orthography
    inflection: Inflection
    verbs: Verbs | None = None

    def date(self, when: When) -> str:
        """Return the bare date: "31 October 1998"."""
        return self.dates.date(when)

    def when(self, when: When) -> str:
        """Return the adverbial: "on 31 October 1998"."""
        return self.dates.when(when)

    def dated(self, when: When) -> str:
        """Return the attribute: "of 31 October 1998"."""
        return self.dates.dated(when)

    def period(self, when: When) -> str:
        """Return a period, or the date where it is a single one: "2017–2019"."""
        return self.dates.date(when)

    def year(self, when: When) -> str:
        """Return the bare digits: "1998".

        Raises ``ValueError`` for a decade, which has no single year.
        """
        return year(when)

    def amount(self, quantity: Quantity) -> str:
        """Return the figures alone: "4.5"."""
        return self.numbers.amount(quantity)

    def number(self, quantity: Quantity) -> str:
        """Return the figures with their scale word: "4.5 billion"."""
        return self.numbers.number(quantity)

    def value(self, quantity: Quantity, unit: Unit) -> str:
        """Return the value with its hedge and unit: "more than US$4.5 billion"."""
        return self.numbers.value(quantity, unit)
