"""Facts as data and as lines, for those who look at them from outside."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from uchtil.facts import Compared, support_of
from uchtil.model import Bound, Evidence, Fact, Quantity

if TYPE_CHECKING:
    from uchtil.pipeline.explain import Story


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


def story_as_data(story: Story) -> dict[str, Any]:
    """Return a fact whole, with its passages in their contexts and where the text uses it."""
    data = fact_as_data(story.fact)
    for evidence, listed in zip(story.fact.evidence, data["evidence"], strict=True):
        key = (evidence.source, evidence.anchor)
        context = story.contexts.get(key)
        seen = story.seen.get(key)
        listed["context"] = None if context is None else asdict(context)
        listed["seen"] = None if seen is None else seen.isoformat()
    used = [
        {"language": use.language, "file": use.where.file, "line": use.where.line}
        for use in story.uses
    ]
    readings = [finding_as_data(each) for each in story.findings]
    return {**data, "used": used, "readings": readings}


def story_as_text(story: Story) -> list[str]:
    """Return what is known of one fact in lines: statement, passages, and where it is used."""
    fact = story.fact
    lines = [f"{fact.id} ({fact.kind.value}, {support_of(fact).value}), {fact.where}"]
    if fact.date:
        lines.append(f"  date: {fact.date}")
    if fact.value:
        status = f", {fact.status.value}" if fact.status else ""
        lines.append(f"  value: {_value_as_text(fact.value)}{status}")
    lines += [f"  {code}: {text}" for code, text in fact.statement.items()]
    for evidence in fact.evidence:
        lines += _evidence_as_text(evidence, story)
    if fact.resolution:
        lines += [f"  resolution ({code}): {text}" for code, text in fact.resolution.items()]
    for finding in story.findings:
        answers = f"; answered by {', '.join(map(str, finding.answers))}" if finding.answers else ""
        lines.append(f"  {finding.kind.value} ({finding.matter}): {finding.text}{answers}")
    for code in fact.statement:
        places = [str(use.where) for use in story.uses if use.language == code]
        lines.append(
            f"  used in {code}: {', '.join(places)}" if places else f"  not used in {code}"
        )
    return lines


def _evidence_as_text(evidence: Evidence, story: Story) -> list[str]:
    said = [str(evidence.date)] if evidence.date else []
    said += [_value_as_text(evidence.value)] if evidence.value else []
    said += [evidence.status.value] if evidence.status else []
    own = f", says {', '.join(said)}" if said else ""
    cites = f", citing {', '.join(evidence.cites)}" if evidence.cites else ""
    head = f"  {evidence.source}{own}{cites}"
    context = story.contexts.get((evidence.source, evidence.anchor))
    if context is not None:
        passage = f"{context.before}[[{context.words}]]{context.after}"
        return [f"{head}, paragraph {context.paragraph} ({evidence.where}):", f"    {passage}"]
    seen = story.seen.get((evidence.source, evidence.anchor))
    when = f"last seen on {seen}" if seen is not None else "never looked up"
    return [f"{head}, {when} ({evidence.where}):", f"    [[{evidence.anchor}]]"]


def _plain(number: Decimal) -> str:
    """Return a number in digits, without noughts that say nothing."""
    return f"{number.normalize():f}"


def _value_as_text(quantity: Quantity) -> str:
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    upper = "" if quantity.upper is None else f"–{_plain(quantity.upper * quantity.scale.factor)}"
    return f"{bound}{_plain(quantity.number)}{upper} {quantity.unit}"


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.source,
        "anchor": evidence.anchor,
        "date": str(evidence.date) if evidence.date else None,
        **_value(evidence.value),
        "status": evidence.status.value if evidence.status else None,
        "cites": list(evidence.cites),
        "file": evidence.where.file,
        "line": evidence.where.line,
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
