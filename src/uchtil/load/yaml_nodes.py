"""YAML as nodes that remember their place; every scalar stays the text it is written as.

Nothing is constructed: no tag, no anchor and no alias is let in, so a file can neither
run code nor blow up, and YAML 1.1's surprises (``no`` as false, ``1_000`` as a thousand,
dates as objects) never reach the project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml._yaml import CParser

from uchtil.load.files import read_text
from uchtil.problems import Location, Problems

_MARKED = re.compile(
    r"[&*!](?<![^\s\[{,?:].)"  # the sign, at the beginning of a node
    r"(?<![^\s\[{,?\"'\]}]:.)"  # for which a colon before it must end something: "a":*b
    r"(?:(?<=!)|(?=[^\s,]))"  # a lone exclamation mark is a tag too
)
"""What may be an anchor, an alias or a tag; only then are the events looked through.

The sign comes first, since that is what a search can find fast.
"""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


_DEEPEST = 50
"""Lists and mappings inside each other; libyaml's parser crashes at some ten thousand."""

_TOO_DEEP = "lists and mappings are nested too deeply"


class _Loader(CParser):
    """libyaml's parser without PyYAML's resolver: every scalar is a text.

    The three methods are those that the parser calls as it enters a node, leaves it, and
    asks for its tag.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _: object) -> None:
        """Count how deep the parser is, and stop it in time."""
        self._depth += 1
        if self._depth > _DEEPEST and parent is not None:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        """Count back."""
        self._depth -= 1

    def resolve(self, *_: object) -> str:
        """Call everything a text: nodes are told apart by their class, not by their tag."""
        return "tag:yaml.org,2002:str"


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One YAML file: its path in the project, its text, and its outermost node.

    ``text`` has line feeds as line ends and no byte order mark; marks of nodes count in it.
    It is not what the file holds where texts were ``turned`` into another script.
    """

    file: str
    text: str
    node: yaml.Node
    turned: bool = False

    @property
    def first_line(self) -> str:
        """The first line, which names the schema."""
        return self.text.partition("\n")[0].rstrip()


def read_yaml(root: Path, file: str, problems: Problems) -> Document | None:
    """Read one YAML file of the project, or tell why it cannot be read."""
    text = read_text(root, file, problems)
    if text is None:
        return None
    node = compose(text, file, problems)
    if node is None:
        return None
    return Document(file=file, text=text, node=node)


def compose(text: str, file: str, problems: Problems) -> yaml.Node | None:
    """Return the outermost node of a YAML text, or tell why there is none.

    Problems: ``yaml-syntax``, ``yaml-alias``, ``yaml-tag`` and ``empty-file``.
    """
    try:
        if _MARKED.search(text) and not _plain(text, file, problems):
            return None
        node: yaml.Node | None = _Loader(text).get_single_node()
    except yaml.YAMLError as error:
        _tell_syntax(error, text, file, problems)
        return None
    if node is None:
        problems.error(
            "empty-file", "the file holds nothing but comments", Location(file=file), "write it"
        )
    return node


def place(node: yaml.Node, file: str) -> Location:
    """Return where a node begins."""
    mark = node.start_mark
    return Location(file=file, line=mark.line + 1, column=mark.column + 1)


def is_null(node: yaml.Node) -> bool:
    """Whether a node is an empty value: nothing, ``~`` or ``null`` without quotes."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _plain(text: str, file: str, problems: Problems) -> bool:
    """Tell every anchor, alias and tag; return whether there is none."""
    plain = True
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        assert mark is not None  # libyaml marks every event
        where = Location(file=file, line=mark.line + 1, column=mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            plain = False
            problems.error(
                "yaml-alias",
                f"the alias `*{event.anchor}` is not allowed",
                where,
                "write the value out",
            )
        elif isinstance(event, yaml.NodeEvent):
            tag = getattr(event, "tag", None)
            if event.anchor is not None:
                plain = False
                problems.error(
                    "yaml-alias",
                    f"the anchor `&{event.anchor}` is not allowed",
                    where,
                    f"leave `&{event.anchor}` out, or put the text in quotes",
                )
            if tag is not None:
                plain = False
                shown = tag.replace("tag:yaml.org,2002:", "!!")
                problems.error(
                    "yaml-tag",
                    f"the tag `{shown}` is not allowed",
                    where,
                    f"leave `{shown}` out, or put the text in quotes",
                )
    return plain


_SAYINGS: dict[str, tuple[str, str]] = {
    _TOO_DEEP: (_TOO_DEEP, f"{_DEEPEST} levels are more than any file here needs"),
    "mapping values are not allowed in this context": (
        "a colon and a space stand inside a text, or the line is indented wrongly",
        "put the text in quotes, or indent the line as its neighbours are",
    ),
    "did not find expected ',' or ']'": (
        "a list in square brackets is not closed",
        "end it with `]`, with commas between its items",
    ),
    "did not find expected ',' or '}'": (
        "a mapping in braces is not closed",
        "end it with `}`, with commas between its fields",
    ),
    "found unexpected end of stream": (
        "a text in quotes is not closed",
        "end it with the same quote",
    ),
    "found unexpected document indicator": (
        "a text in quotes is not closed",
        "end it with the same quote",
    ),
    "found unknown escape character": (
        "in double quotes a backslash begins an escape, and this one is unknown",
        "use single quotes, or write the backslash twice",
    ),
    "found undefined alias": (
        "a text cannot begin with `*`",
        "put the text in quotes",
    ),
    "did not find expected '-' indicator": (
        "this line is not an item of the list that it stands in",
        "begin it with `- `, or indent it rightly",
    ),
    "did not find expected key": (
        "this is neither a field nor an item: the indentation or the quotes are wrong",
        "indent it as its neighbours are; double a single quote inside single quotes",
    ),
    "could not find expected ':'": (
        "a field has no colon",
        "write `field: value`",
    ),
    "but found another document": (
        "the file holds a second document",
        "leave `---` out",
    ),
    "found a tab character where an indentation space is expected": (
        "a tab cannot indent YAML",
        "indent with spaces",
    ),
    "found a tab character that violates indentation": (
        "a tab cannot indent YAML",
        "indent with spaces",
    ),
}
"""libyaml's words for the slips people make, said in ours with the way to mend them."""

_AT_ITS_BEGINNING = frozenset(
    {
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "found unexpected end of stream",
        "found unexpected document indicator",
    }
)
"""What is best told where the unclosed thing begins, not where the parser gave up."""


_INDENTED = frozenset(
    {
        "did not find expected key",
        "did not find expected '-' indicator",
        "mapping values are not allowed in this context",
    }
)
"""What is said of a line that stands further in than anything above it."""

_SAMPLE = re.compile(r"#(?!#) *(?:- )?[a-z_]+:")


def _below_a_comment(above: list[str]) -> bool:
    """Whether the lines just above are samples of fields, whose # is to be taken out."""
    for each in reversed(above):
        if not each.startswith("#"):
            return False
        if _SAMPLE.match(each):
            return True
    return False


def _tell_syntax(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> None:
    said = str(getattr(error, "problem", None) or "unreadable")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if said in _AT_ITS_BEGINNING and context is not None:
        mark = context
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    rest = lines[line][column:] if line < len(lines) else ""
    if said == "found character that cannot start any token":
        if rest.startswith("\t"):
            message, hint = _SAYINGS["found a tab character that violates indentation"]
        else:
            message, hint = f"a text cannot begin with `{rest[:1]}`", "put the text in quotes"
    else:
        message, hint = _SAYINGS.get(said, (f"this is not YAML: {said}", ""))
    if hint and said in _INDENTED and _below_a_comment(lines[:line]):
        hint = f"{hint}; or the line above it still has its #"
    problems.error(
        "yaml-syntax", message, Location(file=file, line=line + 1, column=column + 1), hint
    )
