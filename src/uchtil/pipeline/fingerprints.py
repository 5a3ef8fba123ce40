"""Fingerprints of files, texts and tools.

Standard library only: this is part of the answer to "is there anything to do?".
"""

from __future__ import annotations

import hashlib
import json
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path

_TOOLS = frozenset(
    {
        "babel",
        "bibtexparser",
        "cssselect2",
        "fonttools",
        "jinja2",
        "lxml",
        "markupsafe",
        "pikepdf",
        "pydyf",
        "pypandoc_binary",
        "pypdfium2",
        "pyphen",
        "python_docx",
        "pyyaml",
        "resvg_py",
        "tinycss2",
        "tinyhtml5",
        "weasyprint",
    }
)


def of_bytes(data: bytes) -> str:
    """Return the fingerprint of some bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def of_text(text: str) -> str:
    """Return the fingerprint of a text."""
    return of_bytes(text.encode())


def of_value(value: object) -> str:
    """Return the fingerprint of plain data (what JSON can hold)."""
    return of_text(json.dumps(value, ensure_ascii=False, sort_keys=True))


def of_files(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the fingerprint of each file's contents, by its stable name.

    A file that cannot be read has a fingerprint of its own; the loader tells of it.
    """
    return {name: _of_file(path) for name, path in files.items()}


def _of_file(path: Path) -> str:
    try:
        return of_bytes(path.read_bytes())
    except OSError as error:
        return f"unreadable ({error.errno})"


def of_tools() -> dict[str, str]:
    """Return the versions of what the results depend on.

    The versions are read from the names of the installed distributions' folders: asking
    each distribution would cost more than all the rest of an idle build.
    """
    tools = {"python": ".".join(map(str, sys.version_info[:3]))}
    for folder in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        tools.update(_distributions(Path(folder).glob("*.dist-info")))
    return tools


def _distributions(folders: Iterable[Path]) -> dict[str, str]:
    found = {}
    for folder in folders:
        name, _, version = folder.name.removesuffix(".dist-info").partition("-")
        if name.lower() in _TOOLS:
            found[name.lower()] = version
    return found
