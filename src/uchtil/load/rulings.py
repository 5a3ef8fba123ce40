"""``checks`` of ``content/review.yaml``: how much a check matters in this review, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from uchtil.load.containers import ListOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.reading import Reading
from uchtil.load.shapes import Json, Shape, Text, Word
from uchtil.problems import CHECKS, Ruling, Severity, did_you_mean

OFF = "off"
_SEVERITIES = (*(each.value for each in Severity), OFF)

SEVERITY = Field(
    "severity",
    Word(_SEVERITIES),
    "error, warning, notice, or off: explained, and so not told",
    required=True,
)
REASON = Field("reason", Text(), "why, in words: needed where the check is to matter less")
PLACES = Field(
    "where",
    ListOf(Text(), "a file, a pattern of files, or an id that the message names", 1, unique=True),
    "only there: files, patterns of files, or ids that the message names",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Said:
    """What is said of a check, before its code is known to be one."""

    severity: Severity | None
    reason: str
    places: tuple[str, ...]
    values: Values


RULING = Record(
    "the ruling",
    (SEVERITY, REASON, PLACES),
    lambda values: _Said(
        severity=None if values.need(SEVERITY) == OFF else Severity(values.need(SEVERITY)),
        reason=values.get(REASON) or "",
        places=values.items(PLACES),
        values=values,
    ),
    about="how much a check matters in this review, and why",
)


@dataclass(frozen=True, slots=True)
class Rulings(Shape[tuple[Ruling, ...]]):
    """A mapping from codes to an entry, or to a list of entries for different places."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> tuple[Ruling, ...] | None:
        """Return all rulings; wrong ones are left out once told.

        Errors: ``unknown-check``, ``fixed-check`` (a check that cannot matter less) and
        ``missing-reason``.
        """
        pairs = reading.pairs(node, name)
        if pairs is None:
            return None
        found: list[Ruling] = []
        for code, (key_node, value_node) in pairs.items():
            if code not in CHECKS:
                reading.error(
                    "unknown-check",
                    f"there is no check `{code}`",
                    key_node,
                    did_you_mean(code, CHECKS) or "docs/checks.md lists them",
                )
                continue
            found += self._of_check(code, value_node, reading)
        return tuple(found)

    def _of_check(self, code: str, node: yaml.Node, reading: Reading) -> Iterator[Ruling]:
        entries: Iterable[yaml.Node] = (
            node.value if isinstance(node, yaml.SequenceNode) else (node,)
        )
        for each in entries:
            said = RULING.read(each, reading, f"`{code}` of `checks`")
            if said is None:
                continue
            ruling = Ruling(
                code=code,
                severity=said.severity,
                reason=said.reason,
                places=said.places,
                where=said.values.at(SEVERITY),
            )
            if ruling.lowers and CHECKS[code].fixed:
                reading.error(
                    "fixed-check",
                    f"`{code}` is always an error: nothing sound can be made of what it is told of",
                    said.values.nodes[SEVERITY.name],
                    "mend what it tells, and delete this entry",
                )
            elif ruling.lowers and not ruling.reason:
                reading.error(
                    "missing-reason",
                    f"`{code}` is to matter less, and no `reason` says why",
                    said.values.nodes[SEVERITY.name],
                    "add `reason:` in words: it stands in the report",
                )
            else:
                yield ruling

    def schema(self, defs: Json) -> Json:
        """Return an object whose keys are the codes of all checks."""
        entry = RULING.schema(defs)
        return {
            "type": "object",
            "propertyNames": {"enum": sorted(CHECKS)},
            "additionalProperties": {
                "anyOf": [entry, {"type": "array", "minItems": 1, "items": entry}]
            },
        }
