"""Conflicts between readings must be answered, and a contested fact resolved to be printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from uchtil.facts import Compared, Finding, clashes, compare
from uchtil.model import Fact, Figuring, Project
from uchtil.model.records import Broken
from uchtil.problems import Problems
from uchtil.render import Use, UseKind

_NOTHING: Broken = MappingProxyType({})
_FIGURED = frozenset(how.value for how in Figuring)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingReport:
    """What comparing the facts brought to light."""

    findings: tuple[Compared, ...] = ()

    def about(self, fact_id: str) -> tuple[Compared, ...]:
        """Return what a fact takes part in."""
        return tuple(each for each in self.findings if fact_id in each.facts)

    def count(self, kind: Finding) -> int:
        """Return how many findings of a kind there are."""
        return sum(each.kind is kind for each in self.findings)

    def summary(self) -> str:
        """Return all of it in one line."""
        conflicts = [each for each in self.findings if each.kind is Finding.CONFLICT]
        answered = sum(bool(each.answers) for each in conflicts)
        counts = Counter(each.kind for each in self.findings)
        return (
            f"readings: {len(conflicts)} conflict{'' if len(conflicts) == 1 else 's'}, "
            f"{answered} answered; {counts[Finding.PRECISION]} differ in precision, "
            f"{counts[Finding.STATUS]} in status, {counts[Finding.REPEATED]} repeated; "
            f"figures that follow from others: {counts[Finding.AGREEING]} agree, "
            f"{counts[Finding.OPEN]} cannot be held to anything"
        )


def check_readings(
    project: Project, uses: Iterable[Use], problems: Problems, broken: Broken = _NOTHING
) -> ReadingReport:
    """Compare all facts, and tell conflicts that nothing answers.

    A fact whose own passages clash may be printed only with a resolution, which the loader
    asks for in every language.  Any other conflict is answered by a resolution of one of
    its facts, or by a remark that names all of them.
    """
    _check_derivations(project, problems)
    findings = compare(project)
    printed = {use.id for use in uses if use.kind in (UseKind.FACT, UseKind.NUMBER)}
    contested: set[str] = set()
    for fact in project.facts.values():
        if fact.resolution is None and fact.id in printed and _tell_contested(fact, problems):
            contested.add(fact.id)
    # A remark that could not be read might be what answers; what a fact says answers for
    # itself alone, and of one that could not be read there is no finding.
    if not broken.get("remarks"):
        for each in findings:
            alone = len(each.facts) == 1
            told = alone and each.facts[0] in contested
            if each.kind is Finding.CONFLICT and not each.answers and not told:
                _tell_unanswered(each, problems)
    return ReadingReport(findings=findings)


def _tell_contested(fact: Fact, problems: Problems) -> bool:
    clashing = [each.source for _, both in clashes(fact) for each in both]
    sources = list(dict.fromkeys(clashing))
    if sources:
        gives = "gives" if len(sources) == 1 else "give"
        problems.error(
            "contested-fact",
            f"fact `{fact.id}` is contested: {', '.join(sources)} {gives} another reading",
            fact.where,
            "add a `resolution` in every language that says which reading is followed and why",
        )
    return bool(sources)


def _tell_unanswered(finding: Compared, problems: Problems) -> None:
    """Tell a conflict where its last fact stands, with the places of the others.

    A figure that does not follow from others is told where it stands itself.
    """
    told = 0
    if finding.matter not in _FIGURED:
        told = max(range(len(finding.facts)), key=lambda number: finding.places[number])
    others = [
        f"`{fact}` ({place})"
        for number, (fact, place) in enumerate(zip(finding.facts, finding.places, strict=True))
        if number != told
    ]
    against = f" against {', '.join(others)}" if others else ""
    problems.error(
        "unanswered-conflict",
        f"nothing answers the conflict of `{finding.facts[told]}`{against}: {finding.text}",
        finding.places[told],
        "mend what is wrong, add a `resolution`, or add a remark to content/remarks.yaml whose "
        f"`facts` are {', '.join(finding.facts)}",
    )


def _check_derivations(project: Project, problems: Problems) -> None:
    """Check that what a figure follows from are other figures of one unit."""
    for fact in project.facts.values():
        derivation = fact.follows_from
        if derivation is None or fact.value is None:
            continue
        units = {fact.value.unit} if derivation.how is Figuring.SUM else set()
        before = len(problems)
        for each in derivation.of:
            other = project.facts.get(each)
            if other is None:  # told already
                continue
            if other is fact or other.value is None:
                why = "itself" if other is fact else f"`{each}`, which has no value"
                problems.error(
                    "wrong-derivation",
                    f"the value of `{fact.id}` follows from {why}",
                    derivation.where,
                    "name facts whose values it can be reckoned from",
                )
            else:
                units.add(other.value.unit)
        if len(units) > 1 and len(problems) == before:
            problems.error(
                "mixed-units",
                f"the value of `{fact.id}` follows from {' and '.join(sorted(units))}",
                derivation.where,
                "name facts of one unit",
            )
