"""One wrong sign, and how messages show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uchtil.load.texts import FILL, NOTHING
from uchtil.problems import Severity

NBSP = "\u00a0"
LETTER = r"[^\W\d_]"
IN_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
IN_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One wrong sign: where in the text, what is wrong, and what should stand there.

    ``start`` and ``end`` count in the text's slice; ``right`` is ``None`` where only a person
    can tell what is right.
    """

    code: str
    start: int
    end: int
    message: str
    hint: str
    right: str | None = None
    severity: Severity = Severity.WARNING


def around(prose: str, start: int, end: int) -> str:
    """Return the words around a place, as messages show them."""
    before = _shown(prose[max(0, start - 300) : start].rpartition("\n")[2])
    after = _shown(prose[end : end + 300].partition("\n")[0])
    if len(before) > 24:
        before = before[-24:].partition(" ")[2]
    if len(after) > 24:
        after = after[:24].rpartition(" ")[0]
    return f"{before}{_shown(prose[start:end])}{after}".strip()


def _shown(prose: str) -> str:
    shown = re.sub(rf"{FILL}+", "…", prose.replace(NOTHING, ""))
    return re.sub(r"\s+", " ", shown)


def named(sign: str) -> str:
    """Return a sign as messages show it, with its number in Unicode."""
    sign = sign.replace(NOTHING, "")
    return f"{sign} (U+{ord(sign[0]):04X})"
