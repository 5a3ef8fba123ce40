"""The report as a page: what editors read, made from the data of ``report.json`` alone."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from uchtil.formats.pages import single_page
from uchtil.load.reading import LANGUAGE_NAMES

_CODE = re.compile(r"`([^`]+)`")
_CHANGE = re.compile(r"\[([+−])(.+?)\](?=[\s”])|\[(.+?) → (.+?)\](?=[\s”])")

_SHADES = 5
"""In how many steps the cells of a matrix are shaded."""

_LONG = 8
"""A list of more entries than this is folded."""

SUPPORT = {
    "corroborated": "corroborated: two sources or more say the same",
    "differing": "differing in precision: sources agree, some less exactly",
    "single": "single: one source alone says so",
    "contested": "contested: readings that cannot all hold",
}
"""How facts can be supported (``uchtil.facts.Support``), in the order of a bar."""

FINDINGS = {
    "conflict": "Conflicts: what cannot all hold",
    "status": "A plan or a target, and what came of it",
    "precision": "The same, told more exactly in one place",
    "repeated": "The same figure for different times",
    "agreeing": "Figures that follow from others",
    "open": "Figures from which another follows that no fact gives",
}
"""What comparing brings to light (``uchtil.facts.Finding``), what matters most first."""

REASONS = {
    "not-found": "not in the text",
    "never-looked-up": "never looked up",
    "anchor-changed": "other words were seen",
    "text-changed": "seen in another version of the text",
}
"""Why a passage counts as not seen (``uchtil.checks.evidence.Why``)."""

NEWS = {
    "reading-sharpened": "told more exactly",
    "reading-changed": "read otherwise",
    "statement-reworded": "worded otherwise",
    "contested": "contested now",
    "settled": "contested no longer",
    "support-gained": "now also told by",
    "support-lost": "no longer shown by",
}
"""What became of a fact since a text was confirmed (``uchtil.checks.resting.What``); behind it
stand the readings or the sources."""

ELSEWHERE = {
    "incomplete-reference": "incomplete",
    "stale-translation": "stale",
    "stale-reading": "reread",
    "evidence-stale": "unseen",
    "evidence-never-seen": "unseen",
}
"""Problems that are told in a section of their own: its id."""


def report_page(templates: Path, report: Mapping[str, Any]) -> str:
    """Return the page; all that it tells, and each place that it leads to, is in ``report``."""
    page = single_page(
        templates,
        "report/report.html.j2",
        "report/report.css",
        report=report,
        languages=LANGUAGE_NAMES,
        supports=SUPPORT,
        findings=FINDINGS,
        reasons=REASONS,
        news=NEWS,
        elsewhere=ELSEWHERE,
        long=_LONG,
        many=many,
        place=place,
        sentence=sentence,
        shade=shade,
        ticked=ticked,
        changed=changed,
    )
    return page.lstrip()


def many(count: int, noun: str, plural: str = "") -> str:
    """Return "no warning", "1 warning", "2 warnings"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count or 'no'} {(plural or f'{noun}s') if count else noun}"


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def shade(count: int, most: int) -> int:
    """Return how dark a cell is, from 0 (nothing) to 5; small numbers are kept apart."""
    return math.ceil(_SHADES * math.sqrt(count / most)) if count else 0


def place(entry: Mapping[str, Any]) -> Markup:
    """Return a link to an entry's file, written ``file:line`` as editors open it.

    It leads there from the project's own output folder, whatever folder is built into: the
    page is the same in all of them.  The path may be broken behind each slash; what is
    copied is the path alone.
    """
    file, line = entry["file"], entry["line"]
    shown = str(escape(file)).replace("/", "/<wbr>") + (f":{line}" if line else "")
    href = f"../{quote(file)}" + (f"#L{line}" if line else "")
    return Markup(f'<a class="place" href="{href}">{shown}</a>')  # noqa: S704 (escaped here)


def ticked(text: str) -> Markup:
    """Return a message with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 (escaped here)


def changed(text: str) -> Markup:
    """Return a short difference with what was taken out and what was put in marked."""

    def mark(found: re.Match[str]) -> str:
        sign, words, old, new = found.groups()
        if sign:
            return f"<ins>{words}</ins>" if sign == "+" else f"<del>{words}</del>"
        return f"<del>{old}</del> <ins>{new}</ins>"

    return Markup(_CHANGE.sub(mark, str(escape(text))))  # noqa: S704 (escaped here)
