"""What every reader gives: blocks of text, each with what is known of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from uchtil.problems import Location, Problem

_SUPERSCRIPT = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_SOFT = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, a heading, an entry of a list, a row of a table.

    ``page`` counts from 1, 0 where there are none.  ``level`` is that of a heading, 0 of all
    else; 1 is the title.
    """

    text: str
    page: int = 0
    level: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something that is told of the reading; ``code`` is that of a check.

    One that ``matters`` is a warning, others are notices.
    """

    code: str
    message: str
    hint: str = ""
    matters: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What was read: blocks in order, what the file says of itself, and what is to be told.

    ``metadata`` are hints only: programs write them, and nobody looks at them.
    """

    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    notes: tuple[Note, ...] = ()


class Refused(Exception):
    """A file that no text can be taken from: the problem to be told, without its place."""

    def __init__(self, *, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def problem(self, where: Location) -> Problem:
        """Return the problem at a place."""
        return Problem(code=self.code, message=self.message, where=where, hint=self.hint)


def broken(why: object) -> Refused:
    """Return what is told of a file that cannot be read to its end."""
    return Refused(
        code="source-broken",
        message=f"the file cannot be read: {str(why).removesuffix('.')}",
        hint="get it once more",
    )


def locked() -> Refused:
    """Return what is told of a file that is encrypted."""
    return Refused(
        code="source-encrypted",
        message="the file opens with a password only",
        hint="save it without the password, if you may",
    )


def unbounded(why: str) -> Refused:
    """Return what is told of a file that takes more room or time than there is for it."""
    return Refused(
        code="source-unpacks",
        message=f"the file unpacks without end: {why}",
        hint="take the text from elsewhere; the file may be meant to harm",
    )


def entities() -> Refused:
    """Return what is told of XML that brings entities of its own along."""
    return Refused(
        code="source-entities",
        message="the file brings XML entities of its own along, which can unpack without end",
        hint="save it anew with the program that made it",
    )


def foreign(what: str, hint: str = "") -> Refused:
    """Return what is told of a file of a kind that no text is taken from."""
    return Refused(
        code="source-format", message=f"this is {what}: no text is taken from it", hint=hint
    )


def tidy(text: str) -> str:
    """Return a text in one line: white space made one, soft hyphens and unseen signs left out.

    Spaces that do not break stay, since they hold numbers together.
    """
    return _SPACES.sub(" ", _SOFT.sub("", unicodedata.normalize("NFC", text))).strip()


def superscript(text: str) -> str:
    """Return figures as raised ones: 10 with a raised 6 must not become 106."""
    if re.fullmatch(r"[\d+\-−()n]+", text):
        return text.translate(_SUPERSCRIPT)
    return text
