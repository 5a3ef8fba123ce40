"""Where a project's files are, and which of them a build depends on.

Standard library only: this is part of the answer to "is there anything to do?".
"""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[1]
"""The folder of the program itself; its files are inputs of every step."""

INPUT_FOLDERS = ("content", "bibliography", "releases")
"""The folders of a project that a build reads, beside its templates."""
_PROFILES = "journals"
"""The folder of templates that no build reads, but only `submit`."""


def shipped_templates() -> Path:
    """Return the templates that came with the program.

    They lie beside ``src`` in a checkout and inside the package once it is installed.
    """
    inside = PROGRAM / "_templates"
    return inside if inside.is_dir() else PROGRAM.parents[1] / "templates"


def dictionaries() -> Path:
    """Return the folder of the dictionaries, which lies where the shipped templates lie."""
    inside = PROGRAM / "_dictionaries"
    return inside if inside.is_dir() else PROGRAM.parents[1] / "dictionaries"


def docs() -> Path:
    """Return the folder of the documents, which lies where the shipped templates lie."""
    inside = PROGRAM / "_docs"
    return inside if inside.is_dir() else PROGRAM.parents[1] / "docs"


def templates_of(root: Path) -> Path:
    """Return the project's own templates, or the shipped ones where it has none.

    Profiles of journals by themselves are no templates: they are added to the shipped ones.
    """
    own = root / "templates"
    only_profiles = own.is_dir() and [each.name for each in own.iterdir()] == [_PROFILES]
    return own if own.is_dir() and not only_profiles else shipped_templates()


def input_files(root: Path, texts: Path | None = None) -> dict[str, Path]:
    """Return every file that the build of this project may read, by a stable name.

    ``texts`` is the folder of the sources' full texts, where it is at hand.
    """
    found: dict[str, Path] = {}
    for folder in INPUT_FOLDERS:
        found.update(_files(root / folder, folder))
    templates = _files(templates_of(root), "templates")
    found.update(
        (name, path)
        for name, path in templates.items()
        if not name.startswith(f"templates/{_PROFILES}/")
    )
    found.update(_files(PROGRAM, "program"))
    if texts is not None:
        found.update(_files(texts, "texts"))
    return found


def strays(root: Path) -> list[str]:
    """Return the links in the project's own folders that lead out of the project.

    They are not followed: a review from a stranger must not print a file of its reader's.
    """
    inside = root.resolve()
    found = []
    for name in (*INPUT_FOLDERS, "templates"):
        for folder, folders, files in os.walk(root / name):
            paths = [Path(folder), *(Path(folder, each) for each in (*folders, *files))]
            found += [
                path.relative_to(root).as_posix()
                for path in paths
                if path.is_symlink() and not _end_of(path).is_relative_to(inside)
            ]
    return sorted(set(found))


def _end_of(link: Path) -> Path:
    """Return where a link leads to; one that leads to itself is no file, and leads nowhere."""
    return Path(os.path.realpath(link))


def _files(folder: Path, shown_as: str) -> dict[str, Path]:
    paths = sorted(folder.rglob("*"))
    return {
        f"{shown_as}/{path.relative_to(folder).as_posix()}": path
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
