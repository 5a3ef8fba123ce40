"""The changes as data: what ``changes.json`` holds, and what the page is made of alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from uchtil.changes.compare import Changes, FactChange, How, ParagraphChange
from uchtil.changes.said import EvidenceSaid, Said
from uchtil.changes.section import told, words_of
from uchtil.changes.words import Run
from uchtil.language import language
from uchtil.problems import Location

Data = dict[str, Any]

_ENGLISH = "en"


def changes_as_data(
    changes: Changes, places: Mapping[str, Location], redlines: Mapping[str, Sequence[str]]
) -> Data:
    """Return all that differs.

    ``places`` is where facts stand now, where that is known; ``redlines`` are the files of each
    language.  Facts are told in English, or in the review's first language.
    """
    old, new = changes.old, changes.new
    code = _ENGLISH if _ENGLISH in new.languages else new.languages[0]
    return {
        "review": new.review,
        "title": new.texts[code].title,
        "told_in": language(code).tag,
        "from": {"name": old.name, "version": old.version, "date": old.date},
        "to": {"name": new.name, "version": new.version, "date": new.date},
        "anything": changes.anything,
        "readers": {each: _readers(changes, each) for each in new.languages},
        "sections": _sections(old, new, code),
        "facts": {
            how.value: [_fact(each, code, places) for each in changes.with_(how)] for how in How
        },
        "texts": {
            each: [_paragraph(change) for change in listed]
            for each, listed in changes.paragraphs.items()
        },
        "works": [
            {
                "key": each.key,
                "how": each.how,
                "title": each.title,
                "number": each.number,
                "into": each.into,
                "fields": list(each.fields),
            }
            for each in changes.works
        ],
        "renumbered": [
            {"key": key, "was": was, "now": now} for key, was, now in changes.renumbered
        ],
        "moved": [{"section": slug, "how": how} for slug, how in changes.sections],
        "sources": [{"key": key, "how": how} for key, how in changes.sources],
        "uneven": [
            {
                "section": each.section,
                "changed": list(each.changed),
                "unchanged": list(each.unchanged),
            }
            for each in changes.uneven
        ],
        "lags": [
            {
                "section": each.section,
                "language": each.language,
                "block": each.block,
                "changed": list(each.changed),
                "file": each.file,
                "line": each.line,
            }
            for each in changes.lags
        ],
        "redlines": {each: list(files) for each, files in redlines.items()},
    }


def _readers(changes: Changes, code: str) -> Data:
    """Return what readers of one language are told, as the section of the article has it."""
    here = language(code)
    words = here.terms.news
    old, new = changes.old, changes.new
    works = [
        each.title
        for each in changes.works
        if each.number and (each.how == "added" or not old.references[each.key].number)
    ]
    groups = [
        {
            "kind": name,
            "heading": getattr(words, name),
            "facts": [
                {"text": text, "now": now, "was": words.was(was) if was else ""}
                for text, now, was in rows
            ],
        }
        for name, rows in told(changes.facts, code)
    ]
    return {
        "tag": here.tag,
        "language": here.endonym,
        "title": words.title,
        "since": words.since(old.version),
        "groups": groups,
        "works": {"heading": words.works, "titles": works},
        "nothing": "" if groups or works else words.nothing,
        "version": f"{here.terms.version} {new.version}",
    }


def _sections(old: Said, new: Said, code: str) -> list[Data]:
    headings = {
        each.slug: next((line.text for line in each.lines if line.kind == "heading"), each.slug)
        for each in new.texts[code].sections
    }
    return [
        {
            "section": slug,
            "heading": headings.get(slug, slug),
            "version": stamp.version,
            "date": stamp.date,
            "changed": old.stamps.get(slug) != stamp,
        }
        for slug, stamp in new.stamps.items()
    ]


def _fact(change: FactChange, code: str, places: Mapping[str, Location]) -> Data:
    fact = change.new or change.old
    assert fact is not None
    where = places.get(change.id)
    return {
        "id": change.id,
        "text": words_of(fact, code),
        "now": change.new.printed.get(code, "") if change.new else "",
        "was": change.old.printed.get(code, "") if change.old else "",
        "support": change.new.support if change.new else "",
        "supported": change.old.support if change.old else "",
        "used": fact.used,
        "sources": list(dict.fromkeys(each.source for each in fact.evidence)),
        "gained": _evidence(change.gained),
        "disputing": _evidence(change.disputing),
        "lost": _evidence(change.lost),
        "file": where.file if where else "",
        "line": where.line if where else 0,
    }


def _evidence(listed: Iterable[EvidenceSaid]) -> list[Data]:
    return [{"source": each.source, "anchor": each.anchor} for each in listed]


def _paragraph(change: ParagraphChange) -> Data:
    return {
        "section": change.section,
        "kind": change.kind,
        "id": change.id,
        "op": change.op.value,
        "sentences": [[_run(run) for run in sentence] for sentence in change.sentences],
        "rows": dict(change.rows or {}),
    }


def _run(run: Run) -> Data:
    return {"op": run.op.value, "text": run.text}
