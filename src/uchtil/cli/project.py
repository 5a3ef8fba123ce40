"""Where the review is that a command is about, and where the texts of its sources are."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def root_of(options: argparse.Namespace) -> Path | None:
    """Return the project's folder, or say that there is none."""
    start = (options.project or Path.cwd()).absolute()
    folders = [start] if options.project else [start, *start.parents]
    for folder in folders:
        if (folder / "content").is_dir():
            if (folder / "intake" / ".unfinished").exists():
                from uchtil.pipeline.transaction import recover

                # a killed `add` or `accept` is taken back before anything is read
                recover(folder, texts_of(options, folder))
            return folder
    print(
        f"{start}: error[no-project]: there is no review here\n"
        "    a project holds content/review.yaml; go to its folder or name it with --project",
        file=sys.stderr,
    )
    return None


def texts_of(options: argparse.Namespace, root: Path) -> Path | None:
    """Return the folder of the sources' texts, where there is one."""
    given = getattr(options, "sources", None)  # commands that need no texts have no option
    if given is not None:
        return Path(given)
    named = os.environ.get("UCHTIL_SOURCES")
    if named:
        return Path(named)
    inside = root / "sources"
    return inside if inside.is_dir() else None
