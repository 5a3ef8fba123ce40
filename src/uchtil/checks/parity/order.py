"""Two figures of one kind that one language prints in each other's place."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from uchtil.checks.parity.align import Row, told_in
from uchtil.checks.parity.uses import lines_of, places_of
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Project
from uchtil.problems import Problems
from uchtil.render import UseKind


def compare_order(row: Row, project: Project, differing: set[str], problems: Problems) -> None:
    """Tell two figures of one kind that one language prints the other way round.

    "From 10 to 230 million" and "from 230 to 10" print the same numbers of the same facts.
    Only measures of one indicator and unit are looked at: other sentences may well be built
    otherwise in each language.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    printed = places_of(row, UseKind.NUMBER)
    for name, uses in printed.items():
        fact = project.facts.get(name)
        known = name not in differing and len(uses) == len(row.blocks)
        if fact and fact.indicator and fact.value and known:
            alike.setdefault((fact.indicator, fact.value.unit), []).append(name)
    first = {
        code: {use.id: place for place, use in reversed(list(enumerate(uses)))}
        for code, uses in (
            (code, [use for use in of if use.kind is UseKind.NUMBER])
            for code, of in row.uses.items()
        )
    }
    for names in alike.values():
        for one, other in combinations(names, 2):
            orders = {code: places[one] < places[other] for code, places in first.items()}
            usual = Counter(orders.values()).most_common(1)[0][0]
            agreeing = [code for code in orders if orders[code] == usual]
            for code, forward in orders.items():
                if forward != usual:
                    before, after = (one, other) if forward else (other, one)
                    use = printed[before][code][0]
                    problems.warning(
                        "order-differs",
                        f"{row.blocks[code].name} of `{row.section}` prints `{before}` "
                        f"(“{use.shown}”) before `{after}` in {LANGUAGE_NAMES[code]}, "
                        f"{told_in(agreeing, LANGUAGE_NAMES)} the other way round",
                        use.where,
                        "see whether the two figures are exchanged; if not, build the sentence "
                        f"as in {lines_of(row, agreeing)}",
                    )
