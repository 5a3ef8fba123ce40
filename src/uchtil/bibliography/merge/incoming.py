"""What arrives: entries of a foreign bibliography, with all that stood in them."""

from __future__ import annotations

from dataclasses import dataclass

from uchtil.bibliography.reference import Reference
from uchtil.problems import Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A field that our bibliography has no place for: its name, and its text as it arrived."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """An entry that arrived.

    ``id`` is its name among the entries of its file, by which a person's decisions name it:
    its key, with ``#2`` behind it where the key stands a second time, or ``#`` and its number
    where it has none.  ``reference`` holds what our bibliography has a field for (its key is
    the one that arrived, which may be none of ours), ``kept`` everything else, ``comments``
    the lines of comment that stand right above it, ``raw`` its text.
    """

    id: str
    reference: Reference
    kept: tuple[Kept, ...] = ()
    comments: tuple[str, ...] = ()
    raw: str = ""

    @property
    def key(self) -> str:
        """The key that arrived; empty where there was none."""
        return self.reference.key

    @property
    def where(self) -> Location:
        """Where the entry begins."""
        return self.reference.where


@dataclass(frozen=True, kw_only=True, slots=True)
class Broken:
    """An entry that cannot be read: where, why, and its text."""

    where: Location
    reason: str
    raw: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """What stands between entries and belongs to none: a comment, an abbreviation, a preamble."""

    where: Location
    what: str
    raw: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """A bibliography that arrived: its file, its format (``bibtex``, ``ris``, ``csl-json``)."""

    file: str
    format: str
    entries: tuple[Incoming, ...]
    broken: tuple[Broken, ...] = ()
    asides: tuple[Aside, ...] = ()
