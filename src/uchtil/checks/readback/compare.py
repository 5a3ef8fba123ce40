"""The same works, the same numbers, the same order, in all formats and editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from uchtil.checks.readback import fallback
from uchtil.checks.readback.records import Cited, FileReading, squeeze, without_repeats
from uchtil.problems import Location, Problems

_BUILD = "this is a fault of the build"
_HINTS = {
    fallback.CODE: "a locale or template has no word of its own; "
    "mark a passage that is meant to be English as [...]{lang=en-GB}",
}


def compare_with_expected(
    file: str,
    reading: FileReading,
    expected: FileReading,
    problems: Problems,
    *,
    ordered: bool = True,
) -> None:
    """Compare one finished file with what citeproc gave for its edition.

    Without ``ordered`` every citation must be there, in whatever order and pieces: notes
    at the foot of a printed page may be carried over to the next, a shorter one first.
    """
    where = Location(file=file)
    for fault in reading.broken:
        problems.error(fault.code, fault.message, where, _HINTS.get(fault.code, _BUILD))
    if reading.is_empty:
        return
    told = [Cited(work, squeeze(label)) for work, label in without_repeats(reading.citations)]
    asked = [Cited(work, squeeze(label)) for work, label in without_repeats(expected.citations)]
    if not ordered:
        lost = Counter(each.work for each in asked) - Counter(
            each.work for each in reading.citations
        )
        told = [each for each in asked if each.work not in lost]
    if told != asked:
        problems.error(
            "citations-differ",
            f"the file's citations are not those of the text: {_first_difference(asked, told)}",
            where,
            _BUILD,
        )
    listed, wanted = [c.work for c in reading.references], [c.work for c in expected.references]
    if listed != wanted:
        problems.error(
            "references-differ",
            "the file's reference list is not that of the text: "
            + _first_difference([Cited(w, "") for w in wanted], [Cited(w, "") for w in listed]),
            where,
            _BUILD,
        )
    _compare_numbers(reading, where, problems)


def _compare_numbers(reading: FileReading, where: Location, problems: Problems) -> None:
    """Compare the list's own numbers with those in the text, where a style has numbers."""
    cited = {work: squeeze(label) for work, label in reading.citations}
    if not all(label.isdecimal() for label in cited.values()):
        return
    for work, printed in reading.references:
        if printed and work in cited and printed.rstrip(".") != cited[work]:
            problems.error(
                "numbers-differ",
                f"the reference list prints `{work}` as number {printed.rstrip('.')}, "
                f"the text cites it as {cited[work]}",
                where,
                _BUILD,
            )


def compare_editions(readings: Mapping[str, FileReading], problems: Problems) -> None:
    """Compare the editions' reference lists: the same works under the same numbers.

    ``readings`` are of one format, by file name.  A list without numbers may have another order
    in another script: its own alphabet comes first.  What most editions have is taken to be
    right; of as many, what the first has.
    """
    lists = {
        name: _comparable(each.references) for name, each in readings.items() if not each.is_empty
    }
    if not lists:
        return
    counts = Counter(lists.values())
    usual = max(counts, key=lambda each: counts[each])
    right = next(name for name, each in lists.items() if each == usual)
    for name, references in lists.items():
        if references != usual:
            problems.error(
                "editions-differ",
                f"its reference list is not that of {right}: "
                f"{_first_difference(usual, references)}",
                Location(file=name),
                "every language must cite the same works",
            )


def _comparable(references: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """Return a list as it must be in all editions: in any order where it has no numbers."""
    numbered = any(each.label for each in references)
    return references if numbered else tuple(sorted(references, key=lambda each: each.work))


def _first_difference(asked: Sequence[Cited], told: Sequence[Cited]) -> str:
    for index, (one, other) in enumerate(zip(asked, told, strict=False), start=1):
        if one != other:
            return f"number {index} should be {_name(one)}, but is {_name(other)}"
    if len(asked) > len(told):
        return f"{_name(asked[len(told)])} and {len(asked) - len(told) - 1} more are missing"
    return f"{_name(told[len(asked)])} and {len(told) - len(asked) - 1} more are too many"


def _name(cited: Cited) -> str:
    return f"`{cited.work}` (“{cited.label}”)" if cited.label else f"`{cited.work}`"
