"""Reading a whole text: paragraph by paragraph, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from uchtil.intake.recognise.amounts import AmountFound, Amounts
from uchtil.intake.recognise.dates import DateFound, dates_in
from uchtil.intake.recognise.documents import DocumentFound, documents_in
from uchtil.intake.recognise.finds import Document, Find, FindKind, Together
from uchtil.intake.recognise.names import NameFound, Names
from uchtil.intake.recognise.sentences import Sentence, sentences
from uchtil.language import LANGUAGES
from uchtil.model import Name, Unit, When

_BESIDE = 14
"""Characters between a document and the date that is told as its own ("signed on")."""

_Found = DateFound | AmountFound | NameFound | DocumentFound


def finds_in(
    paragraphs: Sequence[str],
    tag: str,
    names: Mapping[str, Name],
    units: Mapping[str, Unit],
) -> tuple[Find, ...]:
    """Return all finds of a text, in their order.

    ``paragraphs`` are its texts as the locks count them, ``tag`` is the BCP 47 tag of its
    language, which holds for sentences that do not tell their own; ``names`` and ``units`` are
    those of the review, by id.
    """
    recogniser = Recogniser(names, units)
    return tuple(
        find
        for number, paragraph in enumerate(paragraphs, 1)
        for find in recogniser.read(paragraph, tag, number)
    )


class Recogniser:
    """Reads paragraphs with the names and units of one review."""

    def __init__(self, names: Mapping[str, Name], units: Mapping[str, Unit]) -> None:
        self._amounts = {each.code: Amounts(each.code, units) for each in LANGUAGES}
        self._names = {each.code: Names(each.code, names) for each in LANGUAGES}

    def read(self, paragraph: str, tag: str, number: int = 1) -> Iterator[Find]:
        """Yield the finds of one paragraph; those of one kind never overlap."""
        for sentence in sentences(paragraph, tag):
            yield from self._sentence(paragraph, sentence, number)

    def _sentence(self, paragraph: str, sentence: Sentence, number: int) -> Iterator[Find]:
        dates = dates_in(sentence)
        taken = [(each.start, each.end) for each in dates]
        amounts = self._amounts[sentence.language].read(sentence, taken)
        names = self._names[sentence.language].read(sentence)
        documents = documents_in(sentence)
        made = [
            _find(paragraph, sentence, number, kind, each)
            for kind, found in (
                (FindKind.DATE, dates),
                (FindKind.AMOUNT, amounts),
                (FindKind.NAME, names),
                (FindKind.DOCUMENT, documents),
            )
            for each in found
        ]
        made.sort(key=lambda each: (each.start, -each.end))
        whole = Together(paragraph=number, sentence=sentence.number, finds=tuple(made))
        for find in made:
            yield _dated(find, whole) if find.kind is FindKind.DOCUMENT else find


def _find(paragraph: str, sentence: Sentence, number: int, kind: FindKind, found: _Found) -> Find:
    start, end = sentence.span(found.start, found.end)
    return Find(
        kind=kind,
        paragraph=number,
        sentence=sentence.number,
        start=start,
        end=end,
        words=paragraph[start:end],
        value=found.value,
        language=sentence.language,
        note=found.note,
    )


def _dated(find: Find, whole: Together) -> Find:
    """Give a document the date that stands beside it."""
    assert isinstance(find.value, Document)
    behind = [each for each in whole.of(FindKind.DATE) if 0 <= each.start - find.end <= _BESIDE]
    date = behind[0] if behind else whole.date_of(find)
    if date is None or not isinstance(date.value, When):
        return find
    return replace(find, value=replace(find.value, date=date.value))
