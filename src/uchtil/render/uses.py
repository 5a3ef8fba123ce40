"""What prose took from the facts and the bibliography, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from uchtil.problems import Location
from uchtil.render.markdown import unescape


class UseKind(str, Enum):
    """What was used."""

    FACT = "fact"
    WORK = "work"
    REMARK = "remark"
    NUMBER = "number"
    """A date, a value or a count that prose printed; its id is the fact's, or the count's name."""
    TABLE = "table"
    FIGURE = "figure"
    REFERENCE = "reference"
    """A link to a table or figure; its id is ``table:trade``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """What a count of facts or of sources came to; of sources, which: "smith2021 (en)"."""

    name: str
    number: int
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """One use of a fact, a work, a table or a figure in one language's text."""

    kind: UseKind
    id: str
    language: str
    section: str
    where: Location
    printed: str = ""
    """What a number was printed as, in the words of the language; Markdown."""
    counted: Counted | None = None
    """Of a count on which the words around it may rest."""

    @property
    def shown(self) -> str:
        """What was printed, as readers see it."""
        return unescape(self.printed)
