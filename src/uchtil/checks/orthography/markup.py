"""Markup that would be printed as it stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from uchtil.checks.orthography.finding import NBSP, Finding
from uchtil.language.orthography import Orthography
from uchtil.load.texts import FILL, NOTHING, Text

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w+);")
_SIGN = re.compile(r"[*_{}%\[\]<]")
"""What any of the marks below begins with; most texts have none of these."""
_MARKUP = re.compile(
    r"\*\*|(?<!\w)__(?=\w)|\{\{|\}\}|\{%|%\}|\[@|\[\^|</?[a-z]\w*\s*/?>"
    r"|(?<![\w*])\*(?=\w)[^*\n]*\w\*(?![\w*])|\]\("
)
_MARKUP_IN_MARKDOWN = re.compile(r"\*\*|\{\{|\}\}|\{%|%\}")


def _plain(text: str) -> str:
    return " ".join(text.replace(NOTHING, "").replace(FILL, "…").split())


def left_markup(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell entities, tags and marks that no reader of the text takes for mark-up."""
    for found in _ENTITY.finditer(prose):
        right = html.unescape(found[0])
        if right != found[0] and not (text.is_markdown and right in "&<>"):
            yield Finding(
                code="markup-left",
                start=found.start(),
                end=found.end(),
                message=f"`{found[0]}` is an entity of HTML",
                hint=f"write the sign itself: U+{ord(right[0]):04X}",
                right=right if right.isprintable() or right == NBSP else None,
            )
    if text.is_markdown:
        yield from _unpaired(prose)
        return
    for found in _MARKUP.finditer(prose) if _SIGN.search(prose) else ():
        yield _left(found.start(), found.end(), found[0], "would be printed as it stands")


def _unpaired(prose: str) -> Iterator[Finding]:
    """Yield the last sign of strong emphasis in a paragraph that has an odd number of them."""
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", prose):
        signs = list(_MARKUP_IN_MARKDOWN.finditer(paragraph[0]))
        strong = [each for each in signs if each[0] == "**"]
        for each in signs:
            if each[0] != "**" or (len(strong) % 2 and each is strong[-1]):
                start = paragraph.start() + each.start()
                yield _left(start, start + len(each[0]), each[0], "has no partner")


def _left(start: int, end: int, shown: str, what: str) -> Finding:
    return Finding(
        code="markup-left",
        start=start,
        end=end,
        message=f"`{_plain(shown)}` is markup, and {what}",
        hint="take it out",
    )
