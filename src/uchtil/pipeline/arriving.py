"""The file of a bibliography that arrives, also where it is in an older encoding than UTF-8."""

from __future__ import annotations

from pathlib import Path

from uchtil.bibliography.merge import LARGEST, Arrival, arrival_of, read_arrival
from uchtil.intake.encodings import Decoded, Undecodable, decode
from uchtil.problems import Location, Problems


def read_arriving(
    path: Path, shown_as: str, problems: Problems, *, language: str = ""
) -> Arrival | None:
    """Read a .bib, .ris or .json file as `read_arrival` does, and recode it as texts are.

    Problems: those of `read_arrival`, and ``source-recoded``.
    """
    decoded = _recoded(path)
    if decoded is None:
        return read_arrival(path, shown_as, problems, language=language)
    if not decoded.encoding.startswith("UTF"):
        problems.notice(
            "source-recoded",
            f"the bibliography was read as {decoded.encoding}, and is merged as UTF-8",
            Location(file=shown_as),
            "look at a few words; if they are wrong, save the file again as UTF-8",
        )
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return arrival_of(text, shown_as, problems, suffix=path.suffix, language=language)


def _recoded(path: Path) -> Decoded | None:
    """Return the text of a file that is not UTF-8 where its encoding is certain; else nothing."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        data = path.read_bytes()
    except OSError:
        return None  # `read_arrival` tells why
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    try:
        return decode(data)
    except Undecodable:
        return None
