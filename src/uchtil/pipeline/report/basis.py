"""What the report is made from, and how it tells texts and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uchtil.language import Language, language
from uchtil.model import Localised, Quantity, Status, When
from uchtil.pipeline.prepare import Prepared
from uchtil.problems import Location, Problems

if TYPE_CHECKING:
    from uchtil.checks.readback import FileReading
    from uchtil.checks.sightings import Sighting
    from uchtil.pipeline.check import Examined

_ENGLISH = "en"

Data = dict[str, Any]
"""An entry of the report, as what JSON can hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Basis:
    """All that a build knows when it is done.

    ``lock`` holds what earlier runs saw of the evidence: its days, not today's, are told,
    or the report would be another one each day.  ``texts`` is the folder of the sources'
    full texts, where it is at hand.  ``present`` are the files of the output,
    ``readings`` what was read back from those that are up to date.
    """

    prepared: Prepared
    examined: Examined
    problems: Problems
    lock: Sequence[Sighting]
    texts: Path | None
    style: str
    styles: Sequence[str]
    present: Sequence[str]
    readings: Mapping[str, FileReading]

    @property
    def told_in(self) -> Language:
        """The language that the review's own texts are told in: English, as the page is."""
        codes = self.prepared.project.review.languages
        return language(_ENGLISH if _ENGLISH in codes else codes[0])

    def text(self, localised: Localised) -> str:
        """Return a text of the review in the language that the report tells them in."""
        return localised[self.told_in.code]

    def date(self, when: When) -> str:
        """Return a date in words."""
        return self.told_in.date(when)

    def value(self, quantity: Quantity) -> str:
        """Return a value in words."""
        unit = self.prepared.project.units.get(quantity.unit)
        return self.told_in.value(quantity, unit) if unit else self.told_in.number(quantity)

    def reading(self, when: When | None, quantity: Quantity | None, status: Status | None) -> str:
        """Return what a source says of a fact: "2018, US$3 billion, target"."""
        said = [self.date(when)] if when else []
        said += [self.value(quantity)] if quantity else []
        said += [self.told_in.terms.status(status)] if status else []
        return ", ".join(said)


def place(where: Location) -> Data:
    """Return where something stands."""
    return {"file": where.file, "line": where.line}
