"""Fills in the contents: a real field, whose entries are there before anyone updates it.

Word asks "update the fields?" when a field is marked stale; so none is.  Each entry is a
link to its heading, and its page number a PAGEREF field, which Word counts when the
contents are updated (F9) or the file is printed; until then it shows what
`number_contents` has written there.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping

from uchtil.formats.docx.wordml import Element, element, field_runs, remove, style_of, text_run, w

CONTENTS_STYLE = "TOCHeading"
"""The style of the paragraph that says where the contents stand and what they are called."""

_SHOWN = (w("t"), w("tab"), w("br"), w("noBreakHyphen"))


def fill_contents(body: Element, outline: Mapping[str, int], levels: int) -> None:
    """Put the contents behind their heading; nothing is done where there is no such heading.

    ``outline`` maps the ids of heading styles to their levels, from 0; headings deeper
    than ``levels`` are left out.
    """
    title = next((p for p in body.findall(w("p")) if style_of(p) == CONTENTS_STYLE), None)
    if title is None:
        return
    entries = [
        _entry(paragraph, level, name)
        for paragraph, level, name in _mark_headings(body, outline, levels)
    ]
    holder = element("sdtContent")
    frame = element(
        "sdt",
        element(
            "sdtPr",
            element(
                "docPartObj",
                element("docPartGallery", val="Table of Contents"),
                element("docPartUnique"),
            ),
        ),
        holder,
    )
    body.replace(title, frame)
    holder.append(title)
    if entries:
        first, *middle, _shown, last = field_runs(f'TOC \\o "1-{levels}" \\h \\z \\u', "")
        for run in reversed([first, *middle]):
            entries[0].insert(1, run)
        entries[-1].append(last)
    holder.extend(entries)


def number_contents(body: Element, pages: Mapping[str, int]) -> None:
    """Write the reckoned page numbers into the contents' PAGEREF fields.

    ``pages`` maps the names of bookmarks to pages; a name without a page is left alone.
    """
    wanted = ""
    for run in body.iter(w("r")):
        code = run.find(w("instrText"))
        if code is not None:
            words = (code.text or "").split()
            wanted = words[1] if words[:1] == ["PAGEREF"] else ""
        shown = run.find(w("t"))
        if shown is not None and wanted in pages:
            shown.text = str(pages[wanted])
            wanted = ""


def outline_levels(styles: Element) -> dict[str, int]:
    """Return the outline level of each paragraph style that is in the outline.

    A style without a level of its own has that of the style it is based on.
    """
    own: dict[str, int] = {}
    below: dict[str, str] = {}
    for style in styles.findall(w("style")):
        name = str(style.get(w("styleId")))
        level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        based = style.find(w("basedOn"))
        if level is not None:
            own[name] = int(str(level.get(w("val"))))
        if based is not None:
            below[name] = str(based.get(w("val")))
    levels: dict[str, int] = {}
    for name in {*own, *below}:
        current: str | None = name
        seen: set[str] = set()
        while current is not None and current not in own and current not in seen:
            seen.add(current)
            current = below.get(current)
        if current in own and own[current] < 9:
            levels[name] = own[current]
    return levels


def _mark_headings(
    body: Element, outline: Mapping[str, int], levels: int
) -> list[tuple[Element, int, str]]:
    """Set a bookmark round the text of each heading, as Word does for its own contents."""
    taken = [int(str(mark.get(w("id")))) for mark in body.iter(w("bookmarkStart"))]
    number = max(taken, default=0)
    found: list[tuple[Element, int, str]] = []
    for paragraph in body.findall(w("p")):
        level = outline.get(style_of(paragraph))
        if level is None or level >= levels:
            continue
        number += 1
        name = f"_Toc{len(found) + 1:08d}"
        paragraph.insert(1, element("bookmarkStart", id=number, name=name))
        paragraph.append(element("bookmarkEnd", id=number))
        found.append((paragraph, level, name))
    return found


def _entry(heading: Element, level: int, name: str) -> Element:
    link = element("hyperlink", anchor=name, history=1)
    for run in heading.iter(w("r")):
        if any(child.tag in _SHOWN for child in run):
            link.append(_plain(run))
    link.append(text_run("\t"))
    link.extend(field_runs(f"PAGEREF {name} \\h", " "))
    return element("p", element("pPr", element("pStyle", val=f"TOC{level + 1}")), link)


def _plain(run: Element) -> Element:
    """Return a copy of a heading's run that keeps its slant and language, not its style."""
    made: Element = copy.deepcopy(run)
    for style in list(made.iter(w("rStyle"))):
        remove(style)
    return made
