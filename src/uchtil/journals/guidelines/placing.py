"""Where a page places things one below the other: "at the top left the UDC, then the authors"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from uchtil.journals.guidelines.elements import Element, element_at, element_in
from uchtil.journals.guidelines.sayings import Saying

_NEXT = re.compile(
    r"(?<!\w)(?:затем|далее|ниже|на (?:следующей|новой|отдельной) строке"
    r"|(?:через )?строк(?:ой|у) ниже|под ним\w*|через (?:одну |\d )?(?:строк\w+|интервал)"
    r"|then|below|followed by"
    r"|(?:on|in) the (?:next|following) line|under (?:it|them)|so'ngra|undan so'ng|keyin"
    r"|keyingi qator\w*|(?:undan )?pastda|tagida|ostida)(?!\w)"
)
"""What leads from one thing on the page to the next."""
_FIRST = re.compile(
    r"(?:верхн|лев|прав)\w+ (?:верхн\w+ )?угл\w+|(?:слева|справа) вверху|в начале стать\w+"
    r"|перв\w+ (?:странице|строке)|(?:upper|top)[ -](?:left|right)|(?:left|right)[ -]hand"
    r"|first (?:page|line)|birinchi (?:bet|sahifa|qator)\w*"
    r"|(?:begins?|starts?|opens) with|начина\w+ с(?!\w)|открыва\w+(?!\w)|(?:bilan|dan) boshlan\w+"
    r"|yuqori (?:chap|o'ng)|(?:chap|o'ng) yuqori"
)
"""What tells where all begins."""
_LEAST = 3
_PLACED = frozenset(
    ("udc", "irsti", "doi", "title", "authors", "author-data", "affiliations", "contacts")
) | {"abstract", "keywords", "funding"}


def placed(page: Sequence[Saying]) -> list[Element]:
    """Return what the first paragraph that places a title and more has, in its order."""
    for _, group in groupby(page, key=lambda each: id(each.source)):
        said = list(group)
        if not any(_FIRST.search(each.text) for each in said):
            continue
        found: dict[str, Element] = {}
        for saying in said:
            if found and not _NEXT.search(saying.text):
                break
            for each in _in_order(saying):
                found.setdefault(each.name, each)
        if len(found) >= _LEAST and "title" in found:
            return [*found.values()]
    return []


def _in_order(saying: Saying) -> Iterator[Element]:
    """Yield the first thing behind each word that leads on, and what is joined to it by commas."""
    text = saying.text
    first = _FIRST.search(text)
    begins = sorted((first.start() if first else 0, *(m.end() for m in _NEXT.finditer(text))))
    for start, end in zip(begins, [*begins[1:], len(text)], strict=True):
        at = start
        for number, piece in enumerate(re.split("[,;]", text[start:end])):
            found = element_at(saying, at, piece) if number else element_in(saying, at, piece)
            at += len(piece) + 1
            if found is not None and found.name in _PLACED:
                yield found
