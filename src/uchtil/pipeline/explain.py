"""Why each step of a build would run; and what stands behind one fact."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from uchtil.checks.comparison import check_readings
from uchtil.checks.evidence import LOCK, read_lock
from uchtil.checks.passages import Context, SearchedText
from uchtil.facts import Compared
from uchtil.model import Fact
from uchtil.pipeline import fingerprints, manifest, places
from uchtil.pipeline.build import Request, make_plan
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import prepare
from uchtil.pipeline.steps import World, why_stale
from uchtil.problems import Location, Problems, did_you_mean
from uchtil.render import Use, UseKind


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
    drawings = draw_figures(prepared, places.templates_of(root))
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """A fact, where the review uses it, and its passages among the words around them.

    ``contexts`` are by source and anchor, of those texts that are at hand; ``seen`` are
    the days on which the others were looked up last.
    """

    fact: Fact
    uses: tuple[Use, ...] = ()
    contexts: Mapping[tuple[str, str], Context] = field(default_factory=dict)
    seen: Mapping[tuple[str, str], datetime.date] = field(default_factory=dict)
    findings: tuple[Compared, ...] = ()
    """What comparing it with itself and with other facts brought to light."""


def explain_fact(
    root: Path, fact_id: str, problems: Problems, texts: Path | None = None
) -> Story | None:
    """Return what stands behind a fact; nothing where there is none.

    ``texts`` is the folder of the sources' texts, if it is at hand.
    """
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
    used = {
        use.where: use
        for use in prepared.article.uses
        if use.kind is UseKind.FACT and use.id == fact_id
    }
    contexts = {}
    for evidence in fact.evidence:
        text = _text_of(prepared.project.sources[evidence.source].text, texts)
        if text is not None and (context := text.context(evidence.anchor)) is not None:
            contexts[evidence.source, evidence.anchor] = context
    seen = {
        (each.source, each.anchor): each.seen
        for each in read_lock(root / LOCK, problems)
        if (each.kind, each.id) == ("fact", fact_id)
    }
    return Story(
        fact=fact,
        uses=tuple(used.values()),
        contexts=contexts,
        seen=seen,
        findings=check_readings(
            prepared.project, prepared.article.uses, Problems(), prepared.broken
        ).about(fact_id),
    )


def _text_of(file_name: str, texts: Path | None) -> SearchedText | None:
    """Return a source's text; nothing where it is not at hand, which `check` tells."""
    try:
        data = (texts / file_name).read_bytes() if texts is not None else None
        return None if data is None else SearchedText(data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
