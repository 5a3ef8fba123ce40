"""One work of the bibliography, as a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from uchtil.model import When
from uchtil.problems import Location


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonName:
    """The name of a person, in parts, or of a body, whole.

    ``given`` holds given names and patronymic as printed, with oʻgʻli, qizi, ўғли or қизи
    behind them (``Икром Илёмжон ўғли``); ``particle`` what stands before the family name
    in small letters (``von der``); ``suffix`` what BibTeX calls Jr.  ``literal`` is the
    name of a body, which is never taken apart; the other parts are then empty.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A work: what a source prints of it, and nothing else.

    ``type`` is a BibLaTeX entry type.  ``language`` is the tag written in ``langid``
    (BCP 47); it is empty only where the file has been found wrong.  ``fields`` holds the
    text of the other fields by their BibLaTeX names, without braces and line breaks;
    ``names`` the people and bodies by field (``author``, ``editor``, ``translator``), and
    ``others`` the fields of these that end in "and others".  ``dates`` holds the fields
    ``date`` and ``urldate`` as dates.
    """

    key: str
    type: str
    language: str
    fields: Mapping[str, str]
    names: Mapping[str, tuple[PersonName, ...]]
    dates: Mapping[str, When]
    others: frozenset[str] = frozenset()
    where: Location

    @property
    def title(self) -> str:
        """The title, or our own words in square brackets where none is printed."""
        return self.fields.get("title", "")

    @property
    def title_is_ours(self) -> bool:
        """Whether the title is a description of ours, because the source prints none."""
        return self.fields.get("titletype") == "descriptive"

    @property
    def english_title(self) -> str:
        """The title in English: the work's own, or ours; empty where neither is known.

        It stands in square brackets where ``title`` is a description of ours.
        """
        if self.language.partition("-")[0] == "en":
            return self.title
        return self.fields.get("titleenglish") or self.fields.get("title_en", "")

    @property
    def english_title_is_ours(self) -> bool:
        """Whether the English title is our translation, and not printed in the work itself."""
        if self.language.partition("-")[0] == "en":
            return self.title_is_ours
        return self.english_title != self.fields.get("title_en")

    @property
    def missing(self) -> tuple[str, ...]:
        """What a complete entry of this type would have and this one lacks."""
        from uchtil.bibliography.missing import missing_fields

        return missing_fields(self)
