"""Texts that are written in Cyrillic Uzbek, read as their Latin.

Whoever writes Uzbek in Cyrillic gives ``uz-cyrl:`` in place of ``uz:``, and a section as
``uz-cyrl.md`` in place of ``uz.md``.  All that follows sees Latin: a value or a file is turned
when it is read, line by line, so that every place that is told later is right in the file as
it stands (columns may be off, since scripts differ in the number of letters).

A name may be given in both scripts, where the rules would not make the one of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from uchtil.language.orthography import HOMOGLYPHS
from uchtil.language.prose import JINJA
from uchtil.language.uz.script import to_latin
from uchtil.language.uz.writing import Writing
from uchtil.load.words import read_spelt
from uchtil.load.yaml_nodes import Document, compose, place, read_yaml
from uchtil.problems import Location, Problems

LATIN, CYRILLIC = "uz", "uz-cyrl"

_NAMES = frozenset({"forms", "short", "name", "family"})
"""Fields that hold names."""


_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MIXED = re.compile(
    r"[^\W\d_]*(?:[A-Za-z][ʻʼ'’‘`]?[\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])"
    r"(?:[ʻʼ'’‘`]?[^\W\d_])*(?:(?<=[oOgG])[ʻʼ‘`])?"
)
"""A word with Latin letters next to Cyrillic ones."""
_ENDED = re.compile("[A-Z]{2,}-?[\u0400-\u04ff]+")
"""An abbreviation in Latin letters with an ending."""
_OVER = re.compile("[oOgG][ʻʼ'’‘`]")
_TURNED_COMMA = {"o": "ў", "O": "Ў", "g": "ғ", "G": "Ғ"}
_SKIPPED = re.compile(
    rf"{JINJA}|\{{[^{{}}\n]*\}}|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\[[^\[\]\n]*\](?=\{{[^{{}}\n]*(?:lang=|\.keep\b))",
    re.DOTALL,
)
"""Templates, attributes, code, and what is marked as it stands."""


@dataclass(frozen=True, slots=True)
class Turning:
    """Turns texts, and keeps what is lost by it: where, a word, what becomes of it.

    Latin letters that look like the Cyrillic ones of their word are turned as if they were
    these; ``mixed`` tells where they stand, the word, and how it is right.
    """

    writing: Writing
    lost: list[tuple[Location, str, str]] = field(default_factory=list)
    mixed: list[tuple[Location, str, str]] = field(default_factory=list)

    def latin(self, text: str, file: str, line: int, column: int = 1) -> str:
        """Return a text in Latin; ``line`` and ``column`` are where it begins."""
        text = self._in_one_script(text, file, line, column)
        turned = self.writing.latin_markdown(text)
        written = list(_WORD.finditer(text))
        back = _WORD.findall(self.writing.cyrillic_markdown(turned))
        if len(written) == len(back):
            self.lost.extend(
                (Location(file=file, line=line + text.count("\n", 0, one.start())), one[0], other)
                for one, other in zip(written, back, strict=True)
                if one[0] != other
            )
        return turned

    def _in_one_script(self, text: str, file: str, line: int, column: int) -> str:
        """Return a text in which words of both scripts are mended, and keep those."""
        if not _MIXED.search(text):
            return text
        pieces, last = [], 0
        prose = _SKIPPED.sub(lambda found: " " * len(found[0]), text)
        for found in _MIXED.finditer(prose):
            word = found[0]
            right = "".join(
                HOMOGLYPHS.get(sign, sign)
                for sign in _OVER.sub(lambda over: _TURNED_COMMA[over[0][0]], word)
            )
            if _LATIN.search(right) or not _CYRILLIC.search(word) or _ENDED.fullmatch(word):
                continue
            start = found.start()
            above = text.count("\n", 0, start)
            across = start - text.rfind("\n", 0, start) if above else start + column
            where = Location(file=file, line=line + above, column=across)
            self.mixed.append((where, word, right))
            pieces += [text[last:start], right]
            last = found.end()
        return "".join([*pieces, text[last:]])

    def tell_mixed(self, problems: Problems) -> None:
        """Tell of words of both scripts (``mixed-script``)."""
        for where, word, right in self.mixed:
            strange = _LATIN.findall(word)[0]
            problems.error(
                "mixed-script",
                f"`{word}` mixes scripts: Latin `{strange}` (U+{ord(strange):04X}) "
                f"in a Cyrillic word",
                where,
                f"write `{right}` in Cyrillic letters",
            )

    def tell_lost(self, problems: Problems) -> None:
        """Warn (``spelling-lost``) of each word that a Cyrillic edition prints otherwise, once."""
        told: set[str] = set()
        for where, word, printed in self.lost:
            if word not in told:
                told.add(word)
                problems.warning(
                    "spelling-lost",
                    f"“{word}” is printed as “{printed}”: its Latin does not tell the difference",
                    where,
                    "if it is right, add it to content/words.txt under [uz-cyrl]",
                )


def read_turning(root: Path, files: tuple[str, ...]) -> Turning:
    """Return what turns the texts of a review, with the names in these files and its words.

    They are needed before any text is read, and so are looked for ahead of it; what is wrong
    with them is not told here.
    """
    names: dict[str, str] = {}
    for word in read_spelt(root, CYRILLIC):
        for spelt in (word, word.capitalize()):
            names[to_latin(spelt)] = spelt
    for file in files:
        path = root / file
        if not path.is_file() or CYRILLIC.encode() not in path.read_bytes():
            continue
        document = read_yaml(root, file, Problems())
        if document is not None:
            names.update(_names(document.node, ""))
    return Turning(Writing(names=names))


def in_latin(document: Document, turning: Turning, problems: Problems) -> Document:
    """Return a document in which every text in Cyrillic Uzbek is its Latin, under ``uz``.

    Problems: ``both-scripts`` where a text that is no name is given in both.
    """
    if CYRILLIC not in document.text:
        return document
    text = turned(
        document,
        (CYRILLIC, LATIN),
        lambda piece, start: turning.latin(
            piece,
            document.file,
            document.text.count("\n", 0, start) + 1,
            start - document.text.rfind("\n", 0, start),
        ),
    )
    node: yaml.Node | None = document.node
    if text != document.text:
        node = compose(text, document.file, problems)
    if node is None:  # it was readable before: its Latin is no YAML, and that has been told
        return document
    _drop(node, "", document.file, problems)
    return Document(file=document.file, text=text, node=node, turned=text != document.text)


def turned(document: Document, codes: tuple[str, str], change: Callable[[str, int], str]) -> str:
    """Return the text of a document in which what is given in one script is in the other.

    ``codes`` are those of both; what is given in both already stays.  ``change`` is given
    each text with its place in the document's.
    """
    edits: list[tuple[int, int, str]] = []
    for key, value in _written(document.node, codes):
        edits.append((key.start_mark.index, key.end_mark.index, codes[1]))
        edits += [
            (start, end, change(document.text[start:end], start)) for start, end in _scalars(value)
        ]
    pieces, last = [], 0
    for start, end, new in sorted(edits):
        pieces += [document.text[last:start], new]
        last = end
    return "".join([*pieces, document.text[last:]])


def _keys(node: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {
        key.value: (key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)
    }


def _children(node: yaml.Node, field: str) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the nodes inside a node, each with the field that it stands under."""
    if isinstance(node, yaml.MappingNode):
        yield from ((name, value) for name, (_, value) in _keys(node).items())
    elif isinstance(node, yaml.SequenceNode):
        yield from ((field, child) for child in node.value)


def _names(node: yaml.Node, field: str) -> Iterator[tuple[str, str]]:
    """Yield the names that are given in Cyrillic: Latin form, Cyrillic form."""
    if isinstance(node, yaml.MappingNode) and field in _NAMES:
        keys = _keys(node)
        if CYRILLIC in keys and isinstance(keys[CYRILLIC][1], yaml.ScalarNode):
            cyrillic = keys[CYRILLIC][1].value.strip()
            latin = Writing().latin(cyrillic)
            if LATIN in keys and isinstance(keys[LATIN][1], yaml.ScalarNode):
                latin = keys[LATIN][1].value.strip()
            if latin and cyrillic and Writing().cyrillic(latin) != cyrillic:
                yield latin, cyrillic
    for name, child in _children(node, field):
        yield from _names(child, name)


def _written(node: yaml.Node, codes: tuple[str, str]) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield key and value of everything that is given in the first script alone."""
    own, other = codes
    if isinstance(node, yaml.MappingNode):
        keys = _keys(node)
        if own in keys and other not in keys:
            yield keys[own]
        language = keys.get("language")
        if "words" in keys and language and language[1].value == own:  # an exception
            yield language[1], keys["words"][1]
    for _, child in _children(node, ""):
        yield from _written(child, codes)


def _scalars(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield where the texts inside a node begin and end."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    for _, child in _children(node, ""):
        yield from _scalars(child)


def _drop(node: yaml.Node, field: str, file: str, problems: Problems) -> None:
    """Take out the Cyrillic where the Latin stands beside it, and tell it of what is no name."""
    if isinstance(node, yaml.MappingNode):
        keys = _keys(node)
        if CYRILLIC in keys and LATIN in keys:
            key, value = keys[CYRILLIC]
            if field not in _NAMES:
                where = place(key, file)
                problems.error(
                    "both-scripts",
                    f"`{field}` is given in `{LATIN}` and in `{CYRILLIC}`",
                    where,
                    "keep the one that you write in: the other is made from it",
                )
            node.value = [pair for pair in node.value if pair != (key, value)]
    for name, child in _children(node, field):
        _drop(child, name, file, problems)
