"""Reading a file of the project as text: there, in UTF-8, and not empty."""

from __future__ import annotations

import re
from pathlib import Path

from uchtil.problems import Location, Problems

_BYTE_ORDER_MARKS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def read_text(root: Path, file: str, problems: Problems) -> str | None:
    """Return the text of ``file`` (relative to ``root``, with ``/``), or tell why not.

    Line ends come out as line feeds; a byte order mark of UTF-8 is left out.  Problems:
    ``missing-file``, ``unreadable-file``, ``unreadable-encoding``, ``control-character``
    and ``empty-file``.
    """
    path = root / file
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        problems.error("missing-file", "the file is missing", Location(file=file), "write it")
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problems.error("unreadable-file", f"the file cannot be read: {reason}", Location(file=file))
        return None
    text = decode(data, file, problems)
    if text is None:
        return None
    if not text.strip():
        problems.error("empty-file", "the file is empty", Location(file=file), "write it")
        return None
    return text


def decode(data: bytes, file: str, problems: Problems) -> str | None:
    """Return ``data`` read as UTF-8, or tell the first place that cannot be read so."""
    for mark, name in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            problems.error(
                "unreadable-encoding",
                f"the file is written in {name}, not in UTF-8",
                Location(file=file, line=1),
                "save it again as UTF-8",
            )
            return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the codec counts from behind a byte order mark, `error.object` is what it read
        before = error.object[: error.start]
        line_start = before.rfind(b"\n") + 1
        problems.error(
            "unreadable-encoding",
            f"the file is not UTF-8: byte {error.object[error.start]:02X} cannot be read",
            Location(
                file=file,
                line=before.count(b"\n") + 1,
                column=len(before[line_start:].decode("utf-8")) + 1,
            ),
            "save it again as UTF-8 (Cyrillic texts are often in Windows-1251)",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(text):
        before_text = text[: found.start()]
        problems.error(
            "control-character",
            f"the file holds the invisible character U+{ord(found.group()):04X}",
            Location(
                file=file,
                line=before_text.count("\n") + 1,
                column=found.start() - before_text.rfind("\n"),
            ),
            "delete it",
        )
        return None
    return text
