"""A new profile with what a page of rules tells filled in, each line with its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from uchtil.journals.guidelines.citing import systems_for
from uchtil.journals.guidelines.duty_texts import duty_text
from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.headings import with_others
from uchtil.journals.guidelines.lacking import unknown
from uchtil.journals.guidelines.reading import Guidelines

_LINE = re.compile(r"(?P<mark>#(?!#))?(?P<indent> *)(?:- )?(?P<key>[a-z_]+):")
_PLAIN = re.compile(r"[^\W_][\w .()/+-]*|\[[\w, :-]*\]|\{.*\}|https?://\S+|\S+@\S+")
_ITEMS = ("lengths.", "lists.")
_SECOND = "## Second"
"""How the line begins that parts the samples of lists."""
_COLUMN = 36
_LOOKS = ("size", "spacing", "indent", "align", "bold", "italic", "capitals")


def fill(skeleton: str, page: Guidelines, sections: Sequence[str] = ()) -> str:
    """Return the skeleton of a profile with what the page tells.

    What it tells twice is told above its line, which stays a sample; so do the lines that the
    page says nothing of.  ``sections`` are those of the review.
    """
    sheet = _Sheet(skeleton.splitlines())
    for path, finds in by_line(page.filled).items():
        if path.startswith(_ITEMS):
            continue
        sheet.write(path, value_of(path, finds), words_of(finds))
    if "journal.name" not in page.filled and page.language in ("uz", "ru", "en"):
        sheet.write("journal.name", f"{{{page.language}: }}", "not told; one language is enough")
    lengths = [find for path, find in page.filled.items() if path.startswith("lengths.")]
    sheet.items("lengths", [_noted(f"  - {each.value}", f"“{each.quote}”") for each in lengths])
    _lists(sheet, page.filled)
    sheet.write("package", *_package(page))
    _propose(sheet, page, sections)
    for path, values in page.twice.items():
        sheet.above(path, f"Told twice: {path.rpartition('.')[2]} {said(values)}")
    for each in page.unread:
        sheet.above(each.path, f"Not understood: {each.about} “{each.quote}”")
    for each in page.open:
        sheet.above(each.path or "unknown", f"The page tells {each.about}: “{each.quote}”")
    sheet.items("duties", [*_duties(page)])
    sheet.items("unknown", [f"  - {each}" for each in unknown(page, tongues(page))])
    return "\n".join(sheet.lines) + "\n"


def _package(page: Guidelines) -> tuple[str, str]:
    """Return the parts that the page's rules need, with its words."""
    asked = {
        "anonymous": page.filled.get("anonymous"),
        "cover-letter": next((e for e in page.duties if e.about == "a cover letter"), None),
        "figures": page.filled.get("figures.separate"),
    }
    parts = [name for name, each in asked.items() if each]
    quotes = dict.fromkeys(f"“{each.quote}”" for each in asked.values() if each)
    return f"[{', '.join(['manuscript', *parts])}]", "; ".join(quotes) or "the least; see below"


def _propose(sheet: _Sheet, page: Guidelines, sections: Sequence[str]) -> None:
    """Write what is likely and no rule says: each waits for its # to be taken out."""
    for path, value, words in likely(page):
        sheet.propose(path, value, f"likely: {words}")
    if told := page.headings.sections:
        names = ", ".join(f"“{each}”" for each in told.values())
        if here := page.headings.sections_among(sections):
            sheet.propose("sections", f"[{', '.join(here)}]", "likely: those of the review")
        sheet.above(
            "sections",
            f"The page's headings: {names}" + f"; the review's sections: {', '.join(sections)}",
        )


def likely(page: Guidelines) -> Iterator[tuple[str, str, str]]:
    """Yield path, value and reason of what a page's language and headings show."""
    told = {*page.filled, *page.twice, *(each.path for each in page.open)}
    own, shown = page.filled.get("abstract.languages"), page.headings.front_words
    if "languages" not in told and page.language in ("uz", "ru", "en"):
        also = own is not None and page.language in own.value
        yield (
            "languages",
            f"[{page.language}]",
            f"the page {'and an abstract are' if also else 'is'} in it",
        )
    if "citations" not in told and page.language in ("uz", "ru"):
        yield "citations", "gost-numeric", "not told; most journals in this language want it"
    if "type.font" not in told:
        yield "type.font", "Times New Roman", "not told; most journals want it"
    if "anonymous" not in told and page.blind is not None:
        yield "anonymous", "true", f"“{page.blind.quote}”"
    if "front" not in told and not shown:
        yield "front", f"[{', '.join(_usual_front(page.filled))}]", "not told; this is usual"
    if "front" not in told and shown:
        where = "sentence" if page.headings.in_sentence else "headings"
        words = f"the page's {where} “{' … '.join(shown[:5])}”"
        yield "front", f"[{', '.join(page.headings.front)}]", words


def _usual_front(filled: Mapping[str, Find]) -> list[str]:
    """Return what usually stands before a text, with what the page asks in other languages."""
    codes = re.findall(r"\w+", filled["codes"].value) if "codes" in filled else []
    return with_others([*codes, "title", "author-data", "abstract", "keywords"], filled)


def _duties(page: Guidelines) -> Iterator[str]:
    """Yield a line for each duty, ready to be kept, below the page's words."""
    codes = tongues(page)
    for each in page.duties:
        yield f"  ## “{each.quote}”"
        text = duty_text(each.about, codes, share=each.share, formats=each.formats)
        yield f"  - {text}"


def tongues(page: Guidelines) -> list[str]:
    """Return the languages that a profile speaks to its authors in, the usual first."""
    told = page.filled.get("languages")
    named = re.findall(r"[a-z]+", told.value.replace("uz-cyrl", "uz")) if told else [page.language]
    return [each for each in dict.fromkeys(named) if each in ("uz", "ru", "en")] or ["en"]


def placed(path: str, page: Guidelines) -> bool:
    """Whether a line of the lists is in force: that needs a style of citations."""
    needed = {"lists.second": "lists.system", "lists.system": "lists.second"}
    return "citations" in page.filled and needed.get(path, path) in page.filled


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

    def propose(self, path: str, value: str, words: str) -> None:
        """Put a value into the line of a field that stays a sample."""
        at = self._place(path)
        match = _LINE.match(self.lines[at])
        assert match is not None
        self.lines[at] = _noted(f"#{match['indent']}{match['key']}: {value}", words)

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
        while end < len(self.lines) and self.lines[end].startswith(stop):
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
    second = second or system
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
    if citations and second and not ("lists.second" in filled and system):
        # Which letters is not told, or only that works are put into such: the list waits.
        lines = [lines[0], *(f"#{each}" for each in lines[1:])]
    sheet.items("lists", lines, stay=citations is None, first_only=not second)


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[\w ]+", text) else json.dumps(text, ensure_ascii=False)
