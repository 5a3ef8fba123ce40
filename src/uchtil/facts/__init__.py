"""What the evidence amounts to: how well a fact is supported, and which facts go where."""

from uchtil.facts.comparison import compare
from uchtil.facts.findings import Answer, Compared, Finding
from uchtil.facts.selection import select_facts, select_remarks
from uchtil.facts.support import Support, clashes, readings_clash, support_of

__all__ = [
    "Answer",
    "Compared",
    "Finding",
    "Support",
    "clashes",
    "compare",
    "readings_clash",
    "select_facts",
    "select_remarks",
    "support_of",
]
