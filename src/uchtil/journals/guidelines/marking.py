"""A page of rules with what was read marked in it, so that it is read and checked in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from uchtil.formats.pages import single_page
from uchtil.journals.guidelines.duties import Duty, asks
from uchtil.journals.guidelines.filling import placed
from uchtil.journals.guidelines.finds import Find, Told
from uchtil.journals.guidelines.lacking import not_told
from uchtil.journals.guidelines.languages import languages_in
from uchtil.journals.guidelines.reading import Guidelines
from uchtil.journals.guidelines.sayings import Saying, is_heading
from uchtil.journals.guidelines.telling import left_to_fill

_GAP = r"[\s\"“”«»()]+"
"""What may stand between two words of a quotation, on the page: it leaves out such signs."""
_WORD = re.compile(r"[^\s\"“”«»()]+")
_FIGURE = re.compile(
    r"\d ?(?:%|pt(?!\w)|пт(?!\w)|см(?!\w)|[cm]m(?!\w)|мм(?!\w)|слов|word|знак|character|belgi"
    r"|страниц|стр\.|pages?(?!\w)|bet(?!\w)|so'z|ta(?!\w)|кегл|интервал|источник|sources?(?!\w))"
)
_IS_DONE = re.compile(
    r"(?<!\w)(?:указыва|оформля|приводи|помеща|размеща|печата|набира|допуска|нумеру|выполня|выделя"
    r"|сопровожда|прилага|принима)(?:ет|ют|ит|ят)ся(?!\w)|(?<!\w)да[её]?тся(?!\w)"
    r"|(?:qo'y|yoz|ber|ko'rsat|keltir|joylashtir|qabul q)il(?:in)?(?:a|may)di(?!\w)"
    r"|(?<!\w)(?:(?:is|are) to be|(?:do|does) not use)(?!\w)"
)
"""What is done with a manuscript, as rules tell it that do not say "must"."""
_NAMES_RULES = re.compile(r".*(?:talablar|требования|requirements|guidelines)\W*", re.DOTALL)
"""A line above rules, which is none itself."""
_ORDERS = re.compile(
    r"\W*(?:(?:не )?\w{3,}(?:ать|ить|еть|ять|ться)|запрещ\w+|use|give|write|avoid|place|provide"
    r"|number|set|send|submit|include|indicate|test|select|check|add|remove|spell|update|ensure|make"
    r"|revise|keep|replace|insert|format|follow|italici[sz]e|capitali[sz]e|put|do not)(?!\w)"
)
"""How what is ordered begins, though it is as short as a heading."""
_GOES_ON = re.compile(
    r"\W*(?:this|these|those|it|they|such|including|эт(?:о|и|от|а)|он[аио]?|такие|bu|ular|shu"
    r"|ushbu|mazkur)(?!\w)"
)
"""How a sentence begins that goes on with what the one before it has ruled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What was made of words of the page.

    ``kind`` is ``line`` (of the profile), ``sample`` (a line that waits for its # to be taken
    out), ``duty``, ``doubt`` (told twice, or no line can say it so, or not understood) or ``open``
    (the sentence asks something, and nothing was read).  ``numbers`` are those of its marks in
    its row, from 1; without one, it is of the whole sentence.
    """

    kind: str
    text: str
    numbers: tuple[int, ...] = ()


KINDS = ("doubt", "open", "sample", "line", "duty")
"""The kinds of notes: of several on the same words, the one whose colour they have comes first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of a row's text.

    ``kind`` is that of the note on it, ``number`` that of its mark; a sentence in which nothing was
    read is ``open`` and has no number.
    """

    text: str
    kind: str = ""
    number: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A paragraph of the page, or an item of a list in it, and the notes that stand beside it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def marked_page(page: Guidelines, templates: Path, *, journal: str, file: str) -> str:
    """Return the page as HTML: its text, and beside each paragraph what was made of it."""
    seen = [each.path for each in page.seen if isinstance(each, Find) and each.path in page.filled]
    rows = tuple(marked(page))
    shown = {note.text.partition(":")[0] for row in rows for note in row.notes}
    return single_page(
        templates,
        "journals/marked.html.j2",
        "journals/marked.css",
        journal=journal,
        file=file,
        language=page.language or "und",
        rows=rows,
        of_file=[
            _line(path, page.filled[path].value)
            for path in dict.fromkeys(seen)
            if _line(path, "").partition(":")[0] not in shown
        ],
        missing=tuple(not_told(page)),
        open_count=sum(n.kind == "open" and not n.numbers for row in rows for n in row.notes),
        empty=left_to_fill(page),
    )


def marked(page: Guidelines) -> Iterator[Row]:
    """Yield the page by rows, in its own order and words."""
    notes = _by_saying(page)
    run: list[tuple[Saying, list[tuple[Note, str]]]] = []
    for number, saying in enumerate(page.sayings):
        if run and saying.source is not run[-1][0].source:
            yield _row(run)
            run = []
        run.append((saying, notes.get(number, [])))
    if run:
        yield _row(run)


def _by_saying(page: Guidelines) -> dict[int, list[tuple[Note, str]]]:
    """Return by the number of a sentence what was made of it, with the words that tell it."""
    notes: dict[int, list[tuple[Note, str]]] = {}
    for each in page.seen:
        note = _note(each, page)
        if note is None:
            continue
        words = (each.said if isinstance(each, Duty) else "") or each.quote
        places = [(each.at, words)] if each.at >= 0 else _found(words, page.sayings)
        for at, here in places:
            if (note, here) not in notes.setdefault(at, []):
                notes[at].append((note, here))
            note = replace(note, text=note.text.partition(":")[0])  # once in full will do
    if page.blind is not None and "anonymous" not in page.filled:
        note = Note(kind="sample", text="anonymous: true")
        notes.setdefault(page.blind.at, []).append((note, page.blind.quote))
    for told in page.elsewhere:
        notes.setdefault(told.at, []).append((Note(kind="open", text=told.about), told.quote))
    unread = -2
    for number, saying in enumerate(page.sayings):
        goes_on = unread == number - 1 and _GOES_ON.match(saying.text)
        if number not in notes and (goes_on or _may_rule(saying.text)):
            notes[number] = [(Note(kind="open", text="nothing was read"), "")]
            unread = number
    return notes


def _may_rule(text: str) -> bool:
    if _NAMES_RULES.fullmatch(text):
        return False
    if _FIGURE.search(text) or _ORDERS.match(text) or len(languages_in(text)) > 1:
        return True
    return bool(asks(text) or _IS_DONE.search(text)) and not is_heading(text)


def _note(seen: Find | Told | Duty, page: Guidelines) -> Note | None:
    """Return what is told of a thing that was read; nothing of one that was given up."""
    match seen:
        case Duty():
            kept = any(each.about == seen.about for each in page.duties)
            return Note(kind="duty", text=f"duty: {seen.about}") if kept else None
        case Told():
            if seen in page.unread:
                return Note(kind="doubt", text=f"not understood: {seen.about}")
            return Note(kind="doubt", text=f"told, and no line has it: {seen.about}")
    if seen.path in page.twice:
        return Note(kind="doubt", text=f"told twice: {_line(seen.path, seen.value)}")
    final = page.filled.get(seen.path)
    if final is None:
        return None
    in_force = not seen.path.startswith("lists.") or placed(seen.path, page)
    return Note(kind="line" if in_force else "sample", text=_line(seen.path, final.value))


def _line(path: str, value: str) -> str:
    """Return a line as it is found in the profile."""
    if path.startswith("lengths."):
        return f"lengths: {value}"
    return f"{_NAMED.get(path, path)}: {value}"


_NAMED = {
    "lists.second": "second list",
    "lists.system": "second list, systems",
    "lists.note": "second list, note",
}


def _found(quote: str, page: Sequence[Saying]) -> list[tuple[int, str]]:
    """Return where the words of a quotation stand that was put together from the whole page."""
    places: list[tuple[int, str]] = []
    start = 0
    for part in quote.split("…"):
        if not (words := _pattern(part)):
            continue
        for number in (*range(start, len(page)), *range(start)):
            saying = page[number]
            if saying.places and words.search(_printed(saying)):
                places.append((number, part))
                start = number
                break
    return places


def _printed(saying: Saying) -> str:
    return saying.source[saying.places[0] : saying.places[-1] + 1]


def _pattern(quote: str) -> re.Pattern[str] | None:
    """Return what finds a quotation, which may leave out words, in the text that it is from."""
    parts = [_GAP.join(map(re.escape, _WORD.findall(part))) for part in quote.split("…")]
    if not (parts := [each for each in parts if each]):
        return None
    return re.compile(".*?".join(parts), re.DOTALL)


def _row(run: Sequence[tuple[Saying, Sequence[tuple[Note, str]]]]) -> Row:
    """Return the row of the sentences of one piece of text."""
    source = run[0][0].source
    pieces: list[Piece] = []
    numbers: dict[tuple[str, str], list[int]] = {}
    marks = end = 0
    for saying, told in run:
        if not saying.places:
            continue
        first, last = saying.places[0], saying.places[-1] + 1
        pieces.append(Piece(text=source[end:first]))
        kind = "open" if any(note.kind == "open" and not words for note, words in told) else ""
        spans: dict[tuple[int, int], list[Note]] = {}
        for note, words in told:
            pattern = _pattern(words)
            found = pattern.search(source, first, last) if pattern else None
            spans.setdefault(found.span() if found else (first, first), []).append(note)
        place = first
        for (begin, stop), here in _apart(spans).items():
            if begin < stop:
                marks += 1
                pieces.append(Piece(text=source[place:begin]))
                kinds = [each.kind for each in here]
                first_kind = next(each for each in KINDS if each in kinds)
                pieces.append(Piece(text=source[begin:stop], kind=first_kind, number=marks))
                place = stop
            for each in here:
                of_note = numbers.setdefault((each.kind, each.text), [])
                of_note += [marks] if begin < stop else []
        pieces.append(Piece(text=source[place:last], kind=kind))
        end = last
    pieces.append(Piece(text=source[end:]))
    return Row(
        pieces=tuple(
            each
            if each.number or _WORD.search(each.text.strip(".,;: "))
            else replace(each, kind="")
            for each in pieces
            if each.text
        ),
        notes=tuple(
            Note(kind=kind, text=text, numbers=tuple(dict.fromkeys(found)))
            for (kind, text), found in numbers.items()
        ),
    )


def _apart(spans: Mapping[tuple[int, int], Iterable[Note]]) -> dict[tuple[int, int], list[Note]]:
    """Return spans in the order of the text; those that overlap are one, with the notes of both."""
    apart: list[tuple[tuple[int, int], list[Note]]] = []
    for (begin, stop), notes in sorted(spans.items()):
        if apart and begin < apart[-1][0][1]:
            (first, last), before = apart[-1]
            apart[-1] = ((first, max(last, stop)), [*before, *notes])
        else:
            apart.append(((begin, stop), [*notes]))
    return dict(apart)
