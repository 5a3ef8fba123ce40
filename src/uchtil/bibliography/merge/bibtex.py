"""Foreign .bib files: BibTeX and BibLaTeX as Zotero, Mendeley, JabRef and people write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from uchtil.bibliography.merge.draft import MONTHS, Draft, told_apart
from uchtil.bibliography.merge.incoming import Arrival, Aside, Broken, Incoming, Kept
from uchtil.bibliography.merge.latex import text_of
from uchtil.bibliography.merge.people import by_last_word, listed
from uchtil.bibliography.merge.vocabulary import (
    BIBTEX_FIELDS,
    BIBTEX_TYPES,
    OTHER_TYPES,
    SAME_TYPES,
)
from uchtil.bibliography.names import is_braced, split_outside_braces
from uchtil.bibliography.read import line_of, reason_of
from uchtil.bibliography.reference import PersonName
from uchtil.bibliography.values import WrongValue, end_of_part
from uchtil.bibliography.vocabulary import CSL_TYPES, NAME_FIELDS, VERBATIM_FIELDS
from uchtil.problems import Location, Problems

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_ADDRESS = re.compile(r"https?://[^\s{}]+")
_KEPT_LINE = re.compile(r"%\s*kept:\s*(?P<name>[^=]+?)\s*=\s*(?P<value>.+)")
_MONTHS = {name[:3]: name[:3] for name in MONTHS if name.isascii() and len(name) == 3}
_ASIDES = {
    bib.String: "@string (written out where it is used)",
    bib.Preamble: "@preamble",
}
_DATE_PARTS = ("year", "month", "day")


def read_bibtex(text: str, file: str, problems: Problems, default_language: str) -> Arrival:
    """Read a .bib file; broken entries are told with their line and left out.

    Problems: ``broken-incoming``, ``unfit-value``, ``doubtful-name``.
    """
    library = parse_string(text, parse_stack=[])
    reading = _Reading(file, problems, default_language)
    reading.take_macros(library.strings)
    for block in library.blocks:
        reading.take(block)
    return reading.arrival()


def kept_lines(comment: str) -> tuple[tuple[Kept, ...], tuple[str, ...]]:
    """Part the lines of comment right above an entry into kept fields and the others."""
    kept, others = [], []
    for line in comment.splitlines():
        met = _KEPT_LINE.fullmatch(line.strip())
        try:
            value = json.loads(met["value"]) if met else None
        except ValueError:
            value = None
        if met and isinstance(value, str):
            kept.append(Kept(name=met["name"], value=value))
        else:
            others.append(line)
    return tuple(kept), tuple(others)


def comment_above(comment: str, gap: int) -> tuple[str, str]:
    """Return what of a comment belongs to no entry, and what stands right above the next one.

    ``gap`` is how many lines lie between the comment's last and the entry's first; where one
    is empty the comment belongs to no entry.
    """
    lines = comment.splitlines()
    if gap > 1:
        return comment, ""
    start = len(lines)
    while start and lines[start - 1].lstrip().startswith("%"):
        start -= 1
    return "\n".join(lines[:start]).rstrip(), "\n".join(lines[start:])


class _Reading:
    def __init__(self, file: str, problems: Problems, default_language: str) -> None:
        self._file = file
        self._problems = problems
        self._default = default_language
        self._macros: dict[str, str] = dict(_MONTHS)
        self._entries: list[Incoming] = []
        self._broken: list[Broken] = []
        self._asides: list[Aside] = []
        self._above: tuple[str, int] | None = None

    def arrival(self) -> Arrival:
        self._set_aside_comment()
        return Arrival(
            file=self._file,
            format="bibtex",
            entries=tuple(self._entries),
            broken=tuple(self._broken),
            asides=tuple(self._asides),
        )

    def take_macros(self, strings: Iterable[bib.String]) -> None:
        for string in strings:
            try:
                self._macros[string.key.lower()] = resolved(string.value, self._macros)
            except WrongValue as wrong:
                self._break(self._place(string), wrong.message, wrong.hint, string.raw or "")

    def take(self, block: bib.Block) -> None:
        if isinstance(block, bib.ImplicitComment):
            self._set_aside_comment()
            self._above = (block.comment, line_of(block))
            return
        if isinstance(block, bib.ParsingFailedBlock):
            self._take_failed(block)
        elif isinstance(block, bib.Entry):
            self._take_entry(block)
        else:
            what = _ASIDES.get(type(block), "@comment")
            self._asides.append(Aside(where=self._place(block), what=what, raw=block.raw or ""))
        self._set_aside_comment()

    def _take_failed(self, block: bib.ParsingFailedBlock) -> None:
        inner = block.ignore_error_block
        if isinstance(inner, bib.Entry):  # a key or a field twice: all of it can be read
            self._take_entry(inner)
            return
        offset, hint = reason_of(block)
        where = Location(file=self._file, line=line_of(block) + offset)
        self._break(where, "the entry is broken and cannot be read", hint, block.raw or "")

    def _break(self, where: Location, message: str, hint: str, raw: str) -> None:
        self._broken.append(Broken(where=where, reason=message, raw=raw))
        self._problems.warning("broken-incoming", f"{message}: it is left out", where, hint)

    def _set_aside_comment(self) -> None:
        if self._above and self._above[0].strip():
            where = Location(file=self._file, line=self._above[1])
            self._asides.append(Aside(where=where, what="comment", raw=self._above[0]))
        self._above = None

    def _place(self, block: bib.Block | bib.Field) -> Location:
        return Location(file=self._file, line=line_of(block))

    def _take_entry(self, entry: bib.Entry) -> None:
        draft = Draft(where=self._place(entry), problems=self._problems)
        draft.key = entry.key
        kept: tuple[Kept, ...] = ()
        comments: tuple[str, ...] = ()
        if self._above:
            comment, line = self._above
            apart, own = comment_above(
                comment, draft.where.line - line - len(comment.splitlines()) + 1
            )
            kept, comments = kept_lines(own)
            self._above = (apart, line)
        values: list[tuple[str, str, Location]] = []
        for field in entry.fields:
            try:
                value = resolved(field.value, self._macros)
            except WrongValue as wrong:
                self._break(
                    self._place(field),
                    f"`{entry.key}`: {wrong.message}",
                    wrong.hint,
                    entry.raw or "",
                )
                return
            values.append((field.key, value, self._place(field)))
        draft.kept.extend(kept)
        _fill(draft, entry.entry_type.lower(), values)
        self._entries.append(
            draft.done(default_language=self._default, raw=entry.raw or "", comments=comments)
        )


def resolved(raw: str, macros: Mapping[str, str]) -> str:
    """Return what a raw value says, its ``@string`` and its ``#`` resolved; LaTeX stays.

    Raises ``WrongValue`` for an unknown abbreviation and for text behind a closing brace.
    """
    made, rest = [], raw.strip()
    while rest:
        end = end_of_part(rest)
        part, rest = rest[:end], rest[end:].lstrip()
        if part[:1] in '{"':
            made.append(part[1:-1])
        elif part.isdecimal():
            made.append(part)
        elif part.lower() in macros:
            made.append(macros[part.lower()])
        else:
            raise WrongValue(
                "unknown-string",
                f"`{part}` is a word without braces that no `@string` defines",
                f"write `{{{part}}}` if the word itself is meant",
            )
        if rest and not rest.startswith("#"):
            raise WrongValue(
                "missing-comma",
                "a comma is missing after a value",
                f"write a comma before `{rest.splitlines()[0].strip()}`",
            )
        rest = rest[1:].lstrip()
    return "".join(made)


def _fill(draft: Draft, type_: str, values: list[tuple[str, str, Location]]) -> None:
    draft.type = type_ if type_ in CSL_TYPES else BIBTEX_TYPES.get(type_, "misc")
    if type_ not in {*CSL_TYPES, *BIBTEX_TYPES, *OTHER_TYPES}:
        draft.tell_type(type_, {*CSL_TYPES, *BIBTEX_TYPES})
    if draft.type != type_ and type_ not in SAME_TYPES:
        draft.keep("entrytype", type_)
    if type_ == "newspaper":
        draft.fields["entrysubtype"] = "newspaper"
    parts: dict[str, tuple[str, Location]] = {}
    titles = [text for name, text, _ in values if name.lower() == "title"]
    for name, value, where in values:
        field = name.lower()
        if field in _DATE_PARTS and field not in parts:
            parts[field] = (value, where)
        elif field in ("langid", "language") and not draft.told_language and value.strip():
            draft.told_language = value.strip()
            if field == "language" and any(each[0].lower() == "langid" for each in values):
                draft.told_language = ""
                _keep_language(draft, values, value)
        elif field in ("langid", "language"):
            _keep_language(draft, values, value)
        elif field in NAME_FIELDS:
            _take_names(draft, field, value, where)
        else:
            _take_text(draft, name, value, where)
    _take_date(draft, parts)
    if not titles and "title" in draft.fields:
        draft.fields.setdefault("title", "")


def _keep_language(draft: Draft, values: list[tuple[str, str, Location]], value: str) -> None:
    """Keep what ``language`` says beside ``langid``, unless it says the same."""
    langid = next((text for name, text, _ in values if name.lower() == "langid"), "")
    if langid.strip().lower() != value.strip().lower():
        draft.keep("language", value)


def _take_text(draft: Draft, name: str, value: str, where: Location) -> None:
    field = BIBTEX_FIELDS.get(name.lower(), name.lower())
    if field == "howpublished":
        met = _ADDRESS.search(value)
        if met and not re.sub(r"\\url|[{}\s]|" + re.escape(met[0]), "", value):
            field, value = "url", met[0]
    if field in VERBATIM_FIELDS:
        met = re.fullmatch(r"\s*\\url\{(.*)\}\s*", value, re.DOTALL)
        text = (met[1] if met else value).replace(r"\_", "_").replace(r"\%", "%")
        draft.put(
            field,
            text.replace(r"\#", "#").replace(r"\&", "&").replace(r"\~{}", "~"),
            called=name,
            arrived=value,
            where=where,
        )
        return
    text, whole = text_of(value)
    if not whole and field not in draft.fields:
        draft.keep(name, value)
        if "\\" in text or not text:
            draft.tell_latex(field, value, where)
            return
    draft.put(field, text, called=name, arrived=value, where=where)


def _take_names(draft: Draft, field: str, value: str, where: Location) -> None:
    if draft.has(field):
        draft.keep(field, value)
        return
    flat = " ".join(value.split())
    parts = [
        name.strip()
        for part in split_outside_braces(flat, _AND)
        for name in (listed(part) if "{" not in part else [part])
    ]
    parts, others = told_apart([part for part in parts if part])
    names = tuple(_name(draft, field, part, where) for part in parts)
    draft.put_names(field, tuple(name for name in names if name), others=others)


def _name(draft: Draft, field: str, part: str, where: Location) -> PersonName | None:
    if is_braced(part):
        return PersonName(literal=text_of(part)[0])
    if len(split_outside_braces(part, _COMMA)) == 1 and "{" in part and "\\" not in part:
        # braces around the words that belong together: what is not in them are given names
        met = re.fullmatch(r"([^{}]*?)\s*\{([^{}]+)\}", part)
        if met:
            return PersonName(family=met[2], given=met[1])
    text = text_of(part)[0].strip(" ,")
    if not text:
        return None
    name = draft.name(text, where=where)
    if name is None:
        name = by_last_word(text)
        read_as = f"`{' '.join(each for each in (name.particle, name.family) if each)}`"
        draft.doubt(field, text, f"{read_as}, as BibTeX does", where)
    return name


def _take_date(draft: Draft, parts: dict[str, tuple[str, Location]]) -> None:
    """Put year, month and day together, unless there is a date already that says them."""
    if "year" not in parts:
        for name, (value, _) in parts.items():
            draft.keep(name, value)
        return
    year, where = parts["year"]
    text = text_of(year)[0]
    month, day = (text_of(parts[name][0])[0] if name in parts else "" for name in ("month", "day"))
    met = re.fullmatch(r"(\d{1,2})\.?[\s~\u00a0]+(\w+)|(\w+)[\s~\u00a0]+(\d{1,2})", month)
    if met and not day:
        month, day = met[2] or met[3], met[1] or met[4]
    number = MONTHS.get(month.strip(".").lower()) or (int(month) if month.isdecimal() else 0)
    if re.fullmatch(r"\d{4}", text) and 1 <= number <= 12:
        text = f"{text}-{number:02d}"
        if day.isdecimal() and 1 <= int(day) <= 31:
            text = f"{text}-{int(day):02d}"
        elif day:
            draft.keep("day", parts["day"][0] if "day" in parts else day)
    else:
        for name in ("month", "day"):
            if name in parts and parts[name][0].strip():
                draft.keep(name, parts[name][0])
    present = draft.dates.get("date")
    if present is not None and str(present).startswith(text):
        return
    draft.put("date", text, called="year", arrived=year, where=where)
