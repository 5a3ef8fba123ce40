"""What the last build was made from: kept in the output, swapped in with it.

Standard library only: this is part of the answer to "is there anything to do?".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = ".uchtil"
SHEETS = f"{FOLDER}/sheets"
"""Where the parts of bound editions are kept, within the output."""
_FORMAT = 1

PICTURES = f"{FOLDER}/pictures"
"""Where the pictures of drawings are kept, for DOCX readers that cannot show SVG."""


PAGES = f"{FOLDER}/pages"
"""Where it is kept what was read back of each page of bound editions."""


class Output(NamedTuple):
    """One file of the output: its size in bytes and the time of its last change."""

    size: int
    changed: int


_NOTHING: Mapping[str, Any] = {}


class Manifest(NamedTuple):
    """The record of a build.

    ``inputs`` and ``tools`` are fingerprints of everything that could matter; ``fresh``
    names the outputs that were made, or found to be up to date, from exactly those.
    ``steps`` holds for each output the fingerprints of what it in fact depends on.
    """

    style: str = ""
    own_style: str = ""
    """The style that the review itself names."""
    whole: bool = False
    """Whether every edition was there and up to date in every format."""
    clean: bool = False
    """Whether the build had no warning to tell."""
    inputs: Mapping[str, str] = _NOTHING
    tools: Mapping[str, str] = _NOTHING
    steps: Mapping[str, dict[str, str]] = _NOTHING
    outputs: Mapping[str, Output] = _NOTHING
    fresh: frozenset[str] = frozenset()
    editions: tuple[str, ...] = ()
    readback: Mapping[str, object] = _NOTHING
    """For each output that cites: what was read back from it."""


def read_manifest(output: Path) -> Manifest | None:
    """Return the manifest of an output folder, or nothing where there is none to trust."""
    try:
        data = json.loads((output / FOLDER / "manifest.json").read_bytes())
        if data.pop("format") != _FORMAT:
            return None
        data["outputs"] = {name: Output(*entry) for name, entry in data["outputs"].items()}
        data["fresh"] = frozenset(data["fresh"])
        data["editions"] = tuple(data["editions"])
        return Manifest(**data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Write the manifest into an output folder."""
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    data = {"format": _FORMAT, **manifest._asdict(), "fresh": sorted(manifest.fresh)}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    (folder / "manifest.json").write_text(text, encoding="utf-8")


def is_ours(output: Path) -> bool:
    """Whether an output folder was made by this program, or is empty or absent."""
    if not output.exists():
        return True
    if not output.is_dir():
        return False
    return (output / FOLDER).is_dir() or not any(output.iterdir())


def intact(output: Path, manifest: Manifest, name: str) -> bool:
    """Whether an output is still the file that the manifest tells of."""
    entry = manifest.outputs.get(name)
    if entry is None:
        return False
    try:
        status = (output / name).stat()
    except OSError:
        return False
    return entry == (status.st_size, status.st_mtime_ns)


def describe(path: Path) -> Output:
    """Return what the manifest keeps of one output."""
    status = path.stat()
    return Output(status.st_size, status.st_mtime_ns)
