"""A new profile with what a page of rules tells filled in, each line with its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from uchtil.journals.guidelines.citing import systems_for
from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.reading import Guidelines

_LINE = re.compile(r"(?P<mark>#(?!#))?(?P<indent> *)(?:- )?(?P<key>[a-z_]+):")
_PLAIN = re.compile(r"[^\W_][\w .()/+-]*|\[[\w, :-]*\]|\{.*\}|https?://\S+|\S+@\S+")
_ITEMS = ("lengths.", "lists.")
_SECOND = "## Second"
"""How the line begins that parts the samples of lists."""
_COLUMN = 36
_LOOKS = ("size", "spacing", "indent", "align", "bold", "italic", "capitals")


def fill(skeleton: str, page: Guidelines) -> str:
    """Return the skeleton of a profile with what the page tells.

    What it tells twice is told above its line, which stays a sample; so do the lines that the
    page says nothing of.
    """
    sheet = _Sheet(skeleton.splitlines())
    for path, finds in by_line(page.filled).items():
        if path.startswith(_ITEMS):
            continue
        sheet.write(path, value_of(path, finds), words_of(finds))
    lengths = [find for path, find in page.filled.items() if path.startswith("lengths.")]
    sheet.items("lengths", [_noted(f"  - {each.value}", f"“{each.quote}”") for each in lengths])
    _lists(sheet, page.filled)
    for path, values in page.twice.items():
        sheet.above(path, f"Told twice: {path.rpartition('.')[2]} {said(values)}")
    for each in page.unread:
        sheet.above(each.path, f"Not understood: {each.about} “{each.quote}”")
    for each in page.open:
        sheet.above("unknown", f"The page tells {each.about}: “{each.quote}”")
    for duty in page.duties:
        sheet.above("duties", f"The page also speaks of {duty.about}: “{duty.quote}”")
    return "\n".join(sheet.lines) + "\n"


def placed(path: str, page: Guidelines) -> bool:
    """Whether a line of the lists is in force: that needs a style of citations."""
    return "citations" in page.filled and (path != "lists.second" or "lists.system" in page.filled)


def said(finds: Iterable[Find]) -> str:
    """Return values that cannot all hold, each with its words."""
    return "; ".join(f"{each.value} “{each.quote}”" for each in finds)


def by_line(filled: Mapping[str, Find]) -> dict[str, list[Find]]:
    """Return finds by the line that they stand in; what is set otherwise stands in one."""
    lines: dict[str, list[Find]] = {}
    for path, find in filled.items():
        top, *rest = path.split(".")
        line = f"{top}.{rest[0]}" if rest else top
        lines.setdefault(line, []).append(find)
    return lines


def value_of(path: str, finds: Sequence[Find]) -> str:
    """Return what is written into a line, of one find or of several."""
    parts = [(each.path.removeprefix(f"{path}."), each.value) for each in finds]
    if all(each.path == path for each in finds):
        return (
            finds[0].value
            if _PLAIN.fullmatch(finds[0].value)
            else json.dumps(finds[0].value, ensure_ascii=False)
        )
    parts.sort(key=lambda each: _LOOKS.index(each[0]) if each[0] in _LOOKS else 0)
    return f"{{{', '.join(f'{name}: {value}' for name, value in parts)}}}"


def words_of(finds: Iterable[Find]) -> str:
    """Return the page's words for finds, each once."""
    return "; ".join(dict.fromkeys(f"“{each.quote}”" for each in finds))


def _noted(line: str, words: str) -> str:
    return f"{line.ljust(_COLUMN - 1)} # {words}"


class _Sheet:
    """The lines of a skeleton, found by the paths of their fields."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def write(self, path: str, value: str, words: str) -> None:
        """Put a value into the line of a field, and take out the # of it and of what it is in."""
        at = self._place(path)
        match = _LINE.match(self.lines[at])
        assert match is not None
        line = f"{match['indent']}{match['key']}: {value}"
        self.lines[at] = _noted(line, words)
        self._open(path)

    def items(
        self, path: str, lines: Sequence[str], *, stay: bool = False, first_only: bool = False
    ) -> None:
        """Put items in place of the samples of a list, or of the first of them.

        With ``stay`` it is a sample still.
        """
        if not lines:
            return
        at = self._place(path)
        if stay:
            lines = [f"#{each}" for each in lines]
        else:
            self._open(f"{path}.")
        end = at + 1
        stop = ("#  ",) if first_only else ("#  ", _SECOND)
        while self.lines[end].startswith(stop):
            end += 1
        self.lines[at + 1 : end] = lines

    def above(self, path: str, text: str) -> None:
        """Put a remark above the line of a field, or above what it stands in."""
        while True:
            try:
                at = self._place(path)
                break
            except KeyError:
                path = path.rpartition(".")[0]
        self.lines.insert(at, f"## {text}")

    def _open(self, path: str) -> None:
        parent = path.rpartition(".")[0]
        if parent:
            at = self._place(parent)
            self.lines[at] = re.sub(r"^#(?!#)", "", self.lines[at])

    def _place(self, path: str) -> int:
        """Return the number of a field's line; ``KeyError`` where it has none."""
        above: list[tuple[int, str]] = []
        for number, line in enumerate(self.lines):
            match = _LINE.match(line)
            if match is None:
                continue
            depth = len(match["indent"])
            above = [each for each in above if each[0] < depth]
            above.append((depth, match["key"]))
            if ".".join(key for _, key in above) == path:
                return number
        raise KeyError(path)


def _lists(sheet: _Sheet, filled: Mapping[str, Find]) -> None:
    """Write the lists: open lines where the style of citations is told, else as samples."""
    order, heading = filled.get("lists.order"), filled.get("lists.heading")
    second, system = filled.get("lists.second"), filled.get("lists.system")
    if not (order or heading or second):
        return
    citations = filled.get("citations")
    style = citations.value if citations else "gost-numeric"
    first = [f"style: {style}"]
    first += [f"heading: {_quoted(heading.value)}"] if heading else []
    first += [f"order: {order.value}"] if order else []
    words = words_of([each for each in (heading, order) if each]) or "as the citations"
    lines = [_noted(f"  - {{{', '.join(first)}}}", words)]
    if second:
        kind = "apa" if style == "apa" else "vak"
        letters = systems_for(system.value if system else "bsi")
        lines += [
            _noted("  - heading: References", f"“{second.quote}”"),
            _noted(f"    style: {kind}-references", "not told"),
            "    romanised:",
            _noted(f"      systems: {letters}", f"ru: “{system.quote}”" if system else "not told"),
        ]
        if note := filled.get("lists.note"):
            lines.append(_noted(f"      note: {note.value}", f"“{note.quote}”"))
    if citations and second and system is None:  # which letters is not told: the list waits
        lines = [lines[0], *(f"#{each}" for each in lines[1:])]
    sheet.items("lists", lines, stay=citations is None, first_only=not second)


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[\w ]+", text) else json.dumps(text, ensure_ascii=False)
