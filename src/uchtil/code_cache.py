"""Where Jinja's compiled code is kept between builds."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class CodeCache(jinja2.FileSystemBytecodeCache):
    """A folder of compiled code; one that cannot be written to costs time, and no more."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write compiled code, if that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def code_cache() -> CodeCache | None:
    """Return where compiled code is kept between builds, or nothing if there is no place.

    It lies in the user's own cache folder (``XDG_CACHE_HOME``, by the XDG Base Directory
    Specification), never in a project: what lies there would be run, outside the sandbox,
    and a project may come from a stranger.
    """
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        folder = base / "uchtil" / f"jinja-{jinja2.__version__}"
        if not base.is_absolute():
            return None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = folder.stat().st_uid == os.getuid()
    except (OSError, RuntimeError):  # no home
        return None
    return CodeCache(str(folder), "%s.cache") if mine else None
