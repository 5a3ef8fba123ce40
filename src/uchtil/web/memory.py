"""What addresses answered before: good answers are kept for a month, others for a day.

In the user's own cache folder (``XDG_CACHE_HOME``), since it tells of the network and not of
the review.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from uchtil.web.answers import Answer, Copy, Outcome

GOOD = datetime.timedelta(days=30)
OTHERS = datetime.timedelta(days=1)
_VERSION = 1


class Memory:
    """Answers by address; ``path`` is the file, or nothing where none can be kept."""

    def __init__(self, path: Path | None, today: datetime.date) -> None:
        self._path = path
        self._today = today
        self._known = dict(_read(path))
        self._changed = False

    @classmethod
    def of_user(cls, today: datetime.date) -> Memory:
        """Open the memory of who runs this."""
        return cls(_path(), today)

    def recall(self, address: str) -> Answer | None:
        """Return what is known of an address, unless that is too old."""
        known = self._known.get(address)
        if known is None:
            return None
        kept = GOOD if known.outcome in (Outcome.WELL, Outcome.MOVED) else OTHERS
        # A day in the future is of a clock that was wrong.
        is_fresh = datetime.timedelta() <= self._today - known.day < kept
        return replace(known, remembered=True) if is_fresh else None

    def keep(self, answer: Answer) -> None:
        """Remember an answer; what was not asked is not one."""
        if answer.outcome is not Outcome.PRIVATE:
            self._known[answer.address] = answer
            self._changed = True

    def write(self) -> None:
        """Write it down; a full or read-only disk costs time, and no more."""
        if self._path is None or not self._changed:
            return
        data = {
            "version": _VERSION,
            "answers": {address: _as_data(each) for address, each in sorted(self._known.items())},
        }
        with contextlib.suppress(OSError):
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=self._path.parent, delete=False
            ) as file:
                json.dump(data, file, ensure_ascii=False, indent=1)
            Path(file.name).replace(self._path)


def _path() -> Path | None:
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        if not base.is_absolute():
            return None
        place = base / "uchtil"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # no home
        return None
    return place / "links.json"


def _read(path: Path | None) -> Iterator[tuple[str, Answer]]:
    """Yield what is kept; what cannot be read is looked at anew."""
    if path is None:
        return
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        return
    answers = data.get("answers")
    for address, told in answers.items() if isinstance(answers, dict) else ():
        with contextlib.suppress(KeyError, TypeError, ValueError):
            yield address, _from_data(address, told)


def _as_data(answer: Answer) -> dict[str, object]:
    copy = answer.copy
    return {
        "outcome": answer.outcome.value,
        "said": answer.said,
        "day": answer.day.isoformat(),
        "moved_to": answer.moved_to,
        "copy": copy and {"address": copy.address, "made": copy.made.isoformat()},
        "archive_asked": answer.archive_asked,
    }


def _from_data(address: str, told: Mapping[str, Any]) -> Answer:
    copy = told["copy"]
    return Answer(
        address=address,
        outcome=Outcome(told["outcome"]),
        said=str(told["said"]),
        day=datetime.date.fromisoformat(told["day"]),
        moved_to=str(told["moved_to"]),
        copy=copy
        and Copy(address=str(copy["address"]), made=datetime.date.fromisoformat(str(copy["made"]))),
        archive_asked=bool(told["archive_asked"]),
    )
