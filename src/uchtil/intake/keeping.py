"""Keeping a source's text with the others: a file a source, named after its key, never changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

from uchtil.problems import Location, Problems

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.txt\Z")


def fingerprint(text: str) -> str:
    """Return the fingerprint of a text as it is kept, as ``content/sources.yaml`` has it."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def text_name(key: str) -> str:
    """Return the name of the file that holds the text of a source."""
    return f"{key}.txt"


def keep_text(text: str, folder: Path, name: str, problems: Problems) -> bool:
    """Write a text into the folder of texts, whole or not at all.

    Returns whether it lies there: written now, or already there in these very words.  Another
    text under the name stays (``text-taken``).  The folder is made where there is none.  The
    file is written beside its place and then linked to it, which fails if anything is there: so
    nothing is ever written over, and nobody sees half a text.
    """
    where = Location(file=name)
    if not _NAME.match(name):
        raise ValueError(f"`{name}` is not the name of a text")
    data = text.encode()
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{name}.", suffix=".new", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(handle)
            Path(beside).chmod(0o644)
            try:
                _put(Path(beside), path)
            except FileExistsError:
                if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
                    return True
                problems.error(
                    "text-taken",
                    f"another text is kept under the name {name}",
                    where,
                    "give the new source another key",
                )
                return False
        finally:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problems.error("text-not-kept", f"the text cannot be kept: {reason}", where)
        return False
    return True


def _put(beside: Path, path: Path) -> None:
    """Give a file its name, if nothing has that; raises ``FileExistsError`` if something has."""
    try:
        os.link(beside, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        beside.replace(path)
