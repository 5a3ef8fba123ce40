"""Numbers and dates in finished pages, compared language by language.

What prose takes from facts is compared before anything is made (``compare``); here the
pages themselves are read, so that whatever reached them otherwise is found too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from uchtil.checks.parity.align import Row, told_in
from uchtil.language import language
from uchtil.load.blocks import PARAGRAPH
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Project, TypedNumber
from uchtil.problems import Problems

_SKIPPED = ("citation", "footnote-ref")
"""Classes of what is not text of the paragraph: its citations are compared as such."""


class Printed(NamedTuple):
    """One paragraph of a finished page: its identifier without a language, and its text."""

    language: str
    id: str
    text: str


def read_printed(path: Path, languages: Sequence[str], edition: str) -> tuple[Printed, ...]:
    """Return the paragraphs of an HTML file that have an identifier.

    ``edition`` is a language, or else one whose identifiers begin with theirs (``ru-``).
    """
    from lxml import html  # heavy, and needed only where pages were made

    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    found = []
    for element in tree.iter("p"):
        identifier = element.get("id")
        if not identifier:
            continue
        code, rest = edition, identifier
        if edition not in languages:
            code, _, rest = identifier.partition("-")
        if code in languages:
            found.append(Printed(code, rest, _text(element)))
    return tuple(found)


def _text(element: object) -> str:
    """Return the text of an element without its citations and its notes' marks."""
    parts: list[str] = []

    def walk(each: object) -> None:
        parts.append(each.text or "")  # type: ignore[attr-defined]
        for child in each:  # type: ignore[attr-defined]
            if isinstance(child.tag, str) and not set(_SKIPPED) & set(
                child.get("class", "").split()
            ):
                walk(child)
            parts.append(child.tail or "")

    walk(element)
    return "".join(parts)


def compare_printed(
    project: Project, rows: Iterable[Row], printed: Iterable[Printed], problems: Problems
) -> None:
    """Tell of numbers and dates that a paragraph prints in some languages (``numbers-differ``).

    What the review excepts from the rule that numbers come from facts is not compared: it
    may be a way of speaking of one language.
    """
    texts = {(each.language, each.id): each.text for each in printed}
    for row in rows:
        read: dict[str, _Numbers] = {}
        for code, block in row.blocks.items():
            text = texts.get((code, f"{row.section}-p{block.number}"))
            if block.kind == PARAGRAPH and text is not None:
                read[code] = _numbers(code, text, project.typed_numbers or ())
        if len(read) > 1:
            _tell(row, read, problems)


_Numbers = dict[str, list[str]]
"""The numbers of a paragraph by value, each as it is printed there, in order."""


def _numbers(code: str, text: str, exceptions: Iterable[TypedNumber]) -> _Numbers:
    for each in exceptions:
        if each.language == code:
            words = r"\s+".join(map(re.escape, each.words.split()))
            text = re.sub(rf"(?<!\w){words}(?!\w)", "\ue000", text)
    found: _Numbers = {}
    for number in language(code).numerals.read(text):
        shown = " ".join(text[number.start : number.end].split())
        found.setdefault(number.value, []).append(shown)
    return found


def _tell(row: Row, read: Mapping[str, _Numbers], problems: Problems) -> None:
    """Tell each language that prints a number more or less often than most others."""
    differing: dict[tuple[str, str], list[str]] = {}
    for value in dict.fromkeys(value for numbers in read.values() for value in numbers):
        times = {code: len(numbers.get(value, ())) for code, numbers in read.items()}
        counts = Counter(times.values())
        # Most languages are taken to be right; of as many, those that print it.
        usual = max(counts, key=lambda count: (counts[count], count))
        others = told_in((code for code in times if times[code] == usual), LANGUAGE_NAMES)
        for code, count in times.items():
            if count != usual:
                shown = next(numbers[value][0] for numbers in read.values() if value in numbers)
                here = read[code][value][0] if count else shown
                differing.setdefault((code, others), []).append(
                    f"“{here}” {_times(count)} instead of {_times(usual)}"
                )
    for (code, others), parts in differing.items():
        block = row.blocks[code]
        places = " and ".join(str(row.blocks[each].where) for each in read if each != code)
        problems.error(
            "numbers-differ",
            f"{block.name} of `{row.section}` prints {', '.join(parts)}, against {others}",
            block.where,
            f"compare it with {places}",
        )


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
