"""One fact and one remark as prose sees them: each property is text in the prose's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from uchtil.model import Fact, Quantity, Remark, When
from uchtil.render.counts import Count
from uchtil.render.markdown import escape
from uchtil.render.uses import UseKind

if TYPE_CHECKING:
    from uchtil.render.prose import Prose


class FactView:
    """One fact as prose sees it: each property is text in the prose's language."""

    __slots__ = ("_fact", "_prose")

    def __init__(self, fact: Fact | None, prose: Prose) -> None:
        self._fact = fact
        self._prose = prose

    @property
    def date(self) -> str:
        """The date alone: "31 October 1998"."""
        return self._dated("date", self._prose.language.date)

    @property
    def when(self) -> str:
        """The date as an adverbial: "on 31 October 1998"."""
        return self._dated("when", self._prose.language.when)

    @property
    def dated(self) -> str:
        """The date as an attribute: "of 31 October 1998"."""
        return self._dated("dated", self._prose.language.dated)

    @property
    def year(self) -> str:
        """The year in digits."""
        return self._dated("year", self._prose.language.year)

    @property
    def period(self) -> str:
        """The period: "2017–2019"."""
        return self._dated("period", self._prose.language.period)

    @property
    def value(self) -> str:
        """The value with hedge and unit: "more than 100 documents"."""
        return self._valued("value", self._prose.value)

    @property
    def number(self) -> str:
        """The number with its scale word, without hedge or unit: "4.5 billion"."""
        return self._valued("number", self._prose.language.number)

    @property
    def amount(self) -> str:
        """The digits alone: "4.5"."""
        return self._valued("amount", self._prose.language.amount)

    @property
    def words(self) -> str:
        """The number in words, up to twenty, without unit or hedge: "four"."""
        return self.words_as("")

    def words_as(self, form: str) -> str:
        """Return the words in a form of the language: Russian f, gen, dat, ins, prep."""

        def write(value: Quantity) -> str:
            if value.number != int(value.number) or value.upper is not None:
                raise ValueError("it is no whole number")
            return self._prose.language.counts.words(int(value.number), str(form))

        return self._valued("words", write)

    @property
    def source_count(self) -> Count:
        """How many sources tell it: "3", or in words (``.words``) "three"."""
        sources = {passage.source for passage in self._fact.evidence} if self._fact else ()
        name = f'fact("{self._fact.id}").source_count' if self._fact else ""
        return Count(len(sources), name, self._prose)

    @property
    def cite(self) -> str:
        """The citation of all evidence."""
        return self._prose.cite_evidence(self._fact.evidence) if self._fact else ""

    @property
    def label(self) -> str:
        """The short name used in tables and figures; the statement where there is none."""
        if self._fact is None:
            return ""
        return escape((self._fact.label or self._fact.statement)[self._prose.language.code])

    @property
    def statement(self) -> str:
        """The statement in the prose's language."""
        return escape(self._fact.statement[self._prose.language.code]) if self._fact else ""

    def __str__(self) -> str:
        """Say what is missing: a fact by itself has no text."""
        if self._fact is not None:
            self._prose.problems.error(
                "fact-without-property",
                f'`fact("{self._fact.id}")` does not say what to print',
                self._prose.here(),
                "write .date, .when, .value, .period, .cite or .statement after it",
            )
        return ""

    def _dated(self, name: str, write: Callable[[When], str]) -> str:
        if self._fact is None:
            return ""
        if self._fact.date is None:
            return self._lacks(name, "date")
        return self._safe(name, lambda: write(self._fact.date))  # type: ignore[union-attr, arg-type]

    def _valued(self, name: str, write: Callable[[Quantity], str]) -> str:
        if self._fact is None:
            return ""
        value = self._fact.value
        if value is None:
            return self._lacks(name, "value")
        return self._safe(name, lambda: write(value))

    def _safe(self, name: str, write: Callable[[], str]) -> str:
        """Turn a form that the language cannot write into a problem."""
        assert self._fact is not None
        try:
            text = escape(write())
        except ValueError as error:
            self._prose.problems.error(
                "unprintable-form",
                f"`.{name}` of fact `{self._fact.id}` cannot be written: {error}",
                self._prose.here(),
                "choose another form (.date, .when, .period, .year)",
            )
            return ""
        self._prose.record(UseKind.NUMBER, self._fact.id, text)
        return text

    def _lacks(self, name: str, what: str) -> str:
        assert self._fact is not None
        self._prose.problems.error(
            "fact-lacks",
            f"`.{name}` is asked of fact `{self._fact.id}`, which has no {what}",
            self._prose.here(),
            f"give the fact a {what} at {self._fact.where}, or reword the sentence",
        )
        return ""


class RemarkView:
    """One remark as prose sees it."""

    __slots__ = ("_prose", "_remark")

    def __init__(self, remark: Remark | None, prose: Prose) -> None:
        self._remark = remark
        self._prose = prose

    @property
    def cite(self) -> str:
        """The citation of the sources in which it is seen."""
        if self._remark is None:
            return ""
        return self._prose.cite(*dict.fromkeys(each.source for each in self._remark.passages))

    def __str__(self) -> str:
        """Say what is missing: a remark by itself has no text."""
        if self._remark is not None:
            self._prose.problems.error(
                "remark-without-property",
                f'`remark("{self._remark.id}")` does not say what to print',
                self._prose.here(),
                "write .cite after it; a table of remarks prints its texts",
            )
        return ""
