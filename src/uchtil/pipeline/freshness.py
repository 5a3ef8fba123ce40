"""Is there anything to do?

Standard library only, and no more of it than is needed: an idle build must cost less
than the import of a YAML reader.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from uchtil.pipeline import fingerprints, manifest, places


class Inputs:
    """All files that a build of a project may read, looked at once.

    ``texts`` is the folder of the sources' texts, or nothing where it is not at hand.
    """

    def __init__(self, root: Path, texts: Path | None) -> None:
        self.root = root
        self.texts = texts

    @cached_property
    def files(self) -> dict[str, str]:
        """The fingerprint of each by its stable name, taken when they are first asked for."""
        return fingerprints.of_files(places.input_files(self.root, self.texts))


def nothing_to_do(
    inputs: Inputs,
    output: Path,
    wanted: frozenset[str],
    style: str | None,
    *,
    strict: bool = False,
) -> bool:
    """Whether all wanted outputs are there, untouched, and made from today's inputs.

    ``wanted`` may be empty for "whatever the review makes"; then the last build must
    have been a whole one; an asterisk in it stands for each edition.  ``style`` is the style
    asked for, or nothing for the review's.  With ``strict`` there is something to do where
    the last build had a warning: to tell it.
    """
    last = manifest.read_manifest(output)
    if last is None or (strict and not last.clean) or (style is not None and style != last.style):
        return False
    if style is None and last.style != last.own_style:
        return False
    if not wanted and not last.whole:
        return False
    names = frozenset(last.outputs)
    if wanted:  # which editions there are is known of the last build: its inputs are the same
        names = frozenset(
            name.replace("*", edition) for name in wanted for edition in last.editions or [""]
        )
    if not names <= last.fresh or not all(manifest.intact(output, last, name) for name in names):
        return False
    if last.tools != fingerprints.of_tools():
        return False
    return last.inputs == inputs.files
