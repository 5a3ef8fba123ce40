"""The same works, the same numbers, the same order, in all formats and editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from uchtil.checks.readback.records import Cited, FileReading, squeeze, without_repeats
from uchtil.problems import Location, Problems


def compare_with_expected(
    file: str, reading: FileReading, expected: FileReading, problems: Problems
) -> None:
    """Compare one finished file with what citeproc gave for its edition."""
    where = Location(file=file)
    for complaint in reading.broken:
        problems.error("broken-output", complaint, where, "this is a fault of the build")
    told = [Cited(work, squeeze(label)) for work, label in without_repeats(reading.citations)]
    asked = [Cited(work, squeeze(label)) for work, label in without_repeats(expected.citations)]
    if told != asked:
        problems.error(
            "citations-differ",
            f"the file's citations are not those of the text: {_first_difference(asked, told)}",
            where,
            "this is a fault of the build",
        )
    listed, wanted = [c.work for c in reading.references], [c.work for c in expected.references]
    if listed != wanted:
        problems.error(
            "references-differ",
            "the file's reference list is not that of the text: "
            + _first_difference([Cited(w, "") for w in wanted], [Cited(w, "") for w in listed]),
            where,
            "this is a fault of the build",
        )


def compare_editions(readings: Mapping[str, FileReading], problems: Problems) -> None:
    """Compare the editions' reference lists: the same works under the same numbers.

    ``readings`` are of one format, by file name; only lists that print numbers carry
    them, but the order of works must be the same in any case.
    """
    first_name, first = next(iter(readings.items()), ("", None))
    if first is None:
        return
    for name, reading in readings.items():
        if reading.references != first.references:
            difference = _first_difference(list(first.references), list(reading.references))
            problems.error(
                "editions-differ",
                f"its reference list is not that of {first_name}: {difference}",
                Location(file=name),
                "every language must cite the same works",
            )


def _first_difference(asked: Sequence[Cited], told: Sequence[Cited]) -> str:
    for index, (one, other) in enumerate(zip(asked, told, strict=False), start=1):
        if one != other:
            return f"number {index} should be {_name(one)}, but is {_name(other)}"
    if len(asked) > len(told):
        return f"{_name(asked[len(told)])} and {len(asked) - len(told) - 1} more are missing"
    return f"{_name(told[len(asked)])} and {len(told) - len(asked) - 1} more are too many"


def _name(cited: Cited) -> str:
    return f"`{cited.work}` (“{cited.label}”)" if cited.label else f"`{cited.work}`"
