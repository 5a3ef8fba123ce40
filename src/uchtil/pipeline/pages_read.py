"""What was read back of each page of a PDF, kept beside the output until the page changes.

An edition of several languages is bound anew when one word of one language changes; most of
its pages are then what they were.  They are compared with what the finished file holds
(`checks.readback.same_pages`), and only those that differ are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from uchtil.checks.readback.pages import PageReading, PagesReading
from uchtil.pipeline.manifest import PAGES


def kept_pages(output: Path, edition: str, reader: str) -> dict[str, PageReading]:
    """Return the readings of an edition's pages in an earlier build, by their fingerprints.

    There are none of a build whose ``reader`` was another: it may have read otherwise.
    """
    try:
        data = json.loads(pages_file(output, edition).read_bytes())
        if data["reader"] != reader:
            return {}
        return {name: PageReading.from_data(page) for name, page in data["pages"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep_pages(output: Path, edition: str, reader: str, pieces: Iterable[PagesReading]) -> None:
    """Write down what was read of all of an edition's pages."""
    pages: Mapping[str, PageReading] = {
        name: page
        for piece in pieces
        for name, page in zip(piece.fingerprints, piece.pages, strict=True)
    }
    path = pages_file(output, edition)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"reader": reader, "pages": pages}, ensure_ascii=True)
    path.write_text(text, encoding="utf-8")


def pages_file(output: Path, edition: str) -> Path:
    """Return where an edition's pages are kept within an output."""
    return output / PAGES / f"{edition}.json"
