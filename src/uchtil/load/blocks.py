"""A section's Markdown as its blocks: what stands between blank lines, with its lines.

A block may carry a weight, ``{{ weight(2) }}`` or ``{{ weight(3) }}``: how soon it is left out
where an article must be short (``render.trimming``).  A weight prints nothing: it is taken out
before anything is rendered, together with the white space that it stands in.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from uchtil.language.prose import JINJA
from uchtil.problems import Location

PARAGRAPH = "paragraph"
EXHIBITS = ("table", "figure")

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_JINJA = re.compile(JINJA, re.DOTALL)
_WEIGHT = re.compile(r"\{\{-?\s*weight\(\s*([23])\s*\)\s*-?\}\}")
_WEIGHT_IN_PLACE = re.compile(
    rf"^[ \t]*{_WEIGHT.pattern}[ \t]*\n"  # on a line of its own
    rf"|^{_WEIGHT.pattern}[ \t]*"
    rf"|[ \t]*{_WEIGHT.pattern}",
    re.MULTILINE,
)
_EXHIBIT = re.compile(r"\{\{\s*(table|figure)\(\s*[\"']([^\"']*)[\"']\s*\)\s*\}\}")
_HEADING = re.compile(r"(#{1,6})\s")
_UNDERLINE = re.compile(r"=+|-+")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_KINDS = (
    ("list item", re.compile(r"[-*+]\s|\(?(?:\d+|#|[a-z])[.)]\s|\(@")),
    ("quotation", re.compile(r">")),
    ("note", re.compile(r"\[\^[^\]]+\]:")),
    ("code", _FENCE),
    ("division", re.compile(r":::")),
    ("grid", re.compile(r"[|+]")),
)
"""What the first characters of a block say of its kind; anything else is a paragraph."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One block of a section in one language.

    ``kind`` tells headings (by level), paragraphs, list items, quotations, notes… apart;
    ``exhibit`` is the id of a table or figure.  ``number`` counts the blocks of this kind
    from 1; that of a paragraph is the one in its identifier (``border-p3``).  ``text`` is
    as written, with single spaces and without weights; ``first`` and ``last`` are lines of the
    file.  ``weights`` are those it carries, ``standing`` is its weight: its own, or that of a
    heading above it.
    """

    kind: str
    number: int
    text: str
    file: str
    first: int
    last: int
    exhibit: str = ""
    weights: tuple[int, ...] = ()
    standing: int = 1

    @property
    def weight(self) -> int:
        """Its own weight: 1 where it carries none."""
        return max(self.weights, default=1)

    @property
    def level(self) -> int:
        """The level of a heading; 0 for anything else."""
        return int(self.kind.removeprefix("heading ")) if self.kind.startswith("heading ") else 0

    @property
    def name(self) -> str:
        """How messages call it: "paragraph 3", "the heading", "the table `lines`"."""
        if self.exhibit:
            return f"the {self.kind} `{self.exhibit}`"
        if self.kind.startswith("heading"):
            return "the heading" if self.kind == "heading 1" else f"subheading {self.number}"
        return f"{self.kind} {self.number}"

    @property
    def where(self) -> Location:
        """Where it begins."""
        return Location(file=self.file, line=self.first)

    @property
    def is_written(self) -> bool:
        """Whether it is a text of this language, and not the place of a table or figure."""
        return not self.exhibit


def blocks_of(text: str, where: Location) -> tuple[Block, ...]:
    """Split a text; ``where`` is the place of its first line."""
    numbers: Counter[str] = Counter()
    found = []
    above: dict[int, int] = {}  # the weights of the headings that hold, by level
    for first, lines in _pieces(text):
        whole = "\n".join(lines)
        weights = tuple(int(each) for each in _WEIGHT.findall(whole))
        written = " ".join(without_weights(whole).split())
        exhibit = _EXHIBIT.fullmatch(written)
        if not exhibit and not _JINJA.sub(_shown, written).strip():
            continue  # `{% set … %}` prints nothing
        kind = exhibit[1] if exhibit else _kind(lines)
        if kind == "note" and text.count(written.partition(":")[0]) < 2:
            continue  # no word leads to it, so it is not printed
        numbers[kind] += 1
        start = max(where.line, 1) + first
        block = Block(
            kind=kind,
            number=numbers[kind],
            text=written,
            file=where.file,
            first=start,
            last=start + len(lines) - 1,
            exhibit=exhibit[2] if exhibit else "",
            weights=weights,
        )
        if block.level:
            above = {level: weight for level, weight in above.items() if level < block.level}
            above[block.level] = block.weight
        # A note stands where its writer pleased: it goes with the words that lead to it.
        over = () if kind == "note" else above.values()
        found.append(replace(block, standing=max(block.weight, *over, 1)))
    return tuple(found)


def without_weights(text: str) -> str:
    """Return a text as if it had no weights; what follows keeps its line when rendered.

    A line that only holds a weight becomes a comment of Jinja's with the end of that line.
    """
    return _WEIGHT_IN_PLACE.sub(lambda found: "{#\n#}" if found[0].endswith("\n") else "", text)


def lone_weights(text: str, where: Location) -> tuple[Location, ...]:
    """Return where a weight stands that no block carries."""
    blocks = blocks_of(text, where)
    found = []
    for weight in _WEIGHT.finditer(_COMMENT.sub(_blank, text)):
        line = max(where.line, 1) + text.count("\n", 0, weight.start())
        if not any(block.first <= line <= block.last for block in blocks):
            found.append(Location(file=where.file, line=line))
    return tuple(found)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _shown(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("{{") else ""


def _kind(lines: list[str]) -> str:
    line = lines[0].strip()
    if heading := _HEADING.match(line):
        return f"heading {len(heading[1])}"
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1].strip()):
        return f"heading {1 if '=' in lines[1] else 2}"
    return next((kind for kind, begins in _KINDS if begins.match(line)), PARAGRAPH)


def _pieces(text: str) -> list[tuple[int, list[str]]]:
    """Return the lines between blank lines, with the number of the first, from 0.

    Blank lines inside of braces or of fenced code end nothing; a heading is a block of its
    own though no blank line follows.
    """
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    joined = {
        text.count("\n", 0, place) + 1
        for found in _JINJA.finditer(text)
        for place in range(found.start(), found.end())
        if text[place] == "\n"
    }
    pieces: list[tuple[int, list[str]]] = []
    piece: list[str] = []
    fence = ""
    for number, line in enumerate(text.split("\n")):
        if not fence and not line.strip() and number not in joined:
            piece = []
            continue
        if not piece:
            pieces.append((number, piece))
        piece.append(line)
        if marker := _FENCE.match(line):
            closes = fence and marker[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence or marker[1]
        if len(piece) == 1 and _HEADING.match(line) and not fence:
            piece = []
    return pieces
