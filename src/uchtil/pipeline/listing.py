"""Facts as data and as lines, for those who look at them from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from uchtil.facts import support_of
from uchtil.model import Bound, Evidence, Fact, Quantity
from uchtil.problems import Location


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


def fact_with_uses_as_data(fact: Fact, used: Sequence[Location]) -> dict[str, Any]:
    """Return a fact whole, with the places where the text uses it."""
    places = [{"file": place.file, "line": place.line} for place in used]
    return {**fact_as_data(fact), "used": places}


def fact_as_text(fact: Fact, used: Sequence[Location]) -> list[str]:
    """Return what is known of one fact in lines: statement, evidence, and where it is used."""
    lines = [f"{fact.id} ({fact.kind.value}, {support_of(fact).value}), {fact.where}"]
    if fact.date:
        lines.append(f"  date: {fact.date}")
    if fact.value:
        status = f", {fact.status.value}" if fact.status else ""
        lines.append(f"  value: {_value_as_text(fact.value)}{status}")
    lines += [f"  {code}: {text}" for code, text in fact.statement.items()]
    for evidence in fact.evidence:
        said = [str(evidence.date)] if evidence.date else []
        said += [_value_as_text(evidence.value)] if evidence.value else []
        said += [evidence.status.value] if evidence.status else []
        own = f", says {', '.join(said)}" if said else ""
        cites = f", citing {', '.join(evidence.cites)}" if evidence.cites else ""
        lines.append(f"  {evidence.source}{own}{cites}: “{evidence.anchor}” ({evidence.where})")
    if fact.resolution:
        lines += [f"  resolution ({code}): {text}" for code, text in fact.resolution.items()]
    places = ", ".join(map(str, used))
    lines.append(f"  used at: {places}" if used else "  not used in the text")
    return lines


def _value_as_text(quantity: Quantity) -> str:
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    upper = "" if quantity.upper is None else f"–{quantity.upper * quantity.scale.factor:f}"
    return f"{bound}{quantity.number:f}{upper} {quantity.unit}"


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
