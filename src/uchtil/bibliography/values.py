"""What a BibTeX value says: out of its braces, in one line, without LaTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ESCAPED = re.compile(r"\\([&%$#_{}])")
_LATEX = re.compile(r"\\(?:[A-Za-z]+|.)")
_NUMBER = re.compile(r"[0-9]+")
_MACRO = re.compile(r"[^\s#{}\",=()]+")


class WrongValue(ValueError):
    """A value that cannot be taken as it stands: a stable code, a sentence and a hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def enclosed(raw: str, field: str, macros: Mapping[str, str]) -> str:
    """Return what stands inside the braces or quotes of a raw BibTeX value.

    A bare number stands for itself, a bare word for its ``@string``.  Raises
    ``WrongValue`` for what bibtexparser would hand on unread: a value put together with
    ``#``, an unknown ``@string``, and text behind the closing brace, which is how a
    missing comma shows.
    """
    text = raw.strip()
    if not text:
        raise WrongValue(
            "empty-field", f"the field `{field}` is empty", "write its value, or leave it out"
        )
    end = end_of_part(text)
    rest = text[end:].lstrip()
    if rest.startswith("#"):
        raise WrongValue(
            "unresolved-concatenation",
            f"the field `{field}` is put together with `#`, which is not resolved",
            "write the whole value in one pair of braces",
        )
    if rest:
        raise WrongValue(
            "missing-comma",
            f"after the value of the field `{field}` a comma is missing",
            f"write a comma before `{rest.splitlines()[0].strip()}`",
        )
    if text[0] in '{"':
        return text[1:-1]
    if _NUMBER.fullmatch(text):
        return text
    if text.lower() not in macros:
        raise WrongValue(
            "unknown-string",
            f"the field `{field}` names `{text}`, which no `@string` defines",
            f"write `{{{text}}}` if the word itself is meant",
        )
    return macros[text.lower()]


def plain(text: str, field: str) -> str:
    """Return a value as plain text: one line, no braces, no LaTeX escapes.

    Raises ``WrongValue`` for a LaTeX command: in UTF-8 every character stands for itself.
    """
    flat = " ".join(text.split())
    unescaped = _ESCAPED.sub(lambda match: _guard(match[1]), flat)
    if command := _LATEX.search(unescaped):
        raise WrongValue(
            "latex-command",
            f"the field `{field}` holds the LaTeX command `{command[0]}`",
            "write the character itself",
        )
    bare = unescaped.replace("{", "").replace("}", "")
    return bare.translate({0xE000: "{", 0xE001: "}"})


def _guard(character: str) -> str:
    # an escaped brace is text: it is kept apart until the grouping braces are gone
    return {"{": "\ue000", "}": "\ue001"}.get(character, character)


def end_of_part(text: str) -> int:
    """Return where the first part of a raw value ends: in braces, in quotes, or a bare word."""
    if text[0] == "{":
        depth = 0
        for position, character in enumerate(text):
            if character in "{}" and (position == 0 or text[position - 1] != "\\"):
                depth += 1 if character == "{" else -1
                if depth == 0:
                    return position + 1
        return len(text)
    if text[0] == '"':
        depth = 0
        for position, character in enumerate(text[1:], start=1):
            if character in "{}":
                depth += 1 if character == "{" else -1
            elif character == '"' and depth == 0:
                return position + 1
        return len(text)
    match = _MACRO.match(text)
    return match.end() if match else len(text)
