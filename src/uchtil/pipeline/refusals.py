"""Why nothing can be written into an output: it is not ours, or another build writes to it."""

from __future__ import annotations

from pathlib import Path

from uchtil.pipeline import manifest
from uchtil.problems import Location, Problems


def refuse_foreign(output: Path, problems: Problems) -> bool:
    """Tell that a folder holds what no build has made; whether it does."""
    if manifest.is_ours(output):
        return False
    problems.error(
        "foreign-output",
        f"{output} holds files that no build has made",
        Location(file=str(output)),
        "name another folder with --output: a build replaces the whole folder",
    )
    return True


def tell_busy(output: Path, problems: Problems) -> None:
    """Tell that another build is writing to the same folder."""
    problems.error(
        "output-busy",
        f"another build is writing to {output}",
        Location(file=str(output)),
        "wait until it has ended, or name another folder with --output",
    )
