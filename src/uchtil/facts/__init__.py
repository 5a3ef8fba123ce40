"""What the evidence amounts to: how well a fact is supported, and which facts go where."""

from uchtil.facts.selection import select_facts, select_remarks
from uchtil.facts.support import Support, readings_clash, support_of

__all__ = ["Support", "readings_clash", "select_facts", "select_remarks", "support_of"]
