"""Why each step of a build would run; and what stands behind one fact or remark."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from uchtil.checks.comparison import check_readings
from uchtil.checks.evidence import FullText, read_text
from uchtil.checks.passages import Context
from uchtil.checks.sightings import LOCK, read_lock
from uchtil.facts import Compared
from uchtil.model import Evidence, Fact, Passage, Project, Remark, Source
from uchtil.model.records import is_broken
from uchtil.pipeline import fingerprints, manifest, places
from uchtil.pipeline.build import Request, make_plan
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import prepare
from uchtil.pipeline.steps import World, why_stale
from uchtil.problems import CHECKS, Location, Problems, did_you_mean
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


class Sight(str, Enum):
    """How a passage can be shown."""

    IN_TEXT = "in-text"
    NOT_IN_TEXT = "not-in-text"
    """The text is at hand and has no such words."""
    NO_TEXT = "no-text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A passage: among the words around it where its text is at hand, else as it was seen.

    ``seen`` is the day since which the lock knows it.  ``other_text`` tells that the text at
    hand, or that of the lock, is not the registered one.
    """

    passage: Evidence | Passage
    sight: Sight
    context: Context | None = None
    seen: datetime.date | None = None
    other_text: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """A fact or a remark with its passages, and where the review uses it.

    ``errors`` counts what is wrong with the review: then something may be wanting here.
    """

    told: Fact | Remark
    passages: tuple[Shown, ...]
    uses: tuple[Use, ...] = ()
    findings: tuple[Compared, ...] = ()
    """What comparing a fact with itself and with other facts brought to light."""
    remarks: tuple[Remark, ...] = ()
    """The remarks that concern a fact."""
    errors: int = 0


def explain_thing(
    root: Path, wanted: str, problems: Problems, texts: Path | None = None
) -> Story | None:
    """Return what stands behind a fact or a remark; nothing where there is none.

    ``wanted`` is its id; a remark that is called as a fact is has ``remark:`` before it.
    ``texts`` is the folder of the sources' texts, if it is at hand.  What is wrong with the
    rest of the review is only counted; ``problems`` tells why nothing can be shown.
    """
    found = Problems()
    prepared = prepare(root, found)
    if prepared is None:
        problems.extend(found)
        return None
    project = prepared.project
    only_remark = wanted.startswith(_REMARK)
    name = wanted.removeprefix(_REMARK)
    told = None if only_remark else project.facts.get(name)
    thing = told or project.remarks.get(name)
    if thing is None:
        if any(is_broken(prepared.broken, kind, name) for kind in ("facts", "remarks")):
            problems.extend(found.errors)
        if not problems.errors:
            _tell_unknown(name, project, problems)
        return None
    kind = UseKind.FACT if isinstance(thing, Fact) else UseKind.REMARK
    uses = {
        use.where: use for use in prepared.article.uses if use.kind is kind and use.id == thing.id
    }
    findings = check_readings(project, prepared.article.uses, found, prepared.broken)
    about = [each for each in project.remarks.values() if thing.id in each.facts]
    return Story(
        told=thing,
        passages=tuple(_show(thing, project, root, texts)),
        uses=tuple(uses.values()),
        findings=findings.about(thing.id) if isinstance(thing, Fact) else (),
        remarks=tuple(about) if isinstance(thing, Fact) else (),
        errors=len(found.errors),
    )


_REMARK = "remark:"


def _tell_unknown(name: str, project: Project, problems: Problems) -> None:
    problems.error(
        "unknown-fact",
        f"there is no fact, remark or check `{name}`",
        Location(file="content"),
        did_you_mean(name, [*project.facts, *project.remarks, *CHECKS]),
    )


def _show(
    thing: Fact | Remark, project: Project, root: Path, texts: Path | None
) -> Iterator[Shown]:
    """Yield the passages of a fact or a remark as they can be shown."""
    kind = "fact" if isinstance(thing, Fact) else "remark"
    known = {
        (each.source, each.anchor): each
        for each in read_lock(root / LOCK, Problems())
        if (each.kind, each.id) == (kind, thing.id)
    }
    read: dict[str, FullText | None] = {}
    for passage in thing.evidence if isinstance(thing, Fact) else thing.passages:
        source = project.sources.get(passage.source)
        if source is None:  # told by `check`
            yield Shown(passage=passage, sight=Sight.NO_TEXT)
            continue
        if source.key not in read:
            read[source.key] = _text_of(source, texts)
        text = read[source.key]
        old = known.get((passage.source, passage.anchor))
        seen = None if old is None else old.seen
        if text is None:
            other = old is not None and old.fingerprint != source.fingerprint
            yield Shown(passage=passage, sight=Sight.NO_TEXT, seen=seen, other_text=other)
            continue
        context = text.searched.context(passage.anchor, paragraph=passage.paragraph)
        yield Shown(
            passage=passage,
            sight=Sight.NOT_IN_TEXT if context is None else Sight.IN_TEXT,
            context=context,
            seen=seen,
            other_text=text.fingerprint != source.fingerprint,
        )


def _text_of(source: Source, texts: Path | None) -> FullText | None:
    """Return a source's text; nothing where it is not at hand, which `check` tells."""
    try:
        return None if texts is None else read_text(source, texts)
    except (OSError, UnicodeDecodeError):
        return None
