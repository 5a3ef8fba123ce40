"""The profiles of journals: which there are, and what is wrong with them."""

from __future__ import annotations

import datetime
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from uchtil.formats.csl import Style, journal_style_names, load_style
from uchtil.intake.texts import read_source
from uchtil.journals.guidelines.filling import fill
from uchtil.journals.guidelines.reading import Guidelines, read_guidelines
from uchtil.journals.skeleton import skeleton
from uchtil.journals.usual import with_usual_lists
from uchtil.language.romanisation import SYSTEMS, covers
from uchtil.load.profiles import FOLDER, chosen_names, load_profile, profile_paths
from uchtil.load.shapes import SLUG
from uchtil.model.profiles import Profile
from uchtil.pipeline import places
from uchtil.problems import Location, Problem, Problems, ProblemsFound, did_you_mean


def known_journals(root: Path) -> list[dict[str, str]]:
    """Return the journals that there are profiles of: id, name, and where their rules stand."""
    templates = places.templates_of(root)
    found = []
    for name in profile_paths(root, templates):
        profile = load_profile(root, templates, name, Problems())
        if profile is not None:
            here = profile.languages[0]
            found.append(
                {"id": name, "name": profile.journal.name_in(here), "rules": profile.rules.url}
            )
    return found


def with_lists(profile: Profile, templates: Path) -> Profile:
    """Return a profile, whose styles there are, with the lists that it means."""

    @cache
    def style_of(style: str) -> Style:
        return load_style(templates, style, profile.place("citations"), journals=True)

    return with_usual_lists(profile, style_of)


def check_profile(root: Path, name: str, problems: Problems) -> Profile | None:
    """Return a profile, or tell everything that is wrong with it; no review is needed for that."""
    templates = places.templates_of(root)
    profile = load_profile(root, templates, name, problems)
    unknown = unknown_names(root, templates, name)
    problems.extend(unknown)
    return None if unknown else profile


def check_profiles(root: Path, problems: Problems) -> int:
    """Check the profiles that lie in the project, and return how many there are."""
    paths = profile_paths(root, places.templates_of(root))
    own = [name for name, path in paths.items() if path.is_relative_to(root / "templates")]
    for name in own:
        check_profile(root, name, problems)
    return len(own)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewProfile:
    """A profile that was written to be filled in, and what a page of rules told of it."""

    path: Path
    page: Guidelines | None = None


def new_profile(
    root: Path, name: str, problems: Problems, rules: Path | None = None
) -> NewProfile | None:
    """Write a profile to be filled in; one that there is stays as it is.

    With ``rules``, a journal's own page of rules, what could be recognised is filled in.
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
    page = None if rules is None else read_rules(rules, problems)
    if rules is not None and page is None:
        return None
    # The program's own, since a project's templates may be older than the fields there are.
    shipped = places.shipped_templates()
    sections = _sections(root)
    text = skeleton(name, _styles(templates), shipped, datetime.date.today(), sections)
    if page is not None:
        text = fill(text, page, sections)
    path = root / "templates" / FOLDER / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return NewProfile(path=path, page=page)


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


def unknown_names(root: Path, templates: Path, name: str) -> list[Problem]:
    """Return an error for each style and each system that a profile names and there is not.

    It is told whatever else is wrong with the profile.
    """
    problems = Problems()
    styles = journal_style_names(templates)
    for each in chosen_names(root, templates, name):
        if each.language:
            fitting = [system for system in SYSTEMS if _covers(system, each.language)]
            if each.name not in fitting:
                problems.error(
                    "unknown-system",
                    f"there is no system `{each.name}` to put `{each.language}` into Latin script",
                    each.where,
                    _among(each.name, fitting),
                )
        elif each.name not in styles:
            problems.error(
                "unknown-style",
                f"unknown citation style `{each.name}`",
                each.where,
                _among(each.name, styles),
            )
    return list(problems)


def _among(word: str, known: list[str] | tuple[str, ...]) -> str:
    """Say which there are, and which of them is meant."""
    return " ".join(filter(None, (did_you_mean(word, known), f"there are {', '.join(known)}")))


def _covers(system: str, code: str) -> bool:
    known = ("ru-RU", "kk-KZ", "uz-Cyrl-UZ")
    tag = next((each for each in known if each.lower().startswith(code)), code)
    return covers(system, tag)
