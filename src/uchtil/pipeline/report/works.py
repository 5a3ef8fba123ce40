"""The bibliography in the report, and where each work is cited in each finished file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from uchtil.bibliography import Reference, field_in_words
from uchtil.pipeline.editions import FORMATS, Edition, editions_of
from uchtil.pipeline.report.basis import Basis, Data, place


def all_works(basis: Basis) -> list[Data]:
    """Return every reference: whether it is cited, what it lacks, and which source names it.

    ``named_by`` tells the entries of each source's own list; ``shown_by`` counts the
    passages whose source cites the work for what it says ("cited in").
    """
    prepared = basis.prepared
    cited = set(prepared.article.order)
    shown: dict[str, Counter[str]] = {}
    for fact in prepared.project.facts.values():
        for evidence in fact.evidence:
            for work in evidence.cites:
                shown.setdefault(work, Counter())[evidence.source] += 1
    named: dict[str, dict[str, list[str]]] = {}
    for work, mentions in prepared.crosswalk.mentions.items():
        for source, entry in mentions:
            named.setdefault(work, {}).setdefault(source, []).append(entry)
    return [
        {
            "key": key,
            "title": reference.title,
            "by": _authors(reference),
            "language": reference.language,
            "cited": key in cited,
            "missing": [field_in_words(field) for field in reference.missing],
            "named_by": named.get(key, {}),
            "shown_by": dict(shown.get(key, {})),
            "source": key in prepared.project.sources,
            **place(reference.where),
        }
        for key, reference in prepared.references.items()
    ]


def _authors(reference: Reference) -> str:
    names = reference.names.get("author") or reference.names.get("editor") or ()
    return ", ".join(name.literal or name.family for name in names)


def citation_matrix(basis: Basis) -> Data:
    """Return how often each finished file cites each work, and the work's number in its list.

    ``differs`` names the files that do not agree with the others: every format of an edition
    must cite a work as often, every language as often as the other languages, an edition
    of several languages as often as all of them together.  Files that this build had no
    reason to look at have no cells.
    """
    editions = [
        (edition, [name for name in map(edition.file, FORMATS) if name in basis.readings])
        for edition in editions_of(basis.prepared.project.review)
    ]
    editions = [(edition, files) for edition, files in editions if files]
    counts = {
        name: Counter(each.work for each in basis.readings[name].citations)
        for _, files in editions
        for name in files
    }
    numbers = {
        name: {each.work: each.label.rstrip(".") for each in basis.readings[name].references}
        for name in counts
    }
    listed = dict.fromkeys(work for each in numbers.values() for work in each)
    listed.update(dict.fromkeys(work for each in counts.values() for work in each))
    works = []
    for work in listed:
        cells = {name: counts[name][work] for name in counts}
        labels = {name: numbers[name].get(work, "") for name in counts}
        once = Counter(_once(cells[name], edition) for edition, files in editions for name in files)
        usual = once.most_common(1)[0][0]
        label = Counter(labels.values()).most_common(1)[0][0]
        where = basis.prepared.references.get(work)
        works.append(
            {
                "key": work,
                "number": label,
                "times": cells,
                "differs": [
                    name
                    for edition, files in editions
                    for name in files
                    if _once(cells[name], edition) != usual or labels[name] != label
                ],
                **(place(where.where) if where else {"file": "", "line": 0}),
            }
        )
    return {
        "editions": [{"id": edition.id, "files": files} for edition, files in editions],
        "total": {name: each.total() for name, each in counts.items()},
        "works": works,
    }


def _once(times: int, edition: Edition) -> float:
    """Return how often one language of an edition cites a work."""
    return times / len(edition.parts)


def files(basis: Basis) -> list[Data]:
    """Return every file that an edition can have, and whether it is there and up to date."""
    present, fresh = set(basis.present), basis.readings
    return [
        {
            "file": name,
            "edition": edition.id,
            "format": format_name,
            "state": _state(name in present, name in fresh),
        }
        for edition in editions_of(basis.prepared.project.review)
        for format_name in FORMATS
        for name in (edition.file(format_name),)
    ]


def _state(there: bool, looked_at: bool) -> str:
    if not there:
        return "not made"
    return "up to date" if looked_at else "from an earlier build"


def by_state(listed: list[Data]) -> Mapping[str, list[str]]:
    """Return the names of files by their state."""
    found: dict[str, list[str]] = {}
    for each in listed:
        found.setdefault(each["state"], []).append(each["file"])
    return found
