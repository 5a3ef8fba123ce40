"""Names of people and bodies, read without guessing.

BibTeX guesses which word of ``Икром Илёмжон ўғли Хайруллаев`` is the family name, and
takes ``ўғли`` for a nobiliary particle.  Here nothing is guessed: a person is written
``Family, Given``, a body in braces of its own, a person known by one word as that word.
"""

from __future__ import annotations

import re

from uchtil.bibliography.reference import PersonName
from uchtil.bibliography.values import WrongValue, plain

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:et al\.?|и др\.?|ва бошқ(?:алар|\.)?|va boshq(?:alar|\.)?)", re.I)


def read_names(text: str, field: str) -> tuple[tuple[PersonName, ...], bool]:
    """Return the names of a field, and whether "and others" stands at its end.

    Raises ``WrongValue`` for a name of several words without a comma, with more than two
    commas, or with "et al." in it.
    """
    parts = [part.strip() for part in split_outside_braces(" ".join(text.split()), _AND)]
    others = len(parts) > 1 and parts[-1].lower() == "others"
    if others:
        parts.pop()
    return tuple(_read_name(part, field) for part in parts), others


def _read_name(text: str, field: str) -> PersonName:
    if is_braced(text):
        return PersonName(literal=plain(text, field))
    if found := _OTHERS.search(text):
        raise WrongValue(
            "wrong-name",
            f"the field `{field}` holds `{found[0]}`",
            "end the list of names with `and others`",
        )
    parts = [plain(part, field) for part in split_outside_braces(text, re.compile(r"\s*,\s*"))]
    if not all(parts) or len(parts) > 3:
        raise WrongValue(
            "wrong-name",
            f"`{text}` in the field `{field}` is not a name",
            "write `Family, Given`, and `and` between two names",
        )
    if len(parts) == 1 and " " in parts[0]:
        raise WrongValue(
            "wrong-name",
            f"which word of `{parts[0]}` in the field `{field}` is the family name?",
            f"write `Family, Given`, or `{{{parts[0]}}}` for a body",
        )
    particle, family = _particle(parts[0])
    return PersonName(
        family=family,
        given=parts[-1] if len(parts) > 1 else "",
        particle=particle,
        suffix=parts[1] if len(parts) == 3 else "",
    )


def _particle(family: str) -> tuple[str, str]:
    words = family.split()
    small = 0
    while small < len(words) - 1 and words[small][0].islower():
        small += 1
    return " ".join(words[:small]), " ".join(words[small:])


def is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of a name: that of a body."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return position == len(text) - 1
    return False


def split_outside_braces(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split at a separator that does not stand inside braces."""
    parts, begin = [], 0
    for match in separator.finditer(text):
        before = text[: match.start()]
        if before.count("{") == before.count("}"):
            parts.append(text[begin : match.start()])
            begin = match.end()
    return [*parts, text[begin:]]
