"""The folder ``releases``: one file for each version that was released, never edited."""

from __future__ import annotations

import re
from pathlib import Path

from uchtil.changes.said import Said, read_said, version_key
from uchtil.problems import Location, Problems, did_you_mean

FOLDER = "releases"

_NAME = re.compile(r"\d+(?:\.\d+){1,2}")
_LARGEST = 100_000_000
"""No release is so many bytes long: such a file is not read into memory."""


def versions(root: Path) -> list[str]:
    """Return the versions that were released, the oldest first."""
    found = [path.stem for path in (root / FOLDER).glob("*.json") if _NAME.fullmatch(path.stem)]
    return sorted(found, key=version_key)


def released(root: Path, version: str, problems: Problems) -> Said | None:
    """Return what a release said; nothing where it cannot be read (``broken-release``)."""
    file = f"{FOLDER}/{version}.json"
    try:
        path = root / file
        if path.stat().st_size > _LARGEST:
            raise ValueError("it is too large")
        said = read_said(path.read_bytes())
        if version_key(said.version) != version_key(version):
            raise ValueError(f"it says that it is {said.version}")
    except (ValueError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        problems.error(
            "broken-release",
            f"the release cannot be read: {reason}",
            Location(file=file, line=getattr(error, "lineno", 0)),
            "a release is never edited: take it back from where you keep the project (git)",
        )
        return None
    return said


def before(root: Path, version: str, problems: Problems) -> Said | None:
    """Return the newest release that is older than a version; nothing where there is none."""
    key = version_key(version)
    older = [each for each in versions(root) if version_key(each) < key]
    return released(root, older[-1], problems) if older else None


def find(root: Path, wanted: str, problems: Problems) -> Said | None:
    """Return the release that is asked for, or tell which there are (``unknown-release``)."""
    known = versions(root)
    if _NAME.fullmatch(wanted):
        for each in known:
            if version_key(each) == version_key(wanted):
                return released(root, each, problems)
    problems.error(
        "unknown-release",
        f"there is no release `{wanted}`",
        Location(file=FOLDER),
        did_you_mean(wanted, known)
        or (f"there are {', '.join(known)}" if known else "make one: `./build.py release VERSION`"),
    )
    return None
