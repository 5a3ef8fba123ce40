"""Everything that is written in a language of the review, as it stands in its file.

A record holds what a text says; a ``Text`` holds how it was written, character by
character, so that what is wrong with a comma has its column, and can be mended there
without touching anything around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import yaml

from uchtil.language import FURTHER
from uchtil.language.prose import JINJA
from uchtil.load.yaml_nodes import Document
from uchtil.model import Section
from uchtil.problems import Location

FILL = "\ue000"
"""Stands for every character that is no prose; a private one, so in no text."""

NOTHING = "\ue001"
"""Stands for the second of two signs that YAML reads as one (``''``)."""

_JINJA = re.compile(JINJA, re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|\n)", re.DOTALL)
_ADDRESS = re.compile(
    r"<[A-Za-z][\w+.-]*:[^\s<>]*>|\b(?:https?|doi|mailto):/{0,2}[^\s«»“”]+"
    r"|\b(?:www\.)?(?:[\w-]+\.)+(?:uz|kz|ru|org|com|net|asia|info)\b(?:/[^\s«»“”]*)?"
)
_MARKDOWN = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ ]*$|\Z)"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|^ {0,3}:{3,}[ ]*\{[^{}\n]*(?:lang=|\.keep\b)[^{}\n]*\}[^\n]*\n.*?^ {0,3}:{3,}[ ]*$"
    r"|\[[^\[\]\n]*\]\{[^{}\n]*(?:lang=|\.keep\b)[^{}\n]*\}"
    r"|(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"
    r"|\{[^{}\n]*\}"
    r"|\[\^[^\[\]\s]+\]:?"
    r"|\[[^\[\]\n]*@[^\[\]\n]*\]|(?<![\w\\])@\{?[\w:.#$%&+?~/-]+\}?"
    r"|^ {0,3}(?:\#{1,6}|[-*+]|\(?(?:\d+|\#)[.)]|>)(?=\s)|^ {0,3}:{3,}[^\n]*$|^[ ]*\|[^\n]*$"
    r"|\\(?=[^\w\s])",
    re.DOTALL | re.MULTILINE,
)
"""Code, what is marked as another language, addresses, attributes, notes, citations by hand,
the signs of headings and lists, tables."""

_TEMPLATES = frozenset(
    ("content/review.yaml", field) for field in ("abstract", "abstract_short", "abstract_long")
)
_FURTHER_TEXTS = "metadata"
"""What stands below is in languages of which too little is known to check them as others."""

_TEMPLATE_FILES = frozenset({"content/remarks.yaml"})
"""Where ``{{ }}`` is filled in; elsewhere it would be printed as it stands."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Text:
    """One text in one language: a slice of a file.

    ``source`` is the whole file (line feeds as line ends), ``start`` and ``end`` delimit the
    text in it with its quotes or its block sign.  ``field`` is the outermost name that it
    stands under in its record (``statement``), empty for a section.
    """

    file: str
    language: str
    source: str
    start: int
    end: int
    field: str = ""
    style: str | None = None
    """YAML's: ``None`` plain, or ``'``, ``"``, ``>``, ``|``; a section's is ``#``."""
    turned: bool = False
    """Whether ``source`` is not what the file holds: texts in it were in another script."""

    @property
    def is_markdown(self) -> bool:
        """Whether pandoc reads it; other texts are printed sign for sign."""
        return self.style == "#"

    @property
    def is_template(self) -> bool:
        """Whether what stands in braces is filled in."""
        return (
            self.is_markdown
            or self.file in _TEMPLATE_FILES
            or (self.file, self.field) in _TEMPLATES
        )

    @cached_property
    def prose(self) -> str:
        """The slice, sign for sign, with everything that is no prose blotted out."""
        text = self.source[self.start : self.end]
        match self.style:
            case ">" | "|":
                head = text.find("\n")
                text = FILL * head + text[head:] if head >= 0 else FILL * len(text)
            case '"' | "'":
                text = f"{FILL}{text[1:-1]}{FILL}"
                if self.style == "'":
                    text = text.replace("''", f"'{NOTHING}")
                else:
                    text = _ESCAPE.sub(_blot, text)
        if self.is_template:
            text = _JINJA.sub(_blot, text)
        if self.is_markdown:
            text = _MARKDOWN.sub(_blot, text)
        return _ADDRESS.sub(_blot, text)

    def place(self, offset: int) -> Location:
        """Return where the sign at an offset of the slice stands."""
        position = self.start + offset
        return Location(
            file=self.file,
            line=self.source.count("\n", 0, position) + 1,
            column=position - self.source.rfind("\n", 0, position),
        )


def _blot(found: re.Match[str]) -> str:
    text = found[0]
    return re.sub(r"[^\n]", FILL, text) if "\n" in text else FILL * len(text)


def collect_texts(
    documents: Iterable[Document], sections: Iterable[Section], languages: Sequence[str]
) -> tuple[Text, ...]:
    """Return all texts of the files of YAML and of the sections, in the order they stand in.

    In YAML that is whatever stands under the code of a language, and the words of
    exceptions, which have to be those of the prose.
    """
    codes = frozenset(languages)
    found: list[Text] = []
    for document in documents:
        found += _walk(document, document.node, codes, "", "")
    for section in sections:
        text = section.text
        found.append(
            Text(
                file=section.where.file,
                language=section.language,
                source=text,
                start=0,
                end=len(text),
                style="#",
                turned=section.turned,
            )
        )
    return tuple(found)


def _walk(
    document: Document, node: yaml.Node, codes: frozenset[str], field: str, language: str
) -> Iterator[Text]:
    if isinstance(node, yaml.ScalarNode):
        if language and node.value:
            yield Text(
                file=document.file,
                language=language,
                source=document.text,
                start=node.start_mark.index,
                end=node.end_mark.index,
                field=field,
                style=node.style,
                turned=document.turned,
            )
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _walk(document, child, codes, field, language)
    elif isinstance(node, yaml.MappingNode):
        keys = {key.value: value for key, value in node.value if isinstance(key.value, str)}
        excepted = _excepted(keys, codes)
        keys.pop(_FURTHER_TEXTS, None)
        own = keys.keys() - FURTHER.keys()
        by_language = bool(own) and not language and own <= codes
        for key, value in keys.items():
            if by_language and key in FURTHER:
                continue  # metadata in a language that nothing here is known of
            if by_language:
                yield from _walk(document, value, codes, field, key)
            elif excepted and key == "words":
                yield from _walk(document, value, codes, key, excepted)
            else:
                inner = field if language or not _is_record_field(key) else key
                yield from _walk(document, value, codes, inner, language)


def _is_record_field(name: str) -> bool:
    return name not in ("facts", "remarks", "names", "sources", "tables", "figures", "authors")


def _excepted(keys: dict[str, yaml.Node], codes: frozenset[str]) -> str:
    """Return the language of an exception's words, where this is an exception."""
    language = keys.get("language")
    if "words" in keys and isinstance(language, yaml.ScalarNode) and language.value in codes:
        return str(language.value)
    return ""
