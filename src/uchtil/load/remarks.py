"""The fields of ``content/remarks.yaml``: what is wrong with the sources, as records."""

from __future__ import annotations

from uchtil.load.containers import ListOf, Localised
from uchtil.load.facts import ANCHOR, KEY, PARAGRAPH, SOURCE, paragraph_of
from uchtil.load.fields import Entries, Field, Record, Values
from uchtil.load.shapes import Choice, slug
from uchtil.model import Passage, Remark, RemarkKind, Severity


def _passage(values: Values) -> Passage:
    return Passage(
        source=values.need(SOURCE),
        anchor=values.need(ANCHOR),
        paragraph=paragraph_of(values),
        where=values.at(ANCHOR),
    )


PASSAGE = Record(
    "the passage",
    (SOURCE, ANCHOR, PARAGRAPH),
    _passage,
    about="the place in one source where it is seen",
)

REMARK_ID = Field("id", slug(), "kebab-case, unique in the file", required=True)
REMARK_KIND = Field("kind", Choice(RemarkKind), "what is wrong", required=True)
SEVERITY = Field("severity", Choice(Severity), "how much it matters", required=True)
REMARK_FACTS = Field(
    "facts", ListOf(slug(), "a fact", unique=True), "ids of the facts that it concerns"
)
REMARK_REFERENCES = Field(
    "references",
    ListOf(KEY, "a key", unique=True),
    "keys in references.bib of the works that it concerns",
)
PASSAGES = Field(
    "passages",
    ListOf(PASSAGE, "a source and its anchor", 1, code="remark-without-passage"),
    "where it is seen",
    required=True,
    code="remark-without-passage",
)
REMARK_STATEMENT = Field(
    "statement", Localised(), "what is wrong, in one or two sentences", required=True
)
HANDLING = Field("handling", Localised(), "how the review goes about it", required=True)


def _remark(values: Values) -> Remark:
    return Remark(
        id=values.need(REMARK_ID),
        kind=values.need(REMARK_KIND),
        severity=values.need(SEVERITY),
        facts=values.items(REMARK_FACTS),
        references=values.items(REMARK_REFERENCES),
        passages=values.need(PASSAGES),
        statement=values.need(REMARK_STATEMENT),
        handling=values.need(HANDLING),
        where=values.at(REMARK_ID),
        places=values.places(),
    )


REMARK = Record(
    "the remark",
    (
        REMARK_ID,
        REMARK_KIND,
        SEVERITY,
        REMARK_FACTS,
        REMARK_REFERENCES,
        PASSAGES,
        REMARK_STATEMENT,
        HANDLING,
    ),
    _remark,
    about="something that is wrong with the sources, and what the review does about it",
    title=REMARK_ID,
)
REMARKS = Field("remarks", Entries(REMARK, REMARK_ID), "the remarks", required=True)

REMARK_FILE = Record(
    "the file of remarks",
    (REMARKS,),
    lambda values: values.need(REMARKS),
    about="source criticism: disagreements, gaps and damage in the sources",
)
