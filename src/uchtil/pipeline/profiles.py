"""The profiles of journals: which there are, and what is wrong with them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from uchtil.formats.csl import Style, journal_style_names, load_style
from uchtil.journals.usual import with_usual_lists
from uchtil.language.romanisation import SYSTEMS, covers
from uchtil.load.profiles import chosen_names, load_profile, profile_paths
from uchtil.model.profiles import Profile
from uchtil.pipeline import places
from uchtil.problems import Problem, Problems, did_you_mean


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
