"""Where sentences end, in any of the languages."""

from __future__ import annotations

import re

_END = re.compile(r"(\S*?[.!?…])[»”“’\"\])]*\s+(?=[«„“\"(\[]*[\w])")
_SHORT_OF = {
    "ru": "г гг в вв с сс т тт д стр см ср напр им проф акад п пп гл ч рис табл руб тыс млн млрд"
    " макс мин",
    "en": "p pp vol no ed eds cf ca vs dr prof st al e.g i.e fig max min",
    "uz": "b bet y yy m j mas sh k v va boshq qar maks b.t",
}
_SHORT = frozenset(word for words in _SHORT_OF.values() for word in words.split())
"""Words that end in a full stop and end no sentence, without that stop."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends.

    A stop after an initial, an abbreviation of the list or before a small letter ends none.
    """
    found, start = [], 0
    for match in _END.finditer(text):
        word = match[1].rstrip(".!?…").strip('«„“"([').casefold()
        following = text[match.end() :].lstrip('«„“"([')[:1]
        stop = match[1].endswith(".")
        initial = len(word) < 2 and not word.isdecimal()
        if stop and (word in _SHORT or initial or following.islower()):
            continue
        found.append((start, match.end()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found
