"""Unpacking a few parts of a ZIP file, with bounds on their number, their size and their ratio."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from uchtil.intake.blocks import broken, locked, unbounded


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """How many parts an archive may have, how large they may be, how tightly packed.

    ``ratio`` counts for parts of more than ``small`` bytes: a page of spaces packs well.
    """

    parts: int = 5_000
    size: int = 100 * 1024 * 1024
    ratio: int = 200
    small: int = 10 * 1024 * 1024


def unpack(data: bytes, wanted: Callable[[str], bool], bounds: Bounds) -> Mapping[str, bytes]:
    """Return the parts whose names are wanted; the others are never unpacked.

    What an archive says of the sizes of its parts is not believed: they are counted while they
    are unpacked.  Raises ``Refused``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > bounds.parts:
                raise unbounded(f"it has {len(entries):,} parts")
            made: dict[str, bytes] = {}
            total = 0
            for entry in entries:
                if not wanted(entry.filename) or entry.filename in made:
                    continue
                if entry.flag_bits & 1:
                    raise locked()
                with archive.open(entry) as part:
                    content = part.read(bounds.size - total + 1)
                total += len(content)
                if total > bounds.size:
                    raise unbounded(f"it unpacks to more than {bounds.size // 1024**2:,} MB")
                packed = max(entry.compress_size, 1)
                if len(content) > bounds.small and len(content) > bounds.ratio * packed:
                    raise unbounded(
                        f"`{entry.filename}` unpacks to more than {bounds.ratio} times its size"
                    )
                made[entry.filename] = content
            return made
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise broken(str(error) or "its end is missing") from error
    except RuntimeError as error:  # a password, or a method of packing that needs a library
        raise locked() from error


def names_in(data: bytes) -> tuple[str, ...]:
    """Return the names of the parts; raises ``Refused`` for what is no ZIP file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise broken(str(error) or "its end is missing") from error
