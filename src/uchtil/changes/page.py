"""The changes as one page, made of the data of ``changes.json`` alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from uchtil.formats.pages import single_page
from uchtil.formats.report import many, place, sentence, ticked
from uchtil.load.reading import LANGUAGE_NAMES

_LONG = 8
"""A list of more entries than this is folded."""

KINDS = {
    "added": "Added",
    "confirmed": "Confirmed by more evidence",
    "sharpened": "Sharpened",
    "corrected": "Read otherwise",
    "contested": "Contested now",
    "settled": "No longer contested",
    "weakened": "Shown by less evidence",
    "reworded": "Worded otherwise",
    "removed": "Removed",
}
"""What can become of a fact (``How``), in the order of the page."""

NAMES = {"front": "title and keywords", "abstract": "abstract"}
"""Parts of a text that are no sections."""


def changes_page(templates: Path, data: Mapping[str, Any]) -> str:
    """Return the page; all that it tells is in ``data``."""
    page = single_page(
        templates,
        "report/changes.html.j2",
        ("report/report.css", "report/changes.css"),
        data=data,
        kinds=KINDS,
        names=NAMES,
        languages={**LANGUAGE_NAMES, "uz-cyrl": "Uzbek in Cyrillic"},
        long=_LONG,
        many=many,
        place=_place,
        sentence=sentence,
        ticked=ticked,
    )
    return page.lstrip()


def _place(entry: Mapping[str, Any]) -> Any:  # noqa: ANN401 (markup, or nothing)
    """Return a link to an entry's file: from ``output/changes``, one folder further down."""
    from markupsafe import Markup

    if not entry["file"]:
        return ""
    return Markup(str(place(entry)).replace('href="../', 'href="../../', 1))  # noqa: S704 (ours)
