"""A whole build: what is stale is made beside the output, read back, and swapped in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.language import TRANSLITERATED
from uchtil.pipeline import fingerprints, manifest, places
from uchtil.pipeline.ahead import Ahead
from uchtil.pipeline.editions import FORMATS, Edition, editions_of, wanted_outputs
from uchtil.pipeline.freshness import Inputs
from uchtil.pipeline.job import Conversion, begin, go_on
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.pipeline.refusals import refuse_foreign, tell_busy
from uchtil.pipeline.staging import OutputBusy, staging
from uchtil.pipeline.steps import World, look_of_sheets, output_inputs, reader_of_pages
from uchtil.pipeline.task import TaskFailed
from uchtil.pipeline.texts import take_over
from uchtil.problems import Location, Problem, Problems, ProblemsFound
from uchtil.progress import Progress

if TYPE_CHECKING:
    from uchtil.checks.readback import FileReading
    from uchtil.pipeline.check import Examined


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is asked for; no editions or formats means all of them."""

    root: Path
    output: Path
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    style: str | None = None
    jobs: int = 1
    texts: Path | None = None
    inputs: Inputs | None = None
    """What can be read, where it was looked at already."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What there is to do: inputs of every wanted output, and which of them are stale."""

    editions: tuple[Edition, ...]
    inputs: Mapping[str, dict[str, str]]
    stale: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ready:
    """All that is known before the first file is made."""

    request: Request
    prepared: Prepared
    world: World


def build(
    request: Request, problems: Problems, progress: Progress, ahead: Ahead
) -> list[str] | None:
    """Make what is stale; return the names of the files made, or nothing on errors.

    ``ahead`` are the programs that have readied themselves.  On errors the last good
    output is left as it was; ``problems`` tells what is wrong.
    """
    if refuse_foreign(request.output, problems):
        return None
    # Fingerprints first: what is edited while the build runs is then stale the next time.
    files = (request.inputs or Inputs(request.root, request.texts)).files
    prepared = prepare(request.root, problems)
    if prepared is None:
        return None
    if problems.stopping:  # nothing can be made: the other checks tell the rest
        from uchtil.pipeline.check import examine

        examine(prepared, request.root, request.texts, problems)
        return None
    if _unknown_editions(request.editions, prepared, problems):
        return None
    style = request.style or prepared.project.review.style
    ready = Ready(
        request=request,
        prepared=prepared,
        world=World(files=files, tools=fingerprints.of_tools(), style=style),
    )
    try:
        with staging(request.output) as folder:
            try:
                return _make(ready, folder, ahead, problems, progress)
            finally:
                ahead.stop()  # else it might write into the folder that is being removed
    except TaskFailed as failed:
        problems.error(
            "internal",
            f"the program itself failed: {str(failed).strip().splitlines()[-1]}",
            Location(file=str(request.output)),
            "this is a fault of the program: please report it with what you did",
        )
    except OutputBusy:
        tell_busy(request.output, problems)
    return None


def _unknown_editions(asked: Sequence[str], prepared: Prepared, problems: Problems) -> bool:
    """Tell of editions that are asked for, and that the review does not have."""
    known = [edition.id for edition in editions_of(prepared.project.review)]
    unknown = [each for each in asked if each not in known]
    for each in unknown:
        field = "transliterated" if each in TRANSLITERATED else "languages"
        problems.error(
            "unknown-edition",
            f"the review has no edition `{each}`",
            prepared.project.review.place(field),
            f"it has {', '.join(known)}; see `{field}` in content/review.yaml",
        )
    return bool(unknown)


def _make(
    ready: Ready, folder: Path, ahead: Ahead, problems: Problems, progress: Progress
) -> list[str] | None:
    """Make the stale files in a folder of their own, and swap it in if all is well."""
    request = ready.request
    templates = places.templates_of(request.root)
    texts = take_over(ready.prepared, ready.world, folder, request.output)
    wanted = _texts_wanted(request, ready.prepared)
    try:
        running = begin(
            ready.prepared,
            {code: text for code, text in texts.items() if code in wanted},
            style=ready.world.style,
            templates=templates,
            folder=folder,
            pandoc=ahead.pandoc,
        )
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None
    # All that follows is done, and what it needs imported, while pandoc reads and cites the texts.
    from uchtil.pipeline.drawings import draw_figures

    drawings = draw_figures(ready.prepared, templates)
    last = manifest.read_manifest(request.output) or manifest.Manifest()
    drawn = {key: drawing.svg for key, drawing in drawings.items()}
    plan = make_plan(request, ready.prepared, drawn, ready.world, last=last)
    progress.plan(len(plan.stale) + 2)
    work = Conversion(
        prepared=ready.prepared,
        editions=plan.editions,
        stale=plan.stale,
        fresh=frozenset(plan.inputs) - frozenset(plan.stale),
        drawings=drawings,
        templates=templates,
        style=ready.world.style,
        jobs=request.jobs,
        folder=folder,
        last_output=request.output,
        look=look_of_sheets(ready.world),
        reader=reader_of_pages(ready.world),
        texts=texts,
    )
    made: dict[str, FileReading] = {}
    examined: Examined | None = None
    if not work.stale:
        ahead.pandoc.stop()
        _drop_unfinished(work)
        examined, told = _checks(ready)
        problems.extend(told)
    else:
        go_on(work, running)
        from uchtil.pipeline.convert import convert

        _import_the_rest()
        checks = partial(_checks, ready)
        made, examined = convert(
            work, running, press=ahead.press, checks=checks, problems=problems, progress=progress
        )
    if problems.stopping or examined is None:
        return None
    from uchtil.pipeline.completion import Finished, complete

    finished = Finished(plan=plan, made=made, examined=examined, last=last)
    return complete(ready, finished, folder, problems, progress)


def _import_the_rest() -> None:
    """Import what checks and completes: what is forked from here has it then, and nobody waits."""
    import uchtil.pipeline.check
    import uchtil.pipeline.completion  # noqa: F401


def _texts_wanted(request: Request, prepared: Prepared) -> frozenset[str]:
    """Return the languages of all editions that are asked for."""
    editions = editions_of(prepared.project.review)
    wanted = wanted_outputs(editions, request.editions, request.formats)
    return frozenset(
        code
        for edition in editions
        if any(edition.file(name) in wanted for name in FORMATS)
        for code in edition.parts
    )


def _drop_unfinished(work: Conversion) -> None:
    """Take away what pandoc had begun though nothing is to be made of it."""
    shutil.rmtree(work.scratch)
    for text in work.texts.values():
        if not text.kept:
            for path in text.path.parent.glob(f"{text.path.stem}.*"):
                path.unlink()


def _checks(ready: Ready) -> tuple[Examined, list[Problem]]:
    """Make the checks that no file waits for; return what they found and told."""
    from uchtil.pipeline.check import examine
    from uchtil.pipeline.soundness import read_sound

    told = Problems()
    request = ready.request
    known = read_sound(request.output, ready.world)
    found = examine(ready.prepared, request.root, request.texts, told, known)
    return found, list(told)


def make_plan(
    request: Request,
    prepared: Prepared,
    drawings: Mapping[tuple[str, str], str],
    world: World,
    *,
    last: manifest.Manifest,
) -> Plan:
    """Decide which of the wanted outputs are stale, the longest first."""
    editions = editions_of(prepared.project.review)
    wanted = wanted_outputs(editions, request.editions, request.formats)
    inputs = {
        edition.file(name): output_inputs(edition, name, prepared, drawings, world)
        for edition in editions
        for name in FORMATS
        if edition.file(name) in wanted
    }
    stale = tuple(
        name
        for name, now in inputs.items()
        if last.steps.get(name) != now or not manifest.intact(request.output, last, name)
    )
    return Plan(editions=editions, inputs=inputs, stale=stale)
