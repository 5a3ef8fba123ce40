"""The gold set (tests/data/intake/gold): read, and held against what is found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from uchtil.checks.passages import SearchedText
from uchtil.intake.recognise import Amount, Document, Find, FindKind, Named, Recogniser
from uchtil.load.project import load_project
from uchtil.model import Bound, Scale
from uchtil.problems import Problems

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "tests" / "data" / "intake" / "gold"
TAGS = {"uz": "uz-Latn-UZ", "uz-cyrl": "uz-Cyrl-UZ", "ru": "ru-RU", "en": "en-GB"}
KINDS = {
    "d": FindKind.DATE,
    "a": FindKind.AMOUNT,
    "n": FindKind.NAME,
    "o": FindKind.DOCUMENT,
}
HELD_SOURCES = ("002_", "003_")
"""The sources that were not looked at while the rules were made."""
_MARK = re.compile(r"\[\[(?P<kind>[dano]) (?P<value>[^\[\]]*?): (?P<words>[^\[\]]*)\]\]")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One annotation: its kind, where it stands in the paragraph, and its value."""

    kind: FindKind
    start: int
    end: int
    value: str
    status: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """One paragraph with all that is to be found in it; ``kinds`` are those that were annotated."""

    name: str
    text: str
    tag: str
    wanted: tuple[Wanted, ...]
    kinds: frozenset[FindKind]


@dataclass
class Score:
    """Hits, misses and false finds, by kind."""

    hits: Counter[FindKind] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    misses: Counter[FindKind] = field(default_factory=Counter)
    falses: Counter[FindKind] = field(default_factory=Counter)
    statuses: Counter[bool] = field(default_factory=Counter)

    def precision(self, kind: FindKind) -> float:
        return self.hits[kind] / max(1, self.hits[kind] + self.falses[kind])

    def recall(self, kind: FindKind) -> float:
        return self.hits[kind] / max(1, self.hits[kind] + self.misses[kind])


@cache
def recogniser() -> Recogniser:
    project = load_project(ROOT, Problems())
    assert project is not None
    return Recogniser(project.names, project.units)


def marked(line: str) -> tuple[str, tuple[Wanted, ...]]:
    """Return a marked line's text, and the annotations."""
    text, done, wanted = "", 0, []
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        value, _, status = match["value"].partition(" !")
        wanted.append(
            Wanted(
                kind=KINDS[match["kind"]],
                start=len(text),
                end=len(text) + len(match["words"]),
                value=value,
                status=status,
                words=match["words"],
            )
        )
        text += match["words"]
        done = match.end()
    return text + line[done:], tuple(wanted)


def own(part: str) -> Iterator[Case]:
    """Yield the cases of our own sentences: ``tuned`` or ``held``."""
    for code, tag in TAGS.items():
        lines = (GOLD / part / f"{code}.txt").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            text, wanted = marked(line)
            yield Case(
                name=f"{part}/{code}.txt:{number}",
                text=text,
                tag=tag,
                wanted=wanted,
                kinds=frozenset(KINDS.values()) - {FindKind.DOCUMENT},
            )


def sources(folder: Path, *, held: bool) -> Iterator[Case]:
    """Yield the cases of the five texts of the first review."""
    rows = [
        line.split("\t") for line in (GOLD / "sources.tsv").read_text(encoding="utf-8").splitlines()
    ]
    for name in dict.fromkeys(row[0] for row in rows):
        if name.startswith(HELD_SOURCES) is not held:
            continue
        text = (folder / name).read_text(encoding="utf-8").replace("\r\n", "\n")
        at = 0
        for number, paragraph in enumerate(SearchedText(text).paragraphs, 1):
            start = text.index(paragraph.text, at)
            at = start + len(paragraph.text)
            wanted = tuple(
                Wanted(
                    kind=KINDS[kind],
                    start=int(offset) - start,
                    end=int(offset) - start + int(length),
                    value=value,
                    status="",
                    words=words,
                )
                for file, offset, length, kind, value, words in rows
                if file == name and start <= int(offset) < at
            )
            yield Case(
                name=f"{name[:3]} paragraph {number}",
                text=paragraph.text,
                tag="uz-Cyrl-UZ" if name.startswith("002_") else "uz-Latn-UZ",
                wanted=wanted,
                kinds=frozenset({FindKind.DATE, FindKind.AMOUNT}),
            )


def shown(find: Find) -> str:
    """Return a find's value as the gold set writes it."""
    value = find.value
    if isinstance(value, Named):
        return value.name
    if isinstance(value, Document):
        return value.kind
    if not isinstance(value, Amount):
        return str(value)
    quantity = value.quantity
    bound = "up-to" if find.note == "up to" else quantity.bound.value
    ends = [quantity.amount] if quantity.upper is None else [quantity.amount, quantity.upper]
    parts = [
        "" if bound == Bound.EXACT.value else bound,
        "-".join(f"{end:f}" for end in ends),
        "" if quantity.scale is Scale.ONE else quantity.scale.value,
        quantity.unit or "-",
    ]
    return " ".join(part for part in parts if part)


def same(wanted: Wanted, find: Find) -> bool:
    """Whether a find is the one that is wanted: it stands there, and means the same."""
    if find.kind is not wanted.kind or find.start >= wanted.end or wanted.start >= find.end:
        return False
    got = shown(find)
    if wanted.kind is FindKind.AMOUNT:
        return _plain(wanted.value) == _plain(got) or (
            wanted.value.endswith(" -") and _plain(wanted.value)[:-1] == _plain(got)[:-1]
        )
    if isinstance(find.value, Named):
        return wanted.value in (find.value.name, *find.value.others)
    return wanted.value == got


_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _plain(value: str) -> list[str]:
    """Return bound, number and unit of a written amount."""
    parts = value.split()
    scale = next((_SCALES[part] for part in parts if part in _SCALES), 1)
    return [
        "-".join(f"{float(end) * scale:g}" for end in part.split("-"))
        if part[0].isdigit()
        else part
        for part in parts
        if part not in _SCALES
    ]


def score(cases: Iterable[Case]) -> Score:
    """Recognise all cases, and count."""
    result = Score()
    for case in cases:
        finds = [each for each in recogniser().read(case.text, case.tag) if each.kind in case.kinds]
        left = list(finds)
        for wanted in case.wanted:
            if wanted.kind not in case.kinds:
                continue
            find = next((each for each in left if same(wanted, each)), None)
            if find is None:
                result.misses[wanted.kind] += 1
                result.missed.append(
                    f"{case.name}: {wanted.kind.value} {wanted.value} ({wanted.words})"
                )
                continue
            left.remove(find)
            result.hits[wanted.kind] += 1
            if wanted.status and isinstance(find.value, Amount):
                status = find.value.status
                result.statuses[status is not None and status.value == wanted.status] += 1
        titles = [each for each in case.wanted if each.kind is FindKind.DOCUMENT]
        for each in left:
            if each.kind is FindKind.NAME and any(
                each.start < title.end and title.start < each.end for title in titles
            ):
                continue
            result.falses[each.kind] += 1
            words = " ".join(each.words.split())
            result.false.append(f"{case.name}: {each.kind.value} {shown(each)} ({words})")
    return result
