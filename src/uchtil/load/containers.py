"""The shapes of values that hold others: lists, mappings, and texts by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar

import yaml

from uchtil.language import FURTHER, TRANSLITERATED
from uchtil.load.reading import LANGUAGE_NAMES, Reading
from uchtil.load.shapes import SLUG, Json, Shape, Text
from uchtil.load.yaml_nodes import is_null
from uchtil.problems import did_you_mean

T = TypeVar("T")


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
            few = len(node.value)
            wrong = f"{name} has {few}, and needs {self.at_least}" if few else f"{name} is empty"
            reading.error(self.code, wrong, node, f"give {self.noun}{' more' if few else ''}")
            return None
        found: list[T] = []
        called = "" if self.item.names_itself else self.noun
        for child in node.value:
            value = self.item.read(child, reading, called)
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
    both_scripts: bool = False
    """Whether it may be given in both scripts of a language: see ``load.cyrillic``."""
    further: tuple[str, ...] = ()
    """Languages of metadata in which it may be given too (``kk``)."""

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
            if code not in reading.languages and code not in self.further:
                reading.error(
                    "unknown-language",
                    f"{name} is given in `{code}`, which the review is not written in",
                    key_node,
                    did_you_mean(code, reading.languages)
                    or f"its languages are {', '.join(reading.languages)}",
                )
        for code in (*reading.languages, *self.further):
            if code in self.further and (code not in pairs or code in found):
                continue
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
        """Return an object with the languages as its fields.

        Another script may stand in place of the language that it is one of.
        """
        codes = [*LANGUAGE_NAMES, *TRANSLITERATED, *self.further]
        written = set(TRANSLITERATED.values())
        scripts = [{"required": [code]} for pair in TRANSLITERATED.items() for code in pair[::-1]]
        return {
            "type": "object",
            "properties": dict.fromkeys(codes, self.value.schema(defs)),
            "required": [code for code in LANGUAGE_NAMES if code not in written],
            "anyOf" if self.both_scripts else "oneOf": scripts,
            "additionalProperties": False,
        }


class Localised(ByLanguage[str]):
    """A text in every language of the review."""

    definition: ClassVar[str] = "localised"
    about: ClassVar[str] = "the same text in every language"

    def __init__(self, *, both_scripts: bool = False, further: tuple[str, ...] = ()) -> None:
        super().__init__(Text(), "", both_scripts, further)

    def schema(self, defs: Json) -> Json:
        """Return a reference to the one definition."""
        defs[self.definition] = {"description": self.about, **super().schema(defs)}
        return {"$ref": f"#/$defs/{self.definition}"}


class LocalisedName(Localised):
    """A name in every language of the review; in Uzbek it may be given in both scripts."""

    definition = "localised-name"
    about = "the same name in every language; `uz-cyrl` where the rules would make another"

    def __init__(self) -> None:
        super().__init__(both_scripts=True)


class LocalisedByline(Localised):
    """What is printed of an author; it may be given in languages of metadata too."""

    definition = "localised-byline"
    about = "the same in every language; also `uz-cyrl`, and languages of `metadata`"

    def __init__(self) -> None:
        super().__init__(both_scripts=True, further=tuple(FURTHER))


@dataclass(frozen=True, slots=True)
class ByFurtherLanguage(Shape[dict[str, T]]):
    """A value in languages that the review is not written in (``kk``): any of them, or none."""

    value: Shape[T]

    def read(self, node: yaml.Node, reading: Reading, name: str) -> dict[str, T] | None:
        """Return the values by language, in the order in which they are given."""
        pairs = reading.pairs(node, name)
        if pairs is None:
            return None
        found: dict[str, T] = {}
        for code, (key_node, value_node) in pairs.items():
            if code not in FURTHER:
                known = f"{name} can be given in {', '.join(FURTHER)}"
                own = "the review is written in it: give its texts under `title`, `abstract`…"
                reading.error(
                    "unknown-language",
                    f"`{code}` cannot be a language of {name}",
                    key_node,
                    own if code in reading.languages else known,
                )
                continue
            reading.language = code
            value = self.value.read(value_node, reading, f"{name} in `{code}`")
            if value is not None:
                found[code] = value
        return found

    def schema(self, defs: Json) -> Json:
        """Return an object with the languages as its fields."""
        return {
            "type": "object",
            "properties": dict.fromkeys(FURTHER, self.value.schema(defs)),
            "additionalProperties": False,
        }
