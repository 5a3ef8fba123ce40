"""A new profile of a journal: written to be filled in, from its page of rules if there is one."""

from __future__ import annotations

import datetime
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from uchtil.formats.csl import journal_style_names, load_style
from uchtil.intake.texts import read_source
from uchtil.journals.guidelines.filling import fill
from uchtil.journals.guidelines.marking import marked_page
from uchtil.journals.guidelines.reading import Guidelines, read_guidelines
from uchtil.journals.skeleton import skeleton
from uchtil.load.profiles import FOLDER, profile_paths
from uchtil.load.shapes import SLUG
from uchtil.pipeline import manifest, places
from uchtil.pipeline.refusals import refuse_foreign, tell_busy
from uchtil.pipeline.staging import PACKAGES, OutputBusy, staging
from uchtil.problems import Location, Problems, ProblemsFound


@dataclass(frozen=True, kw_only=True, slots=True)
class NewProfile:
    """A profile that was written to be filled in, and what a page of rules told of it.

    ``marked`` is that page with what was read marked in it.
    """

    path: Path
    page: Guidelines | None = None
    marked: Path | None = None


def new_profile(
    root: Path, name: str, problems: Problems, *, output: Path, rules: Path | None = None
) -> NewProfile | None:
    """Write a profile to be filled in; one that there is stays as it is.

    With ``rules``, a journal's own page of rules, what could be recognised is filled in, and the
    page with its marks is put into ``output``.
    """
    templates = places.templates_of(root)
    where = Location(file=f"templates/{FOLDER}/{name}.yaml")
    if not SLUG.fullmatch(name):
        problems.error(
            "wrong-id",
            f"`{name}` cannot be the name of a profile",
            Location(file=f"templates/{FOLDER}"),
            "write lower-case Latin letters, digits and hyphens, as in `my-journal`",
        )
        return None
    if name in profile_paths(root, templates):
        problems.error(
            "journal-exists",
            f"there is a profile of a journal `{name}` already",
            where,
            "choose another name, or change that file",
        )
        return None
    if rules is not None and refuse_foreign(output, problems):
        return None
    page = None if rules is None else read_rules(rules, problems)
    if rules is not None and page is None:
        return None
    # The program's own, since a project's templates may be older than the fields there are.
    shipped = places.shipped_templates()
    sections = _sections(root)
    text = skeleton(name, _styles(templates), shipped, datetime.date.today(), sections)
    if page is not None:
        text = fill(text, page, sections)
    marked = None
    if page is not None and rules is not None:
        try:
            marked = _write_marked(name, page, rules, output)
        except OutputBusy:
            tell_busy(output, problems)
            return None
    path = root / "templates" / FOLDER / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return NewProfile(path=path, page=page, marked=marked)


def _write_marked(name: str, page: Guidelines, rules: Path, output: Path) -> Path:
    """Write the page of rules with its marks where the packages for journals lie.

    Raises ``OutputBusy`` while a build writes to the same output, which would lose it.
    """
    html = marked_page(page, places.shipped_templates(), journal=name, file=rules.name)
    path = output / PACKAGES / f"{name}-rules.html"
    with staging(output) as staged:
        unfinished = staged / path.name
        unfinished.write_text(html, encoding="utf-8", newline="\n")
        (output / manifest.FOLDER).mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(exist_ok=True)
        unfinished.replace(path)
    return path


def read_rules(path: Path, problems: Problems) -> Guidelines | None:
    """Return what a journal's page of rules tells, or tell why it cannot be read."""
    source = read_source(path, problems)
    if source is None:
        return None
    told = source.metadata
    return read_guidelines(
        source.paragraphs,
        source.languages,
        told_of_file=told,
        language=(told.get("lang") or source.language).partition("-")[0],
    )


def _sections(root: Path) -> list[str]:
    """Return the names of a review's sections, whether or not the review is in order."""
    folders = sorted(each.name for each in (root / "content" / "sections").glob("*/"))
    return [each.partition("-")[2] for each in folders if each[:2].isdigit()]


def _styles(templates: Path) -> dict[str, str]:
    """Return the styles that there are with how they cite; broken ones are told where used."""
    kinds: dict[str, str] = {}
    for name in journal_style_names(templates):
        with suppress(ProblemsFound):
            kinds[name] = load_style(templates, name, journals=True).kind
    return kinds
