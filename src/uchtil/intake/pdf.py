"""The text of a PDF: lines joined to paragraphs, words broken at their ends made whole.

pdfium reads it, in a process of its own (`pdf_lines.py`).  What repeats at the head or the foot
of pages is left out, and told.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from uchtil.intake.blocks import Block, Note, Reading, Refused, broken, locked, tidy, unbounded
from uchtil.intake.hyphens import HYPHENS, joined, known_words, made_whole

_READER = Path(__file__).with_name("pdf_lines.py")
_ZONE = 0.12
"""What share of a page's height, above and below, running heads and feet stand in."""
_LIKE = 3.0
"""How many points apart what repeats may stand."""
_LETTERS = 20
"""Fewer letters than these on a page are stamps of a scan."""
_NO_MEANING = 0.05
"""What share of signs may have no meaning before a text is taken for none."""

_PAGE_NUMBER = re.compile(r"(?:\W*(?:page|стр\.?|с\.|bet|бет)?\W*)\d{1,4}(?:\W*bet)?\W*\Z", re.I)
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]\d]*\Z")
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")
_SPAN = re.compile(r"\d[–—-]\Z")
"""The first of two numbers."""
_ITEM = re.compile(r"(?:[•▪●◦–—-]|\[\d+\]|\d{1,3}[.)])\s+\D")
_LIGATURES = {
    chr(code): each
    for code, each in enumerate(["ff", "fi", "fl", "ffi", "ffl", "st", "st"], 0xFB00)
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What reading a PDF may take; ``pages`` is how many it may have."""

    megabytes: int = 1500
    seconds: int = 60
    pages: int = 3000


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it stands on its page; words that were broken make two lines one."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    page: int

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read_pdf(data: bytes, limits: Limits) -> Reading:
    """Return what a PDF says; raises ``Refused``."""
    told = _lines_of(data, limits)
    pages: list[list[_Line]] = [
        [_Line(_UNSEEN.sub("", line[0]), *(*line[1:], page)) for line in each["lines"]]
        for page, each in enumerate(told["pages"], 1)
    ]
    empty = [number for number, lines in enumerate(pages, 1) if _letters(lines) < _LETTERS]
    if len(empty) == len(pages):
        if any(each["pictures"] for each in told["pages"]):
            raise Refused(
                code="source-scanned",
                message="the file holds pictures of pages, and no text",
                hint="recognise the letters (OCR), look them through, and add that text",
            )
        return Reading(blocks=())
    _look_for_meaning(pages)
    heights = [each["height"] for each in told["pages"]]
    pages, notes = _without_furniture(pages, heights)
    scanned = [number for number in empty if told["pages"][number - 1]["pictures"]]
    if scanned:
        notes.append(
            Note(
                code="source-page-scanned",
                message=f"{_pages(scanned)} without text, but with a picture",
                hint="read what the picture shows; nothing of it is in the text",
                matters=True,
            )
        )
    lines = [line for page in pages for line in page]
    return Reading(
        blocks=tuple(_blocks(lines)),
        metadata=_metadata(told["metadata"]),
        title=_title(lines),
        notes=tuple(notes),
    )


def _lines_of(data: bytes, limits: Limits) -> dict[str, Any]:
    """Return what the reader printed, or raise what became of it."""
    try:
        done = subprocess.run(
            [
                *(sys.executable, "-I", str(_READER)),
                *(str(limits.megabytes), str(limits.seconds), str(limits.pages)),
            ],
            capture_output=True,
            input=data,
            timeout=2 * limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise unbounded(f"reading it takes more than {limits.seconds} seconds") from error
    if done.returncode != 0:
        if -done.returncode in _OVER_TIME:
            raise unbounded(f"reading it takes more than {limits.seconds} seconds")
        if -done.returncode in _OVER_MEMORY or b"MemoryError" in done.stderr:
            raise unbounded(f"reading it takes more than {limits.megabytes} MB of memory")
        raise broken("what reads it broke off")
    told: dict[str, Any] = json.loads(done.stdout)
    if told.get("error") == "locked":
        raise locked()
    if told.get("error") == "pages":
        raise unbounded(f"it has more than {limits.pages:,} pages")
    if "error" in told:
        raise broken(told["error"])
    return told


_OVER_TIME = (24, 9)
"""Signals: the time for computing is over (SIGXCPU), killed."""
_OVER_MEMORY = (4, 5, 6)
"""What pdfium ends itself by where it gets no memory: SIGILL, SIGTRAP, SIGABRT."""


def _letters(lines: Sequence[_Line]) -> int:
    return sum(sign.isalpha() for line in lines for sign in line.words)


def _look_for_meaning(pages: Sequence[Sequence[_Line]]) -> None:
    signs = Counter(sign for page in pages for line in page for sign in line.words)
    none = sum(
        count
        for sign, count in signs.items()
        if sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or (sign < " " and sign not in "\x02\t")
    )
    share = none / max(sum(signs.values()), 1)
    if share > _NO_MEANING:
        raise Refused(
            code="source-glyphs",
            message=f"{share:.0%} of the letters of the file stand for no character",
            hint="its fonts do not say what they draw: recognise the letters (OCR), and add "
            "that text",
        )


def _pages(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:10])) + ("…" if len(numbers) > 10 else "")
    return f"page {listed} is" if len(numbers) == 1 else f"pages {listed} are"


# --- what repeats on pages --------------------------------------------------------------------


def _without_furniture(
    pages: Sequence[list[_Line]], heights: Sequence[float]
) -> tuple[list[list[_Line]], list[Note]]:
    """Return the pages without running heads, feet and page numbers, and notes that tell them."""
    standing: defaultdict[str, list[_Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            if line.bottom > (1 - _ZONE) * height or line.top < _ZONE * height:
                standing[re.sub(r"\d+", "#", tidy(line.words).casefold())].append(line)
    dropped: set[_Line] = set()
    notes: list[Note] = []
    least = max(2, round(0.3 * len(pages)))
    for found in standing.values():
        place = statistics.median(line.bottom for line in found)
        alike = [line for line in found if abs(line.bottom - place) <= _LIKE]
        numbers = [line for line in alike if _PAGE_NUMBER.match(tidy(line.words))]
        if len({line.page for line in alike}) >= least or (numbers and len(numbers) == len(pages)):
            dropped.update(alike)
            on = len({line.page for line in alike})
            what = "page numbers" if len(numbers) == len(alike) else f"“{tidy(alike[0].words)}”"
            notes.append(
                Note(
                    code="source-furniture",
                    message=f"left out at the edge of {on} of {len(pages)} pages: {what}",
                )
            )
    return [[line for line in lines if line not in dropped] for lines in pages], notes


# --- lines and paragraphs ---------------------------------------------------------------------


def _blocks(lines: Sequence[_Line]) -> list[Block]:
    if not lines:
        return []
    known = known_words(line.words for line in lines)
    gap, height = _usual(lines)
    edges = _edges(lines, height)
    made: list[list[_Line]] = []
    for line in lines:
        if made and _goes_on(made[-1][-1], line, gap, height, edges):
            made[-1].append(line)
        else:
            made.append([line])
    blocks = []
    for each in made:
        text = each[0].words
        for line in each[1:]:
            text = joined(text.rstrip(), line.words.lstrip(), known)
        text = made_whole(text, known)
        for ligature, letters in _LIGATURES.items():
            text = text.replace(ligature, letters)
        blocks.append(Block(text=tidy(text), page=each[0].page))
    return [block for block in blocks if block.text]


def _usual(lines: Sequence[_Line]) -> tuple[float, float]:
    """Return the usual distance between a line and the next, and the usual height of a line."""
    height = statistics.median(line.size for line in lines)
    gaps = [
        above.bottom - line.bottom
        for above, line in pairwise(lines)
        if above.page == line.page
        and above.bottom > line.bottom
        and abs(above.size - line.size) < 1
    ]
    near = [each for each in gaps if each < 4 * height]
    return (statistics.median(near) if near else 1.2 * height), height


def _edges(lines: Sequence[_Line], height: float) -> Mapping[tuple[int, int], float]:
    """Return how far the lines of a page reach that begin at about the same place."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        for column in (_column(line, height), _column(line, height) + 1):
            edges[line.page, column] = max(edges.get((line.page, column), 0.0), line.right)
    return edges


def _column(line: _Line, height: float) -> int:
    return int(line.left // (6 * max(height, 1)))


def _goes_on(
    above: _Line, line: _Line, gap: float, height: float, edges: Mapping[tuple[int, int], float]
) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    words, last = line.words.lstrip(), above.words.rstrip()
    if abs(above.size - line.size) > 0.12 * max(above.size, line.size):
        return False
    unfinished = last[-1:] in HYPHENS or not _ENDS_SENTENCE.search(last)
    if above.page != line.page or line.top > above.top + height:  # another page or column
        return unfinished and words[:1].islower()
    if (words[:1].islower() and unfinished) or _SPAN.search(last):
        return above.bottom - line.top < 1.5 * gap
    if above.bottom - line.bottom > (1.35 * gap if line.height < 1.8 * gap else 2.35 * gap):
        return False
    if above.size > 1.1 * height and unfinished:
        return True  # a heading, whose lines are set in the middle
    edge = edges.get((above.page, _column(above, height)), above.right)
    short = above.right < edge - 3 * height
    moved = not -5 * height <= line.left - above.left <= 0.5 * height
    begins = short or moved or bool(_ITEM.match(words))
    return not (begins and (short or not unfinished))


def _title(lines: Sequence[_Line]) -> str:
    """Return the words in the largest letters of the first page, if they are larger than most."""
    first = [line for line in lines if line.page == 1]
    if not first:
        return ""
    usual = statistics.median(line.size for line in lines)
    largest = max(line.size for line in first if _letters([line]) > 3) if _letters(first) > 3 else 0
    if largest < 1.1 * usual:
        return ""
    title: list[_Line] = []
    for line in first:
        if line.size > 0.97 * largest:
            title.append(line)
        elif title:
            break
    text = title[0].words
    for line in title[1:]:
        text = joined(text.rstrip(), line.words.lstrip(), Counter())
    return tidy(text.replace("\x02", "-"))


def _metadata(told: Mapping[str, object]) -> Mapping[str, str]:
    names = {"Title": "title", "Author": "author", "CreationDate": "date"}
    found = {ours: tidy(str(told.get(name) or "")) for name, ours in names.items()}
    if met := re.match(r"D:(\d{4})(\d\d)(\d\d)", found["date"]):
        found["date"] = "-".join(met.groups())
    return {name: text for name, text in found.items() if text}
