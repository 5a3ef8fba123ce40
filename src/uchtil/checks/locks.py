"""What the locks of a review have in common: JSON of one version, which nobody edits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a lock raises that is broken, or that was written by another program."""


def lock_data(path: Path, version: int) -> dict[str, Any] | None:
    """Return what a lock holds; nothing where there is none.

    Raises one of ``UNREADABLE``, with ``lineno`` where JSON tells it, if the lock cannot be read
    or is of another version.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        text = ""  # which is no JSON, and is told as that
    data: dict[str, Any] = json.loads(text)
    if data["version"] != version:
        raise ValueError("unknown version")
    return data
