"""What is known while one YAML file is read, and the problems that every shape can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from uchtil.load.yaml_nodes import is_null, place
from uchtil.problems import Location, Problems

LANGUAGE_NAMES: Mapping[str, str] = {"uz": "Uzbek", "ru": "Russian", "en": "English"}
"""The languages that a review can be written in, as messages name them."""


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
        before: yaml.Node | None = None
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.error("wrong-type", f"a field of {name} must be a plain word", key)
            elif before is not None and _parted(before, key, value):
                # `{top: 2,5}` is a field `top` and a field `5` to YAML.
                number = f"{before.value}.{key.value}"
                self.error(
                    "not-a-number",
                    f"`{before.value},{key.value}` is not a number",
                    before,
                    f"write {number}, with a point",
                )
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
            before = value
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


def _parted(before: yaml.Node, key: yaml.ScalarNode, value: yaml.Node) -> bool:
    """Whether a decimal comma has parted a number into a value and a field."""
    return (
        is_null(value)
        and isinstance(before, yaml.ScalarNode)
        and f"{before.value}{key.value}".isdecimal()
        and bool(before.end_mark.index == key.start_mark.index - 1)
    )
