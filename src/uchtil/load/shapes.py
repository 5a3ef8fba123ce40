"""The shapes that YAML values can have: each one reads a node and writes its JSON Schema.

The loader and the schemas come from the same tables of fields, so what an editor accepts
while a scholar types is what the loader accepts.  A shape never raises: it tells a
problem with its exact place and returns ``None``, and reading goes on.
"""

from __future__ import annotations

import difflib
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar, cast

import yaml

from uchtil.language.tags import KNOWN_TAGS, tag_problem
from uchtil.load.yaml_nodes import is_null, place
from uchtil.model import When
from uchtil.problems import Location, Problems, did_you_mean

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=Enum)

Json = dict[str, object]
"""A piece of JSON Schema."""

LANGUAGE_NAMES: Mapping[str, str] = {"uz": "Uzbek", "ru": "Russian", "en": "English"}
"""The languages that a review can be written in, as messages name them."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id: lower-case letters, digits and single hyphens."""


@dataclass(slots=True)
class Reading:
    """What is known while one file is read, and where its problems go."""

    file: str
    problems: Problems
    languages: tuple[str, ...] = tuple(LANGUAGE_NAMES)
    language: str = ""
    """The language whose text is being read, inside a value by language."""
    wrong: int = 0
    """How many errors were told so far: tells whether one record was read whole."""

    def at(self, node: yaml.Node) -> Location:
        """Return the place of a node."""
        return place(node, self.file)

    def error(self, code: str, message: str, node: yaml.Node, hint: str = "") -> None:
        """Tell an error at a node."""
        self.wrong += 1
        self.problems.error(code, message, self.at(node), hint)

    def pairs(self, node: yaml.Node, name: str) -> dict[str, tuple[yaml.Node, yaml.Node]] | None:
        """Return key and value nodes by key; a key given twice is told and left out."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong_type(node, name, "a mapping (`field: value` lines)")
            return None
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.error("wrong-type", f"a field of {name} must be a plain word", key)
            elif key.value in found:
                first = self.at(found[key.value][0]).line
                self.error(
                    "duplicate-key",
                    f"`{key.value}` stands twice in {name}, first in line {first}",
                    key,
                    "keep one of them",
                )
            else:
                found[key.value] = (key, value)
        return found

    def scalar(self, node: yaml.Node, name: str) -> str | None:
        """Return a scalar's text, or tell that it is none or empty."""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong_type(node, name, "one text")
            return None
        text: str = node.value.strip()
        if not text or is_null(node):
            self.error("empty-value", f"{name} is empty", node, "give it a value, or delete it")
            return None
        return text

    def wrong_type(self, node: yaml.Node, name: str, expected: str) -> None:
        """Tell that a node is of another type than expected."""
        if is_null(node):
            self.error("empty-value", f"{name} is empty", node, "give it a value, or delete it")
            return
        given = "a list" if isinstance(node, yaml.SequenceNode) else "one text"
        given = "a mapping" if isinstance(node, yaml.MappingNode) else given
        self.error("wrong-type", f"{name} must be {expected}, not {given}", node)


class Shape(ABC, Generic[T_co]):
    """What a value looks like."""

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
            hint = did_you_mean(text, words) or f"write one of: {', '.join(words)}"
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

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the word."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if text not in self.words:
            hint = did_you_mean(text, self.words)
            hint = hint or (f"write one of: {', '.join(self.words)}" if self.listed else "")
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


@dataclass(frozen=True, slots=True)
class Number(Shape[Decimal]):
    """A decimal number, written with a point and without separators."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> Decimal | None:
        """Return the number exactly as written: 1.50 keeps its two decimals."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            plain = re.sub(r"[\s_']", "", text).replace(",", ".")
            meant = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain)
            hint = f"write {plain}" if meant else "write digits, with a point for decimals"
            reading.error("not-a-number", f"`{text}` is not a number", node, hint)
            return None
        return Decimal(text)

    def schema(self, defs: Json) -> Json:
        """Return a number; a string of digits is allowed, as everywhere in YAML."""
        return {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}


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
            reading.error("impossible-date", f"`{text}` is impossible: there is no year 0", node)
            return None
        try:
            when = When.parse(text)
        except ValueError as error:
            message, _, hint = str(error).partition("; ")
            code = "not-a-date" if message.endswith("is not a date") else "impossible-date"
            reading.error(code, message, node, hint)
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


@dataclass(frozen=True, slots=True)
class ListOf(Shape[tuple[T, ...]]):
    """A list; items that cannot be read are left out once told."""

    item: Shape[T]
    noun: str
    """How messages call one item (``a name``)."""
    at_least: int = 0
    unique: bool = False
    code: str = "empty-value"
    """The problem with a list that has fewer items than it must have."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> tuple[T, ...] | None:
        """Return the items in order."""
        if not isinstance(node, yaml.SequenceNode):
            reading.wrong_type(node, name, "a list (`[one, two]` or `- ` lines)")
            return None
        if len(node.value) < self.at_least:
            reading.error(self.code, f"{name} is empty", node, f"give {self.noun}")
            return None
        found: list[T] = []
        for child in node.value:
            value = self.item.read(child, reading, self.noun)
            if value is None:
                continue
            if self.unique and value in found:
                reading.error(
                    "listed-twice", f"`{value}` stands twice in {name}", child, "keep one of them"
                )
                continue
            found.append(value)
        return tuple(found)

    def schema(self, defs: Json) -> Json:
        """Return an array."""
        result: Json = {"type": "array", "items": self.item.schema(defs)}
        if self.at_least:
            result["minItems"] = self.at_least
        if self.unique:
            result["uniqueItems"] = True
        return result


@dataclass(frozen=True, slots=True)
class MapOf(Shape[dict[str, T]]):
    """A mapping whose keys are chosen by the writer (ids, source keys)."""

    value: Shape[T]
    noun: str
    """How messages call one entry (``the theme``); the key is added."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> dict[str, T] | None:
        """Return the values by key, in order."""
        pairs = reading.pairs(node, name)
        if pairs is None:
            return None
        found: dict[str, T] = {}
        for key, (key_node, value_node) in pairs.items():
            if not SLUG.fullmatch(key):
                reading.error(
                    "wrong-id",
                    f"`{key}` cannot be a key of {name}",
                    key_node,
                    "write lower-case Latin letters, digits and hyphens",
                )
                continue
            value = self.value.read(value_node, reading, f"{self.noun} `{key}`")
            if value is not None:
                found[key] = value
        return found

    def schema(self, defs: Json) -> Json:
        """Return an object with any keys."""
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{SLUG.pattern}$"},
            "additionalProperties": self.value.schema(defs),
        }


@dataclass(frozen=True, slots=True)
class ByLanguage(Shape[dict[str, T]]):
    """A value in every language of the review: none may be missing, none may be more.

    Where a language is missing (the error is told) it is given ``blank``: every language
    can then be asked for while the rest is checked; a project with errors is never built.
    """

    value: Shape[T]
    blank: T

    def read(self, node: yaml.Node, reading: Reading, name: str) -> dict[str, T] | None:
        """Return the values by language, in the order of the review's languages."""
        if isinstance(node, yaml.ScalarNode) and not is_null(node):
            reading.error(
                "missing-translation",
                f"{name} must be given in every language",
                node,
                f"write {{{', '.join(f'{code}: …' for code in reading.languages)}}}",
            )
            return None
        pairs = reading.pairs(node, name)
        if pairs is None:
            return None
        found: dict[str, T] = {}
        for code, (key_node, _) in pairs.items():
            if code not in reading.languages:
                reading.error(
                    "unknown-language",
                    f"{name} is given in `{code}`, which the review is not written in",
                    key_node,
                    did_you_mean(code, reading.languages)
                    or f"its languages are {', '.join(reading.languages)}",
                )
        for code in reading.languages:
            found[code] = self.blank
            if code not in pairs:
                language = LANGUAGE_NAMES.get(code, code)
                reading.error(
                    "missing-translation",
                    f"{name} has no {language} text",
                    node,
                    f"add `{code}:`",
                )
                continue
            reading.language = code
            value = self.value.read(pairs[code][1], reading, f"{name} in `{code}`")
            if value is not None:
                found[code] = value
        return found

    def schema(self, defs: Json) -> Json:
        """Return an object with the languages as its fields."""
        codes = list(LANGUAGE_NAMES)
        value = self.value.schema(defs)
        return {
            "type": "object",
            "properties": dict.fromkeys(codes, value),
            "required": codes,
            "additionalProperties": False,
        }


class Localised(ByLanguage[str]):
    """A text in every language of the review."""

    def __init__(self) -> None:
        super().__init__(Text(), "")

    def schema(self, defs: Json) -> Json:
        """Return a reference to the one definition."""
        defs["localised"] = {
            "description": "the same text in every language",
            **super().schema(defs),
        }
        return {"$ref": "#/$defs/localised"}


@dataclass(frozen=True, slots=True, eq=False)
class Field(Generic[T_co]):
    """One field of a record: its name in YAML, the shape of its value, what it is for."""

    name: str
    shape: Shape[T_co]
    about: str
    required: bool = False
    code: str = "missing-field"
    """The problem with a record that lacks this required field."""


@dataclass(slots=True)
class Values:
    """The fields of one record as read, with their places."""

    reading: Reading
    node: yaml.Node
    values: dict[str, object]
    nodes: dict[str, yaml.Node]

    def need(self, wanted: Field[T]) -> T:
        """Return a required field; the record is only made when all of them are there."""
        return cast("T", self.values[wanted.name])

    def get(self, wanted: Field[T]) -> T | None:
        """Return an optional field, or ``None``."""
        return cast("T | None", self.values.get(wanted.name))

    def items(self, wanted: Field[tuple[T, ...]]) -> tuple[T, ...]:
        """Return an optional list, empty where it is not given."""
        return self.get(wanted) or ()

    def at(self, wanted: Field[T] | None = None) -> Location:
        """Return the place of a field's value, or of the record where it has none."""
        node = self.nodes.get(wanted.name) if wanted else None
        return self.reading.at(node or self.node)

    def error(self, code: str, message: str, at: Field[T] | None = None, hint: str = "") -> None:
        """Tell an error at a field's value, or at the record."""
        node = self.nodes.get(at.name) if at else None
        self.reading.error(code, message, node or self.node, hint)


@dataclass(frozen=True, slots=True)
class Record(Shape[T_co]):
    """A mapping with known fields, made into a record.

    ``noun`` is how messages call it (``the fact``); ``title`` is the field whose value
    is added to the noun (``the fact `border-treaty```).  ``make`` is called when every
    required field could be read.  ``rules`` are further pieces of JSON Schema.
    """

    noun: str
    fields: tuple[Field[object], ...]
    make: Callable[[Values], T_co | None]
    about: str = ""
    title: Field[str] | None = None
    rules: Json = field(default_factory=dict)
    known: Mapping[str, Field[object]] = field(init=False, repr=False)
    required: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {each.name: each for each in self.fields})
        needed = frozenset(each.name for each in self.fields if each.required)
        object.__setattr__(self, "required", needed)

    def values(self, node: yaml.Node, reading: Reading, name: str = "") -> Values | None:
        """Read the fields without making the record; ``None`` where it is no mapping."""
        pairs = reading.pairs(node, name or self.noun)
        if pairs is None:
            return None
        called = self._called(pairs)
        known = self.known
        values = Values(reading, node, {}, {})
        for key, (key_node, value_node) in pairs.items():
            wanted = known.get(key)
            if wanted is None:
                hint = did_you_mean(key, [word for word in known if word not in pairs])
                hint = hint or f"known fields: {', '.join(known)}"
                reading.error("unknown-field", f"{called} has no field `{key}`", key_node, hint)
                continue
            values.nodes[key] = value_node
            value = wanted.shape.read(value_node, reading, f"`{key}` of {called}")
            if value is not None:
                values.values[key] = value
        if not self.required <= pairs.keys():
            self._tell_absent(called, values, pairs)
        return values

    def read(self, node: yaml.Node, reading: Reading, name: str) -> T_co | None:
        """Return the record, or tell everything that is wrong with it."""
        values = self.values(node, reading, name)
        return None if values is None else self.finish(values)

    def finish(self, values: Values) -> T_co | None:
        """Make the record of its fields, where every required one could be read."""
        return self.make(values) if self.required <= values.values.keys() else None

    def schema(self, defs: Json) -> Json:
        """Return a reference to the record's definition."""
        name = self.noun.removeprefix("the ").replace(" ", "-")
        if name not in defs:
            defs[name] = self.body(defs)
        return {"$ref": f"#/$defs/{name}"}

    def body(self, defs: Json) -> Json:
        """Return the schema itself."""
        result: Json = {"type": "object"}
        if self.about:
            result["description"] = self.about
        result["properties"] = {
            each.name: {"description": each.about, **each.shape.schema(defs)}
            for each in self.fields
        }
        required = [each.name for each in self.fields if each.required]
        if required:
            result["required"] = required
        return {**result, "additionalProperties": False, **self.rules}

    def _tell_absent(self, called: str, values: Values, given: Collection[str]) -> None:
        """Tell the required fields that are not given, unless by a slip of their name."""
        unknown = [key for key in given if key not in self.known]
        for wanted in self.fields:
            absent = wanted.required and wanted.name not in given
            if absent and not difflib.get_close_matches(wanted.name, unknown, n=1):
                values.reading.error(
                    wanted.code,
                    f"{called} has no `{wanted.name}`",
                    values.node,
                    f"add `{wanted.name}:` ({wanted.about})",
                )

    def _called(self, pairs: Mapping[str, tuple[yaml.Node, yaml.Node]]) -> str:
        if self.title and self.title.name in pairs:
            node = pairs[self.title.name][1]
            if isinstance(node, yaml.ScalarNode) and node.value:
                return f"{self.noun} `{node.value}`"
        return self.noun


@dataclass(frozen=True, slots=True)
class Entry(Generic[T_co]):
    """One record of a list, by its id.

    ``record`` is ``None`` where something in it is wrong (told already); its id is known
    all the same, so that what refers to it is not told as a second problem.
    """

    id: str
    record: T_co | None
    values: Values


@dataclass(frozen=True, slots=True)
class Entries(Shape[tuple[Entry[T], ...]]):
    """A list of records that have an id."""

    record: Record[T]
    key: Field[str]

    def read(self, node: yaml.Node, reading: Reading, name: str) -> tuple[Entry[T], ...] | None:
        """Return the entries in order; one whose id cannot be read is left out."""
        if not isinstance(node, yaml.SequenceNode):
            reading.wrong_type(node, name, "a list (`- ` lines)")
            return None
        found: list[Entry[T]] = []
        for child in node.value:
            before = reading.wrong
            values = self.record.values(child, reading)
            if values is None:
                continue
            made = self.record.finish(values)
            entry_id = values.get(self.key)
            if entry_id is not None:
                record = made if reading.wrong == before else None
                found.append(Entry(entry_id, record, values))
        return tuple(found)

    def schema(self, defs: Json) -> Json:
        """Return an array of the records."""
        return {"type": "array", "items": self.record.schema(defs)}
