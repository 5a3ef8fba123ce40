"""Why each step of a build would run; and what stands behind one fact."""

from __future__ import annotations

from pathlib import Path

from uchtil.facts import support_of
from uchtil.pipeline import fingerprints, manifest, places
from uchtil.pipeline.build import Request, make_plan
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import prepare
from uchtil.pipeline.steps import World, why_stale
from uchtil.problems import Location, Problems, did_you_mean
from uchtil.render import UseKind


def explain_steps(
    root: Path,
    output: Path,
    editions: tuple[str, ...],
    formats: tuple[str, ...],
    style: str | None,
    problems: Problems,
) -> list[str]:
    """Return a line for every output: up to date, or why it would be made again."""
    files = fingerprints.of_files(places.input_files(root))
    prepared = prepare(root, problems)
    if prepared is None or problems.errors:
        return []
    world = World(
        files=files, tools=fingerprints.of_tools(), style=style or prepared.project.review.style
    )
    drawings = draw_figures(prepared.project, places.templates_of(root))
    last = manifest.read_manifest(output) or manifest.Manifest()
    request = Request(root=root, output=output, editions=editions, formats=formats, style=style)
    plan = make_plan(request, prepared, {k: d.svg for k, d in drawings.items()}, world, last)
    lines = []
    for name, now in plan.inputs.items():
        reasons = why_stale(now, last.steps.get(name))
        if not reasons and name in plan.stale:
            reasons = ["the file is gone or was changed by hand"]
        if reasons:
            lines.append(f"{name}: would be made")
            lines += [f"    {reason}" for reason in reasons]
        else:
            lines.append(f"{name}: up to date")
    return lines


def explain_fact(root: Path, fact_id: str, problems: Problems) -> list[str]:
    """Return what is known of one fact: statement, evidence, and where it is used."""
    prepared = prepare(root, problems)
    if prepared is None or problems.errors:
        return []
    fact = prepared.project.facts.get(fact_id)
    if fact is None:
        problems.error(
            "unknown-fact",
            f"there is no fact `{fact_id}`",
            Location(file="content/facts"),
            did_you_mean(fact_id, prepared.project.facts),
        )
        return []
    lines = [f"{fact.id} ({fact.kind.value}, {support_of(fact).value}), {fact.where}"]
    if fact.date:
        lines.append(f"  date: {fact.date}")
    if fact.value:
        status = f", {fact.status.value}" if fact.status else ""
        lines.append(f"  value: {fact.value.number:f} {fact.value.unit}{status}")
    lines += [f"  {code}: {text}" for code, text in fact.statement.items()]
    for evidence in fact.evidence:
        cites = f", citing {', '.join(evidence.cites)}" if evidence.cites else ""
        own = f", says {evidence.date}" if evidence.date else ""
        lines.append(f"  {evidence.source}{own}{cites}: “{evidence.anchor}” ({evidence.where})")
    if fact.resolution:
        lines += [f"  resolution ({code}): {text}" for code, text in fact.resolution.items()]
    used = dict.fromkeys(
        str(use.where)
        for use in prepared.article.uses
        if use.kind is UseKind.FACT and use.id == fact_id
    )
    lines.append(f"  used at: {', '.join(used)}" if used else "  not used in the text")
    return lines
