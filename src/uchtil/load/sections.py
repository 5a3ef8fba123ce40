"""``content/sections/NN-slug/{language}.md``: each section in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from uchtil.language.uz.writing import Writing
from uchtil.load.cyrillic import CYRILLIC, LATIN, Turning
from uchtil.load.files import read_text
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Section
from uchtil.problems import Location, Problems, did_you_mean

FOLDER = "content/sections"

_NAME = re.compile(r"(?P<number>\d{2})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """The sections that ``review.yaml`` lists, and the place of the list."""

    slugs: tuple[str, ...]
    languages: tuple[str, ...]
    where: Location
    turning: Turning = field(default_factory=lambda: Turning(Writing()))
    """Turns texts that are written in Cyrillic Uzbek."""


def read_sections(root: Path, wanted: Wanted, problems: Problems) -> dict[tuple[str, str], Section]:
    """Return the sections by slug and language, in the order of the review.

    ``uz-cyrl.md`` may stand in place of ``uz.md``, and is read as its Latin.
    Problems: ``missing-section``, ``missing-section-language``, ``section-not-listed``,
    ``section-folder``, ``section-heading``, ``both-scripts``, ``section-order`` (a warning)
    and what ``read_text`` tells.
    """
    folders = _folders(root, problems)
    _tell_unlisted(folders, wanted, problems)
    found: dict[tuple[str, str], Section] = {}
    before = ""
    for slug in wanted.slugs:
        folder = folders.get(slug)
        if folder is None:
            problems.error(
                "missing-section",
                f"the section `{slug}` has no folder in {FOLDER}",
                wanted.where,
                did_you_mean(slug, folders.keys() - set(wanted.slugs))
                or f"make {FOLDER}/NN-{slug}, with a number for NN",
            )
            continue
        if folder < before:
            problems.warning(
                "section-order",
                f"`{slug}` comes after {before} in the review, but {folder} before it by number",
                wanted.where,
                "number the folders in the order of the review",
            )
        before = max(before, folder)
        for language in wanted.languages:
            section = _section(root, folder, slug, language, problems)
            if section is not None:
                found[slug, language] = _in_latin(section, wanted.turning)
        _tell_other_files(root / FOLDER / folder, folder, wanted.languages, problems)
    return found


def _folders(root: Path, problems: Problems) -> dict[str, str]:
    """Return the folders of sections by slug."""
    found: dict[str, str] = {}
    base = root / FOLDER
    if not base.is_dir():
        return found
    for path in sorted(base.iterdir()):
        if not path.is_dir() or path.name.startswith("."):
            continue
        where = Location(file=f"{FOLDER}/{path.name}")
        match = _NAME.fullmatch(path.name)
        if match is None:
            problems.error(
                "section-folder",
                f"`{path.name}` cannot be the folder of a section",
                where,
                "name it with two digits, a hyphen and an id, as `03-border`",
            )
        elif match["slug"] in found:
            problems.error(
                "section-folder",
                f"the section `{match['slug']}` has two folders, also {found[match['slug']]}",
                where,
                "keep one of them",
            )
        else:
            found[match["slug"]] = path.name
    return found


def _tell_unlisted(folders: dict[str, str], wanted: Wanted, problems: Problems) -> None:
    for slug, folder in folders.items():
        if slug not in wanted.slugs:
            problems.error(
                "section-not-listed",
                f"the section `{slug}` is not in `sections` of content/review.yaml",
                Location(file=f"{FOLDER}/{folder}"),
                did_you_mean(slug, set(wanted.slugs) - folders.keys())
                or "add it there, or delete the folder",
            )


def _section(
    root: Path, folder: str, slug: str, language: str, problems: Problems
) -> Section | None:
    file = f"{FOLDER}/{folder}/{language}.md"
    turned = f"{FOLDER}/{folder}/{CYRILLIC}.md" if language == LATIN else ""
    if turned and (root / turned).exists():
        if (root / file).exists():
            problems.error(
                "both-scripts",
                f"the section `{slug}` is given in `{LATIN}` and in `{CYRILLIC}`",
                Location(file=turned),
                "keep the one that you write in: the other is made from it",
            )
        else:
            file = turned
    if not (root / file).exists():
        problems.error(
            "missing-section-language",
            f"the section `{slug}` has no {LANGUAGE_NAMES.get(language, language)} text",
            Location(file=file),
            f"write it, or take `{language}` out of `languages` in content/review.yaml",
        )
        return None
    text = read_text(root, file, problems)
    if text is None:
        return None
    if not re.match(r"# \S", text):
        problems.error(
            "section-heading",
            "the section does not begin with its heading",
            Location(file=file, line=1),
            "write `# ` and the heading on the first line",
        )
    return Section(
        slug=slug,
        language=language,
        text=text,
        where=Location(file=file, line=1),
        turned=file == turned,
    )


def _in_latin(section: Section, turning: Turning) -> Section:
    """Return a section as Latin, if it was written in Cyrillic Uzbek."""
    if not section.turned:
        return section
    text = turning.latin(section.text, section.where.file, section.where.line)
    return replace(section, text=text)


def _tell_other_files(
    path: Path, folder: str, languages: tuple[str, ...], problems: Problems
) -> None:
    for other in sorted(path.glob("*.md")):
        if other.stem not in languages and not (other.stem == CYRILLIC and LATIN in languages):
            problems.warning(
                "unlisted-language",
                f"`{other.name}` is not in a language of the review and is not read",
                Location(file=f"{FOLDER}/{folder}/{other.name}"),
                f"its languages are {', '.join(languages)}",
            )
