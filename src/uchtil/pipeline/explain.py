"""Why each step of a build would run; and what stands behind one fact."""

from __future__ import annotations

from pathlib import Path

from uchtil.model import Fact
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
    problems: Problems,
    *,
    editions: tuple[str, ...],
    formats: tuple[str, ...],
    style: str | None,
) -> dict[str, list[str]]:
    """Return why each output would be made again: no reasons where it is up to date."""
    files = fingerprints.of_files(places.input_files(root))
    prepared = prepare(root, problems)
    if prepared is None or problems.errors:
        return {}
    world = World(
        files=files, tools=fingerprints.of_tools(), style=style or prepared.project.review.style
    )
    drawings = draw_figures(prepared.project, places.templates_of(root))
    last = manifest.read_manifest(output) or manifest.Manifest()
    request = Request(root=root, output=output, editions=editions, formats=formats, style=style)
    plan = make_plan(request, prepared, {k: d.svg for k, d in drawings.items()}, world, last=last)
    steps = {}
    for name, now in plan.inputs.items():
        reasons = why_stale(now, last.steps.get(name))
        if not reasons and name in plan.stale:
            reasons = ["the file is gone or was changed by hand"]
        steps[name] = reasons
    return steps


def explain_fact(
    root: Path, fact_id: str, problems: Problems
) -> tuple[Fact, tuple[Location, ...]] | None:
    """Return a fact and the places where it is used; nothing where there is none."""
    prepared = prepare(root, problems)
    if prepared is None or problems.errors:
        return None
    fact = prepared.project.facts.get(fact_id)
    if fact is None:
        problems.error(
            "unknown-fact",
            f"there is no fact `{fact_id}`",
            Location(file="content/facts"),
            did_you_mean(fact_id, prepared.project.facts),
        )
        return None
    used = dict.fromkeys(
        use.where for use in prepared.article.uses if use.kind is UseKind.FACT and use.id == fact_id
    )
    return fact, tuple(used)
