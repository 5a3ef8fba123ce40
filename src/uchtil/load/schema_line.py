"""The first line of a YAML file, which names its schema to editors."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from uchtil.load.yaml_nodes import Document
from uchtil.problems import Location, Problems

FOLDER = "templates/schemas"

_LINE = re.compile(r"# yaml-language-server: \$schema=(?P<path>\S+)")


def schema_line(file: str, schema: str) -> str:
    """Return the line that ``file`` should begin with; ``schema`` is ``facts``, ``names``…"""
    path = posixpath.relpath(f"{FOLDER}/{schema}.json", posixpath.dirname(file))
    return f"# yaml-language-server: $schema={path}"


def check_crosswalk_line(root: Path, problems: Problems) -> None:
    """Do the same for the crosswalk, which the bibliography's room reads."""
    file = "bibliography/crosswalk.yaml"
    try:
        with (root / file).open(encoding="utf-8-sig") as lines:
            first = next(lines, "").rstrip()
    except (OSError, UnicodeDecodeError):
        return  # told where it is read
    check_first_line(root, file, first, "crosswalk", problems)


def check_schema_line(root: Path, document: Document, schema: str, problems: Problems) -> None:
    """Check the first line of a file that has been read."""
    check_first_line(root, document.file, document.first_line, schema, problems)


def check_first_line(root: Path, file: str, line: str, schema: str, problems: Problems) -> None:
    """Warn (``schema-line``) where the first line does not name the right schema.

    A project without schemas of its own may name those of another place: then only the
    name of the schema is looked at.
    """
    match = _LINE.fullmatch(line)
    if match is not None:
        right = schema_line(file, schema).partition("=")[2]
        own = (root / FOLDER / f"{schema}.json").is_file()
        named = match["path"]
        if named == right or (not own and posixpath.basename(named) == f"{schema}.json"):
            return
    problems.warning(
        "schema-line",
        "the first line does not name the file's schema, so that editors cannot help",
        Location(file=file, line=1),
        f"write `{schema_line(file, schema)}`",
    )
