"""A copy of the shipped review to plant defects in, which remembers where they were planted.

A seed looks for its own spot (the first paragraph with a citation that no other seed has
taken), so that it survives edits of the content; and what is planted above another seed
moves that one's place along.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("uz", "ru", "en")


class NoGround(Exception):
    """The review has no spot for a seed: the seed needs another one."""


@dataclass(eq=False)
class Mark:
    """A planted spot: its file and line, and the line moves when others plant above it.

    A ``line`` of 0 is the file as a whole, as problems have it.
    """

    file: str
    line: int = 0

    @property
    def place(self) -> tuple[str, int]:
        return self.file, self.line


@dataclass(frozen=True)
class Spot:
    """A stretch of a file that a seed has found."""

    file: str
    start: int
    end: int
    text: str


@dataclass
class Ground:
    """A copy of the review; ``texts`` is the folder of the sources' texts, where it has one."""

    root: Path
    texts: Path | None = None
    marks: list[Mark] = field(default_factory=list)
    _taken: set[tuple[str, int]] = field(default_factory=set)

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def mark(self, file: str, offset: int | None = None) -> Mark:
        """Remember the line of a character, or a file as a whole."""
        line = 0 if offset is None else self.read(file).count("\n", 0, offset) + 1
        found = Mark(file, line)
        self.marks.append(found)
        return found

    def replace(self, spot: Spot, new: str) -> Mark:
        """Put something else in a spot; return where it now begins."""
        text = self.read(spot.file)
        assert text[spot.start : spot.end] == spot.text, spot
        first, last = (text.count("\n", 0, each) + 1 for each in (spot.start, spot.end))
        moved = new.count("\n") - spot.text.count("\n")
        for mark in self.marks:
            if mark.file == spot.file and mark.line > first and mark.line >= last:
                mark.line += moved
        (self.root / spot.file).write_text(
            text[: spot.start] + new + text[spot.end :], encoding="utf-8"
        )
        return self.mark(spot.file, spot.start)

    def find(self, file: str, pattern: str, *, after: str = "", group: int = 0) -> Spot:
        """Return the first place of a regular expression, behind that of another one."""
        text = self.read(file)
        begin = 0
        if after:
            found = re.search(after, text, re.MULTILINE)
            if found is None:
                raise NoGround(f"no {after!r} in {file}")
            begin = found.end()
        found = re.compile(pattern, re.MULTILINE).search(text, begin)
        if found is None:
            raise NoGround(f"no {pattern!r} in {file} behind {after!r}")
        return Spot(file, *found.span(group), found[group])

    def swap(self, file: str, pattern: str, new: str, *, after: str = "", group: int = 0) -> Mark:
        """Replace the first place of a regular expression."""
        return self.replace(self.find(file, pattern, after=after, group=group), new)

    def append(self, file: str, text: str, marked: str) -> Mark:
        """Write something at a file's end; mark the first line of it that holds ``marked``."""
        end = len(self.read(file))
        self.replace(Spot(file, end, end, ""), text)
        return self.mark(file, end + text.index(marked))

    # -------------------------------------------------------------- the sections

    def slugs(self) -> list[str]:
        return sorted(path.name for path in (self.root / "content" / "sections").iterdir())

    def paragraph(
        self,
        language: str,
        pattern: str,
        *,
        group: int = 0,
        fits: Callable[[re.Match[str], list[str]], bool] = lambda _, __: True,
    ) -> Spot:
        """Return the first match in a paragraph in which nothing is planted, and take it.

        ``fits`` is asked of each match and the paragraph in all languages.
        """
        for slug in self.slugs():
            blocks = {
                code: list(_blocks(self.read(f"content/sections/{slug}/{code}.md")))
                for code in LANGUAGES
            }
            if len({len(each) for each in blocks.values()}) > 1:
                continue  # something is planted that parts the languages
            for number, (offset, text) in enumerate(blocks[language]):
                if (slug, number) in self._taken or text.startswith(("#", "{{ table", "{{ fig")):
                    continue
                row = [blocks[code][number][1] for code in LANGUAGES]
                for found in re.finditer(pattern, text):
                    if fits(found, row):
                        self._taken.add((slug, number))
                        start, end = (offset + each for each in found.span(group))
                        file = f"content/sections/{slug}/{language}.md"
                        return Spot(file, start, end, found[group])
        raise NoGround(f"no free paragraph in {language} with {pattern!r}")

    def block(self, language: str, pattern: str) -> Spot:
        """Return a whole block with the blank line behind it; its section is taken."""
        for slug in self.slugs():
            if any(each == slug for each, _ in self._taken):
                continue
            file = f"content/sections/{slug}/{language}.md"
            blocks = list(_blocks(self.read(file)))
            for number, (offset, text) in enumerate(blocks[:-1]):
                if number and re.match(pattern, text):
                    self._taken |= {(slug, each) for each in range(len(blocks) + 1)}
                    end = blocks[number + 1][0]
                    return Spot(file, offset, end, self.read(file)[offset:end])
        raise NoGround(f"no free section in {language} with a block like {pattern!r}")


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"(?:.+\n?)+", text):
        yield found.start(), found[0]


@dataclass(frozen=True)
class Told:
    """What must be told of a seed: the code, the place, and some of the words."""

    code: str
    mark: Mark
    says: str = ""


Planted = Told | tuple[Told, ...]
"""What must be told: the first is the defect itself, the others follow from it."""


@dataclass(frozen=True)
class Seed:
    """One defect: what it is, in which run it is looked for, and how it is planted."""

    name: str
    run: str
    plant: Callable[[Ground], Planted]

    @property
    def about(self) -> str:
        return " ".join((self.plant.__doc__ or "").split())


SEEDS: dict[str, Seed] = {}


def seed(run: str) -> Callable[[Callable[[Ground], Planted]], Callable[[Ground], Planted]]:
    """Take a function that plants a defect into the table, for a run."""

    def take(plant: Callable[[Ground], Planted]) -> Callable[[Ground], Planted]:
        name = plant.__name__.replace("_", "-")
        assert name not in SEEDS, name
        SEEDS[name] = Seed(name, run, plant)
        return plant

    return take


def copy_review(target: Path, output: Path | None = None) -> Ground:
    """Copy what scholars write, and a finished output if one is given.

    Without what the facts said before: a reading that is planted is told for what is wrong with
    it, and not besides for having changed.
    """
    for folder in ("content", "bibliography"):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("facts.lock"))
    if output is not None:
        shutil.copytree(output, target / "output", ignore=shutil.ignore_patterns("sheets"))
    return Ground(root=target)
