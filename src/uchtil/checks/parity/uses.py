"""What the languages of a row use, and how messages tell it."""

from __future__ import annotations

from collections.abc import Sequence

from uchtil.checks.parity.align import Row
from uchtil.language import language
from uchtil.render import UseKind
from uchtil.render.uses import Use

Places = dict[str, dict[str, list[Use]]]
"""The uses of each thing by language."""


def places_of(row: Row, kind: UseKind) -> Places:
    """Return the uses of one kind, by what is used and by language."""
    places: Places = {}
    for code, uses in row.uses.items():
        for use in uses:
            if use.kind is kind:
                places.setdefault(use.id, {}).setdefault(code, []).append(use)
    return places


def lines_of(row: Row, languages: Sequence[str]) -> str:
    """Return where a row begins in some languages: "a/uz.md:3 and a/ru.md:3"."""
    return " and ".join(str(row.blocks[code].where) for code in languages)


def figures_of(code: str, uses: Sequence[Use]) -> tuple[str, ...]:
    """Return the values that are printed, as all languages share them."""
    read = language(code).numerals.read
    return tuple(sorted(each.value for use in uses for each in read(use.printed)))


def ending_of(languages: Sequence[str]) -> str:
    """Return the ending of a verb whose subject are languages."""
    return "s" if len(languages) == 1 else ""
