"""Facts and remarks as data and as lines, for those who look at them from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from uchtil.facts import Compared, support_of
from uchtil.model import Bound, Evidence, Fact, Passage, Quantity, Remark

if TYPE_CHECKING:
    from uchtil.checks.evidence import EvidenceReport, Seen, Unseen
    from uchtil.checks.sightings import Sighting
    from uchtil.pipeline.explain import Shown, Story


def fact_as_data(fact: Fact) -> dict[str, Any]:
    """Return a fact whole, as what JSON can hold."""
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        "theme": fact.theme,
        "date": str(fact.date) if fact.date else None,
        **_value(fact.value),
        "status": fact.status.value if fact.status else None,
        "indicator": fact.indicator,
        "label": dict(fact.label) if fact.label else None,
        "statement": dict(fact.statement),
        "names": list(fact.names),
        "tags": sorted(fact.tags),
        "support": support_of(fact).value,
        "resolution": dict(fact.resolution) if fact.resolution else None,
        "evidence": [_evidence(evidence) for evidence in fact.evidence],
        "file": fact.where.file,
        "line": fact.where.line,
    }


def fact_as_line(fact: Fact) -> str:
    """Return a fact in one line: id, date, support, and who says it."""
    sources = ", ".join(dict.fromkeys(evidence.source for evidence in fact.evidence))
    return f"{fact.id}  {fact.date or '(no date)'}  {support_of(fact).value}  {sources}"


def finding_as_data(finding: Compared) -> dict[str, Any]:
    """Return what comparing facts brought to light, as what JSON can hold."""
    return {
        "kind": finding.kind.value,
        "matter": finding.matter,
        "facts": [
            {"id": fact, "file": place.file, "line": place.line}
            for fact, place in zip(finding.facts, finding.places, strict=True)
        ],
        "text": finding.text,
        "answers": [{"kind": each.kind, "id": each.id} for each in finding.answers],
    }


def evidence_as_data(report: EvidenceReport) -> dict[str, list[dict[str, Any]]]:
    """Return the passages of facts and remarks that are ``seen`` and those ``unseen``.

    Each has ``fact`` or ``remark`` (an id), ``source``, ``anchor``, ``file`` and ``line``.
    Those seen have ``paragraph``, ``offset``, ``fingerprint`` (of the text), ``seen`` (since
    which day, as 2026-11-20) and ``looked_up`` (in this run, or taken from the lock); the
    others have ``why``, a word of `uchtil.checks.evidence.Why`.
    """

    def place(each: Seen | Unseen, of: Sighting | Unseen) -> dict[str, Any]:
        return {
            of.kind: of.id,
            "source": of.source,
            "anchor": of.anchor,
            "file": each.where.file,
            "line": each.where.line,
        }

    return {
        "seen": [
            {
                **place(each, each.sighting),
                "paragraph": each.sighting.paragraph,
                "offset": each.sighting.offset,
                "fingerprint": each.sighting.fingerprint,
                "seen": each.sighting.seen.isoformat(),
                "looked_up": each.looked_up,
            }
            for each in report.seen
        ],
        "unseen": [{**place(each, each), "why": each.why.value} for each in report.unseen],
    }


def remark_as_data(remark: Remark) -> dict[str, Any]:
    """Return a remark whole, as what JSON can hold."""
    return {
        "id": remark.id,
        "kind": remark.kind.value,
        "severity": remark.severity.value,
        "facts": list(remark.facts),
        "references": list(remark.references),
        "statement": dict(remark.statement),
        "handling": dict(remark.handling),
        "evidence": [_place(passage) for passage in remark.passages],
        "file": remark.where.file,
        "line": remark.where.line,
    }


def story_as_data(story: Story) -> dict[str, Any]:
    """Return a fact or a remark whole, with its passages in context and where it is used."""
    told = story.told
    data = fact_as_data(told) if isinstance(told, Fact) else remark_as_data(told)
    for shown, listed in zip(story.passages, data["evidence"], strict=True):
        listed["sight"] = shown.sight.value
        listed["context"] = None if shown.context is None else asdict(shown.context)
        listed["seen"] = None if shown.seen is None else shown.seen.isoformat()
        listed["other_text"] = shown.other_text
    data["used"] = [
        {"language": use.language, "file": use.where.file, "line": use.where.line}
        for use in story.uses
    ]
    if isinstance(told, Fact):
        data["readings"] = [finding_as_data(each) for each in story.findings]
        data["remarks"] = [each.id for each in story.remarks]
    return {**data, "errors": story.errors}


def story_as_text(story: Story, mark: Callable[[str], str]) -> list[str]:
    """Return what is known of a fact or a remark in lines: what it says, passages, uses.

    ``mark`` sets off the words of a passage from those around it.
    """
    told = story.told
    lines = _fact_as_text(told) if isinstance(told, Fact) else _remark_as_text(told)
    for shown in story.passages:
        lines += _passage_as_text(shown, mark)
    if isinstance(told, Fact) and told.resolution:
        lines += [f"  resolution ({code}): {text}" for code, text in told.resolution.items()]
    for finding in story.findings:
        answers = f"; answered by {', '.join(map(str, finding.answers))}" if finding.answers else ""
        lines.append(f"  {finding.kind.value} ({finding.matter}): {finding.text}{answers}")
    for remark in story.remarks:
        about = f"{remark.kind.value}, {remark.severity.value}"
        lines.append(f"  remark {remark.id} ({about}), {remark.where}")
    for code in told.statement:
        places = [str(use.where) for use in story.uses if use.language == code]
        lines.append(
            f"  used in {code}: {', '.join(places)}" if places else f"  not used in {code}"
        )
    return lines


def _fact_as_text(fact: Fact) -> list[str]:
    lines = [f"{fact.id} ({fact.kind.value}, {support_of(fact).value}), {fact.where}"]
    if fact.date:
        lines.append(f"  date: {fact.date}")
    if fact.value:
        status = f", {fact.status.value}" if fact.status else ""
        lines.append(f"  value: {_value_as_text(fact.value)}{status}")
    return lines + [f"  {code}: {text}" for code, text in fact.statement.items()]


def _remark_as_text(remark: Remark) -> list[str]:
    kind = f"remark: {remark.kind.value}, {remark.severity.value}"
    lines = [f"{remark.id} ({kind}), {remark.where}"]
    if remark.facts:
        lines.append(f"  facts: {', '.join(remark.facts)}")
    if remark.references:
        lines.append(f"  references: {', '.join(remark.references)}")
    lines += [f"  {code}: {text}" for code, text in remark.statement.items()]
    return lines + [f"  handling ({code}): {text}" for code, text in remark.handling.items()]


def _passage_as_text(shown: Shown, mark: Callable[[str], str]) -> list[str]:
    passage = shown.passage
    own = ""
    if isinstance(passage, Evidence):
        said = [str(passage.date)] if passage.date else []
        said += [_value_as_text(passage.value)] if passage.value else []
        said += [passage.status.value] if passage.status else []
        own = f", says {', '.join(said)}" if said else ""
        own += f", citing {', '.join(passage.cites)}" if passage.cites else ""
    if shown.context is not None:
        how = f"paragraph {shown.context.paragraph}"
        context = shown.context
        words = f"{context.before}{mark(context.words)}{context.after}"
    else:
        if shown.sight.value == "not-in-text":
            how = "not found"
        else:
            how = "never looked up" if shown.seen is None else f"last seen on {shown.seen}"
        words = mark(passage.anchor)
    if shown.other_text:
        how += " in another version of the text"
    return [f"  {passage.source}{own}, {how} ({passage.where}):", f"    {words}"]


def _plain(number: Decimal) -> str:
    """Return a number in digits, without noughts that say nothing."""
    return f"{number.normalize():f}"


def _value_as_text(quantity: Quantity) -> str:
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    upper = "" if quantity.upper is None else f"–{_plain(quantity.upper * quantity.scale.factor)}"
    return f"{bound}{_plain(quantity.number)}{upper} {quantity.unit}"


def _place(passage: Evidence | Passage) -> dict[str, Any]:
    return {
        "source": passage.source,
        "anchor": passage.anchor,
        "file": passage.where.file,
        "line": passage.where.line,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        **_place(evidence),
        "date": str(evidence.date) if evidence.date else None,
        **_value(evidence.value),
        "status": evidence.status.value if evidence.status else None,
        "cites": list(evidence.cites),
    }


def _value(quantity: Quantity | None) -> dict[str, Any]:
    """Return the value as a plain number (as text, so that no digit is lost) and its unit."""
    if quantity is None:
        return {"value": None, "unit": None}
    value: dict[str, Any] = {
        "number": f"{quantity.number:f}",
        "amount": str(quantity.amount),
        "scale": quantity.scale.value,
        "bound": quantity.bound.value,
    }
    if quantity.upper is not None:
        value["upper"] = str(quantity.upper)
    return {"value": value, "unit": quantity.unit}
