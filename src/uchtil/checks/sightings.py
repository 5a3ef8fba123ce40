"""Where passages were seen, kept in ``content/evidence.lock`` for those without the texts."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from uchtil.checks.locks import UNREADABLE, lock_data
from uchtil.problems import Location, Problems

LOCK = "content/evidence.lock"

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Sighting:
    """Where a passage was seen, in which text, and when.

    ``kind`` is ``fact`` or ``remark``, ``id`` which one it belongs to.  ``fingerprint`` is
    that of the text it was seen in.  ``paragraph`` counts from 1; ``offset`` is the number
    of characters before the passage in its paragraph, as the text has them.  ``seen`` is the
    first day on which it was seen there: looking again in the same text shows nothing new.
    """

    kind: str
    id: str
    source: str
    anchor: str
    fingerprint: str
    paragraph: int
    offset: int
    seen: datetime.date

    @property
    def place(self) -> tuple[int, int]:
        """The paragraph and the offset."""
        return self.paragraph, self.offset


def write_lock(sightings: Iterable[Sighting], path: Path) -> None:
    """Write sightings: sorted, one a line, the same bytes for the same sightings."""
    lines = [json.dumps(_as_data(each), ensure_ascii=False) for each in sorted(sightings)]
    listed = ",\n".join(lines)
    text = f'{{"version": {_VERSION}, "sightings": [\n{listed}\n]}}\n'
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)  # noqa: PTH105 (says that it is done in one step)


def _as_data(sighting: Sighting) -> dict[str, object]:
    """Return a sighting as the lock has it: ``{"fact": "border-treaty", "source": …}``."""
    data = {**asdict(sighting), "seen": sighting.seen.isoformat()}
    return {str(data.pop("kind")): data.pop("id"), **data}


def read_lock(path: Path, problems: Problems) -> tuple[Sighting, ...]:
    """Return the sightings of the lock; none where there is no lock."""
    try:
        data = lock_data(path, _VERSION)
        if data is None:
            return ()
        return tuple(
            Sighting(
                kind="remark" if "remark" in each else "fact",
                id=str(each["remark"] if "remark" in each else each["fact"]),
                source=str(each["source"]),
                anchor=str(each["anchor"]),
                fingerprint=str(each["fingerprint"]),
                paragraph=int(each["paragraph"]),
                offset=int(each["offset"]),
                seen=datetime.date.fromisoformat(each["seen"]),
            )
            for each in data["sightings"]
        )
    except UNREADABLE as error:
        problems.error(
            "broken-lock",
            "the lock cannot be read",
            Location(file=LOCK, line=getattr(error, "lineno", 0)),
            "it is never edited: delete it, and run with the texts to make it again",
        )
        return ()
