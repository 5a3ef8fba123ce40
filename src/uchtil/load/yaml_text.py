"""Writing into a YAML file as it stands: only what is added changes, by the places of nodes.

Comments, order, indentation and everything else stay as they are.  An edit is a beginning, an
end, and what stands there then; places count in the text as the loader reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

Edit = tuple[int, int, str]

_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#,\[\]{}'\"&*!|>%@`\\]|[:,](?=\S)(?![,\]}]))*(?<![\s:])\Z")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_FLOW_SAFE = re.compile(r"[^,\[\]{}]*\Z")


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as a YAML scalar of one line: plain where it can be, else in quotes."""
    text = " ".join(text.split())
    plain = _PLAIN.match(text) and text.lower() not in _WORDS
    if plain and (not flow or _FLOW_SAFE.match(text)):
        return text
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def end_of(node: yaml.Node, text: str) -> int:
    """Return where a node's own text ends; a parser's mark may lie behind what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        if not node.value:
            return int(node.start_mark.index)
        last = node.value[-1]
        if isinstance(last, tuple):
            key, value = last
            return max(end_of(key, text), end_of(value, text))
        return end_of(last, text)
    end = int(node.end_mark.index)
    return len(text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def slice_of(node: yaml.Node, text: str) -> str:
    """Return the text of a node with its own indentation taken away from all its lines."""
    start = int(node.start_mark.index)
    own = int(node.start_mark.column)
    lines = text[start : _line_end(text, end_of(node, text))].split("\n")
    return "\n".join([lines[0], *(_without(line, own) for line in lines[1:])]).rstrip()


def field_of(node: yaml.Node, name: str) -> yaml.Node | None:
    """Return the value of a field of a mapping."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name:
                return value  # type: ignore[no-any-return]
    return None


def append_item(items: yaml.SequenceNode, block: str, flow: str, text: str) -> Edit:
    """Return what adds an item at the end of a list: as a block, or in braces if the list is so."""
    if items.flow_style:
        end = end_of(items.value[-1], text) if items.value else int(items.start_mark.index) + 1
        return end, end, f", {flow}" if items.value else flow
    last = items.value[-1]
    end = _line_end(text, end_of(last, text))
    dash = text.rfind("-", 0, int(last.start_mark.index))
    column = dash - (text.rfind("\n", 0, dash) + 1)
    width = int(last.start_mark.index) - dash
    return end, end, "\n" + indented(f"-{' ' * (width - 1)}" + block, column, width)


def append_field(mapping: yaml.MappingNode, name: str, block: str, flow: str, text: str) -> Edit:
    """Return what adds a field at the end of a mapping."""
    if mapping.flow_style:
        end = end_of(mapping.value[-1][1], text)
        return end, end, f", {name}: {flow}"
    end = _line_end(text, end_of(mapping, text))
    column = int(mapping.start_mark.column)
    gap = "" if block.startswith("\n") else " "
    return end, end, "\n" + indented(f"{name}:{gap}{block}", column, 2)


def without_field(mapping: yaml.MappingNode, name: str, text: str) -> Edit | None:
    """Return what takes a field out of a mapping that has others; nothing where it is not there.

    What stands in its line behind it goes with it.
    """
    keys = [key.value for key, _ in mapping.value]
    if name not in keys or len(keys) < 2:
        return None
    at = keys.index(name)
    key, value = mapping.value[at]
    if at == 0:
        return int(key.start_mark.index), int(mapping.value[1][0].start_mark.index), ""
    before = end_of(mapping.value[at - 1][1], text)
    if mapping.flow_style:
        return before, end_of(value, text), ""
    return _line_end(text, before), _line_end(text, end_of(value, text)), ""


def written_in(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; of those in one place the first comes first."""
    for start, end, put_in in sorted(edits, key=lambda each: each[0])[::-1]:
        text = text[:start] + put_in + text[end:]
    return text


def in_flow(node: yaml.Node) -> str:
    """Return a node in one line, as it stands in braces."""
    if isinstance(node, yaml.MappingNode):
        inside = ", ".join(f"{key.value}: {in_flow(value)}" for key, value in node.value)
        return f"{{{inside}}}"
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(map(in_flow, node.value))}]"
    return scalar(node.value, flow=True) if not node.value[:1].isdigit() else str(node.value)


def indented(block: str, column: int, hanging: int) -> str:
    """Return a block of lines moved to a column; all but the first hang by so many more."""
    first, *rest = block.split("\n")
    lines = [" " * column + first]
    lines += [" " * (column + hanging) + line if line.strip() else "" for line in rest]
    return "\n".join(lines)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _without(line: str, count: int) -> str:
    return line[count:] if not line[:count].strip() else line.lstrip(" ")
