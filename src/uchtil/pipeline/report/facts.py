"""The facts in the report: how they are supported, by whom, and what was not seen of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from uchtil.checks.evidence import Sighting
from uchtil.facts import Finding, Support, clashes, support_of
from uchtil.model import Evidence, Fact, Passage
from uchtil.pipeline.report.basis import Basis, Data, place
from uchtil.render import UseKind
from uchtil.render.criticism import disagreements
from uchtil.render.markdown import unescape


def all_facts(basis: Basis) -> list[Data]:
    """Return every fact in a line: what it says, its support, who tells it, whether it is used."""
    used = {use.id for use in basis.prepared.article.uses if use.kind is UseKind.FACT}
    return [
        {
            "id": fact.id,
            "theme": fact.theme,
            "text": basis.text(fact.label or fact.statement),
            "support": support_of(fact).value,
            "sources": _sources(fact),
            "used": fact.id in used,
            **place(fact.where),
        }
        for fact in basis.prepared.project.facts.values()
    ]


def themes(basis: Basis) -> list[Data]:
    """Return the themes: their facts by support, and how many each source tells."""
    project = basis.prepared.project
    of_theme: dict[str, list[Fact]] = {theme: [] for theme in project.themes}
    for fact in project.facts.values():
        of_theme.setdefault(fact.theme, []).append(fact)
    told = []
    for theme in project.themes.values():
        facts = of_theme[theme.id]
        support = Counter(support_of(fact) for fact in facts)
        sources = Counter(source for fact in facts for source in _sources(fact))
        told.append(
            {
                "id": theme.id,
                "name": basis.text(theme.name),
                "count": len(facts),
                "support": {each.value: support[each] for each in Support},
                "sources": {key: sources[key] for key in project.sources},
                **place(facts[0].where if facts else theme.where),
            }
        )
    return told


def sources(basis: Basis) -> list[Data]:
    """Return the sources: what each tells, what it tells alone, and when it was looked into.

    The days are those of the lock; a passage that only this build has seen has none yet.
    """
    project = basis.prepared.project
    told = Counter(source for fact in project.facts.values() for source in _sources(fact))
    alone = Counter(
        _sources(fact)[0] for fact in project.facts.values() if len(_sources(fact)) == 1
    )
    passages = Counter(passage.source for _, _, passage in _passages(basis))
    holding = {_key(each) for each in basis.examined.evidence.sightings}
    days: dict[str, list[str]] = {}
    for each in basis.lock:
        if _key(each) in holding:
            days.setdefault(each.source, []).append(each.seen.isoformat())
    seen = Counter(
        passage.source
        for kind, owner, passage in _passages(basis)
        if (kind, owner, passage.source, passage.anchor) in holding
    )
    return [
        {
            "key": source.key,
            "name": basis.text(source.label),
            "language": source.language,
            "facts": told[source.key],
            "alone": alone[source.key],
            "passages": passages[source.key],
            "seen": seen[source.key],
            "first_seen": min(days.get(source.key, ()), default=None),
            "last_seen": max(days.get(source.key, ()), default=None),
            "text_at_hand": basis.texts is not None and (basis.texts / source.text).is_file(),
            **place(source.where),
        }
        for source in project.sources.values()
    ]


def unseen(basis: Basis) -> list[Data]:
    """Return the passages that neither a text nor the lock shows, and what was seen instead.

    ``why`` is ``never`` (nothing of this source was ever looked up for it), ``anchor`` (other
    words of it were) or ``text`` (it was, in a text that was another then).
    """
    holding = {_key(each) for each in basis.examined.evidence.sightings}
    before: dict[tuple[str, str, str], list[Sighting]] = {}
    for each in basis.lock:
        before.setdefault((each.kind, each.id, each.source), []).append(each)
    told = []
    for kind, owner, passage in _passages(basis):
        if (kind, owner, passage.source, passage.anchor) in holding:
            continue
        known = before.get((kind, owner, passage.source), [])
        same = [each for each in known if each.anchor == passage.anchor]
        last = max(same or known, key=lambda each: each.seen, default=None)
        told.append(
            {
                "kind": kind,
                "id": owner,
                "source": passage.source,
                "anchor": passage.anchor,
                "why": "text" if same else "anchor" if known else "never",
                "seen": last.seen.isoformat() if last else None,
                "seen_as": last.anchor if last else None,
                **place(passage.where),
            }
        )
    return told


def differing(basis: Basis) -> list[Data]:
    """Return the points on which sources differ, with each reading and the way it is resolved.

    First contested facts and facts with a resolution, then the remarks of conflicts that
    matter: the rows of a table of disagreements.
    """
    prepared = basis.prepared
    conflicts = [
        each for each in basis.examined.comparison.findings if each.kind is Finding.CONFLICT
    ]
    facts, remarks = disagreements(prepared.project, conflicts)
    resolved = {fact.id for fact in facts}
    facts += [
        fact
        for fact in prepared.project.facts.values()
        if fact.id not in resolved and any(clashes(fact))
    ]
    texts = prepared.article.parts[basis.told_in.code].remarks
    told: list[Data] = [
        {
            "kind": "fact",
            "id": fact.id,
            "text": basis.text(fact.label or fact.statement),
            "readings": _readings(fact, basis),
            "passages": [],
            "facts": [],
            "resolution": basis.text(fact.resolution) if fact.resolution else None,
            **place(fact.where),
        }
        for fact in facts
    ]
    told += [
        {
            "kind": "remark",
            "id": remark.id,
            "text": unescape(texts[remark.id, "statement"]),
            "readings": [],
            "passages": [
                {"source": each.source, "anchor": each.anchor, **place(each.where)}
                for each in remark.passages
            ],
            "facts": [
                _as_recorded(prepared.project.facts[each], basis)
                for each in remark.facts
                if each in prepared.project.facts
            ],
            "resolution": unescape(texts[remark.id, "handling"]),
            **place(remark.where),
        }
        for remark in remarks
    ]
    return told


def _as_recorded(fact: Fact, basis: Basis) -> Data:
    """Return what the sources of a fact say, those that say the same together."""
    told: dict[str, dict[str, None]] = {}
    for each in _readings(fact, basis):
        told.setdefault(each["says"], {})[each["source"]] = None
    return {
        "id": fact.id,
        "readings": [{"says": says, "sources": list(told[says])} for says in told if says],
        **place(fact.where),
    }


def _readings(fact: Fact, basis: Basis) -> list[Data]:
    """Return what each passage of a fact says, where its source has a reading of its own."""
    return [
        {
            "source": each.source,
            "says": basis.reading(
                each.date or fact.date, each.value or fact.value, each.status or fact.status
            ),
            "own": bool(each.date or each.value or each.status),
            **place(each.where),
        }
        for each in fact.evidence
    ]


def _sources(fact: Fact) -> list[str]:
    return list(dict.fromkeys(each.source for each in fact.evidence))


def _passages(basis: Basis) -> Iterator[tuple[str, str, Evidence | Passage]]:
    project = basis.prepared.project
    for fact in project.facts.values():
        for evidence in fact.evidence:
            yield "fact", fact.id, evidence
    for remark in project.remarks.values():
        for passage in remark.passages:
            yield "remark", remark.id, passage


def _key(sighting: Sighting) -> tuple[str, str, str, str]:
    return sighting.kind, sighting.id, sighting.source, sighting.anchor
