"""Tables of fields: what a mapping may hold, and how it becomes a record."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

import yaml

from uchtil.load.reading import Reading
from uchtil.load.shapes import Json, Shape
from uchtil.load.yaml_nodes import is_null
from uchtil.problems import Location, did_you_mean

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Field(Generic[T_co]):
    """One field of a record: its name in YAML, the shape of its value, what it is for."""

    name: str
    shape: Shape[T_co]
    about: str
    required: bool = False
    code: str = "missing-field"
    """The problem with a record that lacks this required field."""
    sample: str = ""
    """What may stand there, for one who has left it empty."""
    sample_in: Callable[[yaml.Node], str] | None = None
    """The same, where it depends on the rest of the record."""

    def sampled(self, record: yaml.Node) -> str:
        """Return what may stand there in this record."""
        return self.sample_in(record) if self.sample_in else self.sample


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

    def places(self) -> dict[str, Location]:
        """Return where each field's value begins, and its text in each language."""
        found = {name: self.reading.at(node) for name, node in self.nodes.items()}
        for name, node in self.nodes.items():
            if isinstance(node, yaml.MappingNode):
                for key, text in node.value:
                    where = self.reading.at(text)
                    if isinstance(text, yaml.ScalarNode) and text.style in (">", "|"):
                        where = Location(file=where.file, line=where.line + 1)  # below its sign
                    found[f"{name}.{key.value}"] = where
        return found

    def lacks(self, wanted: Field[object], known: Collection[str]) -> bool:
        """Whether a field is not given, not even by a slip of its name (told already)."""
        given = [key.value for key, _ in self.node.value if isinstance(key, yaml.ScalarNode)]
        unknown = [key for key in given if key not in known]
        return wanted.name not in given and not _misspelt(wanted.name, unknown)

    def error(self, code: str, message: str, at: Field[T] | None = None, hint: str = "") -> None:
        """Tell an error at a field's value, or at the record."""
        node = self.nodes.get(at.name) if at else None
        self.reading.error(code, message, node or self.node, hint)


def _misspelt(wanted: str, unknown: Collection[str]) -> bool:
    return bool(difflib.get_close_matches(wanted, unknown, n=1))


@dataclass(frozen=True, slots=True)
class Record(Shape[T_co]):
    """A mapping with known fields, made into a record.

    ``noun`` is how messages call it (``the fact``); ``title`` is the field whose value
    is added to the noun (``the fact `border-treaty```).  ``make`` is called when every
    required field could be read.  ``rules`` are further pieces of JSON Schema.
    """

    names_itself = True

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
        called = self._called(node, name)
        pairs = reading.pairs(node, called)
        if pairs is None:
            return None
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
            if wanted.sample and is_null(value_node):
                hint = f"write what holds, as `{key}: {wanted.sampled(node)}`"
                reading.error("empty-value", f"`{key}` of {called} is empty", value_node, hint)
                continue
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
            if absent and not _misspelt(wanted.name, unknown):
                sample = wanted.sampled(values.node)
                values.reading.error(
                    wanted.code,
                    f"{called} has no `{wanted.name}`",
                    values.node,
                    f"add `{wanted.name}:{sample and ' '}{sample}` ({wanted.about})",
                )

    def _called(self, node: yaml.Node, name: str) -> str:
        """Return how messages call this record: with its id, where it has one."""
        if self.title and isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == self.title.name:
                    if isinstance(value, yaml.ScalarNode) and value.value:
                        return f"{self.noun} `{value.value}`"
                    break
        return name or self.noun


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
        """Return the entries in order; one that has no id is left out."""
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
            if entry_id is None:  # a malformed id is told once, and not where it is used
                key_node = values.nodes.get(self.key.name)
                entry_id = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if entry_id is not None:
                record = made if reading.wrong == before else None
                found.append(Entry(entry_id, record, values))
        return tuple(found)

    def schema(self, defs: Json) -> Json:
        """Return an array of the records."""
        return {"type": "array", "items": self.record.schema(defs)}
