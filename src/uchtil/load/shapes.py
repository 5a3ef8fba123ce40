"""The shapes that single values can have: each reads a node and writes its JSON Schema.

The loader and the schemas come from the same tables of fields, so what an editor accepts
while a scholar types is what the loader accepts.  A shape never raises: it tells a
problem with its exact place and returns ``None``, and reading goes on.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import ClassVar, Generic, TypeVar

import yaml

from uchtil.language.tags import KNOWN_TAGS, tag_problem
from uchtil.load.reading import Reading
from uchtil.model import When
from uchtil.problems import did_you_mean

T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=Enum)

Json = dict[str, object]
"""A piece of JSON Schema."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id: lower-case letters, digits and single hyphens."""


class Shape(ABC, Generic[T_co]):
    """What a value looks like."""

    __slots__ = ()

    names_itself: ClassVar[bool] = False
    """Whether messages call the value by a name of its own (a record's noun and id)."""

    @abstractmethod
    def read(self, node: yaml.Node, reading: Reading, name: str) -> T_co | None:
        """Return the value, or tell what is wrong with it; ``name`` is how to call it."""

    @abstractmethod
    def schema(self, defs: Json) -> Json:
        """Return the JSON Schema; what is used in several places goes into ``defs``."""


@dataclass(frozen=True, slots=True)
class Text(Shape[str]):
    """A text in one language, or a word that is not translated.

    ``pattern`` must match as a whole; ``expected`` then says what to write.  ``number``
    allows what YAML editors take for a number (a version, a year).
    """

    pattern: str = ""
    expected: str = ""
    code: str = "wrong-value"
    number: bool = False

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the text."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if self.pattern and not re.fullmatch(self.pattern, text):
            reading.error(self.code, f"`{text}` cannot be {name}", node, f"write {self.expected}")
            return None
        return text

    def schema(self, defs: Json) -> Json:
        """Return the schema of a string."""
        result: Json = {"type": ["string", "number"] if self.number else "string"}
        if self.pattern:
            result["pattern"] = f"^(?:{self.pattern})$"
        else:
            result["minLength"] = 1
        return result


def slug() -> Text:
    """Return the shape of an id."""
    return Text(
        pattern=SLUG.pattern,
        expected="lower-case Latin letters, digits and hyphens, as in `border-treaty`",
        code="wrong-id",
        number=True,
    )


def _choices(text: str, words: Sequence[str]) -> str:
    """Return the word that may be meant, and all that may be written."""
    near = did_you_mean(text, words)
    return f"{near} write one of: {', '.join(words)}".lstrip()


@dataclass(frozen=True, slots=True)
class Choice(Shape[E]):
    """One of the words of an enumeration."""

    options: type[E]

    def read(self, node: yaml.Node, reading: Reading, name: str) -> E | None:
        """Return the member that the word stands for."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        try:
            return self.options(text)
        except ValueError:
            words = [str(option.value) for option in self.options]
            hint = _choices(text, words)
            reading.error("unknown-choice", f"`{text}` cannot be {name}", node, hint)
            return None

    def schema(self, defs: Json) -> Json:
        """Return an enumeration."""
        return {"enum": [option.value for option in self.options]}


@dataclass(frozen=True, slots=True)
class Word(Shape[str]):
    """One of a fixed list of words; ``code`` names the problem with another one."""

    words: tuple[str, ...]
    code: str = "unknown-choice"
    listed: bool = True
    """Whether the hint may list all words where none is near."""
    other_words: tuple[tuple[str, str], ...] = ()
    """What other programs call the same, with the word for it here."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the word."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if text not in self.words:
            meant = dict(self.other_words).get(text.lower())
            hint = f"write {meant}" if meant else did_you_mean(text, self.words)
            if self.listed and (not hint or (self.code == "unknown-choice" and not meant)):
                hint = _choices(text, self.words)
            reading.error(self.code, f"`{text}` cannot be {name}", node, hint)
            return None
        return text

    def schema(self, defs: Json) -> Json:
        """Return an enumeration."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Flag(Shape[bool]):
    """``true`` or ``false``."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> bool | None:
        """Return the truth value; ``yes`` and ``no`` are refused."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if text not in ("true", "false"):
            reading.error("wrong-value", f"`{text}` cannot be {name}", node, "write true or false")
            return None
        return text == "true"

    def schema(self, defs: Json) -> Json:
        """Return true or false, as YAML or as a word."""
        return {"enum": [True, False, "true", "false"]}


_UNIT = re.compile(r"(?<=\d)[^\W\d]+\.?$")
"""A unit behind a number: the field says which it is in."""


@dataclass(frozen=True, slots=True)
class Number(Shape[Decimal]):
    """A decimal number, written with a point and without separators."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> Decimal | None:
        """Return the number exactly as written: 1.50 keeps its two decimals."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            plain = _UNIT.sub("", re.sub(r"[\s_']", "", text)).replace(",", ".")
            meant = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain)
            hint = f"write {plain}" if meant else "write digits, with a point for decimals"
            reading.error("not-a-number", f"`{text}` is not a number", node, hint)
            return None
        return Decimal(text)

    def schema(self, defs: Json) -> Json:
        """Return a number; a string of digits is allowed, as everywhere in YAML."""
        return {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}


_IMPOSSIBLE = "look into the source again; where the day is in doubt, leave it out"


_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
"""A day as it is written in Uzbek and Russian: 30.11.2026."""


@dataclass(frozen=True, slots=True)
class Date(Shape[When]):
    """A date or period in the EDTF subset of ``uchtil.model.dates``."""

    day: bool = False
    """Whether only a day will do."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> When | None:
        """Return the date; an impossible one is told."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if re.match(r"0000|.*/0000", text):
            message = f"`{text}` is impossible: there is no year 0"
            reading.error("impossible-date", message, node, _IMPOSSIBLE)
            return None
        try:
            when = When.parse(text)
        except ValueError as error:
            message, _, hint = str(error).partition("; ")
            code = "not-a-date" if message.endswith("is not a date") else "impossible-date"
            if message.endswith("before it begins"):
                hint = "write the beginning first, or look into the source again"
            elif message.endswith("nor an end"):
                hint = "write a date at one end at least"
            elif dotted := _DOTTED.fullmatch(text):
                hint = f"write {dotted[3]}-{dotted[2]:0>2}-{dotted[1]:0>2}"
            reading.error(code, message, node, hint or _IMPOSSIBLE)
            return None
        if self.day and (when.is_span or when.start is None or not when.start.day):
            reading.error(
                "not-a-day", f"{name} must be a day, not `{text}`", node, "write it as 2026-11-20"
            )
            return None
        return when

    def schema(self, defs: Json) -> Json:
        """Return the pattern of a date; whether the day exists is the loader's to tell."""
        if self.day:
            return {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        point = r"(?:[0-9]{3}X|[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)~?"
        defs["date"] = {
            "description": "EDTF: 1998, 1998-10, 1998-10-31, 199X, A/B, A/.. or ../B; ~ for about",
            "type": ["string", "integer"],
            "pattern": rf"^(?:{point}|{point}/{point}|{point}/\.\.|\.\./{point})$",
        }
        return {"$ref": "#/$defs/date"}


@dataclass(frozen=True, slots=True)
class LanguageTag(Shape[str]):
    """A BCP 47 tag of a language that sources are written in."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the tag; a wrong one is told with what it was meant to be."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if problem := tag_problem(text):
            reading.error("wrong-language-tag", problem[0], node, problem[1])
            return None
        return text

    def schema(self, defs: Json) -> Json:
        """Return the list of known tags."""
        return {"enum": list(KNOWN_TAGS)}
