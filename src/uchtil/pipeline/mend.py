"""Mending what the check of signs can mend: `./build.py fix`.

Only the wrong signs themselves are changed, in the file as it stands: line ends, comments,
YAML's own signs and templates stay byte for byte.
"""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from uchtil.checks.orthography import findings
from uchtil.load import load
from uchtil.load.texts import Text
from uchtil.pipeline.prepare import refuse_strays
from uchtil.problems import Location, Problems

Edit = tuple[int, int, str]
"""Where a change begins and ends in a file's text, and what stands there then."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What is to be mended in one file: its text after that, how many places, and the diff.

    ``shown`` tells each place by itself, among the words around it: paragraphs are lines of
    a thousand signs, and a diff shows the whole of them.
    """

    file: str
    new: bytes
    diff: str
    shown: tuple[str, ...]
    count: int


def find_changes(root: Path, problems: Problems) -> list[Change] | None:
    """Return what can be mended, file by file; nothing is written.

    ``None`` where the project cannot be read; ``problems`` then tell why.
    """
    if refuse_strays(root, problems):
        return None
    loaded = load(root, problems)
    if loaded.project is None:
        return None
    changes = []
    for file, edits in sorted(edits_of(loaded.texts).items()):
        old = (root / file).read_bytes()
        new = apply(old, edits)
        changes.append(
            Change(
                file=file,
                new=new,
                diff=_diff(file, old, new),
                shown=tuple(show(file, _as_read(old), edits)),
                count=len(edits),
            )
        )
    return changes


def write_changes(root: Path, changes: Iterable[Change]) -> None:
    """Write the files, each whole or not at all."""
    for change in changes:
        path = root / change.file
        mode = path.stat().st_mode
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(change.new)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def edits_of(texts: Iterable[Text]) -> Mapping[str, list[Edit]]:
    """Return the changes of each file, in order and without overlap.

    A file with texts in Cyrillic Uzbek is left alone: its places are those of the Latin.
    """
    found: dict[str, list[Edit]] = {}
    for text in texts:
        if text.turned:
            continue
        for each in findings(text):
            if each.right is not None:
                edit = text.start + each.start, text.start + each.end, _written(text, each.right)
                found.setdefault(text.file, []).append(edit)
    return {file: sorted(edits) for file, edits in found.items()}


def _written(text: Text, right: str) -> str:
    """Return a replacement as the text's own kind of quotes in YAML wants it."""
    if text.style == "'":
        return right.replace("'", "''")
    if text.style == '"':
        return right.replace("\\", "\\\\").replace('"', '\\"')
    return right


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file with changes that count in its text as the loader reads it.

    The loader drops a byte order mark and makes every line end a line feed; the file keeps
    what it has.
    """
    mark = b"\xef\xbb\xbf"
    head = mark if data.startswith(mark) else b""
    text = data.removeprefix(mark).decode("utf-8")
    places = _Places(text)
    out: list[str] = []
    last = 0
    for start, end, right in edits:
        out += [text[last : places(start)], right]
        last = places(end)
    return head + "".join([*out, text[last:]]).encode("utf-8")


class _Places:
    """Where a place of the text as it was read stands in the file as it is."""

    def __init__(self, text: str) -> None:
        self._added = [
            at for at, sign in enumerate(text) if sign == "\r" and text[at + 1 :][:1] == "\n"
        ]

    def __call__(self, place: int) -> int:
        for at in self._added:
            if at >= place:
                break
            place += 1
        return place


_AROUND = 30
"""So many signs are shown on either side of a change, less what would be half a word."""

_UNSEEN = re.compile("[^\\S \n]|[\u200b-\u200f\u2011\u2060\ufeff\u00ad]")
"""Signs that nobody can tell from others by sight."""

_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[\u0400-\u04ff]")


def show(file: str, text: str, edits: Iterable[Edit]) -> Iterator[str]:
    """Yield a line for each word that changes: its place, what it was and becomes.

    ``edits`` are in order, and count in ``text``; those in one word are shown together.
    """
    for start, end, inside in _by_word(text, edits):
        out, last = [], start
        for begin, stop, right in inside:
            out += [text[last:begin], right]
            last = stop
        old, new = text[start:end], "".join([*out, text[last:end]])
        head = text.rfind("\n", 0, start) + 1
        tail = text.find("\n", end)
        before = _cut(text[head:start].lstrip()[::-1])[::-1]
        after = _cut(text[end : tail if tail >= 0 else len(text)])
        place = Location(file=file, line=text.count("\n", 0, start) + 1, column=start - head + 1)
        told = f"{_seen(old)} → {_seen(new)}{_script(old, new)}"
        yield f"{place}: {before}[{told}]{after}"


def _by_word(text: str, edits: Iterable[Edit]) -> list[tuple[int, int, list[Edit]]]:
    """Return the words that edits are in, from blank to blank, each with its edits."""
    found: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end, _ = edit
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if found and start < found[-1][1]:
            low, high, inside = found[-1]
            found[-1] = low, max(high, end), [*inside, edit]
        else:
            found.append((start, end, [edit]))
    return found


def _cut(words: str) -> str:
    """Return what stands next to a change; where more does, whole words of it and ``…``."""
    if len(words) <= _AROUND:
        return words
    kept = words[:_AROUND]
    return f"{kept[: kept.rfind(' ') + 1] or kept}…"


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda sign: f"<U+{ord(sign[0]):04X}>", text).replace("\n", "↵")


def _script(old: str, new: str) -> str:
    """Say what cannot be seen: that letters became those of the other script."""
    for name, own, other in (("Latin", _LATIN, _CYRILLIC), ("Cyrillic", _CYRILLIC, _LATIN)):
        if len(own.findall(new)) > len(own.findall(old)) and other.search(old):
            return f", in {name} letters"
    return ""


def _as_read(data: bytes) -> str:
    """Return a file's text as the loader reads it."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _diff(file: str, old: bytes, new: bytes) -> str:
    lines = (data.decode("utf-8-sig").splitlines(keepends=True) for data in (old, new))
    before, after = ([line.replace("\r\n", "\n") for line in each] for each in lines)
    told = difflib.unified_diff(before, after, f"a/{file}", f"b/{file}", n=0)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)
