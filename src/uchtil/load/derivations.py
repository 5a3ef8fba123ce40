"""What a figure follows from, as facts and terms.yaml declare it."""

from __future__ import annotations

from collections.abc import Callable

from uchtil.load.containers import ListOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.shapes import Json, Shape, slug
from uchtil.model import Derivation, Figuring

_ABOUT = {
    Figuring.GROWTH: "by how many per cent it grew",
    Figuring.TIMES: "how many times as much it became",
    Figuring.SHARE: "how many per cent of the whole the part is",
    Figuring.SUM: "what all of them make together",
}
_OPERANDS = {
    Figuring.GROWTH: "[base, result]",
    Figuring.TIMES: "[base, result]",
    Figuring.SHARE: "[part, whole]",
    Figuring.SUM: "[one, two, …]",
}
_FACTS: dict[Figuring, Field[tuple[str, ...]]] = {
    how: Field(
        how.value,
        ListOf(slug(), "a fact", 2, unique=True, code="wrong-derivation"),
        f"{_ABOUT[how]}: facts, {_OPERANDS[how]}",
    )
    for how in Figuring
}
_INDICATORS: dict[Figuring, Field[str]] = {
    how: Field(how.value, slug(), f"{_ABOUT[how]}: an indicator")
    for how in (Figuring.GROWTH, Figuring.TIMES, Figuring.SHARE)
}


def _chosen(values: Values, choices: tuple[Figuring, ...]) -> Figuring | None:
    """Return the one way of figuring that is given; none or several are told."""
    given = [how for how in choices if how.value in values.nodes]
    if len(given) == 1:
        return given[0]
    values.error(
        "wrong-derivation",
        f"a figure follows in one way, not in {len(given)}",
        hint=f"give one of: {', '.join(how.value for how in choices)}",
    )
    return None


def _of_facts(values: Values) -> Derivation | None:
    how = _chosen(values, tuple(_FACTS))
    if how is None:
        return None
    facts = values.get(_FACTS[how])
    if facts is None:
        return None
    if how is not Figuring.SUM and len(facts) > 2:
        values.error(
            "wrong-derivation",
            f"`{how.value}` takes two facts, not {len(facts)}",
            _FACTS[how],
            f"write {how.value}: {_OPERANDS[how]}",
        )
        return None
    return Derivation(how=how, of=facts, where=values.at(_FACTS[how]))


def _of_indicator(values: Values) -> Derivation | None:
    how = _chosen(values, tuple(_INDICATORS))
    if how is None:
        return None
    indicator = values.get(_INDICATORS[how])
    if indicator is None:
        return None
    return Derivation(how=how, of=(indicator,), where=values.at(_INDICATORS[how]))


_ONE: Json = {"minProperties": 1, "maxProperties": 1}


def _record(
    noun: str,
    fields: tuple[Field[object], ...],
    make: Callable[[Values], Derivation | None],
    about: str,
) -> Shape[Derivation]:
    return Record(noun, fields, make, about=about, rules=_ONE)


OF_FACTS = _record(
    "the derivation",
    tuple(_FACTS.values()),
    _of_facts,
    "facts from whose values this one's can be reckoned",
)
OF_INDICATOR = _record(
    "the relation",
    tuple(_INDICATORS.values()),
    _of_indicator,
    "the indicator from whose values those of this one can be reckoned",
)
