"""From a .bib file to references, with every slip told by file and line."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from uchtil.bibliography.duplicates import tell_duplicates
from uchtil.bibliography.entry import read_entry
from uchtil.bibliography.keys import tell_key_years
from uchtil.bibliography.reference import Reference
from uchtil.bibliography.values import WrongValue, enclosed
from uchtil.load.files import decode
from uchtil.model.records import EVERYTHING
from uchtil.problems import Location, Problems

# bibtexparser also logs what it hands over as failed blocks; here that is told as problems
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_HEAD = re.compile(r"@\s*(\w+)\s*[{(]\s*([^\s,={}()]*)")
_STANDS = re.compile(
    r"^[^%\n]*?@\s*(?!comment|string|preamble)\w+\s*[{(]\s*([^\s,={}()]+)",
    re.MULTILINE | re.IGNORECASE,
)
"""An entry's head wherever it stands, also within one that is never closed."""

_FIELD_LINE = re.compile(r"\s*[A-Za-z_]+\s*=\s*(?:[{\"]|\w)")
_QUOTED_FIELD = re.compile(r"\s*[A-Za-z_]+\s*=\s*\"")
_LEFT_OVER = re.compile(r"\s*(?:[,}]|\w+\s*=)")
_UNOPENED = re.compile(r"@\w*|^\s*\w+\s*\{\s*[^\s,{}]+\s*,", re.MULTILINE)


def read_bibliography(path: Path, shown_as: str, problems: Problems) -> Mapping[str, Reference]:
    """Read a bibliography; the references come by key, in the order of the file.

    ``shown_as`` is the path that problems name.  Every slip is told; an entry that has
    one is still returned where its key can be read, so that no citation of it is told as
    unknown on top.  Go on only if no problem is an error.

    Problems: ``missing-file``, ``unreadable-file``, ``unreadable-encoding``,
    ``empty-file``, ``broken-entry``, ``stray-text``, ``duplicate-key``,
    ``duplicate-field``, ``duplicate-work``, and those of ``uchtil.bibliography.entry``.
    """
    text = _read(path, shown_as, problems)
    if text is None:
        return {}
    # an empty parse stack: values come raw, so that nothing is resolved unseen
    library = parse_string(text, parse_stack=[])
    macros = _macros(library.strings, shown_as, problems)
    references: dict[str, Reference] = {}
    already = len(problems.errors)
    failed_before = False
    for block in library.blocks:
        if isinstance(block, bib.ImplicitComment):
            if not failed_before:
                _tell_stray(block, shown_as, problems)
        elif isinstance(block, bib.ParsingFailedBlock):
            entry = _tell_failed(block, library.entries_dict, shown_as, problems)
            if entry is not None and entry.key not in references:
                references[entry.key] = read_entry(entry, macros, shown_as, problems)
        elif isinstance(block, bib.Entry) and not block.key:
            where = Location(file=shown_as, line=line_of(block))
            problems.error("wrong-key", "this entry has no key", where, "write `@type{key,`")
        elif isinstance(block, bib.Entry):
            reference = read_entry(block, macros, shown_as, problems)
            references.setdefault(reference.key, reference)
        failed_before = isinstance(block, bib.ParsingFailedBlock)
    if not references and len(problems.errors) == already:
        problems.error(
            "empty-file", "the bibliography has no entry", Location(file=shown_as), "write one"
        )
    tell_duplicates(references, problems)
    tell_key_years(references, problems)
    return MappingProxyType(references)


def raw_entries(text: str, keys: Collection[str]) -> tuple[str, ...]:
    """Return the entries of these keys sign for sign as written, in the order of the file.

    The file's own abbreviations (``@string``) come with them: entries may need them.
    """
    library = parse_string(text, parse_stack=[])
    return tuple(
        block.raw
        for block in library.blocks
        if block.raw
        and (isinstance(block, bib.String) or (isinstance(block, bib.Entry) and block.key in keys))
    )


def unread_keys(path: Path, references: Mapping[str, Reference]) -> frozenset[str]:
    """Return the keys that stand in a bibliography, but not among what was read of it.

    ``EVERYTHING`` where no key can be seen because the file itself cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return frozenset({EVERYTHING})
    text = decode(data, "", Problems())
    standing = frozenset() if text is None else frozenset(_STANDS.findall(text))
    if not standing and not references:
        return frozenset({EVERYTHING})
    return standing - references.keys()


def _read(path: Path, shown_as: str, problems: Problems) -> str | None:
    where = Location(file=shown_as)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        problems.error("missing-file", "the bibliography is missing", where, "write it")
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problems.error("unreadable-file", f"the file cannot be read: {reason}", where)
        return None
    text = decode(data, shown_as, problems)
    if text is not None and not text.strip():
        problems.error("empty-file", "the file is empty", where, "write it")
        return None
    return text


def _macros(strings: Iterable[bib.String], file: str, problems: Problems) -> dict[str, str]:
    macros: dict[str, str] = {}
    for string in strings:
        try:
            macros[string.key.lower()] = enclosed(string.value, string.key, macros)
        except WrongValue as wrong:
            where = Location(file=file, line=line_of(string))
            problems.error(wrong.code, wrong.message, where, wrong.hint)
    return macros


def line_of(block: bib.Block | bib.Field) -> int:
    """Return the line on which a block or a field begins; bibtexparser counts from 0."""
    return (block.start_line or 0) + 1


def _tell_stray(block: bib.ImplicitComment, file: str, problems: Problems) -> None:
    for offset, line in enumerate(block.comment.splitlines()):
        if line.strip() and not line.lstrip().startswith("%"):
            if _LEFT_OVER.match(line):
                hint = "a `}` too many closes the entry above before its end"
            elif _UNOPENED.search(line):
                hint = "an entry begins `@type{key,`"
            else:
                hint = "begin a comment with `%`"
            problems.error(
                "stray-text",
                "this text stands outside every entry and would be ignored",
                Location(file=file, line=line_of(block) + offset),
                hint,
            )
            return


def _tell_failed(
    block: bib.ParsingFailedBlock,
    entries: Mapping[str, bib.Entry],
    file: str,
    problems: Problems,
) -> bib.Entry | None:
    """Tell why an entry failed; return it where it can be read all the same."""
    line = line_of(block)
    entry = block.ignore_error_block
    if isinstance(block, bib.DuplicateBlockKeyBlock):
        first = entries.get(block.key)
        if first is not None:
            problems.error(
                "duplicate-key",
                f"the key `{block.key}` is already used on line {line_of(first)}",
                Location(file=file, line=line),
                "give one of the two another key, or leave out the one that repeats a work",
            )
            return None
    if isinstance(block, bib.DuplicateFieldKeyBlock) and isinstance(entry, bib.Entry):
        for field, first_line in _repeated(entry):
            problems.error(
                "duplicate-field",
                f"the field `{field.key}` of `{entry.key}` already stands on line {first_line}",
                Location(file=file, line=line_of(field)),
                "leave one of the two out",
            )
        return entry
    raw = block.raw or ""
    head = _HEAD.match(raw)
    name = f"the entry `{head[2]}`" if head and head[2] else "this entry"
    offset, hint = reason_of(block)
    problems.error(
        "broken-entry",
        f"{name} is broken and cannot be read",
        Location(file=file, line=line + offset),
        hint,
    )
    return None


def _repeated(entry: bib.Entry) -> Iterator[tuple[bib.Field, int]]:
    seen: dict[str, int] = {}
    for field in entry.fields:
        key = field.key.lower()
        if key in seen:
            yield field, seen[key]
        else:
            seen[key] = line_of(field)


def reason_of(block: bib.ParsingFailedBlock) -> tuple[int, str]:
    """Return how many lines below the entry's first the slip is, and how to mend it."""
    raw, said = block.raw or "", str(getattr(block.error, "abort_reason", ""))
    if "Expected comma after entry key" in said:
        return 0, "write a comma after the key"
    if "Expected a `=`" in said:  # what bibtexparser hands over ends at the slip
        return raw.count("\n"), "write `=` between a field and its value"
    if "closing" in said or "end of file" in said:
        if offset := _unclosed_quote(raw):
            return offset, 'a `"` that closes this value is missing'
        if offset := _unclosed_brace(raw):
            return offset, "a `}` that closes this value is missing"
        return 0, "a `}` that closes the entry is missing, or a quote or brace in it"
    return 0, "look for a missing brace, quote, comma or `=`"


def _unclosed_brace(raw: str) -> int:
    """Return the line (from 0) of the value whose brace is never closed; 0 if not found.

    A line that looks like a field although a value is open shows it.
    """
    depth, last_field = 0, 0
    for number, line in enumerate(raw.splitlines()):
        if number and _FIELD_LINE.match(line):
            if depth > 1:
                return last_field
            last_field = number
        depth += line.count("{") - line.count("}")
    return last_field if depth > 1 else 0


def _unclosed_quote(raw: str) -> int:
    """Return the line (from 0) of the first value with one quote only; 0 if none."""
    for number, line in enumerate(raw.splitlines()):
        if number and _QUOTED_FIELD.match(line) and line.count('"') == 1:
            return number
    return 0
