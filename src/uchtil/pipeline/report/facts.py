"""The facts in the report: how they are supported, by whom, and what was not seen of it."""

from __future__ import annotations

from collections import Counter

from uchtil.checks.sightings import Sighting
from uchtil.facts import Finding, Support, clashes, support_of
from uchtil.model import Fact
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
    """Return the sources: what each tells, what it tells alone, and since when it is seen.

    The days are those of the lock; a passage that only this build has seen has none yet.
    """
    project, evidence = basis.prepared.project, basis.examined.evidence
    told = Counter(source for fact in project.facts.values() for source in _sources(fact))
    alone = Counter(
        _sources(fact)[0] for fact in project.facts.values() if len(_sources(fact)) == 1
    )
    seen = Counter(each.sighting.source for each in evidence.seen)
    unseen = Counter(each.source for each in evidence.unseen)
    kept = frozenset(basis.lock)
    days: dict[str, list[str]] = {}
    for each in evidence.seen:
        if each.sighting in kept:
            days.setdefault(each.sighting.source, []).append(each.sighting.seen.isoformat())
    return [
        {
            "key": source.key,
            "name": basis.text(source.label),
            "language": source.language,
            "facts": told[source.key],
            "alone": alone[source.key],
            "passages": seen[source.key] + unseen[source.key],
            "seen": seen[source.key],
            "first_seen": min(days.get(source.key, ()), default=None),
            "last_seen": max(days.get(source.key, ()), default=None),
            "text_at_hand": basis.texts is not None and (basis.texts / source.text).is_file(),
            **place(source.where),
        }
        for source in project.sources.values()
    ]


def unseen(basis: Basis) -> list[Data]:
    """Return the passages that neither a text nor the lock shows, why, and what was seen instead.

    ``why`` is a word of `uchtil.checks.evidence.Why`; ``seen`` is the day, ``seen_as`` the
    words, of what the lock has of that source for the same fact or remark.
    """
    before: dict[tuple[str, str, str], list[Sighting]] = {}
    for each in basis.lock:
        before.setdefault((each.kind, each.id, each.source), []).append(each)
    told = []
    for passage in basis.examined.evidence.unseen:
        known = before.get((passage.kind, passage.id, passage.source), [])
        same = [each for each in known if each.anchor == passage.anchor]
        last = max(same or known, key=lambda each: each.seen, default=None)
        told.append(
            {
                "kind": passage.kind,
                "id": passage.id,
                "source": passage.source,
                "anchor": passage.anchor,
                "why": passage.why.value,
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
