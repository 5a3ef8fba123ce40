"""The end of a build, when all files are made: compared, told of, swapped in.

A module of its own, since nothing of it is wanted before: it is imported while pandoc works.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.checks.readback import Cited, FileReading, compare_editions
from uchtil.pipeline import manifest, places
from uchtil.pipeline.editions import FORMATS, Edition
from uchtil.pipeline.publish import write_index, write_report
from uchtil.pipeline.soundness import write_sound
from uchtil.pipeline.staging import keep, keep_packages, swap_in
from uchtil.problems import Problems
from uchtil.progress import Progress

if TYPE_CHECKING:
    from uchtil.pipeline.build import Plan, Ready
    from uchtil.pipeline.check import Examined


_TOP = ("index.html", "report.html", "report.json")
"""The files that every build writes: they lead to the others and tell of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """What was planned and made, what was read back of it, and what the checks found.

    ``last`` tells of the build before, from which the other files are taken.
    """

    plan: Plan
    made: Mapping[str, FileReading]
    examined: Examined
    last: manifest.Manifest


def complete(
    ready: Ready, finished: Finished, folder: Path, problems: Problems, progress: Progress
) -> list[str] | None:
    """Swap the new output in and return the names of its new files; nothing on errors."""
    output = ready.request.output
    plan, made, last = finished.plan, finished.made, finished.last
    kept = _keep(output, folder, plan, made, last)
    readings = {name: _reading(last.readback[name]) for name in kept if name in plan.inputs}
    readings.update(made)
    for format_name in FORMATS:
        compare_editions(
            {name: readings[name] for name in readings if name.endswith(format_name)}, problems
        )
    if problems.stopping:
        return None
    progress.done("read back")
    present = [name for name in _files(plan.editions) if name in made or name in kept]
    _publish(ready, finished, folder, present, readings=readings, problems=problems)
    keep_packages(output, folder)
    swap_in(folder, output)
    progress.done("index and report")
    return [*sorted(made), *_TOP]


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
        for name in _files(plan.editions)
        if name not in made and manifest.intact(output, last, name)
    ]
    for name in kept:
        keep(output / name, folder / name)
    _keep_parts(output, folder, kept)
    return kept


def _publish(
    ready: Ready,
    finished: Finished,
    folder: Path,
    present: Sequence[str],
    *,
    readings: Mapping[str, FileReading],
    problems: Problems,
) -> None:
    """Write the index, the report and the manifest."""
    prepared, world = ready.prepared, ready.world
    plan, last = finished.plan, finished.last
    templates = places.templates_of(ready.request.root)
    write_index(folder, prepared, plan.editions, present, templates)
    write_report(
        folder,
        prepared,
        examined=finished.examined,
        style=world.style,
        present=present,
        readings=readings,
        problems=problems,
        root=ready.request.root,
        texts=ready.request.texts,
    )
    if finished.examined.sound is not None:
        write_sound(folder, finished.examined.sound)
    fresh = frozenset(plan.inputs)
    steps = {name: last.steps[name] for name in present if name in last.steps}
    steps.update({name: plan.inputs[name] for name in fresh})
    manifest.write_manifest(
        folder,
        manifest.Manifest(
            style=world.style,
            own_style=prepared.project.review.style,
            whole=fresh >= frozenset(_files(plan.editions)),
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


def _files(editions: tuple[Edition, ...]) -> list[str]:
    """Return every file that the editions can have, in a settled order."""
    return [edition.file(name) for edition in editions for name in FORMATS]


def _reading(data: object) -> FileReading:
    """Return a reading as it was kept in the manifest."""
    assert isinstance(data, list)
    citations, references, broken = data
    return FileReading(
        tuple(Cited(*each) for each in citations),
        tuple(Cited(*each) for each in references),
        tuple(broken),
    )
