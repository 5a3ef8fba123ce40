"""Small states of a review, for tests of what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from uchtil.changes.said import (
    Cell,
    EvidenceSaid,
    FactSaid,
    Line,
    ReferenceSaid,
    Said,
    SectionSaid,
    Stamp,
    TextSaid,
    ValueSaid,
)


def evidence(source: str, anchor: str = "words", **own: Any) -> EvidenceSaid:
    """Return a passage; ``own`` is its own reading."""
    usual = EvidenceSaid(
        source=source, anchor=anchor, paragraph=0, date="", value=None, status="", cites=()
    )
    return replace(usual, **own)


def value(amount: str, bound: str = "exact", scale: str = "one") -> ValueSaid:
    """Return a value in kilometres."""
    return ValueSaid(amount=amount, unit="km", scale=scale, upper="", bound=bound)


def fact(**changes: Any) -> FactSaid:
    """Return an event of 1992 that one source tells."""
    usual = FactSaid(
        id="treaty",
        kind="event",
        theme="border",
        date="1992",
        value=None,
        status="",
        indicator="",
        names=(),
        tags=(),
        support="single",
        used=True,
        label={"en": "The treaty"},
        statement={"en": "The treaty was signed."},
        resolution={},
        printed={"en": "1992"},
        evidence=(evidence("a"),),
    )
    return replace(usual, **changes)


def work(key: str, number: int, **csl: Any) -> ReferenceSaid:
    """Return a work with its entry in the list."""
    title = str(csl.get("title", key))
    line = Line(kind="reference", id=key, text=f"{number}. {title}.") if number else None
    data = {"id": key, "type": "book", "title": title, **csl}
    return ReferenceSaid(key=key, number=number, csl=data, language="en-GB", line=line)


def paragraph(text: str) -> Line:
    """Return a paragraph."""
    return Line(kind="paragraph", text=text)


def table(*rows: tuple[str, ...], heads: int = 1) -> Line:
    """Return a table."""
    cells = tuple(tuple(Cell(text=text) for text in row) for row in rows)
    return Line(kind="table", heads=heads, rows=cells)


def said(
    *lines: Line,
    version: str = "1.0",
    facts: tuple[FactSaid, ...] = (),
    works: tuple[ReferenceSaid, ...] = (),
    title: str = "A review",
    **sections: tuple[Line, ...],
) -> Said:
    """Return a review in English; ``lines`` stand in its one section, unless ``sections`` do."""
    parts = sections or {"opening": lines}
    text = TextSaid(
        title=title,
        short_title="",
        authors=(),
        issue=f"Version {version}",
        keywords=("one", "two"),
        abstract_markdown=("Abstract.",),
        abstract=(paragraph("Abstract."),),
        sections=tuple(
            SectionSaid(slug=slug, markdown=tuple(each.text for each in own), lines=tuple(own))
            for slug, own in parts.items()
        ),
    )
    return Said(
        review="review",
        version=version,
        date="2026-11-20",
        style="gost-numeric",
        languages=("en",),
        texts={"en": text},
        facts={each.id: each for each in facts},
        sources={},
        references={each.key: each for each in works},
        stamps={slug: Stamp(version=version, date="2026-11-20") for slug in parts},
        name=version,
    )
