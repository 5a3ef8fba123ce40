"""A whole build: what is stale is made beside the output, read back, and swapped in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.checks.readback import FileReading, compare_editions
from uchtil.language import TRANSLITERATED
from uchtil.pipeline import fingerprints, manifest, places
from uchtil.pipeline.ahead import Ahead
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.editions import FORMATS, Edition, editions_of, wanted_outputs
from uchtil.pipeline.job import Conversion, begin, go_on
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.pipeline.publish import write_index, write_report
from uchtil.pipeline.refusals import refuse_foreign, tell_busy
from uchtil.pipeline.staging import OutputBusy, keep, keep_packages, staging, swap_in
from uchtil.pipeline.steps import World, look_of_sheets, output_inputs, reader_of_pages
from uchtil.pipeline.task import TaskFailed
from uchtil.pipeline.texts import take_over
from uchtil.problems import Location, Problem, Problems, ProblemsFound
from uchtil.progress import Progress

if TYPE_CHECKING:
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
    files = fingerprints.of_files(places.input_files(request.root, request.texts))
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
    # All that follows is done while pandoc reads and cites the texts.
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
        # Imported while pandoc works: it brings the libraries that finish and read files.
        from uchtil.pipeline.convert import convert

        checks = partial(_checks, ready)
        made, examined = convert(
            work, running, press=ahead.press, checks=checks, problems=problems, progress=progress
        )
    if problems.stopping or examined is None:
        return None
    kept = _keep(request.output, folder, plan, made, last)
    readings = {name: _reading(last.readback[name]) for name in kept if name in plan.inputs}
    readings.update(made)
    for format_name in FORMATS:
        compare_editions(
            {name: readings[name] for name in readings if name.endswith(format_name)}, problems
        )
    if problems.stopping:
        return None
    progress.done("read back")
    present = [name for name in map_files(plan.editions) if name in made or name in kept]
    _publish(
        ready, examined, folder, plan, present, readings=readings, last=last, problems=problems
    )
    keep_packages(request.output, folder)
    swap_in(folder, request.output)
    progress.done("index and report")
    return [*sorted(made), *_TOP]


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
    """Make the checks that no file waits for; return what they found and told.

    They are imported in the process that makes them, and yield to what is printed.
    """
    from uchtil.pipeline.check import examine

    told = Problems()
    found = examine(ready.prepared, ready.request.root, ready.request.texts, told)
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


_TOP = ("index.html", "report.html", "report.json")
"""The files that every build writes: they lead to the others and tell of them."""


def _keep(
    output: Path,
    folder: Path,
    plan: Plan,
    made: Mapping[str, FileReading],
    last: manifest.Manifest,
) -> list[str]:
    """Take over what was not made again; return its names."""
    kept = [
        name
        for name in map_files(plan.editions)
        if name not in made and manifest.intact(output, last, name)
    ]
    for name in kept:
        keep(output / name, folder / name)
    _keep_parts(output, folder, kept)
    return kept


def _publish(
    ready: Ready,
    examined: Examined,
    folder: Path,
    plan: Plan,
    present: Sequence[str],
    *,
    readings: Mapping[str, FileReading],
    last: manifest.Manifest,
    problems: Problems,
) -> None:
    """Write the index, the report and the manifest."""
    prepared, world = ready.prepared, ready.world
    templates = places.templates_of(ready.request.root)
    write_index(folder, prepared, plan.editions, present, templates)
    write_report(
        folder,
        prepared,
        examined=examined,
        style=world.style,
        present=present,
        readings=readings,
        problems=problems,
        root=ready.request.root,
        texts=ready.request.texts,
    )
    fresh = frozenset(plan.inputs)
    steps = {name: last.steps[name] for name in present if name in last.steps}
    steps.update({name: plan.inputs[name] for name in fresh})
    manifest.write_manifest(
        folder,
        manifest.Manifest(
            style=world.style,
            own_style=prepared.project.review.style,
            whole=fresh >= frozenset(map_files(plan.editions)),
            clean=not problems.warnings,
            inputs=dict(world.files),
            tools=dict(world.tools),
            steps=steps,
            outputs={name: manifest.describe(folder / name) for name in [*present, *_TOP]},
            fresh=fresh | set(_TOP),
            editions=tuple(edition.id for edition in plan.editions),
            readback={
                name: readings[name] if name in readings else last.readback[name]
                for name in present
            },
        ),
    )


def _keep_parts(output: Path, folder: Path, kept: Sequence[str]) -> None:
    """Take over the sheets and pictures that kept files were made from."""
    parts: list[Path] = []
    for name in kept:
        edition = name.partition("/")[0]
        if name.endswith(".pdf"):
            listed = output / manifest.SHEETS / f"{edition}.txt"
            parts += [listed, *(listed.parent / each for each in listed.read_text().split())]
            parts += (output / manifest.PAGES).glob(f"{edition}.json")
        elif name.endswith(".docx"):
            parts += (output / manifest.PICTURES).glob("*.png")
    for part in dict.fromkeys(parts):
        target = folder / part.relative_to(output)
        if not target.exists():
            keep(part, target)


def map_files(editions: tuple[Edition, ...]) -> list[str]:
    """Return every file that the editions can have, in a settled order."""
    return [edition.file(name) for edition in editions for name in FORMATS]


def _reading(data: object) -> FileReading:
    """Return a reading as it was kept in the manifest."""
    from uchtil.checks.readback import Cited

    assert isinstance(data, list)
    citations, references, broken = data
    return FileReading(
        tuple(Cited(*each) for each in citations),
        tuple(Cited(*each) for each in references),
        tuple(broken),
    )
