"""Counts that prose can print in figures or in words, since no number is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uchtil.render.uses import Counted, UseKind

if TYPE_CHECKING:
    from uchtil.render.prose import Prose


class Count:
    """A number of things in the review: ``{{ x }}`` prints figures, ``{{ x.words }}`` words."""

    __slots__ = ("_counted", "_name", "_number", "_prose")

    def __init__(
        self, number: int, name: str, prose: Prose, sources: tuple[str, ...] | None = None
    ) -> None:
        """Count something; ``sources`` are which, and none of facts, but not left out there."""
        self._counted = (
            None if sources is None else Counted(name=name, number=number, sources=sources)
        )
        self._number = number
        self._name = name
        self._prose = prose

    def __str__(self) -> str:
        """Return the figures; this is a number that comes from data."""
        self._prose.record(UseKind.NUMBER, self._name, str(self._number), self._counted)
        return str(self._number)

    @property
    def words(self) -> str:
        """The number in words, up to twenty: "three"."""
        return self.words_as("")

    def words_as(self, form: str) -> str:
        """Return the words in a form of the language: Russian f, gen, dat, ins, prep."""
        try:
            text = self._prose.language.counts.words(self._number, str(form))
        except ValueError as error:
            self._prose.problems.error(
                "unprintable-form",
                f"`{self._name}` cannot be written in words: {error}",
                self._prose.here(),
                "print the figures, or reword the sentence",
            )
            return ""
        self._prose.record(UseKind.NUMBER, self._name, text, self._counted)
        return text
