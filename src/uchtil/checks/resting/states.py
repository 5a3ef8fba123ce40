"""What a fact said at one time and who showed it, and what a count came to: what texts rest on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from uchtil.checks.parity.lock import fingerprint
from uchtil.facts import Support, support_of
from uchtil.model import Bound, Fact, Kind, Quantity, Scale, Status, When
from uchtil.render.uses import Counted


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A fact at one time.

    ``statement`` has the fingerprint of each language's statement, and only of a claim: there it
    is the reading; elsewhere it is words about date and value.
    """

    fact: str
    date: When | None
    value: Quantity | None
    status: Status | None
    statement: Mapping[str, str]
    contested: bool
    sources: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What tells this state from any other."""
        text = json.dumps(self.as_data(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def reading(self) -> str:
        """Date, value and status as the files of facts have them: "2018, about 3 billion usd"."""
        said = [str(self.date)] if self.date else []
        if self.value:
            value = self.value
            upper = "" if value.upper is None else f"–{value.upper}"
            hedge = "" if value.bound is Bound.EXACT else value.bound.value
            scale = "" if value.scale is Scale.ONE else value.scale.value
            words = (hedge, f"{value.amount}{upper}", scale, value.unit)
            said.append(" ".join(filter(None, words)))
        if self.status and self.status is not Status.ACTUAL:
            said.append(self.status.value)
        return ", ".join(said) or "nothing"

    def as_data(self) -> dict[str, Any]:
        """Return it as the lock has it: without what is not told."""
        data = {
            "fact": self.fact,
            "date": str(self.date or ""),
            "value": _value_as_data(self.value) if self.value else None,
            "status": self.status.value if self.status else "",
            "statement": dict(self.statement),
            "contested": self.contested,
            "sources": list(self.sources),
        }
        return {name: each for name, each in data.items() if each}


def state_of(fact: Fact) -> State:
    """Return what a fact says now."""
    claimed = fact.kind is Kind.CLAIM
    return State(
        fact=fact.id,
        date=fact.date,
        value=fact.value,
        status=fact.status,
        statement={
            code: fingerprint(" ".join(text.split())) for code, text in fact.statement.items()
        }
        if claimed
        else {},
        contested=support_of(fact) is Support.CONTESTED,
        sources=tuple(sorted({each.source for each in fact.evidence})),
    )


def count_mark(counted: Counted) -> str:
    """Return what tells a count from any other, and from what it came to at another time."""
    text = json.dumps([counted.name, counted.number, counted.sources], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_state(data: Mapping[str, Any]) -> State:
    """Return a state from the lock; raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    return State(
        fact=str(data["fact"]),
        date=When.parse(str(data["date"])) if "date" in data else None,
        value=_read_value(data["value"]) if "value" in data else None,
        status=Status(data["status"]) if "status" in data else None,
        statement={str(code): str(mark) for code, mark in data.get("statement", {}).items()},
        contested=bool(data.get("contested")),
        sources=tuple(str(each) for each in data["sources"]),
    )


def _value_as_data(value: Quantity) -> dict[str, str]:
    """Return a value with its numbers as they are written: 4.50 is more exact than 4.5."""
    data = {
        "amount": str(value.amount),
        "unit": value.unit,
        "scale": value.scale.value,
        "bound": value.bound.value,
    }
    return data if value.upper is None else {**data, "upper": str(value.upper)}


def _read_value(data: Mapping[str, str]) -> Quantity:
    try:
        return Quantity(
            amount=Decimal(data["amount"]),
            unit=str(data["unit"]),
            scale=Scale(data["scale"]),
            upper=Decimal(data["upper"]) if "upper" in data else None,
            bound=Bound(data["bound"]),
        )
    except InvalidOperation as error:
        raise ValueError("it is no number") from error
