"""The fields of ``intake/<key>.yaml``: what a new source is proposed to do, for people to edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from uchtil.load.containers import ListOf
from uchtil.load.facts import EVIDENCE
from uchtil.load.fields import Entries, Entry, Field, Record, Values
from uchtil.load.reading import LANGUAGE_NAMES, Reading
from uchtil.load.schema_line import check_schema_line
from uchtil.load.shapes import Json, Shape, Text, Word, slug
from uchtil.load.yaml_nodes import Document, read_yaml
from uchtil.model import Evidence
from uchtil.problems import Location, Problems

FOLDER = "intake"
VERDICTS = ("confirms", "sharpens", "disputes", "adds", "known")
ANSWERS = ("no", "yes", "later", "done")


@dataclass(frozen=True, slots=True)
class Block(Shape[yaml.Node]):
    """A mapping that is moved as it is written; what is in it is checked where it goes."""

    about: str

    def read(self, node: yaml.Node, reading: Reading, name: str) -> yaml.Node | None:
        """Return the node itself."""
        if not isinstance(node, yaml.MappingNode):
            reading.wrong_type(node, name, "a mapping (`field: value` lines)")
            return None
        return node

    def schema(self, defs: Json) -> Json:
        """Return any object: blanks are allowed until it is accepted."""
        del defs
        return {"type": "object", "description": self.about}


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """One thing that a new source is proposed to do.

    ``accept`` is what a person says of it; ``fact`` the fact that it is about.  What is moved into
    the content stands in nodes: ``evidence``, ``candidate`` (a whole fact) and ``resolution``.
    """

    id: str
    accept: str
    verdict: str
    fact: str = ""
    theme: str = ""
    others: tuple[str, ...] = ()
    evidence: Evidence | None = None
    where: Location
    nodes: dict[str, yaml.Node] = field(default_factory=dict, compare=False)

    @property
    def is_sure(self) -> bool:
        """Whether it confirms one fact, and no other fits as well."""
        return self.verdict == "confirms" and not self.others


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalFile:
    """A file of proposals: the source's key, its entries as nodes, and its proposals."""

    key: str
    entry: str
    proposals: tuple[Proposal, ...]
    document: Document
    source: yaml.Node
    fingerprint: str


SOURCE = Field("source", Block("the entry for content/sources.yaml"), "the source", required=True)
ENTRY = Field("entry", Text(), "the entry for bibliography/references.bib")

ID = Field("id", slug(), "its name, unique in the file", required=True)
ACCEPT = Field("accept", Word(ANSWERS), "whether it goes into the content", required=True)
VERDICT = Field("verdict", Word(VERDICTS), "what the passage does to the facts", required=True)
FACT = Field("fact", slug(), "id of the fact that it is about")
THEME = Field("theme", slug(), "the theme of a candidate: the file of facts that it goes into")
OTHERS = Field("others", ListOf(slug(), "a fact", unique=True), "facts that fit as well: doubtful")
WHY = Field("why", ListOf(Text(), "a reason", 1), "the reasons, in words", required=True)
PASSAGE = Field("passage", Text(), "the words around the anchor, which is in [[ ]]", required=True)
PARAGRAPH = Field(
    "paragraph",
    Text(pattern="[1-9][0-9]*", expected="the number of a paragraph", number=True),
    "the paragraph of the text, counted from 1",
    required=True,
)
PROPOSED = Field("evidence", EVIDENCE, "the evidence that the fact would be given")
CANDIDATE = Field("candidate", Block("a whole fact"), "the fact that there would be")
RESOLUTION = Field("resolution", Block("a text in each language"), "how the conflict is settled")


def _proposal(values: Values) -> Proposal:
    return Proposal(
        id=values.need(ID),
        accept=values.need(ACCEPT),
        verdict=values.need(VERDICT),
        fact=values.get(FACT) or "",
        theme=values.get(THEME) or "",
        others=values.items(OTHERS),
        evidence=values.get(PROPOSED),
        where=values.at(ID),
        nodes=dict(values.nodes),
    )


PROPOSAL = Record(
    "the proposal",
    (
        *(ID, ACCEPT, VERDICT, FACT, THEME, OTHERS, WHY, PASSAGE, PARAGRAPH),
        *(PROPOSED, CANDIDATE, RESOLUTION),
    ),
    _proposal,
    about="one thing that the new source does to the facts",
    title=ID,
)
PROPOSALS = Field("proposals", Entries(PROPOSAL, ID), "what it does to the facts", required=True)


def _file(values: Values) -> tuple[Entry[Proposal], ...]:
    return values.need(PROPOSALS)


PROPOSAL_FILE = Record(
    "the file of proposals",
    (SOURCE, ENTRY, PROPOSALS),
    _file,
    about="what a new source does to the facts: say `accept: yes` of what is right",
)


def read_proposals(root: Path, file: str, problems: Problems) -> ProposalFile | None:
    """Read one file of proposals, or tell what is wrong with it."""
    document = read_yaml(root, file, problems)
    if document is None:
        return None
    check_schema_line(root, document, "proposals", problems)
    reading = Reading(file, problems, tuple(LANGUAGE_NAMES))
    before = reading.wrong
    values = PROPOSAL_FILE.values(document.node, reading)
    if values is None:
        return None
    entries = PROPOSAL_FILE.finish(values)
    if entries is None or reading.wrong != before:
        return None
    source = values.need(SOURCE)
    fields = {key.value: value.value for key, value in source.value}
    return ProposalFile(
        key=str(fields.get("key", "")),
        entry=values.get(ENTRY) or "",
        proposals=tuple(each.record for each in entries if each.record is not None),
        document=document,
        source=source,
        fingerprint=str(fields.get("fingerprint", "")),
    )
