"""The fields of ``intake/merges/<name>.yaml``: entries of a bibliography that wait for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from uchtil.load.containers import ListOf
from uchtil.load.fields import Entries, Entry, Field, Record, Values
from uchtil.load.reading import LANGUAGE_NAMES, Reading
from uchtil.load.schema_line import check_schema_line
from uchtil.load.shapes import Json, Shape, Text, Word
from uchtil.load.yaml_nodes import Document, read_yaml
from uchtil.problems import Location, Problems

FOLDER = "intake/merges"


@dataclass(frozen=True, slots=True)
class Blank(Shape[str]):
    """A text that may be empty until somebody fills it in."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the text."""
        if isinstance(node, yaml.ScalarNode) and not node.value.strip():
            return ""
        return reading.scalar(node, name)

    def schema(self, defs: Json) -> Json:
        """Return any string; editors take some keys for numbers."""
        del defs
        return {"type": ["string", "number", "null"]}


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """An entry that waits: what a person says that it is, and its text.

    ``answer`` is the key of a work, ``new`` or ``leave``, and empty as long as nobody has said;
    ``language`` is nothing where the entry tells its own.
    """

    id: str
    done: bool
    answer: str
    entry: str
    language: str | None = None
    take: tuple[str, ...] = ()
    decline: tuple[str, ...] = ()
    where: Location
    nodes: Mapping[str, yaml.Node] = field(default_factory=dict, compare=False)

    @property
    def is_decided(self) -> bool:
        """Whether a person has said all that was asked, and it is not done yet."""
        return bool(not self.done and self.answer and (self.language != "" or self.answer != "new"))


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeFile:
    """A file of entries that wait: the bibliography that they came with, and the entries."""

    arrived: str
    entries: tuple[Waiting, ...]
    document: Document


ARRIVED = Field("file", Text(), "the bibliography that the entries came with", required=True)

ID = Field("id", Text(number=True), "its name in that file", required=True)
DONE = Field("done", Word(("no", "yes")), "whether it was taken over; not for you", required=True)
ANSWER = Field("is", Blank(), "the key of the work that it is, `new`, or `leave`", required=True)
LANGUAGE = Field("langid", Blank(), "its language, which it does not tell: en, uz-Latn, ru")
TAKE = Field(
    "take",
    ListOf(Text(), "a field", unique=True),
    "the fields of ours that the arriving ones are to replace",
)
DECLINE = Field(
    "decline",
    ListOf(Text(), "a field", unique=True),
    "the arriving fields that are not to be added to ours",
)
WHY = Field("why", ListOf(Text(), "a reason", 1), "why it waits, in words", required=True)
ENTRY = Field("entry", Text(), "the entry; you may mend it", required=True)


def _waiting(values: Values) -> Waiting:
    return Waiting(
        id=values.need(ID),
        done=values.need(DONE) == "yes",
        answer=values.need(ANSWER),
        entry=values.need(ENTRY),
        language=values.get(LANGUAGE),
        take=values.items(TAKE),
        decline=values.items(DECLINE),
        where=values.at(ID),
        nodes=dict(values.nodes),
    )


WAITING = Record(
    "the entry",
    (ID, DONE, ANSWER, LANGUAGE, TAKE, DECLINE, WHY, ENTRY),
    _waiting,
    about="an entry that waits: say what it `is`",
    title=ID,
)
ENTRIES = Field("entries", Entries(WAITING, ID), "the entries that wait", required=True)


def _file(values: Values) -> tuple[str, tuple[Entry[Waiting], ...]]:
    return values.need(ARRIVED), values.need(ENTRIES)


MERGE_FILE = Record(
    "the file of entries that wait",
    (ARRIVED, ENTRIES),
    _file,
    about="entries of a bibliography that arrived: say of each what it `is`",
)


def merge_files(root: Path) -> list[str]:
    """Return the files of entries that wait, relative to the project."""
    return sorted(f"{FOLDER}/{path.name}" for path in (root / FOLDER).glob("*.yaml"))


def read_merge_file(root: Path, file: str, problems: Problems) -> MergeFile | None:
    """Read one file of entries that wait, or tell what is wrong with it."""
    document = read_yaml(root, file, problems)
    if document is None:
        return None
    check_schema_line(root, document, "merges", problems)
    reading = Reading(file, problems, tuple(LANGUAGE_NAMES))
    made = MERGE_FILE.read(document.node, reading, "")
    if made is None or reading.wrong:
        return None
    arrived, entries = made
    waiting = tuple(each.record for each in entries if each.record is not None)
    return MergeFile(arrived=arrived, entries=waiting, document=document)
