"""What is told when a page of rules has been read: one screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from uchtil.journals.guidelines.filling import by_line, likely, placed, said, value_of, words_of
from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.lacking import not_told, unfilled
from uchtil.journals.guidelines.reading import Guidelines

_WIDTH = 24


def screen(page: Guidelines, file: str, marked: str, name: str) -> Iterator[str]:
    """Yield what was filled in and from which words, what is doubtful, and what to do next.

    ``file`` is the profile, ``marked`` the page of rules with its marks.
    """
    lines = by_line(page.filled)
    shown = [*_shown(page, lines)]
    yield f"wrote {file}; the page tells {len(shown)} rule{'s' * (len(shown) != 1)}:"
    for path, value, words in shown:
        yield f"    {path:<{_WIDTH}} {value:<28} {words}"
    if page.twice:
        yield "told twice, so not filled in:"
        for path, values in page.twice.items():
            yield f"    {path:<{_WIDTH}} {said(values)}"
    if page.open:
        yield "told, but no line can say it so:"
        for each in page.open:
            yield f"    {each.about}: “{each.quote}”"
    if page.unread:
        yield "spoken of, and not understood: see the page for"
        for each in page.unread:
            yield f"    {each.about}: “{each.quote}”"
    if missing := list(not_told(page)):
        yield f"not told, or not recognised: {', '.join(missing)}"
    if proposed := [f"{path} {value}" for path, value, _ in likely(page)]:
        yield f"likely, and written behind a #: {', '.join(proposed)}"
    if page.elsewhere:
        yield "the page points to others; read these, too:"
        for each in page.elsewhere:
            yield f"    “{each.quote}”"
    if page.duties:
        named = ", ".join(each.about for each in page.duties)
        yield f"also spoken of, and written into `duties`: {named}"
    yield from _to_do(page, marked, name)


def _to_do(page: Guidelines, marked: str, name: str) -> Iterator[str]:
    """Yield what is left to a person, and the next command."""
    if empty := left_to_fill(page):
        yield f"empty, and yours to fill in: {', '.join(empty)}"
    yield f"next: read {marked}, where each line stands beside its words,"
    yield "    mend the profile by it, then"
    yield f"    ./build.py submit {name} --check"


def _shown(page: Guidelines, lines: Mapping[str, Sequence[Find]]) -> Iterator[tuple[str, str, str]]:
    """Yield what is shown of lines; margins that the page tells in the same words are one."""
    sides: dict[str, dict[str, str]] = {}
    for path, finds in lines.items():
        if path in _SIDES:
            sides.setdefault(words_of(finds), {})[path] = value_of(path, finds)
    for path, finds in lines.items():
        words = words_of(finds)
        if path.startswith("lists.") and not placed(path, page):
            continue
        if path not in _SIDES:
            yield path, value_of(path, finds), words
        elif values := sides.pop(words, None):
            names = ", ".join(each.removeprefix("page.") for each in values)
            same = len(set(values.values())) == 1
            value = next(iter(values.values())) if same else ", ".join(values.values())
            yield f"page.{names}", value, words


_SIDES = tuple(f"page.{each}" for each in ("top", "right", "bottom", "left", "width", "height"))


def left_to_fill(page: Guidelines) -> list[str]:
    """Return the lines that must be filled in, and of which a likely one is there already."""
    waiting = {path for path, _, _ in likely(page)}
    return [f"{each} (a likely one waits)" if each in waiting else each for each in unfilled(page)]


def as_data(page: Guidelines) -> dict[str, object]:
    """Return the same as data."""
    return {
        "filled": {
            path: {"value": each.value, "words": each.quote} for path, each in page.filled.items()
        },
        "twice": {
            path: [{"value": each.value, "words": each.quote} for each in finds]
            for path, finds in page.twice.items()
        },
        "open": [{"about": each.about, "words": each.quote} for each in page.open],
        "unread": [{"about": each.about, "words": each.quote} for each in page.unread],
        "elsewhere": [{"about": each.about, "words": each.quote} for each in page.elsewhere],
        "not_told": list(not_told(page)),
        "empty": list(unfilled(page)),
        "duties": [{"about": each.about, "words": each.quote} for each in page.duties],
    }
