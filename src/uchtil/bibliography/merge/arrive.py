"""Reading a bibliography that arrives, in whichever of the three formats it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from uchtil.bibliography.merge.bibtex import read_bibtex
from uchtil.bibliography.merge.csl import read_csl
from uchtil.bibliography.merge.incoming import Arrival, Incoming
from uchtil.bibliography.merge.ris import read_ris
from uchtil.load.files import read_text
from uchtil.problems import Location, Problems

Reader = Callable[[str, str, Problems, str], Arrival]

FORMATS: dict[str, Reader] = {"bibtex": read_bibtex, "ris": read_ris, "csl-json": read_csl}
SUFFIXES = {".bib": "bibtex", ".ris": "ris", ".json": "csl-json"}

_LOOKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A\s*[\[{]"), "csl-json"),
    (re.compile(r"^TY  ?- ", re.MULTILINE), "ris"),
    (re.compile(r"^\s*@\s*\w+\s*[{(]", re.MULTILINE), "bibtex"),
)
"""What a text of a format looks like; a file is read by what it is, not by its name alone."""

LARGEST = 200_000_000
"""More bytes than any bibliography has."""


def read_arrival(
    path: Path, shown_as: str, problems: Problems, *, language: str = ""
) -> Arrival | None:
    """Read a .bib, .ris or .json file; nothing where it cannot be read at all.

    ``language`` is a tag for the entries that do not tell theirs and whose letters leave doubt,
    or several parted by spaces, of which each takes the first that its script allows; without
    one they come without a language, and a person is asked.  Broken entries are told
    and do not keep the others from being read.

    Problems: those of ``uchtil.load.files``, ``not-a-bibliography``, ``broken-incoming``,
    ``unfit-value`` and ``doubtful-name``.
    """
    where = Location(file=shown_as)
    try:
        too_large = path.stat().st_size > LARGEST
    except OSError:
        too_large = False  # `read_text` tells why
    if too_large:
        problems.error(
            "not-a-bibliography",
            "the file is too large for a bibliography",
            where,
            "give the file that your reference manager exported",
        )
        return None
    own = Problems()
    text = read_text(path.parent, path.name, own)
    for each in own:
        problems.add(replace(each, where=replace(each.where, file=shown_as)))
    if text is None:
        return None
    return arrival_of(text, shown_as, problems, suffix=path.suffix, language=language)


def arrival_of(
    text: str, shown_as: str, problems: Problems, *, suffix: str = "", language: str = ""
) -> Arrival | None:
    """Read the text of a bibliography; see `read_arrival`."""
    format_ = next((name for looks, name in _LOOKS if looks.search(text[:100_000])), "")
    format_ = format_ or SUFFIXES.get(suffix.lower(), "")
    arrival = FORMATS[format_](text, shown_as, problems, language) if format_ else None
    if arrival is None or not (arrival.entries or arrival.broken):
        problems.error(
            "not-a-bibliography",
            "no entry of BibTeX, RIS or CSL-JSON is found in the file",
            Location(file=shown_as),
            "give the file that your reference manager exported",
        )
        return None
    return replace(arrival, entries=_with_ids(arrival.entries))


def _with_ids(entries: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
    """Give every entry an id of its own."""
    seen: Counter[str] = Counter()
    made = []
    for number, entry in enumerate(entries, start=1):
        name = entry.key or f"#{number}"
        seen[name] += 1
        made.append(replace(entry, id=name if seen[name] == 1 else f"{name}#{seen[name]}"))
    return tuple(made)
