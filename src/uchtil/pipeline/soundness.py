"""Which texts the checks of signs, names and scripts found sound, kept from build to build.

Whether a text is sound depends on itself, on the program, and on what the review says of its
languages and names.  One that was sound, with all of that as it was, is not looked at again.
Nothing is kept of one that was not: what is wrong is found and told in each build.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from uchtil.checks.names import check_names
from uchtil.checks.orthography import check_orthography
from uchtil.checks.transliteration import check_transliteration
from uchtil.load.texts import Text
from uchtil.model import Project
from uchtil.pipeline import fingerprints
from uchtil.pipeline.manifest import FOLDER
from uchtil.pipeline.steps import World
from uchtil.problems import Problems

FILE = f"{FOLDER}/sound.json"
"""Where it is kept, within the output."""

_GROUND = (
    "program/",
    "content/names.yaml",
    "content/remarks.yaml",
    "content/review.yaml",
    "content/words.txt",
)
"""What the checks go by, besides the texts: names, what remarks are about, languages."""

_BEFORE = 80
"""So many signs before a text may be looked at too: what an expression in it prints."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sound:
    """Fingerprints of texts that are sound, and of what they are sound by."""

    ground: str
    texts: frozenset[str] = frozenset()


def read_sound(output: Path, world: World) -> Sound:
    """Return what was found in the last build, or nothing if that went by anything else."""
    ground = fingerprints.of_value(
        [
            dict(world.tools),
            {name: mark for name, mark in world.files.items() if name.startswith(_GROUND)},
        ]
    )
    try:
        data = json.loads((output / FILE).read_bytes())
        if data["ground"] == ground:
            return Sound(ground=ground, texts=frozenset(map(str, data["texts"])))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return Sound(ground=ground)


def write_sound(folder: Path, sound: Sound) -> None:
    """Write it into the output that is being made."""
    text = json.dumps({"ground": sound.ground, "texts": sorted(sound.texts)})
    (folder / FILE).write_text(text, encoding="utf-8")


def check_soundness(
    project: Project, texts: Sequence[Text], known: Sound | None, problems: Problems
) -> Sound | None:
    """Check signs, names and scripts in the texts that are not ``known`` to be sound.

    Returns which of all are; in a file in which anything is wrong none is.
    """
    marks = [] if known is None else list(map(_mark, texts))
    doubtful = texts
    if known is not None:
        doubtful = [
            text for mark, text in zip(marks, texts, strict=True) if mark not in known.texts
        ]
    told = Problems()
    check_orthography(doubtful, told)
    check_names(project, doubtful, told)
    check_transliteration(project, doubtful, told)
    problems.extend(told)
    if known is None:
        return None
    wrong = {each.where.file for each in told}
    sound = (mark for mark, text in zip(marks, texts, strict=True) if text.file not in wrong)
    return Sound(ground=known.ground, texts=frozenset(sound))


def _mark(text: Text) -> str:
    """Return the fingerprint of a text and of all that tells how it is to be read."""
    read_as = (text.file, text.language, text.field, text.style, text.turned)
    written = text.source[max(0, text.start - _BEFORE) : text.end]
    return fingerprints.of_text(f"{read_as} {text.end - text.start} {written}")
