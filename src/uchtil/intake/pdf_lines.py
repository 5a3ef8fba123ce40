"""Takes the lines out of a PDF, in a process of its own that has bounds.

A PDF of 1 MB can unpack to gigabytes, and what reads it is written in C++: so this runs apart,
with only so much memory and time, and whatever becomes of it becomes of nothing else.  It is
started by its path (`pdf.py`), imports nothing of the program, and prints JSON.
"""

from __future__ import annotations

import json
import os
import sys

_GENERATED_END = (10, 13)
_UNKNOWN = (0, 0xFFFE, 0xFFFF)


def main(data: bytes, megabytes: int, seconds: int, most_pages: int) -> None:
    """Print what a PDF holds, page by page."""
    import pypdfium2
    from pypdfium2 import raw

    _limit(megabytes, seconds)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        _tell({"error": "locked" if locked else str(error)})
        return
    if len(document) > most_pages:
        _tell({"error": "pages"})
        return
    pages = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as error:
            _tell({"error": f"page {number + 1}: {error}"})
            return
        text = page.get_textpage()
        lines: list[tuple[str, float, float, float, float, float]] = []
        signs: list[tuple[int, int]] = []
        for place in range(text.count_chars()):
            sign = raw.FPDFText_GetUnicode(text, place)
            if sign in _GENERATED_END:
                _add(lines, text, signs, raw)
                signs = []
            else:
                signs.append((place, sign))
        _add(lines, text, signs, raw)
        pictures = any(
            each.type == raw.FPDF_PAGEOBJ_IMAGE for each in page.get_objects(max_depth=3)
        )
        pages.append(
            {
                "width": page.get_width(),
                "height": page.get_height(),
                "lines": lines,
                "pictures": pictures,
            }
        )
        text.close()
        page.close()
    told = document.get_metadata_dict()
    _tell({"pages": pages, "metadata": told})


def _add(lines: list, text: object, signs: list, raw: object) -> None:  # type: ignore[type-arg]
    """Add a line: its words, left, bottom, right and top, and the size of its letters."""
    seen = [(place, sign) for place, sign in signs if not chr(sign).isspace()]
    if not seen:
        return
    words = "".join("\ufffd" if sign in _UNKNOWN else chr(sign) for _, sign in signs)
    words = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    first = text.get_charbox(seen[0][0], loose=True)  # type: ignore[attr-defined]
    last = text.get_charbox(seen[-1][0], loose=True)  # type: ignore[attr-defined]
    middle = seen[len(seen) // 2][0]
    size = raw.FPDFText_GetFontSize(text, middle)  # type: ignore[attr-defined]
    lines.append((words, first[0], min(first[1], last[1]), last[2], max(first[3], last[3]), size))


def _tell(told: dict[str, object]) -> None:
    with os.fdopen(1, "w", encoding="utf-8") as out:
        json.dump(told, out)


def _limit(megabytes: int, seconds: int) -> None:
    """Allow only so much memory and time, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows: time alone is bounded, by who started this
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, megabytes * 1024**2))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    with os.fdopen(0, "rb") as given:
        content = given.read()
    main(content, *map(int, sys.argv[1:4]))
